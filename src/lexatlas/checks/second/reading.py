"""The second reading of a fact: each kind of value by its own reader, and what all of them say together."""

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from lexatlas.checks.second.amounts import money
from lexatlas.checks.second.days import date
from lexatlas.checks.second.finding import Finding
from lexatlas.checks.second.forces import force
from lexatlas.checks.second.lengths import count, length
from lexatlas.checks.second.plain import plain
from lexatlas.checks.second.shares import share
from lexatlas.checks.second.signs import sign
from lexatlas.core.facts import Fact

_FEW = 25
"""Characters behind a value in which a word may turn what "later" says of it."""
Reader = Callable[[Any, str, str, str], Iterator[Finding]]
READERS: Mapping[str, Reader] = {
    "money": money,
    "rate": share,
    "count": count,
    "period": length,
    "date": date,
    "requirement": force,
    "prohibition": force,
    "permission": force,
}
"""Readers by kind of fact; names, terms and sanctions are words of the quote, and have no second reading."""


def second_reading(fact: Fact, own: str, whole: str, language: str) -> tuple[Finding, ...]:
    """Return what the words say of each part of a fact.

    `own` are the words that the fact rests on, `whole` those of its unit, in a language by its tag. Nothing comes
    back for a kind of fact that has no reader.
    """
    reader = READERS.get(fact.kind)
    if reader is None:
        return ()
    code, near, around = language.split("-")[0], plain(own), plain(whole)
    found = list(reader(fact, near, around, code))
    if hasattr(fact, "comparator"):
        found += sign(fact.comparator, near, code, behind=_behind(near, around))
    return tuple(found)


def _behind(own: str, whole: str) -> str:
    """Return the few words that follow the fact's own in its unit."""
    at = whole.find(own)
    return whole[at + len(own) : at + len(own) + _FEW] if at >= 0 else ""
