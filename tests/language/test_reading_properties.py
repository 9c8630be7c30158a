"""Whatever the text, a reading's span lies inside it, its words are the text's, and its digits are too."""

import re
import unicodedata

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from lexatlas.language.dates import dates
from lexatlas.language.lexicon import LANGUAGES, lexicon
from lexatlas.language.money import amounts
from lexatlas.language.numerals import numbers
from lexatlas.language.quantities import counts, periods, rates

_PIECES = st.sampled_from(
    ["EUR", "€", "$", "5", "1 500", "2,000", "1.5", "million", "ten", "hundred", "per cent", "%", "(", ")",
     "not more than", "working days", "month", "every", "30 June 2031", "from", "until", "shall apply from",
     "at least", "to", "and", "-", "三十万", "元", "以下", "tỷ", "درهم", "(3)", "euros", "deux", "2031", "/",
     "Article", "persons", ",", ".", "\u00a0"]
)  # fmt: skip
_TEXTS = st.one_of(
    st.text(max_size=60),
    st.lists(_PIECES, max_size=12).map(" ".join),
    st.lists(_PIECES, max_size=8).map("".join),
)


def _number_words(language):
    lex = lexicon(language)
    return {
        *lex.numbers("numbers"),
        *lex.numbers("scales"),
        *lex.numbers("months"),
    }


def _is_numeral(sign):
    """Whether a sign that is no digit stands for a number, as 三, 叁 and 万 do; the database of Unicode lacks 两."""
    return sign == "两" or (not sign.isdigit() and unicodedata.numeric(sign, None) is not None)


@given(text=_TEXTS, language=st.sampled_from([*LANGUAGES, "xx"]))
def test_readings_stand_in_their_text(text, language):
    read = [
        *amounts(text, language, "CAD"),
        *rates(text, language),
        *periods(text, language),
        *counts(text, language),
        *dates(text, language),
    ]
    for one in read:
        assert 0 <= one.span.start < one.span.end <= len(text)
        assert text[one.span.start : one.span.end] == one.words


@given(text=_TEXTS, language=st.sampled_from([*LANGUAGES, "xx"]))
@example(text="叁", language="ja")
@example(text="两", language="zh")
def test_a_reading_never_invents_digits(text, language):
    for number in numbers(text, language):
        words = text[number.span.start : number.span.end]
        bare = re.sub(r"[^\d]", "", words)
        said = any(map(_is_numeral, words)) or any(
            word in words.casefold() for word in _number_words(language)
        )
        significant = str(number.value.normalize().scaleb(0)).replace(".", "").split("E")[0].strip("0")
        assert said or significant in bare


@pytest.mark.parametrize("language", LANGUAGES)
def test_amounts_without_digits_or_number_words_are_none(language):
    assert amounts("EUR $ € %", language, "USD") == []
