"""Numerals in Thai and Han words have the value they were made from, and digits of any script their place."""

from hypothesis import given
from hypothesis import strategies as st

from lexatlas.language.numerals import numbers, plain_digits
from lexatlas.language.numerals_thai import value_of as thai_value

_THAI = ("", "หนึ่ง", "สอง", "สาม", "สี่", "ห้า", "หก", "เจ็ด", "แปด", "เก้า")
_THAI_PLACES = ("", "สิบ", "ร้อย", "พัน", "หมื่น", "แสน")
_HAN = ("", "一", "二", "三", "四", "五", "六", "七", "八", "九")


def _thai(number: int) -> str:
    digits = [int(sign) for sign in str(number)]
    return "".join(
        _THAI[digit] + _THAI_PLACES[len(digits) - 1 - at] for at, digit in enumerate(digits) if digit
    )


def _han(number: int) -> str:
    digits = [int(sign) for sign in str(number)]
    places = ("", "十", "百", "千")
    return "".join(_HAN[digit] + places[len(digits) - 1 - at] for at, digit in enumerate(digits) if digit)


@given(st.integers(min_value=1, max_value=999_999))
def test_thai_words_have_the_value_they_were_made_from(number):
    assert thai_value(_thai(number)) == number
    assert [one.value for one in numbers(f"จำนวน{_thai(number)}ล้านบาท", "th")] == [number * 1_000_000]


@given(st.integers(min_value=1, max_value=9_999), st.sampled_from(["円", "日"]))
def test_han_numerals_have_the_value_they_were_made_from(number, counted):
    assert [one.value for one in numbers(f"金{_han(number)}{counted}", "ja")] in ([number], [])
    assert [one.value for one in numbers(f"{number}万{counted}", "ja")] == [number * 10_000]


@given(st.text(alphabet="０１２３๐๑๒٠١٢۰۱。，．a字", max_size=20))
def test_plain_digits_keep_every_place(text):
    plain = plain_digits(text)
    assert len(plain) == len(text)
    assert [sign for sign in plain if sign in "字a。"] == [sign for sign in text if sign in "字a。"]
