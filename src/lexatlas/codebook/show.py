"""The page of a topic drawn as plain text, as Markdown or as HTML."""

from __future__ import annotations

import html
import textwrap
from collections.abc import Callable, Iterator

from lexatlas.codebook.book import Codebook
from lexatlas.codebook.page import Line, lines
from lexatlas.codebook.topic import Topic

WIDTH = 100
_INDENT = {"text": 0, "item": 2, "deeper": 5, "quote": 5}
_STYLE = (
    "body{font:16px/1.5 Georgia,serif;max-width:46rem;margin:2rem auto;padding:0 1rem}"
    "h2{font-size:1.15rem;margin:2rem 0 .5rem;border-bottom:1px solid}"
    ".item{margin:.6rem 0 0}.deeper{margin:.1rem 0 0 1.5rem}"
    "blockquote{margin:.1rem 0 .1rem 1.5rem;font-style:italic}"
    "@media (prefers-color-scheme:dark){body{background:#111;color:#ddd}}"
)


def show(book: Codebook, topic: Topic, form: str = "text") -> str:
    """The topic in one of FORMS; ends with a line break."""
    return FORMS[form](book, topic)


def _text(book: Codebook, topic: Topic) -> str:
    drawn = (part for line in lines(book, topic) for part in _text_line(line))
    return "\n".join(drawn).strip("\n") + "\n"


def _text_line(line: Line) -> Iterator[str]:
    if line.kind in ("title", "section"):
        yield from ("", line.text, ("=" if line.kind == "title" else "-") * len(line.text))
        return
    space = " " * _INDENT[line.kind]
    yield from textwrap.wrap(
        _led(line, "{}"), WIDTH, initial_indent=space, subsequent_indent=space + "  ", break_on_hyphens=False
    )


def _led(line: Line, lead: str) -> str:
    plain = " ".join(line.text.split())
    return f"{lead.format(line.lead)}: {plain}" if line.lead else plain


def _markdown(book: Codebook, topic: Topic) -> str:
    drawn = [_markdown_line(line) for line in lines(book, topic)]
    return "\n".join(drawn).strip("\n") + "\n"


def _markdown_line(line: Line) -> str:
    if line.kind in ("title", "section"):
        return f"\n{'#' if line.kind == 'title' else '##'} {line.text}\n"
    start = {"text": "\n", "item": "- ", "deeper": "  - ", "quote": "  > "}[line.kind]
    return start + _led(line, "**{}**")


def _html(book: Codebook, topic: Topic) -> str:
    body = "\n".join(_html_line(line) for line in lines(book, topic))
    title = html.escape(topic.name)
    head = f'<meta charset="utf-8"><title>{title}</title><style>{_STYLE}</style>'
    return f'<!doctype html>\n<html lang="en">\n<head>{head}</head>\n<body>\n{body}\n</body>\n</html>\n'


def _html_line(line: Line) -> str:
    text = html.escape(" ".join(line.text.split()))
    if line.kind in ("title", "section"):
        tag = "h1" if line.kind == "title" else "h2"
        return f"<{tag}>{text}</{tag}>"
    if line.kind == "quote":
        return f'<blockquote dir="auto">{text}</blockquote>'
    lead = f"<b>{html.escape(line.lead)}:</b> " if line.lead else ""
    return f'<p class="{line.kind}">{lead}{text}</p>'


FORMS: dict[str, Callable[[Codebook, Topic], str]] = {"text": _text, "markdown": _markdown, "html": _html}
"""The forms of the page by name."""
