"""Is a share the one that its words name, of a hundred, of a thousand, or in basis points?"""

import re
from collections.abc import Iterator, Mapping
from decimal import Decimal
from functools import cache

from lexatlas.checks.second.cldr import names
from lexatlas.checks.second.figures import Figure, figures
from lexatlas.checks.second.finding import Finding, borne, contradicted, unknown
from lexatlas.checks.second.plain import folded_before, folded_behind
from lexatlas.checks.second.roots import either, table
from lexatlas.core.facts import Rate

_BEFORE, _BEHIND = 16, 40
"""Signs before and behind a figure among which its word for a share stands."""


def share(fact: Rate, own: str, whole: str, language: str) -> Iterator[Finding]:
    """Yield whether a figure with its word for a share makes this fraction of one."""
    del whole
    told = [
        {value / weight for value in figure.values}
        for figure in figures(own, language)
        if (weight := _whole(own, figure, language))
    ]
    if any(fact.value in values for values in told):
        yield borne("share")
    elif told and len(told) == len(figures(own, language)):
        yield contradicted("share", format(fact.value, "f"), own)
    else:
        yield unknown("share")


def _whole(text: str, figure: Figure, language: str) -> Decimal | None:
    """Return what a figure is a part of; None where no word that is known stands beside it."""
    behind = _pattern(language).match(folded_behind(text, figure.end, _BEHIND).lstrip(" )"))
    head = folded_before(text, figure.start, _BEFORE).rstrip(" (")
    ahead = [match for match in _pattern(language).finditer(head) if match.end() == len(head)]
    said = behind.group() if behind else ahead[-1].group() if ahead else ""
    weight = _weights(language).get(said) or next(
        (
            whole
            for word, whole in _weights(language).items()
            if said and re.fullmatch(either(word, language), said)
        ),
        0,
    )
    return Decimal(weight) if weight else None


@cache
def _weights(language: str) -> Mapping[str, int]:
    return {**names(language).shares, **table(language, "shares")}


@cache
def _pattern(language: str) -> re.Pattern[str]:
    listed = sorted(_weights(language), key=lambda word: (-len(word), word))
    return re.compile(
        "|".join(either(word, language) if word[0].isalpha() else re.escape(word) for word in listed)
    )
