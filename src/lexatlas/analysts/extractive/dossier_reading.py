"""Reads the texts of a dossier for one topic: facts first, then what they say of one another, then each unit."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, partial
from typing import NamedTuple

from lexatlas.analysts.extractive.awaiting import Awaiting, awaiting
from lexatlas.analysts.extractive.coined import with_coined
from lexatlas.analysts.extractive.facts import TELLING_TIERS, ExtractedFact, extract
from lexatlas.analysts.extractive.heard import Families, heard
from lexatlas.analysts.extractive.known_families import described
from lexatlas.analysts.extractive.own_money import own_money
from lexatlas.analysts.extractive.public_bodies import is_authority
from lexatlas.analysts.extractive.reach import Reach, reach_of
from lexatlas.analysts.extractive.reading import Reading, ReadText, ReadUnit, phrases
from lexatlas.analysts.extractive.repeals import repeals
from lexatlas.analysts.extractive.stems import stem_of_bar
from lexatlas.analysts.extractive.timing import Timing, read_timing
from lexatlas.codebook import Codebook
from lexatlas.codebook.topic import Topic
from lexatlas.core.claims import ForceState, Holds
from lexatlas.core.evidence import (
    CARRYING_PARTS,
    CanonicalText,
    Dossier,
    Snapshot,
    Source,
    Span,
)
from lexatlas.core.recipe import Brief
from lexatlas.language.kept import Kept
from lexatlas.language.modality import NormReading, read_norm
from lexatlas.language.units import units
from lexatlas.retrieval.passages import Passage, passages

_FACTS: Kept[tuple[ExtractedFact, ...]] = Kept()
_AWAITED: Kept[tuple[Awaiting, ...]] = Kept()
_NORMS: Kept[tuple[NormReading | None, ...]] = Kept()


class Times(NamedTuple):
    """When a provision holds, its force on the day asked about, and whether the text shows that it had begun."""

    holds: Holds
    force: ForceState
    out_of_time: bool


_TIMED: Kept[tuple[Timing, Mapping[int, Times]]] = Kept()


@dataclass(frozen=True)
class Begun:
    """A text with its facts, before it is known what other texts say of its end.

    `read_by` is what its facts rest on beside the text: language, the place's own money, whether it lays rules down.
    """

    source: Source
    reach: Reach
    snapshot: Snapshot
    text: CanonicalText
    listed: Families
    families: Families
    facts: tuple[ExtractedFact, ...]
    awaited: tuple[Awaiting, ...]
    read_by: tuple[str, str | None, bool]


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
    law = source.tier in TELLING_TIERS
    key = (snapshot.language, own, law)
    facts = _FACTS.of(text, key, lambda: tuple(extract(text, snapshot.language, own, law=law)))
    listed = phrases(topic.cues, snapshot.language)
    families = with_coined(listed, book.cues, text, facts, snapshot.language)
    awaited = _AWAITED.of(text, snapshot.language, lambda: awaiting(text, book.cues, snapshot.language))
    return Begun(source, reach, snapshot, text, listed, families, facts, awaited, key)


def _finish(begun: Begun, repealed: str | None, as_of: str) -> ReadText:
    text, language = begun.text, begun.snapshot.language
    words = heard(text, language)
    asked = words.numbers(begun.families)
    matcher = words.matcher(asked)
    timing, times = _timed(begun, repealed, as_of)
    read = ReadText(
        source=begun.source,
        reach=begun.reach,
        snapshot=begun.snapshot,
        text=text,
        listed=begun.listed,
        matcher=matcher,
        hits=words.hits(text, asked),
        timing=timing,
        facts=begun.facts,
        # Most actors act in many units: what was looked for once is not even put together again.
        families_in=cache(partial(words.families_in, asked=asked)),
    )
    title = frozenset(matcher.families_in(begun.source.title))
    found = passages(text, read.hits, language, begun.snapshot.text)
    rows = zip(found, _norms(text, found, language), strict=True)
    read.units.extend(
        _read_unit(order, read, passage, norm, title, times[passage.unit.segment])
        for order, (passage, norm) in enumerate(rows)
    )
    return read


def _timed(begun: Begun, repealed: str | None, as_of: str) -> tuple[Timing, Mapping[int, Times]]:
    """Return the dates of a text and, by segment, when each of its units holds, whatever is asked of it."""
    text, snapshot = begun.text, begun.snapshot

    def read() -> tuple[Timing, Mapping[int, Times]]:
        dates = read_timing(snapshot, text, begun.facts, as_of, repealed, begun.awaited)
        segments = {unit.segment for unit in units(text, snapshot.language)}
        return dates, {at: Times(dates.holds(at), dates.force(at), dates.out_of_time(at)) for at in segments}

    return _TIMED.of(text, (begun.read_by, snapshot.text_as_of, as_of, repealed), read)


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
    times: Times,
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
        families=described(passage.families),
        about=passage.heading_families | title,
        actor_families=actor,
        exception_families=read.families_in(" ".join(exceptions)),
        by_authority=is_authority(actor_words, actor, read.authorities, read.snapshot.language),
        holds=times.holds,
        force=times.force,
        out_of_time=times.out_of_time,
    )
