"""What stands around every page: who is signed in, where one can go, what the last act answered."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.contrib import messages
from django.contrib.messages.storage.cookie import CookieStorage
from django.http import HttpRequest

from lexatlas.web.navigation import Entry, entries


@dataclass(frozen=True)
class Signed:
    """Whoever is signed in, as the bar prints it."""

    name: str
    role: str


@dataclass(frozen=True)
class Said:
    """What an act answered; `kind` is "done" or "refused"."""

    words: str
    kind: str


@dataclass(frozen=True)
class Frame:
    """Values of the frame. `signed` is None for nobody; `said` reads the answers, which are then told."""

    signed: Signed | None
    navigation: tuple[Entry, ...]
    said: Callable[[], tuple[Said, ...]]


def frame(request: HttpRequest) -> dict[str, Any]:
    """Return the frame for the templates, under the name "frame"."""
    # The table of pages imports the views, and they what draws them.
    from lexatlas.web.urls import PAGES  # noqa: PLC0415 - as said above

    person = request.user
    signed = Signed(person.shown, person.role) if person.is_authenticated else None
    rights = {page.name: page.right for page in PAGES}
    return {"frame": Frame(signed, entries(request, rights), lambda: _said(request))}


def _said(request: HttpRequest) -> tuple[Said, ...]:
    told = messages.get_messages(request)
    # Reading them takes their cookie away, and says so to a browser that never had it.
    if CookieStorage.cookie_name not in request.COOKIES and not getattr(told, "added_new", False):
        return ()
    return tuple(
        Said(str(each.message), "refused" if each.level >= messages.ERROR else "done") for each in told
    )
