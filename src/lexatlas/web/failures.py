"""Pages for what cannot be shown: each says what happened and what to do, and never how the program is made."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

_BROKEN = (
    "<!doctype html><html lang=en><meta charset=utf-8><title>Something failed</title>"
    "<h1>Something failed</h1><p>Nothing was changed. Try again; if it fails again, tell an administrator.</p>"
)


def failure(request: HttpRequest, status: int, title: str, sentence: str) -> HttpResponse:
    """Return the page of a failure with its HTTP status."""
    return render(request, "failure.html", {"title": title, "sentence": sentence}, status=status)


def bad_request(request: HttpRequest, exception: Any = None) -> HttpResponse:
    """Answer what no form of ours sends."""
    return failure(request, 400, "Not understood", "What was sent is not understood. Go back and try again.")


def forbidden(request: HttpRequest, exception: Any = None) -> HttpResponse:
    """Answer somebody who lacks the right."""
    sentence = "Your role does not have the right to this. Ask an administrator if it should."
    return failure(request, 403, "Not yours to do", sentence)


def not_found(request: HttpRequest, exception: Any = None) -> HttpResponse:
    """Answer for an address where nothing is, or nothing that may be seen."""
    sentence = "Nothing is here, or nothing that you may see. Look for it in the list of analyses."
    return failure(request, 404, "Not found", sentence)


def broken(request: HttpRequest) -> HttpResponse:
    """Answer when the program itself failed; made without templates and rows, which may be what failed."""
    return HttpResponse(_BROKEN, status=500)
