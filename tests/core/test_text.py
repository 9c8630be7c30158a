"""Normalisation never changes numbers or letters, and every place leads back to the same words."""

import re
import unicodedata

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from lexatlas.core.evidence import Span
from lexatlas.core.text import locate, normalise, occurrences, same_words

PIECES = st.sampled_from([
    "a", "B", "é", "e\u0301", "я", "ج", "法", "not", "5", "10", "١", "-", "−", "–", "—", " ", "  ", "\n", "\r\n",
    "\t", "\u00a0", "\u00ad", "\u200b", "\u200f", "\ufeff", "‘", "’", "“", "”", "\u2011", "\ufffe", ".", ",",
    "ﬁ", "²", "½", "Å", "\u1112\u1161\u11ab", "ậ",
])  # fmt: skip
TEXTS = st.lists(PIECES, max_size=40).map("".join)


def letters(text: str) -> list[str]:
    return [sign for sign in text if sign.isalpha()]


def numbers(text: str) -> list[str]:
    return re.findall(r"\d+", text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("man-\nager", "manager"),
        ("man-\n Ager", "man- Ager"),
        ("5-\n10 per cent", "5- 10 per cent"),
        ("article 5-\nbis", "article 5- bis"),
        ("mana\u00adger", "manager"),
        ("1\u200b0", "1 0"),
        ("a\u00a0 \n b", "a b"),
        ("‘it’ “is”", "'it' \"is\""),
        ("minus −5, dash – and —", "minus −5, dash – and —"),
        ("x² and ½", "x² and ½"),
        ("ﬁne", "ﬁne"),
        ("e\u0301tat", "état"),
        ("пере-\nвод", "перевод"),
        ("a-\nб", "a- б"),
    ],
)
def test_normalise(text: str, expected: str) -> None:
    assert normalise(text).text == expected


@given(TEXTS)
@example("5-\n10")
@example("a\u00ad\n1")
def test_normalisation_keeps_every_number(text: str) -> None:
    assert numbers(normalise(text).text) == numbers(text)


@given(TEXTS)
def test_normalisation_keeps_every_letter(text: str) -> None:
    assert letters(normalise(text).text) == letters(unicodedata.normalize("NFC", text))


@given(TEXTS)
def test_normalisation_is_stable(text: str) -> None:
    once = normalise(text).text
    assert normalise(once).text == once


@given(TEXTS, st.data())
@example("e\u0301a\u00ad  b“", None)
def test_each_place_leads_back_to_the_same_words(text: str, data: st.DataObject | None) -> None:
    whole = normalise(text)
    start = data.draw(st.integers(0, len(whole.text))) if data else 1
    end = data.draw(st.integers(start, len(whole.text))) if data else len(whole.text)
    source = whole.to_source(start, end)
    assert 0 <= source.start <= len(text)
    needle = whole.text[start:end].strip()
    if not needle:
        return
    span = locate(needle, whole)
    assert span is not None
    assert needle in normalise(text[span.start : span.end]).text


@given(st.lists(PIECES, min_size=1, max_size=12).map("".join), TEXTS, TEXTS)
def test_what_stands_in_a_text_is_found(needle: str, before: str, after: str) -> None:
    hay = normalise(f"{before} {needle} {after}")
    if normalise(f" {needle} ").text.strip():
        assert locate(needle, hay) is not None


def test_neighbours_settle_a_repeat() -> None:
    text = "(a) the fee is 5; (b) the fee is 5; (c) the fee is 5."
    hay = normalise(text)
    assert locate("the fee is 5", hay, prefix="(b)", suffix=";") == Span(22, 34)
    assert locate("the fee is 5", hay) == Span(4, 16)
    assert occurrences("the fee is 5", hay) == [Span(4, 16), Span(22, 34), Span(40, 52)]


@pytest.mark.parametrize("needle", ["", "   ", "the fee is 50", "the fee is −5", "fee was 5"])
def test_what_does_not_stand_there_is_absent(needle: str) -> None:
    assert locate(needle, normalise("the fee is 5")) is None


def test_same_words_sees_through_line_breaks_only() -> None:
    assert same_words("a  “fee”\n", 'a "fee"')
    assert not same_words("a fee of 5", "a fee of 50")
