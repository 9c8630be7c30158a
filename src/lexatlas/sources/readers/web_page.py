"""Web pages that are no statutes (news, notices, circulars): the main text, without menus, banners and footers.

Trafilatura says which words are the main text; the lines are our own, so that lists and tables between them
stay. Where it would leave out half of what is no link, the page is kept whole.
"""

from lxml import etree
from lxml import html as lxml_html

from lexatlas.core.errors import Unreadable
from lexatlas.core.evidence import CanonicalText
from lexatlas.sources.readers import html
from lexatlas.sources.readers.charset import Given
from lexatlas.sources.readers.outline import outline
from lexatlas.sources.readers.page import Line, Page
from lexatlas.sources.readers.web_stated import stated_by_page

NAME = "web-page"
VERSION = "2"
LIBRARIES: tuple[str, ...] = ("lxml", "trafilatura", "lxml-html-clean")

_SIZE_LIMIT = 3 << 20
_LEAST_ARTICLES = 2
# Shorter lines stand in any text by chance, and must be a whole line of it.
_LONG = 16


def sniff(given: Given) -> bool:
    """Return whether the bytes are a web page without the articles of a statute."""
    if not html.sniff(given) or len(given.raw) > _SIZE_LIMIT:
        return False
    try:
        segments = html.opened(given).text.segments
    except Unreadable:
        return False
    return sum(segment.kind == "article" for segment in segments) < _LEAST_ARTICLES


def read(given: Given) -> CanonicalText:
    """Read the main text of a web page. Raises `Unreadable` when nothing in it is text."""
    opened = html.opened(given)
    html.opened.cache_clear()
    stated = opened.text.stated | stated_by_page(opened.root)
    main = _main_text(opened.root)
    kept = _kept(opened.page, main, _links(opened.root)) if main else []
    if not kept or len(kept) == len(opened.page.lines):
        return CanonicalText(opened.text.text, opened.text.segments, stated, opened.text.gaps)
    page = _page(opened.page, kept)
    left = len(opened.page.lines) - len(kept)
    stated["left-out"] = f"{left} of {len(opened.page.lines)} lines outside the main text"
    return CanonicalText(page.text, outline(page.text, page.lines), stated, opened.text.gaps)


def _main_text(root: lxml_html.HtmlElement) -> str:
    """What trafilatura takes for the main text, one block a line; empty when it finds none."""
    # Half a second, and a network library that nothing here calls: only for pages that are no statutes.
    from trafilatura.core import bare_extraction  # noqa: PLC0415 - as said above

    try:
        found = bare_extraction(
            lxml_html.document_fromstring(etree.tostring(root, encoding="unicode", method="html")),
            include_comments=False, include_tables=True, favor_recall=True, with_metadata=False,
        )  # fmt: skip
    except Exception:  # noqa: BLE001 - whatever it meets, the page is read whole by our own reader
        return ""
    return str(getattr(found, "text", None) or "")


def _kept(page: Page, main: str, links: frozenset[str]) -> list[Line]:
    """The lines from the first to the last of the main text, without those that only link elsewhere."""
    text = page.text
    whole, short = _squeezed(main), {_squeezed(line.lstrip("- |*#")) for line in main.split("\n")}
    squeezed = [_squeezed(text[line.start : line.end]) for line in page.lines]
    links_only = [words in links for words in squeezed]
    chosen = [
        at
        for at, words in enumerate(squeezed)
        if words and (words in short or (len(words) >= _LONG and words in whole))
    ]
    if not chosen:
        return []
    first = _from_heading(page, chosen[0])
    keep = set(chosen) | {at for at in range(first, chosen[-1] + 1) if not links_only[at]}
    own = sum(len(words) for words, link in zip(squeezed, links_only, strict=True) if not link)
    if sum(len(squeezed[at]) for at in keep if not links_only[at]) * 2 < own:
        return []
    return [page.lines[at] for at in sorted(keep)]


def _from_heading(page: Page, first: int) -> int:
    """The page's own heading, when it stands shortly before the main text, belongs to it."""
    for at in range(first, max(-1, first - 8), -1):
        hint = page.lines[at].hint
        if hint is not None and hint.kind == "heading" and hint.level == 1:
            return at
    return first


def _links(root: lxml_html.HtmlElement) -> frozenset[str]:
    return frozenset(_squeezed("".join(map(str, link.itertext()))) for link in root.iter("a"))


def _squeezed(words: str) -> str:
    return "".join(words.split())


def _page(whole: Page, kept: list[Line]) -> Page:
    text, page = whole.text, Page()
    for line in kept:
        if line.hint is not None and line.hint.kind == "row":
            page.add_row([text[cell.start : cell.end] for cell in line.hint.cells], line.hint.label)
        else:
            page.add(text[line.start : line.end], line.hint, block=line.block)
    return page
