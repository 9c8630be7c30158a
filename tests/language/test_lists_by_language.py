"""Nested lists of Arabic, Chinese and Vietnamese law: each point with its stem, under the label that it has."""

import pytest

from lexatlas.language.units import unit_words, units
from lexatlas.language.wording import sentence_of, without_mark
from lexatlas.sources.readers.charset import Given
from lexatlas.sources.readers.registry import read

AR = """المادة (2)
شروط الترخيص
1. يجب على مقدم الطلب أن يستوفي الشروط الآتية:
أ. رأس مال كاف.
ب. مقر في الدولة:
1) مكتب رئيسي.
2) مكتب فرعي.
ج. نظام للرقابة.
د. تأمين كاف.
هـ. مدير مقيم.
و. خطة أعمال.
2. تبت الهيئة في الطلب.

المادة (3)
يعمل بهذا القانون من تاريخ نشره.
"""
ZH = """第一条 申请许可证，应当具备下列条件：
（一）注册资本不低于五百万元；
（二）有下列人员：
1．一名董事；
2．一名合规人员；
（三）有完善的内部控制制度。
前款规定的注册资本应当为实缴资本。

第二条 本条例自2031年3月1日起施行。
"""
VI = """Điều 1. Điều kiện
1. Tổ chức phải có:
a) Vốn;
b) Trụ sở;
c) Người quản lý;
d) Hệ thống;
đ) Bảo hiểm;
e) Kế hoạch.
2. Bộ Tài chính cấp phép.

Điều 2. Hiệu lực
Luật này có hiệu lực từ ngày 01 tháng 3 năm 2031.
"""


def _said(source, language):
    text, _ = read(Given(source.encode(), f"law.{language}.txt", language=language))
    return {
        unit.locator: sentence_of([text.text[a:b] for a, b in unit.parts])
        for unit in units(text, language)
        if unit.part != "heading"
    }, [unit_words(text, unit).words for unit in units(text, language)]


@pytest.mark.parametrize(
    ("source", "language", "expected"),
    [
        (AR, "ar", {
            "المادة 2(1)(أ)": "يجب على مقدم الطلب أن يستوفي الشروط الآتية: رأس مال كاف.",
            "المادة 2(1)(ب)(2)": "يجب على مقدم الطلب أن يستوفي الشروط الآتية: مقر في الدولة: مكتب فرعي.",
            "المادة 2(1)(ه)": "يجب على مقدم الطلب أن يستوفي الشروط الآتية: مدير مقيم.",
            "المادة 2(2)": "تبت الهيئة في الطلب.",
        }),
        (ZH, "zh", {
            "第一条(一)": "申请许可证，应当具备下列条件： 注册资本不低于五百万元；",
            "第一条(二)(2)": "申请许可证，应当具备下列条件： 有下列人员： 一名合规人员；",
            "第一条": "前款规定的注册资本应当为实缴资本。",
        }),
        (VI, "vi", {
            "Điều 1(1)(d)": "Tổ chức phải có: Hệ thống",
            "Điều 1(1)(đ)": "Tổ chức phải có: Bảo hiểm",
            "Điều 1(2)": "Bộ Tài chính cấp phép.",
        }),
    ],
)  # fmt: skip
def test_points_stand_with_their_stems(source, language, expected):
    said, _ = _said(source, language)
    assert {place: said.get(place) for place in expected} == expected


@pytest.mark.parametrize(
    ("part", "bare"),
    [
        ("1- يحظر التعامل", "يحظر التعامل"),
        ("أ- مكتب", "مكتب"),
        ("هـ. مدير", "مدير"),
        ("（二）发行人民币", "发行人民币"),
        ("一、总则", "总则"),
        ("2．一名董事", "一名董事"),
        ("-5 بالمائة", "-5 بالمائة"),
        ("①　銀行は", "銀行は"),
        ("イ　取締役", "取締役"),
        ("가. 이사", "이사"),
        ("(๑) มีทุน", "มีทุน"),
        ("10 日内报告", "10 日内报告"),
        ("三 个月内报告", "三 个月内报告"),
    ],
)
def test_numbering_is_no_word_of_the_rule(part, bare):
    assert without_mark(part) == bare
