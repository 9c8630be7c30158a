"""Sentences that put off the beginning of a law, in whatever words: for a time, or until an act fixes the day."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal

from lexatlas.analysts.extractive.relative import later, period_of
from lexatlas.codebook.topic import Family
from lexatlas.core.evidence import CanonicalText
from lexatlas.core.facts import Period
from lexatlas.language.calendar import dates_in
from lexatlas.language.cues import CueMatcher, phrases_regex
from lexatlas.language.lexicon import lexicon
from lexatlas.language.scopes import references
from lexatlas.language.units import unit_words, units

_BEGINS, _LATER, _FIXED, _LICENCE = "begins", "begins-later", "start-fixed", "licence"
_LONGEST = 400
"""A longer rule has more to say than when its law begins."""
_SUBJECT = 25
"""Signs before "this Act" in a sentence whose subject it is."""
_PARTS = ("operative", "transitional")
_DAY = len("2031-01-01")
_ANY_DAY, _USUAL = "2031-01-01", Decimal(31)


@dataclass(frozen=True)
class Awaiting:
    """One such sentence: its words, the days it names (ISO 8601), and the time it counts, if one.

    `scoped`: it names parts of the law, so that it says nothing of the whole.
    """

    words: str
    days: tuple[str, ...]
    period: Period | None
    scoped: bool

    def begun(self, published: str | None, known: str | None, as_of: str) -> bool:
        """Return whether what it puts off had begun on a day.

        A time is counted from the one day that the sentence names, else from the day of publication. Where the
        text prints none, a wait of a month or less is the usual one and puts nothing off; a longer one is counted
        from `known`, a day on which the law had been made. A day named beside no time is the latest.
        """
        if self.period is None:
            return bool(self.days) and max(self.days) <= as_of
        base = self.days[0] if len(self.days) == 1 else published
        if base is None and self._usual(self.period):
            return True
        base = base or known
        return base is not None and later(base, self.period) <= as_of

    def _usual(self, period: Period) -> bool:
        return later(_ANY_DAY, period) <= later(
            _ANY_DAY, period.model_copy(update={"n": _USUAL, "unit": "day"})
        )


def awaiting(text: CanonicalText, shared: Mapping[str, Family], language: str) -> tuple[Awaiting, ...]:
    """Return the sentences by which `text` puts off its own beginning, or that of its parts."""
    code = language.split("-")[0]
    names = (_BEGINS, _LATER, _FIXED, _LICENCE)
    listed = {name: shared[name].phrases(code) for name in names if name in shared}
    matcher = CueMatcher({name: phrases for name, phrases in listed.items() if phrases}, language)
    return tuple(_found(text, matcher, language))


def _found(text: CanonicalText, matcher: CueMatcher, language: str) -> Iterator[Awaiting]:
    for unit in units(text, language):
        if unit.part not in _PARTS or unit.parts[-1].end - unit.parts[0].start > _LONGEST:
            continue
        words = unit_words(text, unit).words
        met = matcher.families_in(words)
        if _FIXED in met or ({_BEGINS, _LATER} <= met and _of_itself(words, matcher, language)):
            days = tuple(
                one.date for one in dates_in(words, language) if len(one.date or "") == _DAY and one.date
            )
            yield Awaiting(words, days, period_of(words, language), _scoped(words, language))


def _of_itself(words: str, matcher: CueMatcher, language: str) -> bool:
    """Whether a sentence has "this Act" for its subject: "a licence under this Act takes effect …" has not."""
    whole = phrases_regex(lexicon(language).words("scopes", "whole"), language).search(words)
    if whole is None or whole.start() > _SUBJECT:
        return False
    return _LICENCE not in matcher.families_in(words[: whole.start()])


def _scoped(words: str, language: str) -> bool:
    return bool(references(words, language))
