"""The history of an analysis: every version, who made it, everything that happened, and whether the chain holds."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, date
from itertools import groupby

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from lexatlas.desk import one_chain
from lexatlas.desk.standing import Standing, standing_of
from lexatlas.store.queries import analysis as facts_of
from lexatlas.store.queries.analysis import AnalysisFacts, VersionFacts
from lexatlas.store.queries.audit import Asked, Happened, events
from lexatlas.web.asking import asking

MOST = 200
"""Events on one page; older ones follow by a link."""
_PUBLIC = ("publish", "correct", "look again", "retire", "resume")
"""Acts that readers are told of, of what they may read."""
_TOLD = (
    "version",
    "replaces",
    "since",
    "looked at",
    "look again by",
    "to",
    "due",
    "name",
    "kind",
    "target",
    "state",
)


@dataclass(frozen=True)
class Entry:
    """A version as the history lists it, with its standing."""

    version: VersionFacts
    standing: Standing


@dataclass(frozen=True)
class History:
    """The page. `chain` says whether the chain of events holds; `older` is the event to go on from, 0 for none."""

    facts: AnalysisFacts
    entries: tuple[Entry, ...]
    happened: tuple[tuple[Happened, str], ...]
    chain: one_chain.State
    older: int
    inside: bool


def page(request: HttpRequest, analysis: int) -> HttpResponse:
    """Show the history; readers see the live version, and what was done in public."""
    who = asking(request)
    facts = facts_of.analysis(analysis, live_only=not who.inside)
    if facts is None:
        raise Http404
    return render(
        request, "history.html", {"history": _history(request, facts, who.today, inside=who.inside)}
    )


def _history(request: HttpRequest, facts: AnalysisFacts, today: date, *, inside: bool) -> History:
    versions = facts_of.versions(facts.id, live_only=not inside)
    standings = standing_of([each.id for each in versions], today=today)
    found, more = events(Asked(chain=str(facts.id)), most=MOST, before=_before(request))
    happened = [each for each in found if inside or _is_public(each, facts)]
    return History(
        facts=facts,
        entries=tuple(Entry(each, standings[each.id]) for each in versions),
        happened=tuple(_in_rows(happened)),
        chain=one_chain.state(str(facts.id)),
        older=found[-1].id if more else 0,
        inside=inside,
    )


def _before(request: HttpRequest) -> int:
    given = request.GET.get("before", "")
    return int(given) if given.isascii() and given.isdigit() and len(given) < 18 else 0


def _is_public(event: Happened, facts: AnalysisFacts) -> bool:
    version = dict(event.details).get("version", "")
    return event.act in _PUBLIC and version in ("", str(facts.live))


def _in_rows(happened: Iterable[Happened]) -> Iterator[tuple[Happened, str]]:
    """Yield each event with its details; quotes that one person opened one after another are one row, by the newest."""
    for _, same in groupby(happened, key=_alike):
        newest, *older = same
        if older:
            since = older[-1].at.astimezone(UTC)
            yield newest, f"{len(older) + 1} quotes, since {since:%Y-%m-%d %H:%M} UTC, {_told(newest)}"
        else:
            yield newest, _told(newest)


def _alike(event: Happened) -> tuple[str, ...]:
    opened = event.act == "opened"
    return (event.actor, dict(event.details).get("version", "")) if opened else (str(event.id),)


def _told(event: Happened) -> str:
    told = dict(event.details)
    return ", ".join(f"{name} {told[name]}" for name in _TOLD if told.get(name) not in (None, "", "0"))
