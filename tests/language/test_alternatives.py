"""Many patterns joined into one find what `a|b|c` finds, in any case and script."""

import re
import sys

import pytest

from lexatlas.language.alternatives import alternatives
from lexatlas.language.cues import any_phrase, phrase_pattern

TEXTS = {
    "en": "Mayor MAY not, may no longer; no-one may; Kiosk, KIOSK s. Is it SHALL? shall not be",
    "de": "Straße STRASSE darf nicht; dürfen; über Übermaß",
    "tr": "İzin izin ıslak ISLAK için",
    "ru": "ещё ЕЩЕ не допускается, недопустимо",
    "th": "ต้องไม่ต้องห้ามมิให้",
    "ko": "하여야 한다 할 수 없다 하여서는 아니 된다",
    "zh": "不得 应当 不得以",
}
PHRASES = {
    "en": ("may", "may not", "may no", "no", "no-one", "kiosk", "shall", "shall not", "is", "*ish"),
    "de": ("darf ~ nicht", "dürfen", "über", "straße", "darf"),
    "tr": ("izin", "ıslak", "için", "i"),
    "ru": ("еще", "не", "не допускается"),
    "th": ("ต้อง", "ต้องไม่", "ห้ามมิให้"),
    "ko": ("하여야 한다", "할 수 없다", "하여서는"),
    "zh": ("不得", "不得以", "应当"),
}


@pytest.mark.parametrize("language", TEXTS)
@pytest.mark.parametrize("ignore_case", [True, False])
def test_finds_what_a_plain_list_of_alternatives_finds(language: str, ignore_case: bool) -> None:
    ordered = sorted(PHRASES[language], key=lambda phrase: (-len(phrase), phrase))
    flags = re.IGNORECASE if ignore_case else 0
    plain = re.compile("|".join(f"(?:{phrase_pattern(phrase, language)})" for phrase in ordered), flags)
    joined = re.compile(any_phrase(PHRASES[language], language, ignore_case=ignore_case), flags)
    text = TEXTS[language]
    assert [match.span() for match in joined.finditer(text)] == [m.span() for m in plain.finditer(text)]
    assert any(plain.finditer(text))


def test_the_earlier_of_two_that_begin_alike_wins() -> None:
    assert re.match(alternatives(["ab", "abc", "b"], ignore_case=False), "abc").group() == "ab"
    assert re.match(alternatives(["abc", "ab", "b"], ignore_case=False), "abc").group() == "abc"


def test_what_begins_with_no_letter_keeps_its_place() -> None:
    joined = re.compile(alternatives([r"\d+x", "1", r"\w"], ignore_case=True), re.IGNORECASE)
    assert [joined.match(text).group() for text in ("12x", "12", "a")] == ["12x", "1", "a"]


@pytest.mark.parametrize("letter", "abcdefghijklmnopqrstuvwxyz")
def test_a_letter_in_either_case_is_all_that_a_pattern_takes_it_for(letter: str) -> None:
    alone = re.compile(letter, re.IGNORECASE)
    joined = re.compile(alternatives([f"{letter}x", f"{letter}y"], ignore_case=True), re.IGNORECASE)
    for code in range(sys.maxunicode + 1):
        sign = chr(code)
        if sign.casefold() == letter or alone.match(sign):
            assert (joined.match(sign + "y") is not None) == (alone.match(sign) is not None), hex(code)
