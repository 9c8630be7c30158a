"""The numbers of a text as far as its digits show them, by no reader that a maker of claims has too."""

import re
import unicodedata
from decimal import Decimal
from functools import lru_cache

from lexatlas.checks.tokens import SEEN

_RUN = re.compile(r"\d(?:[\d.,'’٬٫\u00a0\u202f ]*\d)?")
_GROUP = 3
Written = tuple[frozenset[Decimal], bool]
"""What a run of digits may mean, and whether a word stands right behind it that may make another number of it."""


@lru_cache(maxsize=SEEN)
def written(words: str) -> tuple[Written, ...]:
    """Return every run of digits, of any script: its groups apart, together, and the last as a fraction."""
    return tuple(_read(match, words) for match in _RUN.finditer(words))


def _read(match: re.Match[str], words: str) -> Written:
    plain = "".join(str(unicodedata.digit(sign)) if sign.isdigit() else sign for sign in match.group())
    pieces = [piece for piece in re.split(r"\D+", plain) if piece]
    values = {Decimal("".join(pieces)), *map(Decimal, pieces)}
    if len(pieces) > 1:
        values.add(Decimal(f"{''.join(pieces[:-1])}.{pieces[-1]}"))
    behind = words[match.end() :].lstrip()[:1]
    return frozenset(values), behind.isalpha()


def _said(text: str) -> list[frozenset[Decimal]]:
    """Return what each number of a sentence of ours says: groups of three digits are one number, others are several."""
    found = []
    for match in _RUN.finditer(text):
        pieces = [piece for piece in re.split(r"\D+", match.group()) if piece]
        if all(len(piece) == _GROUP for piece in pieces[1:]):
            whole = Decimal("".join(pieces))
            found.append(
                frozenset(
                    (whole, Decimal(f"{''.join(pieces[:-1]) or 0}.{pieces[-1]}")) if pieces[1:] else (whole,)
                )
            )
        elif len(pieces) == 2 and "." in match.group():
            found.append(frozenset((Decimal(".".join(pieces)),)))
        else:
            found += [frozenset((Decimal(piece),)) for piece in pieces]
    return found


def _numeral(sign: str) -> bool:
    """Return whether a sign is a numeral that is no digit (三, 万, Ⅳ, ½)."""
    return not sign.isdigit() and unicodedata.numeric(sign, None) is not None


def _bare(value: Decimal) -> str:
    """Return the digits of a number without point and outer noughts: what a word behind them leaves alone."""
    return str(value).replace(".", "").strip("0")


def _scaled_in_turn(theirs: tuple[Written, ...]) -> set[str]:
    """Return the bare digits of runs that follow each other, each before a word: "2억 5천만" is 250 million."""
    found: set[str] = set()
    ending: set[str] = {""}
    for values, scaled in theirs:
        # Of what a run may mean, the digits together are the longest.
        digits = max(map(_bare, values), key=len)
        ending = {joined + digits for joined in ending} | {""} if scaled else {""}
        found |= ending
    return found - {""}


def unheld(said: str, quoted: str) -> list[str]:
    """Return the runs of digits of a sentence that the quote has in no way; none where words may tell the number.

    Only a quote whose numbers are all in digits can show that one is absent: of "125 thousand" 125,000 may be said.
    """
    theirs = written(quoted)
    known = {value for values, _ in theirs for value in values}
    if not theirs or any(map(_numeral, quoted)):
        return []
    absent = [values for values in _said(said) if not values & known]
    # A word behind digits may scale them: then the same digits with noughts must do.
    bare = set(map(_bare, known)) | _scaled_in_turn(theirs)
    return [str(max(values)) for values in absent if bare.isdisjoint(map(_bare, values))]
