"""Numbers written in Han numerals."""

import re
from collections.abc import Iterator
from decimal import Decimal

_DIGITS = {sign: value for value, sign in enumerate("零一二三四五六七八九")} | {"〇": 0, "两": 2}
_SMALL = {"十": 10, "百": 100, "千": 1000}
_LARGE = {"万": 10_000, "亿": 100_000_000}
_RUN = re.compile("[零〇一二两三四五六七八九十百千万亿]+")


def value_of(run: str) -> Decimal | None:
    """Return the value of a run of Han numerals, None for two digits side by side or a lone scale."""
    if re.search("[一二两三四五六七八九]{2}", run) or run[0] in "百千万亿":
        return None
    total = section = digit = 0
    for sign in run:
        if sign in _DIGITS:
            digit = _DIGITS[sign]
        elif sign in _SMALL:
            section += (digit or 1) * _SMALL[sign]
            digit = 0
        else:
            total = (
                (total + section + digit) * _LARGE[sign]
                if sign == "亿"
                else total + (section + digit) * 10_000
            )
            section = digit = 0
    return Decimal(total + section + digit)


def numbers(text: str) -> Iterator[tuple[int, int, Decimal]]:
    """Yield (start, end, value) of each run that is a number; ordinals ("第五") are none."""
    for match in _RUN.finditer(text):
        if match.start() and text[match.start() - 1] == "第":
            continue
        value = value_of(match.group())
        if value is not None:
            yield match.start(), match.end(), value
