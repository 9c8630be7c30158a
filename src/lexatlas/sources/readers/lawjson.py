"""Laws as JSON: articles or provisions with recitals, definitions and what the file states of itself."""

import html
import json
import re
from typing import Any

from lexatlas.core.errors import Unreadable
from lexatlas.core.evidence import CanonicalText
from lexatlas.sources.readers.charset import Given, decode
from lexatlas.sources.readers.outline import outline
from lexatlas.sources.readers.page import Hint, Page, is_wrapped
from lexatlas.sources.readers.words import words

NAME = "lawjson"
VERSION = "3"
LIBRARIES: tuple[str, ...] = ()

_UNITS = ("articles", "provisions", "sections")
_NUMBER_KEYS = ("number", "section", "article", "label", "provision_ref", "id")
_TEXT_KEYS = ("text", "content", "body")
_GROUP_KEYS = ("chapter", "part", "group")
_TITLE_KEYS = ("full_name", "title", "title_en", "name")
_READ_KEYS = {*_UNITS, "definitions", "recitals", "annexes", "schedules", "footnotes"}
_REFERENCE = re.compile(r"&(?:#\d{1,7}|#x[0-9a-fA-F]{1,6}|[a-z]{2,8});")
_LOOSE_KEYS = {"title", "heading", "name", "text", "content", "body", "summary", "description", "abstract"}
_MAX_DEPTH = 60

Json = Any


def sniff(given: Given) -> bool:
    """Return whether the bytes look like JSON."""
    return given.head[:1] in {b"{", b"["} and (given.suffix in {"json", ""} or "json" in given.media_type)


def read(given: Given) -> CanonicalText:
    """Read a law in JSON. Raises `Unreadable` for what is no JSON, too deep, or without text."""
    text, stated, gaps = decode(given)
    data = _load(text)
    law = data if isinstance(data, dict) else {"articles": data} if _is_units(data) else {}
    units = next((law[key] for key in _UNITS if _is_units(law.get(key))), None)
    page = Page()
    if units is None:
        _loose(data, page, 0)
    else:
        _law(law, units, page)
        stated.update(_stated(law))
    if not page.lines:
        raise Unreadable(
            "The JSON file holds no text of a law: no articles, provisions, titles or texts were found."
        )
    whole = page.text
    return CanonicalText(whole, outline(whole, page.lines), stated, tuple(gaps))


def _load(text: str) -> Json:
    try:
        return json.loads(text)
    except RecursionError as error:
        raise Unreadable("The JSON file is nested too deeply to be read.") from error
    except ValueError as error:
        raise Unreadable(f"The file is not valid JSON: {error}.") from error


def _is_units(value: Json) -> bool:
    return isinstance(value, list) and any(isinstance(row, dict) and _first(row, _TEXT_KEYS) for row in value)


def _first(row: dict[str, Json], keys: tuple[str, ...]) -> str:
    """Return the first non-empty text or number among `keys`, as text with character references resolved."""
    for key in keys:
        value = row.get(key)
        if isinstance(value, str | int) and not isinstance(value, bool) and str(value).strip():
            return _clean(str(value))
    return ""


def _clean(text: str) -> str:
    text = text.encode("utf-8", "replace").decode()
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\x00", " ")
    return _REFERENCE.sub(lambda found: html.unescape(found.group()), text)


def _stated(law: dict[str, Json]) -> dict[str, str]:
    """Return the file's own statements under its own names, and `title`."""
    found = {
        key: _clean(str(value))
        for key, value in law.items()
        if key not in _READ_KEYS and isinstance(value, str | int | bool) and str(value)
    }
    title = _first(law, _TITLE_KEYS)
    return {**found, "title": title} if title else found


def _law(law: dict[str, Json], units: list[Json], page: Page) -> None:
    rows = [row for row in units if isinstance(row, dict)]
    texts = [_first(row, _TEXT_KEYS) for row in rows]
    page.add(_first(law, _TITLE_KEYS))
    for row in _rows(law, "recitals"):
        number = _first(row, ("recital_number", "number", "label"))
        page.add(f"({number}) {_first(row, _TEXT_KEYS)}", Hint("recital", label=number))
    joined = "\n".join(texts)
    form = "Article {n}" if "articles" in law else words().cited_as(joined)
    _definitions(law, joined, page)
    _articles(rows, texts, page, form, is_wrapped(joined))
    for key in ("annexes", "schedules"):
        for row in _rows(law, key):
            label = _first(row, ("number", "label", "id"))
            page.add(
                " ".join(filter(None, ("Annex", label, _first(row, ("title",))))),
                Hint("annex", 0, label, f"Annex {label}"),
            )
            page.add_verbatim(_first(row, _TEXT_KEYS), False)


def _rows(law: dict[str, Json], key: str) -> list[dict[str, Json]]:
    value = law.get(key)
    return [row for row in value if isinstance(row, dict)] if isinstance(value, list) else []


def _articles(rows: list[dict[str, Json]], texts: list[str], page: Page, form: str, wrapped: bool) -> None:
    group = ""
    for row, text in zip(rows, texts, strict=True):
        above = _first(row, _GROUP_KEYS)
        if above and above != group:
            group = above
            page.add_verbatim("", False)
            page.add(" ".join(above.split()), Hint("group", 1))
        label = _first(row, _NUMBER_KEYS)
        title = " ".join(_first(row, ("title", "heading")).split())
        named = f"Article {label}" if form.startswith("Article") and "number" in row else f"{label}."
        page.add_verbatim("", False)
        page.add(f"{named} {title}".strip(), Hint("article", 0, label, form.replace("{n}", label)))
        page.add_verbatim(text, wrapped)


def _definitions(law: dict[str, Json], joined: str, page: Page) -> None:
    """Add defined terms that the articles do not hold; most such lists only repeat the articles."""
    seen = " ".join(joined.split())
    rows = [
        (_first(row, ("term",)), " ".join(_first(row, ("definition", "text")).split()))
        for row in _rows(law, "definitions")
    ]
    own = [
        (term, meaning) for term, meaning in rows if term and meaning and meaning.rstrip(" ;.") not in seen
    ]
    if len(own) * 2 <= len(rows):
        # Drawn from the articles by whoever made the file, and cut short here and there.
        return
    if own:
        page.add("Definitions", Hint("article", 0, "", "Definitions list"))
    for term, meaning in own:
        page.add(f"{term}: {meaning}")


def _loose(value: Json, page: Page, depth: int) -> None:
    """Take titles and texts out of JSON of an unknown shape, in order."""
    if depth > _MAX_DEPTH:
        raise Unreadable("The JSON file is nested too deeply to be read.")
    if isinstance(value, list):
        for item in value:
            _loose(item, page, depth + 1)
    elif isinstance(value, dict):
        for key, item in value.items():
            if isinstance(item, str) and key.lower() in _LOOSE_KEYS:
                page.add_verbatim(_clean(item), is_wrapped(item))
            elif isinstance(item, list | dict):
                _loose(item, page, depth + 1)
