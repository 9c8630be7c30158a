"""Web pages: statutes and other texts, by their headings, paragraphs, lists, tables and footnotes."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from typing import cast

from lxml import etree
from lxml import html as lxml_html

from lexatlas.core.errors import Unreadable
from lexatlas.core.evidence import CanonicalText
from lexatlas.sources.readers.charset import Given, decode
from lexatlas.sources.readers.outline import outline
from lexatlas.sources.readers.page import Hint, Page
from lexatlas.sources.readers.tree import Writer

NAME = "html"
VERSION = "5"
LIBRARIES: tuple[str, ...] = ("lxml",)

_DROPPED = frozenset({
    "script", "style", "nav", "noscript", "template", "svg", "math", "button", "select", "textarea",
    "input", "iframe",
    "object", "video", "audio", "canvas", "head", "del", "s", "strike",
})  # fmt: skip
_INLINE = frozenset({
    "a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "code", "dfn", "em", "font", "i",
    "img", "ins",
    "kbd", "label", "mark", "q", "samp", "small", "span", "strong", "sub", "sup", "time",
    "tt", "u",
    "var", "wbr", "o:p", "st1:place",
})  # fmt: skip
_HEADINGS = {f"h{level}": level for level in range(1, 7)}
_NOTE_MARK = re.compile(r"[\[(]?(?:\d{1,3}|[*†‡§]{1,3}|[a-z])[\])]?")
_FOOTNOTE = re.compile(
    r"(?:^|[\s_-])(?:foot-?notes?|endnotes?)(?:[\s_-]|$)|footnote_text|^fn-?\d+$", re.IGNORECASE
)
_HIDDEN_ROLES = frozenset({"navigation", "search", "banner", "menu", "menubar", "tablist"})
_DEEP = re.compile(r"[Ee]xcessive depth")
_META = {
    "dc.title": "title", "dcterms.title": "title", "og:title": "og:title", "dc.date": "date",
    "dcterms.date": "date",
    "dcterms.modified": "modified", "dcterms.issued": "issued", "article:published_time": "published",
    "article:modified_time": "modified", "dc.language": "language", "author": "author", "og:url": "url",
    "eli:date_document": "eli:date_document", "eli:date_applicability": "eli:date_applicability",
    "eli:version_date": "eli:version_date", "eli:in_force": "eli:in_force",
}  # fmt: skip


def sniff(given: Given) -> bool:
    """Return whether the bytes are a web page."""
    head = given.head[:2048].lower()
    if given.head[:5] == b"<?xml" and b"<html" not in head:
        return False
    named = given.suffix in {"html", "htm", "xhtml", "asp", "aspx", "php"} or "html" in given.media_type
    return b"<html" in head or b"<!doctype html" in head or (named and head[:1] == b"<")


def read(given: Given) -> CanonicalText:
    """Read a web page. Raises `Unreadable` when nothing in it is text."""
    text = opened(given).text
    # The tree of one document need not wait for the next.
    opened.cache_clear()
    return text


@dataclass(frozen=True)
class Opened:
    """A page that was read whole: its tree, its lines and its text."""

    root: lxml_html.HtmlElement
    page: Page
    text: CanonicalText


@lru_cache(maxsize=1)
def opened(given: Given) -> Opened:
    """Read a page once for those that ask what it is; raises as `read` does."""
    text, stated, gaps = decode(given)
    root, deep = _parse(text)
    if deep:
        gaps.append("The page nests its tags too deeply; what lies deeper than the limit was not read.")
    page = Page()
    _Walk(page).run(_body(root))
    if not page.lines:
        raise Unreadable(
            f"The page holds no text{' above the depth at which its nested tags are cut' * deep}."
        )
    gone = sum(1 for each in _body(root).iter("del", "s", "strike") if "".join(each.itertext()).strip())
    if gone:
        gaps.append(f"Left out as deleted or struck through: {gone} passage{'s' * (gone > 1)}.")
    whole = page.text
    made = CanonicalText(whole, outline(whole, page.lines), stated | _stated(root), tuple(gaps))
    return Opened(root, page, made)


def _parse(text: str) -> tuple[lxml_html.HtmlElement, bool]:
    """Parse with comments and processing instructions dropped; tell whether the depth limit was met."""
    parser = lxml_html.HTMLParser(remove_comments=True, remove_pis=True, huge_tree=False, encoding="utf-8")
    body = re.sub(r"^\s*<\?xml[^>]*\?>", "", text)
    try:
        root = lxml_html.document_fromstring(body.encode(), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError) as error:
        raise Unreadable("The page holds no readable HTML.") from error
    return root, any(_DEEP.search(entry.message) for entry in parser.error_log)


def _body(root: lxml_html.HtmlElement) -> etree._Element:
    body = root.find("body")
    return root if body is None else body


def _stated(root: lxml_html.HtmlElement) -> dict[str, str]:
    found: dict[str, str] = {}
    title = root.findtext(".//title")
    if title and title.strip():
        found["title"] = " ".join(title.split())
    language = root.get("lang") or root.get("{http://www.w3.org/XML/1998/namespace}lang")
    if language:
        found["language"] = language
    for meta in root.iter("meta"):
        key = _META.get((meta.get("name") or meta.get("property") or "").lower())
        if key and meta.get("content"):
            found.setdefault(key, " ".join(str(meta.get("content")).split())[:500])
    for link in root.iter("link"):
        if link.get("rel") == "canonical" and link.get("href"):
            found["url"] = str(link.get("href"))[:500]
    return found


@dataclass
class _Walk:
    """Walks the tree without recursion and hands finished lines to the page."""

    page: Page
    line: Writer = field(default_factory=Writer)
    hints: list[Hint | None] = field(default_factory=list)
    lists: list[list[int]] = field(default_factory=list)
    hint: Hint | None = None
    cells: list[str] | None = None
    data_tables: int = 0
    skipped: etree._Element | None = None

    def run(self, body: etree._Element) -> None:
        for event, element in _walk(body):
            tag = element.tag if isinstance(element.tag, str) else ""
            if event == "start":
                self.start(element, tag)
            else:
                self.end(element, tag)
        self.flush()

    def start(self, element: etree._Element, tag: str) -> None:
        if self.skipped is not None:
            return
        if tag == "a" and self.line.text().strip() and _is_note_mark(element):
            self.skipped = element
            self.line.write(" ")
            return
        if tag in _INLINE:
            self.line.tag()
        elif tag == "br":
            self.break_line()
        else:
            self.open_block(element, tag)
        if element.text:
            self.line.write(element.text)

    def end(self, element: etree._Element, tag: str) -> None:
        if self.skipped is not None and element is not self.skipped:
            return
        self.skipped = None
        if tag in _INLINE:
            self.line.tag()
        elif tag != "br":
            self.close_block(tag)
        if element.tail and element.getparent() is not None:
            self.line.write(element.tail)

    def break_line(self) -> None:
        if self.cells is None:
            self.flush(more=True)
        else:
            self.line.write(" ")

    def open_block(self, element: etree._Element, tag: str) -> None:
        if self.cells is not None:
            self.line.write(" ")
            if tag in {"td", "th"}:
                self.line = Writer()
            return
        self.flush()
        self.hints.append(self.hint)
        if tag in _HEADINGS:
            self.hint = Hint("heading", _HEADINGS[tag])
        elif tag in {"ul", "ol"}:
            start = element.get("start") or "1"
            self.lists.append(
                [
                    int(start) if start.removeprefix("-").isdecimal() and len(start) < 6 else 1,
                    int(tag == "ol"),
                ]
            )
        elif tag == "li" and self.lists:
            self.hint = self._list_hint(element)
        elif tag == "tr" and self.data_tables:
            self.cells = []
        elif tag == "table":
            self.data_tables = int(_is_data(element))
        elif _FOOTNOTE.search(f"{element.get('class') or ''} {element.get('id') or ''}".strip()):
            self.hint = Hint("footnote")

    def close_block(self, tag: str) -> None:
        if self.cells is not None and tag != "tr":
            self.line.write(" ")
            if tag in {"td", "th"}:
                self.cells.append(self.line.text())
                self.line = Writer()
            return
        if tag == "tr" and self.cells is not None:
            self.page.add_cells(self.cells)
            self.cells = None
        self.flush()
        if tag in {"ul", "ol"} and self.lists:
            self.lists.pop()
        if tag == "table":
            self.data_tables = 0
        self.hint = self.hints.pop() if self.hints else None

    def _list_hint(self, element: etree._Element) -> Hint:
        counter = self.lists[-1]
        value = element.get("value") or ""
        if value.isdecimal() and len(value) < 6:
            counter[0] = int(value)
        label = str(counter[0]) if counter[1] else ""
        counter[0] += 1
        return Hint("list", len(self.lists), label)

    def flush(self, *, more: bool = False) -> None:
        words, self.line = self.line.text(), Writer()
        if words.strip():
            self.page.add(words, self.hint)
            if self.hint and self.hint.kind == "list":
                # Further paragraphs of the same item are no new items.
                self.hint = Hint("more", self.hint.level)
            elif more and self.hint and self.hint.kind == "heading":
                self.hint = None


def _is_note_mark(link: etree._Element) -> bool:
    """Whether a link inside a sentence is but the mark of a footnote, which is no word of the sentence."""
    words = "".join(str(piece) for piece in link.itertext()).strip()
    return (link.get("href") or "").startswith("#") and _NOTE_MARK.fullmatch(words) is not None


def _is_data(table: etree._Element) -> bool:
    """Whether a table holds data: no table within it, no cell of many paragraphs, more than one column."""
    if table.find(".//table") is not None:
        return False
    widest = 0
    for row in table.iter("tr"):
        cells = [cell for cell in row if cell.tag in {"td", "th"}]
        widest = max(widest, len(cells))
        if any(sum(1 for _ in cell.iter("p", "li", "h1", "h2", "h3", "h4")) > 3 for cell in cells):
            return False
    return widest > 1


def _walk(body: etree._Element) -> Iterator[tuple[str, etree._Element]]:
    """Yield start and end of each element that is shown; of the dropped, only what follows them."""
    walker = etree.iterwalk(body, events=("start", "end"))
    skipping: etree._Element | None = None
    for event, element in walker:
        if skipping is not None:
            if event == "end" and element is skipping:
                skipping = None
                yield "end", cast(etree._Element, _Tail(element))
            continue
        if event == "start" and _dropped(element):
            walker.skip_subtree()
            skipping = element
            continue
        yield event, element


def _dropped(element: etree._Element) -> bool:
    if not isinstance(element.tag, str):
        return True
    return element.tag in _DROPPED or (element.get("role") or "") in _HIDDEN_ROLES


class _Tail:
    """Stands for a dropped element: no text of its own, only what follows it."""

    tag = "span"
    text = None

    def __init__(self, element: etree._Element) -> None:
        self.tail = element.tail
        self._parent = element.getparent()

    def getparent(self) -> etree._Element | None:
        """Return the parent of the dropped element."""
        return self._parent
