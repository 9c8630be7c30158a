"""Whole pages as they are sent, packed, kept until something happens; the door has judged the right before they are."""

import gzip
from collections.abc import Callable

from django.http import HttpRequest, HttpResponse

from lexatlas.core.canonical import canonical_json, sha256_hex
from lexatlas.web.asking import Asking
from lexatlas.web.kept import AtHand

_PAGES: AtHand[bytes] = AtHand(64_000_000, len)
_LEVEL = 4
_COOKIE = "csrftoken"


def tag_of(request: HttpRequest, who: Asking, depends_on: list[str | int]) -> str:
    """Return the tag of a page as this person sees it today; `depends_on` names all else that it is made of."""
    secret = request.COOKIES.get(_COOKIE, "") if who.person else ""
    made_of = [*depends_on, who.today.isoformat(), who.role or "", who.person, who.name, secret]
    return f'W/"{sha256_hex(canonical_json(made_of))[:32]}"'


def sent(request: HttpRequest, who: Asking, tag: str, draw: Callable[[], str | bytes]) -> HttpResponse:
    """Return the page under its tag, drawn where it is not kept; with "" for a tag nothing is kept.

    What tells once what an act answered is never kept, nor forms whose secret the browser does not have yet.
    """
    if not tag or "messages" in request.COOKIES or (who.person and not _has_secret(request)):
        return HttpResponse(draw())
    body = _PAGES.get(tag)
    if body is None:
        drawn = draw()
        body = gzip.compress(drawn if isinstance(drawn, bytes) else drawn.encode(), _LEVEL, mtime=0)
        _PAGES.put(tag, body)
    if "gzip" not in request.headers.get("Accept-Encoding", ""):
        return HttpResponse(gzip.decompress(body))
    return HttpResponse(body, headers={"Content-Encoding": "gzip"})


def headed(answer: HttpResponse, tag: str) -> HttpResponse:
    """Return an answer that says under which tag it is kept, and that nobody else may keep it unasked."""
    if tag:
        answer["ETag"] = tag
    answer["Cache-Control"] = "private, no-cache"
    answer["Vary"] = "Cookie, Accept-Encoding"
    return answer


def _has_secret(request: HttpRequest) -> bool:
    """Whether forms of a kept page hold the secret of this browser: one that it lacks would come with this answer."""
    given = request.COOKIES.get(_COOKIE)
    return given is not None and request.META.get("CSRF_COOKIE") == given
