from decimal import Decimal

import pytest

from lexatlas.core.facts import Money
from lexatlas.language.money import amounts


def _money(amount, currency, **more):
    return Money(amount=Decimal(amount), currency=currency, **more)


CASES = [
    ("en", "a fee of EUR 700 000 is due", [("EUR 700 000", _money(700000, "EUR"))]),
    ("en", "at least €5 million", [("at least €5 million", _money(5_000_000, "EUR", comparator="at_least"))]),
    ("en", "not more than US$2,500", [("not more than US$2,500", _money(2500, "USD", comparator="at_most"))]),
    ("en", "two thousand euro (€2,000)", [("two thousand euro (€2,000)", _money(2000, "EUR"))]),
    (
        "en",
        "not exceeding a fine (multa) of ten euro",
        [("not exceeding a fine (multa) of ten euro", _money(10, "EUR", comparator="at_most"))],
    ),
    (
        "en",
        "EUR 40 for every day of delay",
        [("EUR 40", _money(40, "EUR", period="day", period_words="for every day"))],
    ),
    (
        "en",
        "trades in any one month exceed £3.5 million",
        [
            (
                "exceed £3.5 million",
                _money(
                    3_500_000, "GBP", comparator="more_than", period="month", period_words="in any one month"
                ),
            )
        ],
    ),
    (
        "en",
        "from EUR 10 to EUR 50",
        [("EUR 10 to EUR 50", _money(50, "EUR", comparator="at_most", lower=Decimal(10)))],
    ),
    ("en", "Regulation (EU) 2023/1114, Article 59(1), No. 3 of 2019", []),
    ("en", "the fee is 500", []),
    (
        "fr",
        "une amende d'au plus 1 500,50 euros",
        [("d'au plus 1 500,50 euros", _money("1500.5", "EUR", comparator="at_most"))],
    ),
    ("fr", "deux cent mille euros", [("deux cent mille euros", _money(200_000, "EUR"))]),
    (
        "vi",
        "tối thiểu là 20 tỷ Đồng Việt Nam",
        [("tối thiểu là 20 tỷ Đồng Việt Nam", _money(20 * 10**9, "VND", comparator="at_least"))],
    ),
    ("zh", "处三十万元以下罚款", [("三十万元以下", _money(300_000, "yuan", comparator="at_most"))]),
    (
        "zh",
        "处一万元以上十万元以下罚款",
        [("一万元以上十万元以下", _money(100_000, "yuan", comparator="at_most", lower=Decimal(10_000)))],
    ),
    (
        "ar",
        "غرامة لا تتجاوز (2.000.000) مليوني درهم",
        [("لا تتجاوز (2.000.000) مليوني درهم", _money(2_000_000, "dirham", comparator="at_most"))],
    ),
    ("mt", "mhux iżjed minn €900", [("mhux iżjed minn €900", _money(900, "EUR", comparator="at_most"))]),
]


@pytest.mark.parametrize(("language", "text", "expected"), CASES)
def test_amounts(language, text, expected):
    assert [(one.words, one.value) for one in amounts(text, language)] == expected


def test_a_bare_dollar_is_read_by_the_place_alone():
    assert amounts("a fine of $40", "en") == []
    (one,) = amounts("a fine of $40", "en", "CAD")
    assert (one.words, one.value.currency, one.value.basis) == ("$40", "CAD", "jurisdiction")
    assert amounts("a fine of US$40", "en", "CAD")[0].value.basis == "words"


def test_an_amount_has_no_period_without_words_for_it():
    assert [one.value.period for one in amounts("The yearly report names EUR 100 000.", "en")] == ["none"]


SHARED = [
    ("غرامة قدرها 500 درهم", "ar", {"AED": "AED", "MAD": "MAD", "EUR": None, None: "dirham"}),
    ("a fee of 500 dirhams", "en", {"MAD": "MAD", "USD": None}),
    ("罚款五百元", "zh", {"CNY": "CNY", "TWD": "TWD", "JPY": None}),
    ("罚款人民币五百元", "zh", {"TWD": "CNY", None: "CNY"}),
    ("a fine of $40", "en", {"CAD": "CAD", "EUR": None, None: None}),
]


@pytest.mark.parametrize(("text", "language", "by_place"), SHARED)
def test_money_that_several_places_share_is_that_of_the_place_or_none(text, language, by_place):
    for own, currency in by_place.items():
        assert [one.value.currency for one in amounts(text, language, own)] == (
            [currency] if currency else []
        )


def test_words_for_a_period_in_another_clause_are_none_of_an_amount():
    found = amounts("multa por infracción; operaciones superiores a 1.000 euros", "es")
    assert [one.value.period for one in found] == ["none"]
