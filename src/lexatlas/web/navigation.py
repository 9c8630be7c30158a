"""The main navigation, in the order of a day's work; what an entry takes is the right of the page it leads to."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.http import HttpRequest
from django.urls import reverse

from lexatlas.web.door import Right, allowed

NAVIGATION = (
    ("Analyses", "analyses"),
    ("My work", "my-work"),
    ("Sources", "sources"),
    ("Search", "search"),
    ("Codebook", "codebook"),
    ("Audit", "audit"),
    ("People", "people"),
    ("Settings", "settings"),
)
"""What each entry is called, and the name of its page in `urls.PAGES`."""


@dataclass(frozen=True)
class Entry:
    """A link of the navigation; `here` when the page that is shown lies under it."""

    words: str
    address: str
    here: bool


def entries(request: HttpRequest, rights: Mapping[str, Right]) -> tuple[Entry, ...]:
    """Return the entries that whoever asks has the right to; `rights` is the right of each page by name."""
    found = [
        (words, reverse(name))
        for words, name in NAVIGATION
        if name in rights and allowed(request, rights[name])
    ]
    return tuple(Entry(words, address, _holds(address, request.path)) for words, address in found)


def _holds(address: str, path: str) -> bool:
    if address == "/":
        return path == "/" or path.startswith("/analyses/")
    return path.startswith(address)
