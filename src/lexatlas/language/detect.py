"""The language of a text: as declared, else by its script, else by the stop words of our lexicons."""

import re
from collections import Counter
from functools import cache

from lexatlas.language.lexicon import LANGUAGES, lexicon
from lexatlas.language.terms import fold, tokens

_SCRIPTS = (
    ("zh", re.compile(r"[\u4e00-\u9fff]")),
    ("ja", re.compile(r"[\u3041-\u30ff]")),
    ("ko", re.compile(r"[\uac00-\ud7af]")),
    ("ar", re.compile(r"[\u0600-\u06ff]")),
    ("ru", re.compile(r"[\u0400-\u04ff]")),
    ("el", re.compile(r"[\u0370-\u03ff]")),
    ("he", re.compile(r"[\u0590-\u05ff]")),
    ("th", re.compile(r"[\u0e00-\u0e7f]")),
    ("hi", re.compile(r"[\u0900-\u097f]")),
)
_SAMPLE = 20_000


def language_of(text: str, declared: str = "") -> str:
    """Return an ISO 639-1 code: the declared one, else read from the text; "" when nothing tells.

    A Cyrillic text is called "ru" and a Devanagari one "hi" for want of lexicons that would tell more.
    """
    if declared.strip():
        return declared.strip().split("-")[0].split("_")[0].lower()
    sample = text[:_SAMPLE]
    return _by_script(sample) or _by_stop_words(sample)


def _by_script(sample: str) -> str:
    letters = sum(map(str.isalpha, sample))
    if not letters or sample.isascii():
        return ""
    if len(_SCRIPTS[1][1].findall(sample)) > letters * 0.1:
        return "ja"
    shares = {code: len(pattern.findall(sample)) / letters for code, pattern in _SCRIPTS}
    best = max(shares, key=lambda code: shares[code])
    return best if shares[best] > 0.3 else ""


def _by_stop_words(sample: str) -> str:
    words: Counter[str] = Counter()
    for token, times in Counter(tokens(sample)).items():
        words[fold(token)] += times
    shares = {code: _share(words, code) for code in LANGUAGES}
    best = max(shares, key=lambda code: (shares[code], code))
    return best if shares[best] >= 0.08 else ""


def _share(words: Counter[str], code: str) -> float:
    return sum(words[stop] for stop in _stops(code)) / words.total() if words else 0.0


@cache
def _stops(code: str) -> frozenset[str]:
    return frozenset(fold(word) for word in lexicon(code).words("stop_words"))
