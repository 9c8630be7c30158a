"""Do the words say a least or a greatest: each word for more or less, turned by a negation beside it?"""

import re
from collections.abc import Iterator

from lexatlas.checks.second.finding import Finding, borne, contradicted, unknown
from lexatlas.checks.second.plain import ANYWHERE, folded
from lexatlas.checks.second.roots import family, has, known, which
from lexatlas.core.facts import Comparator

_FAMILIES = ("low", "high", "more", "less")
_LEAST, _GREATEST = "a least", "a greatest"
_SAYS = {0: _LEAST, 1: _GREATEST, 2: _LEAST, 3: _GREATEST}
_TOLD: dict[str, str] = {
    "at_least": _LEAST, "more_than": _LEAST, "at_most": _GREATEST, "less_than": _GREATEST,
}  # fmt: skip
_REACH, _NEAR = 35, 8


def sign(told: Comparator, own: str, language: str, behind: str = "") -> Iterator[Finding]:
    """Yield whether the words bear a comparator out; two ways in the same words tell nothing.

    Nor does a time that ends on a day: "not later than nine months before" is a least of nine months.
    """
    said = folded(f"{own} {behind}")
    if told not in _TOLD or not known(language, "more") or has(said, language, "ahead"):
        yield unknown("comparator")
        return
    found = _directions(folded(own), language)
    if _TOLD[told] in found:
        yield borne("comparator")
    elif found:
        yield contradicted("comparator", told, own)
    else:
        yield unknown("comparator")


def _directions(words: str, language: str) -> set[str]:
    found: set[str] = set()
    for match in family(language, *_FAMILIES).finditer(words):
        says = _SAYS[which(match)]
        turned = _turned(words, match, language) if which(match) > 1 else False
        if turned is not True:
            found.add(says)
        if turned is not False:
            found.add(_LEAST if says == _GREATEST else _GREATEST)
    return found


def _turned(words: str, match: re.Match[str], language: str) -> bool | None:
    """Return whether a negation turns a word for more or less; None where one is near and may or may not."""
    negation = family(language, "not")
    before = re.split(r"[.,;:，。；、]", words[max(0, match.start() - _REACH) : match.start()])[-1]
    after = words[match.end() : match.end() + _NEAR]
    if language in ANYWHERE:
        return any(found.end() == len(before) for found in negation.finditer(before)) or bool(
            negation.search(after)
        )
    if negation.search(before):
        return True
    return None if negation.search(after) else False
