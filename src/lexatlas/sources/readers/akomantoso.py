"""Akoma Ntoso: acts, bills and judgments in the OASIS schema, any version."""

import re

from lxml import etree

from lexatlas.core.evidence import CanonicalText, PartOfText, SegmentKind
from lexatlas.sources.readers.charset import Given
from lexatlas.sources.readers.markup import attribute, name_of, parse_xml, words_of
from lexatlas.sources.readers.tree import Writer
from lexatlas.sources.readers.words import words

NAME = "akoma-ntoso"
VERSION = "2"
LIBRARIES: tuple[str, ...] = ("lxml",)

_GROUPS = frozenset({"book", "tome", "part", "subPart", "title", "subTitle", "chapter", "subChapter",
                     "division", "subDivision", "hcontainer", "container"})  # fmt: skip
_PARAGRAPHS = frozenset({"paragraph", "subsection", "clause"})
_ITEMS = frozenset(
    {"point", "item", "indent", "alinea", "subparagraph", "subclause", "level", "sublist", "li"}
)
_INLINE = frozenset({"ref", "rref", "mref", "i", "b", "u", "sup", "sub", "span", "def", "term", "date", "ins",
                     "del",
                     "noteRef", "docTitle", "docNumber", "docType", "docDate", "organization", "person",
                     "concept",
                     "quantity", "entity", "inline", "abbr", "a", "placeholder", "remark", "eol", "img",
                     "role",
                     "shortTitle", "docProponent", "docPurpose", "num", "heading", "subheading", "quotedText",
                     "time", "location", "event", "process", "object", "omissis"})  # fmt: skip
_SKIPPED = frozenset({"meta", "identification", "publication", "coverPage", "toc", "componentRef"})
_ROOT = re.compile(rb"<(?:[A-Za-z0-9]+:)?akomaNtoso[\s>]")


def sniff(given: Given) -> bool:
    """Return whether the root element is `akomaNtoso`."""
    return bool(_ROOT.search(given.head))


def read(given: Given) -> CanonicalText:
    """Read a document. Raises `Unreadable` when the XML cannot be parsed."""
    root, gaps = parse_xml(given)
    return read_root(root, gaps)


def read_root(root: etree._Element, gaps: list[str]) -> CanonicalText:
    """Read a parsed document."""
    stated = _stated(root)
    has_articles = any(name_of(node) == "article" for node in root.iter())
    reader = _Reader(has_articles)
    for inner in root:
        reader.element(inner)
    text = reader.out.text()
    return CanonicalText(
        text, reader.out.tree.segments(), {k: v for k, v in stated.items() if v}, tuple(gaps)
    )


class _Reader:
    def __init__(self, has_articles: bool) -> None:
        self.out = Writer()
        self.article = "article" if has_articles else "section"

    def element(self, element: etree._Element) -> None:
        """Write one element that begins a line."""
        name = name_of(element)
        kind, part = self._kind(name)
        if not name or name in _SKIPPED:
            return
        if kind:
            self.unit(element, kind, part)
        elif name in {"p", "block", "longTitle"} or (name in _INLINE and name not in {"num", "heading"}):
            self.out.line()
            self.inline(element)
        else:
            self.inside(element)

    def _kind(self, name: str) -> tuple[SegmentKind | None, PartOfText | None]:
        if name == self.article or name in {"rule", "article"}:
            return "article", None
        if name in _GROUPS or name == "section":
            return "group", None
        if name in _PARAGRAPHS:
            return ("paragraph" if self._above() == "article" else "item"), None
        if name in _ITEMS:
            return "item", None
        plain: dict[str, tuple[SegmentKind, PartOfText | None]] = {
            "recital": ("recital", "recital"), "attachment": ("annex", "schedule"), "doc": ("annex",
            "schedule"),
            "preface": ("block", "heading"), "preamble": ("block", "recital"), "authorialNote": ("footnote",
            "note"),
            "note": ("note", "note"), "quotedStructure": ("block", "quoted-old-text"), "table": ("table",
            None),
            "tr": ("row", None), "td": ("cell", None), "th": ("cell", None), "conclusions": ("block", "note"),
        }  # fmt: skip
        return plain.get(name, (None, None))

    def _above(self) -> str:
        top = self.out.tree.top
        return top.kind if top else ""

    def unit(self, element: etree._Element, kind: SegmentKind, part: PartOfText | None) -> None:
        number = next((inner for inner in element if name_of(inner) == "num"), None)
        heading = next((inner for inner in element if name_of(inner) == "heading"), None)
        printed = words_of(number)
        label = _label(printed)
        if kind == "cell":
            self.out.write(" ")
        else:
            self.out.line(2 if kind in {"article", "group", "annex"} else 1)
        told = words().part_under(words_of(heading)) if kind in {"article", "group"} else None
        above = self.out.tree.top
        if (
            told
            and not (kind == "group" and told == "definition")
            and (above is None or above.part == "operative")
        ):
            part = told
        self.out.open(kind, label=label, mark=_mark(kind, printed, label), part=part)
        self._head(number, heading, kind)
        for inner in element:
            if inner is not number and inner is not heading:
                self._within(inner)
        self.out.close()

    def _head(self, number: etree._Element | None, heading: etree._Element | None, kind: SegmentKind) -> None:
        named = kind in {"article", "group", "annex"}
        if named and (number is not None or heading is not None):
            self.out.open("heading", part="heading")
        for element in (number, heading):
            if element is not None:
                self.inline(element)
                self.out.write(" ")
        if named and (number is not None or heading is not None):
            self.out.close()
            self.out.line()

    def _within(self, element: etree._Element) -> None:
        """The words of a unit stand on the line of its number."""
        if name_of(element) in {"content", "intro"}:
            for position, inner in enumerate(element):
                if position == 0 and name_of(inner) == "p":
                    self.inline(inner)
                else:
                    self.element(inner)
        else:
            self.element(element)

    def inside(self, element: etree._Element) -> None:
        if element.text and element.text.strip():
            self.out.line()
            self.out.write(element.text)
        for inner in element:
            self.element(inner)
            if inner.tail and inner.tail.strip():
                self.out.write(inner.tail)

    def inline(self, element: etree._Element) -> None:
        self.out.write(element.text or "")
        for inner in element:
            name = name_of(inner)
            if name in _INLINE:
                self.out.tag()
                self.inline(inner)
                self.out.tag()
            elif name:
                self.element(inner)
                self.out.write(" ")
            self.out.write(inner.tail or "")


def _label(printed: str) -> str:
    number = printed.strip(" .()–—-:")
    return number.rsplit(" ", 1)[-1].strip(".()") if number else ""


def _mark(kind: SegmentKind, printed: str, label: str) -> str:
    if kind == "recital":
        return f"Recital {label}"
    if kind not in {"article", "group", "annex"} or not label:
        return ""
    named = printed.strip(" .–—-:")
    return named if any(sign.isalpha() for sign in named.replace(label, "")) else f"s. {label}"


def _stated(root: etree._Element) -> dict[str, str]:
    stated: dict[str, str] = {}
    for node in root.iter():
        name = name_of(node)
        if name == "FRBRdate":
            stated.setdefault(f"date:{attribute(node, 'name') or 'work'}", attribute(node, "date"))
        elif name == "FRBRlanguage":
            stated.setdefault("language", attribute(node, "language"))
        elif name == "FRBRthis":
            stated.setdefault("uri", attribute(node, "value"))
        elif name == "FRBRcountry":
            stated.setdefault("country", attribute(node, "value"))
        elif name in {"docTitle", "shortTitle"}:
            stated.setdefault("title", words_of(node))
        elif name == "FRBRalias":
            stated.setdefault("alias", attribute(node, "value"))
        elif name in {
            "act",
            "bill",
            "judgment",
            "doc",
            "amendment",
            "statement",
            "portion",
            "officialGazette",
        }:
            stated.setdefault("document-type", name)
            stated.setdefault("contains", attribute(node, "contains"))
    stated["title"] = stated.get("title") or stated.get("alias", "")
    return stated
