"""Days that a law counts from its own promulgation: worked out where it prints that day, else left open."""

import re
from calendar import monthrange
from collections.abc import Iterable
from datetime import date, timedelta

from lexatlas.analysts.extractive.facts import ExtractedFact
from lexatlas.core.evidence import CanonicalText
from lexatlas.core.facts import LegalDate, Period
from lexatlas.language.calendar import dates_in
from lexatlas.language.cues import phrases_regex
from lexatlas.language.lexicon import lexicon
from lexatlas.language.quantities import periods

MOST_LINES = 15
"""Lines at the head that may print the day of promulgation."""
_BRACKETED = re.compile(r"[\[(（［<〈]([^\])）］>〉]*\d[^\])）］>〉]*)[\])）］>〉]")
_DAY = len("2031-01-01")
_MONTHS = {"month": 1, "year": 12}
_DAYS = {"day": 1, "week": 7}


def period_of(rule: str, language: str) -> Period | None:
    """Return the one length of time that a rule counts ("one year after its publication"); None for others."""
    read = [one.value for one in periods(rule, language)]
    exact = [
        period for period in read if period.unit in {**_MONTHS, **_DAYS} and float(period.n).is_integer()
    ]
    return exact[0] if len(read) == len(exact) == 1 else None


def later(day: str, period: Period) -> str:
    """Return the day (ISO 8601) that lies a period after `day`; a month too short ends on its last day."""
    start, number = date.fromisoformat(day), int(period.n)
    if period.unit in _DAYS:
        return (start + timedelta(days=number * _DAYS[period.unit])).isoformat()
    months = start.year * 12 + start.month - 1 + number * _MONTHS[period.unit]
    year, month = divmod(months, 12)
    return date(year, month + 1, min(start.day, monthrange(year, month + 1)[1])).isoformat()


def promulgated(
    text: CanonicalText, facts: Iterable[ExtractedFact], found: ExtractedFact, language: str
) -> str | None:
    """Return the day on which the law that holds `found` was promulgated, as it prints it; None where it does not.

    First the heading of the supplementary provisions that the rule stands in, then what the text says of its
    publication, then the head of a law that was not amended since.
    """
    index = found.unit.segment
    while index >= 0:
        segment = text.segments[index]
        if segment.kind == "group":
            day = _numbered(text.text[segment.start : segment.end].split("\n")[0], language)
            if day:
                return day
        index = segment.parent
    told = {one.fact.date for one in facts if isinstance(one.fact, LegalDate) and _published(one.fact)}
    if len(told) == 1:
        return told.pop()
    lines = text.text.split("\n", MOST_LINES)[:MOST_LINES]
    original = lexicon(language).words("dates", "original")
    if original and not any(phrases_regex(original, language).search(line) for line in lines):
        return None
    days = {day for line in lines if (day := _numbered(line, language))}
    return days.pop() if len(days) == 1 else None


def _published(fact: LegalDate) -> bool:
    return fact.role == "published" and not fact.scope and len(fact.date or "") == _DAY


def _numbered(line: str, language: str) -> str | None:
    """Return the one day in a bracket that names the law by its kind and number; None without one."""
    numbered = lexicon(language).words("dates", "numbered")
    for words in _BRACKETED.findall(line) if numbered else ():
        read = [one.date for one in dates_in(words, language)]
        if phrases_regex(numbered, language).search(words) and len(read) == 1 and len(read[0] or "") == _DAY:
            return read[0]
    return None
