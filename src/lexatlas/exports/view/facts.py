"""A typed fact in a few words, as the drawer lists it."""

from decimal import Decimal

from lexatlas.core.facts import (
    Authority,
    Count,
    Definition,
    Fact,
    Instrument,
    LegalDate,
    Money,
    Norm,
    Period,
    Rate,
    Sanction,
)
from lexatlas.exports.view.words import DATE_PLACES, OTHER_DATES, listed, precision_words

_LEFT_OUT = " … "
"""Stands in an act where the modal stood between what is acted on and what is done to it."""
_COMPARED = {
    "exactly": "", "at_least": "at least ", "at_most": "at most ", "more_than": "more than ",
    "less_than": "less than ", "approximately": "about ", "every": "every ",
}  # fmt: skip
_DATES = {**dict(DATE_PLACES), **OTHER_DATES}


def fact_row(fact: Fact) -> tuple[str, str]:
    """Return a fact's kind and its value, both for people."""
    match fact:
        case Money():
            return "Money", _money(fact)
        case Rate():
            return "Rate", f"{_COMPARED[fact.comparator]}{_number(fact.value * 100)} %"
        case Count() | Period():
            many = "s" if isinstance(fact, Period) and fact.n != 1 else ""
            after = f", {fact.start}" if isinstance(fact, Period) and fact.start else ""
            kind = "Period" if isinstance(fact, Period) else "Count"
            return kind, f"{_COMPARED[fact.comparator]}{_number(fact.n)} {fact.unit}{many}{after}"
        case LegalDate():
            return "Date", listed((f"{_DATES[fact.role]}: {fact.date or fact.rule}", date_how(fact)))
        case Authority():
            return "Authority", listed((fact.name, fact.role))
        case Instrument():
            return "Instrument", listed((fact.title, fact.reference))
        case Definition():
            return "Definition", fact.term
        case Sanction():
            return "Sanction", fact.words
        case Norm():
            return fact.kind.capitalize(), "; ".join((_rule(fact), *fact.conditions))


def _rule(fact: Norm) -> str:
    """The rule in the order of its sentence: what is acted on stands before the modal, who acts before both."""
    done_to, left_out, act = fact.action.partition(_LEFT_OUT)
    said = (done_to, fact.modal, act) if left_out else (fact.actor, fact.modal, fact.action)
    rule = " ".join(part for part in said if part)
    return f"{fact.actor}: {rule}" if left_out and fact.actor else rule


def date_how(date: LegalDate) -> str:
    """Return how a date was had and what it is about: "year only", "computed", the part of the law."""
    return listed(
        (precision_words(date.precision) if date.date else "", "computed" * date.computed, date.scope)
    )


def _money(fact: Money) -> str:
    lower = f"{_number(fact.lower)} to " if fact.lower is not None else ""
    per = fact.period_words or (f"a {fact.period}" if fact.period not in ("none", "other") else "")
    return listed((f"{_COMPARED[fact.comparator]}{lower}{_number(fact.amount)} {fact.currency}", per))


def _number(value: Decimal) -> str:
    text = format(value.normalize(), ",f")
    return "0" if text == "-0" else text
