"""The one way to a view: method, then right, then the view; before any cache and any 304."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Literal

from django.db import DataError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import URLPattern, path
from django.utils.http import urlencode

from lexatlas.core.workflow import Act, may
from lexatlas.store.queries.site import reads_without_signing_in
from lexatlas.web.failures import bad_request, failure, forbidden

View = Callable[..., HttpResponse]
Right = Act | Literal["anyone", "signed in"]
"""An act of `core.workflow`; "anyone" even where the site is private; "signed in" whatever the role."""


@dataclass(frozen=True)
class Page:
    """A row of the table of addresses: what is reached, by which methods, with which right."""

    name: str
    path: str
    view: View
    right: Right
    methods: tuple[str, ...] = ("GET",)

    def pattern(self) -> URLPattern:
        """Return the address for Django, with the door before the view."""
        return path(self.path, _guarded(self), name=self.name)


def _guarded(page: Page) -> View:
    def view(request: HttpRequest, **found: Any) -> HttpResponse:
        if request.method not in page.methods and not (request.method == "HEAD" and "GET" in page.methods):
            return _not_this_way(request, page)
        if not allowed(request, page.right):
            return _turned_away(request, page)
        try:
            return page.view(request, **found)
        except DataError:
            # Asked for by signs that no text of the database can hold: PostgreSQL takes no NUL.
            return bad_request(request)

    return view


def allowed(request: HttpRequest, right: Right) -> bool:
    """Whether whoever asks has the right. Anonymous reading is a setting of the site, off at first."""
    if right == "anyone":
        return True
    person = request.user
    if not person.is_authenticated:
        return right == "read live" and _reads_publicly(request)
    return right == "signed in" or may(person.role, right)  # type: ignore[arg-type]  # a row holds plain text


def _reads_publicly(request: HttpRequest) -> bool:
    """Ask for the setting once a request: the navigation asks for each of its entries."""
    known: bool | None = getattr(request, "reads_publicly", None)
    if known is None:
        known = reads_without_signing_in()
        setattr(request, "reads_publicly", known)  # noqa: B010 - a request of Django's has no such field for mypy
    return known


def _not_this_way(request: HttpRequest, page: Page) -> HttpResponse:
    sentence = (
        "This address is not opened like this: it belongs to a form. Go back, and use the form's button."
    )
    response = failure(request, 405, "Not done this way", sentence)
    response["Allow"] = ", ".join(page.methods)
    return response


def _turned_away(request: HttpRequest, page: Page) -> HttpResponse:
    if request.user.is_authenticated:
        return forbidden(request)
    if request.method in ("GET", "HEAD"):
        return redirect(f"/sign-in/?{urlencode({'next': request.get_full_path()})}")
    return redirect("/sign-in/")
