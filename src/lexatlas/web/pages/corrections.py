"""Published versions that were found wrong, with the day and the reason."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from lexatlas.store.queries.corrections import corrections
from lexatlas.web.asking import asking
from lexatlas.web.listing import Paged, page_asked

PER = 50


def index(request: HttpRequest) -> HttpResponse:
    """List them, newest first."""
    page = page_asked(request.GET)
    rows, total = corrections(most=PER, after=(page - 1) * PER)
    values = {"rows": rows, "paged": Paged(page, PER, total), "inside": asking(request).inside}
    return render(request, "corrections.html", values)
