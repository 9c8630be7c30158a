"""Is a length of time, or a number of things, the one that its words name?"""

import re
from collections.abc import Iterator
from functools import cache

from lexatlas.checks.second.cldr import UNITS, names
from lexatlas.checks.second.figures import Figure, figures
from lexatlas.checks.second.finding import Finding, borne, contradicted, unknown
from lexatlas.checks.second.plain import ANYWHERE, folded_behind
from lexatlas.checks.second.roots import either, table
from lexatlas.core.facts import Count, Period

_DAY = "day"
_BEHIND = 60
"""Signs behind a figure among which its unit stands."""


def length(fact: Period, own: str, whole: str, language: str) -> Iterator[Finding]:
    """Yield whether a figure of the words stands before this unit; numbers in words are not told."""
    del whole
    told = [(figure, unit) for figure in figures(own, language) if (unit := _unit(own, figure, language))]
    unit = _DAY if fact.unit == "working day" else fact.unit
    mine = [found for figure, found in told if fact.n in figure.values]
    if unit in mine:
        yield borne("length")
    elif mine:
        yield contradicted("unit", f"{fact.n} {fact.unit}", ", ".join(mine))
    elif len(told) == 1 and len(figures(own, language)) == 1:
        yield contradicted("length", f"{fact.n} {fact.unit}", own)
    else:
        yield unknown("length")


def _unit(text: str, figure: Figure, language: str) -> str:
    """Return the unit that is named right behind a figure; "" where none that is known stands there."""
    match = _units(language).match(folded_behind(text, figure.end, _BEHIND))
    return str(match.lastgroup) if match else ""


@cache
def _units(language: str) -> re.Pattern[str]:
    rows = {
        unit: sorted(
            {*names(language).units[unit], *table(language, "units").get(unit, ())},
            key=lambda w: (-len(w), w),
        )
        for unit in UNITS
    }
    groups = "|".join(
        f"(?P<{unit}>{'|'.join(_form(word, language) for word in words)})"
        for unit, words in rows.items()
        if words
    )
    # "60 calendar days", "30 (thirty) days": a word or two may stand between.
    between = (
        r"[\s)]*" if language in ANYWHERE else r"[\s)\u2011-]*(?:\([^)]{0,20}\)\s*)?(?:[^\W\d_]+[\s-]+){0,2}?"
    )
    return re.compile(f"{between}(?:{groups})")


def _form(word: str, language: str) -> str:
    """A listed form may take another ending, "Tage" as "Tagen"; a short one may not."""
    if word.endswith("*") or len(word) < 4 or language in ANYWHERE:
        return either(word, language)
    return rf"(?<!\w){re.escape(word)}\w{{0,3}}(?!\w)"


def count(fact: Count, own: str, whole: str, language: str) -> Iterator[Finding]:
    """Yield whether a figure of the words is this number."""
    del whole
    known = figures(own, language)
    if any(fact.n in figure.values for figure in known):
        yield borne("number")
    elif len(known) == 1 and not known[0].values & {fact.n} and re.search(r"\d", own):
        yield contradicted("number", format(fact.n, "f"), own)
    else:
        yield unknown("number")
