"""The language of a text: as declared, else by its script and letters, else by small words; "" when nothing tells."""

import re
from collections import Counter
from functools import cache
from importlib.resources import files
from typing import Any

import tomli

from lexatlas.language.lexicon import LANGUAGES, lexicon
from lexatlas.language.terms import tokens

_SCRIPTS = {
    "han": re.compile(r"[\u3400-\u4dbf\u4e00-\u9fff]"),
    "kana": re.compile(r"[\u3041-\u30ff]"),
    "ko": re.compile(r"[\uac00-\ud7af]"),
    "arabic": re.compile(r"[\u0600-\u06ff]"),
    "cyrillic": re.compile(r"[\u0400-\u04ff]"),
    "el": re.compile(r"[\u0370-\u03ff]"),
    "he": re.compile(r"[\u0590-\u05ff]"),
    "th": re.compile(r"[\u0e00-\u0e7f]"),
    "devanagari": re.compile(r"[\u0900-\u097f]"),
    "latin": re.compile(r"[A-Za-z\u00c0-\u024f\u1e00-\u1eff]"),
}
_DENSE = {"han": 3, "kana": 2, "ko": 2}
"""A sign of these scripts says as much as so many letters of the others."""
_OF_SCRIPT = {
    "arabic": ("ur", "fa"), "cyrillic": ("sr", "mk", "kk", "be", "uk", "bg", "ru"), "latin": ("vi", "mt", "az", "tr"),
}  # fmt: skip
"""Languages that their own letters tell, those with the rarest letters first."""
_LEAST = {"ur": 0.01, "fa": 0.02, "sr": 0.02, "mk": 0.005, "kk": 0.04, "be": 0.005, "uk": 0.02, "ru": 0.005,
          "bg": 0.008, "vi": 0.08, "mt": 0.01, "az": 0.03, "tr": 0.02}  # fmt: skip
"""Share of a language's own letters among the letters of a text, at which it is taken for that language."""
_ELSE = {"arabic": "ar", "cyrillic": "", "latin": "", "devanagari": ""}
_SAMPLE, _MAIN, _KANA, _SMALL, _AHEAD, _HITS = 20_000, 0.4, 0.05, 0.08, 1.25, 2


def language_of(text: str, declared: str = "") -> str:
    """Return an ISO 639-1 code: the declared one, else read from the text; "" when nothing tells.

    What script and letters say for certain goes before what was declared: a file is often declared as its
    template was. Small words never overrule a declaration. A Cyrillic text whose letters tell no more, a
    Devanagari one, a name in Han signs, and Vietnamese without its marks are "": unknown is no guess.
    """
    sample = text[:_SAMPLE]
    said = declared.strip().split("-")[0].split("_")[0].lower()
    script = _main_script(sample)
    told = _by_letters(sample, script)
    if said:
        return told if told and told != said and _surely(sample, script, said) else said
    return told or (_by_small_words(sample) if script == "latin" else "")


def _main_script(sample: str) -> str:
    if sample.isascii():
        return "latin" if re.search("[A-Za-z]", sample) else ""
    counts = {name: len(signs.findall(sample)) * _DENSE.get(name, 1) for name, signs in _SCRIPTS.items()}
    letters = sum(counts.values())
    if not letters:
        return ""
    best = max(counts, key=lambda name: counts[name])
    if best == "han" and counts["kana"] > _KANA * letters:
        return "kana"
    return best if counts[best] >= _MAIN * letters else ""


def _by_letters(sample: str, script: str) -> str:
    """Return the language that script and letters tell; "" where several write so."""
    if script in ("ko", "el", "he", "th"):
        return script
    if script == "kana":
        return "ja"
    if script == "han":
        return "zh" if any(sign in sample for sign in _data()["han"]["zh"]) else ""
    if script not in _OF_SCRIPT or sample.isascii():
        return ""
    small = sample.casefold()
    letters = len(_SCRIPTS[script].findall(small))
    for code in _OF_SCRIPT[script]:
        own = _data()["letters"][code]
        if sum(small.count(letter) for letter in own) >= _LEAST[code] * letters:
            return code
    return _ELSE[script]


def _surely(sample: str, script: str, said: str) -> bool:
    """Return whether a text is long enough to overrule what was declared, and not just another name for it."""
    near = {"zh": ("ja", "yue", "wuu"), "ko": ("ja",)}
    same = said in near.get("zh" if script == "han" else "", ()) or (
        script == "cyrillic" and said not in LANGUAGES
    )
    return not same and len(sample) >= _LONG


_LONG = 40
"""Characters under which a text overrules no declaration."""


def _by_small_words(sample: str) -> str:
    words: Counter[str] = Counter()
    for token, times in Counter(tokens(sample)).items():
        words[token.casefold()] += times
    hits = {code: sum(words[word] for word in known) for code, known in _small_words().items()}
    ranked = sorted(hits, key=lambda code: (-hits[code], code))
    best, second = ranked[0], ranked[1]
    enough = hits[best] >= _HITS and hits[best] >= _SMALL * words.total()
    return best if enough and hits[best] >= _AHEAD * hits[second] else ""


@cache
def _small_words() -> dict[str, frozenset[str]]:
    """Small words by language; Vietnamese and Maltese are told by their letters, and by nothing else."""
    ours = {code: lexicon(code).words("stop_words") for code in LANGUAGES if code in ("en", "fr")}
    listed = {**_data()["small_words"], **ours}
    return {
        code: frozenset(word for word in words if len(word) > 1 or code == "en")
        for code, words in listed.items()
    }


@cache
def _data() -> dict[str, Any]:
    path = files(__package__).joinpath("data", "languages.toml")
    return tomli.loads(path.read_text(encoding="utf-8"))
