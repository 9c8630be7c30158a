"""Acts on a version: each a button or a short form, done by the desk, then back to the page."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from lexatlas.desk import assign, retention, stages
from lexatlas.desk.outcome import Done, Outcome, Refused
from lexatlas.store.queries.analysis import people_to_assign
from lexatlas.web.answers import after, status_of
from lexatlas.web.asking import asking
from lexatlas.web.pages.acts_offered import ALL, Offered
from lexatlas.web.pages.analysis import seen

LONGEST = 4_000


@dataclass(frozen=True)
class Given:
    """What a form gave: analysis and version by number, and its fields."""

    analysis: int
    version: int
    fields: Mapping[str, str]

    def text(self, name: str) -> str:
        """Return a field, cut where no honest one is as long."""
        return self.fields.get(name, "")[: LONGEST + 1]


def act(request: HttpRequest, analysis: int, version: int, act: str) -> HttpResponse:
    """Show the form of an act, or do it and go back to the page; a refusal comes back as the form."""
    offered = next((each for each in ALL if each.name == act), None)
    if offered is None:
        raise Http404
    who = asking(request)
    seen(who, analysis, version)
    if not who.may(offered.act):
        refused = Refused(f"Your role, {who.role}, may not do this.", forbidden=True)
        return _form(request, offered, analysis, version, refused)
    if request.method != "POST":
        return _form(request, offered, analysis, version, None)
    done = _DONE[act](request, Given(analysis, version, request.POST.dict()))
    if isinstance(done, Done):
        return after(request, done, f"/analyses/{analysis}/versions/{version}")
    return _form(request, offered, analysis, version, done)


def _form(
    request: HttpRequest, offered: Offered, analysis: int, version: int, refused: Refused | None
) -> HttpResponse:
    facts, row = seen(asking(request), analysis, version)
    values = {
        "facts": facts, "version": row, "act": offered, "refused": refused, "given": request.POST.dict(),
        "people": people_to_assign() if offered.name == "assign" else (), "longest": LONGEST,
    }  # fmt: skip
    return render(request, "act.html", values, status=status_of(refused) if refused else 200)


Do = Callable[[HttpRequest, Given], Outcome]


def _stage(done: Callable[..., Outcome], *fields: str, version: bool = True) -> Do:
    """Return the view of an act of `desk.stages`, which takes these fields of the form."""

    def view(request: HttpRequest, given: Given) -> Outcome:
        texts = {name: given.text(name) for name in fields}
        numbers = {"version": given.version} if version else {}
        return done(analysis=given.analysis, **numbers, **texts, by=request.user, at=timezone.now())

    return view


def _assign(request: HttpRequest, given: Given) -> Outcome:
    try:
        due = date.fromisoformat(given.text("due")) if given.text("due") else None
        to = int(given.text("to")) if given.text("to") else None
    except ValueError:
        return Refused("The date or the person is not understood. Choose both from the form.")
    reason = given.text("reason")
    by, at = request.user, timezone.now()
    return assign.assign(analyses=[given.analysis], to=to, due=due, reason=reason, by=by, at=at)  # type: ignore[arg-type]  # the door lets only people in


def _label(request: HttpRequest, given: Given) -> Outcome:
    name, on = given.text("name"), given.text("on") != "off"
    return assign.label(analyses=[given.analysis], name=name, on=on, by=request.user, at=timezone.now())  # type: ignore[arg-type]  # as above


def _hold(*, on: bool) -> Do:
    def view(request: HttpRequest, given: Given) -> Outcome:
        reason, by, at = given.text("reason"), request.user, timezone.now()
        return retention.legal_hold(analysis=given.analysis, on=on, reason=reason, by=by, at=at)  # type: ignore[arg-type]  # as above

    return view


_DONE: dict[str, Do] = {
    "submit": _stage(stages.submit),
    "publish": _stage(stages.publish),
    "archive": _stage(stages.archive, "reason"),
    "restore": _stage(stages.restore, "reason"),
    "correct": _stage(stages.correct, "reason"),
    "look-again": _stage(stages.look_again, "looked_in", "found"),
    "retire": _stage(stages.retire, "reason", version=False),
    "resume": _stage(stages.resume, version=False),
    "assign": _assign,
    "label": _label,
    "hold": _hold(on=True),
    "release": _hold(on=False),
}
