"""The edit page: claims, quotes chosen in the text beside, laws, order and code; checked again before it is saved."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from lexatlas.codebook import load
from lexatlas.core.claims import Claim
from lexatlas.core.document import Document
from lexatlas.core.errors import LexatlasError
from lexatlas.core.statements import SECTIONS, ClaimStatement, RecordStatement, Statement
from lexatlas.desk import edit as desk
from lexatlas.desk.edit import Preview
from lexatlas.desk.edit_changes import Changes
from lexatlas.desk.outcome import Done, Refused
from lexatlas.exports.view.numbers import Numbers
from lexatlas.pipeline.edited import GIVEN_SPECIAL
from lexatlas.store.queries.analysis import AnalysisFacts, VersionFacts
from lexatlas.store.queries.documents import document
from lexatlas.store.queries.reviews import lines_of
from lexatlas.store.queries.signing_in import signed_in
from lexatlas.web.answers import after, status_of
from lexatlas.web.asking import asking
from lexatlas.web.failures import failure
from lexatlas.web.pages import edit_form as forms
from lexatlas.web.pages.analysis import seen
from lexatlas.web.pages.edit_facts import FactFields, as_fields
from lexatlas.web.pages.edit_form import Form
from lexatlas.web.pages.edit_stale import Both, Kept, both, carried

DATES = {"adopted": "Adopted", "signed": "Signed", "published": "Published", "in_force": "In force",
         "applies_from": "Applies from", "repealed": "Repealed"}  # fmt: skip
_WORDS = 140
_ORDERED = ("Executive Summary", "Key Pillars", "Considerations", "Notes", "Remaining Uncertainties",
            "Detailed Explanation", "Summary Points")  # fmt: skip


@dataclass(frozen=True)
class HeldQuote:
    """A quote that the claim has: its words, where it stands, and whether the form keeps it."""

    place: int
    locator: str
    words: str
    language: str
    source: str
    address: str
    kept: bool


@dataclass(frozen=True)
class ClaimFields:
    """A claim of the version; the fields are filled where it is open. `prefix` begins the names of its fields."""

    claim: str
    prefix: str
    number: str
    sentence: str
    question: str
    verdict: str
    open: bool
    quotes: tuple[HeldQuote, ...] = ()
    facts: tuple[FactFields, ...] = ()
    chosen: str = ""
    removed: bool = False


@dataclass(frozen=True)
class LawFields:
    """A law with its six dates, by kind; `fields` are filled where it is open."""

    place: int
    title: str
    dates: str
    open: bool
    fields: tuple[tuple[str, str, str], ...]


@dataclass(frozen=True)
class Ordered:
    """A section whose statements can be moved; `order` is as the form has it."""

    place: int
    name: str
    order: str
    changed: bool
    statements: tuple[str, ...]


@dataclass(frozen=True)
class Shown:
    """All that the page shows beside what was typed."""

    facts: AnalysisFacts
    version: VersionFacts
    document: Document
    claims: tuple[ClaimFields, ...]
    laws: tuple[LawFields, ...]
    sections: tuple[Ordered, ...]
    questions: tuple[tuple[str, str], ...]
    places: tuple[str, ...]
    sources: tuple[tuple[str, str], ...]
    codes: tuple[tuple[str, str], ...]
    rules: str
    """The name of the code that the rules give this version."""


def page(request: HttpRequest, analysis: int) -> HttpResponse:
    """Show the form on the newest version; a POST opens a part, checks again, or saves."""
    try:
        return _answer(request, analysis)
    except LexatlasError as error:
        return failure(request, 409, "Not in the archive", str(error))


def _answer(request: HttpRequest, analysis: int) -> HttpResponse:
    who = asking(request)
    if request.method != "POST":
        facts, row = seen(who, analysis, None)
        form = forms.first(document(row.document))
        opened = request.GET.get("claim", "")
        return _page(request, facts, row, forms.moved(form, document(row.document), f"open:{opened}"))
    based_on = request.POST.get("based_on", "")
    number = int(based_on) if based_on.isascii() and based_on.isdigit() and len(based_on) < 9 else 0
    if not number:
        raise Http404
    facts, row = seen(who, analysis, number)
    return _done(request, facts, row, forms.read(request.POST))


def _done(request: HttpRequest, facts: AnalysisFacts, row: VersionFacts, form: Form) -> HttpResponse:
    told, act = document(row.document), request.POST.get("do", "check")
    if act == "carry":
        return _carried(request, facts, row, form)
    if act not in ("check", "save"):
        return _page(request, facts, row, forms.moved(form, told, act))
    asked = forms.changes(form, told)
    if act == "save" and not isinstance(asked, Refused):
        return _saved(request, facts, row, form, asked)
    by = signed_in(request.user)
    found = asked if isinstance(asked, Refused) else desk.preview(
        analysis=facts.id, based_on=row.number, changes=asked, by=by
    )  # fmt: skip
    refused = found if isinstance(found, Refused) else None
    checked = None if isinstance(found, Refused) else found
    if request.htmx:  # type: ignore[attr-defined]  # set by the middleware of django-htmx
        return render(request, "edit_recheck.html", {"checked": checked, "refused": refused})
    return _page(request, facts, row, form, refused=refused, checked=checked)


def _saved(
    request: HttpRequest, facts: AnalysisFacts, row: VersionFacts, form: Form, asked: Changes
) -> HttpResponse:
    done = desk.save(
        analysis=facts.id, based_on=row.number, changes=asked, note=form.text("note"),
        by=signed_in(request.user), at=timezone.now(),
    )  # fmt: skip
    if isinstance(done, Done):
        return after(request, done, f"/analyses/{done.analysis}/versions/{done.version}")
    return _page(request, facts, row, form, refused=done)


def _carried(request: HttpRequest, facts: AnalysisFacts, row: VersionFacts, form: Form) -> HttpResponse:
    fresh, newest = seen(asking(request), facts.id, None)
    if newest.number == row.number:
        return _page(request, facts, row, form)
    return _page(request, fresh, newest, carried(form, _kept(row), _kept(newest)))


def _kept(row: VersionFacts) -> Kept:
    return Kept(row.number, document(row.document), lines_of(row.id))


def _page(
    request: HttpRequest, facts: AnalysisFacts, row: VersionFacts, form: Form, *, refused: Refused | None = None,
    checked: Preview | None = None,
) -> HttpResponse:  # fmt: skip
    newer: VersionFacts | None = None
    side: tuple[Both, ...] = ()
    if refused is not None and refused.stale:
        _, newer = seen(asking(request), facts.id, None)
        side = both(form, _kept(row), _kept(newer))
    values = {
        "shown": _shown(facts, row, form), "form": form, "refused": refused, "checked": checked, "newer": newer,
        "both": side, "rechecks": checked is not None,
    }  # fmt: skip
    return render(request, "edit.html", values, status=status_of(refused) if refused else 200)


def _shown(facts: AnalysisFacts, row: VersionFacts, form: Form) -> Shown:
    told = document(row.document)
    topic, numbers = load().topic(told.brief.topic), Numbers.of(told)
    scale = tuple((each.code, each.name) for each in topic.scale)
    return Shown(
        facts=facts,
        version=row,
        document=told,
        claims=tuple(_claims(told, numbers, form, facts, row)),
        laws=tuple(_laws(told, form)),
        sections=tuple(_sections(told, numbers, form)),
        questions=tuple((each.id, each.question) for each in topic.facts),
        places=tuple(
            name for name in SECTIONS if name in ("Key Pillars", "Considerations", "Executive Summary")
        ),
        sources=tuple((each.snapshot, each.title) for each in told.sources if each.snapshot),
        codes=(*scale, *((each, each.capitalize()) for each in GIVEN_SPECIAL)),
        rules=(told.override.ruled if told.override else told.status).told,
    )


def _claims(
    told: Document, numbers: Numbers, form: Form, facts: AnalysisFacts, row: VersionFacts
) -> Iterator[ClaimFields]:
    verdicts = told.verdicts_by_claim()
    ordered = sorted(told.claims, key=lambda claim: numbers.claims.get(claim.id, len(told.claims) + 1))
    for claim in ordered:
        prefix, is_open = f"c-{claim.id}", claim.id in form.opened
        yield ClaimFields(
            claim=claim.id,
            prefix=prefix,
            number=f"Claim {numbers.claims.get(claim.id, '')}".strip(),
            sentence=form.text(f"{prefix}-sentence", claim.sentence),
            question=form.text(f"{prefix}-question", claim.question),
            verdict=verdicts[claim.id].code if claim.id in verdicts else "unverified",
            open=is_open,
            quotes=tuple(_quotes(told, claim, form, facts, row)) if is_open else (),
            facts=tuple(as_fields(fact, place, prefix, form.given) for place, fact in enumerate(claim.facts))
            if is_open else (),
            chosen=form.text(f"{prefix}-chosen"),
            removed=form.text(f"{prefix}-remove") == "yes",
        )  # fmt: skip


def _quotes(
    told: Document, claim: Claim, form: Form, facts: AnalysisFacts, row: VersionFacts
) -> Iterator[HeldQuote]:
    titles = {source.id: source.title for source in told.sources}
    whole = form.text(f"c-{claim.id}-whole") == "yes"
    kept = form.many.get(f"c-{claim.id}-keep", ())
    for place, quote in enumerate(claim.quotes):
        at = f"at={quote.parts[0].start}-{quote.parts[-1].end}&of={facts.id}.{row.number}"
        yield HeldQuote(
            place, quote.locator, quote.words, quote.language, titles.get(quote.source, ""),
            f"/sources/{quote.snapshot}?{at}", not whole or str(place) in kept,
        )  # fmt: skip


def _laws(told: Document, form: Form) -> Iterator[LawFields]:
    for place, entry in enumerate(told.instruments):
        dates = [(f"l-{place}-{role}", DATES[role], forms.date_of(entry, role)) for role in forms.ROLES]
        yield LawFields(
            place,
            entry.title,
            ", ".join(f"{words} {date}" for _, words, date in dates if date) or "no date shown",
            place in form.laws,
            tuple((name, words, form.text(name, date)) for name, words, date in dates),
        )


def _sections(told: Document, numbers: Numbers, form: Form) -> Iterator[Ordered]:
    claims = told.claims_by_id()
    for place, section in enumerate(told.sections):
        if section.name in _ORDERED and len(section.statements) > 1:
            order = forms.order_of(form, told, place)
            yield Ordered(
                place, section.name, ",".join(map(str, order)), order != tuple(range(len(order))),
                tuple(_told(section.statements[at], claims, numbers) for at in order),
            )  # fmt: skip


def _told(statement: Statement, claims: dict[str, Claim], numbers: Numbers) -> str:
    if isinstance(statement, ClaimStatement):
        claim = claims.get(statement.claim)
        number = numbers.claims.get(statement.claim, "")
        return _cut(f"Claim {number}: {claim.sentence if claim else ''}")
    if isinstance(statement, RecordStatement):
        return _cut(f"Record: {statement.sentence}")
    return _cut(f"{statement.text}{': ' if statement.value else ''}{statement.value}")


def _cut(words: str) -> str:
    plain = " ".join(words.split())
    return plain if len(plain) <= _WORDS else f"{plain[:_WORDS]}…"
