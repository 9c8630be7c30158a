"""Ranks the passages of one dossier by terms and cue families; ties fall in reading order."""

import math
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from lexatlas.language.cues import CueMatcher
from lexatlas.language.terms import content_words
from lexatlas.retrieval.passages import Passage

# Okapi BM25 (Robertson and Zaragoza 2009) with the usual constants.
_K1, _B = 1.2, 0.75
_HEADING = 0.5
_FAMILY = 2.0


@dataclass(frozen=True)
class Ranked:
    """A passage with its score and the cue families found in it."""

    passage: Passage
    score: float
    families: frozenset[str]
    order: int


def rank(
    terms: Iterable[str],
    passages: Sequence[Passage],
    families: Mapping[str, Iterable[str]] | None = None,
    language: str = "en",
) -> list[Ranked]:
    """Return the passages with a score above nought, best first; passages of equal score in reading order.

    `terms` are words of the question in the passages' language (stemmed here); `families` are cue phrases by
    name, each family found adding a fixed weight. The score has no unit.
    """
    wanted = sorted({stem for term in terms for stem in content_words(term, language)})
    matcher = CueMatcher(families or {}, language)
    rarity = _rarity(wanted, passages)
    mean = sum(passage.length for passage in passages) / len(passages) if passages else 1.0
    ranked = []
    for order, passage in enumerate(passages):
        found = frozenset(matcher.families_in(passage.words)) if families else frozenset()
        score = _score(passage, rarity, mean) + _FAMILY * len(found)
        if score > 0:
            ranked.append(Ranked(passage, score, found, order))
    return sorted(ranked, key=lambda one: (-one.score, one.order))


def _rarity(wanted: Sequence[str], passages: Sequence[Passage]) -> dict[str, float]:
    holding = Counter(stem for passage in passages for stem in wanted if stem in passage.terms)
    total = len(passages)
    return {stem: math.log(1 + (total - holding[stem] + 0.5) / (holding[stem] + 0.5)) for stem in wanted}


def _score(passage: Passage, rarity: Mapping[str, float], mean: float) -> float:
    long = _K1 * (1 - _B + _B * passage.length / (mean or 1.0))
    score = 0.0
    for stem, weight in rarity.items():
        times = passage.terms[stem]
        score += weight * times * (_K1 + 1) / (times + long) if times else 0.0
        score += weight * _HEADING if stem in passage.heading else 0.0
    return score
