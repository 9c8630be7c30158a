"""Is an amount of money the one that its words name: its number, its currency, and what it is counted over?"""

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import lru_cache

from lexatlas.checks.second.cldr import codes, names
from lexatlas.checks.second.figures import Figure, figures
from lexatlas.checks.second.finding import Finding, borne, contradicted, unknown
from lexatlas.checks.second.plain import ANYWHERE, UNSPACED, folded
from lexatlas.checks.second.roots import either, table
from lexatlas.core.facts import Money

_SEEN = 8192
_AFTER = re.compile(r"[\s)]*([^\W\d_]+)")
_BEFORE = re.compile(r"([^\W\d_]+)\.?[\s(]*$")
_SIGN_BEFORE = re.compile(r"([A-Za-z]{0,3})([^\w\s.,;:()\[\]'\"“”«»–—-])\s?$")
_SIGN_AFTER = re.compile(r"\s?([^\w\s.,;:()\[\]'\"“”«»–—-])")
_FAR = 4
"""Words that may part a figure from the word that names its currency ("Singapore dollars")."""
_SHORT = 3
Codes = frozenset[str]


def money(fact: Money, own: str, whole: str, language: str) -> Iterator[Finding]:
    """Yield what the words say of number, currency and period; a lower end of a range is a number too."""
    told = [(figure, iso) for figure in figures(own, language) if (iso := _codes(own, figure, language))]
    for number in (fact.amount, fact.lower):
        if number is not None:
            yield _number(number, told, own, language)
    yield _currency(fact, told)
    yield _period(fact, own, whole, language)


def _number(number: Decimal, told: list[tuple[Figure, Codes]], own: str, language: str) -> Finding:
    known = [figure.values for figure in figures(own, language)]
    if any(number in values for values in known):
        return borne("amount")
    if len(told) != 1 or len(known) != 1:
        return unknown("amount")
    return contradicted("amount", format(number, "f"), own)


def _currency(fact: Money, told: list[tuple[Figure, Codes]]) -> Finding:
    mine = [iso for figure, iso in told if fact.amount in figure.values]
    if not mine or (fact.currency not in codes() and fact.currency != "XTS"):
        return unknown("currency")
    if any(fact.currency in iso for iso in mine):
        return borne("currency")
    return contradicted("currency", fact.currency, ", ".join(sorted(set().union(*mine))[:5]))


def _codes(text: str, figure: Figure, language: str) -> Codes:
    """Return the codes of what is named beside a figure; empty where nothing that is known stands there."""
    return _before(text[: figure.start], language) | _after(text[figure.end :], language)


def _before(text: str, language: str) -> Codes:
    sign = _SIGN_BEFORE.search(text)
    if sign:
        signs = names(language).signs
        return signs.get(sign.group(1) + sign.group(2)) or signs.get(sign.group(2)) or frozenset()
    if language in UNSPACED:
        return _ending(text.rstrip(), language)
    word = _BEFORE.search(text)
    return _word(word.group(1), language) if word else frozenset()


def _after(text: str, language: str) -> Codes:
    sign = _SIGN_AFTER.match(text)
    if sign and sign.group(1) in names(language).signs:
        return names(language).signs[sign.group(1)]
    if language in ANYWHERE:
        return _starting(text.lstrip(" )"), language)
    found: Codes = frozenset()
    at = 0
    for _ in range(_FAR):
        word = _AFTER.match(text, at)
        if word is None:
            break
        iso, at = _word(word.group(1), language), word.end()
        # "dollars of Singapore": each word that is known narrows what the others name.
        found = (found & iso) or found or iso
    return found


@lru_cache(maxsize=_SEEN)
def _word(word: str, language: str) -> Codes:
    """Return the codes whose names have a word: as CLDR writes it, else with another ending."""
    if word in codes():
        return frozenset((word,))
    said = folded(word)
    for root, isos in table(language, "money").items():
        if re.fullmatch(either(root, language), said):
            return frozenset(isos)
    known = names(language).money
    if said in known or len(said) <= _SHORT:
        return known.get(said, frozenset())
    stem = said[: max(_SHORT + 1, len(said) - 2)]
    alike = [
        isos for name, isos in known.items() if name.startswith(stem) and abs(len(name) - len(said)) < _SHORT
    ]
    return frozenset().union(*alike)


def _listed(language: str) -> dict[str, Codes]:
    own = {name: frozenset(isos) for name, isos in table(language, "money").items()}
    return {**names(language).money, **own}


@lru_cache(maxsize=_SEEN)
def _starting(text: str, language: str) -> Codes:
    iso = re.match(r"[A-Z]{3}(?![A-Za-z])", text)
    if iso and iso.group() in codes():
        return frozenset((iso.group(),))
    said = folded(text[:30])
    found = [name for name in _listed(language) if said.startswith(name)]
    return _listed(language)[max(found, key=len)] if found else frozenset()


@lru_cache(maxsize=_SEEN)
def _ending(text: str, language: str) -> Codes:
    iso = re.search(r"(?<![A-Za-z])[A-Z]{3}$", text)
    if iso and iso.group() in codes():
        return frozenset((iso.group(),))
    said = folded(text[-20:])
    found = [name for name in _listed(language) if len(name) > 1 and said.endswith(name)]
    return _listed(language)[max(found, key=len)] if found else frozenset()


def _period(fact: Money, own: str, whole: str, language: str) -> Finding:
    """A period needs its own words; those for a day, a month or a year are in CLDR."""
    if fact.period == "none":
        return unknown("period")
    if not fact.period_words or folded(fact.period_words) not in folded(f"{own} {whole}"):
        return contradicted("period", fact.period, fact.period_words or "no words for it")
    if fact.period not in ("day", "month", "year"):
        return unknown("period")
    said = folded(fact.period_words)
    if of_unit(fact.period, language).search(said):
        return borne("period")
    if figures(said, language):
        # "over 12 months" is a year.
        return unknown("period")
    others = [unit for unit in ("day", "month", "year") if of_unit(unit, language).search(said)]
    return contradicted("period", fact.period, fact.period_words) if others else unknown("period")


@lru_cache(maxsize=64)
def of_unit(unit: str, language: str) -> re.Pattern[str]:
    """Return what finds words for a unit of time, and for what comes back with it ("annually")."""
    words = [*names(language).units[unit], *table(language, "units").get(unit, ())]
    words += table(language, "repeats").get(unit, ())
    return re.compile("|".join(either(word, language) for word in words) or "(?!)")
