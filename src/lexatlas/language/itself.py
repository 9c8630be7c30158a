"""The words by which a law speaks of itself or of a part of it: "this Act", "this Part"."""

from lexatlas.language.cues import phrases_regex
from lexatlas.language.lexicon import lexicon
from lexatlas.language.scopes import references

_FEW = 2
"""Words that may stand between a verb and the law that it is about: "this Act also applies"."""


def itself(words: str, language: str, *, start: bool = False) -> str:
    """Return the words by which a law speaks of itself or of a part of it, "this Act", "this Part"; "" for none.

    They must end `words`, a few more aside, or begin them where `start` is set.
    """
    lex = lexicon(language)
    whole = phrases_regex(lex.words("scopes", "whole"), language)
    found = [(match.start(), match.end()) for match in whole.finditer(words)]
    found += [(one.start, one.end) for one in references(words, language) if one.this]
    near = [
        (begin, end)
        for begin, end in found
        if (len(words[:begin].split()) <= _FEW if start else len(words[end:].split()) <= _FEW)
    ]
    return words[near[-1][0] : near[-1][1]] if near else ""
