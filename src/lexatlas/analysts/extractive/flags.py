"""The flags of an answer (codebook rule 3): what a reader must know beside the code, each with what shows it."""

from collections.abc import Iterator, Sequence

from lexatlas.analysts.extractive.maturity import pending, proposed
from lexatlas.analysts.extractive.reading import Reading, ReadUnit
from lexatlas.analysts.extractive.signals import Met
from lexatlas.codebook import Codebook
from lexatlas.codebook.topic import Signal, Topic
from lexatlas.core.claims import Claim
from lexatlas.core.document import Flag
from lexatlas.core.recipe import Brief

_SCOPES = {"zone": "zone", "state": "state", "province": "state", "territory": "state", "district": "state"}
"""Kinds of place whose law holds in a part only, as the flag names them."""


def flags_of(
    brief: Brief, book: Codebook, topic: Topic, reading: Reading, met: Met, claims: Sequence[Claim]
) -> tuple[Flag, ...]:
    """Return each flag once, in a fixed order: scope, what the signals raise, what is about to change.

    A flag that a signal raises is told where a claim of the page shows its rule; a change to come names the
    instrument and the first day shown for it.
    """
    found = (*_scope(brief, book), *_raised(topic, met, claims), *_changes(topic, reading, met, claims))
    once: dict[tuple[str, str], Flag] = {}
    for flag in found:
        once.setdefault((flag.name, flag.value), flag)
    return tuple(once.values())


def _scope(brief: Brief, book: Codebook) -> Iterator[Flag]:
    place = book.places.find(brief.jurisdiction)
    if place is not None and place.kind in _SCOPES:
        yield Flag(name="scope", value=_SCOPES[place.kind])


def _raised(topic: Topic, met: Met, claims: Sequence[Claim]) -> Iterator[Flag]:
    for signal in topic.signals:
        if signal.flag is None or signal.flag == "pending-change":
            continue
        shown = _showing(met.get(signal.id, ()), claims)
        if shown:
            yield Flag(name=signal.flag, value=signal.flag_value or "yes", claims=shown)


def _changes(topic: Topic, reading: Reading, met: Met, claims: Sequence[Claim]) -> Iterator[Flag]:
    shown = {
        unit.source.id: _showing(met[signal.id], claims)
        for signal in topic.signals
        if _of_change(signal)
        for unit in met.get(signal.id, ())[:1]
    }
    for text, since in pending(reading):
        value = text.source.title + (f", from {since}" if since else "")
        yield Flag(name="pending-change", value=value, claims=shown.get(text.source.id, ()))
    for text in proposed(reading):
        yield Flag(name="pending-change", value=text.source.title, claims=shown.get(text.source.id, ()))


def _of_change(signal: Signal) -> bool:
    return signal.when in ("pending", "adopted", "proposed")


def _showing(units: Sequence[ReadUnit], claims: Sequence[Claim]) -> tuple[str, ...]:
    """Return the claims of the page that quote one of these units."""
    shown = [claim for claim in claims if any(_quotes(claim, unit) for unit in units)]
    # Two questions may tell one sentence: it shows the flag once.
    return tuple({claim.sentence: claim.id for claim in reversed(shown)}.values())[::-1]


def _quotes(claim: Claim, unit: ReadUnit) -> bool:
    own = unit.unit.parts
    return any(
        quote.snapshot == unit.text.snapshot.text and any(part.start == span.start for span in own)
        for quote in claim.quotes
        for part in quote.parts[-1:]
    )
