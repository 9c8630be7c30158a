"""What a web page says of itself in its marked data: dates, publisher, title; nothing is inferred."""

import json
import re
from collections.abc import Iterator
from typing import Any

from lxml import html as lxml_html

_DAY = re.compile(r"\d{4}-\d{2}-\d{2}(?!\d)")
_SCRIPTS = 20
_SCRIPT_SIZE = 200_000
_ITEMS = 400


def stated_by_page(root: lxml_html.HtmlElement) -> dict[str, str]:
    """Return what the page states: published, modified, publisher, title. A field it does not state is absent.

    A date is taken only as a whole day that the page itself gives for itself; one `time` of many says nothing.
    """
    found: dict[str, str] = {}
    for item in _items(root):
        _day(found, "published", item.get("datePublished"))
        _day(found, "modified", item.get("dateModified"))
        _name(found, item.get("publisher"))
    for element in root.iter("meta", "time"):
        prop = (element.get("itemprop") or element.get("property") or element.get("name") or "").lower()
        said = element.get("content") or element.get("datetime")
        if prop in {"datepublished", "dcterms.issued", "dc.date.issued", "article:published_time"}:
            _day(found, "published", said)
        elif prop in {"datemodified", "dcterms.modified", "article:modified_time"}:
            _day(found, "modified", said)
        elif prop in {"og:site_name", "dc.publisher", "dcterms.publisher"}:
            _name(found, said)
    times = {str(each.get("datetime"))[:10] for each in root.iter("time") if each.get("datetime")}
    if "published" not in found and len(times) == 1:
        _day(found, "published", times.pop())
    heads = [" ".join("".join(map(str, each.itertext())).split()) for each in root.iter("h1")]
    heads = list(dict.fromkeys(filter(None, heads)))
    if len(heads) == 1 and len(heads[0]) <= 300:
        found["title"] = heads[0]
    return found


def _day(found: dict[str, str], key: str, said: Any) -> None:
    day = _DAY.match(said.strip()) if isinstance(said, str) else None
    if day:
        found.setdefault(key, day.group())


def _name(found: dict[str, str], said: Any) -> None:
    name = said.get("name") if isinstance(said, dict) else said
    if isinstance(name, str) and name.strip() and "://" not in name:
        found.setdefault("publisher", " ".join(name.split())[:200])


def _items(root: lxml_html.HtmlElement) -> Iterator[dict[str, Any]]:
    """Yield the objects of the page's JSON-LD, a bounded number."""
    scripts = [each for each in root.iter("script") if (each.get("type") or "") == "application/ld+json"]
    for script in scripts[:_SCRIPTS]:
        try:
            data = json.loads((script.text or "")[:_SCRIPT_SIZE])
        except (ValueError, RecursionError):
            continue
        waiting: list[Any] = [data]
        for _ in range(_ITEMS):
            if not waiting:
                break
            each = waiting.pop(0)
            if isinstance(each, list):
                waiting += each[:_ITEMS]
            elif isinstance(each, dict):
                yield each
                waiting.append(each.get("@graph"))
