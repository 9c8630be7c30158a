"""Who "the Authority" is: the definition of a body that the law then tells what to do."""

import re
from collections import Counter
from collections.abc import Iterator

from lexatlas.analysts.extractive.facts import ExtractedFact
from lexatlas.analysts.extractive.known_families import ASSET
from lexatlas.analysts.extractive.reading import COUNTED, Reading, ReadText, ReadUnit
from lexatlas.core.facts import Authority, Definition
from lexatlas.core.templates import foreign
from lexatlas.language.actors import without_article
from lexatlas.language.cues import phrase_pattern
from lexatlas.language.wording import without_mark

Facts = dict[tuple[str, int], list[ExtractedFact]]
FEWEST_RULES = 2
"""A body that a law names and then tells what to do less often than this is not the one that supervises."""
_OPENING_WORDS = 3
"""A body among so many words at the start of a sentence is the one that acts in it, verb first or not."""
_ARABIC_THE = "ال"
_GRANTS = frozenset(("licence", "registration", "register", "decides", "supervises"))
_DECLINES, _SHORT_WORD = ("ru",), 4
"""Languages whose names end in case letters, and the longest word that is left as it is."""


def named_bodies(reading: Reading, facts: Facts) -> Iterator[tuple[ReadUnit, ExtractedFact]]:
    """Yield the definition of each text's main body, of texts that speak of the asset: the one that acts most."""
    for text in reading.texts:
        if text.reach in COUNTED and _rules_on_asset(text):
            acts = _acts(text)
            found = [
                (count, unit, fact)
                for unit, fact, name in _defined(text, facts)
                if (count := max(acts[name], _opened(text, name), _granting(text, name))) >= FEWEST_RULES
            ]
            if found:
                _, unit, fact = max(found, key=lambda each: (each[0], -each[1].order))
                yield unit, fact


def _rules_on_asset(text: ReadText) -> bool:
    """Return whether a text lays down rules on the asset: one that only names it in a definition does not."""
    carrying = [unit for unit in text.units if unit.carries and ASSET in unit.families | unit.about]
    return any(unit.part != "definition" or not foreign(text.snapshot.language) for unit in carrying)


def _defined(text: ReadText, facts: Facts) -> Iterator[tuple[ReadUnit, ExtractedFact, str]]:
    for unit in (unit for unit in text.units if unit.force != "not yet"):
        for fact in facts.get((text.snapshot.text, unit.order), ()):
            if isinstance(fact.fact, Authority) and fact.fact.role == "defined":
                term = fact.fact.short or _labelled(text, unit) or _given_meaning(text, unit, facts)
                if term:
                    yield unit, fact, without_article(term, text.snapshot.language)


def _labelled(text: ReadText, unit: ReadUnit) -> str:
    """Return the term that the structure gives a definition without quotation marks; "" where it gives none."""
    segment = text.text.segments[unit.unit.segment] if unit.unit.segment >= 0 else None
    return segment.label if segment is not None and segment.kind == "definition" else ""


def _given_meaning(text: ReadText, unit: ReadUnit, facts: Facts) -> str:
    """Return the term that the words of a unit give a meaning to ("Cơ quan quản lý là …"); "" for none."""
    if not foreign(text.snapshot.language):
        return ""
    held = facts.get((text.snapshot.text, unit.order), ())
    return next((fact.fact.term for fact in held if isinstance(fact.fact, Definition)), "")


def _opened(text: ReadText, name: str) -> int:
    """Return how many rules open with a body, where sentences without a modal bid and verbs may come first."""
    language = text.snapshot.language.split("-")[0]
    if not foreign(language):
        return 0
    term = re.compile(phrase_pattern(name.removeprefix(_ARABIC_THE), language), re.IGNORECASE)
    rules = (unit for unit in text.units if unit.part == "operative")
    return sum(term.search(_opening(unit.words, language)) is not None for unit in rules)


def _granting(text: ReadText, name: str) -> int:
    """Return how many rules on licences, registers or supervision name a body: "the licence of the authority"."""
    language = text.snapshot.language.split("-")[0]
    if not foreign(language):
        return 0
    term = re.compile(phrase_pattern(_stem(name, language), language), re.IGNORECASE)
    rules = (unit for unit in text.units if unit.part == "operative" and unit.families & _GRANTS)
    return sum(term.search(unit.words) is not None for unit in rules)


def _stem(name: str, language: str) -> str:
    """Return a name as a phrase that meets its cases, where a language declines names by their last letters."""
    if language not in _DECLINES:
        return name.removeprefix(_ARABIC_THE)
    return " ".join(word[:-2] + "*" if len(word) > _SHORT_WORD else word for word in name.split())


def _opening(words: str, language: str) -> str:
    """Return the first words of a sentence, numbering aside; in a script without spaces its first clause."""
    said = without_mark(words)
    if language in ("zh", "ja"):
        return re.split("[，。；：]", said, maxsplit=1)[0]
    return " ".join(said.split()[:_OPENING_WORDS])


def _acts(text: ReadText) -> Counter[str]:
    """Return how often each actor that is a public body must or may do something, by its name."""
    return Counter(
        without_article(unit.words[unit.norm.actor.start : unit.norm.actor.end], text.snapshot.language)
        for unit in text.units
        if unit.by_authority and unit.norm is not None
    )
