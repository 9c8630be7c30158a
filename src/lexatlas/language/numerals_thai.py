"""Numbers written in Thai words, which stand without blanks between other words."""

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import cache

from lexatlas.language.lexicon import lexicon
from lexatlas.language.numerals_counted import Piece, counted

_CLOSING = 1_000_000
_SYLLABLE = ("(?<![\u0e40-\u0e44])", "(?![\u0e30-\u0e3a\u0e45\u0e47-\u0e4e])")


@cache
def _run() -> re.Pattern[str]:
    lex = lexicon("th")
    words = sorted({*lex.numbers("numbers"), *lex.numbers("scales")}, key=lambda word: (-len(word), word))
    guards = "|".join(lex.words("number_guards", "after")) or "(?!)"
    return re.compile(rf"{_SYLLABLE[0]}(?:{'|'.join(words)})+{_SYLLABLE[1]}(?!{guards})")


def value_of(run: str) -> Decimal | None:
    """Return the value of number words written together; None for a scale alone other than ten."""
    lex = lexicon("th")
    digits, scales = lex.numbers("numbers"), lex.numbers("scales")
    words = sorted({*digits, *scales}, key=lambda word: (-len(word), word))
    pieces: list[Piece] = []
    for said in re.findall("|".join(words), run):
        if said in digits:
            pieces.append(("number", Decimal(digits[said])))
        else:
            closing = scales[said] >= _CLOSING
            pieces.append(("large" if closing else "small", Decimal(scales[said])))
    if not pieces or (pieces[0][0] != "number" and pieces[0][1] != 10):
        return None
    return counted(pieces)


def numbers(text: str) -> Iterator[tuple[int, int, Decimal, bool]]:
    """Yield (start, end, value, digits) of each run of number words; "สามารถ" and the like hold none."""
    for match in _run().finditer(text):
        value = value_of(match.group())
        if value is not None:
            yield match.start(), match.end(), value, False
