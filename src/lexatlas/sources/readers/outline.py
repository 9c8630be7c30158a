"""From lines and marks to nested segments: which unit each stretch of a text belongs to.

A mark continues the innermost open list that it fits, or begins a list where the words before it
announce one; what fits nowhere is taken for a reference and left in the text.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from lexatlas.core.evidence import PartOfText, Segment, SegmentKind
from lexatlas.sources.readers.headings import ANNEX_RANK, ARTICLE_RANK, HEADING_RANK, Heading, HeadingReader
from lexatlas.sources.readers.marks import Key, Mark, begins, follows, line_mark, run_in_marks
from lexatlas.sources.readers.page import Line, is_wrapped
from lexatlas.sources.readers.tree import Tree

_ANNOUNCING = ":：—–"
_STOPS = ".;:!?。；：！？"
_CLOSERS = "”’»)]"
_NOTE = re.compile(r"\[\s?(?:Act|Deleted by|Amended by|Inserted by|S \d|L\.N\.|Repealed|Note:)[^\[\]\n]{0,140}\]")
_BEFORE_TERM = ";:.—–-]"
_FOOTNOTE = re.compile(r"[ \t]*\((?P<n>\*?\d{1,3})\)|[ \t]*\[(?P<m>\d{1,3})\](?=\s)")
_NAMED_ROW = re.compile(r"(?P<word>[^\W\d_]{3,20}) (?P<n>\d{1,2})")
_COLON_TERM = re.compile(r"(?P<term>[^\s:؛;.][^:؛;.\n]{1,70}):(?=\s\S)")
_NONSPACE = re.compile(r"\S")
_QUOTES = {"‘": "’", "“": "”", "«": "»", "„": "“"}


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


class Outline:
    """Builds the segments of one text; use `outline`."""

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
        self.zone = "preamble" if self.heads.has_articles else "body"
        self.untitled: Line | None = None
        self.heading_at = -1
        self.amends = False
        self.closing = ""
        self.article_key: Key = 0
        self.side_until = -1

    # ------------------------------------------------------------------------------------ the walk

    def run(self) -> tuple[Segment, ...]:
        """Walk the lines once and return the finished segments."""
        for index, line in enumerate(self.lines):
            if line.start < self.side_until:
                continue
            self._line(index, line)
        self._close_to(0, len(self.text))
        return self.tree.segments()

    def _line(self, index: int, line: Line) -> None:
        heading = self.heads.read(line)
        if heading and self.untitled and heading.rank >= HEADING_RANK and heading.kind == "group":
            heading = None
        if heading and not (self.closing and not self._breaks_quote(heading)):
            self._heading(heading, line)
            if heading.end < line.end:
                self._events(Line(heading.end, line.end, False))
            return
        hint = line.hint.kind if line.hint else "plain"
        if hint == "row":
            self._row(line)
        elif hint in {"note", "footnote"} or self.words.rubbish.match(self.text, line.start, line.end):
            self._note_line(line)
        elif not (self._title_line(line) or self._side_note(index, line) or self._end_matter(line)):
            self._leave_table(line)
            self._events(self._after_repeated_number(line))

    def _events(self, line: Line) -> None:
        """Go through what stands in one line, in order: quotes, definitions, marks, notes."""
        if line.block:
            self._quote(line)
        settled = not line.block
        for at, what in self._found(line):
            fresh = at <= line.start + 4
            if not (fresh or settled):
                self._block(line)
                settled = True
            settled = self._event(at, what, fresh, line.block) or settled
        if not settled:
            self._block(line)
        self._end_quote(line)

    def _event(self, at: int, what: Mark | int | str, fresh: bool, block: bool) -> bool:
        """Take up one find; return whether it settled where its line belongs."""
        if isinstance(what, Mark):
            return self._mark(what, fresh, block) and fresh
        if isinstance(what, int):
            self._bracket_note(at, what)
            return False
        return self._definition(at, what) and fresh

    def _found(self, line: Line) -> list[tuple[int, Mark | int | str]]:
        text, start, end = self.text, line.start, line.end
        found: list[tuple[int, Mark | int | str]] = []
        first = self._hinted_mark(line) or line_mark(text, start, end)
        if first:
            found.append((first.start, first))
        if "(" in text[start:end]:
            found += [(mark.start, mark) for mark in run_in_marks(text, start, end) if not first or mark.start >= first.end]
        if "[" in text[start:end]:
            found += [(note.start(), note.end()) for note in _NOTE.finditer(text, start, end)]
        found += self._terms(line)
        return sorted(found, key=lambda pair: pair[0])

    def _hinted_mark(self, line: Line) -> Mark | None:
        """A list item of the file whose own text shows no mark."""
        hint = line.hint
        if hint is None or hint.kind != "list" or line_mark(self.text, line.start, line.end):
            return None
        return Mark(line.start, line.start, hint.label, ((f"list{hint.level}", 1),))

    def _terms(self, line: Line) -> Iterator[tuple[int, str]]:
        stop = min(len(self.text), line.end + (220 if self.wrapped else 0))
        for found in self.words.definition.finditer(self.text, line.start, stop):
            at = found.start()
            first = at == line.start and line.block
            if at < line.end and (first or self._last(at) in _BEFORE_TERM or self.text[at - 1] == "]"):
                yield at, found["term"].strip()

    # -------------------------------------------------------------------------------- opening units

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

    def _heading(self, heading: Heading, line: Line) -> None:
        keep = 0
        while keep < len(self.entries) and self.entries[keep].rank < heading.rank:
            keep += 1
        self._close_to(keep, line.start)
        title = self.text[line.start : heading.end]
        part = self._part(heading, title)
        self.closing = ""
        # A heading of no unit (a title, a country's name) does not end the preamble.
        if heading.kind != "group" or heading.label or self.zone != "preamble":
            self.zone = "body"
        barrier = Entry(heading.kind, heading.rank, heading.end, barrier=True)
        self._open(heading.kind, line.start, barrier, label=heading.label, mark=heading.mark, part=part)
        self._head_row(line.start, heading.end, part)
        self.untitled = None if heading.complete else line
        if heading.kind == "article":
            self.amends = self.words.amends(title)
            number = line_mark(f"{heading.label}.", 0, len(heading.label) + 1)
            self.article_key = number.readings[0][1] if number else 0

    def _head_row(self, start: int, end: int, part: PartOfText | None) -> None:
        self.heading_at = self.tree.open("heading", start, part="heading")
        self.tree.close(self._trim(end))

    def _part(self, heading: Heading, title: str) -> PartOfText | None:
        if heading.kind == "annex":
            return "schedule"
        above = self.tree.top
        told = self.words.part_under(title.removeprefix(heading.mark))
        if heading.kind == "group" and told == "definition":
            # A chapter "Interpretation and application" holds more than definitions.
            told = None
        return told if told and (above is None or above.part == "operative") else None

    def _title_line(self, line: Line) -> bool:
        """The line under "CHAPTER II" or "Article 5" that is its title, if it is one."""
        above, self.untitled = self.untitled, None
        if above is None or line.hint and line.hint.kind not in {"plain", "heading"}:
            return False
        title = self.text[line.start : line.end]
        if len(title) > 220 or title[-1] in ".;:,。；：，" or line_mark(self.text, line.start, line.end):
            return False
        self._extend_heading(line.end)
        told = self.words.part_under(title)
        row = self.tree.top
        if row and told and row.part == "operative" and not (row.kind == "group" and told == "definition"):
            row.part = told
        self.amends = self.amends or self.words.amends(title)
        return True

    def _extend_heading(self, end: int) -> None:
        self.tree.rows[self.heading_at].end = end
        self.entries[-1].body = end

    def _after_repeated_number(self, line: Line) -> Line:
        """Skip "5. —" where a section's text begins by repeating its number."""
        top = self.entries[-1] if self.entries else None
        if top is None or top.kind != "article" or not self._bare(top, line.start):
            return line
        label = self.tree.rows[self.tree.chain[-1]].label
        again = re.compile(rf"{re.escape(label)}\.[ \t]*[—–]?[ \t]*(?=\S)").match(self.text, line.start, line.end)
        if not again or not label:
            return line
        self._extend_heading(self._trim(again.end()))
        return Line(again.end(), line.end, line.block, line.hint)

    # ---------------------------------------------------------------------------------------- marks

    def _mark(self, mark: Mark, fresh: bool, block: bool) -> bool:
        if fresh and self.zone == "preamble":
            return self._recital(mark)
        last = self._last(mark.start)
        top = self.entries[-1] if self.entries else None
        announced = last in _ANNOUNCING or (top is not None and self._bare(top, mark.start))
        hanging = not fresh and self.text[mark.end : mark.end + 1] in {"\n", ""}
        first = next(((style, key) for style, key in mark.readings if begins(style, key)), None)
        if first and not first[0].startswith(("dash", "list")) and (announced or hanging) and self._may_nest(first[0]):
            return self._begin(mark, first)
        if self._continue(mark, 0):
            return True
        if not fresh:
            return False
        if first and (block or announced):
            return self._begin(mark, first)
        return self._resume(mark) or self._continue(mark, 3) or (block and self._stray(mark, last))

    def _may_nest(self, style: str) -> bool:
        """Paragraphs and sections do not begin again inside their own points."""
        return not (style == "dotted-number" and any(entry.style == style for entry in self._reach()))

    def _reach(self) -> Iterator[Entry]:
        for entry in reversed(self.entries):
            if entry.barrier:
                return
            yield entry

    def _continue(self, mark: Mark, slack: int) -> bool:
        for index in range(len(self.entries) - 1, -1, -1):
            entry = self.entries[index]
            if entry.barrier:
                return False
            for style, key in mark.readings:
                if entry.style == style and (style.startswith("list") or follows(style, entry.key, key, slack)):
                    self._close_to(index, mark.start)
                    return self._begin(mark, (style, key))
        return False

    def _resume(self, mark: Mark) -> bool:
        """Take up a list again whose points were parted by words of its stem."""
        for index in range(len(self.entries) - 1, -1, -1):
            ended, last = self.entries[index].ended
            for style, key in mark.readings:
                if ended and ended == style and follows(style, last, key):
                    self._close_to(index + 1, mark.start)
                    return self._begin(mark, (style, key))
            if self.entries[index].barrier:
                return False
        return False

    def _begin(self, mark: Mark, reading: tuple[str, Key]) -> bool:
        style, key = reading
        above = self.entries[-1].kind if self.entries else "group"
        numeric = "number" in style or style.startswith("decimal")
        kind: SegmentKind = "paragraph" if above == "article" and numeric else "item"
        self._open(kind, mark.start, Entry(kind, 90, mark.end, style, key), label=mark.label)
        return True

    def _stray(self, mark: Mark, last: str) -> bool:
        """A numbered line that continues nothing known: kept as a unit of the article where it stands alone."""
        style, key = mark.readings[0]
        if style.startswith(("letterdot", "dash", "hyphened")) or last not in self.stops or not self.entries:
            return False
        holder = self._holder()
        if holder <= 0:
            return False
        self._close_to(holder, mark.start)
        return self._begin(mark, (style, key))

    def _recital(self, mark: Mark) -> bool:
        if mark.readings[0][0] not in {"paren-number", "dotted-number"}:
            return False
        self._close_to(0, mark.start)
        entry = Entry("recital", 40, mark.end, *mark.readings[0])
        self._open("recital", mark.start, entry, label=mark.label, mark=f"Recital {mark.label}", part="recital")
        return True

    def _definition(self, at: int, term: str) -> bool:
        top = self.entries[-1] if self.entries else None
        if top is None or self.zone == "preamble" or (top.kind in {"item", "footnote"} and self._bare(top, at)):
            return False
        index = next((i for i, entry in enumerate(self.entries) if entry.kind == "definition"), -1)
        if index < 0:
            index = self._holder() if top.kind in {"item", "block"} and self._last(at) in ".;" else len(self.entries)
        self._close_to(index, at)
        part: PartOfText | None = "definition" if self._in_law(at) else None
        self._open("definition", at, Entry("definition", 80, at), label=term, part=part)
        return True

    def _in_law(self, at: int) -> bool:
        row = self.tree.top
        return row is not None and row.part in {"operative", "transitional", "definition"}

    # --------------------------------------------------------------------------------------- blocks

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

    def _block(self, line: Line) -> None:
        """Decide where a block without a mark belongs: the unit before it, its list's stem, or a new subparagraph."""
        top = self.entries[-1] if self.entries else None
        if top and top.kind in {"footnote", "note"}:
            return
        if top and top.kind == "block" and self._outer_block():
            self._close_to(len(self.entries) - 1, line.start)
            top = self.entries[-1] if self.entries else None
        if top is None or top.kind in {"group", "annex"}:
            self._new_block(line, "block")
        elif top.kind == "row" or (top.kind == "cell" and self._last(line.start) not in _ANNOUNCING):
            self._close_to(len(self.entries) - (top.kind == "cell"), line.start)
            self._new_block(line, "cell")
        elif not self._colon_term(line) and not self._bare(top, line.start):
            self._further(line, top)

    def _colon_term(self, line: Line) -> bool:
        """"Term: meaning" as a block of an article of definitions."""
        row = self.tree.top
        found = _COLON_TERM.match(self.text, line.start, line.end)
        if not found or row is None or row.part != "definition" or row.kind not in {"article", "definition", "block"}:
            return False
        self._close_to(self._holder(), line.start)
        self._open("definition", line.start, Entry("definition", 80, found.end()), label=found["term"].strip())
        return True

    def _outer_block(self) -> bool:
        return len(self.entries) == 1 or self.entries[-2].kind in {"group", "annex"}

    def _further(self, line: Line, top: Entry) -> None:
        last = self._last(line.start)
        start = self.text[line.start : line.start + 40]
        cell = next((i for i, entry in enumerate(self.entries) if entry.kind == "cell"), -1)
        if start.startswith(self.words.proviso):
            term = next((i for i, entry in enumerate(self.entries) if entry.kind == "definition"), -1)
            self._close_to(term + 1 if term >= 0 else self._holder(), line.start)
            self._new_block(line, "block")
        elif last in _ANNOUNCING or last not in self.stops + ",，":
            return
        elif cell >= 0:
            self._close_to(cell, line.start)
            self._new_block(line, "cell")
        elif top.kind in {"item", "definition"} and last in ";,；，" and start[:1].islower():
            self._close_to(self._list_owner(top), line.start)
        elif not (top.kind == "definition" and last in ";,"):
            self._close_to(self._holder(), line.start)
            self._new_block(line, "block")

    def _list_owner(self, top: Entry) -> int:
        """How many entries stay open when the innermost list ends and its stem goes on."""
        return len(self.entries) - (top.kind == "item")

    def _new_block(self, line: Line, kind: SegmentKind) -> None:
        part: PartOfText | None = None
        if self.zone == "preamble":
            part = "heading" if not any(row.kind == "block" for row in self.tree.rows) else "recital"
        self._open(kind, line.start, Entry(kind, 95, line.start), part=part)

    # ------------------------------------------------------------- tables, notes, quotes, end matter

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
        return narrow and rows[0][0].isupper() and rows[-1].endswith(".") and not rows[0].startswith(self.words.proviso)

    def _end_matter(self, line: Line) -> bool:
        """Signatures and the footnotes behind them, until an annex begins."""
        start = self.text[line.start : line.start + 30]
        if self.zone == "body" and line.block and self.heads.has_articles and start.startswith(self.words.signature):
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
        if self._last(line.start) not in _ANNOUNCING:
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

    def _breaks_quote(self, heading: Heading) -> bool:
        if heading.kind != "article" or heading.rank != ARTICLE_RANK:
            return heading.kind == "annex"
        number = line_mark(f"{heading.label}.", 0, len(heading.label) + 1)
        return bool(number) and follows("", self.article_key, number.readings[0][1])  # type: ignore[union-attr]


def outline(text: str, lines: list[Line]) -> tuple[Segment, ...]:
    """Return the nested segments of `text`, whose lines are `lines`."""
    return Outline(text, lines).run()
