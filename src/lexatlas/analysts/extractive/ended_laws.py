"""The laws that a text ends by name: "Gleichzeitig tritt das … außer Kraft", "ให้ยกเลิก…", "…は、廃止する"."""

import re
from collections.abc import Iterator
from functools import cache

from lexatlas.core.evidence import Span
from lexatlas.core.facts import Instrument
from lexatlas.language.cues import phrases_regex
from lexatlas.language.lexicon import lexicon
from lexatlas.language.scopes import references

ENDED = "repealed"
"""What such an instrument bears in the place of a reference."""
_BY_NAME = ("de", "ja", "ko")
"""Languages whose names of laws are known by their ending, so that no number needs to stand beside them."""
_CLAUSE = re.compile(r"[;。]|\.(?=\s+[^\W\da-z]|\s*$)(?<!\d\.)")
_LEAST, _MOST = 4, 300
_PARTS = ("article", "section", "paragraph")


def ended_laws(words: str, language: str) -> Iterator[tuple[Instrument, Span]]:
    """Yield each law that `words` repeal as a whole, with the place of its name and verb.

    Nothing for a provision of a law, for the law's own end, or where no law is named.
    """
    code = language.split("-")[0]
    for verb in phrases_regex(lexicon(code).words("repeals", "verbs"), code).finditer(words):
        left = max((stop.end() for stop in _CLAUSE.finditer(words, 0, verb.start())), default=0)
        stop = _CLAUSE.search(words, verb.end())
        sides = ((left, verb.start()), (verb.end(), stop.start() if stop else len(words)))
        for begin, end in sides:
            named = _named(words, begin, end, code)
            if named is not None:
                title = " ".join(words[named.start : named.end].split())
                place = Span(min(named.start, verb.start()), max(named.end, verb.end()))
                yield Instrument(title=title, reference=ENDED), place
                break


def _named(words: str, begin: int, end: int, language: str) -> Span | None:
    """Return the place of the law that is named between `begin` and `end`; None where none is, or only a part."""
    leads, tails = _edges(language)
    while lead := leads.match(words, begin, end):
        begin = lead.end()
    cut = phrases_regex(lexicon(language).words("repeals", "cuts"), language).search(words, begin, end)
    # "Das Maklergesetz tritt am 1. Juli … außer Kraft": the name ends at the first part of the verb.
    end = cut.start() if cut else end
    while (tail := tails.search(words, begin, end)) and tail.end() > tail.start():
        end = tail.start()
    said = words[begin:end]
    lex = lexicon(language)
    law = phrases_regex(lex.words("repeals", "laws"), language).search(said)
    own = phrases_regex(lex.words("scopes", "whole"), language).search(said)
    shown = language in _BY_NAME or re.search(r"\d|[「“«]", said) is not None
    part = any(one.mark in _PARTS for one in references(said, language))
    if law is None or own or part or not shown or not _LEAST <= len(said) <= _MOST:
        return None
    return Span(begin, end)


@cache
def _edges(language: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """What stands before and behind the name of the law in its clause and is no part of it."""
    lex = lexicon(language)
    leads = phrases_regex(lex.words("repeals", "leads"), language).pattern
    tails = "|".join(map(re.escape, sorted(lex.words("repeals", "tails"), key=len, reverse=True))) or "(?!)"
    return re.compile(rf"(?:[\s,:]+|{leads})", re.IGNORECASE), re.compile(rf"(?:[\s,、.]+|(?:{tails}))$")
