"""Terms of any script: folding, tokens, stems and the words that carry content."""

import re
import unicodedata
from functools import cache

import snowballstemmer

from lexatlas.language.lexicon import lexicon

TERMS_VERSION = "2"
"""Changes whenever the same text gives other terms; kept with every index built from terms."""

_STEMMERS = {
    "ar": "arabic", "de": "german", "en": "english", "es": "spanish", "fr": "french", "it": "italian",
    "nl": "dutch", "pt": "portuguese", "ru": "russian", "sv": "swedish", "tr": "turkish",
}  # fmt: skip
_HAN = "\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\u3041-\u30ff"
_LETTERS = rf"(?:[^\W\d_{_HAN}][\u0300-\u036f\u0610-\u061a\u064b-\u065f\u0670]*)+"
"""A run of letters with the vowel marks that stand on them."""
_TOKEN = re.compile(rf"\d+(?:[.,]\d+)*%?|[{_HAN}]+|{_LETTERS}(?:['’]{_LETTERS})*")
_HAN_SIGN = re.compile(rf"[{_HAN}]")
_ALIKE = str.maketrans({"ё": "е",
                        "أ": "ا", "إ": "ا", "آ": "ا", "ى": "ي", "ة": "ه", "ؤ": "و", "ئ": "ي", "ـ": None,
                        "’": "'", "‘": "'", "đ": "d", "ħ": "h", "ß": "ss", "ø": "o", "ł": "l"})  # fmt: skip
_MARKS = re.compile(r"[\u0300-\u036f\u0610-\u061a\u064b-\u065f\u0670]")


def fold(text: str) -> str:
    """Return `text` in lower case without accents and vowel marks, look-alike letters made one.

    The result may differ in length from `text`.
    """
    apart = unicodedata.normalize("NFD", text.casefold())
    return unicodedata.normalize("NFC", _MARKS.sub("", apart)).translate(_ALIKE)


def tokens(text: str) -> list[str]:
    """Return the words and numbers of `text` in reading order, unfolded; a run of Han signs is one token."""
    return _TOKEN.findall(text)


@cache
def _stem(word: str, language: str) -> str:
    name = _STEMMERS.get(language)
    word = _MARKS.sub("", word)
    if name is None or not word.isalpha():
        return fold(word)
    return fold(str(snowballstemmer.stemmer(name).stemWord(word.casefold())))


def stems(text: str, language: str) -> list[str]:
    """Return comparable terms in reading order: stems where a stemmer is known, else folded words.

    A run of Han signs gives its overlapping pairs; a single sign stands alone. An elided French word
    (`l'émetteur`) gives the word after the apostrophe.
    """
    code = language.split("-")[0]
    found: list[str] = []
    for token in tokens(text):
        if _HAN_SIGN.match(token):
            found += _pairs(token)
        else:
            found.append(_term(token, code))
    return found


@cache
def _term(token: str, code: str) -> str:
    return _stem(_bare(token, code), code)


def _pairs(run: str) -> list[str]:
    return [run[i : i + 2] for i in range(len(run) - 1)] or [run]


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
    code = language.split("-")[0]
    return [term for term in stems(text, language) if term not in _stop_stems(code)]
