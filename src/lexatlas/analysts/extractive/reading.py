"""What an analyst sees of a dossier: each legal unit with its norm, its cue families and its time."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from lexatlas.analysts.extractive.facts import ExtractedFact
from lexatlas.analysts.extractive.heard import Families
from lexatlas.analysts.extractive.reach import Reach
from lexatlas.analysts.extractive.referring import referring
from lexatlas.analysts.extractive.timing import Timing
from lexatlas.codebook.topic import Family
from lexatlas.core.claims import ForceState, Holds
from lexatlas.core.evidence import (
    CARRYING_PARTS,
    CanonicalText,
    PartOfText,
    Snapshot,
    Source,
    Unit,
)
from lexatlas.core.facts import Authority
from lexatlas.language.actors import without_article
from lexatlas.language.cues import CueHit, CueMatcher
from lexatlas.language.modality import NormReading
from lexatlas.retrieval.passages import Passage, families_within

COUNTED: tuple[Reach, ...] = ("own", "inherited")
"""Whose law says something of the place as a whole."""
MAX_HOPS = 2
"""How many references are followed from a provision: "section 11" that names "paragraph 5(h)" is two."""
POINTS_BACK = "such-clients"
"""The family of words that point back at what was named just before."""


@dataclass(frozen=True, slots=True)
class ReadUnit:
    """A legal unit as the analyst weighs it.

    `passage` holds its words with the cue families met in them and in the headings above; `about` are the
    families of these headings and of the instrument's title; `families` those met in its own words, or described by
    them; `actor_families` and `exception_families` those of
    the actor phrase and of exception clauses. `by_authority`: the rule tells a public body what to do, so it is
    none for persons or providers (codebook rule 6, "read the addressee"). `out_of_time`: the text is later than
    the date asked about and does not show when this rule began.
    """

    order: int
    text: "ReadText"
    passage: Passage
    norm: NormReading | None
    families: frozenset[str]
    about: frozenset[str]
    actor_families: frozenset[str]
    exception_families: frozenset[str]
    by_authority: bool
    holds: Holds
    force: ForceState
    out_of_time: bool

    @property
    def source(self) -> Source:
        """The document that the unit stands in."""
        return self.text.source

    @property
    def unit(self) -> Unit:
        """Where the unit stands in its text."""
        return self.passage.unit

    @property
    def words(self) -> str:
        """The words of the unit, parts joined by a space."""
        return self.passage.words

    @property
    def headings(self) -> frozenset[str]:
        """The cue families of the headings above the unit."""
        return self.passage.heading_families

    @property
    def part(self) -> PartOfText:
        """The part of the text that the unit stands in."""
        return self.unit.part

    @property
    def carries(self) -> bool:
        """Whether a fact may rest on this part of a text."""
        return self.unit.part in CARRYING_PARTS


@dataclass(frozen=True, eq=False)
class ReadText:
    """One source read for a topic; twins are left out, so that one instrument counts once.

    `listed` are the phrases of the codebook; `hits` are met by these and by terms that the text defines itself.
    `families_in` tells the families met in some words of the text, and remembers them for other topics.
    """

    source: Source
    reach: Reach
    snapshot: Snapshot
    text: CanonicalText
    listed: Families
    matcher: CueMatcher
    hits: tuple[CueHit, ...]
    timing: Timing
    facts: tuple[ExtractedFact, ...]
    families_in: Callable[[str], frozenset[str]]
    units: list[ReadUnit] = field(default_factory=list)
    _of_segment: dict[int, frozenset[str]] = field(default_factory=dict)

    def referred(self, unit: ReadUnit) -> list[int]:
        """Return the segments that the words of `unit` refer to."""
        return referring(self.text, self.snapshot.language).by_words(unit.words, unit.unit.segment)

    @cached_property
    def families(self) -> frozenset[str]:
        """The families met in any unit of the text."""
        return frozenset().union(*(unit.families for unit in self.units))

    @cached_property
    def _by_article(self) -> dict[int, list[ReadUnit]]:
        found: dict[int, list[ReadUnit]] = {}
        for unit in self.units:
            found.setdefault(unit.unit.article, []).append(unit)
        return found

    def of_article(self, article: int) -> list[ReadUnit]:
        """Return the units of one article (a segment's index), in reading order."""
        return self._by_article.get(article, [])

    @cached_property
    def authorities(self) -> frozenset[str]:
        """The names of public bodies that the text speaks of, in small letters, without their article."""
        found = [fact.fact for fact in self.facts if isinstance(fact.fact, Authority)]
        names = {name for fact in found for name in (fact.name, fact.short) if name}
        cues = {hit.cue.rstrip("*") for hit in self.hits if hit.family == "authority"}
        spoken = {self.text.text[hit.start : hit.end] for hit in self.hits if hit.family == "authority"}
        language = self.snapshot.language
        return frozenset(without_article(name, language) for name in names | cues | spoken)

    def families_within(self, start: int, end: int) -> frozenset[str]:
        """Return the families with a cue that lies in `[start, end)` of the text."""
        return families_within(self.hits, start, end)

    def families_of(self, index: int) -> frozenset[str]:
        """Return the families with a cue in one segment of the text."""
        if index not in self._of_segment:
            segment = self.text.segments[index]
            self._of_segment[index] = self.families_within(segment.start, segment.end)
        return self._of_segment[index]


@dataclass(frozen=True)
class Reading:
    """All texts of a dossier, read for one topic on one date; `unread` names what was given and could not be read."""

    texts: tuple[ReadText, ...]
    unread: tuple[str, ...] = ()
    _reached: dict[tuple[str, int], frozenset[str]] = field(default_factory=dict)

    def units(self) -> Iterator[ReadUnit]:
        """Yield the units that may carry a fact about the place, text by text, in reading order."""
        yield from self._counted

    @cached_property
    def _counted(self) -> tuple[ReadUnit, ...]:
        return tuple(
            unit for text in self.texts if text.reach in COUNTED for unit in text.units if unit.carries
        )

    def holding(self, every: Iterable[str], some: Iterable[str] = ()) -> Sequence[ReadUnit]:
        """Return those of `units()` that hold each family of `every` and, where any is named, one of `some`."""
        held = [self._by_family.get(name, frozenset()) for name in every]
        any_of = [self._by_family.get(name, frozenset()) for name in some]
        held += [frozenset().union(*any_of)] if any_of else []
        return (
            [self._counted[place] for place in sorted(frozenset.intersection(*held))]
            if held
            else self._counted
        )

    @cached_property
    def _by_family(self) -> dict[str, frozenset[int]]:
        found: dict[str, set[int]] = {}
        for place, unit in enumerate(self._counted):
            for name in unit.families:
                found.setdefault(name, set()).add(place)
        return {name: frozenset(places) for name, places in found.items()}

    def units_below(self) -> Iterator[ReadUnit]:
        """Yield the units of zones, states and members of the place, whose law holds there alone."""
        for text in self.texts:
            if text.reach == "below":
                yield from (unit for unit in text.units if unit.carries)

    def reached(self, unit: ReadUnit) -> frozenset[str]:
        """Return the families met in the provisions of the same instrument that `unit` refers to.

        "Such accounts" refers to the sentences before it in its article.
        """
        key = (unit.text.snapshot.text, unit.order)
        if key not in self._reached:
            named = [families for families, _ in self.reached_segments(unit)]
            if POINTS_BACK in unit.families and unit.unit.article >= 0:
                beside = unit.text.of_article(unit.unit.article)
                named += [other.families for other in beside if other.order < unit.order]
            self._reached[key] = frozenset().union(*named)
        return self._reached[key]

    def reached_segments(self, unit: ReadUnit) -> list[tuple[frozenset[str], int]]:
        """Return (families, segment index) for each provision that `unit` refers to, nearest first."""
        text, seen = unit.text, {unit.unit.segment}
        links, border = referring(text.text, text.snapshot.language), text.referred(unit)
        found = []
        for _ in range(MAX_HOPS):
            fresh = [index for index in dict.fromkeys(border) if index not in seen]
            seen.update(fresh)
            found += [(text.families_of(index), index) for index in fresh]
            border = [index for segment in fresh for index in links.by_segment(text.text, segment)]
        return found


def phrases(cues: Mapping[str, Family], language: str) -> dict[str, tuple[str, ...]]:
    """Return the cue phrases of one language by family, families without any left out."""
    return {name: family.phrases(language) for name, family in cues.items() if family.phrases(language)}
