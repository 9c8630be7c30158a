"""People: who has an account, adding one with a link shown once, roles, closing, and blanking."""

from dataclasses import dataclass
from typing import cast

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone

from lexatlas.core.workflow import LEAST, ROLES
from lexatlas.desk import people as desk
from lexatlas.desk.outcome import Outcome, Refused
from lexatlas.store.queries.people import STATES, PersonRow, people, person, person_of
from lexatlas.store.queries.signing_in import signed_in
from lexatlas.web.answers import after, status_of
from lexatlas.web.listing import Paged, page_asked
from lexatlas.web.pages.password import DAYS, link_for

PER = 50
DOES = {
    role: "; ".join(
        [f"as {ROLES[at - 1]}"] * (at > 0) + [act for act, least in LEAST.items() if least == role]
    )
    for at, role in enumerate(ROLES)
}
"""What a role may do, in words: the acts that it has beyond the role before it."""
ACTS = {"deactivate": desk.deactivate, "activate": desk.activate}


@dataclass(frozen=True)
class Given:
    """What was typed into the form that adds a person."""

    email: str = ""
    name: str = ""
    role: str = "reader"


def index(request: HttpRequest) -> HttpResponse:
    """List people, narrowed by name, role and state."""
    page, asked = page_asked(request.GET), request.GET
    narrowed = {name: asked.get(name, "").strip()[:254] for name in ("find", "role", "state")}
    rows, total = people(**narrowed, most=PER, after=(page - 1) * PER)
    values = {
        "rows": rows,
        "paged": Paged(page, PER, total),
        "asked": narrowed,
        "roles": ROLES,
        "states": STATES,
    }
    return render(request, "people.html", values)


def add(request: HttpRequest) -> HttpResponse:
    """Add a person; the answer shows, once, the link by which they set a password."""
    sent = request.POST
    given = (
        Given(*(sent.get(name, "").strip()[:300] for name in ("email", "name", "role"))) if sent else Given()
    )
    if request.method != "POST":
        return _add(request, given, None)
    outcome = desk.add_person(
        email=given.email, name=given.name, role=given.role, by=signed_in(request.user), at=timezone.now()
    )
    row = None if isinstance(outcome, Refused) else person_of(given.email)
    return _link(request, row, outcome.sentence) if row else _add(request, given, cast(Refused, outcome))


def _add(request: HttpRequest, given: Given, refused: Refused | None) -> HttpResponse:
    values = {"given": given, "roles": _roles(), "refusal": refused.sentence if refused else ""}
    return render(request, "people_add.html", values, status=status_of(refused) if refused else 200)


def shown(request: HttpRequest, number: int) -> HttpResponse:
    """Show one account, with what can be done to it."""
    return _shown(request, _found(number), None)


def _shown(request: HttpRequest, row: PersonRow, refused: Refused | None) -> HttpResponse:
    values = {"row": row, "roles": _roles(), "refusal": refused.sentence if refused else "",
              "own": row.id == signed_in(request.user).pk}  # fmt: skip
    return render(request, "person.html", values, status=status_of(refused) if refused else 200)


def change_role(request: HttpRequest, number: int) -> HttpResponse:
    """Give a person another role."""
    outcome = desk.change_role(
        person=number,
        role=request.POST.get("role", "")[:40],
        by=signed_in(request.user),
        at=timezone.now(),
    )
    return _answer(request, number, outcome)


def open_or_close(request: HttpRequest, number: int) -> HttpResponse:
    """Close an account, whose sessions end at once, or open it again."""
    act = ACTS.get(request.POST.get("act", ""))
    if act is None:
        return _answer(request, number, Refused("Say whether to close the account or to open it."))
    return _answer(request, number, act(person=number, by=signed_in(request.user), at=timezone.now()))


def link(request: HttpRequest, number: int) -> HttpResponse:
    """Show a new link by which a person sets a password, once."""
    row = _found(number)
    if row.state != "open":
        return _shown(request, row, Refused("The account is not open. Open it first, then make a link."))
    return _link(request, row, "A link was made.")


def _link(request: HttpRequest, row: PersonRow, said: str) -> HttpResponse:
    values = {"row": row, "done": said, "link": link_for(request, row.id), "days": DAYS}
    return render(request, "person_link.html", values)


def blank(request: HttpRequest, number: int) -> HttpResponse:
    """Ask whether name and address are to be blanked; a POST that names the key does it."""
    row = _found(number)
    if request.method != "POST":
        return _blank(request, row, None)
    if request.POST.get("key", "").strip() != row.key:
        return _blank(
            request, row, Refused("The key is not this person's. Copy it from this page and try again.")
        )
    outcome = desk.blank(person=number, by=signed_in(request.user), at=timezone.now())
    return (
        _blank(request, row, outcome) if isinstance(outcome, Refused) else _answer(request, number, outcome)
    )


def _blank(request: HttpRequest, row: PersonRow, refused: Refused | None) -> HttpResponse:
    values = {"row": row, "refusal": refused.sentence if refused else ""}
    return render(request, "person_blank.html", values, status=status_of(refused) if refused else 200)


def _answer(request: HttpRequest, number: int, outcome: Outcome) -> HttpResponse:
    if isinstance(outcome, Refused):
        return _shown(request, _found(number), outcome)
    return after(request, outcome, reverse("person", kwargs={"number": number}))


def _found(number: int) -> PersonRow:
    row = person(number)
    if row is None:
        raise Http404
    return row


def _roles() -> tuple[tuple[str, str, str], ...]:
    return tuple((role, role, DOES[role]) for role in ROLES)
