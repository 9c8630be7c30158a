"""A citation in English: "Article 8(3)(c)" for a place that its law numbers in another language."""

import re
from functools import lru_cache

from lexatlas.core.text import normalise
from lexatlas.language.gloss import gloss
from lexatlas.language.gloss_citations import cited
from lexatlas.language.gloss_readings import label_of, place_patterns
from lexatlas.language.gloss_rows import rows_of

_TERM = re.compile("“([^”]+)”")
_NUMBERED = re.compile(r"$|\s*[\d(,]")
_LETTER = re.compile(r"\(\s*([^\W\d_a-zA-Z])\u0640?\s*\)")


@lru_cache(maxsize=4096)
def english_locator(locator: str, language: str) -> str:
    """Return a citation with its part of the law, letters and term in English; what no row has stays as it is."""
    code = language.split("-")[0]
    if rows_of(code).cites:
        place, comma, term = locator.partition(", “")
        told = cited(place, code)
        return (
            told + _TERM.sub(lambda match: f"“{_term(match.group(1), code)}”", comma + term)
            if told
            else locator
        )
    head, rest = _head(locator, code)
    if not head:
        return locator
    rest = _LETTER.sub(lambda match: f"({_letter(match.group(1), code)})", rest.replace(", point ", ""))
    return head + _TERM.sub(lambda match: f"“{_term(match.group(1), code)}”", rest)


def _head(locator: str, language: str) -> tuple[str, str]:
    known = rows_of(language).locators
    for words in sorted(known, key=len, reverse=True):
        rest = locator[len(words) :]
        # A number that our rows do not have ("the eleventh") stays in the language of the law with its head.
        if locator.startswith(words) and _NUMBERED.match(rest):
            return known[words], rest
    for pattern, english in place_patterns(language):
        match = pattern.match(locator)
        if match and (label := label_of(match.group("label"))):
            return f"{english} {label}", locator[match.end() :]
    return "", locator


def _letter(sign: str, language: str) -> str:
    letters = rows_of(language).letters
    return chr(ord("a") + letters.index(sign)) if sign in letters[:26] else sign


def _term(words: str, language: str) -> str:
    read = gloss(normalise(words).text.strip(), language)
    told = [piece.english for piece in read.pieces if piece.english]
    known = read.complete and ("sentences" in rows_of(language).tells or len(told) == 1)
    return " ".join(told) if known else words
