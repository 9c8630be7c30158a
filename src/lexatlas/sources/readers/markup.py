"""XML parsed without entities, network or unbounded trees, and small questions about elements."""

import re
from collections.abc import Iterator

from lxml import etree

from lexatlas.core.errors import Unreadable
from lexatlas.sources.readers.charset import Given

_ENTITY = re.compile(rb"<!ENTITY\s", re.IGNORECASE)


def parse_xml(given: Given) -> tuple[etree._Element, list[str]]:
    """Return the root element and gaps. Raises `Unreadable` when the bytes are no XML or break a limit."""
    gaps: list[str] = []
    head = given.raw[:8192]
    if _ENTITY.search(head):
        gaps.append("The file declares entities of its own; they were not expanded.")
    try:
        return etree.fromstring(given.raw, _parser(recover=False)), gaps
    except (etree.XMLSyntaxError, ValueError) as error:
        first = str(error).split(" (<string>")[0]
    try:
        root = etree.fromstring(given.raw, _parser(recover=True))
    except (etree.XMLSyntaxError, ValueError) as error:
        raise Unreadable(f"The file is not readable XML: {first}.") from error
    if root is None:
        raise Unreadable(f"The file is not readable XML: {first}.")
    return root, [*gaps, f"The XML is damaged and was read as far as it goes: {first}."]


def _parser(*, recover: bool) -> etree.XMLParser:
    return etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, recover=recover,
        remove_comments=True, remove_pis=True,
    )  # fmt: skip


def name_of(element: etree._Element) -> str:
    """Return the tag without its namespace; empty for comments and unexpanded entities."""
    tag = element.tag
    if not isinstance(tag, str):
        return ""
    return tag.rsplit("}", 1)[-1]


def attribute(element: etree._Element, name: str) -> str:
    """Return the attribute of that local name in any namespace, or an empty string."""
    for key, value in element.attrib.items():
        if str(key).rsplit("}", 1)[-1] == name:
            return str(value)
    return ""


def child(element: etree._Element, *names: str) -> etree._Element | None:
    """Return the first child with one of these local names."""
    return next((inner for inner in element if name_of(inner) in names), None)


def words_of(element: etree._Element | None, skip: frozenset[str] = frozenset()) -> str:
    """Return all text within, white space collapsed; a tag is a space only where words would join."""
    if element is None:
        return ""
    return " ".join("".join(_pieces(element, skip)).split())


def _pieces(element: etree._Element, skip: frozenset[str]) -> Iterator[str]:
    if name_of(element) and name_of(element) not in skip:
        yield element.text or ""
        for inner in element:
            yield from _pieces(inner, skip)
            yield inner.tail or ""
