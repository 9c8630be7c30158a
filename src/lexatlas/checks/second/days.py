"""Does a date stand in its words, in any order and calendar that they may be written in, and as that kind of day?"""

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from typing import NamedTuple

from lexatlas.checks.second.cldr import names
from lexatlas.checks.second.figures import figures
from lexatlas.checks.second.finding import Finding, borne, contradicted, unknown
from lexatlas.checks.second.plain import ANYWHERE, HAN, folded
from lexatlas.checks.second.roots import family, has, known, which
from lexatlas.core.facts import LegalDate

BUDDHIST = 543
"""Years by which the Thai calendar is ahead."""
_AHEAD = 2300
"""Thai years beyond this one are Buddhist."""
_ERAS = {"令和": 2018, "平成": 1988, "昭和": 1925, "大正": 1911, "明治": 1867}
"""The year before the first of each era of Japan."""
_SEEN = 4096
_MONTHS, _DAYS = 12, 31
_ROLES = ("begins", "made", "printed", "ends")
_OF = {
    "in_force": "begins", "applies_from": "begins", "adopted": "made", "signed": "made", "published": "printed",
    "repealed": "ends", "ends": "ends",
}  # fmt: skip


class Day(NamedTuple):
    """A date as far as it is written: month and day are 0 where they are not."""

    year: int
    month: int
    day: int


def date(fact: LegalDate, own: str, whole: str, language: str) -> Iterator[Finding]:
    """Yield whether the words have this date, and whether they say what happens on it."""
    if fact.date and not fact.computed:
        yield _written(fact.date, own, whole, language)
    yield role(fact.role, f"{own} {whole}", language)


def _written(told: str, own: str, whole: str, language: str) -> Finding:
    wanted = [int(piece) for piece in told.split("-")]
    near = days(own, language)
    if any(_same(wanted, day) for day in (*near, *days(whole, language))):
        return borne("date")
    return contradicted("date", told, own) if near else unknown("date")


def _same(wanted: list[int], day: Day) -> bool:
    return list(day[: len(wanted)]) == wanted


def role(told: str, words: str, language: str) -> Finding:
    """Tell whether words say of a law what a kind of date says of it: it begins, is made, printed, or ends."""
    mine, said = _OF.get(told), folded(words)
    if mine is None or not known(language, mine):
        return unknown("role")
    if has(said, language, mine, f"maybe_{mine}"):
        return borne("role")
    others = {_ROLES[which(match)] for match in family(language, *_ROLES).finditer(said)}
    return contradicted("role", told, ", ".join(sorted(others))) if others else unknown("role")


@lru_cache(maxsize=_SEEN)
def days(text: str, language: str) -> tuple[Day, ...]:
    """Return every date that a text may write: in full, with a name for the month, or in figures alone."""
    if language in HAN:
        return tuple(_marked(text, language))
    said = folded(text)
    found = [*_numeric(said, _ANY_ORDER), *_numeric(said, _YEAR_FIRST)]
    found += list(_vietnamese(said)) if language == "vi" else list(_named(said, language))
    return tuple(day for one in found for day in _calendars(one, language))


_ANY_ORDER = re.compile(r"(?<!\d)(\d{1,2})[./-] ?(\d{1,2})[./-] ?(\d{4})(?!\d)")
_YEAR_FIRST = re.compile(r"(?<!\d)(\d{4})[./-](\d{1,2})[./-](\d{1,2})(?!\d)")


def _numeric(text: str, pattern: re.Pattern[str]) -> Iterator[Day]:
    for match in pattern.finditer(text):
        first, second, third = map(int, match.groups())
        year, pair = (first, (second, third)) if first > _DAYS else (third, (first, second))
        for month, day in {pair, pair[::-1]}:
            if 0 < month <= _MONTHS and 0 < day <= _DAYS:
                yield Day(year, month, day)


@cache
def _by_name(language: str) -> re.Pattern[str]:
    listed = sorted(names(language).months, key=lambda name: (-len(name), name))
    name = rf"(?:{'|'.join(map(re.escape, listed)) or '(?!)'})"
    close = "" if language in ANYWHERE else r"(?!\w)"
    link = r"(?:\s*(?:[,/-]|\.|de|del|di|ta['’]|of|พ\.ศ\.|ค\.ศ\.))*\s*"
    day = r"(?:(?<!\d)(?P<d1>\d{1,2})(?:st|nd|rd|th|er|º|°|\.)?(?: day)?" + link + ")?"
    behind = r"(?:\.?\s*(?P<d2>\d{1,2})(?:st|nd|rd|th)?(?!\d))?"
    return re.compile(rf"{day}(?P<m>{name}){close}{behind}{link}(?P<y>\d{{4}})(?!\d)")


def _named(text: str, language: str) -> Iterator[Day]:
    for match in _by_name(language).finditer(text):
        day = int(match["d1"] or match["d2"] or 0)
        yield Day(int(match["y"]), names(language).months[match["m"]], day)
    for match in re.finditer(r"(?<![\d.,])(\d{4})(?![\d])", text):
        yield Day(int(match.group(1)), 0, 0)


def _vietnamese(text: str) -> Iterator[Day]:
    for match in re.finditer(r"(?:ngày (\d{1,2}) )?tháng (\d{1,2}) năm (\d{4})", text):
        yield Day(int(match[3]), int(match[2]), int(match[1] or 0))


def _calendars(day: Day, language: str) -> Iterator[Day]:
    ahead = BUDDHIST if language == "th" and day.year > _AHEAD else 0
    yield Day(day.year - ahead, day.month, day.day)


def _marked(text: str, language: str) -> Iterator[Day]:
    """Read dates whose figures each bear their mark, "2025年3月17日", "令和七年三月十七日", and those with points."""
    read = {figure.end: (figure.start, figure.values) for figure in figures(text, language)}
    places: list[tuple[int, str, int]] = []
    for end, (start, values) in read.items():
        mark = text[end : end + 3].lstrip()[:1]
        if mark in "年月日년월일" and len(values) == 1 and mark:
            era = next((first for name, first in _ERAS.items() if text[:start].endswith(name)), 0)
            places.append((start, mark, int(next(iter(values))) + era))
    places += [
        (match.start(1), match.group(2), 1 + _ERAS[match.group(1)]) for match in _FIRST_YEAR.finditer(text)
    ]
    yield from _joined(sorted(places))
    yield from _numeric(text, re.compile(r"(?<!\d)(\d{4})[./-] ?(\d{1,2})[./-] ?(\d{1,2})(?!\d)"))


_FIRST_YEAR = re.compile(f"({'|'.join(_ERAS)})元(年)")


def _joined(places: list[tuple[int, str, int]]) -> Iterator[Day]:
    year = month = 0
    for _, mark, number in places:
        if mark in "年년":
            year, month = number, 0
            yield Day(year, 0, 0)
        elif mark in "月월":
            month = number
            yield Day(year, month, 0)
        elif year and month:
            yield Day(year, month, number)
