"""The form of an edit, read from what was sent: which parts are open, and the changes that it asks for."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace

from django.http import QueryDict

from lexatlas.core.document import Document, InstrumentEntry
from lexatlas.core.facts import DatePrecision, Fact, LegalDate
from lexatlas.desk.edit_changes import (
    Changes,
    Chosen,
    ChosenWords,
    ClaimAsked,
    KeptQuote,
    OverrideAsked,
    QuoteAsked,
)
from lexatlas.desk.outcome import Refused
from lexatlas.web.pages.edit_facts import from_fields

ROLES = ("adopted", "signed", "published", "in_force", "applies_from", "repealed")
"""The six kinds of date of a law, in the order of its life."""
MOST_NEW = 20
_DATE = re.compile(r"\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?")
_CHOSEN = re.compile(r"([0-9a-f]{64}):(\d{1,9}):(\d{1,9})")


@dataclass(frozen=True)
class Form:
    """What was sent. `opened` are claims with fields, `laws` places of laws with fields, `order` by section's place."""

    opened: tuple[str, ...] = ()
    new: int = 0
    laws: tuple[int, ...] = ()
    order: Mapping[int, tuple[int, ...]] = field(default_factory=dict)
    given: Mapping[str, str] = field(default_factory=dict)
    many: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    def text(self, name: str, default: str = "") -> str:
        """Return a field, `default` where it was not sent."""
        return self.given.get(name, default)


def read(sent: QueryDict) -> Form:
    """Return the form; whatever no form of ours sends is left out."""
    many = {name: tuple(sent.getlist(name)) for name in sent}
    return Form(
        opened=tuple(dict.fromkeys(each[:16] for each in sent.getlist("open")))[:200],
        new=min(_number(sent.get("new", "")) or 0, MOST_NEW),
        laws=tuple(dict.fromkeys(n for each in sent.getlist("law") if (n := _number(each)) is not None)),
        order={n: places for name in sent if name.startswith("order-") and (n := _number(name[6:])) is not None
               and (places := _places(str(sent[name]))) is not None},
        given={name: values[-1] if values else "" for name, values in many.items()},
        many=many,
    )  # fmt: skip


def first(document: Document) -> Form:
    """Return the form as it opens: a code that a person gave stands in its fields."""
    override = document.override
    if override is None:
        return Form()
    return Form(
        given={"code": override.code, "code-reason": override.reason}, many={"code-claims": override.claims}
    )


def moved(form: Form, document: Document, act: str) -> Form:
    """Return the form after a button that opens a part or moves a statement; any other leaves it as it is."""
    verb, _, what = act.partition(":")
    if verb == "open" and what in document.claims_by_id():
        return replace(form, opened=tuple(dict.fromkeys((*form.opened, what))))
    if verb == "add":
        return replace(form, new=min(form.new + 1, MOST_NEW))
    if verb == "law" and (number := _number(what)) is not None and number < len(document.instruments):
        return replace(form, laws=tuple(dict.fromkeys((*form.laws, number))))
    if verb in ("up", "down"):
        section, _, place = what.partition(":")
        return _shifted(form, document, _number(section), _number(place), -1 if verb == "up" else 1)
    return form


def _shifted(form: Form, document: Document, section: int | None, place: int | None, by: int) -> Form:
    if section is None or place is None or section >= len(document.sections):
        return form
    order = list(order_of(form, document, section))
    if not (0 <= place < len(order) and 0 <= place + by < len(order)):
        return form
    order[place], order[place + by] = order[place + by], order[place]
    return replace(form, order={**form.order, section: tuple(order)})


def order_of(form: Form, document: Document, section: int) -> tuple[int, ...]:
    """Return the places of a section's statements as the form has them, else as they stand."""
    plain = tuple(range(len(document.sections[section].statements)))
    asked = form.order.get(section, plain)
    return asked if sorted(asked) == list(plain) else plain


def changes(form: Form, document: Document) -> Changes | Refused:
    """Return what the form asks for, or what of it is not understood, as a sentence."""
    claims = document.claims_by_id()
    removed = tuple(claim for claim in form.opened if form.text(f"c-{claim}-remove") == "yes")
    asked: list[ClaimAsked] = []
    for claim in form.opened:
        if claim in removed:
            continue
        if claim not in claims:
            return Refused(
                "A claim of the form is none of this version's. Open the version again; yours stands below."
            )
        one = _claim(form, document, claim)
        if isinstance(one, Refused):
            return one
        asked.append(one)
    asked += [_added(form, number) for number in range(form.new) if filled(form, number)]
    laws = _laws(form, document)
    if isinstance(laws, Refused):
        return laws
    order = {
        document.sections[place].name: order_of(form, document, place)
        for place in form.order
        if place < len(document.sections)
        and order_of(form, document, place) != tuple(range(len(document.sections[place].statements)))
    }
    return Changes(tuple(asked), removed, laws, order, _override(form))


def _claim(form: Form, document: Document, name: str) -> ClaimAsked | Refused:
    before, prefix = document.claims_by_id()[name], f"c-{name}"
    facts: list[Fact] = []
    for place, fact in enumerate(before.facts):
        if form.text(f"{prefix}-fact-{place}-remove") == "yes":
            continue
        got = from_fields(fact, place, prefix, form.given)
        if isinstance(got, str):
            return Refused(got)
        facts.append(got)
    # A form without its mark was not sent whole: then quotes are left as they are.
    whole = form.text(f"{prefix}-whole") == "yes"
    kept = form.many.get(f"{prefix}-keep", ())
    quotes: list[QuoteAsked] = [
        KeptQuote(place) for place in range(len(before.quotes)) if not whole or str(place) in kept
    ]
    quotes += _chosen(form, prefix)
    return ClaimAsked(
        name,
        form.text(f"{prefix}-sentence", before.sentence),
        form.text(f"{prefix}-question", before.question),
        tuple(quotes),
        tuple(facts),
    )


def filled(form: Form, number: int) -> bool:
    """Whether anything was written into the fields of an added claim."""
    return any(form.text(f"n-{number}-{name}").strip() for name in ("sentence", "chosen", "first"))


def _added(form: Form, number: int) -> ClaimAsked:
    prefix = f"n-{number}"
    return ClaimAsked(
        "", form.text(f"{prefix}-sentence"), form.text(f"{prefix}-question"), tuple(_chosen(form, prefix)), None,
        form.text(f"{prefix}-section"),
    )  # fmt: skip


def _chosen(form: Form, prefix: str) -> Iterator[QuoteAsked]:
    for each in form.text(f"{prefix}-chosen").split():
        found = _CHOSEN.fullmatch(each)
        # What is no choice of ours still is one: of no text, so that it is refused and not passed over.
        yield Chosen(found[1], int(found[2]), int(found[3])) if found else Chosen(each[:64], 0, 0)
    if form.text(f"{prefix}-first").strip():
        yield ChosenWords(
            form.text(f"{prefix}-source"),
            form.text(f"{prefix}-first")[:2_000],
            form.text(f"{prefix}-last")[:2_000],
        )


def _laws(form: Form, document: Document) -> dict[str, tuple[LegalDate, ...]] | Refused:
    found = {}
    for place in form.laws:
        if place >= len(document.instruments):
            return Refused("A law of the form is none of this version's. Open the version again.")
        entry = document.instruments[place]
        dates = list(entry.dates)
        for role in ROLES:
            told = form.text(f"l-{place}-{role}", date_of(entry, role)).strip()
            if told and not _DATE.fullmatch(told):
                return Refused(
                    f"The date “{told[:40]}” is not understood. Write 2024, 2024-12 or 2024-12-30."
                )
            dates = _with_date(dates, role, told)
        if tuple(dates) != entry.dates:
            found[entry.id] = tuple(dates)
    return found


def date_of(entry: InstrumentEntry, role: str) -> str:
    """Return the first date of a kind that speaks of the whole law, "" for none."""
    return next((row.date for row in entry.dates if row.role == role and not row.scope and row.date), "")


def _with_date(dates: list[LegalDate], role: str, told: str) -> list[LegalDate]:
    at = next((i for i, row in enumerate(dates) if row.role == role and not row.scope and row.date), None)
    if at is not None and dates[at].date == told:
        return dates
    precision: dict[int, DatePrecision] = {4: "year", 7: "month", 10: "day"}
    new = [LegalDate(role=role, date=told, precision=precision[len(told)])] if told else []  # type: ignore[arg-type]  # one of ROLES
    return [*dates, *new] if at is None else [*dates[:at], *new, *dates[at + 1 :]]


def _override(form: Form) -> OverrideAsked | None:
    code = form.text("code").strip()
    if not code:
        return None
    return OverrideAsked(code, form.text("code-reason"), form.many.get("code-claims", ()))


def _number(told: str) -> int | None:
    return int(told) if told.isascii() and told.isdigit() and len(told) < 7 else None


def _places(told: str) -> tuple[int, ...] | None:
    places = [_number(each) for each in told.split(",")] if told else []
    return None if None in places else tuple(place for place in places if place is not None)
