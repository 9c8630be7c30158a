"""Markdown: headings, paragraphs in bold that serve as headings, lists, tables."""

import re
from collections.abc import Iterator

from markdown_it import MarkdownIt
from markdown_it.token import Token

from lexatlas.core.evidence import CanonicalText
from lexatlas.sources.readers.charset import Given, decode
from lexatlas.sources.readers.outline import outline
from lexatlas.sources.readers.page import Hint, Page

NAME = "markdown"
VERSION = "4"
LIBRARIES: tuple[str, ...] = ("markdown-it-py",)

_TAG = re.compile(r"<[^<>]{0,400}>")
_STARS = re.compile(r"\*{2,}")
_TEMPLATE = re.compile(r"^\s*\{%.*%\}\s*$", re.MULTILINE)
_FRONT = re.compile(r"\A---\n(.{0,20000}?)\n---\n", re.DOTALL)
_FOOTNOTE = re.compile(r"^\[\^(?P<n>[^\]\s]{1,20})\]:\s*")
_HEADING = re.compile(rb"(?m)^#{1,6} \S|^\*\*[^*\n]+\*\*\s*$|^\s*[-*] \S|\]\(https?://")
_BOLD_LEVEL = 7


def sniff(given: Given) -> bool:
    """Return whether the bytes are Markdown, by name or media type; a text file's content does not decide."""
    if given.is_binary:
        return False
    if given.suffix in {"md", "markdown", "mdx"} or "markdown" in given.media_type:
        return True
    return given.suffix == "" and given.head[:1] != b"<" and bool(_HEADING.match(given.head))


def read(given: Given) -> CanonicalText:
    """Read Markdown. Raises `Unreadable` for bytes that are no text."""
    text, stated, gaps = decode(given)
    text, front = _front_matter(text)
    text = _TEMPLATE.sub("", text)
    page = Page()
    # Nesting is bounded: deeper quotes and lists are read as plain text.
    parser = MarkdownIt("commonmark", {"maxNesting": 40}).enable("table")
    _Lines(page).run(parser.parse(text))
    whole = page.text
    first = next((line for line in page.lines if line.hint and line.hint.kind == "heading"), None)
    if first:
        stated["title"] = whole[first.start : first.end]
    return CanonicalText(whole, outline(whole, page.lines), stated | front, tuple(gaps))


def _front_matter(text: str) -> tuple[str, dict[str, str]]:
    found = _FRONT.match(text)
    if not found:
        return text, {}
    rows = (line.partition(":") for line in found[1].split("\n"))
    stated = {
        key.strip(): value.strip(" \"'")
        for key, colon, value in rows
        if colon and key.strip() and value.strip()
    }
    return text[found.end() :], stated


class _Lines:
    """Goes through the block tokens and hands lines to the page."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.marks: list[str] = []
        self.depth = 0
        self.cells: list[str] | None = None
        self.bullet = ""

    def run(self, tokens: list[Token]) -> None:
        for index, token in enumerate(tokens):
            kind = token.type
            if kind in {"bullet_list_open", "ordered_list_open"}:
                self.depth += 1
            elif kind in {"bullet_list_close", "ordered_list_close"}:
                self.depth -= 1
                self.bullet = ""
                self.marks.clear()
            elif kind == "list_item_open":
                self.marks.append(f"{token.info}{token.markup} " if token.info else "")
                self.bullet = "" if token.info else "first"
            elif kind == "tr_open":
                self.cells = []
            elif kind == "tr_close":
                self.page.add_row(self.cells or [])
                self.cells = None
            elif kind in {"fence", "code_block"}:
                self.page.add_verbatim(token.content, False)
            elif kind == "html_block":
                self.page.add(" ".join(_TAG.sub(" ", token.content).split()))
            elif kind == "inline":
                self.inline(token, tokens[index - 1])

    def inline(self, token: Token, opened: Token) -> None:
        lines = _plain(token)
        if self.cells is not None:
            self.cells.append(" ".join(lines))
            return
        hint: Hint | None = None
        if opened.type == "heading_open":
            hint = Hint("heading", int(opened.tag[1]))
        elif _all_bold(token):
            hint = Hint("heading", _BOLD_LEVEL)
        mark, self.marks = "".join(self.marks), []
        if hint is None and self.bullet:
            hint = Hint("list" if self.bullet == "first" else "more", self.depth)
            self.bullet = "more"
        for position, line in enumerate(lines):
            note = _FOOTNOTE.match(line)
            if note:
                self.page.add(line, Hint("footnote", label=note["n"]))
            elif position == 0:
                self.page.add(mark + line, hint)
            else:
                self.page.add(line, hint if hint and hint.kind == "heading" else None, block=False)


def _all_bold(token: Token) -> bool:
    """Whether a paragraph is nothing but bold words, as texts without real headings set theirs."""
    content = token.content.strip()
    if not (content.startswith("**") and content.endswith("**") and 4 < len(content) < 300):
        return False
    inner = content.strip("*").strip()
    return bool(inner) and not inner.endswith((".", ";", ",", ":"))


def _plain(token: Token) -> list[str]:
    """Return the words of an inline token as lines; emphasis and tags are dropped, white space stays."""
    text = "".join(_words(token.children or []))
    return [clean for line in text.split("\n") if (clean := " ".join(_STARS.sub("", line).split()))]


def _words(children: list[Token]) -> Iterator[str]:
    for token in children:
        if token.type in {"softbreak", "hardbreak"}:
            yield "\n"
        elif token.type == "html_inline":
            yield " " if not token.content.lower().startswith("<br") else "\n"
        elif token.type == "image":
            yield token.content
        else:
            yield token.content
