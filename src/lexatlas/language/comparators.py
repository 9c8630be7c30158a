"""The comparator of a number: the cue that stands right before it, or right after it."""

import re
from functools import cache
from typing import cast

from lexatlas.core.facts import Comparator
from lexatlas.language.cues import RUN_TOGETHER, phrase_pattern
from lexatlas.language.lexicon import lexicon

_REACH = 60


@cache
def _before(language: str) -> list[tuple[Comparator, re.Pattern[str]]]:
    lex = lexicon(language)
    fillers = "|".join(
        phrase_pattern(word, language) for word in sorted(lex.words("fillers"), key=lambda w: (-len(w), w))
    )
    # Between cue and number only fillers may stand: "not exceeding a fine (multa) of".
    gap = "*" if language in RUN_TOGETHER else "+"
    between = rf"(?:[\s\u00a0(]{gap}(?:{fillers}))*[\s\u00a0(—–:]*" if fillers else r"[\s\u00a0(]*"
    return [
        (cast(Comparator, name), re.compile(rf"(?:{_any(cues, language)}){between}$", re.IGNORECASE))
        for name, cues in lex.families("comparators").items()
        if cues
    ]


@cache
def _after(language: str) -> list[tuple[Comparator, re.Pattern[str]]]:
    gap = r"[\s\u00a0]*" if language in RUN_TOGETHER else r"[\s\u00a0)]+"
    return [
        (cast(Comparator, name), re.compile(rf"{gap}(?:{_any(cues, language)})", re.IGNORECASE))
        for name, cues in lexicon(language).families("comparators_after").items()
        if cues
    ]


def _any(cues: tuple[str, ...], language: str) -> str:
    return "|".join(phrase_pattern(cue, language) for cue in sorted(cues, key=lambda cue: (-len(cue), cue)))


def comparator(text: str, start: int, end: int, language: str) -> tuple[Comparator, int, int]:
    """Return the comparator of the number at `[start, end)` and the range that takes its cue in.

    Without a cue it is "exactly" and the range is the number's own. Of cues that end at the same place the
    longest is taken, so "not more than" is never "more than".
    """
    code = language.split("-")[0]
    window = text[max(0, start - _REACH) : start]
    shift = max(0, start - _REACH)
    found = [
        (match.start() + shift, name) for name, pattern in _before(code) if (match := pattern.search(window))
    ]
    if found:
        at, name = min(found)
        return name, at, end
    for name, pattern in _after(code):
        match = pattern.match(text, end)
        if match:
            return name, start, match.end()
    return "exactly", start, end
