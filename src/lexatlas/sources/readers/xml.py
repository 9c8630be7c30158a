"""XML by its root element: known schemas go to their readers, any other is read by its blocks of text."""

from lxml import etree

from lexatlas.core.errors import Unreadable
from lexatlas.core.evidence import CanonicalText
from lexatlas.sources.readers import akomantoso, justice_canada
from lexatlas.sources.readers.charset import Given
from lexatlas.sources.readers.markup import attribute, name_of, parse_xml, words_of
from lexatlas.sources.readers.outline import outline
from lexatlas.sources.readers.page import Hint, Page

NAME = "xml"
VERSION = "3"
LIBRARIES: tuple[str, ...] = ("lxml",)

_NUMBERS = frozenset({"num", "number", "pnumber", "label", "no", "enum", "ti.art"})
_TITLES = frozenset({"title", "heading", "head", "header", "shorttitle", "longtitle", "sti.art"})
_DROPPED = frozenset({"meta", "metadata", "script", "style"})


def sniff(given: Given) -> bool:
    """Return whether the bytes look like XML."""
    return given.head[:5] == b"<?xml" or (
        given.head[:1] == b"<" and (given.suffix == "xml" or "xml" in given.media_type)
    )


def read(given: Given) -> CanonicalText:
    """Read XML of any schema. Raises `Unreadable` when it cannot be parsed or holds no text."""
    root, gaps = parse_xml(given)
    name = name_of(root)
    if name == "akomaNtoso":
        return akomantoso.read_root(root, gaps)
    if name in {"Statute", "Regulation"}:
        return justice_canada.read_root(root, gaps)
    page = Page()
    _blocks(root, page)
    if not page.lines:
        raise Unreadable("The XML file holds no text.")
    whole = page.text
    stated = {"root": name, "language": attribute(root, "lang"), "title": _title(root)}
    return CanonicalText(
        whole, outline(whole, page.lines), {k: v for k, v in stated.items() if v}, tuple(gaps)
    )


def _title(root: etree._Element) -> str:
    found = next((node for node in root.iter() if name_of(node).lower() in _TITLES and words_of(node)), None)
    return words_of(found)[:300]


def _blocks(element: etree._Element, page: Page, number: str = "") -> str:
    """Add the text of each element that holds some of its own; a number waits for words to follow it."""
    name = name_of(element).lower()
    if not name or name in _DROPPED:
        return number
    if name in _NUMBERS:
        return f"{number} {words_of(element)}".strip()
    mixed = bool((element.text or "").strip()) or any((inner.tail or "").strip() for inner in element)
    if mixed or len(element) == 0:
        hint = Hint("heading", 4) if name in _TITLES else None
        line = " ".join(filter(None, (number, words_of(element))))
        page.add(line, hint)
        return "" if line else number
    for inner in element:
        number = _blocks(inner, page, number)
    if number and not any(name_of(inner).lower() in _NUMBERS for inner in element):
        page.add(number)
        number = ""
    return number
