"""One text that somebody wrote, reached from the audit log: read by an administrator, and blanked when it must go."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone

from lexatlas.desk.outcome import Refused
from lexatlas.desk.retention import blank_text
from lexatlas.store.queries.signing_in import signed_in
from lexatlas.store.queries.words import Written, written
from lexatlas.web.answers import after, status_of

SIGNS = 8
"""Signs of the commitment that are written again to confirm."""


def one(request: HttpRequest, text: str) -> HttpResponse:
    """Show the text of a commitment with the events that name it; a POST that repeats its first signs blanks it."""
    found = written(text)
    if found is None:
        raise Http404
    if request.method != "POST":
        return _page(request, found, None)
    if request.POST.get("confirm", "").strip() != text[:SIGNS]:
        sentence = "What was written to confirm is not what stands on this page. Copy it and try again."
        return _page(request, found, Refused(sentence))
    outcome = blank_text(commitment=text, by=signed_in(request.user), at=timezone.now())
    if isinstance(outcome, Refused):
        return _page(request, found, outcome)
    return after(request, outcome, reverse("text", kwargs={"text": text}))


def _page(request: HttpRequest, found: Written, refused: Refused | None) -> HttpResponse:
    values = {
        "found": found,
        "sign": found.commitment[:SIGNS],
        "refusal": refused.sentence if refused else "",
    }
    return render(request, "text_written.html", values, status=status_of(refused) if refused else 200)
