from decimal import Decimal

import pytest

from lexatlas.language.quantities import counts, periods, rates

PERIODS = [
    (
        "en",
        "within 40 working days from receipt of the file",
        [("within 40 working days", 40, "working day", "at_most", "from receipt of the file")],
    ),
    (
        "en",
        "at least ten business days before the sale",
        [("at least ten business days", 10, "working day", "at_least", "before the sale")],
    ),
    ("en", "within thirty (30) days", [("within thirty (30) days", 30, "day", "at_most", "")]),
    ("en", "at least once every month", [("at least once every month", 1, "month", "every", "")]),
    ("en", "renewed every two years", [("every two years", 2, "year", "every", "")]),
    ("en", "a person of 18 years of age", []),
    ("en", "in 2019 years passed", []),
    (
        "fr",
        "dans les trente jours suivant l'avis",
        [("dans les trente jours", 30, "day", "at_most", "suivant l'avis")],
    ),
    ("fr", "au moins une fois par mois", [("au moins une fois par mois", 1, "month", "every", "")]),
    (
        "vi",
        "Tối thiểu 15 ngày trước khi bán",
        [("Tối thiểu 15 ngày", 15, "day", "at_least", "trước khi bán")],
    ),
    ("ar", "خلال (3) ثلاثة أشهر", [("خلال (3) ثلاثة أشهر", 3, "month", "at_most", "")]),
]
PERIODS += [
    ("vi", "kể từ ngày 09 tháng 9 năm 2031", []),
]
RATES = [
    ("en", "ten per cent (10%) or more of the votes", [("ten per cent (10%) or more", "0.1", "at_least")]),
    ("en", "2 % of the reserve", [("2 %", "0.02", "exactly")]),
    ("en", "not more than 12.5 per cent", [("not more than 12.5 per cent", "0.125", "at_most")]),
    ("fr", "deux pour cent", [("deux pour cent", "0.02", "exactly")]),
    ("vi", "không được vượt quá 49% vốn", [("không được vượt quá 49%", "0.49", "at_most")]),
]


@pytest.mark.parametrize(("language", "text", "expected"), PERIODS)
def test_periods(language, text, expected):
    found = [
        (r.words, int(r.value.n), r.value.unit, r.value.comparator, r.value.start)
        for r in periods(text, language)
    ]
    assert found == expected


@pytest.mark.parametrize(("language", "text", "expected"), RATES)
def test_rates(language, text, expected):
    found = [(r.words, r.value.value, r.value.comparator) for r in rates(text, language)]
    assert found == [(words, Decimal(value), sign) for words, value, sign in expected]


def test_counts_need_a_comparator_and_a_known_noun():
    found = counts("at least two natural persons and three apples; 5 directors", "en")
    assert [(one.words, int(one.value.n), one.value.unit) for one in found] == [
        ("at least two natural persons", 2, "natural persons")
    ]


@pytest.mark.parametrize("words", ["60 يوما", "60 يوماً", "60 يومًا"])
def test_a_unit_is_known_however_its_vowel_signs_are_written(words):
    (read,) = periods(f"يجب البت في الطلب خلال {words}.", "ar")
    assert (read.value.n, read.value.unit) == (60, "day")


def test_shares_in_a_list_share_their_comparator():
    words = "A holding that would reach or exceed 20 %, 30 % or 50 % of the votes, or 5 % of the capital."
    assert [(one.value.value, one.value.comparator) for one in rates(words, "en")] == [
        (Decimal("0.2"), "at_least"),
        (Decimal("0.3"), "at_least"),
        (Decimal("0.5"), "at_least"),
        (Decimal("0.05"), "exactly"),
    ]
