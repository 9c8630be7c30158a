"""Words in one form, so that what CLDR lists is found in them: digits of every script, Arabic without its marks."""

import unicodedata
from functools import lru_cache

UNSPACED = ("zh", "ja", "th")
"""Languages that write without blanks between words."""
ANYWHERE = (*UNSPACED, "ko")
"""Languages in which a root may stand anywhere: Korean writes blanks, and endings without any."""
HAN = ("zh", "ja", "ko")
"""Languages that write numbers in Han signs, or with their scales."""
_SEEN = 4096


@lru_cache(maxsize=_SEEN)
def plain(text: str) -> str:
    """Return `text` with European digits, and Arabic letters without vowel marks, Hamza or lengthening."""
    return "".join(map(_sign, text)) if not text.isascii() else text


def folded(text: str) -> str:
    """Return `text` plain and in small letters."""
    return plain(text).casefold().replace("\u0307", "").strip()


def folded_behind(text: str, at: int, signs: int) -> str:
    """Return so many signs behind a place, folded, with the blanks that they begin with."""
    return folded(f"·{text[at : at + signs]}")[1:]


def folded_before(text: str, at: int, signs: int) -> str:
    """Return so many signs before a place, folded, with the blanks that they end with."""
    return folded(f"{text[max(0, at - signs) : at]}·")[:-1]


@lru_cache(maxsize=_SEEN)
def _sign(sign: str) -> str:
    if unicodedata.category(sign) == "Nd":
        return str(unicodedata.digit(sign))
    if "\u0600" <= sign <= "\u06ff":
        bare = unicodedata.normalize("NFD", sign)[0]
        return "" if unicodedata.category(bare) == "Mn" or sign == "\u0640" else bare
    return " " if sign in "\u00a0\u202f\u2007\u2009\u3000" else sign
