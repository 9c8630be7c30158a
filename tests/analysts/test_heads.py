import pytest

from lexatlas.analysts.extractive.heads import printed_dates, purpose_of
from tests.analysts.veyland import LICENCE, Law, draft, reading

HEAD = """\
Digital Asset Act

Adopted by the Assembly on 12 March 2024.

Signed on 20 March 2024.

Published in the Official Gazette No. 41 of 28 March 2024.

Article 1
This Act lays down who may provide digital asset services in Veyland.

Article 2
{rule}

Article 3
Notwithstanding this Act, applications may not be made as from 1 August 2024.
"""


def text_of(words):
    return reading(Law(words)).texts[0]


def read_at_head(words):
    return [(date.role, date.date) for date in printed_dates(text_of(words).units, "en")]


def test_dates_above_the_first_provision_have_the_kind_that_their_line_opens_with():
    assert read_at_head(HEAD.format(rule=LICENCE)) == [
        ("adopted", "2024-03-12"), ("signed", "2024-03-20"), ("published", "2024-03-28"),
    ]  # fmt: skip


TRAPS = [
    "Digital Asset Act of 12 March 2024.",
    "Consolidated text as of 2 February 2026.",
    "Having regard to the Act adopted on 12 March 2020.",
    "Adopted between 12 March 2024 and 14 March 2024.",
]


@pytest.mark.parametrize("line", TRAPS)
def test_a_date_whose_kind_the_line_does_not_say_is_left_out(line):
    assert read_at_head(f"Digital Asset Act\n\n{line}\n\nArticle 1\n{LICENCE}\n") == []


def test_a_law_lists_its_dates_in_the_order_of_its_life_and_says_what_it_does():
    made = draft(Law(HEAD.format(rule=LICENCE)))
    by_id = {claim.id: claim.sentence for claim in made.claims}
    first = made.instruments[0]
    assert [(date.role, date.date) for date in first.dates] == [
        ("adopted", "2024-03-12"), ("signed", "2024-03-20"), ("published", "2024-03-28"),
    ]  # fmt: skip
    assert by_id[first.line_claim] == "This Act lays down who may provide digital asset services in Veyland."


def test_a_law_that_does_not_say_what_it_does_has_no_purpose():
    assert purpose_of(text_of(f"Digital Asset Act\n\nArticle 1\n{LICENCE}\n").units, "en") is None


ASIAN = [
    ("ko", "[시행 2031. 7. 1.] [법률 제77호, 2030. 12. 20., 제정]",
     [("in_force", "2031-07-01"), ("published", "2030-12-20")]),
    ("ko", "[시행 2031. 7. 1.] [법률 제77호, 2030. 12. 20., 일부개정]", []),
    ("ja", "（令和十二年十二月二十日法律第七十七号）", [("published", "2030-12-20")]),
    ("th", "ให้ไว้ ณ วันที่ ๑๐ มีนาคม พ.ศ. ๒๕๗๔", [("signed", "2031-03-10")]),
]  # fmt: skip
ARTICLES = {
    "ko": "제1조(목적) 이 법은 거래를 정한다.\n\n제2조(정의) 이 법은 짧다.\n",
    "ja": "第一条　この法律は、取引を定める。\n\n第二条　この法律は、短い。\n",
    "th": "มาตรา ๑ พระราชบัญญัตินี้ว่าด้วยการค้า\n\nมาตรา ๒ พระราชบัญญัตินี้สั้น\n",
}


@pytest.mark.parametrize(("language", "line", "expected"), ASIAN)
def test_dates_that_law_books_of_east_asia_print_at_the_head(language, line, expected):
    words = f"{line}\n\n{ARTICLES[language]}"
    units = reading(Law(words, language=language)).texts[0].units
    assert [(date.role, date.date) for date in printed_dates(units, language)] == expected
