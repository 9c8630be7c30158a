"""The start that a law tells in its head, before its first article, as "In Kraft seit Februar 2022" does."""

from collections.abc import Iterator

from lexatlas.analysts.extractive.facts import ExtractedFact
from lexatlas.core.evidence import CanonicalText
from lexatlas.core.facts import LegalDate
from lexatlas.language.cues import phrases_regex
from lexatlas.language.dates import dates
from lexatlas.language.lexicon import lexicon
from lexatlas.language.units import units

_STARTS = ("applies_from", "in_force")
_HEAD = ("recital", "heading")
_LONGEST = 160
"""A longer line before the first article is of a preamble, which tells of other laws."""
_AT = 12
"""A line that tells the law's own start begins with it, in so many signs, unless it names the law itself."""


def headed_starts(text: CanonicalText, language: str) -> Iterator[tuple[ExtractedFact, LegalDate]]:
    """Yield the starts told before the first article, of the whole law; none where the text has no article."""
    first = min((one.start for one in text.segments if one.kind == "article"), default=0)
    for unit in units(text, language):
        begin, end = unit.parts[0].start, unit.parts[-1].end
        if begin >= first:
            return
        if unit.part in _HEAD:
            for line in text.text[begin:end].splitlines():
                for fact in _told(line, language):
                    yield ExtractedFact(fact, unit, unit.parts), fact


def _told(line: str, language: str) -> Iterator[LegalDate]:
    if len(line) > _LONGEST:
        return
    itself = phrases_regex(lexicon(language).words("scopes", "whole"), language).search(line)
    for found in dates(line, language):
        own = found.value.role in _STARTS and not found.value.scope
        if own and (itself or found.span.start <= _AT):
            yield found.value
