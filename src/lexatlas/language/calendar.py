"""Calendar dates as words and digits give them, cut to the precision that is there."""

import re
from dataclasses import dataclass
from functools import cache

from lexatlas.core.evidence import Span
from lexatlas.core.facts import DatePrecision
from lexatlas.language.alternatives import alternatives
from lexatlas.language.eras import ERA_NAMES, THAI_ERA, common_year, count, hijri_dates, in_era, iso
from lexatlas.language.lexicon import lexicon
from lexatlas.language.numerals import plain_digits

_YEAR = re.compile(r"(?:1[89]|2[0-6])\d\d")
_DAY_BEFORE = re.compile(r"\d(?:st|nd|rd|th|er|ero|\.?[º°]|\.)?[\s/-]+(?:(?:of|de|ta['’])\s+)?$")
_HAN_DIGITS = str.maketrans("〇零一二三四五六七八九", "00123456789")
_MONTHS = 12
_HAN = "〇零一二三四五六七八九十"
_EAST = ("ja", "ko", "zh", "th")
_ELSEWHERE = "(?!)"
_BESIDE = 24
"""Characters that may part a Hijri date from the Gregorian one beside it."""
_SMALL = rf"(?:\d{{1,2}}|[{_HAN}]{{1,3}})"
_PLACES = {
    "ja": re.compile(
        rf"(?:{ERA_NAMES})\s*(?:元|{_SMALL})年(?:\s*{_SMALL}月(?:\s*{_SMALL}日)?)?|{_SMALL}月\s*{_SMALL}日"
        rf"|(?:\d{{4}}|[{_HAN}]{{4}})年(?:\s*{_SMALL}月)?"
    ),
    "zh": re.compile(rf"{_SMALL}月\s*{_SMALL}日|(?:\d{{4}}|[{_HAN}]{{4}})年(?:\s*{_SMALL}月)?"),
    "ko": re.compile(r"\d{1,2}월\s*\d{1,2}일|\d{4}년(?:\s*\d{1,2}월)?"),
}


@dataclass(frozen=True, slots=True)
class DateRead:
    """A date at `span` in ISO 8601, cut to its precision ("2024-12")."""

    span: Span
    date: str
    precision: DatePrecision


@cache
def _patterns(language: str) -> tuple[re.Pattern[str], ...]:
    months = lexicon(language).numbers("months")
    listed = [re.escape(name) for name in sorted(months, key=lambda name: (-len(name), name))]
    names = alternatives(listed, ignore_case=False) if listed else _ELSEWHERE
    return (*_eastern(language, names), *_western(names))


def _eastern(language: str, names: str) -> tuple[re.Pattern[str], ...]:
    """Patterns that name the year's era or sign, the surest first."""
    patterns = [
        re.compile(
            rf"(?P<kanji>{ERA_NAMES})\s*(?P<year>元|{_SMALL})\s*年\s*(?P<month>{_SMALL})\s*月\s*(?P<day>{_SMALL})\s*日"
        ),
        re.compile(r"(?P<year>(?:19|20)\d\d)\s*년\s*(?P<month>\d{1,2})\s*월\s*(?P<day>\d{1,2})\s*일"),
        re.compile(
            r"(?<![\d.])(?P<year>(?:19|20)\d\d)\s?\.\s?(?P<month>\d{1,2})\s?\.\s?(?P<day>\d{1,2})\s?\.(?!\d)"
        ),
        re.compile(r"(?P<year>(?:19|20)\d\d)\s*년\s*(?P<month>\d{1,2})\s*월(?!\s*\d{1,2}\s*일)"),
    ]
    if language == "th":
        year = r"(?P<year>(?:1[89]|2[0-6])\d\d)(?!\d)"
        patterns = [
            re.compile(rf"(?<!\d)(?P<day>\d{{1,2}})\s*(?:เดือน\s*)?(?P<name>{names})\s*{THAI_ERA}{year}"),
            re.compile(rf"(?<![\d/])(?P<day>\d{{1,2}})/(?P<month>\d{{1,2}})/{THAI_ERA}{year}"),
            re.compile(rf"(?<!\d )(?<!\d)(?P<name>{names})\s*{THAI_ERA}{year}"),
        ]
    return tuple(patterns) if language in _EAST else ()


def _western(names: str) -> tuple[re.Pattern[str], ...]:
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
            rf"(?<![\d/.])(?<!\d-)(?<![^\W_])(?P<day>\d{{1,2}})(?:st|nd|rd|th|er|ero|\.?[º°]|\.)?(?:\s+(?:day\s+of|of|de|ta['’]))?[\s/-]+(?P<name>{names})"
            rf"\.?[\s,/-]+(?:del?\s+(?:año\s+|ano\s+)?)?{year}(?:م|هـ)?(?![\d/])",
            flags,
        ),
        re.compile(
            rf"(?<!\w)(?P<name>{names})\.?\s+(?P<day>\d{{1,2}})(?:st|nd|rd|th)?,?\s+{year}(?!\d)", flags
        ),
        re.compile(
            rf"(?<![\d/.-])(?P<first>\d{{1,2}})(?P<s>[/.-])(?P<second>\d{{1,2}})(?P=s){year}(?![\d/-]|\.\d)"
        ),
        re.compile(rf"(?<![\w/-])(?P<name>{names})\.?,?\s+(?:del?\s+)?{year}(?![\d/-])", flags),
    )


def dates_in(text: str, language: str) -> list[DateRead]:
    """Return the dates of `text` in reading order, without overlaps; a year alone is not taken.

    A date in digits whose day and month could be exchanged is read by the language's custom; a date that no
    calendar has (31 April) is not read. Days of a Japanese era and of the Thai Buddhist era are given in the
    common one. Hijri dates are not read: `hijri_in` finds them.
    """
    code = language.split("-")[0]
    plain = plain_digits(text)
    if not _YEAR.search(plain) and "年" not in plain:
        return []
    found: list[DateRead] = []
    others = hijri_dates(plain) if code == "ar" else []
    for pattern in _patterns(code):
        for match in pattern.finditer(plain):
            span = Span(*match.span())
            if any(span.start < other.end and other.start < span.end for other in others) or any(
                span.start < other.span.end and other.span.start < span.end for other in found
            ):
                continue
            # "31 April 2031" is no day of any calendar, and no month either.
            month_of_a_day = match.groupdict().get("day") is None and _DAY_BEFORE.search(
                plain[max(0, match.start() - 16) : match.start()]
            )
            read = None if month_of_a_day and match.groupdict().get("name") else _read(match, code)
            if read and not match.group().endswith("هـ"):
                found.append(DateRead(span, *read))
    return sorted(found, key=lambda one: one.span)


def hijri_in(text: str) -> list[Span]:
    """Return the places of Hijri dates that no Gregorian date stands beside, in reading order.

    One with its Gregorian day ("الموافق 9 نوفمبر 2031م") is that day, and is read as such.
    """
    read = dates_in(text, "ar")
    found = hijri_dates(plain_digits(text))
    return [span for span in found if not any(0 <= one.span.start - span.end <= _BESIDE for one in read)]


def days_without_year(text: str, language: str) -> list[Span]:
    """Return the places of days and years that are no lengths of time: "6月1日", "平成30年", "7월 19일"."""
    pattern = _PLACES.get(language.split("-")[0])
    return [Span(*match.span()) for match in pattern.finditer(plain_digits(text))] if pattern else []


def _read(match: re.Match[str], language: str) -> tuple[str, DatePrecision] | None:
    parts = match.groupdict()
    if parts.get("kanji"):
        month, day = count(parts["month"]), count(parts["day"])
        return in_era(parts["kanji"], parts["year"], month, day) if month and day else None
    if not parts["year"].isdecimal():
        return _han(parts)
    year: int | None = int(parts["year"])
    if language == "th" and year is not None:
        year = common_year(year, parts.get("era") or "")
    if year is None:
        return None
    if parts.get("name"):
        month = lexicon(language).numbers("months")[parts["name"].casefold()]
        if not parts.get("day"):
            return f"{year:04d}-{month:02d}", "month"
        return iso(year, month, int(parts["day"]))
    if parts.get("first"):
        first, second = int(parts["first"]), int(parts["second"])
        day, month = (first, second) if lexicon(language).day_first or first > 12 else (second, first)
        return iso(year, month, day)
    if not parts.get("day"):
        return (
            (f"{year:04d}-{int(parts['month']):02d}", "month")
            if 1 <= int(parts["month"]) <= _MONTHS
            else None
        )
    return iso(year, int(parts["month"]), int(parts["day"]))


def _han(parts: dict[str, str]) -> tuple[str, DatePrecision] | None:
    """Read a date in Han numerals: the year sign by sign, month and day as numbers."""
    year = int(parts["year"].translate(_HAN_DIGITS))
    month, day = count(parts["month"]), count(parts["day"])
    return iso(year, month, day) if month and day else None
