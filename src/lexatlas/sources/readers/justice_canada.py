"""Statutes and regulations in the schema of Justice Canada, with what it says of each node's force."""

import re

from lxml import etree

from lexatlas.core.evidence import CanonicalText, PartOfText, SegmentKind
from lexatlas.sources.readers.charset import Given
from lexatlas.sources.readers.justice_force import force, stated
from lexatlas.sources.readers.markup import attribute, child, name_of, parse_xml, words_of
from lexatlas.sources.readers.tree import Writer
from lexatlas.sources.readers.words import words

NAME = "justice-canada"
VERSION = "2"
LIBRARIES: tuple[str, ...] = ("lxml",)

_UNITS: dict[str, SegmentKind] = {
    "Section": "article", "Subsection": "paragraph", "Paragraph": "item", "Subparagraph": "item",
    "Clause": "item",
    "Subclause": "item", "Subsubclause": "item", "Definition": "definition", "Item": "item",
}  # fmt: skip
_INLINE = frozenset({
    "XRefExternal", "XRefInternal", "DefinedTermEn", "DefinedTermFr", "DefinitionRef", "DefinitionEnOnly",
    "DefinitionFrOnly", "Emphasis", "Language", "Repealed", "FootnoteRef", "Sup", "Sub", "Leader",
    "LineBreak",
    "AmendingText", "Fraction", "Numerator", "Denominator", "Insertion", "Ins", "FormBlank", "PageBreak",
})  # fmt: skip
_NOTES = frozenset({"HistoricalNote", "Footnote", "ReaderNote", "RecentAmendments", "Note"})
_SKIPPED = frozenset({"BillHistory", "Chapter", "RunningHead", "BillNumber", "Parliament"})


def sniff(given: Given) -> bool:
    """Return whether the root element is one of this schema's."""
    return b"http://justice.gc.ca/lims" in given.head or bool(
        re.search(rb"<(Statute|Regulation)[\s>]", given.head)
    )


def read(given: Given) -> CanonicalText:
    """Read a statute. Raises `Unreadable` when the XML cannot be parsed."""
    root, gaps = parse_xml(given)
    return read_root(root, gaps)


def read_root(root: etree._Element, gaps: list[str]) -> CanonicalText:
    """Read a parsed statute."""
    reader = _Reader(attribute(root, "lang"))
    reader.identification(child(root, "Identification"))
    for part in root:
        if name_of(part) != "Identification":
            reader.element(part)
    reader.leave_groups(0)
    return CanonicalText(reader.out.text(), reader.out.tree.segments(), stated(root), tuple(gaps))


class _Reader:
    def __init__(self, language: str) -> None:
        self.out = Writer()
        self.form = "art. {n}" if language.startswith("fr") else "s. {n}"
        self.groups: list[int] = []
        self.pending_mark = ""

    # -------------------------------------------------------------------------------- front matter

    def identification(self, element: etree._Element | None) -> None:
        if element is None:
            return
        for inner in element:
            name = name_of(inner)
            if name in {"LongTitle", "ShortTitle"}:
                self._block(inner, "heading")
            elif name in _NOTES:
                self._note(inner, name)

    def _block(self, element: etree._Element, part: PartOfText | None) -> None:
        self.out.line(2)
        self.out.open("block", part=part)
        self.inline(element)
        self.out.close()

    # ------------------------------------------------------------------------------------ elements

    def element(self, element: etree._Element) -> None:
        """Write one element that begins a line."""
        name = name_of(element)
        if name in _UNITS:
            self.unit(element, _UNITS[name])
        elif name == "Heading":
            self.heading(element)
        elif name == "Schedule":
            self.schedule(element)
        elif name == "RelatedOrNotInForce":
            self.not_in_force(element)
        elif name == "AmendedText":
            self.amended_text(element)
        elif name in _NOTES:
            self._note(element, name)
        elif name == "row":
            self.row(element)
        elif name in {"Preamble", "Introduction"}:
            self._whole(element, "block", "recital")
        elif name == "TableGroup":
            self._whole(element, "table", None)
        elif name not in _SKIPPED and name:
            self.other(element, name)

    def other(self, element: etree._Element, name: str) -> None:
        """Text, continued text and containers of no structure of their own."""
        if name in {"Text", "TitleText"} or not any(name_of(inner) not in _INLINE for inner in element):
            self.out.line()
            self.inline(element)
            return
        self.out.line()
        self.out.write(element.text or "")
        for inner in element:
            self.element(inner)
            self.out.write(inner.tail or "")

    def _whole(self, element: etree._Element, kind: SegmentKind, part: PartOfText | None) -> None:
        self.out.line(2)
        self.out.open(kind, part=part)
        for inner in element:
            self.element(inner)
        self.out.close()

    def unit(self, element: etree._Element, kind: SegmentKind) -> None:
        """A section, subsection, paragraph or definition with its marginal note, label, text and parts."""
        label = words_of(child(element, "Label"), frozenset({"FootnoteRef"})).strip("()*. ")
        self.out.line(2 if kind == "article" else 1)
        note = child(element, "MarginalNote")
        in_force, since = force(element)
        self.out.open(
            kind, label=self._term(element) if kind == "definition" else label, mark=self._mark(kind, label),
            part=self._part(kind, note), force=in_force, force_from=since,
        )  # fmt: skip
        if note is not None:
            self._heading_line(note)
            self.out.line()
        self._body(element)
        self.out.close()

    def _body(self, element: etree._Element) -> None:
        labelled = False
        for inner in element:
            name = name_of(inner)
            if name == "MarginalNote":
                continue
            if name == "Label":
                self.inline(inner)
                labelled = True
            elif name == "Text" and labelled:
                self.out.write(" ")
                self.inline(inner)
                labelled = False
            elif name == "Text":
                self.out.line()
                self.inline(inner)
            else:
                if labelled:
                    self.out.write(" ")
                self.element(inner)
                labelled = False

    def _term(self, element: etree._Element) -> str:
        text = child(element, "Text")
        term = child(text, "DefinedTermEn", "DefinedTermFr", "DefinitionEnOnly") if text is not None else None
        return words_of(term)

    def _mark(self, kind: SegmentKind, label: str) -> str:
        if kind != "article":
            return ""
        mark, self.pending_mark = self.pending_mark, ""
        return mark or (self.form.replace("{n}", label) if label else "")

    def _part(self, kind: SegmentKind, note: etree._Element | None) -> PartOfText | None:
        above = self.out.tree.top
        if above is not None and above.part not in {"operative", "transitional"}:
            return None
        if kind == "definition":
            return "definition"
        told = words().part_under(words_of(note)) if kind == "article" else None
        return told if told != "note" else None

    # ------------------------------------------------------------------ headings, schedules, tables

    def heading(self, element: etree._Element) -> None:
        level = int(attribute(element, "level") or 1) if attribute(element, "level").isdigit() else 1
        self.leave_groups(level)
        self.out.line(2)
        title = words_of(child(element, "TitleText"))
        part = words().part_under(title)
        mark = words_of(child(element, "Label"))
        self.out.open(
            "group", label=mark.split(" ")[-1], mark=mark, part=part if part == "transitional" else None
        )
        self.groups.append(level)
        self._heading_line(element)

    def leave_groups(self, level: int) -> None:
        """Close groups whose level is `level` or deeper."""
        while self.groups and self.groups[-1] >= level:
            self.groups.pop()
            self.out.close()

    def _heading_line(self, element: etree._Element) -> None:
        self.out.open("heading", part="heading")
        for inner in element if name_of(element) in {"Heading", "ScheduleFormHeading"} else ():
            self.inline(inner)
            self.out.write(" ")
        if name_of(element) == "MarginalNote":
            self.inline(element)
        self.out.close()

    def schedule(self, element: etree._Element) -> None:
        self.leave_groups(0)
        head = child(element, "ScheduleFormHeading")
        mark = words_of(child(head, "Label")) if head is not None else ""
        held, self.groups = self.groups, []
        self.out.line(2)
        self.out.open("annex", label=mark.split(" ")[-1], mark=mark.title(), part="schedule")
        for inner in element:
            if inner is head:
                self._heading_line(inner)
            else:
                self.element(inner)
        self.leave_groups(0)
        self.out.close()
        self.groups = held

    def not_in_force(self, element: etree._Element) -> None:
        """A provision of an amending Act that has not come into force; its heading is how it is cited."""
        head = child(element, "Heading")
        self.pending_mark = words_of(head).lstrip("—– ").strip() if head is not None else ""
        held, self.groups = self.groups, []
        self.out.line(2)
        self.out.open("group", mark=self.pending_mark, part="amendment-not-in-force", force="no")
        for inner in element:
            if inner is head:
                self._heading_line(inner)
            else:
                self.element(inner)
        self.leave_groups(0)
        self.out.close()
        self.groups, self.pending_mark = held, ""

    def amended_text(self, element: etree._Element) -> None:
        above = self.out.tree.top
        part: PartOfText = "quoted-old-text"
        if above is not None and above.part == "amendment-not-in-force":
            part = "amendment-not-in-force"
        held, self.groups = self.groups, []
        self.out.line(2)
        self.out.open("block", part=part)
        for inner in element:
            self.element(inner)
        self.leave_groups(0)
        self.out.close()
        self.groups = held

    def row(self, element: etree._Element) -> None:
        self.out.line()
        self.out.open("row")
        for index, entry in enumerate(element):
            if index:
                self.out.cell()
            self.out.open("cell")
            self.inline(entry)
            self.out.close()
        self.out.close()

    def _note(self, element: etree._Element, name: str) -> None:
        self.out.line()
        self.out.open("footnote" if name == "Footnote" else "note", part="note")
        self.inline(element)
        self.out.close()

    # --------------------------------------------------------------------------------------- inline

    def inline(self, element: etree._Element) -> None:
        """Write the text within, tags as spaces where words would run together; repeals become notes."""
        repealed = name_of(element) == "Repealed"
        if repealed:
            self.out.write(" ")
            self.out.open("note", part="note")
        self.out.write(element.text or "")
        for inner in element:
            if name_of(inner):
                self._between(inner)
                self.inline(inner)
                self._between(inner)
            self.out.write(inner.tail or "")
        if repealed:
            self.out.close()

    def _between(self, element: etree._Element) -> None:
        if name_of(element) in _INLINE:
            self.out.tag()
        else:
            self.out.write(" ")
