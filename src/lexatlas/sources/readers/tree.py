"""The structure of a text while it is being built, and a writer that makes text and structure together."""

from dataclasses import dataclass
from typing import Literal

from lexatlas.core.evidence import PartOfText, Segment, SegmentKind

Force = Literal["", "yes", "no"]


@dataclass(slots=True)
class Row:
    """A segment that may still grow; `end` is -1 while it is open."""

    kind: SegmentKind
    start: int
    parent: int
    label: str
    mark: str
    part: PartOfText
    force: Force = ""
    force_from: str = ""
    end: int = -1


class Tree:
    """Rows in document order and the chain of those that are open."""

    def __init__(self) -> None:
        self.rows: list[Row] = []
        self.chain: list[int] = []

    @property
    def top(self) -> Row | None:
        """The innermost open row, or None."""
        return self.rows[self.chain[-1]] if self.chain else None

    def open(
        self,
        kind: SegmentKind,
        at: int,
        *,
        label: str = "",
        mark: str = "",
        part: PartOfText | None = None,
        force: Force = "",
        force_from: str = "",
    ) -> int:
        """Open a row under the innermost open one, whose part and force it takes unless told."""
        above = self.top
        inherited: PartOfText = above.part if above else "operative"
        parent = self.chain[-1] if self.chain else -1
        held = above.force if above else ""
        held_from = above.force_from if above else ""
        row = Row(kind, at, parent, label, mark, part or inherited, force or held, force_from or held_from)
        self.rows.append(row)
        self.chain.append(len(self.rows) - 1)
        return self.chain[-1]

    def close(self, end: int) -> None:
        """Close the innermost open row at `end`."""
        row = self.rows[self.chain.pop()]
        row.end = max(end, row.start)

    def segments(self) -> tuple[Segment, ...]:
        """Return the finished segments, empty ones left out; every row must be closed."""
        kept: dict[int, int] = {-1: -1}
        done: list[Segment] = []
        for index, row in enumerate(self.rows):
            if row.end <= row.start:
                kept[index] = kept[row.parent]
                continue
            kept[index] = len(done)
            place = (row.kind, row.start, row.end, kept[row.parent])
            done.append(Segment(*place, row.label, row.mark, row.part, row.force, row.force_from))
        return tuple(done)


class Writer:
    """Writes text from a tree of tags and keeps the segments exact.

    White space collapses and never vanishes; a line or blank line that is asked for is written only
    when more text follows.
    """

    def __init__(self) -> None:
        self.tree = Tree()
        self._pieces: list[str] = []
        self._length = 0
        self._pending = ""
        self._tag = False
        self._last = ""
        self._unbegun: list[int] = []

    @property
    def length(self) -> int:
        """How many code points are written; pending white space is not counted."""
        return self._length

    def text(self) -> str:
        """Return what was written."""
        return "".join(self._pieces)

    def line(self, count: int = 1) -> None:
        """Ask for `count` line ends before whatever comes next."""
        if self._length and len(self._pending) - self._pending.count(" ") < count:
            self._pending = "\n" * count

    def cell(self) -> None:
        """Ask for the tab that parts two cells of a row."""
        if self._length:
            self._pending = "\t"

    def tag(self) -> None:
        """Note a tag within a line: a space where two words or numbers would run together without it."""
        self._tag = True

    def write(self, words: str) -> None:
        """Write `words` with white space collapsed; space at the ends is kept as one space."""
        flat = _collapse(words)
        if not flat.strip(" "):
            if flat and not self._pending and self._length:
                self._pending = " "
            return
        if flat[0] == " " and not self._pending and self._length:
            self._pending = " "
        body = flat.strip(" ")
        if self._tag and not self._pending and _would_join(self._last, body[0]):
            self._pending = " "
        self._put(body)
        if flat[-1] == " ":
            self._pending = " "

    def open(
        self,
        kind: SegmentKind,
        *,
        label: str = "",
        mark: str = "",
        part: PartOfText | None = None,
        force: Force = "",
        force_from: str = "",
    ) -> None:
        """Open a segment; it begins with the next text that is written."""
        index = self.tree.open(kind, 0, label=label, mark=mark, part=part, force=force, force_from=force_from)
        self._unbegun.append(index)

    def close(self) -> None:
        """Close the innermost segment at the last text that was written; without any it vanishes."""
        if self._unbegun and self._unbegun[-1] == self.tree.chain[-1]:
            self._unbegun.pop()
            self.tree.close(0)
        else:
            self.tree.close(self._length)

    def _flush(self) -> None:
        if self._pending:
            self._pieces.append(self._pending)
            self._length += len(self._pending)
            self._pending = ""
        self._tag = False

    def _put(self, words: str) -> None:
        self._flush()
        for index in self._unbegun:
            self.tree.rows[index].start = self._length
        self._unbegun.clear()
        self._pieces.append(words)
        self._length += len(words)
        self._last = words[-1]


def _collapse(words: str) -> str:
    if not words:
        return ""
    inner = " ".join(words.split())
    if not inner:
        return " "
    return (" " if words[0].isspace() else "") + inner + (" " if words[-1].isspace() else "")


def _would_join(left: str, right: str) -> bool:
    if left.isalnum() and right.isalnum():
        return True
    return left.isdigit() and right in "-–−+/.,"
