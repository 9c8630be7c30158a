"""A page in parts, for a site that draws its own frame around them: the same templates, so the same page."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable

from lexatlas.core.document import Document
from lexatlas.core.provenance import Provenance
from lexatlas.core.standing import Standing
from lexatlas.exports.html import drawn, sheet_foot
from lexatlas.exports.view.numbers import Numbers
from lexatlas.exports.view.page import page_of
from lexatlas.exports.view.reading import Reading
from lexatlas.exports.view.values import Head

REVIEWS = "reviews"
"""The anchor of the one section that is not in `Parts.article`: what becomes of reviews is no part of a document."""


@dataclass(frozen=True)
class Parts:
    """What a page shows of a document whatever becomes of it, as markup that is safe to stand in a page.

    `head` is a value: a site puts what it knows in its place before `ruling` draws it. `sheet_foot` is a style.
    `numbers` are those of claims by their ids; a claim stands at the anchor "claim-" and its number.
    """

    title: str
    id: str
    sha256: str
    as_of: str
    banner: str
    notice: str
    head: Head
    claims: int
    tally: str
    contents: str
    article: str
    foot: str
    key: str
    drawers: str
    sheet_foot: str
    numbers: Mapping[str, int]


def parts(document: Document, provenance: Provenance | None, reading: Reading) -> Parts:
    """Return the page of a document in parts; reviews, stage and number are left to whoever knows them."""
    made = page_of(document, provenance, Standing(), reading)
    # How many reviews there are is not the document's to say.
    told = (replace(each, count="") if each.anchor == REVIEWS else each for each in made.sections)
    page = replace(made, sections=tuple(told))
    sections = tuple(section for section in page.sections if section.anchor != REVIEWS)
    return Parts(
        title=page.title,
        id=page.id,
        sha256=page.sha256,
        as_of=page.as_of,
        banner=page.banner,
        notice=page.notice,
        head=page.head,
        claims=page.claims,
        tally=drawn("tally.html", page=page),
        contents=drawn("contents.html", page=page),
        article=drawn("article.html", sections=sections),
        foot=drawn("foot.html", page=page),
        key=drawn("key.html", page=page),
        drawers=drawn("drawers.html", page=page),
        sheet_foot=sheet_foot(page),
        numbers=Numbers.of(document).claims,
    )


@cache
def edition() -> str:
    """Return a hash over the files of this room: whoever keeps parts makes them anew when it changes."""
    hashed = hashlib.sha256()
    for data in _contents(files("lexatlas.exports")):
        hashed.update(data)
    return hashed.hexdigest()[:16]


def _contents(folder: Traversable) -> list[bytes]:
    found: list[bytes] = []
    for each in sorted(folder.iterdir(), key=lambda each: each.name):
        if each.is_dir() and each.name != "__pycache__":
            found += _contents(each)
        elif each.name.endswith((".py", ".html", ".css", ".js")):
            found.append(each.read_bytes())
    return found


def ruling(head: Head) -> str:
    """Return the markup of a head: place and topic, the code, its standing, the labelled fields."""
    return drawn("ruling.html", head=head)
