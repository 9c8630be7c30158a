"""From lines and marks to nested segments: which unit each stretch of a text belongs to.

A mark continues the innermost open list that it fits, or begins a list where the words before it
announce one; what fits nowhere is taken for a reference and left in the text.
"""

import re
from collections.abc import Iterator

from lexatlas.core.evidence import PartOfText, Segment, SegmentKind
from lexatlas.sources.readers.asides import Asides
from lexatlas.sources.readers.headings import ARTICLE_RANK, HEADING_RANK, Heading
from lexatlas.sources.readers.marks import Mark, bare_mark, follows, line_mark, run_in_marks
from lexatlas.sources.readers.openings import ANNOUNCING, Entry
from lexatlas.sources.readers.page import Line
from lexatlas.sources.readers.words import OPENED

_NOTE = re.compile(
    r"\[\s?(?:Act|Deleted by|Amended by|Inserted by|S \d|L\.N\.|Repealed|Note:)[^\[\]\n]{0,140}\]"
)
# 〈개정 2031. 3. 2.〉: what Korean editors print behind a provision.
_KOREAN_NOTE = re.compile(
    r"[<＜〈\[](?:개정|신설|전문개정|본조신설|제목개정|삭제|시행일|종전|타법개정|본항신설|전부개정)[^<>＜＞〈〉\[\]\n]{0,160}[>＞〉\]]"
)
_BEFORE_TERM = ";:.—–-]"
_COLON_TERM = re.compile(r"(?P<term>[^\s:؛;.][^:؛;.\n]{1,70}):(?=\s\S)")


_PROVISO = ("ただし", "但し", "다만,")
"""What takes something out of the sentence before it, which some files set as a paragraph of its own."""
_THAI_ORDER = ("", "หนึ่ง", "สอง", "สาม", "สี่", "ห้า", "หก", "เจ็ด", "แปด", "เก้า", "สิบ")


class Outline(Asides):
    """Builds the segments of one text; use `outline`."""

    def __init__(self, text: str, lines: list[Line]) -> None:
        super().__init__(text, lines)
        self.untitled: Line | None = None
        self.heading_at = -1
        self.caption = ""
        self.paragraphs, self.paragraphs_of = 0, -1

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
        if self._afterword(index, line, heading):
            return
        if line.start in self.heads.captions:
            self._caption(line)
            return
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
        elif hint in {"note", "footnote"} or self._is_note(line):
            self._leave_table(line)
            self._note_line(line)
        elif not (self._title_line(line) or self._side_note(index, line) or self._end_matter(line)):
            self._leave_table(line)
            self._events(self._after_repeated_number(line))

    def _caption(self, line: Line) -> None:
        """Japanese law prints the title of an article above it, in brackets."""
        keep = 0
        while keep < len(self.entries) and self.entries[keep].rank < ARTICLE_RANK:
            keep += 1
        self._close_to(keep, line.start)
        self.zone = "body"
        self._head_row(line.start, line.end)
        self.caption = self.heads.captions[line.start]

    def _is_note(self, line: Line) -> bool:
        whole = _NOTE.fullmatch(self.text, line.start, line.end) or (
            self.heads.run_on and _KOREAN_NOTE.fullmatch(self.text, line.start, line.end)
        )
        return bool(whole or self.words.rubbish.match(self.text, line.start, line.end))

    def _events(self, line: Line) -> None:
        """Go through what stands in one line, in order: quotes, definitions, marks, notes."""
        if line.block:
            self._quote(line)
        settled = not line.block
        for at, what in self._found(line):
            fresh = at <= line.start + 4 and not isinstance(what, int)
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
        first = self._hinted_mark(line) or line_mark(text, start, end) or self._bare_mark(line)
        if first:
            found.append((first.start, first))
        if "(" in text[start:end]:
            found += [
                (mark.start, mark)
                for mark in run_in_marks(text, start, end)
                if not first or mark.start >= first.end
            ]
        if "[" in text[start:end]:
            found += [(note.start(), note.end()) for note in _NOTE.finditer(text, start, end)]
        if self.heads.run_on:
            found += [(note.start(), note.end()) for note in _KOREAN_NOTE.finditer(text, start, end)]
        found += self._terms(line)
        return sorted(found, key=lambda pair: pair[0])

    def _bare_mark(self, line: Line) -> Mark | None:
        top = self.entries[-1] if self.entries else None
        ended = line.block or self._last(line.start) in ".;:" or (top and self._bare(top, line.start))
        return bare_mark(self.text, line.start, line.end) if self.heads.bare_numbers and ended else None

    def _hinted_mark(self, line: Line) -> Mark | None:
        """A list item of the file whose own text shows no mark."""
        hint = line.hint
        if hint is None or hint.kind != "list" or line_mark(self.text, line.start, line.end):
            return None
        return Mark(line.start, line.start, hint.label, ((f"list{hint.level}", 1),))

    def _terms(self, line: Line) -> Iterator[tuple[int, str]]:
        stop = min(len(self.text), line.end + (220 if self.wrapped else 0))
        # Most lines quote nothing, which is seen much sooner than that no verb of theirs defines.
        if not (
            OPENED.search(self.text, line.start, stop)
            and self.words.defines.search(self.text, line.start, stop)
        ):
            return
        for found in self.words.definition.finditer(self.text, line.start, stop):
            at = found.start()
            first = at == line.start and line.block
            if at < line.end and (first or self._last(at) in _BEFORE_TERM or self.text[at - 1] == "]"):
                yield at, found["term"].strip()

    def _heading(self, heading: Heading, line: Line) -> None:
        keep = 0
        while keep < len(self.entries) and self.entries[keep].rank < heading.rank:
            keep += 1
        self._close_to(keep, line.start)
        title = self.text[line.start : heading.end]
        part = self._part(heading, title)
        self.closing = ""
        self.opened.add(heading.kind)
        # A heading of no unit (a title, a country's name) does not end the preamble.
        if heading.kind != "group" or heading.label or self.zone != "preamble":
            self.zone = "body"
        barrier = Entry(heading.kind, heading.rank, heading.end, barrier=True)
        self._open(heading.kind, line.start, barrier, label=heading.label, mark=heading.mark, part=part)
        self._head_row(line.start, heading.end)
        self.untitled = None if heading.complete else line
        if heading.kind == "article":
            self.amends = self.words.amends(title)
            number = line_mark(f"{heading.label}.", 0, len(heading.label) + 1)
            self.article_key = number.readings[0][1] if number else 0

    def _head_row(self, start: int, end: int) -> None:
        self.heading_at = self.tree.open("heading", start, part="heading")
        self.tree.close(self._trim(end))

    def _part(self, heading: Heading, title: str) -> PartOfText | None:
        if heading.kind == "annex":
            return "schedule"
        above = self.tree.top
        caption, self.caption = self.caption, ""
        told = self.words.part_under(caption or title.removeprefix(heading.mark) or title)
        told = told or self.words.part_under(title)
        if heading.kind == "group" and told == "definition":
            # A chapter "Interpretation and application" holds more than definitions.
            told = None
        return told if told and (above is None or above.part == "operative") else None

    def _title_line(self, line: Line) -> bool:
        """The line under "CHAPTER II" or "Article 5" that is its title, if it is one."""
        above, self.untitled = self.untitled, None
        if above is None or (line.hint and line.hint.kind not in {"plain", "heading"}):
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
        row = self.tree.rows[self.tree.chain[-1]]
        label = row.label
        if not self.text.startswith(f"{label}.", row.start):
            # "Article 1" and then "1." is its first paragraph.
            return line
        again = re.compile(rf"{re.escape(label)}\.[ \t]*[—–]?[ \t]*(?=\S)").match(
            self.text, line.start, line.end
        )
        if not again or not label:
            return line
        self._extend_heading(self._trim(again.end()))
        return Line(again.end(), line.end, line.block, line.hint)

    def _block(self, line: Line) -> None:
        """Decide where a block without a mark belongs: the unit before it, its stem, or a new one."""
        top = self.entries[-1] if self.entries else None
        if (top and top.kind in {"footnote", "note"}) or self._listed(line):
            return
        if top and top.kind == "block" and self._outer_block():
            self._close_to(len(self.entries) - 1, line.start)
            top = self.entries[-1] if self.entries else None
        if top is None or top.kind in {"group", "annex"}:
            self._new_block(line, "block")
        elif top.kind == "row" or (top.kind == "cell" and self._last(line.start) not in ANNOUNCING):
            self._close_to(len(self.entries) - (top.kind == "cell"), line.start)
            self._new_block(line, "cell")
        elif not self._colon_term(line) and not self._bare(top, line.start):
            self._further(line, top)

    def _listed(self, line: Line) -> bool:
        """Settle a block by the lists that the file itself marks: in an item, or behind the whole list."""
        listed = next((i for i, entry in enumerate(self.entries) if entry.style.startswith("list")), -1)
        if listed < 0 or (line.hint and line.hint.kind == "list"):
            return False
        if line.hint and line.hint.kind == "more":
            return True
        self._close_to(listed, line.start)
        holder = self.entries[-1] if self.entries else None
        if self.text[line.start].islower() and holder and holder.kind in {"article", "paragraph", "block"}:
            return True
        self._close_to(self._holder(), line.start)
        self._new_block(line, "block")
        return True

    def _colon_term(self, line: Line) -> bool:
        """ "Term: meaning" as a block of an article of definitions."""
        row = self.tree.top
        found = _COLON_TERM.match(self.text, line.start, line.end)
        if (
            not found
            or row is None
            or row.part != "definition"
            or row.kind not in {"article", "definition", "block"}
        ):
            return False
        self._close_to(self._holder(), line.start)
        self._open(
            "definition", line.start, Entry("definition", 80, found.end()), label=found["term"].strip()
        )
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
        elif self.heads.run_on and "\u0e01" <= start[:1] <= "\u0e4e":
            if line.block and not self.wrapped:
                self._thai_paragraph(line)
        elif self.heads.run_on and (top.kind in {"article", "paragraph"} or start.startswith(_PROVISO)):
            # A further sentence of a numbered paragraph, set on a line of its own.
            return
        elif last in ANNOUNCING or last not in self.stops + ",，":
            return
        elif cell >= 0:
            self._close_to(cell, line.start)
            self._new_block(line, "cell")
        elif top.kind in {"item", "definition"} and last in ";,；，" and start[:1].islower():
            self._close_to(self._list_owner(top), line.start)
        elif not (top.kind == "definition" and last in ";,"):
            self._close_to(self._holder(), line.start)
            self._new_block(line, "block")

    def _thai_paragraph(self, line: Line) -> None:
        """Thai has no stops: a line that begins a block is the next paragraph of its article, and cited as such."""
        self._close_to(self._holder(), line.start)
        above = self.tree.rows[self.tree.chain[-1]] if self.tree.chain else None
        if above is None or above.kind != "article":
            self._new_block(line, "block")
            return
        self.paragraphs = self.paragraphs + 1 if self.paragraphs_of == above.start else 2
        self.paragraphs_of = above.start
        named = _THAI_ORDER[self.paragraphs] if self.paragraphs < len(_THAI_ORDER) else str(self.paragraphs)
        self._open("block", line.start, Entry("block", 95, line.start), mark=f" วรรค{named}")

    def _list_owner(self, top: Entry) -> int:
        """How many entries stay open when the innermost list ends and its stem goes on."""
        return len(self.entries) - (top.kind == "item")

    def _new_block(self, line: Line, kind: SegmentKind) -> None:
        part: PartOfText | None = None
        if self.zone == "preamble":
            first = not any(row.kind == "block" for row in self.tree.rows)
            title = first and line.end - line.start <= 300 and self.text[line.end - 1] not in ".;"
            part = "heading" if title else "recital"
        self._open(kind, line.start, Entry(kind, 95, line.start), part=part)

    def _breaks_quote(self, heading: Heading) -> bool:
        if heading.kind != "article" or heading.rank != ARTICLE_RANK:
            return heading.kind == "annex"
        number = line_mark(f"{heading.label}.", 0, len(heading.label) + 1)
        return number is not None and follows("", self.article_key, number.readings[0][1])


def outline(text: str, lines: list[Line]) -> tuple[Segment, ...]:
    """Return the nested segments of `text`, whose lines are `lines`."""
    return Outline(text, lines).run()
