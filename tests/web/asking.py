"""Asks pages of the site by their row of `urls.PAGES`: addresses filled in, each method sent as a browser would."""

import re
from collections.abc import Iterator, Mapping
from typing import Any
from urllib.parse import quote

from lexatlas.web.door import Page
from lexatlas.web.urls import PAGES

METHODS = ("GET", "HEAD", "POST", "PUT", "DELETE", "PATCH", "OPTIONS", "TRACE")
BY_NAME: Mapping[str, Page] = {page.name: page for page in PAGES}
PART = re.compile(r"<(?:(\w+):)?(\w+)>")


def parts(page: Page) -> dict[str, str]:
    """Return what an address leaves open: the converter by the name of the part."""
    return {found["name"]: found["converter"] for found in _parts(page)}


def _parts(page: Page) -> Iterator[dict[str, str]]:
    for found in PART.finditer(page.path):
        yield {"converter": found[1] or "str", "name": found[2]}


def address(page: Page, given: Mapping[str, Any]) -> str:
    """Return the address of a page with its open parts filled, percent-encoded; made without Django's own check."""
    return "/" + PART.sub(lambda found: quote(str(given[found[2]]), safe=""), page.path)


def told(response) -> str:
    """Return what a page says, as text."""
    body = b"".join(response.streaming_content) if response.streaming else response.content
    return body.decode("utf-8", "replace")
