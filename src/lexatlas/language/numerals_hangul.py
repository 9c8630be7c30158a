"""Numbers of Korean law: digits with scales (5천만, 1억 5천만) and words in Hangul where something counted follows."""

import re
from collections.abc import Iterator
from decimal import Decimal

from lexatlas.language.numerals_counted import Piece, counted

_DIGITS = {sign: value for value, sign in enumerate("영일이삼사오육칠팔구")}
_SMALL = {"십": 10, "백": 100, "천": 1000}
_LARGE = {"만": 10_000, "억": 10**8, "조": 10**12}
_FIGURE = r"(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?"
_COUNTED = "원|달러|엔|유로|위안|명|개월|개|년|일|시간|퍼센트|주|건|인|회|미합중국"
_MIXED = re.compile(
    rf"(?<![A-Za-z\d.,/제])(?:{_FIGURE}(?:[십백천]?[만억]|[십백천]|조(?=\s?(?:\d|{_COUNTED}|억)))[만억]?\s?)+(?<!\s)"
    rf"(?:\d+(?={_COUNTED}))?(?!\d)"
)
_WORDS = re.compile(
    rf"(?<![\w.])[일이삼사오육칠팔구십백천][일이삼사오육칠팔구십백천만억]+(?=\s?(?:{_COUNTED}))"
)
_PIECE = re.compile(r"(?P<digits>\d[\d,]*(?:\.\d+)?)|(?P<sign>\S)")


def value_of(run: str) -> Decimal | None:
    """Return the value of a run of digits, digit words and scales; None where they make no number."""
    pieces: list[Piece] = []
    for match in _PIECE.finditer(run):
        said = match.group()
        if match.lastgroup == "digits":
            pieces.append(("number", Decimal(said.replace(",", ""))))
        elif said in _DIGITS:
            pieces.append(("number", Decimal(_DIGITS[said])))
        else:
            small = said in _SMALL
            pieces.append(("small" if small else "large", Decimal(_SMALL[said] if small else _LARGE[said])))
    return counted(pieces)


def numbers(text: str) -> Iterator[tuple[int, int, Decimal, bool]]:
    """Yield (start, end, value, digits) of each number with a scale; syllables of other words are none."""
    for pattern, digits in ((_MIXED, True), (_WORDS, False)):
        for match in pattern.finditer(text):
            scaled = any(sign in match.group() for sign in (*_SMALL, *_LARGE))
            value = value_of(match.group()) if scaled else None
            if value is not None:
                yield match.start(), match.start() + len(match.group().rstrip()), value, digits
