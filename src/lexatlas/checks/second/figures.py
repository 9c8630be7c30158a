"""The figures of a text, in digits of any script or in Han numerals, with every number that each may mean."""

import re
import sys
import unicodedata
from collections.abc import Iterator
from decimal import Decimal
from functools import cache, lru_cache
from typing import NamedTuple

from lexatlas.checks.second.cldr import names
from lexatlas.checks.second.plain import ANYWHERE, HAN
from lexatlas.checks.second.roots import table

_DIGITS = r"\d+(?:[.,'’٬٫ ]\d+)*"
_GROUP, _MYRIAD = 3, 10_000
_SEEN = 4096


class Figure(NamedTuple):
    """A figure at its place in the plain text; `values` are the numbers that it may stand for."""

    start: int
    end: int
    values: frozenset[Decimal]


@cache
def _han() -> str:
    """Return the Han signs that are numbers, as the body of a character class."""
    block = range(0x4E00, min(0x9FFF, sys.maxunicode))
    signs = "".join(chr(code) for code in block if unicodedata.numeric(chr(code), None) is not None)
    return "〇零两兩" + signs


@cache
def _pattern(language: str) -> re.Pattern[str]:
    """Return what finds a figure with its scales: the part in digits or Han, then words for thousands and more."""
    code = language.split("-")[0]
    scales = sorted(_scales(code), key=lambda word: (-len(word), word))
    ending = "" if code in ANYWHERE else r"(?!\w)"
    # A fuller form of a listed word is not the listed word: "millionths".
    scaled = rf"(?:\s?(?:{'|'.join(map(re.escape, scales))}){ending})*" if scales else ""
    one = rf"(?:{_DIGITS}{scaled}|[{_han()}]+{scaled})" if code in HAN else rf"{_DIGITS}{scaled}"
    return re.compile(one, re.IGNORECASE)


@cache
def _scales(code: str) -> dict[str, int]:
    return {**names(code).scales, **table(code, "scales")}


@lru_cache(maxsize=_SEEN)
def figures(text: str, language: str) -> tuple[Figure, ...]:
    """Return the figures of a text (as `plain` gives it) in reading order; numbers in words are none."""
    code = language.split("-")[0]
    found: list[Figure] = []
    for match in _pattern(language).finditer(text):
        values = frozenset(_values(match.group(), code))
        last = found[-1] if found else None
        if last and code in HAN and _goes_on(text, last, match, code):
            values = frozenset(high + low for high in last.values for low in values)
            found[-1] = Figure(last.start, match.end(), values)
        else:
            found.append(Figure(*match.span(), values))
    return tuple(found)


def _goes_on(text: str, last: Figure, match: re.Match[str], code: str) -> bool:
    """Return whether a figure adds to the one before it: "2억 5천만", "1億2,000万"."""
    gap, sign = text[last.end : match.start()], text[last.end - 1 : last.end]
    scaled = max(_scales(code).get(sign, 0), unicodedata.numeric(sign, 0) if not sign.isdigit() else 0)
    return not gap.strip() and len(gap) < 2 and scaled >= _MYRIAD


def _values(words: str, code: str) -> Iterator[Decimal]:
    head = re.match(_DIGITS, words)
    rest = words[head.end() :] if head else words
    starts = list(_numbers(head.group())) if head else []
    if not head:
        yield from _scaled(None, rest, code)
    for start in starts:
        yield from _scaled(start, rest, code)


def _numbers(digits: str) -> Iterator[Decimal]:
    """Yield what a run of digits may mean: in groups of three, with a fraction, or its last piece alone."""
    pieces = re.split(r"\D", digits)
    marks = re.findall(r"\D", digits)
    grouped = all(len(piece) == _GROUP for piece in pieces[1:]) and len(pieces[0]) <= _GROUP
    fraction = len(pieces) > 1 and marks[-1] in ".,٫" and (len(pieces) == 2 or len(set(marks)) > 1)
    if len(pieces) == 1 or grouped:
        yield Decimal("".join(pieces))
    if fraction:
        yield Decimal(f"{''.join(pieces[:-1])}.{pieces[-1]}")
    if len(pieces) > 1 and (" " in marks or not (grouped or fraction)):
        # "§ 2 000", "17.3.2025": what looks like one number may be several.
        for begin in range(len(pieces)):
            for end in range(begin + 1, len(pieces) + 1):
                if all(len(piece) == _GROUP for piece in pieces[begin + 1 : end]):
                    yield Decimal("".join(pieces[begin:end]))


def _scaled(start: Decimal | None, rest: str, code: str) -> Iterator[Decimal]:
    """Yield the number that scales make of a start: each multiplies, and in Han those above add up."""
    steps = list(_steps(rest, code))
    if start is None and all(step < 10 for step in steps):
        yield Decimal("".join(str(int(step)) for step in steps))
        return
    if code not in HAN:
        value = Decimal(1) if start is None else start
        for step in steps:
            value *= step
        yield value
        return
    total, section, current = Decimal(0), Decimal(0), start
    for step in steps:
        if step < 10:
            current = step
        elif step < _MYRIAD:
            section, current = section + (Decimal(1) if current is None else current) * step, None
        else:
            section, current = section + (current or 0), None
            total, section = total + (section or 1) * step, Decimal(0)
    yield total + section + (current or 0)


def _steps(words: str, code: str) -> Iterator[Decimal]:
    scales = _scales(code)
    listed = "|".join(re.escape(word) for word in sorted(scales, key=lambda word: (-len(word), word)))
    for match in re.finditer(rf"{listed}|\S" if listed else r"\S", words, re.IGNORECASE):
        word = match.group().casefold()
        numeric = {"两": 2, "兩": 2}.get(word) or (unicodedata.numeric(word, 0) if len(word) == 1 else 0)
        yield Decimal(scales.get(word) or int(numeric or 0))
