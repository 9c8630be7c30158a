"""Facts that are names: authorities and instruments, as the words of one unit give them."""

import re
from collections.abc import Iterator
from functools import cache

from lexatlas.core.evidence import Span
from lexatlas.core.facts import Authority, Fact, Instrument
from lexatlas.language.cues import phrase_pattern, phrases_regex
from lexatlas.language.lexicon import lexicon

_OPEN, _CLOSE = "[\"“‘'«]", "[\"”’'»]"


@cache
def _nouns(language: str) -> str:
    nouns = sorted(lexicon(language).words("authorities", "nouns"), key=lambda noun: (-len(noun), noun))
    return "|".join(map(re.escape, nouns)) or "(?!)"


@cache
def _defined(language: str) -> re.Pattern[str]:
    """“Authority” means the Monetary Authority of Singapore established under …"""
    name = rf"(?P<name>(?:[^\W\d_][\w'’.-]*\s+){{0,9}}?(?:{_nouns(language)})(?:\s+(?:of|for|de|du|des|and|the|on|et|[^\W\d_a-z][\w'’-]*))*)"
    return re.compile(
        rf"(?:{_OPEN}?(?P<short>[\w '’-]{{2,40}}?){_CLOSE}?\s+)?(?:means|désigne)\s+(?:the|la|le|l['’])\s*{name}"
    )


@cache
def _subject(language: str) -> re.Pattern[str]:
    """The body that is the subject of a power: "ESMA shall establish a register"."""
    powers = "|".join(
        phrase_pattern(power, language) for power in lexicon(language).words("authorities", "powers")
    )
    name = rf"(?P<name>(?:[^\W\d_a-z][\w'’-]*\s+(?:of\s+(?:the\s+)?)?){{0,5}}(?:{_nouns(language)})|[A-Z]{{3,6}})"
    return re.compile(rf"(?:^|(?<=\s))(?:(?:The|the|La|Le|L['’])\s*)?{name}\s+(?:{powers or '(?!)'})")


def authorities(words: str, language: str) -> Iterator[tuple[Fact, Span]]:
    """Yield each authority that `words` define or give a power to, with the place of its name."""
    code = language.split("-")[0]
    for match in _defined(code).finditer(words):
        name = match.group("name").strip()
        start = match.start("name")
        yield (
            Authority(name=name, short=(match.group("short") or "").strip(), role="defined"),
            Span(start, start + len(name)),
        )
    match = _subject(code).search(words)
    if match and len(words[: match.start()].split()) <= 3:
        yield Authority(name=match.group("name"), role="acts"), Span(match.start("name"), match.end("name"))


def instruments(words: str, language: str) -> Iterator[tuple[Fact, Span]]:
    """Yield the short title of the text, the instrument that enacted it, or the note that it is not in force."""
    code = language.split("-")[0]
    lex = lexicon(code)
    for match in phrases_regex(lex.words("instruments", "not_in_force"), code).finditer(words):
        yield Instrument(title=match.group(), reference="not in force"), Span(*match.span())
        return
    for match in phrases_regex(lex.words("instruments", "enacted_by"), code).finditer(words):
        rest = re.split(r"[\].;]", words[match.end() :], maxsplit=1)[0].strip()
        start = words.index(rest, match.end()) if rest else match.end()
        if rest:
            yield Instrument(title=rest, reference="enacted by"), Span(match.start(), start + len(rest))
    for match in phrases_regex(lex.words("instruments", "short_title"), code).finditer(words):
        title = re.split(r"[.;,]", words[match.end() :], maxsplit=1)[0].strip().removeprefix("the ")
        if title:
            yield (
                Instrument(title=title, reference="short title"),
                Span(match.start(), words.index(title, match.end()) + len(title)),
            )
