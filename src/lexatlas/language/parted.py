"""A bar whose "not" stands apart from its verb: "the court shall, however, not review", "may therefore not lend"."""

import re
from functools import cache

from lexatlas.language.lexicon import lexicon

_LONGEST = 90


def parted_not(text: str, end: int, language: str) -> int | None:
    """Return where the "not" ends that bars what the modal ending at `end` would bid or allow; None without one.

    Between the two stands one clause between commas, or a linking adverb. "Not later than" bars nothing.
    """
    pattern = _pattern(language)
    found = pattern.match(text, end) if pattern else None
    return found.end() if found else None


@cache
def _pattern(language: str) -> re.Pattern[str] | None:
    words = lexicon(language).families("parted_not")
    if not words:
        return None
    nots, links, measures = ("|".join(map(re.escape, words[name])) for name in ("nots", "links", "measures"))
    aside = rf"\s?,[^,;:.]{{2,{_LONGEST}}},"
    return re.compile(rf"(?:{aside}|\s+(?:{links}))\s+(?:{nots})\b(?!\s+(?:{measures})\b)", re.IGNORECASE)
