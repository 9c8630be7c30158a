"""Facts that are names: authorities and instruments, as the words of one unit give them."""

import re
from collections.abc import Iterator
from functools import cache

from lexatlas.core.evidence import Span
from lexatlas.core.facts import Authority, Fact, Instrument
from lexatlas.language.cues import phrase_pattern, table_matcher
from lexatlas.language.lexicon import lexicon

_OPEN, _CLOSE = "[\"“‘'«]", "[\"”’'»]"
_SUBJECT_WORDS = 120


def _any(words: tuple[str, ...], language: str = "") -> str:
    ordered = sorted(words, key=lambda word: (-len(word), word))
    patterns = [phrase_pattern(word, language) for word in ordered] if language else map(re.escape, ordered)
    return "|".join(patterns) or "(?!)"


@cache
def _defined(language: str) -> re.Pattern[str]:
    """“Authority” means the Monetary Authority of Singapore established under …"""
    lex = lexicon(language)
    nouns, verbs = _any(lex.words("authorities", "nouns")), _any(lex.words("authorities", "means"), language)
    after = r"(?:\s+(?:of|for|de|du|des|and|the|on|et|[^\W\d_a-z][\w'’-]*))*"
    word = r"[^\W\d_a-z][\w'’.-]*\s+(?:(?:and|of|for|the|de|des|du)\s+)*"
    name = rf"(?P<name>(?:{word}){{0,9}}?(?:{nouns}){after})"
    return re.compile(rf"(?:{verbs})\s+(?:the|la|le|l['’])\s*{name}")


@cache
def _subject(language: str) -> re.Pattern[str]:
    """The body that is the subject of a power: "ESMA shall establish a register"."""
    lex = lexicon(language)
    nouns, powers = (
        _any(lex.words("authorities", "nouns")),
        _any(lex.words("authorities", "powers"), language),
    )
    name = rf"(?P<name>(?:[^\W\d_a-z][\w'’-]*\s+(?:of\s+(?:the\s+)?)?){{0,5}}(?:{nouns})|[A-Z]{{3,6}})"
    return re.compile(rf"(?:[Tt]he|La|Le|L['’])?\s*{name}\s+(?:{powers})")


def authorities(words: str, language: str) -> Iterator[tuple[Fact, Span]]:
    """Yield each authority that `words` define or give a power to, with the place of its name.

    The body must be the subject that the sentence begins with, or stand right after "means".
    """
    code = language.split("-")[0]
    for match in _defined(code).finditer(words):
        name = match.group("name").strip()
        start = match.start("name")
        yield (
            Authority(name=name, short=_term(words[: match.start()]), role="defined"),
            Span(start, start + len(name)),
        )
    match_subject = _subject(code).match(words[:_SUBJECT_WORDS])
    if match_subject:
        yield Authority(name=match_subject.group("name"), role="acts"), Span(*match_subject.span("name"))


def _term(before: str) -> str:
    quoted = re.search(rf"{_OPEN}([^\"“”«»]{{2,60}}){_CLOSE}\s*$", before)
    return quoted.group(1).strip() if quoted else ""


def instruments(words: str, language: str) -> Iterator[tuple[Fact, Span]]:
    """Yield the short title of the text, what enacted it, and the note that it is not in force."""
    hits = table_matcher(language.split("-")[0], "instruments").find(words)
    for hit in hits:
        if hit.family == "not_in_force":
            yield (
                Instrument(title=words[hit.start : hit.end], reference="not in force"),
                Span(hit.start, hit.end),
            )
        elif hit.family in ("enacted_by", "short_title"):
            title = re.split(r"[\].;]", words[hit.end :], maxsplit=1)[0]
            bare = re.sub(r"^[\s:]*(?:the\s+)?", "", title).strip()
            if bare:
                start = words.index(bare, hit.end)
                reference = hit.family.replace("_", " ")
                yield Instrument(title=bare, reference=reference), Span(hit.start, start + len(bare))
