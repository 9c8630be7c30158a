"""Search: claims and passages within a jurisdiction or a topic, in any language, as far as they may be seen."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from lexatlas.exports.view.words import direction, language_tag
from lexatlas.store.queries.choices import choices
from lexatlas.store.search import MOST, Results, Scope, find
from lexatlas.web.asking import asking


def page(request: HttpRequest) -> HttpResponse:
    """Show the form, and what was found; without a jurisdiction or topic nothing is searched, and the page says so."""
    who = asking(request)
    words = request.GET.get("words", "").replace("\x00", "")[:400].strip()
    scope = Scope(
        jurisdiction=request.GET.get("jurisdiction", "")[:16],
        topic=request.GET.get("topic", "")[:60],
        live_only=not who.inside,
    )
    asked = bool(words and (scope.jurisdiction or scope.topic))
    known = choices(live_only=not who.inside)
    values = {
        "words": words, "scope": scope, "asked": asked, "most": MOST,
        "direction": direction, "language_tag": language_tag,
        "claims": find(words, scope, "claim") if asked else Results(),
        "passages": find(words, scope, "passage") if asked else Results(),
        "places": known.places, "topics": known.topics,
    }  # fmt: skip
    return render(request, "search.html", values)
