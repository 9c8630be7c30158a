"""Does each number of the claim stand in the quote, with the period that the quote's own words give it?"""

import re
from collections import Counter
from collections.abc import Sequence
from functools import lru_cache

from lexatlas.checks.answer import no, yes
from lexatlas.checks.digits import unheld
from lexatlas.checks.sides import Sides, compare
from lexatlas.checks.tokens import SEEN
from lexatlas.checks.view import View, supporting
from lexatlas.core.claims import CheckAnswer, Claim
from lexatlas.language.conditions import clauses
from lexatlas.language.cues import UNSPACED
from lexatlas.language.lexicon import lexicon
from lexatlas.language.money import amounts
from lexatlas.language.numerals import numbers

NAME = "numbers"
_BUDDHIST, _LAWS_SINCE = 543, 1850
_PERIOD = re.compile(
    r"(?:/|\b(?:per|a|each|every) )(?:day|week|month|year|annum)\b|\b(?:daily|monthly|yearly|annually)\b"
)


def check(claim: Claim, view: View) -> CheckAnswer:
    """Answer no with the numbers and period words of the claim that the quote does not have."""
    odd = _not_in_digits(claim, view)
    if odd:
        return no(NAME, odd, "The digits of the quote hold no such number.")
    return compare(NAME, claim, view, _numbers)


def _not_in_digits(claim: Claim, view: View) -> list[str]:
    """Look at the digits of the slots by themselves: readers of numbers are shared with whoever made the claim.

    Nothing is said of a foreign quote that has numbers in words too: what our digits stand for may be among these.
    """
    quotes = supporting(claim)
    if any(_in_words(quote.words, view.languages.get(quote.snapshot, "")) for quote in quotes):
        return []
    thai = any(view.languages.get(quote.snapshot, "").split("-")[0] == "th" for quote in quotes)
    quoted = " ".join(quote.words + (_common_years(quote.words) if thai else "") for quote in quotes)
    slots = [slot.value for slot in claim.slots if slot.name not in ("locator", "label", "question")]
    return [number for value in slots for number in unheld(value, quoted)]


def _common_years(words: str) -> str:
    """Return the years of the Buddhist era in `words` as common years, to be searched beside them."""
    years = (int(run) for run in re.findall(r"(?<!\d)\d{4}(?!\d)", words))
    return "".join(f"; {year - _BUDDHIST}" for year in years if year > _BUDDHIST + _LAWS_SINCE)


@lru_cache(maxsize=SEEN)
def _in_words(words: str, language: str) -> bool:
    if language.split("-")[0] == "en":
        return False
    folded, names = words.casefold(), lexicon(language).numbers("numbers")
    unspaced = language.split("-")[0] in UNSPACED
    return any(name in folded for name in names) if unspaced else not names.keys().isdisjoint(folded.split())


def _numbers(both: Sides) -> CheckAnswer:
    extra = _beyond(_values(both.sentence, both.sentence_language), _values(both.words, both.words_language))
    if extra:
        return no(NAME, extra, "These numbers do not stand in the quote.")
    periods = _periods_added(both)
    if periods:
        return no(NAME, periods, "The quote gives the amount no such period.")
    missing = _beyond(
        _values(both.words, both.words_language), _values(both.sentence, both.sentence_language)
    )
    return no(NAME, missing, "The claim leaves these numbers out.") if missing else yes(NAME)


@lru_cache(maxsize=SEEN)
def _values(text: str, language: str) -> tuple[str, ...]:
    """Return the numbers of a text as plain decimals, without those of places referred to ("Article 5")."""
    cited = [clause.span for clause in clauses(text, language) if clause.kind == "reference"]
    found = [
        read for read in numbers(text, language) if not any(c.start <= read.span.start < c.end for c in cited)
    ]
    return tuple(format(read.value.normalize(), "f") for read in found)


def _beyond(first: Sequence[str], second: Sequence[str]) -> list[str]:
    spare = Counter(second)
    spare.subtract(first)
    return sorted(number for number, count in spare.items() if count < 0)


def _periods_added(both: Sides) -> list[str]:
    """Return period words of the claim where no amount of the quote is counted over such a period."""
    said = _PERIOD.findall(both.sentence.casefold())
    theirs = {row.value.period for row in amounts(both.words, both.words_language)}
    ours = {row.value.period for row in amounts(both.sentence, both.sentence_language)}
    added = [words.strip() for words in said if words not in both.words.casefold()]
    if added and theirs <= {"none"} and theirs:
        return added
    return sorted(str(period) for period in ours - theirs - {"none"})
