"""Numbers, amounts, dates, lengths of time and cited places of any language, written in English."""

import re
from collections.abc import Callable, Iterator
from decimal import Decimal
from functools import cache
from typing import NamedTuple

from lexatlas.core.evidence import Span
from lexatlas.core.facts import Money, Period, Rate
from lexatlas.language.calendar import dates_in
from lexatlas.language.cues import RUN_TOGETHER, phrase_pattern
from lexatlas.language.gloss_rows import rows_of
from lexatlas.language.lexicon import lexicon, shared_money
from lexatlas.language.money import amounts
from lexatlas.language.numerals import numbers
from lexatlas.language.quantities import periods, rates

_MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
           "November", "December")  # fmt: skip
_SIGNS = {
    "exactly": "", "at_least": "at least ", "at_most": "not more than ", "more_than": "more than ",
    "less_than": "less than ", "approximately": "about ", "every": "every ",
}  # fmt: skip
_ROUND = r"\(\s*[^\W_]{1,5}\s*\)"
_LABEL = rf"(?:\d+[A-Za-z]?(?:\.\d+)*|[IVXLC]+(?!\w)|{_ROUND}|[a-zđA-Z](?!\w))(?:\s?{_ROUND})*"
_HAN = "一二三四五六七八九十百零〇0-9"
_CODE = re.compile(r"(?<!\w)(?=[\w/.-]*\d)(?=[\w/.-]*[A-ZĐ])\w+(?:[/.-]\w+)+|(?<!\w)[A-Z]{2,}(?!\w)")


class Read(NamedTuple):
    """Words at `text[start:end]` that our readers read, with their English.

    `row` names the reader; `compared` tells that the words say "at least" or the like as well.
    """

    start: int
    end: int
    english: str
    row: str
    compared: bool = False


def readings(text: str, language: str) -> list[Read]:
    """Return what our readers read in `text`, overlapping ones too.

    Each is read with its comparator and, beside it, without; English that our own reader does not read back
    to the same value is none.
    """
    found = [_whole(text, read) for read in _values(text, language)]
    found += [*_dates(text, language), *_plain(text, language)]
    found = [
        read for read in _without_half_ranges(text, found, language) if not _fraction(text, read, language)
    ]
    found += [*_places(text, language), *_codes(text)]
    return sorted(set(found))


_BETWEEN = r"to|à|đến|tới|u|sa|إلى|الى|至|到|-|–|—|~|～|〜|以上|から|ないし|乃至|부터|에서|내지|ถึง"


@cache
def _between(language: str) -> re.Pattern[str]:
    """Return what may stand between the ends of a range: signs, and the words of the language for it."""
    words = sorted(lexicon(language).families("ranges").get("to", ()), key=len, reverse=True)
    return re.compile(rf"\s*(?:{'|'.join([*map(re.escape, words), _BETWEEN])})\s*")


def _without_half_ranges(text: str, found: list[Read], language: str) -> list[Read]:
    """Leave out both ends of a range whose first has no currency or unit of its own: "10 to 50 million dong"."""
    halves: set[Read] = set()
    for low in (read for read in found if read.row == "number"):
        if any(read.start <= low.start and read.end > low.end for read in found):
            continue
        joint = _between(language).match(text, low.end)
        if joint and joint.end() > low.end:
            ends = [read for read in found if low.end <= read.start <= joint.end() < read.end]
            if any(read.row in ("money", "rate") for read in ends):
                halves |= {low, *ends}
    return [read for read in found if read not in halves]


def _fraction(text: str, read: Read, language: str) -> bool:
    """Return whether a word beside a number makes another of it: "a year and a half", "two thirds"."""
    words = rows_of(language).fractions
    if not words:
        return False
    after, before = _fractions(language)
    return after.match(text, read.end) is not None or before.search(text, 0, read.start) is not None


@cache
def _fractions(language: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    words = sorted(rows_of(language).fractions, key=lambda word: (-len(word), word))
    phrases = "|".join(map(re.escape, words))
    if language in RUN_TOGETHER:
        return re.compile(rf"\s*(?:{phrases})"), re.compile(r"(?!)")
    return (
        re.compile(rf"\s+(?:{phrases})(?!\w)", re.IGNORECASE),
        re.compile(rf"(?<!\w)(?:{phrases})\s+$", re.IGNORECASE),
    )


def _whole(text: str, read: Read) -> Read:
    """Take the bracket in that opens a number whose closing one is read: "(90) ninety days"."""
    words = text[read.start : read.end]
    opened = text[read.start - 1 : read.start] == "(" and words.count(")") > words.count("(")
    return read._replace(start=read.start - 1) if opened else read


def _values(text: str, language: str) -> Iterator[Read]:
    begins = [r.span.start for r in numbers(text, language) if r.digits or r.value != 1]
    found: list[tuple[Span, Money | Rate | Period]] = [(r.span, r.value) for r in amounts(text, language)]
    found += [(r.span, r.value) for r in rates(text, language)]
    found += [(r.span, r.value) for r in periods(text, language)]
    for (start, end), value in found:
        ranged = isinstance(value, Money) and value.lower is not None
        sign = "" if ranged else _SIGNS[value.comparator]
        inner = min((at for at in begins if start <= at < end), default=start)
        if ranged or inner == start or value.comparator != "exactly":
            yield from _back(start, end, sign + _named(value), value)
        if inner > start and not ranged:
            bare = value.model_copy(update={"comparator": "exactly"})
            yield from _back(inner, end, _named(bare), bare)


def _named(value: Money | Rate | Period) -> str:
    if isinstance(value, Money):
        if value.lower is not None:
            return f"from {_sum(value.lower, value.currency)} to {_sum(value.amount, value.currency)}"
        return _sum(value.amount, value.currency)
    if isinstance(value, Rate):
        return f"{_plainly(value.value * 100)}%"
    return f"{_plainly(value.n)} {value.unit}{'' if value.n == 1 else 's'}"


def _sum(amount: Decimal, currency: str) -> str:
    """Write an amount; money that several places share by its name: whose it is does not stand in the words."""
    if currency not in shared_money():
        return f"{currency} {_plainly(amount)}"
    name = next(word for word, name in lexicon("en").names("currency").items() if name == currency)
    return f"{_plainly(amount)} {name}"


def _plainly(number: Decimal) -> str:
    return format(number.normalize(), ",f")


def _back(start: int, end: int, english: str, value: Money | Rate | Period) -> Iterator[Read]:
    """Yield the reading where English reads as the same value, and nothing of it is left over."""
    reader: Callable[[str, str], list[object]] = {  # type: ignore[assignment]  # each reads its own kind
        "money": amounts, "rate": rates, "period": periods
    }[value.kind]  # fmt: skip
    kept = {"period", "period_words", "basis", "start"} if isinstance(value, Money) else {"start"}
    if isinstance(value, Money) and value.lower is not None:
        kept |= {"comparator"}  # both ends say it
    for read in reader(english, "en"):
        same = read.value.model_dump(exclude=kept) == value.model_dump(exclude=kept)  # type: ignore[attr-defined]  # a reading
        if same:
            yield Read(start, end, english, value.kind, value.comparator != "exactly")
            return


def _dates(text: str, language: str) -> Iterator[Read]:
    for read in dates_in(text, language):
        year, month, day = (*str(read.date).split("-"), "", "")[:3]
        name = _MONTHS[int(month) - 1] if month else ""
        yield Read(*read.span, " ".join(part for part in (day.lstrip("0"), name, year) if part), "date")


def _plain(text: str, language: str) -> Iterator[Read]:
    for read in numbers(text, language):
        # "one" is often an article: its rows say how it is meant.
        if read.digits or read.value != 1:
            whole = text[read.span.start : read.span.end].isdecimal()
            year = whole and 1900 <= read.value <= 2100
            english = format(read.value.normalize(), "f") if year else _plainly(read.value)
            yield Read(*read.span, english, "number")


def _codes(text: str) -> Iterator[Read]:
    """Yield names that stay as they stand: reference numbers and words written large throughout."""
    shouted = text.upper() == text
    for match in _CODE.finditer(text):
        if not shouted and (match.group().isascii() or "/" in match.group()):
            yield Read(match.start(), match.end(), match.group(), "name")


def _places(text: str, language: str) -> Iterator[Read]:
    for pattern, english in place_patterns(language):
        for match in pattern.finditer(text):
            label = label_of(match.group("label"))
            if label:
                yield Read(match.start(), match.end(), f"{english} {label}", "place")
                yield from _several(text, match, f"{english} {label}", language)


def _several(text: str, match: re.Match[str], english: str, language: str) -> Iterator[Read]:
    """Yield a place with the labels after its first, "paragraph 1, 2 and 3", where a place or sign ends them."""
    found = _more_labels(language).match(text, match.end())
    if found:
        rest = re.sub(rf"\s*,\s*({_LABEL})", lambda one: ", " + label_of(one.group(1)), found.group())
        rest = re.sub(rf"\s+\w+\s+({_LABEL})$", lambda one: " and " + label_of(one.group(1)), rest)
        yield Read(match.start(), found.end(), english + rest, "place")


@cache
def _more_labels(language: str) -> re.Pattern[str]:
    names = [phrase_pattern(phrase, language) for phrase in rows_of(language).places if "*" not in phrase]
    joined = [w for w in lexicon(language).families("scopes").get("and", ()) if w.isalpha()][:1]
    if not names or not joined:
        return re.compile(r"(?!)")
    more = rf"(?:\s*,\s*{_LABEL})*(?:\s*,\s*{_LABEL}|\s+{joined[0]}\s+{_LABEL})"
    return re.compile(rf"{more}(?=\s*(?:[,;.)]|$|(?i:{'|'.join(names)})))")


@cache
def place_patterns(language: str) -> tuple[tuple[re.Pattern[str], str], ...]:
    """Return a pattern for each part of a law that the gloss names, with its English.

    "第*条" holds the label where the star is; elsewhere it follows.
    """
    made = []
    for phrase, english in rows_of(language).places.items():
        if "*" in phrase:
            left, right = (re.escape(side) for side in phrase.split("*", 1))
            made.append((re.compile(rf"{left}(?P<label>[{_HAN}]+){right}"), english))
        else:
            name = phrase_pattern(phrase, language)
            made.append((re.compile(rf"(?i:{name})\.?\s*(?P<label>{_LABEL})"), english))
    return tuple(made)


def label_of(label: str) -> str:
    """Return a label as English writes it: Han numbers in digits, a lone letter in brackets."""
    if re.fullmatch(rf"[{_HAN}]+", label) and not label.isdecimal():
        read = numbers(label, "zh")
        whole = len(read) == 1 and read[0].span == Span(0, len(label))
        return format(read[0].value.normalize(), "f") if whole else ""
    digits = "".join(str(int(sign)) if sign.isdecimal() else sign for sign in label)
    return f"({digits})" if len(digits) == 1 and digits.isalpha() else " ".join(digits.split())
