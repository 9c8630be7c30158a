"""Numbers, money, shares, lengths of time, counts and days as laws of many languages write them.

A file of `values/` holds one language; a row has words of a law and each value that stands in them, in turn. "from"
tells the lower end of a range of money; the words behind a comma are those that a period is counted from.
"""

import tomllib
from decimal import Decimal
from pathlib import Path

import pytest

from lexatlas.language.calendar import dates_in
from lexatlas.language.dates import dates
from lexatlas.language.money import amounts
from lexatlas.language.numerals import numbers
from lexatlas.language.quantities import counts, periods, rates


def _plain(value):
    return format(Decimal(value).normalize(), "f")


def _money(money):
    lower = "" if money.lower is None else f" from {_plain(money.lower)}"
    return f"{money.comparator} {_plain(money.amount)} {money.currency}{lower}"


def _counted(value):
    start = f", {value.start}" if getattr(value, "start", "") else ""
    return f"{value.comparator} {value.n} {value.unit}{start}"


READ = {
    "numbers": lambda text, language: [_plain(one.value) for one in numbers(text, language)],
    "money": lambda text, language: [_money(one.value) for one in amounts(text, language)],
    "rates": lambda text, language: [
        f"{one.value.comparator} {_plain(one.value.value)}" for one in rates(text, language)
    ],
    "periods": lambda text, language: [_counted(one.value) for one in periods(text, language)],
    "counts": lambda text, language: [_counted(one.value) for one in counts(text, language)],
    "days": lambda text, language: [one.date for one in dates_in(text, language)],
    "dates": lambda text, language: [
        f"{one.value.role} {one.value.date or 'by rule'}" for one in dates(text, language)
    ],
}
ROWS = [
    pytest.param(file.stem, kind, *row[:1], row[1:], id=f"{file.stem}-{kind}-{at}")
    for file in sorted((Path(__file__).parent / "values").glob("*.toml"))
    for kind, rows in tomllib.loads(file.read_text("utf-8")).items()
    for at, row in enumerate(rows, start=1)
]


@pytest.mark.parametrize(("language", "kind", "text", "expected"), ROWS)
def test_each_value_of_the_words_and_no_other(language, kind, text, expected):
    assert READ[kind](text, language) == expected
