"""Calendar dates as words and digits give them, cut to the precision that is there."""

import datetime as dt
import re
from dataclasses import dataclass
from functools import cache

from lexatlas.core.evidence import Span
from lexatlas.core.facts import DatePrecision
from lexatlas.language import numerals_han
from lexatlas.language.lexicon import lexicon

_YEAR = re.compile(r"(?:1[89]|20)\d\d")
_DAY_BEFORE = re.compile(r"\d(?:st|nd|rd|th|er)?[\s/-]+(?:(?:of|de|ta['’])\s+)?$")
_HAN_DIGITS = str.maketrans("〇零一二三四五六七八九", "00123456789")
_MONTHS = 12
_DIGITS = str.maketrans("٠١٢٣٤٥٦٧٨٩", "0123456789")


@dataclass(frozen=True, slots=True)
class DateRead:
    """A date at `span` in ISO 8601, cut to its precision ("2024-12")."""

    span: Span
    date: str
    precision: DatePrecision


@cache
def _patterns(language: str) -> tuple[re.Pattern[str], ...]:
    months = lexicon(language).numbers("months")
    names = (
        "|".join(re.escape(name) for name in sorted(months, key=lambda name: (-len(name), name))) or "(?!)"
    )
    year = r"(?P<year>(?:1[89]|20)\d\d)"
    flags = re.IGNORECASE
    return (
        re.compile(
            r"(?<![\d/.-])(?P<year>(?:19|20)\d\d)(?P<s>[-./])(?P<month>\d{1,2})(?P=s)(?P<day>\d{1,2})(?![\d/-]|\.\d)"
        ),
        re.compile(r"(?P<year>(?:19|20)\d\d)\s*年\s*(?P<month>\d{1,2})\s*月\s*(?P<day>\d{1,2})\s*日"),
        re.compile(
            r"(?P<year>[一二][〇零一二三四五六七八九]{3})年(?P<month>[一二三四五六七八九十]{1,2})月(?P<day>[一二三四五六七八九十]{1,3})日"
        ),
        re.compile(rf"(?<!\d\s)(?<!\w)tháng\s+(?P<month>\d{{1,2}})\s+năm\s+{year}(?!\d)", flags),
        re.compile(
            rf"(?:ngày\s+)?(?<!\d)(?P<day>\d{{1,2}})\s+tháng\s+(?P<month>\d{{1,2}})\s+năm\s+{year}(?!\d)",
            flags,
        ),
        re.compile(
            rf"(?<![\d/.])(?<!\d-)(?<![^\W_])(?P<day>\d{{1,2}})(?:st|nd|rd|th|er|º)?(?:\s+(?:day\s+of|of|de|ta['’]))?[\s/-]+(?P<name>{names})"
            rf"\.?[\s,/-]+{year}(?:م|هـ)?(?![\d/])",
            flags,
        ),
        re.compile(
            rf"(?<!\w)(?P<name>{names})\.?\s+(?P<day>\d{{1,2}})(?:st|nd|rd|th)?,?\s+{year}(?!\d)", flags
        ),
        re.compile(
            rf"(?<![\d/.-])(?P<first>\d{{1,2}})(?P<s>[/.-])(?P<second>\d{{1,2}})(?P=s){year}(?![\d/-]|\.\d)"
        ),
        re.compile(rf"(?<![\w/-])(?P<name>{names})\.?,?\s+{year}(?![\d/-])", flags),
    )


def dates_in(text: str, language: str) -> list[DateRead]:
    """Return the dates of `text` in reading order, without overlaps; a year alone is not taken.

    A date in digits whose day and month could be exchanged is read by the language's custom; a date that no
    calendar has (31 April) is not read. Hijri dates are not read.
    """
    code = language.split("-")[0]
    plain = text.translate(_DIGITS)
    if not _YEAR.search(plain) and "年" not in plain:
        return []
    found: list[DateRead] = []
    for pattern in _patterns(code):
        for match in pattern.finditer(plain):
            span = Span(*match.span())
            if any(span.start < other.span.end and other.span.start < span.end for other in found):
                continue
            # "31 April 2031" is no day of any calendar, and no month either.
            month_of_a_day = match.groupdict().get("day") is None and _DAY_BEFORE.search(
                plain[max(0, match.start() - 16) : match.start()]
            )
            read = None if month_of_a_day and match.groupdict().get("name") else _read(match, code)
            if read and not match.group().endswith("هـ"):
                found.append(DateRead(span, *read))
    return sorted(found, key=lambda one: one.span)


def _read(match: re.Match[str], language: str) -> tuple[str, DatePrecision] | None:
    parts = match.groupdict()
    if not parts["year"].isdecimal():
        return _han(parts)
    year = int(parts["year"])
    if parts.get("name"):
        month = lexicon(language).numbers("months")[parts["name"].casefold()]
        if not parts.get("day"):
            return f"{year:04d}-{month:02d}", "month"
        return _iso(year, month, int(parts["day"]))
    if parts.get("first"):
        first, second = int(parts["first"]), int(parts["second"])
        day, month = (first, second) if lexicon(language).day_first or first > 12 else (second, first)
        return _iso(year, month, day)
    if not parts.get("day"):
        return (
            (f"{year:04d}-{int(parts['month']):02d}", "month")
            if 1 <= int(parts["month"]) <= _MONTHS
            else None
        )
    return _iso(year, int(parts["month"]), int(parts["day"]))


def _han(parts: dict[str, str]) -> tuple[str, DatePrecision] | None:
    """Read a date in Han numerals: the year sign by sign, month and day as numbers."""
    year = int(parts["year"].translate(_HAN_DIGITS))
    month, day = numerals_han.value_of(parts["month"]), numerals_han.value_of(parts["day"])
    return _iso(year, int(month), int(day)) if month and day else None


def _iso(year: int, month: int, day: int) -> tuple[str, DatePrecision] | None:
    try:
        return dt.date(year, month, day).isoformat(), "day"
    except ValueError:
        return None
