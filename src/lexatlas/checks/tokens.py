"""The surface tokens of a normalised text: what may be compared, nothing dropped but light punctuation."""

import re
from functools import lru_cache
from typing import NamedTuple

from lexatlas.core.text import normalise

_LIGHT = r"\s,.;:()\[\]{}\"'!?/–—…、，。；：（）《》「」『』·|•"
_HAN = r"\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\u3040-\u30ff"
_TOKEN = re.compile(
    rf"(?P<number>(?:(?<![^\s(\[\"'])[-−+±])?\d(?:[\d.,]*\d)?)"
    rf"|(?P<han>[{_HAN}])"
    rf"|(?P<word>(?:(?!\d)[^{_LIGHT}{_HAN}])+)"
)

SEEN = 4096
"""How many texts a check remembers what it read in: many claims rest on one unit."""


class Token(NamedTuple):
    """A token with its place in the normalised text."""

    text: str
    start: int
    end: int


@lru_cache(maxsize=SEEN)
def plain(text: str) -> str:
    """Return `text` normalised, without blanks at its ends."""
    return normalise(text).text.strip()


@lru_cache(maxsize=SEEN)
def tokens(normalised: str) -> tuple[Token, ...]:
    """Return the tokens in reading order.

    Numbers keep their sign, points and commas; Han and Kana stand one by one; an apostrophe ends a token.
    Signs that bear meaning (%, $, ≥, a minus) stay; brackets, commas, full stops and dashes between words go.
    """
    return tuple(Token(match.group(), *match.span()) for match in _TOKEN.finditer(normalised))


def words_of(normalised: str) -> tuple[str, ...]:
    """Return the texts of the tokens; the first, which a sentence may write large, in small letters."""
    found = [token.text for token in tokens(normalised)]
    return (found[0].casefold(), *found[1:]) if found else ()


def find_run(needle: tuple[str, ...], hay: tuple[str, ...], start: int = 0) -> int:
    """Return where the whole run of tokens stands in `hay` from `start` on; -1 when it does not."""
    if not needle:
        return -1
    last = len(hay) - len(needle)
    return next((at for at in range(start, last + 1) if hay[at : at + len(needle)] == needle), -1)
