"""What this site is, the notice whole, and what was published and later found wrong."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from lexatlas.codebook import load
from lexatlas.exports.view.words import MARKS, MEANINGS, RECORD_MEANING


def about(request: HttpRequest) -> HttpResponse:
    """Say what a page shows and what it does not."""
    marks = tuple((code, MEANINGS[code]) for code in MARKS)
    return render(
        request, "about.html", {"meanings": marks, "record": RECORD_MEANING, "edition": load().edition}
    )


def notice(request: HttpRequest) -> HttpResponse:
    """Show the notice that stands at the foot of every page, and what it means."""
    return render(request, "the_notice.html", {})
