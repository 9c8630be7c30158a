"""How much of a claim's wording the quote shares: a paraphrase, or a sentence about something else."""

import re
import unicodedata
from collections.abc import Iterable, Sequence
from difflib import SequenceMatcher

from lexatlas.checks.sides import Sides
from lexatlas.checks.tokens import words_of
from lexatlas.language.conditions import critical_tokens
from lexatlas.language.terms import content_words

PARAPHRASE = 0.5
"""A paraphrase shares at least this part of its words of content with the quote, inflection aside."""

COPIED = 0.75
"""A sentence of which so much stands in the quote, in its order, copies it: what differs was changed."""
NEAR, SHORTEST, ALIKE = 3, 4, 0.75
"""Words on either side of a change; letters of a word of content; the share of letters at which two look alike."""
SPACED = frozenset(("LATIN", "CYRILLIC", "GREEK", "ARMENIAN", "GEORGIAN", "HEBREW"))
"""Alphabets in which a word stands alone: elsewhere one sign more or less turns a sentence."""

_RUN_ON = re.compile("[\u0e00-\u0eff\u0f00-\u0fff\u1000-\u109f\u1780-\u17ff]")


def shared_words(both: Sides) -> float:
    """Return the part of the sentence's words of content that stand in the quote; 0.0 when it has none."""
    ours = content_words(both.sentence, both.sentence_language)
    theirs = set(content_words(both.words, both.words_language))
    return sum(word in theirs for word in ours) / len(ours) if ours else 0.0


def paraphrase(both: Sides) -> bool:
    """Return whether sentence and quote are near enough for a reader to be asked about the wording alone.

    Across languages words cannot be compared: a number or a modal that both have must speak instead.
    """
    if both.same:
        return shared_words(both) >= PARAPHRASE
    return bool(critical_tokens(both.words, both.words_language))


def altered(both: Sides) -> bool:
    """Return whether the sentence is the quote's but for a few words, and those are no mere choice of words.

    No lexicon is asked: a dropped negation, another digit, "at most" for "at least" or a letter that only looks
    the same are found in any language. One word of content for another is left to a reader.
    """
    if not both.same:
        return False
    ours, theirs = _pieces(both.sentence), _pieces(both.words)
    match = SequenceMatcher(None, _small(ours), _small(theirs), autojunk=False)
    copied = sum(block.size for block in match.get_matching_blocks())
    if not ours or copied < COPIED * len(ours):
        return False
    changes = [(ours[a:b], theirs[c:d], theirs[max(0, c - NEAR) : d + NEAR])
               for tag, a, b, c, d in match.get_opcodes() if tag != "equal"]  # fmt: skip
    mine, other = (sorted(word for change in changes for word in change[side]) for side in (0, 1))
    return bool(changes) and (mine == other or any(not _choice(*change) for change in changes))


def _pieces(text: str) -> tuple[str, ...]:
    """Return the words of a text, sign by sign where the script writes no blanks between words."""
    return tuple(piece for word in words_of(text) for piece in (word if _RUN_ON.search(word) else (word,)))


def _small(words: Iterable[str]) -> list[str]:
    return [word.casefold() for word in words]


def _choice(ours: Sequence[str], theirs: Sequence[str], around: Sequence[str]) -> bool:
    """Return whether words were put for as many others, each a word of content, and no number stands near."""
    if len(ours) != len(theirs) or any(sign.isdigit() for word in (*ours, *around) for sign in word):
        return False
    return all(_content(first, second) for first, second in zip(ours, theirs, strict=True))


def _content(first: str, second: str) -> bool:
    """Return whether both are words of some length, in letters of one alphabet, that do not look alike."""
    if min(len(first), len(second)) < SHORTEST or not (first + second).isalpha():
        return False
    alphabets = {unicodedata.name(sign, "?").split()[0] for sign in first + second}
    alike = SequenceMatcher(None, first.casefold(), second.casefold(), autojunk=False).ratio() > ALIKE
    return len(alphabets) == 1 and alphabets <= SPACED and not alike
