"""The drawers: for each statement all that stands behind it, in the order of the page."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from lexatlas.core.claims import Claim, Verdict
from lexatlas.core.document import Document
from lexatlas.core.evidence import LedgerEntry, Quote
from lexatlas.core.provenance import Provenance
from lexatlas.core.statements import ClaimStatement, RecordStatement, Statement
from lexatlas.exports.view.addresses import to_the_words
from lexatlas.exports.view.facts import fact_row
from lexatlas.exports.view.lines import OF_WORDS, tongue
from lexatlas.exports.view.numbers import Numbers
from lexatlas.exports.view.quotes import Quotes
from lexatlas.exports.view.rights import EXCERPT, RIGHTS, word_count
from lexatlas.exports.view.values import Answer, Evidence, Foreign, Pair, QuoteView, Row
from lexatlas.exports.view.words import (
    FORCE,
    MARKS,
    MEANINGS,
    NO_QUOTE,
    PLAIN_QUOTATION,
    RECORD,
    RECORD_MEANING,
    counted,
    day_of,
    direction,
    language_name,
    language_tag,
    listed,
)

_HEADINGS = {
    "support": "Words of the source, whole unit",
    "exception": "Exception in the same provision",
    "against": "Says otherwise",
}
_BY_ID = ("coverage",)
"""Checks whose words are names for programs."""
_READ_BY = {
    "words": "the same words", "cue": "cue word", "gazetteer": "row of the gazetteer",
    "gloss": "row of the gloss",
    "reading": "read as a value", "locator": "the place of the quote", "label": "our label",
}  # fmt: skip


class Drawers:
    """Makes the drawers of one document."""

    def __init__(
        self, document: Document, provenance: Provenance | None, numbers: Numbers, quotes: Quotes
    ) -> None:
        """Keep what is looked up again for each drawer."""
        self.document, self.numbers, self.quotes = document, numbers, quotes
        self._snapshots = {snapshot.text: snapshot for snapshot in document.snapshots}
        self._places = {source.id: index for index, source in enumerate(document.sources, 1)}
        self._fetched = {each.source: day_of(each.at) for each in (provenance.fetched if provenance else ())}
        self._ledger = {entry.id: entry for entry in document.ledger}
        titles = (
            (key, source.title) for source in document.sources for key in (source.id, source.snapshot) if key
        )
        self._titles = dict(titles)

    def all(self) -> tuple[Evidence, ...]:
        """Return a drawer for each claim and record, each knowing the one before and the next."""
        made = [self._drawer(statement) for statement in self.numbers.order]
        anchors = [drawer.anchor for drawer in made]
        around = zip(made, anchors[-1:] + anchors[:-1], anchors[1:] + anchors[:1], strict=True)
        return tuple(replace(drawer, before=before, next=after) for drawer, before, after in around)

    def retrieved(self, source_id: str) -> str:
        """Return the date on which a source was read, "not recorded" without one."""
        return self._fetched.get(source_id, "not recorded")

    def _drawer(self, statement: Statement) -> Evidence:
        if isinstance(statement, RecordStatement):
            return self._record(statement)
        assert isinstance(statement, ClaimStatement)
        return self._claim(self.numbers.known[statement.claim], statement.label)

    def _claim(self, claim: Claim, label: str) -> Evidence:
        number = self.numbers.claims[claim.id]
        verdict = self.numbers.verdict(claim)
        first = next((quote for quote in claim.quotes if quote.role == "support"), None)
        rights, (lang, way) = self.quotes.rights, tongue(claim)
        cut = rights.is_cut(claim)
        return Evidence(
            anchor=f"evidence-{number}",
            statement=f"claim-{number}",
            name=f"claim {number}",
            mark=MARKS[verdict.code],
            sentence=": ".join(part for part in (label, rights.sentence(claim)) if part),
            lang=lang,
            dir=way,
            why=tuple(_why(claim, verdict, cut=cut)),
            quotes=tuple(self._quotes(claim, verdict)),
            facts=tuple(self._facts(claim, first)),
            dates=tuple(self._dates(first)) if first else (),
            pairs=() if cut else tuple(_pairs(claim, first)),
            answers=tuple(_answers(verdict, cut=cut)),
            source=self._source(first) if first else None,
        )

    def _quotes(self, claim: Claim, verdict: Verdict) -> Iterator[QuoteView]:
        order = ("support", "exception", "against")
        heading = ""
        for quote in sorted(claim.quotes, key=lambda quote: order.index(quote.role)):
            again = _HEADINGS[quote.role] == heading
            heading = _HEADINGS[quote.role]
            left_out = verdict.left_out if quote.role == "support" else ()
            yield self.quotes.show(quote, "" if again else heading, left_out)

    def _facts(self, claim: Claim, quote: Quote | None) -> Iterator[Row]:
        if quote is not None:
            yield Row("Locator", listed((quote.locator, _signs(quote))))
            yield Row("Part of text", quote.part.replace("-", " "))
            yield Row("Text state", self.text_state(quote.snapshot))
        yield Row("Force", self._force(claim))
        yield Row("Read by", self.quotes.reading.read_by.get(claim.id, "nobody"))
        yield Row("Origin", self.quotes.reading.origin(claim.origin))
        cut = self.quotes.rights.is_cut(claim)
        for kind, value in () if cut else dict.fromkeys(fact_row(fact) for fact in claim.facts):
            yield Row(f"Fact: {kind.lower()}", value)
        if quote is not None:
            yield from self._source_rows(quote)

    def _force(self, claim: Claim) -> str:
        holds = claim.holds
        basis = holds.basis.replace("_", " ")
        # The basis may name the date with its kind.
        since = f"since {holds.since}" if holds.since and holds.since not in basis else ""
        until = f"until {holds.until}" if holds.until and holds.until not in basis else ""
        on = f" on {self.document.brief.as_of}" if claim.force == "in force" else ""
        return listed((f"{FORCE[claim.force]}{on}", since, until, basis))

    def text_state(self, snapshot: str) -> str:
        """Return the state of a text, "not shown" where nothing says it."""
        found = self._snapshots.get(snapshot)
        return (
            found.text_state.replace("-", " ").replace("as enacted", "text as enacted")
            if found
            else "not shown"
        )

    def _source_rows(self, quote: Quote) -> Iterator[Row]:
        source = self.quotes.sources.get(quote.source)
        if source is None:
            return
        yield Row("Source", listed((source.tier, language_name(quote.language), source.publisher)))
        if source.rights != "open":
            yield Row("Rights", RIGHTS[source.rights])
        if source.rights == "quote-only":
            yield Row("Enclosed", EXCERPT)
        if source.address:  # on paper no link can be followed
            yield Row("Address", source.address)

    def _dates(self, quote: Quote) -> Iterator[Row]:
        source, snapshot = self.quotes.sources.get(quote.source), self._snapshots.get(quote.snapshot)
        yield Row("Document dated", (source.date if source else None) or "not shown")
        yield Row("Text as of", (snapshot.text_as_of if snapshot else None) or "not shown")
        yield Row("Retrieved", self.retrieved(quote.source))

    def _source(self, quote: Quote) -> Row | None:
        source, snapshot = self.quotes.sources.get(quote.source), self._snapshots.get(quote.snapshot)
        if source is None:
            return None
        words = word_count(quote.words)
        # A link to the words tells how they begin and end.
        kind = snapshot.media_type if snapshot and self.quotes.rights.words_shown(quote) == words else ""
        link = to_the_words(source.address, quote, kind)
        return Row(
            f"Source {self._places[source.id]}",
            source.title,
            self.quotes.address(quote) or link,
            f"source-{self._places[source.id]}",
        )

    def _record(self, statement: RecordStatement) -> Evidence:
        number = f"R{self.numbers.records[(statement.sentence, statement.ledger)]}"
        entries = [self._ledger[entry] for entry in statement.ledger if entry in self._ledger]
        return Evidence(
            anchor=f"evidence-{number}",
            statement=f"claim-{number}",
            name=f"record {number}",
            mark=RECORD,
            sentence=f"{statement.label}: {statement.sentence}" if statement.label else statement.sentence,
            why=(RECORD_MEANING,),
            facts=tuple(self._searched(entries)) or (Row("Ledger", "no entry is in this file"),),
        )

    def _searched(self, entries: list[LedgerEntry]) -> Iterator[Row]:
        for entry in entries:
            yield Row(f"Entry {entry.id}", f"looked for {entry.looked_for}; {counted(entry.hits, 'hit')}")
            if entry.nearest:
                yield Row("Nearest", "; ".join(entry.nearest))
        for texts in dict.fromkeys(entry.texts for entry in entries):
            named = "; ".join(dict.fromkeys(self._titles[text] for text in texts if text in self._titles))
            yield Row("Looked in", ": ".join(part for part in (counted(len(texts), "text"), named) if part))


def _why(claim: Claim, verdict: Verdict, *, cut: bool) -> Iterator[str]:
    if verdict.code == "verified" and verdict.plain_quotation:
        yield PLAIN_QUOTATION
    elif not claim.quotes:
        yield NO_QUOTE
    else:
        yield MEANINGS[verdict.code]
    for answer in verdict.answers:
        if (
            answer.answer == "no"
            and (answer.check in OF_WORDS or answer.check == "conflicts")
            and answer.reason
            # Without a quote each check says so in its own words; once is enough.
            and (claim.quotes or "quote" not in answer.reason)
        ):
            yield _told(answer.reason, () if cut else answer.words)


def _answers(verdict: Verdict, *, cut: bool) -> Iterator[Answer]:
    """Yield what the checks answered; those that say the same stand in one row."""
    rows: dict[tuple[str, str], list[str]] = {}
    for each in verdict.answers:
        told = _told(each.reason, () if cut or each.check in _BY_ID else each.words)
        rows.setdefault((each.answer, told), []).append(each.check)
    for (answer, told), checks in rows.items():
        yield Answer(", ".join(checks), answer.replace("-", " "), told)


def _told(reason: str, words: Iterable[str]) -> str:
    shown = "; ".join(f"“{word}”" for word in words if word)
    return " ".join(part for part in (reason, f"Words: {shown}." if shown else "") if part)


def _signs(quote: Quote) -> str:
    if not quote.parts:
        return ""
    return f"signs {quote.parts[0].start:,} to {quote.parts[-1].end:,}"


def _pairs(claim: Claim, quote: Quote | None) -> Iterator[Pair]:
    """Yield how each slot was read, for foreign quotes and wherever a value is not the quote's own words."""
    language = quote.language if quote else ""
    foreign = language.split("-")[0] != "en"
    if quote is None or not (
        foreign or any(slot.read_by not in ("words", "locator") for slot in claim.slots)
    ):
        return
    for slot in claim.slots:
        row = f"{_READ_BY[slot.read_by]}{f': {slot.row}' if slot.row else ''}"
        yield Pair(
            slot.name, slot.value, Foreign(slot.words, language_tag(language), direction(language)), row
        )
