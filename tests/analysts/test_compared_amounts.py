"""Comparators that stand in the stem, or behind several amounts of which one decides; classes and their amounts."""

import pytest

from lexatlas.analysts.extractive.facts import extract
from lexatlas.core.evidence import CanonicalText
from tests.language.texts import structured


def _paid(text, language, own):
    found = extract(text if isinstance(text, CanonicalText) else CanonicalText(text, ()), language, own)
    return [
        (int(float(one.fact.amount)), one.fact.comparator, one.fact.period)
        for one in found
        if one.kind == "money"
    ]


STEMS = [
    ("en", "EUR", "A broker must hold capital of at least the following amounts:", "for class A: EUR 7,000;"),
    ("de", "EUR", "Makler müssen ein Kapital von mindestens folgender Höhe halten:", "Klasse A: 7 000 Euro;"),
    ("fr", "EUR", "Le courtier détient un capital d'au moins :", "pour la classe A : 7 000 EUR ;"),
    (
        "es",
        "EUR",
        "El corredor deberá tener un capital no inferior a los siguientes importes:",
        "clase A: 7.000 euros;",
    ),
    ("ko", "KRW", "중개인은 다음 각 호의 구분에 따른 금액 이상의 자본금을 갖추어야 한다.", "갑종: 7천원"),
    (
        "ja",
        "JPY",
        "仲立人は、次の各号に掲げる区分に応じ、当該各号に定める額以上の資本金を有しなければならない。",
        "甲種　七千円",
    ),
]


@pytest.mark.parametrize(("language", "own", "stem", "item"), STEMS)
def test_the_stem_compares_the_amounts_of_its_items(language, own, stem, item):
    text = structured(f"<article 1|Article 1>\n  <paragraph 1> {stem}\n    <item a> {item}\n")
    assert _paid(text, language, own) == [(7000, "at_least", "none")]


def test_a_comparator_of_another_number_in_the_stem_is_not_that_of_the_items():
    stem = "A broker with at least two directors must pay:"
    text = structured(
        f"<article 1|Article 1>\n  <paragraph 1> {stem}\n    <item a> for class A: EUR 7,000;\n"
    )
    assert _paid(text, "en", "EUR") == [(7000, "exactly", "none")]


CHOICES = [
    (
        "en",
        "EUR",
        "The fee must not exceed the lower of EUR 40 and 2 % of the sum.",
        [(40, "at_most", "none")],
    ),
    (
        "ja",
        "JPY",
        "手数料は、百分の二又は四十円のいずれか低い額を超えてはならない。",
        [(40, "at_most", "none")],
    ),
    (
        "ko",
        "KRW",
        "4만원과 총액의 100분의 2 중 큰 금액 이상을 적립하여야 한다.",
        [(40000, "at_least", "none")],
    ),
    ("de", "EUR", "Die Umlage beträgt 2 Prozent, mindestens jedoch 40 Euro.", [(40, "at_least", "none")]),
    ("ko", "KRW", "이용자가 매수하는 금액은 1일 4만원을 초과할 수 없다.", [(40000, "at_most", "day")]),
    ("ja", "JPY", "手数料は、一件につき四十円とする。", [(40, "exactly", "transaction")]),
    ("ko", "KRW", "2031년 5월 1일 4만원을 납부하여야 한다.", [(40000, "exactly", "none")]),
]


@pytest.mark.parametrize(("language", "own", "words", "paid"), CHOICES)
def test_an_amount_is_compared_by_what_stands_beside_the_choice(language, own, words, paid):
    assert _paid(words, language, own) == paid


def test_a_day_that_an_amount_is_counted_over_is_no_time_by_itself():
    words = "이용자가 매수하는 금액은 1일 4만원을 초과할 수 없다."
    assert "period" not in [one.kind for one in extract(CanonicalText(words, ()), "ko", "KRW")]


@pytest.mark.parametrize(
    ("language", "own", "item"),
    [
        ("ja", "JPY", "発行高が九百円を超える者　七千円"),
        ("ko", "KRW", "자산이 900원을 초과하는 자: 7천원"),
        ("en", "EUR", "with assets over EUR 900: EUR 7,000;"),
    ],
)
def test_an_amount_that_describes_a_class_is_not_the_one_set_for_it(language, own, item):
    assert [amount for amount, *_ in _paid(item, language, own)] == [7000]
