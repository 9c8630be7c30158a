"""Passages: the units of a text as things that can be ranked."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from lexatlas.core.evidence import CanonicalText, Unit
from lexatlas.language.terms import content_words
from lexatlas.language.units import unit_words


@dataclass(frozen=True)
class Passage:
    """A unit with its words and its stems counted; `heading` holds the stems of what it stands under."""

    unit: Unit
    words: str
    terms: Counter[str]
    heading: frozenset[str]
    snapshot: str = ""

    @property
    def length(self) -> int:
        """The number of content words."""
        return sum(self.terms.values())


def passages(
    text: CanonicalText, units: Sequence[Unit], language: str = "en", snapshot: str = ""
) -> list[Passage]:
    """Return one passage for each unit, in the order of `units`; `snapshot` names the text it is from."""
    headings = _headings(text, language)
    found = []
    for unit in units:
        words = unit_words(text, unit).words
        terms = Counter(content_words(words, language))
        found.append(Passage(unit, words, terms, _above(text, unit, headings), snapshot))
    return found


def _headings(text: CanonicalText, language: str) -> dict[int, frozenset[str]]:
    """Return the stems of the headings that stand directly in a segment, by that segment."""
    found: dict[int, frozenset[str]] = {}
    for segment in text.segments:
        if segment.kind == "heading":
            stems = frozenset(content_words(text.text[segment.start : segment.end], language))
            found[segment.parent] = found.get(segment.parent, frozenset()) | stems
    return found


def _above(text: CanonicalText, unit: Unit, headings: dict[int, frozenset[str]]) -> frozenset[str]:
    found: frozenset[str] = frozenset()
    at = unit.segment
    while at >= 0:
        found |= headings.get(at, frozenset())
        at = text.segments[at].parent
    return found
