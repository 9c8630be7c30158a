"""The status that the rules give a page which people have edited: it rests on what the page still shows."""

from collections.abc import Collection, Sequence

from lexatlas.analysts.extractive.analyst import carried_by_signal
from lexatlas.analysts.extractive.dossier_reading import read_dossier
from lexatlas.analysts.extractive.reading import ReadUnit
from lexatlas.analysts.extractive.status import MOST_GROUNDS, grounds, status_of
from lexatlas.codebook import Codebook
from lexatlas.core.claims import Claim, ForceState, Holds
from lexatlas.core.document import Status
from lexatlas.core.evidence import Dossier, Quote
from lexatlas.core.recipe import Brief


def status_shown_by(
    brief: Brief, book: Codebook, dossier: Dossier, claims: Sequence[Claim], carrying: Collection[str]
) -> Status:
    """Return the status by the rules of `book`, resting on those of `claims` whose ids are in `carrying`.

    What the program itself would show is taken where it stands; else a claim that quotes a rule which meets the
    signal. A signal that nothing on the page shows any more is left out, and the rules run again without it: nobody
    could read what such a code rests on.
    """
    topic = book.topic(brief.topic)
    reading = read_dossier(topic, dossier, brief, book)
    able = [claim for claim in claims if claim.id in carrying]
    gone: set[str] = set()
    while True:
        coding, met = grounds(brief, book, topic, reading, gone)
        told = carried_by_signal(topic, reading, met, coding.grounds)
        shown = {signal: _shown(told.get(signal, ()), met[signal], able) for signal in coding.grounds}
        lost = {signal for signal in coding.grounds if told.get(signal) and not shown[signal]}
        if not lost:
            return status_of(brief, book, topic, reading, coding, met, shown, claims)
        gone |= lost


def when_it_holds(brief: Brief, book: Codebook, dossier: Dossier, quote: Quote) -> tuple[Holds, ForceState]:
    """Return from when until when the rule that a quote holds is law, as the analyst reads it, else "not shown"."""
    for text in read_dossier(book.topic(brief.topic), dossier, brief, book).texts:
        for unit in text.units:
            if _covers(quote, unit):
                return unit.holds, unit.force
    return Holds(), "not shown"


def _shown(told: Sequence[Claim], units: Sequence[ReadUnit], able: Sequence[Claim]) -> list[Claim]:
    ids = {claim.id for claim in able}
    kept = [claim for claim in told if claim.id in ids]
    return kept or [claim for claim in able if any(_quotes(claim, unit) for unit in units)][:MOST_GROUNDS]


def _quotes(claim: Claim, unit: ReadUnit) -> bool:
    return any(quote.role == "support" and _covers(quote, unit) for quote in claim.quotes)


def _covers(quote: Quote, unit: ReadUnit) -> bool:
    """Whether a quote holds every part of a unit."""
    return quote.snapshot == unit.text.snapshot.text and all(
        any(held.start <= part.start and part.end <= held.end for held in quote.parts)
        for part in unit.unit.parts
    )
