"""The units that are open while a text is read, and what stands before a place in it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from lexatlas.core.evidence import PartOfText, SegmentKind
from lexatlas.sources.readers.headings import HeadingReader
from lexatlas.sources.readers.marks import Key
from lexatlas.sources.readers.page import Line, is_wrapped
from lexatlas.sources.readers.tree import Tree

# No law nests its points deeper; a text made to break us would.
MAX_DEPTH = 24
ANNOUNCING = ":：—–"
_STOPS = ".;:!?。；：！？"
_CLOSERS = "”’»)]"
_NONSPACE = re.compile(r"\S")


@dataclass(slots=True)
class Entry:
    """An open unit: the row's kind, how its mark was read, where its own words begin."""

    kind: SegmentKind
    rank: int
    body: int
    style: str = ""
    key: Key = 0
    barrier: bool = False
    # The list that last ended within this unit, in case words only stood between two of its points.
    ended: tuple[str, Key] = ("", 0)


class Openings:
    """The state that every step of an outline shares."""

    def __init__(self, text: str, lines: list[Line]) -> None:
        self.text = text
        self.lines = lines
        self.heads = HeadingReader(text, lines)
        self.words = self.heads.words
        self.wrapped = is_wrapped(text)
        # Where lines were broken to a width, a bracket or an apostrophe (Maltese ta’) may end any line.
        self.stops = _STOPS if self.wrapped else _STOPS + _CLOSERS
        self.tree = Tree()
        self.entries: list[Entry] = []
        self.note: tuple[int, int] = (-1, -1)
        self.side_until = -1
        self.zone = "preamble" if self.heads.has_articles else "body"
        self.opened: set[str] = set()
        self.article_key: Key = 0
        self.amends = False
        self.closing = ""

    def _open(self, kind: SegmentKind, at: int, entry: Entry, *, label: str = "", mark: str = "",
              part: PartOfText | None = None) -> None:  # fmt: skip
        self.tree.open(kind, at, label=label, mark=mark, part=part)
        self.entries.append(entry)

    def _close_to(self, count: int, at: int) -> None:
        end = self._trim(at)
        while len(self.entries) > count:
            gone = self.entries.pop()
            if gone.style and self.entries:
                self.entries[-1].ended = (gone.style, gone.key)
            self.tree.close(end)

    def _trim(self, at: int) -> int:
        while at > 0 and self.text[at - 1].isspace():
            at -= 1
        return at

    def _bare(self, entry: Entry, at: int) -> bool:
        """Whether nothing but its mark stands in the unit before `at`."""
        return _NONSPACE.search(self.text, entry.body, at) is None

    def _last(self, at: int) -> str:
        """The last sign before `at` that is not white space nor part of an editor's note."""
        end = self._trim(at)
        while end == self.note[1]:
            end = self._trim(self.note[0])
        return self.text[end - 1] if end else ""

    def _holder(self) -> int:
        """How many entries stay open when all lists of the paragraph or article are closed."""
        for index in range(len(self.entries) - 1, -1, -1):
            if self.entries[index].kind not in {"item", "definition", "block"}:
                return index + 1
        return 0

    def _reach(self) -> Iterator[Entry]:
        for entry in reversed(self.entries):
            if entry.barrier:
                return
            yield entry
