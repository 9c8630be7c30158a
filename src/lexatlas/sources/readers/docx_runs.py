"""The words of a Word paragraph: changes accepted, fields by their result, notes and boxes set apart."""

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field

from lxml import etree

from lexatlas.sources.readers.charset_vietnamese import of_run
from lexatlas.sources.readers.docx_styles import Styles, languages, switched, value_of
from lexatlas.sources.readers.docx_symbols import UNKNOWN, symbol, unfolded
from lexatlas.sources.readers.markup import attribute, child, name_of
from lexatlas.sources.readers.tree import Writer

_WITHIN = frozenset({"hyperlink", "smartTag", "customXml", "dir", "bdo", "sdtContent", "rubyBase"})
_PICTURES = frozenset({"imagedata", "blip", "chart", "OLEObject", "relIds"})
# Results of these fields are no words of the text: contents, page numbers, the mark of a note told again.
_DROPPED_FIELDS = ("TOC", "PAGE", "NUMPAGES", "NOTEREF", "INDEX")


@dataclass
class Tally:
    """What was met and not simply read, in numbers."""

    inserted: int = 0
    deleted: int = 0
    hidden: int = 0
    struck: int = 0
    formulas: int = 0
    pictures: int = 0
    comments: int = 0
    embedded: int = 0
    unknown: int = 0
    languages: Counter[str] = field(default_factory=Counter)


@dataclass(frozen=True)
class NoteMark:
    """Where a note is called: its kind (`footnote`, `endnote`), its id, and a mark of its own if it has one."""

    kind: str
    id: str
    own: bool = False


class Runs:
    """Writes the words of paragraphs line by line; fields may run on from one paragraph to the next.

    `lines` are the finished lines since `take` was last called; `notes` and `boxes` what was met on the way.
    """

    def __init__(self, styles: Styles, tally: Tally) -> None:
        self.styles = styles
        self.tally = tally
        self.line = Writer()
        self.lines: list[str] = []
        self.fields: list[str] = []
        self.notes: list[NoteMark] = []
        self.boxes: list[etree._Element] = []
        self.style = ""
        self._run_steps: dict[str, Callable[[etree._Element], None]] = {
            "br": self._break, "cr": self._break, "footnoteReference": self._note,
            "endnoteReference": self._note, "fldChar": self._field, "instrText": self._instruction,
        }  # fmt: skip

    def take(self) -> list[str]:
        """Return the lines written since the last call, without empty ones."""
        lines = [*self.lines, self.line.text()]
        self.lines, self.line = [], Writer()
        return [line.strip() for line in lines if line.strip()]

    def paragraph(self, element: etree._Element, style: str) -> None:
        """Write what a paragraph holds."""
        self.style = style
        self._inside(element)

    @property
    def _silent(self) -> bool:
        return any(state != "shown" for state in self.fields)

    def _inside(self, element: etree._Element) -> None:
        for each in element:
            name = name_of(each)
            if name == "r":
                self._run(each)
            elif name in {"ins", "moveTo"}:
                self.tally.inserted += 1
                self._inside(each)
            elif name in {"del", "moveFrom"}:
                self.tally.deleted += 1
            elif name in {"oMath", "oMathPara"}:
                self._formula()
            elif name == "fldSimple":
                self._simple_field(each)
            elif name == "AlternateContent":
                self._inside(chosen(each))
            elif name in _WITHIN or (name == "sdt" and not is_placeholder(each)):
                self._inside(each)

    def _run(self, run: etree._Element) -> None:
        hidden = self.styles.run(run, self.style, "vanish")
        struck = self.styles.run(run, self.style, "strike") or self.styles.run(run, self.style, "dstrike")
        if hidden or struck:
            self._unshown(run, hidden)
            return
        raised = value_of(run, "rPr", "vertAlign") in {"superscript", "subscript"}
        if raised:
            self.line.tag()
        for each in run:
            self._piece(each, run)
        if raised:
            self.line.tag()

    def _unshown(self, run: etree._Element, hidden: bool) -> None:
        """Hidden or struck through: counted, not written; where a field begins or ends still counts."""
        count = sum(len(each.text or "") for each in run if name_of(each) == "t")
        self.tally.hidden += count * hidden
        self.tally.struck += count * (not hidden)
        for each in run:
            if name_of(each) in {"fldChar", "instrText"}:
                self._run_steps[name_of(each)](each)

    def _piece(self, each: etree._Element, run: etree._Element) -> None:
        name = name_of(each)
        if name in self._run_steps:
            self._run_steps[name](each)
        elif self._silent:
            return
        elif name == "t":
            self._words(each.text or "", run)
        elif name in {"tab", "ptab"}:
            self.line.write("\t")
        elif name == "noBreakHyphen":
            self.line.write("-")
        elif name == "sym":
            self._symbol(each)
        elif name == "commentReference":
            self.tally.comments += 1
        elif name == "AlternateContent":
            for inner in chosen(each):
                self._piece(inner, run)
        elif name == "ruby":
            self._inside(each)
        elif name in {"drawing", "pict", "object"}:
            self._drawing(each)

    def _words(self, words: str, run: etree._Element) -> None:
        own = child(run, "rPr")
        font = self.styles.font(own, self.style)
        shown = of_run(unfolded(font, words), font)
        self.tally.unknown += shown.count(UNKNOWN)
        said = {**self.styles.language, **languages(own)}
        key = "bidi" if switched(own, "rtl") else "eastAsia" if shown[:1] >= "\u2e80" else "val"
        self.tally.languages[said.get(key, "")] += len(shown)
        self.line.write(shown)

    def _symbol(self, each: etree._Element) -> None:
        try:
            sign = symbol(attribute(each, "font"), int(attribute(each, "char"), 16))
        except ValueError:
            sign = UNKNOWN
        self.tally.unknown += sign == UNKNOWN
        self.line.write(sign)

    def _formula(self) -> None:
        """A formula is a drawing of numbers: flattened it would read as other numbers."""
        if not self._silent:
            self.tally.formulas += 1
            self.line.write(" \ufffc ")

    def _break(self, each: etree._Element) -> None:
        if self._silent:
            return
        if attribute(each, "type") in {"page", "column"}:
            self.line.write(" ")
        else:
            self.lines.append(self.line.text())
            self.line = Writer()

    def _note(self, each: etree._Element) -> None:
        if not self._silent:
            own = attribute(each, "customMarkFollows").lower() in {"1", "true", "on"}
            self.notes.append(NoteMark(name_of(each).removesuffix("Reference"), attribute(each, "id"), own))
            self.line.tag()

    def _field(self, each: etree._Element) -> None:
        kind = attribute(each, "fldCharType")
        if kind == "begin":
            self.fields.append("")
        elif kind == "separate" and self.fields:
            self.fields[-1] = "dropped" if _is_dropped(self.fields[-1]) else "shown"
        elif kind == "end" and self.fields:
            self.fields.pop()

    def _instruction(self, each: etree._Element) -> None:
        if self.fields and self.fields[-1] not in {"shown", "dropped"}:
            self.fields[-1] += each.text or ""

    def _simple_field(self, each: etree._Element) -> None:
        if not _is_dropped(attribute(each, "instr")):
            self._inside(each)

    def _drawing(self, each: etree._Element) -> None:
        boxes = [inner for inner in each.iter("{*}txbxContent") if not _in_fallback(inner, each)]
        self.boxes += boxes
        if not boxes and any(name_of(inner) in _PICTURES for inner in each.iter()):
            self.tally.pictures += 1


def chosen(alternatives: etree._Element) -> etree._Element:
    """Return the first of the alternatives that a file offers for one thing."""
    found = child(alternatives, "Choice", "Fallback")
    return alternatives if found is None else found


def is_placeholder(control: etree._Element) -> bool:
    """Whether a control of a form holds only the words that ask for an entry."""
    properties = child(control, "sdtPr")
    return bool(switched(properties, "showingPlcHdr"))


def _in_fallback(inner: etree._Element, holder: etree._Element) -> bool:
    """Whether a box is told a second time for older programs, or lies within another box."""
    above = inner.getparent()
    while above is not None and above is not holder:
        if name_of(above) in {"Fallback", "txbxContent"}:
            return True
        above = above.getparent()
    return False


def _is_dropped(instruction: str) -> bool:
    return instruction.split(maxsplit=1)[:1] != [] and instruction.split()[0].upper() in _DROPPED_FIELDS
