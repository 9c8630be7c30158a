"""The page: one file that holds its own style and script, and lets nothing else load."""

import base64
import hashlib
import re
from collections.abc import Callable
from functools import cache
from importlib.resources import files
from itertools import groupby
from typing import TYPE_CHECKING

from lexatlas.core.document import Document
from lexatlas.core.provenance import Provenance
from lexatlas.core.standing import Standing
from lexatlas.exports.view.page import page_of
from lexatlas.exports.view.reading import AS_A_FILE, Reading
from lexatlas.exports.view.scripts import stretches
from lexatlas.exports.view.values import Line, Page

if TYPE_CHECKING:
    from jinja2 import Environment

# C0 and C1 signs have no place in a page; line ends and tabs do.
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]")


def export(
    document: Document, provenance: Provenance | None, standing: Standing, reading: Reading = AS_A_FILE
) -> bytes:
    """Return the page as UTF-8. Whatever the document says is shown as words: never run, never loaded."""
    page = page_of(document, provenance, standing, reading)
    styles = (_asset("tokens.css") + "\n" + _asset("components.css"), sheet_foot(page))
    script = _asset("page.js")
    text = drawn("page.html", page=page, styles=styles, script=script, policy=_policy(styles, script))
    return text.encode("utf-8", errors="replace")


def drawn(template: str, **values: object) -> str:
    """Return a template of this room filled in, without signs that have no place in a page."""
    return _CONTROL.sub("", _environment().get_template(template).render(values))


def sheet_foot(page: Page) -> str:
    """Return the style of a printed sheet, whose foot bears id, as-of date, hash and notice on each page."""
    named = f"{page.id} · as of {page.as_of} · sha256 {page.sha256}"
    if page.banner:
        named += f"\n{page.banner}"
    font = 'font: 6.4pt/1.35 "Liberation Sans", Arial, sans-serif; color: #333; padding-top: 2.5mm;'
    font += " vertical-align: top;"
    return (
        "@page {\n  size: A4;\n  margin: 15mm 15mm 27mm;\n"
        f"  @bottom-left {{ {font} width: 86%; text-align: left; white-space: pre-line;\n"
        f'    content: "{css_string(named)}\\A {css_string(page.notice)}"; }}\n'
        f"  @bottom-right {{ {font} text-align: right;\n"
        '    content: "Page " counter(page) " of " counter(pages); }\n'
        "}"
    )


def css_string(text: str) -> str:
    """Return `text` for the inside of a CSS string: what is no plain letter or sign becomes an escape."""
    return "".join(
        sign if sign.isascii() and (sign.isalnum() or sign in " .,;:-_()@") else f"\\{ord(sign):x} "
        for sign in text
    )


def _policy(styles: tuple[str, ...], script: str) -> str:
    """Return the content security policy: nothing loads; only these very blocks act."""
    hashes = " ".join(f"'{_hash(style)}'" for style in styles)
    return (
        f"default-src 'none'; style-src {hashes}; script-src '{_hash(script)}'; "
        "base-uri 'none'; form-action 'none'"
    )


def _hash(block: str) -> str:
    return "sha256-" + base64.b64encode(hashlib.sha256(block.encode()).digest()).decode()


@cache
def _asset(name: str) -> str:
    return files("lexatlas.exports").joinpath("assets", name).read_text(encoding="utf-8").strip()


@cache
def _environment() -> "Environment":
    # Heavy, and only a page needs it.
    from jinja2 import Environment, PackageLoader, StrictUndefined  # noqa: PLC0415 - as the comment above says

    environment = Environment(
        loader=PackageLoader("lexatlas.exports"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.filters.update(FILTERS)
    return environment


def _leads(lines: list[Line]) -> list[tuple[str, list[Line]]]:
    """Part labels into runs of one name, which is then printed once."""
    return [(lead, list(run)) for lead, run in groupby(lines, key=lambda line: line.lead)]


def _runs(lines: tuple[Line, ...]) -> list[tuple[bool, list[Line]]]:
    """Part lines into runs of labels and runs of statements, in order."""
    return [(is_label, list(run)) for is_label, run in groupby(lines, key=lambda line: line.kind == "label")]


FILTERS: dict[str, Callable[..., object]] = {
    "groupby_run": _runs,
    "groupby_lead": _leads,
    "stretches": stretches,
}
"""Filters that the templates of this room use; the site, which draws with them too, adds them to its own."""
