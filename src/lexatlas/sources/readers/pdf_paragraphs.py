"""From lines in reading order to the paragraphs of a text, with headings, tables, notes and page numbers."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from lexatlas.sources.readers.page import Hint, Page
from lexatlas.sources.readers.pdf_breaks import Breaks, measures, set_edges
from lexatlas.sources.readers.pdf_joins import Joins, without_line_hyphen
from lexatlas.sources.readers.pdf_layout import Line
from lexatlas.sources.readers.pdf_notes import note_label, parted, raised_labels, without_marks

_HEADING_LENGTH = 220
_LEVELS = 5
_FIRST_LEVEL = 3


@dataclass
class _Paragraph:
    """Lines joined so far, and where in them each page begins."""

    first: Line
    last: Line
    words: str
    starts: list[tuple[int, int]]


@dataclass
class Paragraphs:
    """Puts the lines of a file together; `run` it once, then read `page` and `starts`.

    `starts` tells where in the text pages begin: pairs of a position and a page's number.
    """

    lines: Sequence[Line]
    page: Page = field(default_factory=Page)
    starts: list[tuple[int, int]] = field(default_factory=list)

    def __post_init__(self) -> None:
        """Measure the file."""
        self.usual = measures(self.lines)
        set_edges(self.lines, self.usual)
        self.breaks = Breaks(self.usual)
        self.joins = Joins(lambda: "\n".join(line.text for line in self.lines))
        self.open: _Paragraph | None = None
        self.notes: list[tuple[Line, str, str]] = []
        self.at = 0
        sizes = sorted({round(line.piece.size, 1) for line in self.lines if self.breaks.is_large(line)})
        self.levels = {size: _FIRST_LEVEL + rank for rank, size in enumerate(reversed(sizes[-_LEVELS:]))}

    def run(self) -> None:
        """Go through the pages in order."""
        begin = 0
        for index in range(1, len(self.lines) + 1):
            if index == len(self.lines) or self.lines[index].page != self.lines[begin].page:
                self._page(self.lines[begin:index])
                begin = index
        self._finish()

    def _page(self, lines: Sequence[Line]) -> None:
        running, notes = parted(lines, self.usual.body)
        found = self._found_notes(lines, notes)
        labels = {told for _, told, _ in found if told}
        for line in running:
            self._line(line, without_marks(line.text, labels))
        self.notes += found

    def _found_notes(self, lines: Sequence[Line], notes: Sequence[Line]) -> list[tuple[Line, str, str]]:
        raised = {digits for line in lines for digits in raised_labels(line.text)}
        found: list[tuple[Line, str, str]] = []
        for line in notes:
            told = note_label(line.text, raised)
            if told or not found:
                found.append((line, told, line.text))
            else:
                first, known, words = found[-1]
                found[-1] = first, known, self.joins.join(words, line.text)
        return found

    def _line(self, line: Line, words: str) -> None:
        if not words.strip():
            return
        held = self.open
        if held is None or self.breaks.between(held.first, held.last, line):
            self._finish()
            self.open = _Paragraph(line, line, words, [(line.page, 0)])
            return
        whole = self.joins.join(held.words, words)
        if line.page != held.last.page:
            held.starts.append((line.page, len(whole) - len(words)))
        held.words, held.last = whole, line

    def _finish(self) -> None:
        """Write the open paragraph, and behind it the notes that were met while it was open."""
        held, self.open = self.open, None
        if held is not None and held.first.cells:
            self.page.add_row([without_line_hyphen(cell) for cell in held.first.cells])
            self._mark([(held.first.page, 0)])
        elif held is not None:
            self.page.add(without_line_hyphen(held.words), self._hint(held))
            self._mark(held.starts)
        for line, told, words in self.notes:
            self.page.add(without_line_hyphen(words), Hint("footnote", label=told))
            self._mark([(line.page, 0)])
        self.notes = []

    def _hint(self, held: _Paragraph) -> Hint | None:
        if not self.breaks.is_large(held.first) or len(held.words) > _HEADING_LENGTH:
            return None
        smallest = _FIRST_LEVEL + _LEVELS
        return Hint("heading", self.levels.get(round(held.first.piece.size, 1), smallest))

    def _mark(self, starts: Sequence[tuple[int, int]]) -> None:
        """Note where in the text another page begins."""
        begin = self.page.lines[-1].start
        for number, offset in starts:
            if number != self.at:
                self.at = number
                self.starts.append((begin + offset if self.starts else 0, number))
