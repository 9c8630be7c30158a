"""Typed facts: what a quote says, in a form that can be compared between languages and versions."""

from decimal import Decimal
from typing import Annotated, Literal

from pydantic import Field, PlainSerializer

from lexatlas.core.canonical import Value


def _plain(number: Decimal) -> str:
    text = format(number.normalize(), "f")
    return "0" if text == "-0" else text


Number = Annotated[Decimal, PlainSerializer(_plain, return_type=str)]
"""A decimal number, written as a string without exponent or trailing zeros."""

Comparator = Literal["exactly", "at_least", "at_most", "more_than", "less_than", "approximately", "every"]
Repeats = Literal["none", "day", "month", "year", "lifetime", "transaction", "infringement", "other"]
"""A period that an amount is counted over; any but `none` needs its own words in the quote."""

DateRole = Literal[
    "adopted", "signed", "published", "in_force", "applies_from", "repealed", "ends", "event", "unknown"
]
"""The six kinds of date of a law; then the end of a transition, an event, and a kind that is not shown."""

DatePrecision = Literal["day", "month", "year", "none"]


class Money(Value):
    """An amount of money. `basis` says what the currency was read from: words, or the place's own money."""

    kind: Literal["money"] = "money"
    amount: Number
    currency: str
    basis: Literal["words", "jurisdiction"] = "words"
    period: Repeats = "none"
    period_words: str = ""
    comparator: Comparator = "exactly"
    lower: Number | None = None


class Rate(Value):
    """A share of something, as a fraction of one (5 % is 0.05)."""

    kind: Literal["rate"] = "rate"
    value: Number
    comparator: Comparator = "exactly"


class Count(Value):
    """A number of things, with the words for the things."""

    kind: Literal["count"] = "count"
    n: Number
    unit: str
    comparator: Comparator = "exactly"


class Period(Value):
    """A length of time in whole units; `start` holds the words for the event that it runs from."""

    kind: Literal["period"] = "period"
    n: Number
    unit: Literal["hour", "day", "working day", "week", "month", "year"]
    comparator: Comparator = "exactly"
    start: str = ""


class LegalDate(Value):
    """A date of a law by its kind.

    `date` is ISO 8601 cut to its precision (`2024`, `2024-12`, `2024-12-30`), or None where the words
    give a rule and no date ("the twentieth day after publication"): then `rule` holds those words.
    `scope` holds the words for the part of the law that the date is about; empty means the whole.
    """

    kind: Literal["date"] = "date"
    role: DateRole
    date: str | None
    precision: DatePrecision
    scope: str = ""
    rule: str = ""
    computed: bool = False


class Authority(Value):
    """A body with a task under the law, by the name that the words give it."""

    kind: Literal["authority"] = "authority"
    name: str
    short: str = ""
    role: str = ""


class Instrument(Value):
    """A law, order, judgment or paper that the words name or speak of."""

    kind: Literal["instrument"] = "instrument"
    title: str
    reference: str = ""


class Definition(Value):
    """The meaning that a law gives a term."""

    kind: Literal["definition"] = "definition"
    term: str


Force = Literal["prohibited", "required", "permitted", "exempt", "defines", "states"]


class Norm(Value):
    """A rule: who (`actor`) must, must not or may do what (`action`), with the conditions left in words."""

    kind: Literal["requirement", "prohibition", "permission"]
    actor: str
    modal: str
    action: str
    conditions: tuple[str, ...] = ()


class Sanction(Value):
    """What follows a breach, in the words of the law."""

    kind: Literal["sanction"] = "sanction"
    words: str


Fact = Annotated[
    Money | Rate | Count | Period | LegalDate | Authority | Instrument | Definition | Norm | Sanction,
    Field(discriminator="kind"),
]

FACT_KINDS = (
    "money", "rate", "count", "period", "date", "authority", "instrument", "definition",
    "requirement", "prohibition", "permission", "sanction",
)  # fmt: skip
