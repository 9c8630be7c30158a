"""How much of a claim's wording the quote shares: a paraphrase, or a sentence about something else."""

from lexatlas.checks.sides import Sides
from lexatlas.language.conditions import critical_tokens
from lexatlas.language.terms import content_words

PARAPHRASE = 0.5
"""A paraphrase shares at least this part of its words of content with the quote, inflection aside."""


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
