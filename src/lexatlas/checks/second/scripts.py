"""Is a text written in a script of the language that it was read in, as CLDR has the scripts of languages?"""

import unicodedata
from collections import Counter
from functools import cache, lru_cache

from babel.core import get_global

from lexatlas.checks.second.finding import Finding, borne, contradicted, unknown

_NAMED: dict[str, frozenset[str]] = {
    "Latn": frozenset({"LATIN"}), "Cyrl": frozenset({"CYRILLIC"}), "Arab": frozenset({"ARABIC"}),
    "Thai": frozenset({"THAI"}), "Hans": frozenset({"CJK"}), "Hant": frozenset({"CJK"}),
    "Jpan": frozenset({"CJK", "HIRAGANA", "KATAKANA"}), "Kore": frozenset({"HANGUL", "CJK"}),
    "Grek": frozenset({"GREEK"}), "Hebr": frozenset({"HEBREW"}),
}  # fmt: skip
"""Scripts by their ISO 15924 code, as the first word of the Unicode names of their letters."""
_FEW, _MOST = 12, 0.8


@cache
def _scripts(language: str) -> frozenset[str]:
    tag = get_global("likely_subtags").get(language.split("-")[0], "")
    script = next((part for part in tag.split("_") if len(part) == len("Latn") and part.istitle()), "")
    return _NAMED.get(script, frozenset())


@lru_cache(maxsize=4096)
def script(words: str, language: str) -> Finding:
    """Return whether most letters of some words belong to a script of the language; a few letters tell nothing."""
    counted = Counter(_of(sign) for sign in words[:600] if sign.isalpha())
    own = _scripts(language)
    if counted.total() < _FEW or not own:
        return unknown("script")
    most, times = counted.most_common(1)[0]
    if most in own or not most:
        return borne("script")
    return contradicted("script", language, most) if times > _MOST * counted.total() else unknown("script")


@lru_cache(maxsize=4096)
def _of(sign: str) -> str:
    return unicodedata.name(sign, "").split(" ")[0].split("-")[0]
