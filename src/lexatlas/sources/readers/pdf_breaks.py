"""Whether a line of a PDF begins a new paragraph."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from lexatlas.sources.readers.marks import line_mark
from lexatlas.sources.readers.pdf_layout import Line
from lexatlas.sources.readers.words import Words, words

HEADING = 1.15
_STOPS = ".:;!?。；：！？؛؟"
_CLOSERS = "”’»)]\"'"
_USUAL_PITCH = 1.05
_PITCH = 1.3
_INDENT = 0.6
# How wide a word is taken to be, where a sentence has ended before it and where none has.
_SURE, _LIKELY = 0.9, 1.4
# How many lines to either side show the edge of a text, and how wide they must be for that.
_NEAR, _WIDE = 4, 0.65


@dataclass(frozen=True)
class Measures:
    """What is usual in one file: the height of a line of its text, the step between lines, the right edge."""

    body: float
    pitch: float
    right: float


def measures(lines: Sequence[Line]) -> Measures:
    """Return what is usual among all lines of a file."""
    sizes: Counter[float] = Counter()
    edges: Counter[int] = Counter()
    for line in lines:
        sizes[round(line.piece.size, 1)] += len(line.text)
        if not line.column:
            edges[round(line.piece.right)] += 1
    steps = sorted(
        (one.piece.bottom - two.piece.bottom) / two.piece.size
        for one, two in pairwise(lines)
        if one.flow == two.flow and one.page == two.page and one.piece.bottom > two.piece.bottom
    )
    body = sizes.most_common(1)[0][0] if sizes else 12.0
    # Within paragraphs the step is smallest; a quarter of all steps are no larger.
    pitch = steps[len(steps) // 4] if steps else _USUAL_PITCH
    return Measures(body, min(max(pitch, 0.8), 2.6), _reach(edges))


def _reach(edges: Counter[int]) -> float:
    """The right edge that a tenth of the lines come up to."""
    left = sum(edges.values()) // 10
    for edge in sorted(edges, reverse=True):
        left -= edges[edge]
        if left < 0:
            return float(edge)
    return 0.0


def set_edges(lines: Sequence[Line], usual: Measures) -> None:
    """Give each line that is in no column the right edge of the lines around it, where these are wide.

    Short lines alone (a list of names, a signature) have the edge of the file's text.
    """
    for index, line in enumerate(lines):
        if line.column:
            continue
        near = [
            other.piece.right
            for other in lines[max(0, index - _NEAR) : index + _NEAR + 1]
            if other.flow == line.flow and other.page == line.page
        ]
        wide = max(near) - line.left_edge > _WIDE * (usual.right - line.left_edge)
        line.right_edge = max(near) if wide and len(near) > _NEAR else max(*near, usual.right)


class Breaks:
    """Judges lines by where they stand, how they begin, and how the line before ended."""

    def __init__(self, usual: Measures) -> None:
        self.usual = usual
        self.words: Words = words()

    def between(self, first: Line, last: Line, line: Line) -> bool:
        """Whether `line` begins a paragraph, behind one that began with `first` and came to `last`."""
        if line.cells or last.cells or not 0.88 < line.piece.size / last.piece.size < 1.14:
            return True
        ended = last.text.rstrip(_CLOSERS)[-1:] in _STOPS or last.text[-1:] in _STOPS
        marked = self.is_marked(line.text)
        if line.flow != last.flow or line.page != last.page:
            return self._elsewhere(last, line, ended, marked)
        size = line.piece.size
        if (last.piece.bottom - line.piece.bottom) > _PITCH * self.usual.pitch * size:
            return True
        if self.is_large(line) and not marked:
            return False
        listed = marked and line_mark(line.text, 0, len(line.text)) is not None
        long = 2 * last.piece.right > last.left_edge + last.right_edge
        if long and line.text[0].islower() and not (ended or listed):
            return False
        if not self._full(last, line, _SURE if ended else _LIKELY):
            return True
        if listed and last.text.endswith((",", " and", " or")):
            return True
        if marked and (ended or _shift(last, line) > _INDENT / 2):
            return True
        return ended and self._moved(first, last, line)

    def is_large(self, line: Line) -> bool:
        """Whether a line is set larger than the text, as headings are."""
        return line.piece.size >= HEADING * self.usual.body

    def is_marked(self, text: str) -> bool:
        """Whether a line begins with a mark of a list or the name of a unit."""
        return bool(
            line_mark(text, 0, len(text)) or self.words.first.match(text) or self.words.han.match(text)
        )

    def _elsewhere(self, last: Line, line: Line, ended: bool, marked: bool) -> bool:
        """At the top of a column or page: a sentence that has not ended goes on."""
        if self.is_large(line) or self.is_large(last):
            return True
        if not self._full(last, line, _LIKELY) and not line.text[:1].islower():
            return True
        return (ended or marked) and not (line.text[:1].islower() and not marked)

    def _full(self, last: Line, line: Line, wider: float) -> bool:
        """Whether the first word of `line`, `wider` than words of its length are, would not have fitted."""
        word = line.text.split(maxsplit=1)[0]
        unspaced = "\u2e80" <= word[0] <= "\u9fff"
        width = (line.piece.right - line.piece.left) / max(1, len(line.text))
        needed = width * (2 if unspaced else len(word) + 1)
        edge = last.right_edge
        return last.piece.right + wider * needed > edge - 0.1 * last.piece.size

    def _moved(self, first: Line, last: Line, line: Line) -> bool:
        """Whether a line is set in or out where a paragraph's own lines would stand in line."""
        if first is not last:
            return _shift(last, line) > _INDENT
        inwards = line.piece.left - last.piece.left > _INDENT * line.piece.size
        return inwards and not self.is_marked(first.text)


def _shift(one: Line, two: Line) -> float:
    return abs(two.piece.left - one.piece.left) / (two.piece.size or 1.0)
