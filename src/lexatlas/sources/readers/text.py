"""Plain text: statutes whose structure lies in words and marks alone."""

from lexatlas.core.evidence import CanonicalText
from lexatlas.sources.readers.charset import Given, decode
from lexatlas.sources.readers.outline import outline
from lexatlas.sources.readers.page import Page, is_wrapped

NAME = "text"
VERSION = "4"
LIBRARIES: tuple[str, ...] = ()


def sniff(given: Given) -> bool:
    """Return whether the bytes are text of no more particular kind; the last reader asked."""
    return not given.is_binary


def read(given: Given) -> CanonicalText:
    """Read plain text. Raises `Unreadable` for bytes that are no text in any charset."""
    text, stated, gaps = decode(given)
    page = Page()
    page.add_verbatim(text, is_wrapped(text))
    whole = page.text
    first = whole[page.lines[0].start : page.lines[0].end] if page.lines else ""
    if 0 < len(first) <= 300:
        stated["title"] = first
    return CanonicalText(whole, outline(whole, page.lines), stated, tuple(gaps))
