"""Within our sentences other scripts are set apart with what belongs to them, and dates stay whole."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lexatlas.exports.view.scripts import stretches


@pytest.mark.parametrize(
    ("text", "apart"),
    [
        ("المادة 4(4) deals with fees", [("المادة 4(4)", "rtl", "und-Arab")]),
        ("المادة 5(1)(ج), source 1", [("المادة 5(1)(ج)", "rtl", "und-Arab")]),
        ("see (المادة 3) there", [("المادة 3", "rtl", "und-Arab")]),
        (
            "المادة الأولى, “الأصول الافتراضية”, source 1",
            [("المادة الأولى, “الأصول الافتراضية”", "rtl", "und-Arab")],
        ),
        (
            "قانون الأصول, المادة 2",
            [("قانون الأصول", "rtl", "und-Arab"), ("المادة 2", "rtl", "und-Arab")],
        ),
        ("第十五条 deals with fees", [("第十五条", "ltr", "und-Hani")]),
        ("text as of 2021-05-16.", [("2021-05-16", "date", "")]),
        ("النشر 2021-05-16", [("النشر", "rtl", "und-Arab"), ("2021-05-16", "date", "")]),
        ("Nghị quyết 05/2025, Điều 4", []),
        ("", []),
    ],
)
def test_what_is_set_apart(text, apart):
    found = [(each.text, each.dir, each.lang) for each in stretches(text) if each.dir]
    assert found == apart


@given(st.text(alphabet="aب(ج) “”,.;1-20第条é ", max_size=60))
def test_nothing_is_lost_or_added(text):
    assert "".join(each.text for each in stretches(text)) == text
