"""Terms of any script: folding, tokens, stems and the words that carry content."""

import re
import unicodedata
from functools import cache
from itertools import chain, pairwise

import Stemmer

from lexatlas.language.lexicon import lexicon

TERMS_VERSION = "3"
"""Changes whenever the same text gives other terms; kept with every index built from terms."""

_STEMMERS = {
    "ar": "arabic", "de": "german", "en": "english", "es": "spanish", "fr": "french", "it": "italian",
    "nl": "dutch", "pt": "portuguese", "ru": "russian", "sv": "swedish", "tr": "turkish",
}  # fmt: skip
STEMMED = tuple(_STEMMERS)
"""Languages whose words are cut to stems; of others they are folded only."""
_HAN = "\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\u3041-\u30ff\uac00-\ud7a3"
"""Han, kana and Hangul: words have no borders, or carry particles, so that pairs of signs are compared."""
_THAI = "\u0e01-\u0e3a\u0e40-\u0e4e"
_CLUSTER = re.compile("[\u0e40-\u0e44]?[\u0e01-\u0e2e][\u0e30-\u0e3a\u0e45\u0e47-\u0e4e]*|.")
"""A Thai consonant with the vowels and tones that belong to it."""
_LETTER, _MARK = rf"[^\W\d_{_HAN}{_THAI}]", "[\u0300-\u036f\u0610-\u061a\u064b-\u065f\u0670]"
_LETTERS = rf"{_LETTER}+(?:{_MARK}+{_LETTER}*)*"
"""A run of letters with the vowel marks that stand on them."""
_TOKEN = re.compile(rf"\d+(?:[.,]\d+)*%?|[{_HAN}]+|[{_THAI}]+|{_LETTERS}(?:['’]{_LETTERS})*")
_ASCII_TOKEN = re.compile(r"\d+(?:[.,]\d+)*%?|[A-Za-z]+(?:'[A-Za-z]+)*", re.ASCII)
"""What `_TOKEN` finds where there is nothing but ASCII, in half its time."""
_HAN_SIGN = re.compile(rf"[{_HAN}{_THAI}]")
_ALIKE = str.maketrans({"ё": "е",
                        "أ": "ا", "إ": "ا", "آ": "ا", "ى": "ي", "ة": "ه", "ؤ": "و", "ئ": "ي", "ـ": None,
                        "’": "'", "‘": "'", "đ": "d", "ħ": "h", "ß": "ss", "ø": "o", "ł": "l"})  # fmt: skip
_MARKS = re.compile(_MARK)


def fold(text: str) -> str:
    """Return `text` in lower case without accents and vowel marks, look-alike letters made one.

    The result may differ in length from `text`.
    """
    apart = unicodedata.normalize("NFD", text.casefold())
    return unicodedata.normalize("NFC", _MARKS.sub("", apart)).translate(_ALIKE)


def tokens(text: str) -> list[str]:
    """Return the words and numbers of `text` in reading order, unfolded; a run of Han or Thai signs is one token."""
    return (_ASCII_TOKEN if text.isascii() else _TOKEN).findall(text)


@cache
def _stem(word: str, language: str) -> str:
    name = _STEMMERS.get(language)
    word = _MARKS.sub("", word)
    if name is None or not word.isalpha():
        return fold(word)
    return fold(_stemmer(name).stemWord(word.casefold()))


@cache
def _stemmer(name: str) -> Stemmer.Stemmer:
    return Stemmer.Stemmer(name)


def stems(text: str, language: str) -> list[str]:
    """Return comparable terms in reading order: stems where a stemmer is known, else folded words.

    A run of Han, kana or Hangul gives its overlapping pairs, one of Thai pairs of its consonants with their
    vowels; a single sign stands alone. So "가상자산은" meets "가상자산" without a list of particles. An elided
    French word (`l'émetteur`) gives the word after the apostrophe.
    """
    known = _stems_of(language.split("-")[0])
    return list(chain.from_iterable(known[token] for token in tokens(text)))


class _StemsOf(dict[str, tuple[str, ...]]):
    """The terms of each token that was met in one language; a law repeats its words."""

    def __init__(self, code: str) -> None:
        self._code = code

    def __missing__(self, token: str) -> tuple[str, ...]:
        if _HAN_SIGN.match(token):
            # Any run of signs is a token of its own: kept, they would be as many as the texts are long.
            return _pairs(token)
        self[token] = (_stem(_bare(token, self._code), self._code),)
        return self[token]


_stems_of = cache(_StemsOf)


def _pairs(run: str) -> tuple[str, ...]:
    if "\u0e01" <= run[0] <= "\u0e4e":
        signs = _CLUSTER.findall(run)
        return tuple("".join(pair) for pair in pairwise(signs)) or (run,)
    return tuple(run[i : i + 2] for i in range(len(run) - 1)) or (run,)


def _bare(token: str, language: str) -> str:
    word = token.replace("’", "'")
    if language in ("fr", "it", "mt") and "'" in word:
        return word.rsplit("'", 1)[1] or word
    return word.removesuffix("'s")


@cache
def _stop_stems(language: str) -> frozenset[str]:
    return frozenset(_stem(word, language) for word in lexicon(language).words("stop_words"))


def content_words(text: str, language: str) -> list[str]:
    """Return `stems` without stop words; numbers stay."""
    stop = _stop_stems(language.split("-")[0])
    return [term for term in stems(text, language) if term not in stop]
