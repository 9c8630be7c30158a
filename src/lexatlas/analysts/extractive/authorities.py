"""Who "the Authority" is: the definition of a body that the law then tells what to do."""

from collections import Counter
from collections.abc import Iterator

from lexatlas.analysts.extractive.asking import ASSET
from lexatlas.analysts.extractive.facts import ExtractedFact
from lexatlas.analysts.extractive.reading import COUNTED, Reading, ReadText, ReadUnit
from lexatlas.core.facts import Authority

Facts = dict[tuple[str, int], list[ExtractedFact]]
FEWEST_RULES = 2
"""A body that a law names and then tells what to do less often than this is not the one that supervises."""


def named_bodies(reading: Reading, facts: Facts) -> Iterator[tuple[ReadUnit, ExtractedFact]]:
    """Yield the definition of each text's main body, of texts that speak of the asset: the one that acts most."""
    for text in reading.texts:
        if text.reach in COUNTED and any(ASSET in unit.families for unit in text.units if unit.carries):
            found = [
                (acts, unit, fact)
                for unit, fact, name in _defined(text, facts)
                if (acts := _acts(text)[name]) >= FEWEST_RULES
            ]
            if found:
                _, unit, fact = max(found, key=lambda each: (each[0], -each[1].order))
                yield unit, fact


def _defined(text: ReadText, facts: Facts) -> Iterator[tuple[ReadUnit, ExtractedFact, str]]:
    for unit in (unit for unit in text.units if unit.force != "not yet"):
        for fact in facts.get((text.snapshot.text, unit.order), ()):
            if isinstance(fact.fact, Authority) and fact.fact.role == "defined":
                term = fact.fact.short or _labelled(text, unit)
                if term:
                    yield unit, fact, _plain(term)


def _labelled(text: ReadText, unit: ReadUnit) -> str:
    """Return the term that the structure gives a definition without quotation marks; "" where it gives none."""
    segment = text.text.segments[unit.unit.segment] if unit.unit.segment >= 0 else None
    return segment.label if segment is not None and segment.kind == "definition" else ""


def _acts(text: ReadText) -> Counter[str]:
    """Return how often each actor that is a public body must or may do something, by its name."""
    return Counter(
        _plain(unit.words[unit.norm.actor.start : unit.norm.actor.end])
        for unit in text.units
        if unit.by_authority and unit.norm is not None
    )


def _plain(name: str) -> str:
    """Return a name without its article and in small letters, as it is compared."""
    return name.casefold().removeprefix("the ").strip()
