"""Numbers in digits, in words and in both, read as decimals with their exact places."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import cache, lru_cache

from lexatlas.core.evidence import Span
from lexatlas.language import numerals_han, numerals_hangul, numerals_thai
from lexatlas.language.alternatives import alternatives
from lexatlas.language.cues import UNSPACED, phrase_pattern
from lexatlas.language.lexicon import lexicon

BLANK = r"[ \u00a0\u2007\u2009\u202f]"
"""Signs that may part thousands where a language parts them by a blank."""

_WORD = re.compile(r"\w+")
_ARTICLE_ATTACHED = ("mt",)
_DIGITS = str.maketrans(
    "٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹٫٬๐๑๒๓๔๕๖๗๘๙０１２３４５６７８９", "01234567890123456789.,01234567890123456789"
)
_CIRCLED = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳㉑㉒㉓㉔㉕㉖㉗㉘㉙㉚㉛㉜㉝㉞㉟"
_WIDE_MARK = re.compile("(?<=[０-９])(?:，(?=[０-９]{3}(?![０-９]))|．(?=[０-９]))")
_RUN_ON = ("ko",)
"""Languages that write what is counted onto its number, though they part words."""


def plain_digits(text: str) -> str:
    """Return `text`, sign for sign, with the digits of every script as 0 to 9 and their marks as "." and ","."""
    if text.isascii():
        return text
    marked = _WIDE_MARK.sub(lambda mark: "," if mark.group() == "，" else ".", text)
    return marked.translate(_DIGITS)


def circled(sign: str) -> str:
    """Return the number in a circle that `sign` is, as digits; the sign itself for any other."""
    return str(_CIRCLED.index(sign) + 1) if sign and sign in _CIRCLED else sign


@dataclass(frozen=True, slots=True)
class NumberRead:
    """A number at `span`; `digits` tells whether it is written in digits rather than in words."""

    span: Span
    value: Decimal
    digits: bool = True


@cache
def _digit_pattern(groups: tuple[str, ...], decimal: str, spaced: bool = True) -> re.Pattern[str]:
    marks = "".join(re.escape(mark) for mark in groups)
    other = "." if decimal == "," else ","
    grouped = (
        rf"\d{{1,3}}(?:(?P<g>[{marks}]|{BLANK})\d{{3}})(?:(?P=g)\d{{3}})*(?:{re.escape(decimal)}\d+)?(?!\d)"
    )
    # Two or more groups of three leave no doubt whichever sign parts them.
    certain = rf"\d{{1,3}}(?:{re.escape(other)}\d{{3}}){{2,}}|\d{{1,3}}(?:{re.escape(decimal)}\d{{3}}){{2,}}"
    # "500,000.00" where commas are decimals: the two signs tell each other apart.
    certain += rf"|\d{{1,3}}(?:{re.escape(decimal)}\d{{3}})+{re.escape(other)}\d{{1,2}}(?!\d)"
    plain = rf"\d+(?:{re.escape(decimal)}\d+)?"
    if decimal in groups:
        # Either sign may part thousands: then fewer than three digits after the last one are a fraction.
        grouped = rf"\d{{1,3}}(?:(?P<g>[.,]|{BLANK})\d{{3}})(?:(?P=g)\d{{3}})*(?:[.,]\d{{1,2}})?(?!\d)"
        plain = r"\d+(?:[.,]\d{1,2})?"
    if not spaced:
        return re.compile(rf"(?<![A-Za-z\d.,/第제])(?:{certain}|{grouped}|{plain})(?![\d/]|[.,]\d|[A-Za-z])")
    return re.compile(rf"(?<![\w.,/])(?:{certain}|{grouped}|{plain})(?![\d/]|[.,]\d|[^\W\d_])")


def _digit_value(words: str, groups: tuple[str, ...], decimal: str) -> Decimal:
    bare = re.sub(BLANK, "", words)
    if decimal in groups:
        whole, fraction = re.fullmatch(r"([\d.,]*?\d)(?:[.,](\d{1,2}))?", bare).groups()  # type: ignore[union-attr]  # as the pattern has it
        return Decimal(re.sub("[.,]", "", whole) + (f".{fraction}" if fraction else ""))
    if re.fullmatch(r"\d{1,3}(?:,\d{3})+\.\d{1,2}", bare):
        return Decimal(bare.replace(",", ""))
    if re.fullmatch(r"\d{1,3}(?:\.\d{3})+,\d{1,2}", bare):
        return Decimal(bare.replace(".", "").replace(",", "."))
    for sign in (".", ","):
        if bare.count(sign) > 1:
            bare = bare.replace(sign, "")
    for mark in groups:
        bare = bare.replace(mark, "")
    return Decimal(bare.replace(decimal, "."))


@cache
def _word_values(language: str) -> tuple[dict[str, int], dict[str, int]]:
    lex = lexicon(language)
    return lex.numbers("numbers"), lex.numbers("scales")


@cache
def _word_pattern(language: str) -> re.Pattern[str]:
    numbers, scales = _word_values(language)
    words = sorted({*numbers, *scales}, key=lambda word: (-len(word), word))
    if not words:
        return re.compile(r"(?!)")
    # Arabic writes "and" on the next word, and "per hundred" as one word that is no number.
    one = "|".join(rf"(?<!\w)و?{re.escape(word)}(?!\w)" for word in words)
    if language != "ar":
        one = alternatives([phrase_pattern(word, language) for word in words], ignore_case=True)
    joiners = "|".join(re.escape(word) for word in lexicon(language).words("number_joiners") if word != "-")
    if glued(language):
        # "zweihundertfünfzigtausend", "centocinquantamila": one word, however long.
        bare = "|".join(re.escape(word) for word in words)
        one = rf"(?:{bare})(?:(?:{joiners or '(?!)'})?(?:{bare}))*"
    between = rf"(?:\s+(?:(?:{joiners})\s+)?|-(?:(?:{joiners})-)?)" if joiners else r"[\s-]+"
    before = r"(?<![\w-])"
    if language in _ARTICLE_ATTACHED:
        # "il-ħamsa u sebgħin elf": the article stands before the number with a hyphen.
        attached = "|".join(rf"(?<=(?<!\w)[^\W\d_]{{{length}}}-)" for length in range(1, 5))
        before = rf"(?:{before}|{attached})"
    return re.compile(rf"{before}(?:{one})(?:{between}(?:{one}))*(?![\w-])", re.IGNORECASE)


def glued(language: str) -> bool:
    """Return whether a language writes the words of one number together."""
    return bool(lexicon(language).data.get("glued_numbers", False))


@cache
def _word_heads(language: str) -> frozenset[str]:
    """The first words of number words: most sentences hold none, and are done with at once."""
    return frozenset(_WORD.findall(word)[0] for table in _word_values(language) for word in table)


def _word_value(words: str, language: str) -> Decimal | None:
    """Read number words such as "one hundred and fifty thousand"; None where scales alone say no number."""
    numbers, scales = _word_values(language)
    known = sorted({*numbers, *scales}, key=lambda word: (-len(word), word))
    pieces = re.findall("|".join(re.escape(word) for word in known), " ".join(words.casefold().split()))
    total = current = 0
    for piece in pieces:
        if piece in numbers:
            current += numbers[piece]
        elif total and scales[piece] > total:
            # "ten thousand billion", "dos mil quinientos millones": the whole of what was said is counted.
            total, current = (total + current) * scales[piece], 0
        elif scales[piece] == 100:
            current = max(current, 1) * 100
        else:
            total, current = total + max(current, 1) * scales[piece], 0
    alone = lexicon(language).data.get("scale_alone")
    said = any(piece in numbers or (alone is None and scales[piece] <= 1000) for piece in pieces)
    return Decimal(total + current) if said or pieces[0] in lexicon(language).words("scale_alone") else None


def _scaled(text: str, end: int, value: Decimal, language: str) -> tuple[int, Decimal]:
    """Take the scale words after digits ("5 million", "10.000 tỷ") into the value."""
    scales, pattern = _scales(language)
    match = pattern.match(text, end) if scales else None
    if match is None or (
        len(match.group(1)) <= 2 and match.group(1).isascii() and match.group().startswith("-")
    ):
        return end, value
    return match.end(), value * scales[match.group(1).casefold()]


@cache
def _scales(language: str) -> tuple[dict[str, int], re.Pattern[str]]:
    """Words for a thousand and more with their sizes, and the pattern of one behind digits."""
    scales = {word: size for word, size in _word_values(language)[1].items() if size >= 1000}
    words = "|".join(re.escape(word) for word in sorted(scales, key=lambda word: (-len(word), word)))
    unspaced = language in UNSPACED
    pattern = rf"{BLANK}?({words})" if unspaced else rf"(?:{BLANK}|-)?({words})(?!\w)"
    return scales, re.compile(pattern, re.IGNORECASE)


def numbers(text: str, language: str) -> tuple[NumberRead, ...]:
    """Return the numbers of `text` in reading order, without overlaps.

    Grouped digits are read by the language's own signs; scale words after digits are taken in. Digits that
    touch letters, a slash or another number ("2023/1114", "Q4") are no number.
    """
    return _numbers(text, language.split("-")[0])


@lru_cache(maxsize=256)
def _numbers(text: str, code: str) -> tuple[NumberRead, ...]:
    lex = lexicon(code)
    plain = plain_digits(text)
    found: list[NumberRead] = []
    spaced = code not in UNSPACED and code not in _RUN_ON
    for match in _digit_pattern(lex.groups, lex.decimal, spaced).finditer(plain):
        end, value = _scaled(plain, match.end(), _digit_value(match.group(), lex.groups, lex.decimal), code)
        found.append(NumberRead(Span(match.start(), end), value))
    found += [NumberRead(*one) for one in _in_words(plain, code)]
    return tuple(_without_overlap(found))


def _in_words(text: str, language: str) -> list[tuple[Span, Decimal, bool]]:
    written = _of_script(text, language)
    if written is not None:
        return [(Span(start, end), value, digits) for start, end, value, digits in written]
    if not glued(language) and _word_heads(language).isdisjoint(_WORD.findall(text.casefold())):
        return []
    read = (
        (span, _word_value(text[span.start : span.end], language))
        for match in _word_pattern(language).finditer(text)
        for span in _apart(text, Span(*match.span()), language)
    )
    return _put_together(text, [(span, value) for span, value in read if value is not None], language)


def _put_together(
    text: str, read: list[tuple[Span, Decimal]], language: str
) -> list[tuple[Span, Decimal, bool]]:
    """Put together what a comma or the word for a decimal sign parts: "mil, duzentos", "cero punto tres".

    What stands behind such a word and cannot be read as a fraction leaves no number at all.
    """
    points = "|".join(re.escape(word) for word in lexicon(language).words("number_joiners", "decimal"))
    point = re.compile(rf"\s+(?:{points or '(?!)'})\s+", re.IGNORECASE)
    found: list[tuple[Span, Decimal, bool]] = []
    for span, value in read:
        between = text[found[-1][0].end : span.start] if found else ""
        if found and point.fullmatch(between):
            whole, tail = found.pop(), _fraction(text[span.start : span.end], language)
            if tail is not None and whole[1] == int(whole[1]):
                found.append((Span(whole[0].start, span.end), Decimal(f"{int(whole[1])}.{tail}"), False))
        elif (
            found
            and between in (", ", ",\u00a0")
            and value < 1000 <= found[-1][1]
            and not found[-1][1] % 1000
        ):
            whole = found.pop()
            found.append((Span(whole[0].start, span.end), whole[1] + value, False))
        else:
            found.append((span, value, False))
    return found


def _fraction(words: str, language: str) -> str | None:
    """Return the digits that words behind a decimal sign stand for, "cero cinco" as "05"; None where unsure."""
    values, scales = _word_values(language)
    said = [values.get(piece, -1) for piece in _WORD.findall(words.casefold())]
    if all(0 <= value < 10 for value in said):
        return "".join(map(str, said))
    whole = _word_value(words, language)
    known = (
        0 not in said and whole is not None and whole < 100 and not any(w in scales for w in words.split())
    )
    return str(whole) if known else None


@cache
def _one_more(language: str) -> re.Pattern[str]:
    """A joiner before "one million": "between a hundred thousand and one million" names two numbers."""
    numbers, scales = _word_values(language)
    ones = "|".join(re.escape(word) for word, value in numbers.items() if value == 1) or "(?!)"
    large = "|".join(re.escape(word) for word, value in scales.items() if value >= 1_000_000) or "(?!)"
    joiners = "|".join(re.escape(w) for w in lexicon(language).words("number_joiners") if w != "-") or "(?!)"
    return re.compile(rf"\s+(?:{joiners})\s+(?=(?:{ones})\s+(?:{large})(?!\w))", re.IGNORECASE)


def _apart(text: str, span: Span, language: str) -> list[Span]:
    cut = _one_more(language).search(text, span.start, span.end) if not language.startswith("ar") else None
    return [Span(span.start, cut.start()), Span(cut.end(), span.end)] if cut else [span]


def _of_script(text: str, language: str) -> Iterator[tuple[int, int, Decimal, bool]] | None:
    """Return the numbers in the signs or joined words of a script; None where words stand apart."""
    if language in ("zh", "ja"):
        return numerals_han.numbers(text, language)
    if language == "ko":
        return numerals_hangul.numbers(text)
    return numerals_thai.numbers(text) if language == "th" else None


def _without_overlap(found: list[NumberRead]) -> list[NumberRead]:
    kept: list[NumberRead] = []
    for number in sorted(found, key=lambda one: (one.span.start, -one.span.end)):
        if not kept or number.span.start >= kept[-1].span.end:
            kept.append(number)
    return kept
