"""Years of Japanese eras and the Buddhist era, Hijri months, and days without a year."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lexatlas.language.calendar import dates_in, days_without_year, hijri_in
from lexatlas.language.dates import dates
from lexatlas.language.eras import common_year, in_era

REIWA = dt.date(2019, 5, 1)


@given(st.dates(min_value=REIWA, max_value=dt.date(2098, 12, 31)))
def test_a_day_of_the_era_is_the_day_it_was_written_from(day):
    year = "元" if day.year == REIWA.year else str(day.year - 2018)
    assert in_era("令和", year, day.month, day.day) == (day.isoformat(), "day")
    assert in_era("平成", str(day.year - 1988), day.month, day.day) is None


@given(st.integers(min_value=2484, max_value=2699))
def test_a_year_of_the_buddhist_era_is_543_more(year):
    assert common_year(year, "พ.ศ.") == year - 543
    assert common_year(year, "ค.ศ.") == year


def test_a_hijri_day_is_kept_as_it_stands_and_not_converted():
    text = "يُعمل بهذا القانون من ٣ شعبان ١٤٥٢هـ"
    assert [text[slice(*span)] for span in hijri_in(text)] == ["٣ شعبان ١٤٥٢هـ"]
    assert [(one.value.role, one.value.date, one.value.rule) for one in dates(text, "ar")] == [
        ("in_force", None, "٣ شعبان ١٤٥٢هـ")
    ]


def test_a_hijri_day_with_its_gregorian_one_is_that_day():
    text = "12 رجب 1452هـ الموافق 9 نوفمبر 2031م"
    assert hijri_in(text) == []
    assert [one.date for one in dates_in(text, "ar")] == ["2031-11-09"]


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("ja", "毎年六月一日", ["六月一日"]),
        ("ja", "平成三十年法律第五十号", ["平成三十年"]),
        ("ko", "매년 7월 19일", ["7월 19일"]),
        ("en", "1 June", []),
    ],
)
def test_days_and_years_that_are_no_lengths_of_time(language, text, expected):
    assert [text[slice(*span)] for span in days_without_year(text, language)] == expected
