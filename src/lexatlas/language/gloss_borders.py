"""Where words begin and end in scripts that write several as one: what is no whole word names nothing."""

import re
from functools import cache

from lexatlas.language.cues import RUN_TOGETHER
from lexatlas.language.gloss_rows import NOMINAL, SIGNS, rows_of

_KANA = "\u3040-\u309f"
_JAPANESE = re.compile(rf"[^\s\W{_KANA}]+")
"""What Japanese writes between two signs of its small script: a noun, and all nouns that make one with it."""
_KOREAN = re.compile(rf"[^\s{re.escape(SIGNS)}\u00b7\u318d\u30fb]+")
"""What Korean writes between two blanks or signs: nouns and the particles of the last."""


def one_word(words: str, phrase: str, language: str) -> bool:
    """Return whether `words` have no blank where `phrase` has none: across it other words begin."""
    if language not in RUN_TOGETHER or language == "zh":
        return True
    return _blanks(words) <= _blanks(phrase)


def _blanks(words: str) -> set[int]:
    at, found = 0, set()
    for part in words.split()[:-1]:
        at += len(part)
        found.add(at)
    return found


def torn(text: str, covered: list[tuple[int, int, str]], language: str) -> set[int]:
    """Return where the nouns begin that are parts of longer words which no row knows, or of verbs.

    `covered` are the spans of all pieces with their kinds. Nothing in a language that parts its words by blanks,
    and in Thai, which has no border to go by: there rows for the longer words go before.
    """
    if language not in ("ja", "ko"):
        return set()
    pattern = _JAPANESE if language == "ja" else _KOREAN
    found: set[int] = set()
    for match in pattern.finditer(text):
        inside = [span for span in covered if span[0] < match.end() and match.start() < span[1]]
        nouns = {start for start, _, kind in inside if kind in NOMINAL}
        if nouns and not _whole(text, match.start(), match.end(), inside, language):
            found |= nouns
    return found


def _whole(text: str, start: int, end: int, inside: list[tuple[int, int, str]], language: str) -> bool:
    """Return whether pieces cover a stretch from its start on, and nothing follows but what may stand behind a noun."""
    at = start
    for begin, stop, _ in sorted(inside):
        if begin > at:
            return False
        at = max(at, stop)
    if language == "ko":
        return _particles(language).fullmatch(text, at, max(at, end)) is not None
    return at >= end and not text.startswith(rows_of(language).verbal, at)


@cache
def _particles(language: str) -> re.Pattern[str]:
    listed = sorted(rows_of(language).particles, key=lambda word: (-len(word), word))
    return re.compile(f"(?:{'|'.join(map(re.escape, listed))}){{0,2}}")
