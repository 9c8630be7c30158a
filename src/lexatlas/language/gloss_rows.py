"""The gloss of a language: its phrases with the English of each, read from a data file, and how words are folded."""

import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cache
from importlib.resources import files
from typing import Any

import tomli

KINDS = (
    "actors", "acts", "things", "qualities", "links", "modals", "conditions", "authorities", "connectives",
    "places", "alone",
)  # fmt: skip
"""The tables of a gloss file. Rows of `places` name parts of a law and cover words only with a label after them;
those of `alone` say a word by itself and never as a part of a sentence."""
ALONE = "alone"
TELLS = ("sentences", "chains", "terms")
"""What English is made with a gloss; one that lists nouns alone names terms and makes nothing else."""
UNNAMED = "unnamed"
"""Words that are known and name nothing, among them longer ones that hold the letters of a term."""
NOMINAL = ("actors", "things", "authorities")
"""Kinds that a quality may belong to."""
FORMS = "|"
"""What parts the forms of one word in a phrase: "Kunde|Kunden"."""
SIGNS = ',;:.!?()[]“”"«»…—–،؛؟，。；：、（）《》「」'
_HAN = "\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
_SILENT = "'’\\-\u2010\u2011_*\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff"
"""Signs that no word of English answers to. Every other sign, "€", "≥" or "/", is a word: read, or left uncovered."""
_TOKEN = re.compile(
    rf"[{_HAN}]|[^\W_{_HAN}]+['’](?=[\w\s]|$)|(?:[^\W_{_HAN}][\u064b-\u065f\u0670\u0640]*)+"
    rf"|[{re.escape(SIGNS)}]|[^\w\s{_SILENT}]"
)
_LETTERS = {
    "ja": ("[\u3005\u3040-\u30ff]", "\u3005\u3040-\u30ff"),
    "ko": ("[\uac00-\ud7a3]", "\uac00-\ud7a3"),
    "th": (
        "[\u0e40-\u0e44]?[\u0e01-\u0e2e][\u0e31\u0e34-\u0e3a\u0e47-\u0e4e]*[\u0e30\u0e32\u0e33\u0e45]*"
        "|[\u0e01-\u0e4f]",
        "\u0e01-\u0e4f",
    ),
}
"""Scripts whose phrases stand inside longer words: what one sign of theirs is, vowels around a Thai letter with it."""


@cache
def _token_of(language: str) -> re.Pattern[str]:
    """The pattern of a word or sign of a language, made for the languages that are met."""
    if language not in _LETTERS:
        return _TOKEN
    sign, script = _LETTERS[language]
    return re.compile(rf"{sign}|[{_HAN}]|[^\W_{_HAN}{script}]+|[{re.escape(SIGNS)}]|[^\w\s{_SILENT}{script}]")


_MARKS = re.compile("[\u064b-\u065f\u0670\u0640]")
_ALIKE = str.maketrans({"أ": "ا", "إ": "ا", "آ": "ا", "ٱ": "ا", "ى": "ي", "ة": "ه", "’": "'"})
_HAMZA_TELLS = ("ألا", "إلا", "أن", "إن", "أما", "إما")
"""Arabic words that only their hamza tells apart ("not to", "except"): without one in the text they are neither."""
_TONES = "\u0300\u0301\u0309\u0303\u0323"
_OPEN = re.compile(rf"(o)([ae])([{_TONES}])$|((?<!q)u)(y)([{_TONES}])$")
_LARGE = {"tr": str.maketrans("Iİ", "ıi"), "ru": str.maketrans("Ёё", "Ее")}
"""Letters that small letters of other languages do not answer to."""
_ARTICLE, _SHORTEST = "ال", 2
_OWN = "خاصت"
"""What a pronoun on the end of a noun is looked up with: "belonging to it"."""
_FIRST, _SECOND = ("و", "ف"), ("ب", "ل", "ك")
"""Letters that Arabic writes in front of a word and that are words: those of the first kind go before the others."""


@dataclass(frozen=True, slots=True)
class Token:
    """A word or sign, or a part of one, at its place, folded.

    `inner` marks what begins inside a word, after letters that may be a word of their own; `loose` a word
    without the article that it has in the text.
    """

    start: int
    end: int
    form: str
    sign: bool = False
    inner: bool = False
    loose: bool = False


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
    because they have more than one sense. `locators` name the parts of a law as a citation begins, `letters`
    are those that number points, from the first on. `given` are acts done to a subject as often as by it, `offered`
    those that are done to the persons `served`; `fractions` make another number of the one beside them.
    `turns` are words beside the cues of the lexicon that turn a rule round, so that nothing of it is named.
    Rows are found by the folded words of their phrase; `begun` are the beginnings of all of them. `tells` says
    what English may be made (of `TELLS`). `particles` may follow a noun that is a word; before one of `verbal` it is
    a verb. `cites` are the parts of a citation with their English.
    """

    language: str
    rows: Mapping[tuple[str, ...], Row] = field(default_factory=dict)
    order: tuple[str, ...] = ()
    apart: tuple[str, ...] = ()
    unsure: tuple[str, ...] = ()
    places: Mapping[str, str] = field(default_factory=dict)
    locators: Mapping[str, str] = field(default_factory=dict)
    letters: tuple[str, ...] = ()
    twice: tuple[str, ...] = ()
    given: tuple[str, ...] = ()
    served: tuple[str, ...] = ()
    offered: tuple[str, ...] = ()
    fractions: tuple[str, ...] = ()
    turns: tuple[str, ...] = ()
    begun: frozenset[tuple[str, ...]] = frozenset()
    tells: tuple[str, ...] = TELLS
    particles: tuple[str, ...] = ()
    verbal: tuple[str, ...] = ()
    cites: Mapping[str, str] = field(default_factory=dict)


@cache
def rows_of(language: str) -> Rows:
    """Return the gloss of `language` (a code, a region after "-" ignored); one without rows when there is none."""
    code = language.split("-")[0].lower()
    path = files(__package__).joinpath("data", "gloss", f"{code}.toml")
    if not code.isalpha() or not path.is_file():
        return Rows(code)
    return rows_from(tomli.loads(path.read_text(encoding="utf-8")), code)


def rows_from(data: Mapping[str, Any], code: str) -> Rows:
    """Build a gloss from the tables of its file."""
    rows: dict[tuple[str, ...], Row] = {}
    twice = []
    tables = {**{kind: data.get(kind, {}) for kind in KINDS if kind != "places"},
              UNNAMED: dict.fromkeys(data.get(UNNAMED, ()), "")}  # fmt: skip
    for kind, table in tables.items():
        for phrase, english in _forms(table):
            key = key_of(phrase, code)
            if key in rows:
                twice.append(phrase)
            rows[key] = Row(phrase, kind, english)
    return Rows(
        code, rows, tuple(data.get("order", ())), tuple(data.get("apart", ())),
        tuple(data.get("unsure", ())), dict(data.get("places", {})),
        dict(data.get("locators", {})), tuple(data.get("letters", ())), tuple(twice),
        tuple(data.get("given", ())), tuple(data.get("served", ())), tuple(data.get("offered", ())),
        tuple(data.get("fractions", ())), tuple(data.get("turns", ())),
        frozenset(key[:end] for key in rows for end in range(1, len(key) + 1)),
        tuple(data.get("tells", TELLS)), tuple(data.get("particles", ())), tuple(data.get("verbal", ())),
        dict(data.get("cites", {})),
    )  # fmt: skip


def _forms(table: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """Yield each form of each phrase by itself with the English of its row."""
    for phrase, english in table.items():
        yield from ((form, english) for form in phrase.split(FORMS))


def key_of(phrase: str, language: str) -> tuple[str, ...]:
    """Return the folded words of a phrase as rows are found by."""
    return tuple(token.form for token in tokens_of(phrase, language))


def tokens_of(text: str, language: str) -> tuple[Token, ...]:
    """Return words and signs of `text` in reading order; an elided word by itself.

    Han signs stand one by one, and so do kana, Korean syllables and Thai letters with their vowels.
    """
    return tuple(
        Token(match.start(), match.end(), fold(match.group(), language), match.group() in SIGNS)
        for match in _token_of(language).finditer(text)
    )


def parts_of(token: Token, text: str, language: str) -> Iterator[Token]:
    """Yield what an Arabic word may be besides itself: without its article, or letters in front and the rest."""
    if language != "ar" or token.sign:
        return
    yield from _without_article(token)
    yield from _owner_apart(token, text, language)
    letters = [at for at in range(token.start, token.end) if not _MARKS.match(text[at])]
    for first, place in enumerate(letters[:2]):
        lead = fold(text[place], language)
        known = _FIRST + _SECOND if first == 0 else _SECOND
        if lead not in known or len(letters) < first + _SHORTEST + 1:
            return
        begin = letters[first + 1]
        yield Token(place, begin, lead, inner=first > 0)
        rest = fold(text[begin : token.end], language)
        rest = "ا" + rest if lead == "ل" and rest.startswith("ل") else rest
        yield (whole := Token(begin, token.end, rest, inner=True))
        yield from _without_article(whole)
        yield from _owner_apart(whole, text, language)
        if lead not in _FIRST:
            return


def _owner_apart(token: Token, text: str, language: str) -> Iterator[Token]:
    """Yield a noun and the pronoun that Arabic writes on its end: "its funds" is one word."""
    for pronoun in ("هم", "ها", "ه"):
        cut = token.end - len(pronoun)
        if text[cut : token.end] != pronoun or cut - token.start < _SHORTEST + 1:
            continue
        stem = fold(text[token.start : cut], language)
        yield replace(token, end=cut, form=stem)
        if stem.endswith("ت"):
            yield replace(token, end=cut, form=stem[:-1] + "ه")
        yield Token(cut, token.end, fold(_OWN + pronoun, language), inner=True)
        return


def _without_article(token: Token) -> Iterator[Token]:
    if token.form.startswith(_ARTICLE) and len(token.form) > len(_ARTICLE) + 1:
        yield replace(token, form=token.form[len(_ARTICLE) :], loose=True)


def fold(word: str, language: str) -> str:
    """Return one word as phrases are compared by.

    Small letters; Arabic without vowel marks, look-alike letters made one but where they alone tell two words
    apart; the tone of a Vietnamese open
    syllable on its first vowel ("hoá" as "hóa"); Turkish İ and I as they are spoken, Russian ё as е; accents stay.
    """
    word = word.translate(_LARGE.get(language, {}))
    plain = unicodedata.normalize("NFC", word.casefold())
    small = plain.translate(_ALIKE)
    if language == "ar":
        bare = _MARKS.sub("", plain)
        return bare if bare in _HAMZA_TELLS else _MARKS.sub("", small)
    if language == "vi":
        return _toned(small)
    return small


def _toned(syllable: str) -> str:
    apart = unicodedata.normalize("NFD", syllable)
    moved = _OPEN.sub(lambda m: f"{m[1]}{m[3]}{m[2]}" if m[1] else f"{m[4]}{m[6]}{m[5]}", apart)
    return unicodedata.normalize("NFC", moved)
