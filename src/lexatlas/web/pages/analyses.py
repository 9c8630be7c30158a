"""The list of analyses: filters, sort, counts, saved views, and what editors do with many at once."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import render
from django.utils import timezone

from lexatlas.core.document import EvidenceFactors
from lexatlas.desk import assign, views
from lexatlas.desk.outcome import Done, Outcome, Refused
from lexatlas.desk.standing import Standing, confidence_shown, standing_of
from lexatlas.store.queries import analyses as list_of
from lexatlas.store.queries import choices, documents
from lexatlas.store.queries.analyses import COUNTED, Listed, Row
from lexatlas.store.queries.analysis import people_to_assign
from lexatlas.store.queries.site import happened
from lexatlas.web.answers import after, status_of
from lexatlas.web.asking import Asking, asking
from lexatlas.web.kept import AtHand
from lexatlas.web.pages import exports
from lexatlas.web.pages.analyses_asked import CONFIDENCE, STAGES, Wanted, asked, wanted
from lexatlas.web.whole import headed, sent, tag_of

BULK = ("assign", "label", "unlabel", "export")


@dataclass(frozen=True)
class Shown:
    """A row with what has become of its version: the stage as people read it, the confidence shown today, marks."""

    row: Row
    stage: str
    confidence: str
    marks: tuple[str, ...]


_WORK: AtHand[Mapping[str, object]] = AtHand(200, lambda _: 1)
"""What stands around the rows for each of those who work here, until something happens."""


def index(request: HttpRequest) -> HttpResponse:
    """Show the analyses that whoever asks may see; drawn once for each of them until something happens."""
    who, stamp = asking(request), happened()
    tag = tag_of(request, who, ["analyses", request.GET.urlencode(), stamp]) if stamp else ""
    return headed(sent(request, who, tag, lambda: _page(request, request.GET, None, stamp).content), "")


def bulk(request: HttpRequest) -> HttpResponse:
    """Assign, label or export what was ticked; a refusal comes back as the list."""
    act = request.POST.get("act", "")
    if act == "export":
        return exports.many(request)
    query = QueryDict(request.POST.get("query", "")[:2000])
    done = _in_bulk(request, act)
    if isinstance(done, Done):
        return after(request, done, f"/?{query.urlencode()}" if query else "/")
    return _page(request, query, done)


def save(request: HttpRequest) -> HttpResponse:
    """Keep the list as it is shown under a name, or remove one of one's own."""
    query = QueryDict(request.POST.get("query", "")[:2000])
    gone = request.POST.get("remove", "")
    if gone.isascii() and gone.isdigit() and len(gone) < 12:
        done = views.remove_view(view=int(gone), by=request.user, at=timezone.now())  # type: ignore[arg-type]  # the door lets only people in
    else:
        name = request.POST.get("name", "")
        done = views.save_view(name=name, query=query.urlencode(), by=request.user, at=timezone.now())  # type: ignore[arg-type]  # as above
    if isinstance(done, Done):
        return after(request, done, f"/?{query.urlencode()}" if query else "/")
    return _page(request, query, done)


def _in_bulk(request: HttpRequest, act: str) -> Outcome:
    chosen = [
        int(each)
        for each in request.POST.getlist("analysis")
        if each.isascii() and each.isdigit() and len(each) < 12
    ]
    by, at = request.user, timezone.now()
    if act == "assign":
        try:
            due = date.fromisoformat(request.POST["due"]) if request.POST.get("due") else None
            to = int(request.POST["to"]) if request.POST.get("to") else None
        except ValueError:
            return Refused("The date or the person is not understood. Choose both from the form.")
        reason = request.POST.get("reason", "")
        return assign.assign(analyses=chosen, to=to, due=due, reason=reason, by=by, at=at)  # type: ignore[arg-type]  # as above
    if act in ("label", "unlabel"):
        name = request.POST.get("name", "")
        return assign.label(analyses=chosen, name=name, on=act == "label", by=by, at=at)  # type: ignore[arg-type]  # as above
    return Refused("Choose what is to be done with the analyses that you ticked.")


def _page(request: HttpRequest, query: QueryDict, refused: Refused | None, stamp: str = "") -> HttpResponse:
    who = asking(request)
    filters = wanted(query)
    if not who.inside:
        # What readers may not see is not asked for either.
        filters = Wanted(
            filters.words, filters.jurisdiction, filters.topic, filters.code, confidence=filters.confidence
        )
    outside = not who.inside
    known = choices.choices(live_only=outside)
    question = asked(query, filters, who, known.places, known.topics)
    found = list_of.listed(question, live_only=outside)
    values: dict[str, object] = {
        "who": who, "found": found, "rows": _shown(found, who), "filters": filters, "query": query, "refused": refused,
        "sort": question.sort, "down": question.down, "counted": COUNTED, "places": known.places,
        "topics": known.topics, "codes": known.codes, "stages": STAGES, "confidences": CONFIDENCE,
        "total": _told(found), "filtered": filters != Wanted(),
    }  # fmt: skip
    values |= _of_work(who, stamp) if who.inside else {"counts": (), "labels": (), "people": (), "views": ()}
    return render(request, "analyses.html", values, status=status_of(refused) if refused else 200)


def _of_work(who: Asking, stamp: str) -> Mapping[str, object]:
    """Return what stands around the rows; the same for every list of a person, so that it is asked once an act."""
    key = f"{stamp}.{who.person}.{who.today}"
    found = _WORK.get(key) if stamp else None
    if found is None:
        found = {
            "counts": choices.stage_counts(who.person, who.today),
            "labels": choices.label_names(),
            "people": people_to_assign(),
            "views": choices.saved_views(who.person),
        }
        if stamp:
            _WORK.put(key, found)
    return found


def _told(found: Listed) -> str:
    if found.more:
        return f"{COUNTED:,} or more"
    return f"{found.total:,}"


def _shown(found: Listed, who: Asking) -> tuple[Shown, ...]:
    standings = standing_of([row.version for row in found.rows if row.version], today=who.today)
    return tuple(_row(row, standings.get(row.version or 0), who) for row in found.rows)


def _row(row: Row, standing: Standing | None, who: Asking) -> Shown:
    if standing is None:
        return Shown(row, row.stage, row.confidence, ())
    marks = [
        ("challenged", standing.challenged),
        ("contested", standing.contested),
        ("overtaken", standing.overtaken),
    ]
    marks += [("retired", row.retired)]
    return Shown(
        row, standing.stage, _confidence(row, standing, who), tuple(name for name, on in marks if on)
    )


def _confidence(row: Row, standing: Standing, who: Asking) -> str:
    """Return the level shown today; only an approval lifts what the evidence alone gives, so only then is it asked."""
    if not standing.approvals:
        return row.confidence
    factors = (
        EvidenceFactors.model_validate(row.factors)
        if row.factors
        else documents.document(row.document).factors
    )
    return confidence_shown(factors, standing, topic=row.topic, today=who.today).level
