"""What an analyst sees of a dossier: each legal unit with its norm, its cue families and its time."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property, partial

from lexatlas.analysts.extractive.awaiting import Awaiting, awaiting
from lexatlas.analysts.extractive.coined import with_coined
from lexatlas.analysts.extractive.facts import TELLING_TIERS, ExtractedFact, extract
from lexatlas.analysts.extractive.heard import Families, heard
from lexatlas.analysts.extractive.known_families import described
from lexatlas.analysts.extractive.own_money import own_money
from lexatlas.analysts.extractive.public_bodies import is_authority
from lexatlas.analysts.extractive.reach import Reach, reach_of
from lexatlas.analysts.extractive.referring import referring
from lexatlas.analysts.extractive.repeals import repeals
from lexatlas.analysts.extractive.stems import stem_of_bar
from lexatlas.analysts.extractive.timing import Timing, read_timing
from lexatlas.codebook import Codebook
from lexatlas.codebook.topic import Family, Topic
from lexatlas.core.claims import ForceState, Holds
from lexatlas.core.evidence import (
    CARRYING_PARTS,
    CanonicalText,
    Dossier,
    PartOfText,
    Snapshot,
    Source,
    Span,
    Unit,
)
from lexatlas.core.facts import Authority
from lexatlas.core.recipe import Brief
from lexatlas.language.actors import without_article
from lexatlas.language.cues import CueHit, CueMatcher
from lexatlas.language.kept import Kept
from lexatlas.language.modality import NormReading, read_norm
from lexatlas.retrieval.passages import Passage, families_within, passages

COUNTED: tuple[Reach, ...] = ("own", "inherited")
"""Whose law says something of the place as a whole."""
MAX_HOPS = 2
"""How many references are followed from a provision: "section 11" that names "paragraph 5(h)" is two."""
POINTS_BACK = "such-clients"
"""The family of words that point back at what was named just before."""


_FACTS: Kept[tuple[ExtractedFact, ...]] = Kept()
_AWAITED: Kept[tuple[Awaiting, ...]] = Kept()
_NORMS: Kept[tuple[NormReading | None, ...]] = Kept()


@dataclass(frozen=True)
class Begun:
    """A text with its facts, before it is known what other texts say of its end."""

    source: Source
    reach: Reach
    snapshot: Snapshot
    text: CanonicalText
    listed: Families
    families: Families
    facts: tuple[ExtractedFact, ...]
    awaited: tuple[Awaiting, ...]


@dataclass(frozen=True, slots=True)
class ReadUnit:
    """A legal unit as the analyst weighs it.

    `passage` holds its words with the cue families met in them and in the headings above; `about` are the
    families of these headings and of the instrument's title; `actor_families` and `exception_families` those of
    the actor phrase and of exception clauses. `by_authority`: the rule tells a public body what to do, so it is
    none for persons or providers (codebook rule 6, "read the addressee"). `out_of_time`: the text is later than
    the date asked about and does not show when this rule began.
    """

    order: int
    text: "ReadText"
    passage: Passage
    norm: NormReading | None
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
    def families(self) -> frozenset[str]:
        """The cue families met in the words of the unit, or described by them."""
        return described(self.passage.families)

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
            spans = [text.text.segments[index] for index in fresh]
            found += [
                (text.families_within(span.start, span.end), index)
                for span, index in zip(spans, fresh, strict=True)
            ]
            border = [index for segment in fresh for index in links.by_segment(text.text, segment)]
        return found


def read_dossier(topic: Topic, dossier: Dossier, brief: Brief, book: Codebook) -> Reading:
    """Read every text of `dossier` once for `topic`; twins, and what was listed and not read, are left out.

    Texts stand by the ids of their sources, so that the order in which they were given changes no answer.
    """
    read = []
    for source in sorted(dossier.sources, key=lambda source: source.id):
        snapshot = dossier.snapshots.get(source.snapshot)
        if snapshot is not None and source.twin_of is None:
            reach = reach_of(source, brief, book)
            own = own_money(book, source.jurisdiction or brief.jurisdiction)
            text = dossier.texts[source.snapshot]
            read.append(_begin(topic, source, reach, snapshot, text, own, book))
    ended = repeals(read)
    texts = tuple(_finish(text, ended.get(text.source.id), brief.as_of) for text in read)
    return Reading(texts, _unread(dossier))


def _unread(dossier: Dossier) -> tuple[str, ...]:
    """Return the names of gaps that are no part of a text that was read: whole documents, or folders, were missed."""
    read = {name for source in dossier.sources for name in (source.path, source.address, source.title)}
    return tuple(dict.fromkeys(gap.what for gap in dossier.gaps if gap.what not in read))


def _begin(
    topic: Topic,
    source: Source,
    reach: Reach,
    snapshot: Snapshot,
    text: CanonicalText,
    own: str | None,
    book: Codebook,
) -> Begun:
    key = (snapshot.language, own)
    law = source.tier in TELLING_TIERS
    facts = _FACTS.of(text, (*key, law), lambda: tuple(extract(text, *key, law=law)))
    listed = phrases(topic.cues, snapshot.language)
    families = with_coined(listed, book.cues, text, facts, snapshot.language)
    awaited = _AWAITED.of(text, snapshot.language, lambda: awaiting(text, book.cues, snapshot.language))
    return Begun(source, reach, snapshot, text, listed, families, facts, awaited)


def _finish(begun: Begun, repealed: str | None, as_of: str) -> ReadText:
    text, language = begun.text, begun.snapshot.language
    words = heard(text, language)
    asked = words.numbers(begun.families)
    matcher = words.matcher(asked)
    read = ReadText(
        source=begun.source,
        reach=begun.reach,
        snapshot=begun.snapshot,
        text=text,
        listed=begun.listed,
        matcher=matcher,
        hits=words.hits(text, asked),
        timing=read_timing(begun.snapshot, text, begun.facts, as_of, repealed, begun.awaited),
        facts=begun.facts,
        families_in=partial(words.families_in, asked=asked),
    )
    title = frozenset(matcher.families_in(begun.source.title))
    found = passages(text, read.hits, language, begun.snapshot.text)
    rows = zip(found, _norms(text, found, language), strict=True)
    read.units.extend(
        _read_unit(order, read, passage, norm, title) for order, (passage, norm) in enumerate(rows)
    )
    return read


def phrases(cues: Mapping[str, Family], language: str) -> dict[str, tuple[str, ...]]:
    """Return the cue phrases of one language by family, families without any left out."""
    return {name: family.phrases(language) for name, family in cues.items() if family.phrases(language)}


def _whole_clause(words: str, span: Span) -> str:
    """Return the words of a clause; one that opens a list ("unless that person is:") runs on through its items."""
    opens = words[span.end : span.end + 2].lstrip()[:1] in (":", "—")
    return words[span.start :] if opens else words[span.start : span.end]


def _norms(text: CanonicalText, found: list[Passage], language: str) -> tuple[NormReading | None, ...]:
    """Return the norm of each unit that may carry one, read once whatever is asked of the text."""
    return _NORMS.of(text, language, lambda: tuple(_norm(passage, language) for passage in found))


def _norm(passage: Passage, language: str) -> NormReading | None:
    return read_norm(passage.words, language) if passage.unit.part in CARRYING_PARTS else None


def _read_unit(
    order: int,
    read: ReadText,
    passage: Passage,
    norm: NormReading | None,
    title: frozenset[str],
) -> ReadUnit:
    words, unit = passage.words, passage.unit
    actor_words = words[norm.actor.start : norm.actor.end] if norm else ""
    actor = read.families_in(actor_words or stem_of_bar(read.text, unit, norm))
    exceptions = [_whole_clause(words, clause.span) for clause in norm.exceptions] if norm else []
    return ReadUnit(
        order=order,
        text=read,
        passage=passage,
        norm=norm,
        about=passage.heading_families | title,
        actor_families=actor,
        exception_families=read.families_in(" ".join(exceptions)),
        by_authority=is_authority(actor_words, actor, read.authorities, read.snapshot.language),
        holds=read.timing.holds(unit.segment),
        force=read.timing.force(unit.segment),
        out_of_time=read.timing.out_of_time(unit.segment),
    )
