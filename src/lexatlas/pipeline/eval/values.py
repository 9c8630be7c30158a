"""Compares the value of an extracted fact with the value of a gold row, kind by kind."""

import re
from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from lexatlas.core.facts import Authority, Count, Fact, Instrument, LegalDate, Money, Period, Rate
from lexatlas.language.terms import content_words, fold

WORDED = ("definition", "requirement", "prohibition", "permission", "sanction")
"""Kinds that are judged by their words, not by a value."""

_REPEATS = (
    ("none", r"^none$|^$"), ("infringement", r"infringement|violation"), ("transaction", r"transaction"),
    ("month", r"^(?:per )?month"), ("day", r"^(?:per )?day"), ("year", r"^(?:per )?year|^12 months"),
    ("lifetime", r"lifetime"),
)  # fmt: skip
_DAYS = {"hour": Decimal(1) / 24, "day": Decimal(1), "week": Decimal(7)}


def same_value(row: Mapping[str, Any], fact: Fact) -> bool:
    """Return whether `fact` has the value of the gold `row`; comparators and periods are not compared here.

    Money: amount, currency and lower bound. Period: number and unit, a year being twelve months; a gold
    statement in words is met by a date or length that stands in it. Names: one holds the other.
    """
    value = row["value"]
    if isinstance(fact, Money):
        lower = value.get("lower")
        return bool(fact.amount == Decimal(str(value["amount"])) and fact.currency == value["currency"]
                    and fact.lower == (None if lower is None else Decimal(str(lower))))  # fmt: skip
    if isinstance(fact, Rate):
        return bool(fact.value == Decimal(str(value)))
    if isinstance(fact, Count):
        return isinstance(value, dict) and bool(fact.n == Decimal(str(value["n"])))
    if isinstance(fact, Period):
        return _same_period(value, fact)
    if isinstance(fact, LegalDate):
        return _same_date(row, fact)
    return _same_name(row, fact)


def _same_period(value: Any, fact: Period) -> bool:
    if not isinstance(value, dict):
        return re.search(rf"(?<!\d){int(fact.n)} {fact.unit}s?\b", str(value)) is not None
    number, unit = Decimal(str(value["n"])), str(value["unit"])
    return _length(fact.n, fact.unit) == _length(number, unit)


def _length(number: Decimal, unit: str) -> tuple[Decimal, str]:
    name = unit.casefold()
    if name.startswith(("working", "business")):
        return number, "working day"
    name = name.removeprefix("calendar ")
    if name.startswith(("month", "year")):
        return number * (12 if name.startswith("year") else 1), "month"
    kind = next((known for known in _DAYS if name.startswith(known)), name.split()[0])
    return (number * _DAYS[kind], "day") if kind in _DAYS else (number, kind)


def _same_date(row: Mapping[str, Any], fact: LegalDate) -> bool:
    value = row["value"]
    if fact.role == "ends" and row["kind"] == "period":
        return fact.date is not None and fact.date in str(value)
    return isinstance(value, dict) and fact.date == value["date"] and fact.role == value["role"]


def _same_name(row: Mapping[str, Any], fact: Fact) -> bool:
    gold = fold(str(row["value"]))
    if isinstance(fact, Authority):
        pieces = [piece.strip() for piece in re.split(r"[(),]", gold) if len(piece.strip()) > 2]
        name = fold(fact.name)
        foreign = row.get("language") != "en" and name in fold(" ".join(str(row["exact"]).split()))
        return name in gold or any(piece in name for piece in pieces[:1]) or foreign
    if isinstance(fact, Instrument):
        words = set(content_words(fact.title, "en"))
        return bool(words) and len(words & set(content_words(gold, "en"))) >= len(words) / 2
    return False


def trapped(row: Mapping[str, Any], fact: Fact) -> bool:
    """Return whether `fact` falls for the trap of `row`: another value, period, or for dates role.

    Where the gold date is null any date falls for it. A fact that claims no period falls for nothing by that,
    a claimed one must be the gold's.
    """
    if fact.kind in WORDED:
        return False
    if (
        isinstance(fact, LegalDate)
        and isinstance(row["value"], dict)
        and row["value"].get("date", "") is None
    ):
        return fact.date is not None or fact.role != row["value"]["role"]
    if not same_value(row, fact):
        return True
    return isinstance(fact, Money) and fact.period not in (
        "none",
        _repeats(row["value"].get("period", "none")),
    )


def _repeats(words: str) -> str:
    return next((name for name, pattern in _REPEATS if re.search(pattern, words.casefold())), "other")
