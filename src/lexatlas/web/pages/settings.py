"""Settings of the site that an administrator changes while it runs, one form each."""

from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone

from lexatlas.desk.outcome import Refused
from lexatlas.desk.site_settings import KNOWN, change
from lexatlas.store.queries.signing_in import signed_in
from lexatlas.store.queries.site import setting
from lexatlas.web.answers import after, status_of


@dataclass(frozen=True)
class Row:
    """A setting as the page shows it; `typed` is what stands in its field, `error` what was wrong with that."""

    name: str
    about: str
    value: str
    typed: str
    choices: tuple[str, ...]
    error: str


def index(request: HttpRequest) -> HttpResponse:
    """Show the settings; a POST names one of them and its value."""
    if request.method != "POST":
        return _page(request, "", "", None)
    name, value = request.POST.get("name", "")[:60], request.POST.get("value", "").strip()[:200]
    outcome = change(name=name, value=value, by=signed_in(request.user), at=timezone.now())
    if isinstance(outcome, Refused):
        return _page(request, name, value, outcome)
    return after(request, outcome, reverse("settings"))


def _page(request: HttpRequest, name: str, typed: str, refused: Refused | None) -> HttpResponse:
    said = refused.sentence if refused else ""
    rows = []
    for known in KNOWN:
        value, is_it = setting(known.name, known.default), known.name == name
        rows.append(Row(known.name, known.about, value, typed if is_it else value, known.choices,
                        said if is_it else ""))  # fmt: skip
    values = {"rows": rows, "refusal": "" if any(row.error for row in rows) else said}
    return render(request, "settings.html", values, status=status_of(refused) if refused else 200)
