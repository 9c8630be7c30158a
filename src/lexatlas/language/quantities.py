"""Lengths of time, shares and numbers of things, with their comparators."""

import re
from decimal import Decimal
from functools import cache
from typing import Literal, cast

from lexatlas.core.evidence import Span
from lexatlas.core.facts import Count, Period, Rate
from lexatlas.language.calendar import dates_in, days_without_year
from lexatlas.language.comparators import comparator
from lexatlas.language.cues import RUN_TOGETHER, may_hold, phrase_pattern, phrases_regex
from lexatlas.language.lexicon import lexicon
from lexatlas.language.numerals import BLANK, NumberRead, numbers
from lexatlas.language.readings import Reading, reading
from lexatlas.language.starts import ahead_of, falls_short, start_before, start_behind

PeriodUnit = Literal["hour", "day", "working day", "week", "month", "year"]
_ONCE = "period_guards.once"
_LEAD = 40
_WORDED = re.compile(r"(?:^|\s)(?:[^\W\d_]+\s+){1,3}\($")


def _gap(language: str) -> str:
    return r"[\s\u00a0]*" if language in RUN_TOGETHER else r"(?:[\s\u00a0]+|-)"


@cache
def _units(language: str) -> re.Pattern[str]:
    named = lexicon(language).families("period_units")
    words = sorted({word for cues in named.values() for word in cues}, key=lambda word: (-len(word), word))
    if not words:
        return re.compile(r"(?!)")
    # "thirty (30) days"; Arabic repeats the number in words: "(3) ثلاثة أشهر".
    close = r"\)?(?:\s+[\u0600-\u06ff]+){0,2}?" if language == "ar" else r"\)?"
    return re.compile(
        rf"{close}{_gap(language)}({'|'.join(phrase_pattern(word, language) for word in words)})",
        re.IGNORECASE,
    )


@cache
def _unit_names(language: str) -> dict[str, str]:
    named = lexicon(language).families("period_units")
    return {word.casefold(): unit for unit, cues in named.items() for word in cues}


def _unit_of(words: str, language: str) -> str:
    """Return the unit that words name which a pattern of units has matched: letters may be written in several ways."""
    names, said = _unit_names(language), " ".join(words.casefold().split())
    if said in names:
        return names[said]
    return next(unit for name, unit in names.items() if phrases_regex((name,), language).fullmatch(words))


def _guarded(text: str, end: int, language: str) -> bool:
    """A person's age is no length of time."""
    pattern = phrases_regex(lexicon(language).words("period_guards", "after"), language)
    return bool(re.match(r"\s*", text[end:])) and pattern.match(text[end:].lstrip()) is not None


def periods(text: str, language: str) -> list[Reading[Period]]:
    """Return the lengths of time in `text`: a number and a unit, or "once a month" and the like.

    `start` holds the words for the event that the time runs from or to, "" when none follow.
    """
    code = language.split("-")[0]
    found = [one for begin, number in _one_each(text, code) if (one := _period(text, begin, number, code))]
    days = [*(read.span for read in dates_in(text, code)), *days_without_year(text, code)]
    found = _said_once([one for one in found if not any(_touch(one.span, day) for day in days)])
    found += _in_one_word(text, code) + _in_joined_words(text, code)
    found += [
        one for one in _recurring(text, code) if not any(_touch(one.span, other.span) for other in found)
    ]
    return sorted(found, key=lambda one: one.span)


def _said_once(found: list[Reading[Period]]) -> list[Reading[Period]]:
    """Leave out the words of a length that its digits take in: "(30) ثلاثين يوماً"."""
    kept: list[Reading[Period]] = []
    for one in found:
        last = kept[-1] if kept else None
        if not (last and one.span.start < last.span.end and one.value.n == last.value.n):
            kept.append(one)
    return kept


def _in_one_word(text: str, language: str) -> list[Reading[Period]]:
    """Read units that hold their number: Arabic and Maltese say "two months" in one word."""
    found = []
    for table, n in (("period_ones", 1), ("period_twos", 2)):
        for unit, words in lexicon(language).families(table).items():
            for match in phrases_regex(words, language).finditer(text):
                sign, start, end = comparator(text, match.start(), match.end(), language)
                begins = start_behind(text, min(start, match.start()), max(end, match.end()), language)
                value = Period(n=Decimal(n), unit=cast(PeriodUnit, unit), comparator=sign, start=begins)
                found.append(reading(text, min(start, match.start()), max(end, match.end()), value))
    return found


@cache
def _joined_periods(language: str) -> tuple[tuple[PeriodUnit, re.Pattern[str]], ...]:
    """Patterns of words that join number and unit, "zweijährige", "десятидневный"; group 1 is the number."""
    words = sorted(lexicon(language).numbers("numbers"), key=lambda word: (-len(word), word))
    number = rf"(\d{{1,3}}-?|{'|'.join(map(re.escape, words)) or '(?!)'})"
    return tuple(
        (
            cast(PeriodUnit, unit),
            re.compile(
                rf"(?<!\w)(?:{'|'.join(_joined(form, number) for form in forms)})(?!\w)", re.IGNORECASE
            ),
        )
        for unit, forms in lexicon(language).families("period_words").items()
    )


def _joined(form: str, number: str) -> str:
    body = re.escape(form.removesuffix("*")).replace(re.escape("{number}"), f"(?:{number})")
    return body + (r"\w*" if form.endswith("*") else "")


def _in_joined_words(text: str, language: str) -> list[Reading[Period]]:
    found = []
    for unit, pattern in _joined_periods(language):
        for match in pattern.finditer(text):
            said = next(group for group in match.groups() if group).rstrip("-").casefold()
            n = int(said) if said.isdigit() else lexicon(language).numbers("numbers")[said]
            sign, start, end = comparator(text, match.start(), match.end(), language)
            begins = start_behind(text, min(start, match.start()), max(end, match.end()), language)
            value = Period(n=Decimal(n), unit=unit, comparator=sign, start=begins)
            found.append(reading(text, min(start, match.start()), max(end, match.end()), value))
    return found


def _one_each(text: str, language: str) -> list[tuple[int, NumberRead]]:
    """Return each number with the place it begins at: "thirty (30)" is one, beginning at "thirty"."""
    found: list[tuple[int, NumberRead]] = []
    for number in numbers(text, language):
        begin, last = number.span.start, found[-1][1] if found else None
        same = last is not None and last.digits != number.digits and last.value == number.value
        if last is not None and same and text[last.span.end : begin].strip() == "(":
            begin = found.pop()[0]
        found.append((begin, number))
    return found


def _touch(first: Span, second: Span) -> bool:
    return first.start < second.end and second.start < first.end


def _period(text: str, begin: int, number: NumberRead, language: str) -> Reading[Period] | None:
    match = _units(language).match(text, number.span.end)
    if match is None or number.value != number.value.to_integral_value() or number.value <= 0:
        return None
    if _guarded(text, match.end(), language) or (number.digits and number.value > 1000):
        return None
    if falls_short(text, begin, match.end(), language):
        return None
    unit = _unit_of(match.group(1), language)
    sign, start, end = comparator(text, begin, match.end(), language)
    first, last = min(start, begin), max(end, match.end())
    starts = start_behind(text, first, last, language) or start_before(text, first, language)
    sign = ahead_of(text, begin, sign, starts, language)
    lead = _within(text, begin, language)
    if sign == "exactly" and starts and lead is not None:
        sign, start = "at_most", lead
    value = Period(n=number.value, unit=cast(PeriodUnit, unit), comparator=sign, start=starts)
    return reading(text, min(start, begin), max(end, match.end()), value)


def _within(text: str, begin: int, language: str) -> int | None:
    """Return where a word begins that means "within" where a day to count from is named, else "for": "в течение"."""
    words = phrases_regex(lexicon(language).words("period_guards", "within"), language)
    found = [
        one.start()
        for one in words.finditer(text, max(0, begin - 20), begin)
        if not text[one.end() : begin].strip()
    ]
    return found[-1] if found else None


@cache
def _recurring_pattern(language: str) -> re.Pattern[str]:
    once = sorted(lexicon(language).words("period_guards", "once"), key=lambda cue: (-len(cue), cue))
    words = sorted(_unit_names(language), key=lambda word: (-len(word), word))
    cues = "|".join(phrase_pattern(cue, language) for cue in once) or "(?!)"
    named = "|".join(phrase_pattern(word, language) for word in words) or "(?!)"
    return re.compile(rf"(?:{cues}){_gap(language)}(?:calendar\s+)?({named})", re.IGNORECASE)


def _recurring(text: str, language: str) -> list[Reading[Period]]:
    found = []
    for match in _recurring_pattern(language).finditer(text) if may_hold(text, language, _ONCE) else ():
        unit = _unit_of(match.group(1), language)
        value = Period(n=Decimal(1), unit=cast(PeriodUnit, unit), comparator="every")
        found.append(reading(text, match.start(), match.end(), value))
    return found


_WHOLES = (("rate_words", 100), ("permille_words", 1000), ("basis_points", 10_000))
"""Tables of words for a part of a whole, with the whole."""


@cache
def _rate_patterns(language: str) -> tuple[tuple[re.Pattern[str], int], ...]:
    listed = ((lexicon(language).words(table) or ("%",) * (whole == 100), whole) for table, whole in _WHOLES)
    return tuple(
        (
            re.compile(
                rf"(?:{BLANK}|\s)*(?:{'|'.join(phrase_pattern(word, language) for word in words)})",
                re.IGNORECASE,
            ),
            whole,
        )
        for words, whole in listed
        if words
    )


def _share(text: str, end: int, language: str) -> tuple[re.Match[str], int] | None:
    """Return the words behind a number that make it a share, with their whole; None for none."""
    read = ((pattern.match(text, end), whole) for pattern, whole in _rate_patterns(language))
    return next(((match, whole) for match, whole in read if match is not None), None)


def _names(text: str, end: int, language: str) -> bool:
    """ "20% controller" is the name of a person, not a share."""
    pattern = phrases_regex(lexicon(language).words("rate_guards", "after"), language)
    return pattern.match(text[end:].lstrip()) is not None


def _beside_another(text: str, begin: int, end: int, language: str) -> bool:
    """Whether a share is set above, below or on top of another rate: "two per cent above the base rate".

    By itself it is not the rate that the law sets.
    """
    guards = lexicon(language).families("rate_guards")
    nouns = phrases_regex(guards.get("of_rates", ()), language)
    if nouns.search(text, max(0, begin - 3 * _LEAD), end + 3 * _LEAD) is None:
        return False
    before, behind = text[max(0, begin - _LEAD) : begin].rstrip(" \u00a0\n("), text[end:].lstrip(" \u00a0\n)")
    lead = phrases_regex(guards.get("added_to", ()), language).finditer(before)
    return (
        any(match.end() == len(before) for match in lead)
        or phrases_regex(guards.get("above", ()), language).match(behind) is not None
    )


def _parts_of(text: str, number: NumberRead, language: str) -> Reading[Rate] | None:
    """Read a share that names its whole before the number: "百分之十" is ten of a hundred."""
    for word, whole in lexicon(language).numbers("fractions").items():
        begin = number.span.start - len(word)
        if begin >= 0 and text[begin : number.span.start] == word:
            sign, start, end = comparator(text, begin, number.span.end, language)
            value = Rate(value=number.value / whole, comparator=sign)
            return reading(text, min(start, begin), max(end, number.span.end), value)
    return None


def rates(text: str, language: str) -> list[Reading[Rate]]:
    """Return the shares in `text` as fractions of one; "ten per cent (10%)" is one reading."""
    code = language.split("-")[0]
    found: list[Reading[Rate]] = []
    for number in numbers(text, code):
        if whole := _parts_of(text, number, code):
            found.append(whole)
            continue
        share = _share(text, number.span.end, code)
        if share is None or _names(text, share[0].end(), code):
            continue
        if _beside_another(text, number.span.start, share[0].end(), code):
            continue
        match, whole_of = share
        sign, start, end = comparator(text, number.span.start, match.end(), code)
        one = reading(
            text,
            min(start, number.span.start),
            max(end, match.end()),
            Rate(value=number.value / whole_of, comparator=sign),
        )
        if (
            found
            and found[-1].value.value == one.value.value
            and text[found[-1].span.end : number.span.start].strip() == "("
        ):
            close = one.span.end + (text[one.span.end : one.span.end + 1] == ")")
            sign, start, end = comparator(text, found[-1].span.start, close, code)
            kept = found.pop()
            signs = [kept.value.comparator, one.value.comparator, sign]
            value = Rate(
                value=one.value.value, comparator=next((s for s in signs if s != "exactly"), "exactly")
            )
            one = reading(text, kept.span.start, max(end, close), value)
        if found and _belied(text, found[-1], one, number):
            found.pop()
            continue
        found.append(_as_before(text, found[-1], one, code) if found else one)
    return found


def _belied(text: str, last: Reading[Rate], one: Reading[Rate], number: NumberRead) -> bool:
    """Whether a share in brackets, and nothing else in them, says another value than the one before them."""
    before, behind = text[last.span.end : number.span.start], text[one.span.end : one.span.end + 1]
    return before.strip() == "(" and behind == ")" and last.value.value != one.value.value


def _as_before(text: str, last: Reading[Rate], one: Reading[Rate], language: str) -> Reading[Rate]:
    """Of "exceed 20 %, 30 % or 50 %" each share is exceeded: one in a list takes the first one's comparator."""
    gap = text[last.span.end : one.span.start].strip(" ,\u00a0\n")
    cues = lexicon(language).words("conditions", "alternative")
    # "20 %, thirty per cent (30 %)": the words of a number that are not read stand before its digits.
    gap = _WORDED.sub("", gap) if text[last.span.end : one.span.start].endswith("(") else gap
    listed = not gap or phrases_regex(cues, language).fullmatch(gap) is not None
    if not listed or one.value.comparator != "exactly" or "(" in gap:
        return one
    value = Rate(value=one.value.value, comparator=last.value.comparator)
    return reading(text, *one.span, value)


@cache
def _count_nouns(language: str) -> re.Pattern[str]:
    words = sorted(lexicon(language).words("count_nouns"), key=lambda word: (-len(word), word))
    nouns = "|".join(phrase_pattern(word, language) for word in words) or "(?!)"
    gap = r"[\s\u00a0]*" if language in RUN_TOGETHER else r"[\s\u00a0)]+"
    return re.compile(rf"{gap}((?:[^\W\d_]+[\s-]+){{0,2}}?(?:{nouns}))", re.IGNORECASE)


def _or_more(match: re.Match[str], language: str) -> bool:
    """ "one or more persons" counts nothing."""
    cues = [cue for family in lexicon(language).families("comparators_after").values() for cue in family]
    return phrases_regex(tuple(cues), language).match(match.group(1)) is not None


def counts(text: str, language: str) -> list[Reading[Count]]:
    """Return numbers of things: a number with a comparator before a noun that the lexicon lists."""
    code = language.split("-")[0]
    found = []
    for number in numbers(text, code):
        match = _count_nouns(code).match(text, number.span.end)
        if match is None or number.value != number.value.to_integral_value() or _or_more(match, code):
            continue
        sign, start, _ = comparator(text, number.span.start, number.span.end, code)
        end = match.end()
        if sign == "exactly" and code in RUN_TOGETHER:
            # "3명 이상", "三人以上": the comparator stands behind what is counted.
            sign, start, end = comparator(text, number.span.start, match.end(), code)
        if sign != "exactly":
            value = Count(n=number.value, unit=" ".join(match.group(1).split()), comparator=sign)
            found.append(reading(text, start, end, value))
    return found
