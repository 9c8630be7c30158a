"""The printed numbers that the words of a unit begin with: (a), 2. —(1), ２, 一, イ, ①."""

import re
from collections.abc import Collection

from lexatlas.core.evidence import Span
from lexatlas.language.numerals import circled, plain_digits
from lexatlas.language.sentences import trim

_NUMBER = re.compile(
    r"\s*(?:[—–-]\s*)?(?:\(\s*(?P<round>[^\W_]{1,6}(?:\.\d+)*)\s*\)|(?P<dotted>[^\W_]{1,5}(?:\.\d+)*)[.)](?=\s)"
    r"|(?P<bare>\d{1,4}[A-Z]{0,2}(?:\.\d+)*)(?=\s+[(\[\"“‘«A-ZÀ-Þ])"
    r"|§\s?(?P<sect>\d{1,3})\s?(?:[º°]\.?|\.)(?:\s?[-–])?(?=\s)|(?P<nth>\d{1,3})\.?[ºª°][.)]?(?:\s?[-–])?(?=\s)"
    r"|[Pp]ar[áa]grafo\s(?P<sole>[úu]nico)[.:]?(?:\s?[-–])?(?=\s)|(?P<hyphened>\d{1,3}|[IVXL]{1,7})\s?[-–—](?=\s)"
    r"|(?P<later>\d{1,3}[- ]?[a-z]{3,12})[.)](?=\s)"
    r"|(?P<eastern>[①-⑳㉑-㉟]|[\d一二三四五六七八九十の]{1,7}(?=[ \u3000\n])|[イ-ン](?=[ \u3000\n])"
    r"|（\d{1,2}）|\d{1,3}의\d+\.(?=\s)))"
    r"\s*(?:[—–-](?=\s|\())?\s*"
)
_LABELS = ("round", "dotted", "bare", "sect", "nth", "sole", "hyphened", "later")


def unlabelled(text: str, span: Span, known: Collection[str]) -> Span:
    """Leave the printed numbers that a stretch begins with out of its words, "(a)" or "2. —(1)".

    `known` are the labels of the segment and of those around it, folded: any other number is a word of the rule.
    """
    start = span.start
    while match := _NUMBER.match(text, start, span.end):
        label = next((match.group(name) for name in _LABELS if match.group(name)), "")
        label = label or circled(plain_digits(match.group("eastern")).strip("（）."))
        if label.casefold().rstrip("ـ") not in known or match.end() >= span.end:
            break
        start = match.end()
    return trim(text, Span(start, span.end))
