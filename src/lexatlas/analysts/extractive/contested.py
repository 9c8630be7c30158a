"""Texts that say opposite things: which of them tells the law, by rank and date, or that it stays contested."""

from dataclasses import dataclass

from lexatlas.analysts.extractive.reading import ReadUnit
from lexatlas.analysts.extractive.signals import Met, weight
from lexatlas.codebook.topic import Opposites, Topic


@dataclass(frozen=True)
class Settled:
    """The signals that still hold, and the pairs of sides that neither rank nor date settles."""

    met: Met
    contested: tuple[Opposites, ...]


def settle(topic: Topic, met: Met) -> Settled:
    """Drop the side that a text of higher rank, or a later one of the same rank, leaves no room for.

    A single text that says both is left alone: its own rules and exceptions stand in it. Dates count only where
    both sides show one.
    """
    contested = []
    for pair in topic.opposites:
        one, other = _units(pair.one, met), _units(pair.other, met)
        if not one or not other or _sources(one) & _sources(other):
            continue
        loser = _loser(pair, one, other)
        if loser:
            met = {name: (() if name in loser else units) for name, units in met.items()}
        elif pair.unsettled == "contested":
            contested.append(pair)
    return Settled(met, tuple(contested))


def _units(names: tuple[str, ...], met: Met) -> list[ReadUnit]:
    return [unit for name in names for unit in met.get(name, ())]


def _sources(units: list[ReadUnit]) -> set[str]:
    return {unit.source.id for unit in units}


def _loser(pair: Opposites, one: list[ReadUnit], other: list[ReadUnit]) -> tuple[str, ...]:
    """Return the signals of the side that gives way; empty when neither does."""
    ranks = [min(weight(unit)[0] for unit in side) for side in (one, other)]
    if ranks[0] != ranks[1]:
        return pair.other if ranks[0] < ranks[1] else pair.one
    dates = [max((unit.holds.since or "" for unit in side), default="") for side in (one, other)]
    if not all(dates) or dates[0] == dates[1]:
        return ()
    return pair.other if dates[0] > dates[1] else pair.one
