"""The record of events: what happened, by chain, person, act and day; and whether a chain still holds."""

from datetime import date

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from lexatlas.desk.one_chain import state
from lexatlas.store.queries.audit import SITE, Asked, acts, events

PER = 100


def index(request: HttpRequest) -> HttpResponse:
    """List events, newest first; one chain that is asked for is read whole and checked when its button is used."""
    given = {
        name: request.GET.get(name, "").strip()[:64] for name in ("chain", "actor", "act", "since", "until")
    }
    days, fault = _days(given)
    asked = Asked(chain=given["chain"].removeprefix("#"), actor=given["actor"], act=given["act"], **days)
    after = request.GET.get("after", "")
    rows, more = events(asked, most=PER, before=int(after) if after.isascii() and after.isdigit() else 0)
    values = {
        "rows": rows,
        "asked": given,
        "fault": fault,
        "acts": acts(),
        "later": after,
        "earlier": str(rows[-1].id) if more else "",
        "site": SITE,
        "state": state(asked.chain) if request.GET.get("check") and asked.chain else None,
    }
    return render(request, "audit.html", values, status=400 if fault else 200)


def _days(given: dict[str, str]) -> tuple[dict[str, date], str]:
    """Return the days that are days, and a sentence about what is none."""
    found: dict[str, date] = {}
    for name in ("since", "until"):
        if given[name]:
            try:
                found[name] = date.fromisoformat(given[name])
            except ValueError:
                return found, f"“{given[name]}” is no day. Write it as 2026-11-23."
    return found, ""
