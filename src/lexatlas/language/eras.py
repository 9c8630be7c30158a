"""Years that another count tells: Japanese eras, the Thai Buddhist era, Hijri dates that are kept as they stand."""

import datetime as dt
import re

from lexatlas.core.evidence import Span
from lexatlas.core.facts import DatePrecision
from lexatlas.language import numerals_han

_ERAS = {
    "明治": (dt.date(1868, 10, 23), dt.date(1912, 7, 29)),
    "大正": (dt.date(1912, 7, 30), dt.date(1926, 12, 24)),
    "昭和": (dt.date(1926, 12, 25), dt.date(1989, 1, 7)),
    "平成": (dt.date(1989, 1, 8), dt.date(2019, 4, 30)),
    "令和": (dt.date(2019, 5, 1), dt.date.max),
}
"""First and last day of each era; a day outside its era is a day of no calendar."""
ERA_NAMES = "|".join(_ERAS)
BUDDHIST = 543
"""Years between the two counts since 1941, when Thailand moved its new year to January."""
THAI_ERA = r"(?:(?P<era>พ\s?\.\s?ศ\s?\.|พุทธศักราช|ค\s?\.\s?ศ\s?\.|คริสต์ศักราช)\s*)?"
"""The pattern of the name of an era before a Thai year, with the group `era`; it may be missing."""
_FIRST_BUDDHIST, _LAST_BUDDHIST = 2484, 2699
_LAST_COMMON = 2100
_HIJRI_MONTHS = (
    "محرم|صفر|ربيع الأول|ربيع الاول|ربيع الآخر|ربيع الثاني|جمادى الأولى|جمادى الاولى|جمادى الآخرة|جمادى الثانية"
    "|رجب|شعبان|رمضان|شوال|ذو القعدة|ذي القعدة|ذو الحجة|ذي الحجة"
)
_HIJRI = re.compile(
    rf"(?<![\d/])(?:(?P<day>\d{{1,2}})\s+(?:من\s+)?(?:شهر\s+)?(?P<name>{_HIJRI_MONTHS})(?:\s+(?:سنة|عام))?\s+"
    r"|(?P<d>\d{1,2})/(?P<m>\d{1,2})/)(?P<year>1[34]\d\d)(?:\s?هـ?(?!\w))?(?![\d/])"
)
_HIJRI_DAYS, _MONTHS = 30, 12


def iso(year: int, month: int, day: int) -> tuple[str, DatePrecision] | None:
    """Return a day in ISO 8601; None for one that no calendar has."""
    try:
        return dt.date(year, month, day).isoformat(), "day"
    except ValueError:
        return None


def in_era(era: str, year: str, month: int, day: int) -> tuple[str, DatePrecision] | None:
    """Return the day of a Japanese era; None where the era had no such day. The first year is 元 or 1."""
    first, last = _ERAS[era]
    number = count(year)
    if number is None or number < 1:
        return None
    read = iso(first.year + number - 1, month, day)
    return read if read and first.isoformat() <= read[0] <= last.isoformat() else None


def count(words: str) -> int | None:
    """Return a number of years, months or days in digits or Han numerals; 元 is one; None for anything else."""
    if words.isdecimal():
        return int(words)
    if words == "元":
        return 1
    if re.fullmatch("[一二三四五六七八九]{2}", words):
        return None
    value = numerals_han.value_of(words, "ja")
    return int(value) if value is not None else None


def common_year(year: int, era: str) -> int | None:
    """Return the Gregorian year of a Thai date; `era` is พ.ศ., ค.ศ. or "" where none stands there.

    Without a name a year from 2484 is of the Buddhist era and one until 2100 of the common one. Years before
    2484 began in April, so that their January is in doubt: None.
    """
    if era.startswith("ค"):
        return year
    if _FIRST_BUDDHIST <= year <= _LAST_BUDDHIST:
        return year - BUDDHIST
    return year if not era and year <= _LAST_COMMON else None


def hijri_dates(plain: str) -> list[Span]:
    """Return the places of Hijri dates in a text with plain digits: their own calendar tells them apart.

    A day and a month by its Hijri name with a year of 1300 to 1499, or figures with such a year. They are not
    converted: which day begins a month is for the place to say, so a table would only guess.
    """
    found = []
    for match in _HIJRI.finditer(plain):
        day, month = int(match["day"] or match["d"]), int(match["m"] or 1)
        if 1 <= day <= _HIJRI_DAYS and 1 <= month <= _MONTHS:
            found.append(Span(*match.span()))
    return found
