"""Ranks the passages of one dossier by cue families and terms; ties fall in reading order."""

import math
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain

from lexatlas.language.terms import content_words
from lexatlas.retrieval.passages import Passage

_HEADING = 0.5
"""What stands in a heading weighs half of what stands in the words themselves."""
_TERMS = 0.5
"""All words of a passage being wanted weighs less than a family that every passage holds: words break ties."""


@dataclass(frozen=True)
class Query:
    """What is looked for: cue families by name, and terms (stems, Han pairs) by language."""

    families: frozenset[str]
    terms: Mapping[str, frozenset[str]]


def query(families: Iterable[str], phrases: Mapping[str, Iterable[str]]) -> Query:
    """Return a query for cue families and for the words of phrases, given by language in that language."""
    terms = {code: _terms(listed, code) for code, listed in phrases.items()}
    return Query(frozenset(families), terms)


def _terms(phrases: Iterable[str], code: str) -> frozenset[str]:
    # "Any ending" of a cue phrase is no word.
    return frozenset(term for phrase in phrases for term in content_words(phrase.replace("*", " "), code))


@dataclass(frozen=True)
class Ranked:
    """A passage with its score; `order` is its place in what was given."""

    passage: Passage
    score: float
    order: int


class Closeness:
    """How near the passages of one dossier are to a query: the rarer in it what they share, the nearer."""

    def __init__(self, passages: Sequence[Passage]) -> None:
        held = Counter(family for passage in passages for family in passage.families)
        self._families = {name: math.log(1 + len(passages) / count) for name, count in held.items()}
        self._languages = {
            code: _Terms([passage for passage in passages if passage.language == code])
            for code in {passage.language for passage in passages}
        }

    def of(self, passage: Passage, wanted: Query) -> float:
        """Return the score of one passage of the dossier, nought where it shares nothing; it has no unit."""
        # Sets have no order and floats add up by it: an exact sum is the same in every run.
        return math.fsum(
            (
                *(self._rarity(name) for name in passage.families & wanted.families),
                *(self._rarity(name) * _HEADING for name in passage.heading_families & wanted.families),
                self._of_terms(passage, wanted) * _TERMS,
            )
        )

    def _rarity(self, family: str) -> float:
        """Return the logarithm of how rarely the passages hold a family; nought where headings alone hold it."""
        return self._families.get(family, 0.0)

    def _of_terms(self, passage: Passage, wanted: Query) -> float:
        asked = wanted.terms.get(passage.language)
        known = self._languages.get(passage.language)
        return known.share(passage, asked) if asked and known else 0.0


class _Terms:
    """How rare each term is among the passages of one language."""

    def __init__(self, passages: Sequence[Passage]) -> None:
        holding = Counter(chain.from_iterable(passage.terms for passage in passages))
        # The inverse document frequency of Okapi BM25 (Robertson and Zaragoza 2009); above nought for any term.
        self._rarity = {
            term: math.log(1 + (len(passages) - held + 0.5) / (held + 0.5)) for term, held in holding.items()
        }

    def share(self, passage: Passage, asked: frozenset[str]) -> float:
        """Return how much of a passage's words is what is asked for, from 0 to 1, rare words counting more.

        A share, not a sum: a long passage holds many wanted words and says little of them.
        """
        shared = passage.terms.keys() & asked
        if not shared:
            return 0.0
        whole = self._mass(passage, passage.terms)
        return self._mass(passage, shared) / whole if whole else 0.0

    def _mass(self, passage: Passage, terms: Iterable[str]) -> float:
        rarity, times = self._rarity, passage.terms
        return math.fsum(times[term] * rarity.get(term, 0.0) for term in terms)


def rank(wanted: Query, passages: Sequence[Passage]) -> list[Ranked]:
    """Return the passages with a score above nought, best first; passages of equal score in reading order."""
    near = Closeness(passages)
    ranked = [
        Ranked(passage, score, order)
        for order, passage in enumerate(passages)
        if (score := near.of(passage, wanted)) > 0
    ]
    return sorted(ranked, key=lambda one: (-one.score, one.order))
