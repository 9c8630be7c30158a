"""A text as lines, with what the file says of each: the ground of readers whose structure lies in words."""

import re
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Literal

from lexatlas.core.evidence import Span
from lexatlas.sources.readers.marks import LINE_MARK
from lexatlas.sources.readers.signs import plain

HintKind = Literal[
    "heading", "article", "group", "annex", "recital", "list", "more", "row", "note", "footnote", "plain"
]


@dataclass(frozen=True, slots=True)
class Hint:
    """What the file itself says of a line.

    `level` is the depth of a heading (1 outermost) or of a list. `label` and `mark` are given where the file
    keeps them apart from the text. `title` is where a heading's own words begin and end in the text.
    """

    kind: HintKind
    level: int = 0
    label: str = ""
    mark: str = ""
    cells: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the canonical text, without its line end; `block` tells that a new block begins with it."""

    start: int
    end: int
    block: bool
    hint: Hint | None = None


@dataclass
class Page:
    """A text being put together line by line."""

    pieces: list[str] = field(default_factory=list)
    lines: list[Line] = field(default_factory=list)
    length: int = 0

    @property
    def text(self) -> str:
        """Return the text so far."""
        return "".join(self.pieces)

    def add(self, words: str, hint: Hint | None = None, *, block: bool = True) -> None:
        """Add one line; white space at its ends is dropped and an empty line adds nothing."""
        words = plain(words).strip()
        if words:
            self._put(words, hint, block)

    def add_cells(self, cells: list[str]) -> None:
        """Add a table's row as it is meant; where the first cell is but a mark, the table only sets a list."""
        filled = [cell for cell in cells if cell.strip()]
        if len(filled) == 2 and LINE_MARK.fullmatch(filled[0]):
            self.add(f"{filled[0]} {filled[1]}")
        elif len(filled) == 1 and len(cells) <= 2:
            self.add(filled[0])
        else:
            self.add_row(cells)

    def add_row(self, cells: list[str], hint_label: str = "") -> None:
        """Add a table's row: cells stand on one line, parted by tabs."""
        kept = [" ".join(plain(cell).split()) for cell in cells]
        if not any(kept):
            return
        at = self.length + (1 if self.length else 0)
        spans = []
        for cell in kept:
            spans.append(Span(at, at + len(cell)))
            at += len(cell) + 1
        self._put("\t".join(kept), Hint("row", label=hint_label, cells=tuple(spans)), True)

    def add_verbatim(self, words: str, wrapped: bool) -> None:
        """Add many lines as they stand; a block begins behind a blank line, or with each if not `wrapped`."""
        blank = True
        for line in plain(words).split("\n"):
            if line.strip():
                self._put(line.rstrip(), None, blank or not wrapped)
                blank = False
            else:
                self._put_blank()
                blank = True

    def _put_blank(self) -> None:
        if self.length:
            self.pieces.append("\n")
            self.length += 1

    def _put(self, words: str, hint: Hint | None, block: bool) -> None:
        if self.length:
            self.pieces.append("\n")
            self.length += 1
        start = self.length + len(words) - len(words.lstrip())
        end = self.length + len(words.rstrip())
        self.pieces.append(words)
        self.length += len(words)
        self.lines.append(Line(start, end, block, hint))


_EASTERN = re.compile("[\u0e01-\u0e4e\uac00-\ud7a3]{4}")


_BROKEN = re.compile(r"\s*(?:ๆ(?:\s|$)|(?:และ|หรือ|ซึ่ง|ที่|ของ|คือ|แห่ง|กับ)|[๐-๙]+\s+[ก-ฮเ-ไ]|บาท|วันนับ|สถาน)")
"""What no Thai paragraph begins with: the rest of a sentence that was broken off."""


def is_wrapped(text: str) -> bool:
    """Return whether lines were broken to a width, so that a line end alone ends nothing."""
    lengths = [len(line) for line in text.split("\n") if line.strip()]
    if len(lengths) < 8 or any("\u3040" <= sign <= "\u9fff" for sign in text[:2000]):
        return False
    if _EASTERN.search(text, 0, 2000):
        if sum(_BROKEN.match(line) is not None for line in text.split("\n")) >= max(2, len(lengths) // 100):
            return True
        # Hangul and Thai take less room: lines broken to a width are as long as each other, and the next one
        # follows at once. Lines that blank ones part tell of no width, however alike.
        run = [len(line) for line, below in pairwise(text.split("\n")) if line.strip() and below.strip()]
        if len(run) < len(lengths) // 4:
            return False
        width = sorted(lengths)[len(lengths) * 9 // 10]
        return sum(length * 10 >= width * 8 for length in run) * 2 > len(run)
    long = sum(length > 120 for length in lengths)
    middling = sum(40 <= length <= 120 for length in lengths)
    return long * 20 < len(lengths) and middling * 3 > len(lengths)
