"""A statement as a line of the page: number, sentence, mark, and what falls short of its source."""

from collections.abc import Iterable
from dataclasses import replace

from lexatlas.codebook import load
from lexatlas.core.claims import CheckAnswer, Claim, Verdict
from lexatlas.core.document import Document
from lexatlas.core.statements import ClaimStatement, LabelStatement, RecordStatement, Statement
from lexatlas.core.templates import READER_LANGUAGE
from lexatlas.exports.view.numbers import Numbers, Told
from lexatlas.exports.view.quotes import Quotes
from lexatlas.exports.view.values import Foreign, Group, Line, Ref, Shortfall
from lexatlas.exports.view.words import FORCE, MARKS, RECORD, counted, direction, language_name, language_tag

OF_WORDS = (
    "quotes",
    "context",
    "wording",
    "numbers",
    "dates",
    "names",
    "negation",
    "actors",
    "placeholders",
    "slots",
    "typed",
    "values",
)
"""The checks whose answers make a verdict; others speak of tier, date or rights and stand in the drawer."""
_LEADS = {"placeholders": "A placeholder, not words of a law:", "context": "Leaves out:"}


class Lines:
    """Makes the lines of one document."""

    def __init__(self, document: Document, numbers: Numbers, quotes: Quotes) -> None:
        """Keep the document with the numbers of its claims."""
        self.document, self.numbers, self.rights = document, numbers, quotes.rights
        self._read_by = quotes.reading.read_by
        self._places = {source.id: index for index, source in enumerate(document.sources, 1)}

    def group(
        self, name: str, heading: str, statements: Iterable[tuple[int, Statement]], limit: int = 0
    ) -> Group:
        """Return statements of a section under a heading; past `limit` (0: none) they are folded.

        What is printed elsewhere becomes a reference at the end of the group.
        """
        lines: list[Line] = []
        refs: list[Ref] = []
        for index, statement in statements:
            line = self.line(statement, (name, index))
            if line is not None:
                lines.append(line)
            else:
                refs += [ref for ref in (self._ref(statement),) if ref is not None]
        shown, folded = (lines[:limit], lines[limit:]) if limit else (lines, [])
        return Group(
            heading=heading,
            lines=tuple(shown),
            refs=in_order(refs),
            fold=f"{counted(len(folded), 'more statement')}" if folded else "",
            folded=tuple(folded),
        )

    def _ref(self, statement: Statement) -> Ref | None:
        if isinstance(statement, ClaimStatement):
            return self.numbers.ref(statement.claim)
        return self.numbers.record_ref(statement) if isinstance(statement, RecordStatement) else None

    def line(self, statement: Statement, place: Told) -> Line | None:
        """Return the line, None where the statement is printed in full at another place."""
        if isinstance(statement, LabelStatement):
            lead, value = _label(statement, place[0])
            if place[0] == "Executive Summary" and lead[-1:].isalnum():
                lead += "."  # there a label stands among sentences
            return Line(
                kind="label", lead=lead, value=value, refs=in_order(self.numbers.refs(statement.claims))
            )
        if not self.numbers.at_home(statement, place):
            return None
        if isinstance(statement, RecordStatement):
            return self._record(statement)
        return self._claim(self.numbers.known[statement.claim], statement.label)

    def _record(self, statement: RecordStatement) -> Line:
        number = f"R{self.numbers.records[(statement.sentence, statement.ledger)]}"
        return Line(
            kind="record",
            number=number,
            anchor=f"claim-{number}",
            evidence=f"evidence-{number}",
            lead=statement.label,
            sentence=statement.sentence,
            mark=RECORD,
            beside=(f"Ledger: {counted(len(statement.ledger), 'search')}".replace("searchs", "searches"),),
        )

    def _claim(self, claim: Claim, label: str) -> Line:
        number = str(self.numbers.claims[claim.id])
        verdict = self.numbers.verdict(claim)
        same = self.numbers.same_words(claim)
        lang, way = (READER_LANGUAGE, "ltr") if same else tongue(claim)
        return Line(
            kind="claim",
            number=number,
            anchor=f"claim-{number}",
            evidence=f"evidence-{number}",
            lead=label,
            sentence=f"The same words as {same.name}, under another question."
            if same
            else self.rights.sentence(claim),
            lang=lang,
            dir=way,
            mark=MARKS[verdict.code],
            beside=self._beside(claim),
            shortfalls=self._shortfalls(claim, verdict),
            refs=(same,) if same else (),
        )

    def _shortfalls(self, claim: Claim, verdict: Verdict) -> tuple[Shortfall, ...]:
        found = shortfalls(claim, verdict)
        # Where a quote is cut, the words that a claim leaves out of it are not told either.
        return tuple(replace(each, words=()) for each in found) if self.rights.is_cut(claim) else found

    def _beside(self, claim: Claim) -> tuple[str, ...]:
        read_by = self._read_by.get(claim.id, "nobody")
        quote = next((quote for quote in claim.quotes if quote.role == "support"), None)
        if quote is None:
            return (f"No quote. Read by {read_by}",)
        number = self._places.get(quote.source)
        place = ", ".join(part for part in (quote.locator, f"source {number}" if number else "") if part)
        return place, f"{FORCE[claim.force]}. Read by {read_by}"


def tongue(claim: Claim) -> tuple[str, str]:
    """Return language and direction of a claim's sentence: those of the source where it is a quotation."""
    if claim.form not in ("words", "listed") or not claim.quotes:
        return READER_LANGUAGE, "ltr"
    language = claim.quotes[0].language
    return language_tag(language), direction(language)


def in_order(refs: Iterable[Ref]) -> tuple[Ref, ...]:
    """Return references each once, in the order of their numbers."""
    return tuple(sorted(dict.fromkeys(refs), key=lambda ref: (len(ref.name), ref.name)))


def _label(statement: LabelStatement, section: str) -> tuple[str, str]:
    """Return label and value for people: languages and places by their names, since codes are for programs."""
    text, value = statement.text, statement.value
    if section == "Notes" and not value:
        text, _, value = text.partition(": ")
    named = _NAMED.get(text)
    return text, ", ".join(named(code.strip()) for code in value.split(",")) if named else value


def _place_name(code: str) -> str:
    place = load().places.find(code)
    return f"{place.name} ({code})" if place else code


_NAMED = {"Languages read": language_name, "Also read, law of": _place_name}


def shortfalls(claim: Claim, verdict: Verdict) -> tuple[Shortfall, ...]:
    """Return what a claim leaves out, adds, or meets against it; empty when nothing falls short."""
    if verdict.code == "contradicted":
        return _against(claim, verdict)
    if verdict.code == "partial":
        return _in_part(claim, verdict)
    if verdict.code == "unverified" and claim.quotes:
        return _told(_noes(verdict, OF_WORDS)[:2])
    return ()


def _in_part(claim: Claim, verdict: Verdict) -> tuple[Shortfall, ...]:
    found: list[Shortfall] = []
    if verdict.left_out:
        found.append(Shortfall("Leaves out:", _words(claim, verdict.left_out)))
    shown = set(verdict.left_out)
    for answer in _noes(verdict, OF_WORDS):
        words = [word for word in answer.words if word and word not in shown]
        shown |= set(words)
        if words:
            lead = _LEADS.get(answer.check, "Not in the source:")
            found.append(Shortfall(lead, _words(claim, words) if answer.check == "context" else _ours(words)))
    return (
        tuple(found)
        or _told(_noes(verdict, OF_WORDS))
        or (Shortfall("Not every word of the claim pairs off."),)
    )


def _against(claim: Claim, verdict: Verdict) -> tuple[Shortfall, ...]:
    against = [quote for quote in claim.quotes if quote.role == "against"]
    found = tuple(
        Shortfall(
            f"{quote.locator or 'Another provision'} says otherwise:",
            (Foreign(quote.words, language_tag(quote.language), direction(quote.language)),),
            conflict=True,
        )
        for quote in against
    )
    return (
        found
        or _told(_noes(verdict, ("conflicts",)), conflict=True)
        or (Shortfall("Another quote says otherwise.", conflict=True),)
    )


def _noes(verdict: Verdict, names: tuple[str, ...]) -> list[CheckAnswer]:
    return [each for each in verdict.answers if each.answer == "no" and each.check in names]


def _told(answers: Iterable[CheckAnswer], *, conflict: bool = False) -> tuple[Shortfall, ...]:
    return tuple(Shortfall(each.reason or each.check, _ours(each.words), conflict) for each in answers)


def _ours(words: Iterable[str]) -> tuple[Foreign, ...]:
    return tuple(Foreign(word) for word in words if word)


def _words(claim: Claim, words: Iterable[str]) -> tuple[Foreign, ...]:
    language = claim.quotes[0].language if claim.quotes else ""
    return tuple(Foreign(word, language_tag(language), direction(language)) for word in words if word)
