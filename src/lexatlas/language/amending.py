"""What a law quotes of another text that it changes: words of that text, which say nothing of their own here."""

import re
from functools import cache

from lexatlas.core.evidence import Span
from lexatlas.language.cues import phrases_regex
from lexatlas.language.lexicon import lexicon

_QUOTED = re.compile(
    r"„[^“”„]*[“”]|“[^“”]*”|‘[^‘’]*’|«[^«»]*»|「[^「」]*」|『[^『』]*』|\"[^\"]*\"|'{2}[^']*'{2}"
)
_STOP = re.compile(r"[;。]|\.(?=\s+[^\W\da-z]|\s*$)")
_NEAR = 60


def quoted_changes(words: str, language: str) -> tuple[Span, ...]:
    """Return the stretches of `words` in quotation marks that an amendment takes out of another text or puts in.

    Those of a sentence in which a word of the lexicon that changes texts ("replaced by", "ersetzt", "に改める")
    stands next to one of them; empty where none does, as in a definition.
    """
    quoted = [Span(*match.span()) for match in _QUOTED.finditer(words)]
    if not quoted:
        return ()
    changed: list[Span] = []
    for begin, end in _sentences(words, quoted):
        within = [span for span in quoted if begin <= span.start < end]
        if any(_changes(words, span, begin, end, language.split("-")[0]) for span in within):
            changed += within
    return tuple(changed)


def _sentences(words: str, quoted: list[Span]) -> list[tuple[int, int]]:
    """Part `words` at the stops that stand in no quotation."""
    stops = [
        match.end()
        for match in _STOP.finditer(words)
        if not any(span.start < match.start() < span.end for span in quoted)
    ]
    edges = [0, *(stop for stop in stops if stop < len(words)), len(words)]
    return [(edges[i], edges[i + 1]) for i in range(len(edges) - 1)]


def _changes(words: str, span: Span, begin: int, end: int, language: str) -> bool:
    before, after = _verbs(language)
    head = words[max(begin, span.start - _NEAR) : span.start]
    tail = words[span.end : min(end, span.end + _NEAR)]
    return (
        any(not re.search(r"[\"“„«「]", head[found.end() :]) for found in before.finditer(head))
        or after.search(re.split(r"[\"“„«「]", tail)[0]) is not None
    )


@cache
def _verbs(language: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """The words that change a text: those before what they put in, and those behind what they take out."""
    lex = lexicon(language)
    return (
        phrases_regex(lex.words("amending", "before"), language),
        phrases_regex(lex.words("amending", "behind"), language),
    )
