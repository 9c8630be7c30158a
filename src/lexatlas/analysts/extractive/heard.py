"""Which cue families a text's words meet: families that several questions share are looked for once a text."""

from collections.abc import Mapping
from functools import lru_cache

from lexatlas.core.evidence import CanonicalText
from lexatlas.language.cues import CueHit, CueMatcher
from lexatlas.language.kept import Kept

Families = Mapping[str, tuple[str, ...]]
_Key = tuple[str, tuple[str, ...]]


class Heard:
    """What was met so far in one text, by family; a family of another topic with other phrases is another one.

    Families do not bear on each other's hits, so what is met of each stands for every question.
    """

    def __init__(self, language: str) -> None:
        self._language = language
        self._numbers: dict[_Key, int] = {}
        self._hits: dict[int, tuple[CueHit, ...]] = {}
        self._met: dict[str, tuple[frozenset[int], frozenset[int]]] = {}
        self._matchers: dict[frozenset[int], CueMatcher] = {}

    def numbers(self, families: Families) -> dict[int, str]:
        """Return the name of each family by a number of its own: comparing phrases would cost what is saved."""
        return {self._numbers.setdefault(key, len(self._numbers)): key[0] for key in families.items()}

    def hits(self, text: CanonicalText, asked: Mapping[int, str]) -> tuple[CueHit, ...]:
        """Return the cues of the families asked for in the whole text, by place."""
        lacking = frozenset(asked.keys() - self._hits.keys())
        if lacking:
            found: dict[int, list[CueHit]] = {number: [] for number in lacking}
            numbers = {asked[number]: number for number in lacking}
            for hit in self._matcher(lacking).find(text.text):
                found[numbers[hit.family]].append(hit)
            self._hits.update({number: tuple(listed) for number, listed in found.items()})
        every = (hit for number in asked for hit in self._hits[number])
        return tuple(sorted(every, key=lambda hit: (hit.start, hit.end, hit.family)))

    def families_in(self, words: str, asked: Mapping[int, str]) -> frozenset[str]:
        """Return the names of the families asked for with a cue in `words`, some words of the text."""
        if not words:
            return frozenset()
        known, met = self._met.get(words, (frozenset(), frozenset()))
        lacking = asked.keys() - known
        if lacking:
            # One matcher a question: one for just what lacks would be another for each history of some words.
            numbers = {name: number for number, name in asked.items()}
            fresh = self.matcher(asked).families_in(words)
            known, met = known | lacking, met | {numbers[name] for name in fresh}
            self._met[words] = (known, met)
        return frozenset(asked[number] for number in met if number in asked)

    def matcher(self, asked: Mapping[int, str]) -> CueMatcher:
        """Return a matcher for the families asked for."""
        return self._matcher(frozenset(asked))

    def _matcher(self, numbers: frozenset[int]) -> CueMatcher:
        if numbers not in self._matchers:
            keys = [key for key, number in self._numbers.items() if number in numbers]
            self._matchers[numbers] = matcher_of(tuple(keys), self._language)
        return self._matchers[numbers]


@lru_cache(maxsize=64)
def matcher_of(families: tuple[_Key, ...], language: str) -> CueMatcher:
    """Return a matcher for these families, kept: texts of one language ask for the same ones."""
    return CueMatcher(dict(families), language)


_HEARD: Kept[Heard] = Kept()


def heard(text: CanonicalText, language: str) -> Heard:
    """Return what was heard of `text`, kept as long as it lives."""
    return _HEARD.of(text, language, lambda: Heard(language))
