"""Does each date of a listed law stand in one of its texts, to that precision and as that kind (faults D1 and D2)?"""

from collections.abc import Iterable, Iterator
from functools import lru_cache

from lexatlas.checks.answer import cannot_tell, no, yes
from lexatlas.checks.view import Held, View
from lexatlas.core.claims import CheckAnswer, Claim
from lexatlas.core.document import Document, InstrumentEntry
from lexatlas.core.evidence import Snapshot, Span
from lexatlas.core.facts import LegalDate
from lexatlas.language.dates import dates

NAME = "listed-dates"
_SAME = {"applies_from": "in_force", "signed": "adopted", "ends": "repealed"}
"""Kinds that one cue may stand for: a law that applies from a day begins on it."""

_HEAD = ("note", "heading", "recital")
_UNTOLD = ("unknown", "event")
"""What a reading says where the words around a date give it none of the kinds of a law."""


def check_document(document: Document, view: View) -> list[CheckAnswer]:
    """Answer no for a date that none of the law's texts has, or that they give another kind."""
    if document.imported:
        return [cannot_tell(NAME, "The texts of the laws on an imported page are not archived.")]
    answers = [
        no(NAME, [entry.title, date.role, date.date or ""], fault)
        for entry in document.instruments
        for date in entry.dates
        for fault in _faults(entry, date, document, view)
    ]
    answers += [
        no(
            NAME,
            [claim.holds.since or claim.holds.until or "", claim.id],
            "Nothing that was read gives this day.",
        )
        for claim in document.claims
        if not _told(claim, view)
    ]
    return answers or [yes(NAME)]


def _faults(entry: InstrumentEntry, date: LegalDate, document: Document, view: View) -> Iterator[str]:
    if date.computed or not date.date:
        return
    texts = [(view.snapshots.get(source.snapshot), held) for source in document.sources
             if source.id in entry.sources and (held := view.held(source.snapshot))]  # fmt: skip
    if not texts or any(_stated(date.date, snapshot) for snapshot, _ in texts):
        return
    kinds = [kind for _, held in texts for kind in _kinds(date.date, held)]
    if not kinds:
        yield "This day stands in none of the texts of the law."
    elif _alike(date.role) not in {_alike(kind) for kind in kinds} and not set(kinds) & set(_UNTOLD):
        yield "The texts of the law give this date another kind."


def _alike(kind: str) -> str:
    return _SAME.get(kind, kind)


def _stated(date: str, snapshot: Snapshot | None) -> bool:
    """Return whether the file itself states the day in its metadata."""
    return snapshot is not None and any(date in value for value in snapshot.stated.values())


@lru_cache(maxsize=1024)
def _kinds_in(words: str, language: str, date: str) -> tuple[str, ...]:
    return tuple(row.value.role for row in dates(words, language) if row.value.date == date)


def _kinds(date: str, held: Held) -> list[str]:
    """Return the kinds that a text gives this very date, "unknown" where it only prints it; empty where it does not."""
    places = [span for span, printed in held.printed_dates if printed == date]
    text = held.text.text
    units = [
        unit
        for span in places
        for unit in held.units
        if any(part.start <= span.start and span.end <= part.end for part in unit.parts)
    ]
    if len(units) < len(places) or any(unit.part in _HEAD for unit in units):
        # At its head, and in notes, a law prints dates without a sentence that says their kind.
        return ["unknown"]
    words = [" ".join(text[part.start : part.end] for part in unit.parts) for unit in units]
    words += [_clause(text, span) for span in places]
    kinds = [kind for each in dict.fromkeys(words) for kind in _kinds_in(each, held.language, date)]
    return kinds or (["unknown"] if places else [])


def _clause(text: str, span: Span) -> str:
    """Return the words around a date up to the nearest full stop or line end: at its head a law runs them together."""
    start = max(text.rfind(sign, 0, span.start) + len(sign) for sign in (". ", "\n", "。", "; "))
    ends = [at for sign in (". ", "\n", "。", "; ") if (at := text.find(sign, span.end)) >= 0]
    return text[start : min(ends, default=len(text))]


def _told(claim: Claim, view: View) -> bool:
    """Return whether the days from or until which a claim is said to hold are told by a text that was read."""
    days = [day for day in (claim.holds.since, claim.holds.until) if day]
    helds = [held for sha in view.texts if (held := view.held(sha))]
    return (
        not days
        or not helds
        or _worded(claim.holds.basis, helds)
        or all(_somewhere(day, helds) for day in days)
    )


def _worded(basis: str, helds: Iterable[Held]) -> bool:
    """Return whether the words given as the ground of a day stand in a text: a rule from which it was worked out."""
    pieces = [piece.strip() for piece in basis.split(";") if sum(sign.isalpha() for sign in piece) > 3]
    return bool(pieces) and all(any(piece in held.text.text for held in helds) for piece in pieces)


def _somewhere(day: str, helds: Iterable[Held]) -> bool:
    return any(
        any(printed == day for _, printed in held.printed_dates)
        or any(segment.force_from == day for segment in held.text.segments)
        for held in helds
    )
