"""Passages: the units of a text as things that can be ranked, with their cue families and their terms."""

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from operator import attrgetter
from typing import NamedTuple

from lexatlas.core.evidence import CanonicalText, Unit
from lexatlas.language.cues import CueHit
from lexatlas.language.kept import Kept
from lexatlas.language.terms import content_words
from lexatlas.language.units import unit_words, units

_start = attrgetter("start")
_HEADED = ("article", "group", "annex")
_LOOK_AHEAD = 3
"""A heading follows the segment that it names, so a short look ahead finds it."""


@dataclass(frozen=True, slots=True)
class Passage:
    """A unit with what it says and what it stands under.

    `families` are the cue families met in its words, `terms` its stems or Han pairs, counted; `heading_families`
    are those of the headings of its article and of the groups around it. `language` is a
    code without region; `snapshot` names the text.
    """

    unit: Unit
    words: str
    language: str
    snapshot: str
    families: frozenset[str]
    terms: Counter[str]
    heading_families: frozenset[str]


def passages(
    text: CanonicalText, hits: Sequence[CueHit], language: str = "en", snapshot: str = ""
) -> list[Passage]:
    """Return one passage for each unit of `text`, in reading order.

    `hits` are the cues found in the whole text, by place, as a `CueMatcher` finds them.
    """
    code = language.split("-")[0]
    above = _Above(text, hits)
    said = _SAID.of(text, code, lambda: tuple(_said(text, unit, code) for unit in units(text, code)))
    return [_passage(one, hits, code, snapshot, above) for one in said]


class _Said(NamedTuple):
    """What a unit says, whatever is asked of it."""

    unit: Unit
    words: str
    terms: Counter[str]


_SAID: Kept[tuple[_Said, ...]] = Kept()


def _said(text: CanonicalText, unit: Unit, code: str) -> _Said:
    words = unit_words(text, unit).words
    return _Said(unit, words, Counter(content_words(words, code)))


def _passage(said: _Said, hits: Sequence[CueHit], code: str, snapshot: str, above: "_Above") -> Passage:
    unit = said.unit
    return Passage(
        unit=unit,
        words=said.words,
        language=code,
        snapshot=snapshot,
        families=frozenset().union(*(families_within(hits, span.start, span.end) for span in unit.parts)),
        terms=said.terms,
        heading_families=above.of(unit.segment),
    )


def families_within(hits: Sequence[CueHit], start: int, end: int) -> frozenset[str]:
    """Return the families with a cue that lies in `[start, end)`; `hits` stand by place."""
    return frozenset(hit.family for hit in hits_within(hits, start, end))


def hits_within(hits: Sequence[CueHit], start: int, end: int) -> list[CueHit]:
    """Return the cues that lie in `[start, end)`, by place; `hits` stand by place."""
    # A hit is a tuple that begins with its family: the places are compared by a key.
    first = bisect_left(hits, start, key=_start)
    last = bisect_left(hits, end, first, key=_start)
    return [hit for hit in hits[first:last] if hit.end <= end]


class _Above:
    """The cue families of the headings above each segment of one text, worked out once for a segment."""

    def __init__(self, text: CanonicalText, hits: Sequence[CueHit]) -> None:
        self._segments, self._hits = text.segments, hits
        self._known: dict[int, frozenset[str]] = {-1: frozenset()}

    def of(self, index: int) -> frozenset[str]:
        """Return the families of the headings above the segment `index`, none for -1."""
        if index not in self._known:
            own = (families_within(self._hits, start, end) for start, end in self._headings(index))
            self._known[index] = self.of(self._segments[index].parent).union(*own)
        return self._known[index]

    def _headings(self, index: int) -> Iterator[tuple[int, int]]:
        above = self._segments[index]
        if above.kind in _HEADED:
            for segment in self._segments[index + 1 : index + 1 + _LOOK_AHEAD]:
                if segment.kind == "heading" and segment.parent == index and segment.end <= above.end:
                    yield segment.start, segment.end
