"""Which passages come nearest to an answer that could not be told, and where a reader finds them."""

from collections.abc import Iterable, Sequence

from lexatlas.analysts.extractive.asking import bidden
from lexatlas.analysts.extractive.forms import place_of
from lexatlas.analysts.extractive.reading import ReadUnit
from lexatlas.codebook.topic import FactQuestion
from lexatlas.retrieval.rank import Closeness, Query

MOST_PLACES = 5
"""Places that an entry of the ledger names."""


def nearest(
    question: FactQuestion,
    candidates: Sequence[ReadUnit],
    met: Iterable[ReadUnit],
    closeness: Closeness,
    wanted: Query,
) -> list[ReadUnit]:
    """Return the passages that meet what a question asks, nearest first, each once.

    `candidates`, in their order, come before the rest of `met`, which counts where it holds a cue of each kind
    that the question names: a passage that only shares a word with it is none.
    """
    rest = [unit for unit in met if _bears_cues(question, unit)]
    rest.sort(key=lambda unit: (-closeness.of(unit.passage, wanted), unit.order))
    by_place = {(unit.text.snapshot.text, unit.order): unit for unit in (*candidates, *rest)}
    return list(by_place.values())


def places_of(units: Iterable[ReadUnit]) -> tuple[str, ...]:
    """Return the first few places of units in English, each once; those that nothing names are left out."""
    named = dict.fromkeys(place for unit in units if (place := place_of(unit, unit.unit)))
    return tuple(named)[:MOST_PLACES]


def _bears_cues(question: FactQuestion, unit: ReadUnit) -> bool:
    if question.kinds[0] == "instrument":
        return False
    if unit.actor_families and unit.actor_families & frozenset(question.actor_none):
        return False
    if question.to_come and unit.norm is None and unit.force != "not yet":
        return False
    return not question.action or bool(bidden(unit) & frozenset(question.action))
