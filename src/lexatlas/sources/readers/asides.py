"""What stands beside the running text: tables, notes, quoted amendments, signatures and footnotes."""

import re

from lexatlas.core.evidence import SegmentKind
from lexatlas.sources.readers.headings import ANNEX_RANK, Heading
from lexatlas.sources.readers.marks import follows, line_mark
from lexatlas.sources.readers.openings import ANNOUNCING, Entry
from lexatlas.sources.readers.page import Line
from lexatlas.sources.readers.sequence import Sequence

_FOOTNOTE = re.compile(r"[ \t]*\((?P<n>\*?\d{1,3})\)|[ \t]*\[(?P<m>\d{1,3})\](?=\s)")
_NAMED_ROW = re.compile(r"(?P<word>[^\W\d_]{3,20}) (?P<n>\d{1,2})")
_QUOTES = {"‘": "’", "“": "”", "«": "»", "„": "“"}


class Asides(Sequence):
    """Opens and closes what is no rule of the text itself."""

    def _row(self, line: Line) -> None:
        assert line.hint is not None
        if not (self.entries and self.entries[-1].kind == "table"):
            self._close_to(self._holder(), line.start)
            self._open("table", line.start, Entry("table", 85, line.start))
        self.tree.open("row", line.start, label=line.hint.label)
        for cell in line.hint.cells:
            self.tree.open("cell", cell.start)
            self.tree.close(cell.end)
        self.tree.close(self._trim(line.end))

    def _leave_table(self, line: Line) -> None:
        if self.entries and self.entries[-1].kind == "table":
            self._close_to(len(self.entries) - 1, line.start)

    def _note_line(self, line: Line) -> None:
        found = _FOOTNOTE.match(self.text, line.start, line.end)
        label = (found["n"] or found["m"]) if found else (line.hint.label if line.hint else "")
        kind: SegmentKind = "footnote" if found or (line.hint and line.hint.kind == "footnote") else "note"
        self.tree.open(kind, line.start, label=label, part="note")
        self.tree.close(line.end)
        self.note = (line.start, line.end)

    def _bracket_note(self, start: int, end: int) -> None:
        self.tree.open("note", start, part="note")
        self.tree.close(end)
        self.note = (start, end)

    def _side_note(self, index: int, line: Line) -> bool:
        """A note printed beside wrapped text, which the copy has put between its lines."""
        if not (self.wrapped and line.block) or line_mark(self.text, line.start, line.end):
            return False
        last = index
        while last + 1 < len(self.lines) and not self.lines[last + 1].block:
            last += 1
        rows = [self.text[row.start : row.end].rstrip("\uf020 ") for row in self.lines[index : last + 1]]
        if not self._is_side_note(rows):
            return False
        end = self.lines[last].end
        self._bracket_note(line.start, end)
        self.side_until = end
        return True

    def _is_side_note(self, rows: list[str]) -> bool:
        if len(rows) > 12 or max(map(len, rows)) > 60:
            return False
        if any(row.endswith(self.words.sidenote_ends) for row in rows) or self.words.sidenote.match(rows[0]):
            return True
        narrow = len(rows) <= 7 and max(map(len, rows)) <= 28 and len(" ".join(rows).split()) >= 1
        return (
            narrow
            and rows[0][0].isupper()
            and rows[-1].endswith(".")
            and not rows[0].startswith(self.words.proviso)
        )

    def _afterword(self, index: int, line: Line, heading: Heading | None) -> bool:
        """Open, or keep open, a note behind the last article that explains the law and is none of it.

        An annex ends it where none came before it; any other heading belongs to it.
        """
        if self.zone == "afterword":
            return not (heading and heading.kind == "annex") or "annex" in self.opened
        if not ("article" in self.opened and line.block and self._titles_note(line)):
            return False
        if any(self._goes_on(self.heads.read(later)) for later in self.lines[index + 1 :]):
            return False
        self._close_to(0, line.start)
        self._open("block", line.start, Entry("block", ANNEX_RANK + 1, line.start), part="note")
        self.zone = "afterword"
        return True

    def _goes_on(self, heading: Heading | None) -> bool:
        """Whether a heading is that of an article which comes after the last one, or has no number to tell by."""
        if heading is None or heading.kind != "article":
            return False
        number = line_mark(f"{heading.label}.", 0, len(heading.label) + 1)
        if number is None or not self.article_key:
            return True
        return follows("", self.article_key, number.readings[0][1], 3)

    def _titles_note(self, line: Line) -> bool:
        said = self.text[line.start : min(line.end, line.start + 120)].replace("İ", "i").casefold()
        annexed = bool(self.entries) and self.entries[0].kind == "annex"
        alone = not annexed and line.end - line.start < 40 and self.words.afterword_alone.match(said)
        return bool(self.words.afterword.match(said) or alone)

    def _end_matter(self, line: Line) -> bool:
        """Signatures and the footnotes behind them, until an annex begins."""
        start = self.text[line.start : line.start + 30]
        if (
            self.zone == "body"
            and line.block
            and self.heads.has_articles
            and start.startswith(self.words.signature)
        ):
            self._close_to(0, line.start)
            self._open("block", line.start, Entry("block", ANNEX_RANK + 1, line.start), part="note")
            self.zone = "signature"
            return True
        if self.zone not in {"signature", "footnotes"}:
            return self._annex_row(line)
        found = _FOOTNOTE.match(self.text, line.start, line.end) if line.block else None
        if found:
            self.zone = "footnotes"
            self._close_to(0, line.start)
            entry = Entry("footnote", ANNEX_RANK + 1, found.end(), barrier=True)
            self._open("footnote", line.start, entry, label=found["n"] or found["m"], part="note")
        return True

    def _annex_row(self, line: Line) -> bool:
        """A row of a table that lost its cells: "Class 1", "Class 2", … each alone on a line of an annex."""
        found = _NAMED_ROW.fullmatch(self.text, line.start, line.end) if line.block else None
        if not found or not self.entries or self.entries[0].kind != "annex":
            return False
        style, key = f"row {found['word']}", int(found["n"])
        at = next((i for i, entry in enumerate(self.entries) if entry.style == style), -1)
        if not (key == 1 if at < 0 else follows("", self.entries[at].key, key)):
            return False
        self._close_to(at if at >= 0 else self._holder(), line.start)
        self._open("row", line.start, Entry("row", 60, line.start, style, key), label=found.group())
        self.tree.open("cell", line.start)
        self.tree.close(line.end)
        return True

    def _quote(self, line: Line) -> None:
        """Words in quotation marks that an amending article puts into another law."""
        sign = self.text[line.start]
        if self.closing or sign not in _QUOTES or self.zone != "body":
            return
        before = self.text[max(0, line.start - 160) : line.start].lower()
        if not (self.amends or any(lead in before for lead in self.words.amending_leads)):
            return
        if self._last(line.start) not in ANNOUNCING:
            return
        self.closing = _QUOTES[sign]
        entry = Entry("block", 88, line.start, style="quote", barrier=True)
        self._open("block", line.start, entry, part="quoted-old-text")

    def _end_quote(self, line: Line) -> None:
        if not self.closing:
            return
        tail = self.text[line.start : line.end].rstrip(" .;,")
        if tail.endswith(self.closing):
            self._close_quote(line.end)

    def _close_quote(self, at: int) -> None:
        index = next((i for i, entry in enumerate(self.entries) if entry.style == "quote"), -1)
        self.closing = ""
        if index >= 0:
            self._close_to(index, at)
