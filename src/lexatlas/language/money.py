"""Amounts of money: number, currency, comparator, lower bound and the period that the words give."""

import re
from dataclasses import dataclass
from functools import cache
from typing import cast

from lexatlas.core.evidence import Span
from lexatlas.core.facts import Money, Repeats
from lexatlas.language.comparators import comparator
from lexatlas.language.cues import RUN_TOGETHER, phrases_regex
from lexatlas.language.lexicon import currencies, lexicon, shared_money
from lexatlas.language.numerals import BLANK, NumberRead, numbers
from lexatlas.language.readings import Reading, reading

_AFTER, _BEFORE = 40, 260
_OF_DAY = re.compile(r"(?:[\d〇一二三四五六七八九十]|[월月]\s?)$")
"""What makes a day of a date out of "1일": a month before it, or more of its number."""


@dataclass(frozen=True, slots=True)
class _Amount:
    start: int
    end: int
    number: NumberRead
    currency: str
    own: bool = False


@cache
def _prefix() -> re.Pattern[str]:
    marks = sorted({*currencies()}, key=lambda mark: (-len(mark), mark))
    return re.compile(rf"(?<![^\W_])({'|'.join(map(re.escape, marks))}){BLANK}?$")


@cache
def _suffix(language: str) -> re.Pattern[str]:
    words = lexicon(language).names("currency")
    names = sorted({*words, *currencies()} - {"$"}, key=lambda name: (-len(name), name))
    spaced = language not in RUN_TOGETHER
    gap = r"(?:\s|[ \u00a0\u2007\u2009\u202f])*"
    end = r"(?!\w)" if spaced else ""
    return re.compile(
        rf"{gap}({'|'.join(re.escape(name).replace(chr(92) + ' ', chr(92) + 's+') for name in names)}){end}",
        re.IGNORECASE,
    )


@cache
def _worded_prefix(language: str) -> re.Pattern[str]:
    """Words for money that a language sets before the number, "euro 5.000" in Italian; never in most others."""
    names = sorted(lexicon(language).names("currency_before"), key=lambda name: (-len(name), name))
    border, gap = ("", r"\s*") if language in RUN_TOGETHER else (r"(?<!\w)", r"\s+")
    return re.compile(rf"{border}({'|'.join(map(re.escape, names)) or '(?!)'}){gap}$", re.IGNORECASE)


def _named(words: str, language: str) -> str:
    known = {name.casefold(): code for name, code in lexicon(language).names("currency").items()}
    plain = " ".join(words.split())
    return known.get(plain.casefold()) or currencies().get(plain) or plain.upper()


def _amount(text: str, number: NumberRead, language: str, own: str | None) -> _Amount | None:
    before = _prefix().search(text, max(0, number.span.start - 8), number.span.start)
    if before and number.digits:
        return _counted(before.start(), number.span.end, number, currencies()[before.group(1)], own)
    worded = _worded_prefix(language).search(text, max(0, number.span.start - 24), number.span.start)
    said = lexicon(language).names("currency_before").get(worded.group(1)) if worded else None
    said = said or (_named(worded.group(1), language) if worded else None)
    after = _suffix(language).match(text, _closing(text, number.span.end))
    # "class 1 EUR 50 000": a mark right before a number belongs to that number.
    endings = lexicon(language).words("ranges", "endings")
    from_here = bool(endings and after and after.group(1).casefold().endswith(endings))
    if not after or (re.compile(rf"{BLANK}?\d").match(text, after.end()) and not from_here):
        return _counted(worded.start(), number.span.end, number, said, own) if worded and said else None
    name = _named(after.group(1), language)
    # "人民币五万元": the words before the number say whose yuan it is.
    return _counted(
        number.span.start, after.end(), number, said if said and name in shared_money() else name, own
    )


def _counted(start: int, end: int, number: NumberRead, name: str, own: str | None) -> _Amount | None:
    """Return the amount; of money that places share, that of the place, or its bare name where none is asked."""
    if name not in shared_money():
        return _Amount(start, end, number, name)
    if own is None:
        return None if name == "$" else _Amount(start, end, number, name)
    return _Amount(start, end, number, own, True) if own in shared_money()[name] else None


def _closing(text: str, end: int) -> int:
    """Step over a bracket and the same number in words: "(10.000.000) عشرة ملايين درهم"."""
    match = re.compile(r"\)(?:\s+[\u0600-\u06ff]+){0,4}?(?=\s+(?:درهم|دراهم|دينار|ريال))").match(text, end)
    return match.end() if match else end


def _said_once(found: list[_Amount]) -> list[_Amount]:
    """Leave out the words of an amount that its digits take in: "(50.000) خمسين ألف درهم"."""
    kept: list[_Amount] = []
    for amount in found:
        last = kept[-1] if kept else None
        if not (last and amount.start < last.end and amount.number.value == last.number.value):
            kept.append(amount)
    return kept


def _merged(text: str, found: list[_Amount]) -> list[_Amount]:
    """Join an amount in words with the same amount in brackets: one reading, not two."""
    kept: list[_Amount] = []
    for amount in found:
        last = kept[-1] if kept else None
        gap = text[last.end : amount.start] if last else ""
        if (
            last
            and re.fullmatch(r"[\s\u00a0]*\([\s\u00a0]*", gap)
            and last.number.value == amount.number.value
        ):
            end = amount.end + 1 if text[amount.end : amount.end + 1] == ")" else amount.end
            kept[-1] = _Amount(last.start, end, amount.number, amount.currency, amount.own)
        else:
            kept.append(amount)
    return kept


_Found = tuple[Repeats, Span] | None


def _period_after(text: str, end: int, right: int, language: str) -> _Found:
    """Find the period words right after an amount: "EUR 5 per day"."""
    hits = [
        (match.start(), name, Span(*match.span()))
        for name, cues in lexicon(language).families("money_periods").items()
        if (match := phrases_regex(cues, language).search(text, end, min(right, end + _AFTER)))
        and _near(text[end : match.start()])
    ]
    return (cast(Repeats, min(hits)[1]), min(hits)[2]) if hits else None


def _period_before(text: str, left: int, start: int, language: str) -> _Found:
    """Find the nearest period words before an amount that is compared: "in any one month exceed EUR 5"."""
    left = max(left, text.rfind(";", 0, start) + 1)
    hits = [
        (match.end(), name, Span(*match.span()))
        for name, cues in lexicon(language).families("money_periods").items()
        for match in phrases_regex(_phrases(cues), language).finditer(text, max(left, start - _BEFORE), start)
    ]
    return (cast(Repeats, max(hits)[1]), max(hits)[2]) if hits else None


def _period_touching(text: str, left: int, start: int, language: str) -> _Found:
    """Find period words right before an amount or its comparator: "วันละไม่เกินหนึ่งแสนบาท", "1일 500만원"."""
    begin = max(left, start - _AFTER)
    end = begin + len(text[begin:start].rstrip())
    hits = [
        (match.start(), name)
        for name, cues in lexicon(language).families("money_periods_before").items()
        for match in phrases_regex(cues, language).finditer(text, begin, end)
        if match.end() == end and not _OF_DAY.search(text, begin, match.start())
    ]
    return (cast(Repeats, min(hits)[1]), Span(min(hits)[0], end)) if hits else None


def _phrases(cues: tuple[str, ...]) -> tuple[str, ...]:
    """Before an amount only a phrase tells its period ("in any one month"); "yearly" may go with anything."""
    return tuple(cue for cue in cues if " " in cue)


def _near(gap: str) -> bool:
    """Only a bracket or two words may part an amount from its period."""
    return not re.search(r"[.;:]", gap) and len(re.sub(r"\([^)]*\)", "", gap).split()) <= 2


_BETWEEN = re.compile(r"\s*(?:and|to|et|à|đến|u|إلى|-|–|以上)\s*")
_LEADS = re.compile(r"(?:between|from|entre|de|từ|bejn|من|بين)\s+$", re.IGNORECASE)


def _pair(text: str, first: _Amount, second: _Amount, language: str) -> bool:
    gap = text[first.end : second.start]
    lead = text[max(0, first.start - 12) : first.start]
    lex = lexicon(language)
    to = phrases_regex(lex.words("ranges", "to"), language)
    joined = _BETWEEN.fullmatch(gap) is not None or to.fullmatch(gap.strip()) is not None
    own = phrases_regex(lex.words("ranges", "from"), language)
    between = _LEADS.search(lead) or any(not lead[found.end() :].strip() for found in own.finditer(lead))
    endings = lex.words("ranges", "endings")
    if endings and not gap.strip():
        # "bin Türk lirasından beş bin Türk lirasına kadar": the first amount ends in "from".
        joined = between = text[first.start : first.end].casefold().endswith(endings)
    return (
        first.currency == second.currency
        and first.number.value < second.number.value
        and joined
        and (bool(between) or language == "zh" or gap.strip() in ("-", "–"))
    )


def _bare_lower(text: str, amount: _Amount, before: NumberRead | None, language: str) -> _Amount | None:
    """Return the lower end of a range that names its currency once, "von 500 bis 5 000 Euro"; None for none.

    Where only the upper end has a scale ("5 bis 10 Millionen") nobody knows what the lower one counts.
    """
    if before is None or not 0 < before.value < amount.number.value:
        return None
    lower = _Amount(before.span.start, before.span.end, before, amount.currency, amount.own)
    said = text[amount.number.span.start : amount.number.span.end]
    scaled = re.search(r"[^\W\d_]", said) is not None and amount.number.digits
    unclear = scaled and re.search(r"[^\W\d_]", text[slice(*before.span)]) is None
    return lower if not unclear and _pair(text, lower, amount, language) else None


def amounts(text: str, language: str, own: str | None = None) -> list[Reading[Money]]:
    """Return the amounts of money in `text`, in reading order.

    `own` is the ISO 4217 code of the place's own money. What several places call theirs ("$", "dirham") is read
    as it, with `basis` "jurisdiction", and not read where the place has other money. Where no place is asked
    about, `currency` is the bare name, and "$" is not read. A number with no currency beside it is no amount. A
    range gives one reading with `lower`. `period` needs its own words, kept in `period_words`.
    """
    code = language.split("-")[0]
    found = [one for number in numbers(text, code) if (one := _amount(text, number, code, own))]
    found = _merged(text, _said_once(found))
    readings: list[Reading[Money]] = []
    index = 0
    while index < len(found):
        lower = None
        if index + 1 < len(found) and _pair(text, found[index], found[index + 1], code):
            lower, index = found[index], index + 1
        elif lexicon(code).words("ranges", "to"):
            lower = _bare_lower(text, found[index], _number_before(text, found[index], code), code)
        left = found[index - 1].end if index and lower is None else 0
        right = found[index + 1].start if index + 1 < len(found) else len(text)
        readings.append(_reading(text, found[index], lower, (left, right), code))
        index += 1
    return readings


def _number_before(text: str, amount: _Amount, language: str) -> NumberRead | None:
    earlier = [one for one in numbers(text, language) if one.span.end <= amount.start]
    return earlier[-1] if earlier else None


def _reading(
    text: str, amount: _Amount, lower: _Amount | None, room: tuple[int, int], language: str
) -> Reading[Money]:
    first = lower or amount
    sign, start, end = comparator(text, first.start, amount.end, language)
    found = _period_touching(text, room[0], min(start, first.start), language)
    if found:
        start = min(start, found[1].start)
    found = found or _period_after(text, amount.end, room[1], language)
    if found is None and sign != "exactly":
        found = _period_before(text, room[0], first.start, language)
    repeats, span = found or ("none", None)
    if lower is not None and sign in ("exactly", "every", "at_least"):
        sign = "at_most"
    value = Money(
        amount=amount.number.value, currency=amount.currency,
        basis="jurisdiction" if amount.own else "words", comparator=sign,
        period=repeats, period_words=text[span.start : span.end] if span else "",
        lower=lower.number.value if lower else None,
    )  # fmt: skip
    return reading(text, min(start, first.start), max(end, amount.end), value)
