"""Twins: one instrument in several files, so that copies and translations count once."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from heapq import nsmallest

from lexatlas.core.evidence import Snapshot, Source
from lexatlas.sources.fingerprint import MARKS

_SAMPLED = MARKS // 4
_ALIKE = 0.5
_ALL_PAIRS = 600
_LAST = 6
_LIKELIEST = 24
_LANGUAGE_CODES = "en|fr|de|es|pt|it|nl|mt|ru|ar|vi|zh|eng|fra|deu|spa|por|ita|nld|mlt|rus|ara|vie|zho"
_LANGUAGE_TAIL = re.compile(rf"[/_.-](?:{_LANGUAGE_CODES})/?$|/$")
_STRUCTURED = (
    "lawjson",
    "justice-canada",
    "akoma-ntoso",
    "xml",
    "html",
    "docx",
    "web-page",
    "markdown",
    "text",
)


def mark_twins(
    sources: Sequence[Source], snapshots: Mapping[str, Snapshot], prints: Mapping[str, frozenset[int]]
) -> tuple[Source, ...]:
    """Return the sources with `twin_of` set: each group's preferred file keeps None, the others name it.

    Files are twins when their addresses are one but for the language, or their words are largely the same, as
    `prints` tell: the fingerprints of the texts, by snapshot. A structured form is preferred to plain text, then
    the first language of the group, then the order given.
    """
    groups = _grouped(sources, [prints.get(source.snapshot, frozenset()) for source in sources])
    chosen: dict[str, str] = {}
    for group in groups:
        best = min(group, key=lambda index: _rank(sources[index], snapshots, index, group, sources))
        for index in group:
            if index != best:
                chosen[sources[index].id] = sources[best].id
    return tuple(source.model_copy(update={"twin_of": chosen.get(source.id)}) for source in sources)


def _grouped(sources: Sequence[Source], prints: Sequence[frozenset[int]]) -> list[list[int]]:
    """Join pairs of twins into groups, in the order of their first members."""
    above = list(range(len(sources)))
    for earlier, later in _pairs(sources, prints):
        first, second = _leader(above, earlier), _leader(above, later)
        if first != second and _same(sources[earlier], sources[later], prints[earlier], prints[later]):
            above[max(first, second)] = min(first, second)
    groups: dict[int, list[int]] = {}
    for index in range(len(sources)):
        groups.setdefault(_leader(above, index), []).append(index)
    return [group for group in groups.values() if len(group) > 1]


def _leader(above: list[int], index: int) -> int:
    """The first member of the group that `index` is in; the way there is shortened."""
    while above[index] != index:
        above[index] = above[above[index]]
        index = above[index]
    return index


def _pairs(sources: Sequence[Source], prints: Sequence[frozenset[int]]) -> Iterator[tuple[int, int]]:
    """Pairs to compare: all of a library of usual size, of a larger one those that share something.

    Comparing each of many thousand files with each other would take an hour. Copies in a row share with the last few.
    """
    if len(sources) <= _ALL_PAIRS:
        yield from ((earlier, later) for later in range(len(sources)) for earlier in range(later))
        return
    seen: dict[object, list[int]] = {}
    for later, source in enumerate(sources):
        keys: list[object] = [source.snapshot, ("title", source.title.casefold())]
        keys += [_stem(source.address)] if source.address else []
        keys += nsmallest(_SAMPLED, prints[later])
        shared = Counter(earlier for key in keys for earlier in seen.get(key, ())[-_LAST:])
        yield from ((earlier, later) for earlier, _ in shared.most_common(_LIKELIEST))
        for key in keys:
            seen.setdefault(key, []).append(later)


def _same(first: Source, second: Source, one: frozenset[int], other: frozenset[int]) -> bool:
    if first.snapshot and first.snapshot == second.snapshot:
        return True
    if first.jurisdiction != second.jurisdiction:
        return False
    if first.address and second.address and _stem(first.address) == _stem(second.address):
        return first.language != second.language or _are_alike(one, other)
    same_title = bool(first.title) and first.title.casefold() == second.title.casefold()
    return _are_alike(one, other) or (
        same_title and first.kind == second.kind and first.language != second.language
    )


def _stem(address: str) -> str:
    """An address without its scheme, file form and last language code."""
    bare = address.split("://", 1)[-1].split("#")[0].lower().replace("/eng/", "/*/").replace("/fra/", "/*/")
    bare = bare.replace("/acts/", "/lois/").replace("/regulations/", "/reglements/")
    return _LANGUAGE_TAIL.sub("", bare)


def _are_alike(one: frozenset[int], other: frozenset[int]) -> bool:
    """Whether half of the words of two texts are the same, as their marks tell; few marks must all be equal."""
    if len(one) < _SAMPLED // 2 or len(other) < _SAMPLED // 2:
        return bool(one) and one == other
    shared, looked_at = one & other, min(len(one), len(other))
    if len(shared) < _ALIKE * looked_at:
        return False
    highest = sorted(one | other)[looked_at - 1]
    return sum(mark <= highest for mark in shared) >= _ALIKE * looked_at


def _rank(
    source: Source, snapshots: Mapping[str, Snapshot], index: int, group: list[int], sources: Sequence[Source]
) -> tuple[int, int, int, int]:
    snapshot = snapshots.get(source.snapshot)
    translated = int(bool(snapshot and snapshot.text_state.startswith("translation")))
    form = _STRUCTURED.index(snapshot.reader.name) if snapshot and snapshot.reader.name in _STRUCTURED else 99
    # Two official languages are equal; the one that most of the group's files are in leads, then English.
    languages = [sources[other].language for other in group]
    return translated, -languages.count(source.language), int(source.language != "en"), form * 1000 + index
