"""The values that answer a question at a place whose sentence cannot be told: an amount, a time, a body's own name."""

from collections.abc import Sequence

from lexatlas.analysts.extractive.facts import ExtractedFact
from lexatlas.analysts.extractive.glossed import value_slot
from lexatlas.analysts.extractive.reading import ReadUnit
from lexatlas.codebook.topic import FactQuestion
from lexatlas.core.claims import Slot
from lexatlas.core.evidence import Span
from lexatlas.core.facts import Authority, Count, LegalDate, Money, Rate
from lexatlas.language.calendar import dates_in
from lexatlas.language.critical import critical
from lexatlas.language.numerals import numbers

_VALUES = ("money", "rate", "count", "period", "date", "authority")
_BELOW = ("less_than", "more_than")
_MOST = 5
"""More values than this are a table, which a reader must see."""


def asked_first(question: FactQuestion) -> bool:
    """Return whether a question asks for a value before anything else."""
    return question.kinds[0] in _VALUES


def asked_values(
    question: FactQuestion, unit: ReadUnit, held: Sequence[ExtractedFact]
) -> list[tuple[ExtractedFact, Slot]]:
    """Return the values of the kinds asked for that a unit holds, each with its slot; none where they are not sure.

    Not sure is what stands beside a negation or an exception, many values, and a date that no words give. A body
    is named by the words that define it alone: "the Authority" is no name.
    """
    told = [one for one in held if one.kind in question.kinds and one.kind in _VALUES and _sure(one)]
    bodies = [one for one in told if isinstance(one.fact, Authority)]
    if question.kinds[0] == "authority" and bodies:
        return [_slotted(one, unit) for one in bodies[:1]]
    told = [one for one in told if one not in bodies]
    if not told or len(told) > _MOST or _turned(unit, [span for one in told for span in one.highlight]):
        return []
    return [_slotted(one, unit) for one in told]


def _sure(found: ExtractedFact) -> bool:
    if isinstance(found.fact, Authority):
        return found.fact.role == "defined"
    dated = not isinstance(found.fact, LegalDate) or (found.fact.date is not None and not found.fact.computed)
    return dated and len(found.highlight) == 1


def _slotted(found: ExtractedFact, unit: ReadUnit) -> tuple[ExtractedFact, Slot]:
    text = unit.text.text.text
    words = " ".join(" ".join(text[span.start : span.end] for span in found.highlight).split())
    if isinstance(found.fact, Authority):
        return found, Slot(name="value", value=words, words=words)
    language = unit.text.snapshot.language
    if isinstance(found.fact, LegalDate):
        days = dates_in(words, language.split("-")[0])
        words = words[days[0].span.start : days[0].span.end] if len(days) == 1 else words
    slot = value_slot(_bare(found, words, language), language)
    if slot.read_by == "words" and (said := _from_number(words, language)) != words:
        # "within" is said by words that no reader has in English: the length itself is read.
        read = value_slot(said, language)
        slot = read if read.read_by == "reading" else slot
    return found, slot


def _from_number(words: str, language: str) -> str:
    """Return what stands from the first number on; the words themselves where they hold none."""
    first = next(iter(numbers(words, language.split("-")[0])), None)
    return words[first.span.start :] if first else words


def _bare(found: ExtractedFact, words: str, language: str) -> str:
    """Return an amount without "less than": what is refused below it is asked from it on, and a list of one cannot say.

    The words themselves where nothing stands before the number.
    """
    if not isinstance(found.fact, Money | Rate | Count) or found.fact.comparator not in _BELOW:
        return words
    return _from_number(words, language)


def _turned(unit: ReadUnit, values: Sequence[Span]) -> bool:
    """Return whether a unit negates or excepts something outside the values ("not less than five days")."""
    text, language = unit.text.text.text, unit.text.snapshot.language
    for part in unit.unit.parts:
        for hit in critical(text[part.start : part.end], language):
            start, end = part.start + hit.start, part.start + hit.end
            within = any(span.start <= start and end <= span.end for span in values)
            if hit.kind in ("negation", "exception") and not within:
                return True
    return False
