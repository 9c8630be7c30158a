"""Facts with a value read from one unit: amounts, shares, numbers of things, lengths of time and dates."""

import re
from collections.abc import Iterator

from lexatlas.core.evidence import Span
from lexatlas.core.facts import Fact, Money, Period
from lexatlas.language.cues import phrases_regex
from lexatlas.language.dates import dates
from lexatlas.language.lexicon import lexicon, shared_money
from lexatlas.language.money import amounts
from lexatlas.language.numerals import numbers
from lexatlas.language.quantities import counts, periods, rates
from lexatlas.language.readings import Reading

_MARK = re.compile(r"[，；。,;]")
_CLASS_END = re.compile(r"^(?:[^.;。:：\t\u3000]*(?:\u3000+|\t+|[:：]\s*)|[^.,;。:：\t\u3000]*\s[–—-]\s+)$")
"""What parts the words for a class from the amount that is set for it, at the end of an item."""
_TOLD = ("adopted", "signed", "published", "in_force", "applies_from", "repealed", "ends")


def value_facts(
    words: str, language: str, own: str | None, *, note: bool = False, table: bool = False
) -> Iterator[tuple[Fact, Span]]:
    """Yield each fact with the place of its words in `words`.

    `own` is the place's own money; an amount of which nothing says whose money it is gives none. A note gives
    dates alone, a table no dates. A date of which the words do not say the kind gives none. A
    length of time by which a date is told ("30 days after publication") is no fact beside it.
    """
    told = [] if table else [date for date in dates(words, language) if date.value.role in _TOLD]
    for date in told:
        yield date.value, date.span
    if note:
        return
    paid = amounts(words, language, own)
    for money in paid:
        whose = money.value.currency not in shared_money()
        if whose and not _conditional(words, money.span, language) and not _of_class(words, money, paid):
            yield money.value, money.span
    for rate in rates(words, language):
        yield rate.value, rate.span
    for period in periods(words, language):
        dated = any(date.value.rule and _within(period.span, date.span) for date in told)
        # "1일 500만원": the day is what the amount is counted over, and no time by itself.
        counted = any(_within(period.span, money.span) for money in paid)
        if not dated and not counted and not _refers_back(words, period, language):
            yield period.value, period.span
    for count in counts(words, language):
        yield count.value, count.span


def _within(inner: Span, outer: Span) -> bool:
    return outer.start <= inner.start and inner.end <= outer.end


def _conditional(words: str, span: Span, language: str) -> bool:
    """An amount in a clause that a particle closes as a condition (不足五万元的) is not what is set."""
    # The particle is listed with the stop that follows it, which parts the clauses here.
    closing = tuple(
        _MARK.sub("", cue) for cue in lexicon(language.split("-")[0]).words("conditions", "closing")
    )
    clause = _MARK.split(words[span.end :], maxsplit=1)[0]
    return bool(closing) and clause.endswith(closing)


def _of_class(words: str, money: Reading[Money], paid: list[Reading[Money]]) -> bool:
    """Whether an amount describes the class for which its item sets another: "over EUR 5 million: EUR 9 000"."""
    last = paid[-1]
    if last is money or words[last.span.end :].strip(" .;,。；、\n"):
        return False
    return _CLASS_END.search(words[money.span.end : last.span.start]) is not None


def _refers_back(words: str, period: Reading[Period], language: str) -> bool:
    """ "within those 60 days" and "the 60 days referred to in paragraph 2" speak of a time that is set elsewhere.

    "every three years" sets one, though "les" stands before its number in "tous les trois ans".
    """
    if period.value.comparator == "every":
        return False
    code = language.split("-")[0]
    start, end = period.span
    cited = phrases_regex(lexicon(code).words("period_guards", "cited"), code)
    if period.value.comparator == "exactly" and cited.match(words[end:].lstrip()):
        return True
    number = next((one for one in numbers(words, code) if start <= one.span.start < end), None)
    back = phrases_regex(lexicon(code).words("period_guards", "back"), code)
    before = words[: number.span.start] if number else ""
    return any(not before[match.end() :].strip() for match in back.finditer(before, max(0, len(before) - 20)))
