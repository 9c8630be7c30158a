"""Sentences that end a rule and tell it once more: "Section 12, which read “No bank may …”, is repealed"."""

from functools import lru_cache

from lexatlas.analysts.extractive.reading import ReadUnit
from lexatlas.language.cues import phrases_regex
from lexatlas.language.lexicon import lexicon


def repeals_a_rule(unit: ReadUnit) -> bool:
    """Return whether the sentence ends a rule; what it tells of that rule is law no more."""
    return _ends(unit.words, unit.text.snapshot.language.split("-")[0])


@lru_cache(maxsize=4096)
def _ends(words: str, language: str) -> bool:
    return phrases_regex(lexicon(language).words("repeals", "verbs"), language).search(words) is not None
