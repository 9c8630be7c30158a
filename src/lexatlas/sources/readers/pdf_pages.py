"""Where pages begin, set into the structure of a text."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import replace

from lexatlas.core.evidence import Segment


def with_pages(segments: Sequence[Segment], starts: Sequence[tuple[int, int]]) -> tuple[Segment, ...]:
    """Return `segments`, in document order, with one of no length where each page begins.

    `starts` are pairs of a position and a page's number, by rising position; the first stands at 0.
    """
    at = [position for position, _ in starts]
    places = [bisect_left(segments, position, key=lambda segment: segment.start) for position in at]
    found: list[Segment] = []
    done = 0
    for (position, number), place in zip(starts, places, strict=True):
        found += segments[done:place]
        parent = _around(segments, place - 1, position)
        found.append(Segment("page", position, position, parent, str(number), f"page {number}", "note"))
        done = place
    found += segments[done:]
    return tuple(replace(one, parent=_moved(one.parent, places)) for one in found)


def _around(segments: Sequence[Segment], index: int, position: int) -> int:
    """The innermost segment that a position lies within, -1 for none."""
    while index >= 0 and segments[index].end <= position:
        index = segments[index].parent
    return index


def _moved(index: int, places: Sequence[int]) -> int:
    """Where a segment stands after the pages before it were set in."""
    return index + bisect_right(places, index) if index >= 0 else -1
