import pytest

from lexatlas.language.calendar import dates_in
from lexatlas.language.dates import dates

CASES = [
    ("en", "This Act shall apply from 30 June 2031.", [("applies_from", "2031-06-30", "")]),
    (
        "en",
        "Parts II and III shall apply from 1st August 2031.",
        [("applies_from", "2031-08-01", "Parts II and III")],
    ),
    (
        "en",
        "Section 9 shall cease to have effect as from 2 May 2031.",
        [("repealed", "2031-05-02", "Section 9")],
    ),
    ("en", "Done at Springfield, 31 May 2031.", [("signed", "2031-05-31", "")]),
    ("en", "[Act 4 of 2030 wef 04/05/2031]", [("in_force", "2031-05-04", "")]),
    ("en", "It may go on until 1 July 2031 or until refused.", [("ends", "2031-07-01", "")]),
    ("en", "On March 3, 2031, the Bureau issued a statement.", [("published", "2031-03-03", "")]),
    ("en", "A shop that opened in the town of 4 May 2031 may stay.", [("unknown", "2031-05-04", "")]),
    ("en", "They shall report in 2031.", []),
    ("fr", "Elle entre en vigueur le 1er juillet 2031.", [("in_force", "2031-07-01", "")]),
    ("fr", "Fait à Namur, le 3 août 2031.", [("signed", "2031-08-03", "")]),
    (
        "vi",
        "Nghị quyết có hiệu lực thi hành kể từ ngày 09 tháng 9 năm 2031.",
        [("in_force", "2031-09-09", "")],
    ),
    ("zh", "本法自2031年12月1日起施行。", [("in_force", "2031-12-01", "")]),
    ("mt", "ma jibqgħux applikabbli mit-30 ta’ Diċembru 2031.", [("repealed", "2031-12-30", "")]),
]
RULES = [
    ("en", "It enters into force on the tenth day following it.", "on the tenth day following it"),
    ("en", "Section 9 comes into force on a day to be fixed by order.", "on a day to be fixed by order"),
    ("en", "It comes into effect on a date that he appoints.", "on a date that he appoints"),
    ("fr", "La loi entre en vigueur à la date fixée par décret.", "à la date fixée par décret"),
    ("zh", "本法自公布之日起施行。", "自公布之日起"),
    (
        "ar",
        "يُعمل به بعد (30) ثلاثون يوماً من تاريخ نشره",
        "بعد (30) ثلاثون يوماً من تاريخ نشره",
    ),
]  # fmt: skip


@pytest.mark.parametrize(("language", "text", "expected"), CASES)
def test_dates_by_kind(language, text, expected):
    assert [(one.value.role, one.value.date, one.value.scope) for one in dates(text, language)] == expected


@pytest.mark.parametrize(("language", "text", "rule"), RULES)
def test_a_rule_gives_no_date(language, text, rule):
    (one,) = dates(text, language)
    assert (one.value.role, one.value.date, one.value.precision, one.value.rule) == (
        "in_force",
        None,
        "none",
        rule,
    )


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "31 April 2031", []),
        ("en", "March 2031", [("2031-03", "month")]),
        ("en", "2031-03-04 and 2031.03.05", [("2031-03-04", "day"), ("2031-03-05", "day")]),
        ("ar", "12/ديسمبر/2031م", [("2031-12-12", "day")]),
        ("en", "Regulation 2031/1114", []),
    ],
)
def test_calendar(language, text, expected):
    assert [(one.date, one.precision) for one in dates_in(text, language)] == expected
