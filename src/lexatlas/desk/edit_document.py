"""The document that an edit makes: claims with new ids, sections, laws; judged and coded by the caller afterwards."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from lexatlas.codebook.topic import Topic
from lexatlas.core.claims import WRITTEN_BY, Claim, ForceState, Holds, new_claim
from lexatlas.core.document import Document, InstrumentEntry
from lexatlas.core.evidence import Quote
from lexatlas.core.statements import ClaimStatement, LabelStatement, Section, Statement
from lexatlas.desk.edit_changes import Changes, ClaimAsked, KeptQuote
from lexatlas.desk.edit_quotes import Texts, quotes_of
from lexatlas.desk.free_text import needed, on_one_line
from lexatlas.desk.outcome import Refused

LONGEST_SENTENCE = 1_200
MOST_ADDED = 50
DETAIL = "Detailed Explanation"
Timed = Callable[[Quote], tuple[Holds, ForceState]]
"""From when a quoted rule holds, worked out when first asked for: it reads the whole text."""


@dataclass(frozen=True)
class Made:
    """An edited document, not judged yet. `same` maps the new ids of claims to those that they had."""

    document: Document
    same: Mapping[str, str] = field(default_factory=dict)
    added: tuple[str, ...] = ()


def made(
    base: Document, texts: Texts, topic: Topic, changes: Changes, writer: str, timed: Timed
) -> Made | Refused:
    """Return the document that the changes make of `base`, or the first thing that does not fit.

    `writer` is the key of the person whose words changed claims are.
    """
    claims = base.claims_by_id()
    lost = next((name for name in _named(changes) if name not in claims), None)
    if lost is not None:
        return Refused(
            "A claim of the form is none of this version's. Open the version again; your words stand below."
        )
    if len({each.claim for each in changes.claims if each.claim}) < sum(
        bool(each.claim) for each in changes.claims
    ):
        return Refused("The form holds a claim twice. Open the version again; your words stand below.")
    if sum(not each.claim for each in changes.claims) > MOST_ADDED:
        return Refused(f"One edit adds at most {MOST_ADDED} claims. Save some of them first.")
    renamed: dict[str, Claim] = {}
    added: list[tuple[ClaimAsked, Claim]] = []
    for asked in changes.claims:
        claim = _claim(base, texts, topic, asked, claims.get(asked.claim), writer, timed)
        if isinstance(claim, Refused):
            return claim
        if asked.claim:
            renamed[asked.claim] = claim
        else:
            added.append((asked, claim))
    return _put_together(base, topic, changes, renamed, added)


def _named(changes: Changes) -> list[str]:
    over = changes.override.claims if changes.override else ()
    return [*(each.claim for each in changes.claims if each.claim), *changes.removed, *over]


def _claim(
    base: Document, texts: Texts, topic: Topic, asked: ClaimAsked, before: Claim | None, writer: str, timed: Timed
) -> Claim | Refused:  # fmt: skip
    sentence = on_one_line(asked.sentence)
    missing = needed(sentence, "The sentence of a claim", LONGEST_SENTENCE)
    if missing:
        return missing
    label = _label(topic, asked.question, before)
    if isinstance(label, Refused):
        return label
    quotes = _quotes(base, texts, asked, before)
    if isinstance(quotes, Refused):
        return quotes
    start = before or Claim(question=asked.question, form="free", sentence=sentence)
    new: dict[str, object] = {
        "sentence": sentence, "question": asked.question, "label": label, "quotes": quotes,
        "facts": start.facts if asked.facts is None else asked.facts,
    }  # fmt: skip
    if all(getattr(start, name) == value for name, value in new.items()) and before is not None:
        return before
    if sentence != start.sentence or quotes != start.quotes:
        # A template makes a sentence of slots; a person wrote this one.
        new |= {"form": "free", "template": "", "slots": ()}
    if quotes != start.quotes:
        holds, force = timed(quotes[0]) if quotes else (Holds(), "not shown")
        new |= {"holds": holds, "force": force}
    return new_claim(start.model_copy(update={**new, "origin": f"{WRITTEN_BY}{writer}"}))


def _label(topic: Topic, question: str, before: Claim | None) -> str | Refused:
    if before is not None and question == before.question:
        return before.label
    row = next((row for row in topic.facts if row.id == question), None)
    return (
        row.label
        if row
        else Refused("A claim stands under no question of the topic. Choose one of the list.")
    )


def _quotes(
    base: Document, texts: Texts, asked: ClaimAsked, before: Claim | None
) -> tuple[Quote, ...] | Refused:
    had = before.quotes if before else ()
    if asked.quotes is None:
        return had
    found: list[Quote] = []
    for each in asked.quotes:
        if isinstance(each, KeptQuote):
            if not 0 <= each.place < len(had):
                return Refused("A quote of the form is none of its claim's. Open the version again.")
            got: tuple[Quote, ...] | Refused = (had[each.place],)
        else:
            got = quotes_of(base, texts, each)
        if isinstance(got, Refused):
            return got
        for quote in got:
            # Words chosen anew in a rule that is quoted already move its highlight.
            found = [held for held in found if (held.snapshot, held.parts) != (quote.snapshot, quote.parts)]
            found.append(quote)
    return tuple(found)


def _put_together(
    base: Document, topic: Topic, changes: Changes, renamed: Mapping[str, Claim], added: list[tuple[ClaimAsked, Claim]]
) -> Made | Refused:  # fmt: skip
    gone = set(changes.removed)
    kept = [renamed.get(claim.id, claim) for claim in base.claims if claim.id not in gone]
    claims = [*kept, *(claim for _, claim in added)]
    if len({claim.id for claim in claims}) < len(claims):
        return Refused("Two claims say the same in the same words with the same quotes. Remove one of them.")
    ids = {old: claim.id for old, claim in renamed.items()}
    laws = _laws(base.instruments, changes, gone, ids)
    if isinstance(laws, Refused):
        return laws
    sections = []
    for section in base.sections:
        one = _section(section, changes, gone, ids, renamed, topic)
        if isinstance(one, Refused):
            return one
        sections.append(_with_added(one, added, topic))
    document = base.model_copy(
        update={"claims": tuple(claims), "sections": tuple(sections), "instruments": laws}
    )
    return Made(document, {new: old for old, new in ids.items()}, tuple(claim.id for _, claim in added))


def _laws(
    entries: tuple[InstrumentEntry, ...], changes: Changes, gone: set[str], ids: Mapping[str, str]
) -> tuple[InstrumentEntry, ...] | Refused:
    if set(changes.laws) - {entry.id for entry in entries}:
        return Refused("A law of the form is none of this version's. Open the version again.")
    return tuple(
        entry.model_copy(
            update={
                "dates": changes.laws.get(entry.id, entry.dates),
                "date_claims": tuple(ids.get(c, c) for c in entry.date_claims if c not in gone),
                "line_claim": "" if entry.line_claim in gone else ids.get(entry.line_claim, entry.line_claim),
            }
        )
        for entry in entries
    )


def _section(
    section: Section, changes: Changes, gone: set[str], ids: Mapping[str, str], renamed: Mapping[str, Claim],
    topic: Topic,
) -> Section | Refused:  # fmt: skip
    told = list(section.statements)
    order = changes.order.get(section.name)
    if order is not None:
        if sorted(order) != list(range(len(told))):
            return Refused(
                f"The order of {section.name} does not hold each statement once. Open the version again."
            )
        told = [told[place] for place in order]
    out = [kept for each in told if (kept := _statement(each, gone, ids, renamed, topic)) is not None]
    return section.model_copy(update={"statements": tuple(out)})


def _statement(
    each: Statement, gone: set[str], ids: Mapping[str, str], renamed: Mapping[str, Claim], topic: Topic
) -> Statement | None:
    if isinstance(each, ClaimStatement):
        if each.claim in gone:
            return None
        new = renamed.get(each.claim)
        if new is None:
            return each
        row = next((row for row in topic.facts if row.id == new.question), None)
        moved = each.group and row is not None and each.label not in ("", row.label)
        update = {"claim": ids[each.claim]}
        return each.model_copy(
            update={**update, "group": row.question, "label": row.label} if moved and row else update
        )
    if isinstance(each, LabelStatement):
        left = tuple(ids.get(claim, claim) for claim in each.claims if claim not in gone)
        # A point without a claim has nothing left to point at; the code's own label is made anew later.
        return None if each.claims and each.group and not left else each.model_copy(update={"claims": left})
    return each


def _with_added(section: Section, added: list[tuple[ClaimAsked, Claim]], topic: Topic) -> Section:
    """Return the section with the claims added to it: each under its question, and where it was asked for."""
    told = list(section.statements)
    order = {row.question: place for place, row in enumerate(topic.facts)}
    for asked, claim in added:
        row = next(row for row in topic.facts if row.id == claim.question)
        if section.name == asked.section != DETAIL:
            told.append(ClaimStatement(claim=claim.id, label=claim.label))
        elif section.name == DETAIL:
            later = (i for i, each in enumerate(told) if order.get(each.group, -1) > order[row.question])
            again = bool(asked.section) and asked.section != DETAIL
            told.insert(
                next(later, len(told)),
                ClaimStatement(claim=claim.id, label=row.label, group=row.question, again=again),
            )
    return section.model_copy(update={"statements": tuple(told)})
