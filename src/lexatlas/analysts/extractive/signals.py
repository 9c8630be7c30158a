"""Which legal units meet a signal of the codebook."""

from collections.abc import Iterable, Mapping

from lexatlas.analysts.extractive.asking import bidden, of_other_assets
from lexatlas.analysts.extractive.known_families import ASSET, PROVIDER
from lexatlas.analysts.extractive.openings import opening_families
from lexatlas.analysts.extractive.reading import Reading, ReadUnit
from lexatlas.analysts.extractive.repealing import repeals_a_rule
from lexatlas.codebook.topic import Signal, Topic
from lexatlas.core.evidence import LAW_KINDS, NOT_LAW_YET

_PERSONS = frozenset(("anyone", "provider", "individual", "retail", "bank", "supervised", "issue"))
_FIRST = frozenset(("anyone", "provider"))
_ACT_OR_ALL = frozenset(("anyone", "individual", "retail", "trade"))
"""Of whom a bar on an act may speak: of everybody, or of dealing itself in a list that its comma cuts short."""
LONG = 70
"""A rule of more words than this gives way to one that can be read whole; else the first in the law comes first."""
_LICENSED = frozenset((PROVIDER, "licence", "registration"))
_GONE = ("repealed", "superseded")

Place = tuple[str, int]
"""The id of a source, and the segment of a part, title or chapter of its text."""
Met = Mapping[str, tuple[ReadUnit, ...]]
"""Signal ids to the units that meet them, best first; an id without units maps to ()."""


def met_signals(topic: Topic, reading: Reading) -> Met:
    """Return for each signal of `topic` the units of all texts that meet it, best first."""
    alone = [signal for signal in topic.signals if not signal.beside]
    met = {signal.id: tuple(_best_first(topic, signal, reading, frozenset())) for signal in alone}
    for signal in topic.signals:
        if signal.beside:
            near = frozenset(_place(unit) for name in signal.beside for unit in met.get(name, ()))
            met[signal.id] = tuple(_best_first(topic, signal, reading, near))
    return {signal.id: met[signal.id] for signal in topic.signals}


def _place(unit: ReadUnit) -> Place:
    """Return the text and the innermost part, title or chapter of it that a unit stands in (-1: it has none)."""
    segments, index = unit.text.text.segments, unit.unit.segment
    while index >= 0 and segments[index].kind != "group":
        index = segments[index].parent
    return unit.text.source.id, index


def _best_first(topic: Topic, signal: Signal, reading: Reading, near: frozenset[Place]) -> list[ReadUnit]:
    # The law of a zone says nothing of the whole, but for what it lets its firms do for those outside.
    asks_zone = "zone" in (*signal.all, *signal.any, *signal.addressee)
    below = reading.units_below() if asks_zone or "below" in signal.level else ()
    # What a rule must hold in its own words, it is found by: few units are weighed.
    own = signal.all if signal.reach == "unit" else ()
    met = [unit for unit in (*reading.holding(own), *below) if meets(signal, unit, reading, near)]
    return sorted(
        met,
        key=lambda unit: (
            *weight(unit),
            of_other_assets(topic, unit),
            _of_the_asset(unit, reading),
            -_closeness(signal, unit),
            _addressee(unit),
            unit.norm is None or unit.norm.force == "states",
            "marketing" in unit.families,
            len(unit.words.split()) > LONG,
            unit.order,
        ),
    )


def _of_the_asset(unit: ReadUnit, reading: Reading) -> int:
    """A rule that names the asset, or refers to a list that does, comes before one that a whole law is full of."""
    named = ASSET in unit.families | unit.about or PROVIDER in unit.actor_families
    return 0 if named or ASSET in reading.reached(unit) else 1


def _addressee(unit: ReadUnit) -> int:
    """Rules for everybody and for providers come before rules for others, then those whose actor is a thing."""
    if unit.actor_families & _FIRST:
        return 0
    return 1 if unit.actor_families & _PERSONS else 2


def weight(unit: ReadUnit) -> tuple[int, int, int]:
    """Return a sort key, smaller first: rank of norm, tier, operative before the rest."""
    kind = unit.source.kind
    rank = LAW_KINDS.index(kind) if kind in LAW_KINDS else len(LAW_KINDS)
    part = ("operative", "transitional", "definition").index(unit.part) if unit.carries else 3
    return (rank, int(unit.source.tier[1]), part)


def _closeness(signal: Signal, unit: ReadUnit) -> int:
    return len(unit.families & frozenset(signal.families()))


def meets(signal: Signal, unit: ReadUnit, reading: Reading, near: frozenset[Place] = frozenset()) -> bool:
    """Return whether one unit says what the signal asks for, in a text that may carry a status.

    `near` are the parts of laws where a signal that it may stand beside is met.
    """
    return (
        unit.part in signal.parts
        and unit.source.tier in signal.tiers
        and (not signal.kinds or unit.source.kind in signal.kinds)
        and (not signal.level or unit.text.reach in signal.level)
        and _in_time(signal, unit)
        and _has_force(signal, unit)
        and _addressed(signal, unit)
        and (not signal.of_act or _of_act(signal, unit))
        and _has_families(signal, unit, reading, near)
        and (not signal.action or _met_in(signal.action, bidden(unit)))
        and (not signal.figure or _met_in(signal.figure, _kinds_held(unit)))
        and (signal.when == "ended" or not repeals_a_rule(unit))
    )


def _of_act(signal: Signal, unit: ReadUnit) -> bool:
    """Whether a bar is on the act itself: "promoters shall not recommend trading" is none on trading."""
    if unit.norm is None or unit.norm.actor.start == unit.norm.actor.end:
        return True
    return bool(unit.actor_families & (frozenset(signal.all) - {ASSET} | _ACT_OR_ALL))


def _kinds_held(unit: ReadUnit) -> frozenset[str]:
    """Return the kinds of the facts that stand in the words of the unit."""
    own = unit.unit.parts
    return frozenset(
        fact.kind
        for fact in unit.text.facts
        if any(part.start <= fact.unit.parts[-1].start < part.end for part in own)
    )


def _in_time(signal: Signal, unit: ReadUnit) -> bool:
    proposed = unit.source.kind in NOT_LAW_YET
    waits = unit.force == "not yet"
    if signal.when == "in-force":
        return not (proposed or waits or unit.force in _GONE or unit.out_of_time)
    if unit.text.timing.unmade:
        return signal.when == "ended" and unit.force in _GONE
    return {
        "pending": waits or proposed,
        "adopted": waits and not proposed,
        "proposed": proposed,
        "ended": unit.force in _GONE and not proposed,
    }[signal.when]


def _has_force(signal: Signal, unit: ReadUnit) -> bool:
    if unit.norm is None:
        return "states" in signal.force
    return unit.norm.force in signal.force


def _addressed(signal: Signal, unit: ReadUnit) -> bool:
    """What a public body must or may do is no rule for others, unless the signal asks for it."""
    return not unit.by_authority or "authority" in (*signal.addressee, *signal.all, *signal.any)


def _has_families(signal: Signal, unit: ReadUnit, reading: Reading, near: frozenset[Place]) -> bool:
    here = unit.families
    if here & frozenset(signal.none):
        return False
    # A law on the asset need not name it in every duty that it lays down.
    named = not signal.any or (here | (unit.about & {ASSET})) & frozenset(signal.any)
    if not named and _place(unit) not in near:
        return False
    if signal.unless and not _met_in(signal.unless, unit.exception_families):
        return False
    if signal.addressee and not _met_in(signal.addressee, opening_families(unit)):
        return False
    lacking = frozenset(signal.all) - here
    if lacking and signal.reach != "unit":
        lacking -= reading.reached(unit)
    if signal.reach == "law" and here & _LICENSED:
        # "Those licensed under this Act" are providers in the asset where the title or a heading names it.
        lacking -= unit.about & {ASSET}
    return not lacking


def _met_in(wanted: Iterable[str], found: frozenset[str]) -> bool:
    return bool(found & frozenset(wanted))
