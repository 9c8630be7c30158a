"""The gloss of a language: its phrases with the English of each, read from a data file, and how words are folded."""

import re
import tomllib
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files
from typing import Any

KINDS = (
    "actors", "acts", "things", "qualities", "links", "modals", "conditions", "authorities", "connectives",
    "places",
)  # fmt: skip
"""The tables of a gloss file. Rows of `places` name parts of a law and cover words only with a label after them."""
NOMINAL = ("actors", "things", "authorities")
"""Kinds that a quality may belong to."""
SIGNS = ',;:.!?()[]“”"«»…—–،؛؟，。；：、（）《》「」'
_HAN = "\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
_TOKEN = re.compile(
    rf"[{_HAN}]|[^\W_{_HAN}]+['’](?=\w)|(?:[^\W_{_HAN}][\u064b-\u065f\u0670\u0640]*)+|[{re.escape(SIGNS)}%]"
)
_MARKS = re.compile("[\u064b-\u065f\u0670\u0640]")
_ALIKE = str.maketrans({"أ": "ا", "إ": "ا", "آ": "ا", "ٱ": "ا", "ى": "ي", "ة": "ه", "’": "'"})
_TONES = "\u0300\u0301\u0309\u0303\u0323"
_OPEN = re.compile(rf"(o)([ae])([{_TONES}])$|((?<!q)u)(y)([{_TONES}])$")
_LEADS = (("و", "ف"), ("ب", "ل", "ك"))
_SHORTEST = 2
"""The letters that must be left of an Arabic word when one in front is taken for a word of its own."""


@dataclass(frozen=True, slots=True)
class Token:
    """A word or sign at its place. `readings` are (letters in front, rest), folded, the likeliest first."""

    start: int
    end: int
    sign: bool
    readings: tuple[tuple[tuple[str, ...], str], ...]


@dataclass(frozen=True, slots=True)
class Row:
    """A phrase of the gloss, its table and its English; "" for a word that English has none for."""

    phrase: str
    kind: str
    english: str


@dataclass(frozen=True)
class Rows:
    """The gloss of one language. `order` names the rules by which English orders its nouns otherwise.

    `apart` are phrases that hold the letters of a cue and not its sense, `unsure` cues left without a gloss
    because they have more than one sense. Rows are found by the folded words of their phrase.
    """

    language: str
    rows: Mapping[tuple[str, ...], Row] = field(default_factory=dict)
    order: tuple[str, ...] = ()
    apart: tuple[str, ...] = ()
    unsure: tuple[str, ...] = ()
    places: Mapping[str, str] = field(default_factory=dict)
    twice: tuple[str, ...] = ()
    longest: int = 0


@cache
def rows_of(language: str) -> Rows:
    """Return the gloss of `language` (a code, a region after "-" ignored); one without rows when there is none."""
    code = language.split("-")[0].lower()
    path = files(__package__).joinpath("data", "gloss", f"{code}.toml")
    if not code.isalpha() or not path.is_file():
        return Rows(code)
    return rows_from(tomllib.loads(path.read_text(encoding="utf-8")), code)


def rows_from(data: Mapping[str, Any], code: str) -> Rows:
    """Build a gloss from the tables of its file."""
    rows: dict[tuple[str, ...], Row] = {}
    twice = []
    for kind in KINDS:
        for phrase, english in data.get(kind, {}).items():
            key = key_of(phrase, code)
            if kind == "places":
                continue
            if key in rows:
                twice.append(phrase)
            rows[key] = Row(phrase, kind, english)
    return Rows(
        code, rows, tuple(data.get("order", ())), tuple(data.get("apart", ())),
        tuple(data.get("unsure", ())), dict(data.get("places", {})), tuple(twice),
        max(map(len, rows), default=0),
    )  # fmt: skip


def key_of(phrase: str, language: str) -> tuple[str, ...]:
    """Return the folded words of a phrase as rows are found by."""
    return tuple(token.readings[0][1] for token in tokens_of(phrase, language))


def tokens_of(text: str, language: str) -> tuple[Token, ...]:
    """Return words and signs of `text` in reading order; Han signs one by one, an elided word by itself."""
    return tuple(
        Token(match.start(), match.end(), match.group() in SIGNS, tuple(_readings(match.group(), language)))
        for match in _TOKEN.finditer(text)
    )


def _readings(word: str, language: str) -> Iterator[tuple[tuple[str, ...], str]]:
    folded = fold(word, language)
    if language != "ar":
        yield (), folded
        return
    yield (), _bare(folded)
    for first in (*_LEADS[0], ""):
        for second in (*_LEADS[1], ""):
            lead = first + second
            if lead and folded.startswith(lead) and len(folded) - len(lead) >= _SHORTEST:
                letters = tuple(letter for letter in (first, second) if letter)
                rest = folded[len(lead) :]
                yield letters, _bare("ا" + rest if second == "ل" and rest.startswith("ل") else rest)


def _bare(word: str) -> str:
    """Return an Arabic word without the article and without the ending of an adverb."""
    return word[2:] if word.startswith("ال") and len(word) > len("ال") + 1 else word


def fold(word: str, language: str) -> str:
    """Return one word as phrases are compared by.

    Small letters; Arabic without vowel marks, look-alike letters made one; the tone of a Vietnamese open
    syllable on its first vowel ("hoá" as "hóa"); accents stay.
    """
    small = unicodedata.normalize("NFC", word.casefold()).translate(_ALIKE)
    if language == "ar":
        return _MARKS.sub("", small)
    if language == "vi":
        return _toned(small)
    return small


def _toned(syllable: str) -> str:
    apart = unicodedata.normalize("NFD", syllable)
    moved = _OPEN.sub(lambda m: f"{m[1]}{m[3]}{m[2]}" if m[1] else f"{m[4]}{m[6]}{m[5]}", apart)
    return unicodedata.normalize("NFC", moved)
