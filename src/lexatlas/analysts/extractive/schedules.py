"""Figures that a rule leaves to a schedule: the rows of a table which a provision on the same matter refers to."""

from collections.abc import Iterator

from lexatlas.analysts.extractive.facts import ExtractedFact
from lexatlas.analysts.extractive.reading import COUNTED, Reading, ReadText, ReadUnit
from lexatlas.codebook.topic import FactQuestion
from lexatlas.language.cues import phrases_regex
from lexatlas.language.lexicon import lexicon

_HEAD = 400
"""Characters at the head of a schedule that say what it is about, the head of its table among them."""
_FIGURES = ("money", "rate", "count", "period")

Facts = dict[tuple[str, int], list[ExtractedFact]]


def rows(question: FactQuestion, reading: Reading, facts: Facts, rules: list[ReadUnit]) -> Iterator[ReadUnit]:
    """Yield each row that holds a figure of a kind asked for, in the order of the text.

    Only rows of a schedule whose head, or own words, speak of what is asked, and to which one of `rules`
    refers: a figure in a schedule holds by the rule that calls for it.
    """
    for text in reading.texts:
        if text.reach in COUNTED:
            called = _called(text, [rule for rule in rules if rule.text is text])
            for unit in text.units if called else ():
                asked = unit.unit.article in called and _about(question, text, unit)
                if asked and _has_figure(question, unit, facts):
                    yield unit


def _called(text: ReadText, rules: list[ReadUnit]) -> frozenset[int]:
    """Return the annexes and schedules that the rules refer to; "the Schedule" is the only one that there is."""
    annexes = frozenset(index for index, part in enumerate(text.text.segments) if part.kind == "annex")
    named = {index for rule in rules for index in text.referred(rule)}
    if len(annexes) == 1 and any(map(calls_schedule, rules)):
        return annexes
    return annexes & named


def calls_schedule(unit: ReadUnit) -> bool:
    """Return whether a rule leaves something to an annex or a schedule."""
    lex = lexicon(unit.text.snapshot.language)
    return phrases_regex(lex.words("scopes", "annex"), lex.language).search(unit.words) is not None


def _has_figure(question: FactQuestion, unit: ReadUnit, facts: Facts) -> bool:
    if unit.part != "schedule" or unit.text.text.segments[unit.unit.segment].kind != "row":
        return False
    held = facts.get((unit.text.snapshot.text, unit.order), ())
    return any(fact.kind in question.kinds and fact.kind in _FIGURES for fact in held)


def _about(question: FactQuestion, text: ReadText, unit: ReadUnit) -> bool:
    annex = text.text.segments[unit.unit.article]
    head = text.families_within(annex.start, min(annex.end, annex.start + _HEAD))
    return bool(frozenset(question.all) & (head | unit.families | unit.headings))
