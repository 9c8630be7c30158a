"""A citation in English of a law that numbers its parts in its own signs, or writes them as one word: 第三条第一号."""

import re
from functools import cache, lru_cache

from lexatlas.language.gloss_rows import rows_of
from lexatlas.language.numerals import numbers

_NUMBER = r"[0-9\uff10-\uff19\u0e50-\u0e59]+(?:/[0-9\u0e50-\u0e59]+)?|[一二三四五六七八九十百千]+"
_HELD = {"n": _NUMBER, "r": _NUMBER, "w": r"[\u0e01-\u0e4f]+", "l": r"[^\W\da-zA-Z]"}
"""What stands for a part: a number told in figures ("n"), one told as (i) or (ii) ("r"), a word for one, a letter."""
_SLOT = re.compile(r"\{(\w)\}")
_ROMAN = ((10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))


@lru_cache(maxsize=4096)
def cited(locator: str, language: str) -> str:
    """Return a citation in English; "" where one of its parts has no row, or cannot be numbered."""
    told, at = "", 0
    while at < len(locator):
        step = next((step for row in _rows(language) if (step := _step(locator, at, row, language))), None)
        if step is None:
            return ""
        words, end = step
        told += (", " if told and words[0].isalpha() else "") + words
        at = end
    return told


@cache
def _rows(language: str) -> tuple[tuple[re.Pattern[str], str, str], ...]:
    """Return pattern, kinds of its slots and English of each part of a citation, the longest first."""
    rows = sorted(rows_of(language).cites.items(), key=lambda row: (-len(row[0]), row[0]))
    return tuple((_pattern(form), "".join(_SLOT.findall(form)), english) for form, english in rows)


def _pattern(form: str) -> re.Pattern[str]:
    plain = [re.escape(part) for part in _SLOT.split(form)[::2]]
    slots = [f"({_HELD[kind]})" for kind in _SLOT.findall(form)]
    pairs = zip(plain, [*slots, ""], strict=True)
    return re.compile(r"\s*" + "".join(part for pair in pairs for part in pair).replace(r"\ ", r"\s*"))


def _step(
    locator: str, at: int, row: tuple[re.Pattern[str], str, str], language: str
) -> tuple[str, int] | None:
    pattern, kinds, english = row
    match = pattern.match(locator, at)
    if match is None:
        return None
    for kind, label in zip(kinds, match.groups(), strict=True):
        told = _told(kind, label, language)
        if not told:
            return None
        english = re.sub(r"\{\w\}", told, english, count=1)
    return english, match.end()


def _told(kind: str, label: str, language: str) -> str:
    """Return a label in English; "" where it is no number and no letter of the language's points."""
    if kind == "l":
        letters = rows_of(language).letters[:26]
        return chr(ord("a") + letters.index(label)) if label in letters else ""
    if "/" in label:
        return "/".join(str(int(part)) for part in label.split("/"))
    value = int(label) if label.isdecimal() else _read(label, language)
    return (_roman(value) if kind == "r" else str(value)) if value else ""


def _read(label: str, language: str) -> int:
    found = numbers(label, language)
    whole = len(found) == 1 and tuple(found[0].span) == (0, len(label))
    return int(found[0].value) if whole else 0


def _roman(value: int) -> str:
    told = ""
    for worth, sign in _ROMAN:
        while value >= worth:
            told, value = told + sign, value - worth
    return told
