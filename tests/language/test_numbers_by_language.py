"""Numbers, money, lengths of time, shares and days as Arabic, Chinese, Vietnamese and Maltese write them."""

from decimal import Decimal

import pytest

from lexatlas.language.calendar import dates_in
from lexatlas.language.dates import dates
from lexatlas.language.money import amounts
from lexatlas.language.numerals import numbers
from lexatlas.language.quantities import periods, rates


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("ar", "خمسة وعشرون ألف", [25_000]),
        ("ar", "ثلاثة ملايين وخمسمائة ألف", [3_500_000]),
        ("ar", "مليون ومائتا ألف", [1_200_000]),
        ("ar", "أحد عشر", [11]),
        ("ar", "٥٬٠٠٠٬٠٠٠", [5_000_000]),
        ("ar", "۴۵", [45]),
        ("ar", "1.234,50 و 1,234.50 و 12.5", [Decimal("1234.5"), Decimal("1234.5"), Decimal("12.5")]),
        ("zh", "5000万", [50_000_000]),
        ("zh", "1.5亿", [150_000_000]),
        ("zh", "三亿五千万", [350_000_000]),
        ("zh", "第5条和第十条", []),
        ("vi", "mười nghìn tỷ", [10**13]),
        ("vi", "hai trăm năm mươi triệu", [250_000_000]),
        ("vi", "hai mươi lăm", [25]),
        ("vi", "phần trăm", []),
        ("mt", "mitejn elf", [200_000]),
        ("mt", "ħmistax-il", [15]),
        ("en", "ten thousand billion", [10**13]),
    ],
)
def test_numbers(language, text, expected):
    assert [one.value for one in numbers(text, language)] == expected


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("ar", "غرامة لا تقل عن (50.000) خمسين ألف درهم ولا تزيد على (200.000) مائتي ألف درهم",
         [("50000", "dirham", "at_least"), ("200000", "dirham", "at_most")]),
        ("ar", "لا تتجاوز مليون درهم مغربي", [("1000000", "MAD", "at_most")]),
        ("ar", "آلاف الدراهم", []),
        ("zh", "注册资本不低于人民币5000万元", [("50000000", "CNY", "at_least")]),
        ("zh", "3000万港元以上", [("30000000", "HKD", "at_least")]),
        ("vi", "từ 10.000.000 đồng đến 50.000.000 đồng", [("50000000", "VND", "at_most")]),
        ("vi", "10.000 tỷ đồng", [("10000000000000", "VND", "exactly")]),
        ("mt", "mhux inqas minn €125,000", [("125000", "EUR", "at_least")]),
        ("mt", "mhux aktar minn miljun euro", [("1000000", "EUR", "at_most")]),
    ],
)  # fmt: skip
def test_money(language, text, expected):
    found = [
        (str(one.value.amount), one.value.currency, one.value.comparator) for one in amounts(text, language)
    ]
    assert found == expected


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("ar", "خلال شهرين من تاريخ العمل به", [(2, "month", "at_most", "من تاريخ العمل به")]),
        ("ar", "خلال (30) ثلاثين يوماً من تاريخ الطلب", [(30, "day", "at_most", "من تاريخ الطلب")]),
        ("ar", "مدة لا تقل عن سنتين", [(2, "year", "at_least", "")]),
        ("ar", "سنة واحدة", [(1, "year", "exactly", "")]),
        ("zh", "十五个工作日内", [(15, "working day", "at_most", "")]),
        ("vi", "mười lăm ngày làm việc", [(15, "working day", "exactly", "")]),
        ("vi", "tháng 6 năm 2031", []),
        ("mt", "fi żmien xahrejn", [(2, "month", "at_most", "")]),
        ("mt", "tnax-il xahar", [(12, "month", "exactly", "")]),
        ("mt", "mhux aktar minn ħames snin", [(5, "year", "at_most", "")]),
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
        ("ar", "خمسة في المائة", ["0.05"]),
        ("ar", "(5%) خمسة بالمائة", ["0.05", "0.05"]),
        ("ar", "نسبة ٢٥٪", ["0.25"]),
        ("zh", "百分之十", ["0.1"]),
        ("zh", "万分之五", ["0.0005"]),
        ("mt", "ħamsa u għoxrin fil-mija", ["0.25"]),
    ],
)
def test_rates(language, text, expected):
    assert [one.value.value for one in rates(text, language)] == [Decimal(share) for share in expected]


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("ar", "12 رجب 1452هـ الموافق 9 نوفمبر 2031م", ["2031-11-09"]),
        ("ar", "١٥ مارس ٢٠٣١", ["2031-03-15"]),
        ("zh", "二〇三一年三月十五日", ["2031-03-15"]),
        ("zh", "2031 年 3 月 15 日", ["2031-03-15"]),
        ("zh", "二〇三一年十三月一日", []),
        ("vi", "ngày 15/3/2031", ["2031-03-15"]),
        ("vi", "tháng 6 năm 2031", ["2031-06"]),
        ("mt", "it-30 ta’ Ġunju 2031", ["2031-06-30"]),
    ],
)
def test_days(language, text, expected):
    assert [one.date for one in dates_in(text, language)] == expected


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("ar", "يُعمل بهذا القانون بعد ستين يوماً من تاريخ نشره"),
        ("zh", "本法自公布之日起三十日后施行"),
    ],
)
def test_a_day_that_is_counted_from_another_stays_a_rule(language, text):
    assert [(one.value.role, one.value.date) for one in dates(text, language)] == [("in_force", None)]
