"""A canonical text as blocks of its structure, in portions; every block holds the exact signs from its offset on."""

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from lexatlas.core.evidence import CanonicalText, Segment, Span

PORTION = 40_000
"""Signs of a portion, about; it ends where an article does."""
_LONGEST = 3 * PORTION
"""A single article longer than this is cut where a line ends."""
_HEADED = ("group", "article", "annex", "heading")
_HEADING = 160
"""Signs of a line that may be a heading."""
_CUT = ("group", "article", "annex", "recital")


@dataclass(frozen=True)
class Piece:
    """Signs of a block: "asked" for, "quoted" by a claim, or "plain"; `anchor` is set where what was asked begins."""

    text: str
    kind: str = "plain"
    anchor: str = ""


@dataclass(frozen=True)
class Block:
    """A run of the text from `start` on: the kind of its segment, and the page that begins here, "" for none."""

    start: int
    kind: str
    pieces: tuple[Piece, ...]
    page: str = ""
    left_out: bool = False


@dataclass(frozen=True)
class Portion:
    """A part of a text, from `start` to before `end`; `name` says what it begins with."""

    start: int
    end: int
    name: str


def portions(text: CanonicalText) -> tuple[Portion, ...]:
    """Return the portions that a text is read in, cut where articles begin; a short text is one."""
    cuts = [0]
    for each in sorted({segment.start for segment in text.segments if segment.kind in _CUT}):
        if each - cuts[-1] >= PORTION:
            cuts.append(each)
    ends = _shortened([*cuts, len(text.text)], text.text)
    names = _Names(text.segments)
    return tuple(Portion(start, end, names.at(start)) for start, end in pairwise(ends))


def _shortened(cuts: Sequence[int], text: str) -> list[int]:
    made = [cuts[0]]
    for cut in cuts[1:]:
        while cut - made[-1] > _LONGEST:
            at = text.rfind("\n", made[-1] + 1, made[-1] + PORTION)
            made.append(at + 1 if at > made[-1] else made[-1] + PORTION)
        made.append(cut)
    return made


def laid_out(
    text: CanonicalText,
    portion: Portion,
    asked: Span | None,
    quoted: Iterable[Span],
    allowed: Sequence[Span] | None,
) -> tuple[Block, ...]:
    """Return the blocks of a portion. `allowed` are the only places that may be seen, None for all of them."""
    kinds: dict[int, str] = {}
    ends: dict[int, int] = {}
    pages: dict[int, str] = {}
    for segment in text.segments:
        if portion.start <= segment.start < portion.end:
            if segment.kind == "page":
                pages[segment.start] = segment.label or "not numbered"
            else:
                kinds[segment.start], ends[segment.start] = segment.kind, segment.end
    for start in [each for each, kind in kinds.items() if kind in _HEADED]:
        parted = _heading(text.text, start, kinds[start], ends[start])
        kinds = {**parted, **{k: v for k, v in kinds.items() if k != start}}
    starts = sorted({portion.start, *(each for each in kinds if each < portion.end), *pages})
    marks = _Marks(asked, quoted)
    blocks = []
    for start, end in pairwise([*starts, portion.end]):
        kind = kinds.get(start, "block")
        for span, hidden in _seen(Span(start, end), allowed):
            words = text.text[span.start : span.end]
            if hidden or words.strip() or start in pages:
                pieces = () if hidden else tuple(marks.pieces(words, span.start))
                blocks.append(Block(span.start, kind, pieces, pages.get(span.start, ""), hidden))
    return _without_repeats(blocks)


def _heading(text: str, start: int, kind: str, stop: int) -> dict[int, str]:
    """Part a heading from what follows: its own lines, or the line that a segment begins with; a long one is none.

    `stop` is where the segment ends. What follows begins a paragraph, where nothing else begins there.
    """
    end = text.find("\n", start)
    if kind == "heading":
        # A heading may have several lines, but never goes on after an empty one.
        empty = text.find("\n\n", start, stop)
        end = empty if empty >= 0 else stop if stop < len(text) else -1
    words = text[start : end if end >= 0 else len(text)]
    if not words.strip() or len(words) > _HEADING:
        return {start: "paragraph"}
    after = end + (text[end : end + 1] == "\n")
    return {start: "heading"} | ({} if end < 0 else {after: "paragraph"})


def _seen(span: Span, allowed: Sequence[Span] | None) -> Iterable[tuple[Span, bool]]:
    if allowed is None:
        yield span, False
        return
    at = span.start
    for each in allowed:
        start, end = max(span.start, each.start), min(span.end, each.end)
        if start < end:
            if start > at:
                yield Span(at, start), True
            yield Span(start, end), False
            at = end
    if at < span.end:
        yield Span(at, span.end), True


def _without_repeats(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """Join neighbours that are both left out: one sign says so for all."""
    made: list[Block] = []
    for block in blocks:
        if not (block.left_out and made and made[-1].left_out):
            made.append(block)
    return tuple(made)


class _Marks:
    """Cuts words where something is marked."""

    def __init__(self, asked: Span | None, quoted: Iterable[Span]) -> None:
        self._asked = asked
        self._quoted = sorted(quoted)

    def pieces(self, words: str, start: int) -> Iterable[Piece]:
        end = start + len(words)
        cuts = {start, end}
        spans = [*self._quoted, *([self._asked] if self._asked else [])]
        for span in spans:
            cuts |= {each for each in span if start < each < end}
        for one, two in pairwise(sorted(cuts)):
            # A mark over white space alone would be an empty box.
            kind = self._kind(one) if words[one - start : two - start].strip() else "plain"
            begins = self._asked is not None and one == self._asked.start
            anchor = f"u{self._asked.start}-{self._asked.end}" if begins and self._asked else ""
            yield Piece(words[one - start : two - start], kind, anchor)

    def _kind(self, at: int) -> str:
        if self._asked and self._asked.start <= at < self._asked.end:
            return "asked"
        return "quoted" if any(span.start <= at < span.end for span in self._quoted) else "plain"


class _Names:
    """Says what a place of a text is called: the mark of the article or group that begins there."""

    def __init__(self, segments: Sequence[Segment]) -> None:
        self._marked = sorted((each.start, each.mark) for each in segments if each.mark)
        self._starts = [start for start, _ in self._marked]

    def at(self, start: int) -> str:
        index = bisect_right(self._starts, start)
        if index and self._marked[index - 1][0] == start:
            return self._marked[index - 1][1]
        return self._marked[index][1] if index < len(self._marked) else "the text"
