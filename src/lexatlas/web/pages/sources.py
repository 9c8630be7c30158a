"""The library of sources: what the newest and live versions rest on, by jurisdiction, tier and rights."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from lexatlas.core.evidence import Rights, Tier
from lexatlas.exports.view.words import KINDS, language_name
from lexatlas.store.queries import sources as asked_of
from lexatlas.store.queries.sources import SHOWN, LibraryAsked
from lexatlas.web.asking import asking
from lexatlas.web.listing import Paged, page_asked

TIERS: tuple[Tier, ...] = ("T1", "T2", "T3", "T4", "T5", "T6")
RIGHTS: tuple[Rights, ...] = ("open", "quote-only", "private")


def index(request: HttpRequest) -> HttpResponse:
    """Show a page of the library; readers see what live versions rest on, without private files."""
    who = asking(request)
    asked = LibraryAsked(
        jurisdiction=request.GET.get("jurisdiction", "")[:16],
        tier=request.GET.get("tier", "")[:2],
        rights=request.GET.get("rights", "")[:12],
        words=request.GET.get("words", "").replace("\x00", "")[:80].strip(),
        page=page_asked(request.GET),
    )
    rows, total = asked_of.library(asked, live_only=not who.inside)
    values = {
        "rows": rows, "asked": asked, "paged": Paged(asked.page, SHOWN, total), "tiers": TIERS,
        "rights": RIGHTS if who.inside else RIGHTS[:2],
        "jurisdictions": asked_of.jurisdictions(live_only=not who.inside),
        "language_name": language_name, "kinds": KINDS,
    }  # fmt: skip
    return render(request, "sources.html", values)
