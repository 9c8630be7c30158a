"""Passages with signs that could not be read: kept in their place, set apart so that nothing rests on them."""

import re
from bisect import bisect_right
from dataclasses import replace

from lexatlas.core.evidence import CARRYING_PARTS, CanonicalText, Segment

# What stands for undecodable bytes, and for what is no text at all, such as a formula.
_BROKEN = re.compile("[\ufffd\ufffc]")
_WHOLE = frozenset({"paragraph", "article", "row", "recital"})
_HOLDERS = frozenset({"group", "annex"})


def set_apart(text: CanonicalText) -> CanonicalText:
    """Return `text` with each paragraph (else article) that holds such a sign as a note, and a gap for them.

    A list is taken whole with its stem: a point without its stem would read otherwise.
    """
    if not _BROKEN.search(text.text):
        return text
    lost = sorted({_whole(text.segments, found.start()) for found in _BROKEN.finditer(text.text)} - {-1})
    if not lost:
        return text
    inside = set(lost)
    segments = list(text.segments)
    for index, segment in enumerate(segments):
        if index in inside or segment.parent in inside:
            inside.add(index)
            if segment.part in CARRYING_PARTS:
                segments[index] = replace(segment, part="note")
    told = f"{len(lost)} passage{'' if len(lost) == 1 else 's'} with signs that could not be read"
    gap = f"{told} {'is' if len(lost) == 1 else 'are'} not quoted; nothing rests on them."
    return replace(text, segments=tuple(segments), gaps=(*text.gaps, gap))


def _whole(segments: tuple[Segment, ...], position: int) -> int:
    """The index of the paragraph, row or article around a place, or of the outermost block; -1 for none."""
    last = bisect_right(segments, position, key=lambda segment: segment.start) - 1
    while last >= 0 and not segments[last].start <= position < segments[last].end:
        last = segments[last].parent if segments[last].parent >= 0 else -1
    best = last
    while last >= 0:
        if segments[last].kind in _WHOLE:
            return last
        if segments[last].kind not in _HOLDERS:
            best = last
        last = segments[last].parent
    return best
