"""Numbers, money, shares, lengths of time and numbers of things as Japanese, Korean and Thai law write them."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lexatlas.language.money import amounts
from lexatlas.language.numerals import numbers, plain_digits
from lexatlas.language.numerals_thai import value_of as thai_value
from lexatlas.language.quantities import counts, periods, rates

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


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("ja", "三百万円", [3_000_000]),
        ("ja", "1億5,000万円", [150_000_000]),
        ("ja", "５千万円", [50_000_000]),
        ("ja", "一兆二千億円", [1_200_000_000_000]),
        ("ja", "三五〇万円", [3_500_000]),
        ("ja", "壱億円", [100_000_000]),
        ("ja", "１，０００円", [1_000]),
        ("ja", "第百二十条の三第二項", []),
        ("ja", "十分な", []),
        ("ko", "5천만원", [50_000_000]),
        ("ko", "1억 5천만원", [150_000_000]),
        ("ko", "3조 2천억원", [3_200_000_000_000]),
        ("ko", "오천만원", [50_000_000]),
        ("ko", "이사와 감사", []),
        ("ko", "제5조제1항", []),
        ("th", "๑๐๐,๐๐๐ บาท", [100_000]),
        ("th", "หนึ่งแสนห้าหมื่นบาท", [150_000]),
        ("th", "5 ล้านบาท", [5_000_000]),
        ("th", "ยี่สิบเอ็ดวัน", [21]),
        ("th", "สามารถ สัมพันธ์ เรียบร้อย", []),
        ("ar", "۱۲٬۵۰۰", [12_500]),
    ],
)
def test_numbers(language, text, expected):
    assert [one.value for one in numbers(text, language)] == expected


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


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("ja", "資本金の額が一億円以上", [("100000000", "JPY", "at_least")]),
        ("ja", "三百万円以下の罰金", [("3000000", "JPY", "at_most")]),
        ("ja", "五千万円未満である法人", [("50000000", "JPY", "less_than")]),
        ("ja", "十万円を超える送金", [("100000", "JPY", "more_than")]),
        ("ja", "１０万米ドル", [("100000", "USD", "exactly")]),
        ("ko", "5천만원 이하의 벌금", [("50000000", "KRW", "at_most")]),
        ("ko", "1천만원을 초과하는 거래", [("10000000", "KRW", "more_than")]),
        ("ko", "자본금 5억원이상", [("500000000", "KRW", "at_least")]),
        ("ko", "3백만원 미만", [("3000000", "KRW", "less_than")]),
        ("th", "ปรับไม่เกินห้าแสนบาท", [("500000", "THB", "at_most")]),
        ("th", "ทุนจดทะเบียนไม่น้อยกว่า ๕๐ ล้านบาท", [("50000000", "THB", "at_least")]),
        ("th", "มูลค่าเกินสองล้านบาท", [("2000000", "THB", "more_than")]),
        (
            "th",
            "ปรับไม่เกินห้าแสนบาท และปรับอีกไม่เกินวันละหนึ่งหมื่นบาท",
            [("500000", "THB", "at_most"), ("10000", "THB", "at_most")],
        ),
    ],
)
def test_money(language, text, expected):
    found = [
        (str(one.value.amount.quantize(Decimal(1))), one.value.currency, one.value.comparator)
        for one in amounts(text, language)
    ]
    assert found == expected


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("ja", "百分の九十五以上", [("0.95", "at_least")]),
        ("ja", "年５パーセントを超えない", [("0.05", "at_most")]),
        ("ja", "千分の五", [("0.005", "exactly")]),
        ("ko", "100분의 80 이상", [("0.8", "at_least")]),
        ("ko", "연 5퍼센트 이하", [("0.05", "at_most")]),
        ("th", "ไม่น้อยกว่าร้อยละเก้าสิบ", [("0.9", "at_least")]),
        ("th", "ร้อยละ ๑๕ ต่อปี", [("0.15", "exactly")]),
    ],
)
def test_rates(language, text, expected):
    assert [(one.value.value, one.value.comparator) for one in rates(text, language)] == [
        (Decimal(share), sign) for share, sign in expected
    ]


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("ja", "その日から二週間以内に", [(2, "week", "at_most", "その日から")]),
        ("ja", "六月を超えない範囲内", [(6, "month", "at_most", "")]),
        ("ja", "三年以下の拘禁刑", [(3, "year", "at_most", "")]),
        ("ja", "十年間保存", [(10, "year", "exactly", "")]),
        ("ja", "令和十三年四月一日、毎年六月一日", [(1, "year", "every", "")]),
        ("ja", "平成三十年法律第五十号", []),
        ("ko", "신청을 받은 날부터 3개월 이내에", [(3, "month", "at_most", "신청을 받은 날부터")]),
        ("ko", "30일이내", [(30, "day", "at_most", "")]),
        ("ko", "5년 이하의 징역", [(5, "year", "at_most", "")]),
        ("ko", "2031년 7월 1일부터 매년 3월 2일", []),
        ("th", "ภายในเก้าสิบวันนับแต่วันที่ได้รับคำขอ", [(90, "day", "at_most", "นับแต่วันที่ได้รับคำขอ")]),
        ("th", "จำคุกไม่เกินสองปี", [(2, "year", "at_most", "")]),
        ("th", "ภายใน ๗ วันทำการ", [(7, "working day", "at_most", "")]),
    ],
)
def test_periods(language, text, expected):
    found = [
        (one.value.n, one.value.unit, one.value.comparator, one.value.start)
        for one in periods(text, language)
    ]
    assert found == expected


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("ja", "取締役三人以上", [(3, "人", "at_least")]),
        ("ko", "임원 3명 이상", [(3, "명", "at_least")]),
        ("th", "กรรมการไม่น้อยกว่าสามคน", [(3, "คน", "at_least")]),
        ("ja", "何人も", []),
    ],
)
def test_counts(language, text, expected):
    assert [(one.value.n, one.value.unit, one.value.comparator) for one in counts(text, language)] == expected
