"""The words that join several of a kind: "and", "or"."""

import re
from functools import cache

from lexatlas.language.cues import phrases_regex
from lexatlas.language.lexicon import lexicon


@cache
def joins(language: str) -> re.Pattern[str]:
    """Return what finds "and" and "or" in a language; a pattern that finds nothing where its lexicon has neither."""
    lex = lexicon(language)
    return phrases_regex(
        (*lex.words("conditions", "additive"), *lex.words("conditions", "alternative")), language
    )
