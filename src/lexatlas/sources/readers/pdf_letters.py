"""Whether the letters of a page are words of any language, and what single signs of a font stand for."""

import re
import unicodedata

SCANNED = 100
"""A page with fewer letters than this beside a picture is one that was scanned."""
_SAMPLE = 1500
_SHOWN_BAD = 0.05
_LEAST_VOWELS, _MOST_VOWELS = 0.27, 0.62
_USUAL_VOWELS = (0.36, 0.48)
_MOST_ODD = 0.25
# Private use, what could not be decoded, control characters: signs that no font of the file explains.
UNKNOWN = re.compile(r"[\ue000-\uf8ff\ufffd\x00-\x08\x0b\x0e-\x1f\x7f-\x9f\U000f0000-\U0010ffff]")
_SYMBOLS = {0xF0B7: "•", 0xF0A7: "▪", 0xF0D8: "‣", 0xF02D: "–", 0xF0A8: "▪", 0xF076: "▪", 0xF020: " "}
_LIGATURES = re.compile(r"[\ufb00-\ufb06\ufb13-\ufb17\ufb1d-\ufb4f\ufb50-\ufdff\ufe70-\ufefc]")
_WORD = re.compile(r"[^\W\d_]{3,}")
_LATIN = re.compile(r"[a-zæøœßđłıħŧə]+")
_VOWELS = "aeiouyæøœıə"
_ODD = re.compile(
    r"[a-zß-öø-ÿ][A-ZÀ-ÖØ-Þ]|[^\W\d_][!\"#$%*+;<=>?\\^{|}~¡-¿×÷][^\W\d_]"
    r"|[A-Za-z][\u0370-\u058f]|[\u0370-\u058f][A-Za-z]"
)


def has_letters(text: str, least: int = SCANNED) -> bool:
    """Return whether `text` holds at least that many letters."""
    return sum(map(str.isalpha, text[: 4 * least])) >= least or sum(map(str.isalpha, text)) >= least


def is_no_language(text: str) -> bool:
    """Return whether a page's characters cannot be its words: a font without a map to letters gives such.

    Measured on pages of 1,500 characters of statutes in seven languages: vowels are 31 to 47 in a hundred
    Latin letters, and at most 13 in a hundred words change to a capital within. Letters moved along the
    alphabet keep neither. Of other scripts only unknown signs are judged.
    """
    sample = text[:_SAMPLE].translate(_SYMBOLS)
    if len(UNKNOWN.findall(sample)) > _SHOWN_BAD * len("".join(sample.split())):
        return True
    low = sample.lower()
    letters = "".join(_LATIN.findall(low if low.isascii() else unicodedata.normalize("NFD", low)))
    if len(letters) < SCANNED or 2 * len(letters) < sum(map(str.isalpha, sample)):
        return False
    vowels = sum(map(letters.count, _VOWELS)) / len(letters)
    if _USUAL_VOWELS[0] <= vowels <= _USUAL_VOWELS[1] and low.isascii():
        return False
    odd = len(_ODD.findall(sample)) / max(1, len(_WORD.findall(sample)))
    return not _LEAST_VOWELS <= vowels <= _MOST_VOWELS or odd > _MOST_ODD


def plain_signs(words: str) -> str:
    """Return `words` with ligatures as their letters, soft hyphens gone, and unknown signs as U+FFFD.

    Only letters that were joined for print are unfolded: a half, a raised digit or a wide letter stays.
    """
    if words.isascii():
        return UNKNOWN.sub("\ufffd", words)
    words = _LIGATURES.sub(_unfolded, words.translate(_SYMBOLS).replace("\u00ad", ""))
    return unicodedata.normalize("NFC", UNKNOWN.sub("\ufffd", words))


def _unfolded(found: re.Match[str]) -> str:
    return unicodedata.normalize("NFKC", found.group()).strip() or found.group()
