"""Pages for what cannot be shown: each says what happened and what to do, and never how the program is made."""

import sys
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.templatetags.static import static
from django.utils.html import escape

from lexatlas.web.unavailable import trouble_of, unavailable

_BARE = """<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>{title} · Lexatlas</title>{styles}</head>
<body><header class="bar"><div class="bar-in"><a class="wordmark" href="/">Lexatlas</a></div></header>
<div class="sheet"><main id="text"><div class="failure"><div class="page-head"><h1>{title}</h1></div>
<p class="sentence">{sentence}</p></div></main></div></body></html>
"""
_STYLES = ("tokens.css", "components.css", "app.css")


def failure(request: HttpRequest, status: int, title: str, sentence: str) -> HttpResponse:
    """Return the page of a failure with its HTTP status; a bare one where nobody has asked yet who is signed in."""
    if not hasattr(request, "user"):
        return bare(status, title, sentence)
    values = {"title": title, "sentence": sentence, "status": status}
    return render(request, "failure.html", values, status=status)


def bare(status: int, title: str, sentence: str) -> HttpResponse:
    """Return the page of a failure made without templates and rows, which may be what failed."""
    icon = f'<link rel="icon" href="{escape(static("icon.svg"))}" type="image/svg+xml">'
    styles = icon + "".join(f'<link rel="stylesheet" href="{escape(static(name))}">' for name in _STYLES)
    page = _BARE.format(title=escape(title), sentence=escape(sentence), styles=styles)
    return HttpResponse(page, status=status, headers={"Cache-Control": "no-store"})


def bad_request(request: HttpRequest, exception: Any = None) -> HttpResponse:
    """Answer what no form of ours sends."""
    return failure(request, 400, "Not understood", "What was sent is not understood. Go back and try again.")


def forged(request: HttpRequest, reason: str = "") -> HttpResponse:
    """Answer a form that does not bear this site's own mark: sent from elsewhere, or from a page grown old."""
    sentence = (
        "This form was made before you signed in, or on another site. Nothing was done. "
        "Load its page again, and send it from there; your browser must accept cookies of this site."
    )
    return failure(request, 403, "The form has expired", sentence)


def forbidden(request: HttpRequest, exception: Any = None) -> HttpResponse:
    """Answer somebody who lacks the right."""
    sentence = "Your role does not have the right to this. Ask an administrator if it should."
    return failure(request, 403, "Not yours to do", sentence)


def not_found(request: HttpRequest, exception: Any = None) -> HttpResponse:
    """Answer for an address where nothing is, or nothing that may be seen."""
    sentence = "Nothing is here, or nothing that you may see. Look for it in the list of analyses."
    return failure(request, 404, "Not found", sentence)


def too_many(request: HttpRequest, answer: HttpResponse | None = None, tried: Any = None) -> HttpResponse:
    """Answer somebody who failed to sign in too often; the same whether or not the address is known."""
    minutes = round(settings.AXES_COOLOFF_TIME * 60)
    sentence = (
        f"Signing in with this address failed {settings.AXES_FAILURE_LIMIT} times. "
        f"Wait {minutes} minutes, then try again; a new password by mail does not shorten the wait."
    )
    page = failure(request, 429, "Too many attempts", sentence)
    page["Retry-After"] = str(minutes * 60)
    page["Cache-Control"] = "private, no-store"
    return page


def broken(request: HttpRequest) -> HttpResponse:
    """Answer when the program itself failed, or the database before a view was reached."""
    trouble = trouble_of(sys.exc_info()[1])
    if trouble:
        return unavailable(trouble)
    return bare(
        500,
        "Something failed",
        "Nothing was changed. Try again; if it fails again, tell an administrator the time of day.",
    )
