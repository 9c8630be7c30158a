"""The blocks of a Word document as lines: paragraphs with their numbers, tables, notes and text boxes."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml import etree

from lexatlas.sources.readers.docx_numbering import Numbering, Shown
from lexatlas.sources.readers.docx_numerals import numeral
from lexatlas.sources.readers.docx_runs import NoteMark, Runs, chosen, is_placeholder
from lexatlas.sources.readers.docx_styles import Styles, child_path, switched, value_of
from lexatlas.sources.readers.marks import LINE_MARK
from lexatlas.sources.readers.markup import attribute, child, name_of
from lexatlas.sources.readers.page import Hint, Page

_TITLE_LENGTH = 220
_NO_TITLE = re.compile(r"[;,:，；：。]$|[^.]\.$|;\s*[^\W\d_]{1,4}$")
_MOST_PARAGRAPHS = 3


@dataclass
class Body:
    """Walks blocks and hands their lines to the page; `notes` holds each part of notes by its kind."""

    page: Page
    runs: Runs
    styles: Styles
    numbering: Numbering
    notes: dict[str, dict[str, etree._Element]]
    boxes_are_text: bool = False
    title: str = ""
    waiting: list[NoteMark] = field(default_factory=list)
    counted: dict[str, int] = field(default_factory=dict)

    def blocks(self, holder: etree._Element) -> None:
        """Read every block of `holder` in order."""
        for each in holder:
            name = name_of(each)
            if name == "p":
                self._paragraph(each)
            elif name == "tbl":
                self._table(each)
            elif name == "sdt" and is_placeholder(each):
                continue
            elif name in {"sdt", "sdtContent", "customXml", "smartTag", "ins", "moveTo"}:
                self.blocks(each)
            elif name == "AlternateContent":
                self.blocks(chosen(each))
            elif name == "altChunk":
                self.runs.tally.embedded += 1
        self._set_apart()

    def _paragraph(self, element: etree._Element) -> None:
        properties = child(element, "pPr")
        style = value_of(properties, "pStyle")
        self.runs.paragraph(element, style)
        if _is_joined(properties):
            # Its end was deleted: what stands here belongs to the next paragraph.
            return
        lines = self.runs.take()
        if self.styles.is_contents(style) or (not lines and _is_hidden(properties)):
            return
        shown = self.numbering.show(properties, style)
        if lines:
            self._lines(lines, shown, self.styles.level(style, properties), style)
        self._set_apart()

    def _lines(self, lines: list[str], shown: Shown | None, level: int, style: str) -> None:
        first = with_number(shown, lines[0])
        if self.styles.is_title(style) and not self.title:
            self.title = " ".join(lines)[:300]
        hint = _hint(shown, level if _is_title(first) else 0)
        self.page.add(first, hint)
        for line in lines[1:]:
            self.page.add(line, Hint("more", hint.level) if hint and hint.kind == "list" else None)

    def _set_apart(self) -> None:
        """Write the notes that were called and the boxes that stood beside, behind their paragraph."""
        marks, self.runs.notes = self.runs.notes, []
        boxes, self.runs.boxes = self.runs.boxes, []
        for mark in marks:
            self._note(mark)
        for box in boxes:
            if self.boxes_are_text:
                self.blocks(box)
            else:
                self.page.add(self._words(box), Hint("note"))

    def _note(self, mark: NoteMark) -> None:
        self.counted[mark.kind] = self.counted.get(mark.kind, 0) + (not mark.own)
        form = "lowerRoman" if mark.kind == "endnote" else "decimal"
        label = "*" if mark.own else numeral(self.counted[mark.kind], form) or ""
        note = self.notes.get(mark.kind, {}).get(mark.id)
        if note is not None:
            self.page.add(self._words(note), Hint("footnote", label=label))

    def _words(self, holder: etree._Element) -> str:
        """All words of `holder` on one line, with the numbers of its paragraphs."""
        pieces = []
        for element in _paragraphs(holder):
            properties = child(element, "pPr")
            style = value_of(properties, "pStyle")
            self.runs.paragraph(element, style)
            shown = self.numbering.show(properties, style)
            pieces.append(with_number(shown, " ".join(self.runs.take())))
        return " ".join(filter(None, pieces))

    def _table(self, table: etree._Element) -> None:
        rows = [list(_cells(row)) for row in _rows(table)]
        if not _is_data(rows):
            for row in rows:
                for cell in row:
                    self.blocks(cell)
            return
        marks: list[NoteMark] = []
        boxes: list[etree._Element] = []
        for row in rows:
            self.page.add_cells([self._words(cell) for cell in row])
            marks, self.runs.notes = marks + self.runs.notes, []
            boxes, self.runs.boxes = boxes + self.runs.boxes, []
        self.runs.notes, self.runs.boxes = marks, boxes
        self._set_apart()


def with_number(shown: Shown | None, words: str) -> str:
    """Return the paragraph's words behind the number that Word shows; a bullet is no word."""
    if shown is None or shown.bullet:
        return words
    return f"{shown.words}{words}".strip()


def _hint(shown: Shown | None, level: int) -> Hint | None:
    if level:
        return Hint("heading", level)
    if shown is None:
        return None
    number = "" if shown.bullet else shown.words.strip()
    if shown.bullet or (number and not LINE_MARK.match(f"{number} ") and not any(map(str.isalpha, number))):
        return Hint("list", shown.level + 1, number.strip("()[]{}.:-–— "))
    return None


def _is_title(words: str) -> bool:
    """A style for headings is often used for whole clauses, to have them numbered."""
    return len(words) <= _TITLE_LENGTH and not _NO_TITLE.search(words)


def _is_joined(properties: etree._Element | None) -> bool:
    mark = child_path(properties, "rPr") if properties is not None else None
    return mark is not None and child(mark, "del", "moveFrom") is not None


def _is_hidden(properties: etree._Element | None) -> bool:
    return bool(switched(child(properties, "rPr") if properties is not None else None, "vanish"))


def _paragraphs(holder: etree._Element) -> Iterator[etree._Element]:
    """Yield the paragraphs of a holder, those in wrappers and inner tables too, without deleted ones."""
    for each in holder:
        name = name_of(each)
        if name == "p":
            yield each
        elif name == "AlternateContent":
            yield from _paragraphs(chosen(each))
        elif name not in {"del", "moveFrom", "tcPr", "trPr", "tblPr"}:
            yield from _paragraphs(each)


def _rows(table: etree._Element) -> Iterator[etree._Element]:
    for each in table:
        if name_of(each) == "tr":
            properties = child(each, "trPr")
            if properties is None or child(properties, "del") is None:
                yield each
        elif name_of(each) in {"sdt", "sdtContent", "customXml", "ins", "moveTo"}:
            yield from _rows(each)


def _cells(row: etree._Element) -> Iterator[etree._Element]:
    for each in row:
        if name_of(each) == "tc":
            properties = child(each, "tcPr")
            if properties is None or child(properties, "cellDel") is None:
                yield each
        elif name_of(each) in {"sdt", "sdtContent", "customXml"}:
            yield from _cells(each)


def _is_data(rows: list[list[etree._Element]]) -> bool:
    """Whether a table holds data: no table within it, no cell of many paragraphs, more than one column."""
    cells = [cell for row in rows for cell in row]
    if any(next(cell.iter("{*}tbl"), None) is not None for cell in cells):
        return False
    if any(sum(1 for inner in cell if name_of(inner) == "p") > _MOST_PARAGRAPHS for cell in cells):
        return False
    return max((len(row) for row in rows), default=0) > 1


def notes_of(root: etree._Element | None, kind: str) -> dict[str, etree._Element]:
    """Return the notes of one part by id, without the lines that part them from the text."""
    return {
        attribute(each, "id"): each
        for each in (root if root is not None else ())
        if name_of(each) == kind and attribute(each, "type") in {"", "normal"}
    }
