"""The comparator of a number: the cue that stands right before it, or right after it."""

import re
from functools import cache
from typing import NamedTuple, cast

from lexatlas.core.facts import Comparator
from lexatlas.language.cues import RUN_TOGETHER, any_phrase, phrase_pattern, phrases_regex
from lexatlas.language.lexicon import lexicon
from lexatlas.language.numerals import numbers

_REACH = 60


@cache
def _before(language: str) -> list[tuple[Comparator, re.Pattern[str]]]:
    lex = lexicon(language)
    fillers = "|".join(
        phrase_pattern(word, language) for word in sorted(lex.words("fillers"), key=lambda w: (-len(w), w))
    )
    # Between cue and number only fillers may stand: "not exceeding a fine (multa) of".
    gap = "*" if language in RUN_TOGETHER else "+"
    between = rf"(?:,?[\s\u00a0(]{gap}(?:{fillers}))*,?[\s\u00a0(—–:]*" if fillers else r"[\s\u00a0(]*"
    return [
        (cast(Comparator, name), re.compile(rf"(?:{_any(cues, language)}){between}$", re.IGNORECASE))
        for name, cues in lex.families("comparators").items()
        if cues
    ]


@cache
def _after(language: str) -> list[tuple[Comparator, re.Pattern[str]]]:
    gap = r"[\s\u00a0]*" if language in RUN_TOGETHER else r"[\s\u00a0)]+"
    if lexicon(language).words("ranges", "endings"):
        # An ending may stand behind digits ("%10'unu aşamaz"), and a word for the whole before the verb.
        gap = rf"(?:['’]\w{{1,6}})?{gap}"
    return [
        (cast(Comparator, name), re.compile(rf"{gap}(?:{_any(cues, language)})", re.IGNORECASE))
        for name, cues in lexicon(language).families("comparators_after").items()
        if cues
    ]


@cache
def _late(language: str) -> list[tuple[Comparator, re.Pattern[str]]]:
    """Verbs that stand last may be some words away: "2 Prozent der Summe nicht unterschreiten"."""
    between = r"(?:\s+[^\s.,;:\d]+){0,9}?[\s)]+"
    return [
        (cast(Comparator, name), re.compile(rf"{between}(?:{_any(cues, language)})", re.IGNORECASE))
        for name, cues in lexicon(language).families("comparators_late").items()
        if cues
    ]


_TURNED: dict[Comparator, Comparator] = {"less_than": "at_least", "more_than": "at_most"}


@cache
def _negation(language: str) -> re.Pattern[str]:
    """What turns a comparator right behind it: "no podrá ser" before "inferior a"."""
    return re.compile(
        rf"(?:{_any(lexicon(language).words('comparators_negated'), language) or '(?!)'})\s+$", re.IGNORECASE
    )


_FAR, _FARTHER = 90, 240


@cache
def _negated_far(language: str) -> re.Pattern[str]:
    """What turns a comparator some words behind it, "at no time in that year exceeded", and nothing else between."""
    words = lexicon(language).words("comparators_negated", "far")
    return re.compile(rf"(?:{_any(words, language) or '(?!)'})[^.,;:()]*$", re.IGNORECASE)


@cache
def _of_amount(language: str) -> re.Pattern[str]:
    words = lexicon(language).words("comparators_negated", "amounts")
    return re.compile(rf"(?:{_any(words, language) or '(?!)'})\s+$", re.IGNORECASE)


def _negated(text: str, at: int, end: int, language: str) -> int | None:
    """Return where the words begin that turn the comparator at `at`; None where it says what it says."""
    near = _negation(language).search(text, max(0, at - _REACH), at)
    if near is not None:
        return near.start()
    far = _negated_far(language).search(text, max(0, at - _FAR), at)
    if far is not None and not _describes(text, far.start(), at, language):
        return far.start()
    barred = _barred_amount(text, at, end, language)
    return _barred_length(text, at, language) if barred is None else barred


def _describes(text: str, start: int, end: int, language: str) -> bool:
    """Whether a relative clause begins there: what is compared in it tells whom a rule is about."""
    lex = lexicon(language)
    words = lex.words("comparators_negated", "relative") or lex.words("modals", "after_relative")
    return phrases_regex(words, language).search(text, start, end) is not None


def _barred_amount(text: str, at: int, end: int, language: str) -> int | None:
    """ "No keeper may hold … in an amount above 2 %" caps what is held, unless something lifts the bar.

    Returns where the words for the amount begin.
    """
    amount = _of_amount(language).search(text, max(0, at - _REACH), at)
    if amount is None:
        return None
    stops = [match.end() for match in _SENTENCE.finditer(text, max(0, at - _FARTHER), at)]
    begin = max([max(0, at - _FARTHER), *stops])
    stop = _SENTENCE.search(text, end)
    behind = text[end : stop.start() if stop else len(text)]
    lex = lexicon(language)
    barred = phrases_regex(lex.words("modals", "prohibited"), language).search(text, begin, at)
    if barred is None or _describes(text, barred.end(), at, language):
        return None
    lifting = (*lex.words("conditions", "exception"), *lex.words("conditions", "condition"))
    lifts = phrases_regex(lifting, language)
    return None if lifts.search(behind) or lifts.search(text, begin, at) else amount.start()


def _barred_length(text: str, at: int, language: str) -> int | None:
    """ "An order shall not be made for a period exceeding a year" caps how long: the one verb before is barred.

    Returns where the words for the time begin; None where a second verb ("a firm suspended for") may hold them.
    """
    lex = lexicon(language)
    lengths = _any(lex.words("comparators_negated", "lengths"), language) or "(?!)"
    lead = re.compile(rf"(?:{lengths})\s+$", re.IGNORECASE).search(text, max(0, at - _REACH), at)
    if lead is None:
        return None
    begin = max([0, *(match.end() for match in _SENTENCE.finditer(text, 0, at))])
    bars = list(
        phrases_regex(lex.words("modals", "prohibited"), language).finditer(text, begin, lead.start())
    )
    between = text[bars[-1].end() : lead.start()] if bars else ""
    passive = phrases_regex(lex.words("acted_on", "auxiliary"), language).match(between.lstrip())
    verbs = phrases_regex(lex.words("acted_on", "participles"), language).findall(between)
    return lead.start() if passive and len(verbs) == 1 else None


def _any(cues: tuple[str, ...], language: str) -> str:
    return any_phrase(cues, language) if cues else ""


def comparator(text: str, start: int, end: int, language: str) -> tuple[Comparator, int, int]:
    """Return the comparator of the number at `[start, end)` and the range that takes its cue in.

    Without a cue it is "exactly" and the range is the number's own. Of cues that end at the same place the
    longest is taken, so "not more than" is never "more than".
    """
    code = language.split("-")[0]
    window = text[max(0, start - _REACH) : start]
    shift = max(0, start - _REACH)
    found = [
        (match.start() + shift, name) for name, pattern in _before(code) if (match := pattern.search(window))
    ]
    if found:
        at, name = min(found)
        turned, begin = _TURNED.get(name), _negated(text, at, end, code)
        if name == "exactly" and (told := _told_behind(text, end, code)):
            # "составляет 20 процентов и более": what stands behind says more than "is".
            return told[1], at, told[0]
        return (turned, begin, end) if turned and begin is not None else (name, at, end)
    told = _told_behind(text, end, code)
    if told and not _not_yet(text, start, told, code):
        return told[1], start, told[0]
    if _opens_range(text, start, end, code):
        return "at_least", start, end
    chosen = _of_the_chosen(text, start, end, code)
    if chosen:
        return chosen, start, end
    return ("at_most" if _closes_range(text, start, code) else "exactly"), start, end


def _not_yet(text: str, start: int, told: tuple[int, Comparator], language: str) -> bool:
    """Whether a length has not gone by: of "before five years have elapsed" no least length is told."""
    ahead = phrases_regex(lexicon(language).words("period_guards", "ahead"), language)
    before = text[max(0, start - _REACH) : start].rstrip()
    return told[1] == "at_least" and any(match.end() == len(before) for match in ahead.finditer(before))


def _told_behind(text: str, end: int, language: str) -> tuple[int, Comparator] | None:
    """Return where a cue behind a number ends, and what it says: the longest right behind, else the nearest farther."""
    behind = [
        (match.end(), name) for name, pattern in _after(language) if (match := pattern.match(text, end))
    ]
    late = [(match.end(), name) for name, pattern in _late(language) if (match := pattern.match(text, end))]
    if not behind and not late:
        return None
    # Of two that end alike the one listed first.
    return max(behind, key=lambda pair: pair[0]) if behind else min(late, key=lambda pair: pair[0])


_SENTENCE = re.compile(r"[;:。]|\.(?:\s|$)")
_CHOICE_REACH = 160


@cache
def _choices(language: str) -> tuple[re.Pattern[str], list[tuple[Comparator, re.Pattern[str]]]]:
    """Words for the choice among amounts, and each comparator before such words."""
    choice = _any(lexicon(language).words("choices"), language)
    return re.compile(choice), [
        (cast(Comparator, name), re.compile(rf"(?:{_any(cues, language)})\s+(?:{choice})\s", re.IGNORECASE))
        for name, cues in lexicon(language).families("comparators").items()
        if cues
    ]


def _of_the_chosen(text: str, start: int, end: int, language: str) -> Comparator | None:
    """Return how each of several amounts is compared of which one decides: "not exceeding the lower of … and …".

    Where verbs stand last, both stand behind the last of them: "…百分の一又は三百円のいずれか低い額を超えない".
    """
    if not lexicon(language).words("choices"):
        return None
    choice, compared = _choices(language)
    lead = max(0, start - _CHOICE_REACH)
    before = text[max([lead, *(match.end() for match in _SENTENCE.finditer(text, lead, start))]) : start]
    for name, pattern in compared:
        if pattern.search(before):
            return name
    stop = _SENTENCE.search(text, end)
    behind = choice.search(text[end : min(end + _CHOICE_REACH, stop.start() if stop else len(text))])
    if behind is None:
        return None
    found = [(match.end(), name) for name, pattern in _after(language)
             if (match := pattern.match(text, end + behind.end()))]  # fmt: skip
    return max(found)[1] if found else None


def in_stem(stem: str, language: str) -> Comparator | None:
    """Return how a stem compares the amounts of its items ("of at least the following amounts:"); None for none.

    A cue that a number follows in the stem itself belongs to that number.
    """
    code = language.split("-")[0]
    found = [
        (match.end(), cast(Comparator, name))
        for name, cues in lexicon(code).families("comparators_stem").items()
        for match in phrases_regex(cues, code).finditer(stem, max(0, len(stem) - _CHOICE_REACH))
        if not numbers(stem[match.end() :], code)
    ]
    return max(found)[1] if found else None


def _opens_range(text: str, start: int, end: int, language: str) -> bool:
    """Whether what stands at `[start, end)` is the lower end of a range: "von einem Jahr bis zu …"."""
    lex = lexicon(language)
    rest = text[end : end + _REACH]
    if text[start:end].casefold().endswith(lex.words("ranges", "endings") or ("\0",)):
        return _range_parts(language).number.match(rest) is not None
    if not lex.words("ranges", "from"):
        return False
    parts = _range_parts(language)
    led = parts.lead.search(text[max(0, start - 12) : start]) is not None
    return led and parts.upper.match(rest) is not None


class _RangeParts(NamedTuple):
    """Patterns for the pieces of a range: a number, what leads it in, its upper end, all but that."""

    number: re.Pattern[str]
    lead: re.Pattern[str]
    upper: re.Pattern[str]
    opened: re.Pattern[str]


@cache
def _range_parts(language: str) -> _RangeParts:
    lex, words = lexicon(language), _number_words(language)
    lead, to = (_any(lex.words("ranges", side), language) for side in ("from", "to"))
    number, low = rf"\s*(?:[\d(]|{words})", rf"(?:\d[\d.,]*|(?:{words})(?!\w))"
    patterns = (
        number,
        rf"(?:{lead})\s*$",
        rf"\s*(?:{to}){number}",
        rf"(?:{lead})\s+{low}[^,.;:\d]{{0,24}}\s(?:{to})\s+$",
    )
    return _RangeParts(*(re.compile(pattern, re.IGNORECASE) for pattern in patterns))


def _closes_range(text: str, start: int, language: str) -> bool:
    """Whether what begins at `start` is the upper end of a range: "da sei mesi a quattro anni", "de 4 a 8 anos"."""
    if not lexicon(language).words("ranges", "from"):
        return False
    return _range_parts(language).opened.search(text[max(0, start - _REACH) : start]) is not None


@cache
def _number_words(language: str) -> str:
    lex = lexicon(language)
    words = sorted({*lex.numbers("numbers"), *lex.numbers("scales")}, key=lambda word: (-len(word), word))
    return "|".join(re.escape(word) for word in words) or "(?!)"
