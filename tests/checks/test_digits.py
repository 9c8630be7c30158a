"""Digits are looked at by themselves, in any script, and nothing is said where words may make other numbers of them."""

from decimal import Decimal

import pytest

from lexatlas.checks.digits import unheld, written


@pytest.mark.parametrize(
    ("said", "quoted", "absent"),
    [
        ("EUR 125,000", "au moins 125 000 EUR", []),
        ("EUR 1,250,000", "au moins 125 000 EUR par an", []),  # "EUR" may be a word that scales.
        ("EUR 125,001", "au moins 125 000 EUR", ["125001"]),
        ("60 days", "ภายใน ๖๐ วัน", []),
        ("61 days", "ภายใน ๖๐ วัน", ["61"]),
        ("1 March 2025", "في 17 مارس 2025", ["1"]),
        ("17 March 2025", "٢٠٢٥ مارس ١٧", []),
        ("125,000", "百二十五万円", []),  # Numerals that are no digits: nothing is known.
        ("KRW 250,000,000", "제1항의 자기자본은 2억 5천만원 이상", []),
        ("KRW 270,000,000", "2억 5천만원 이상", ["270000000"]),
        ("1.5 %", "1,5 %", []),
        ("5", "no number at all", []),
    ],
)
def test_a_number_that_the_quote_has_in_no_way(said, quoted, absent):
    assert unheld(said, quoted) == absent


def test_what_digits_may_mean():
    assert written("1.234,5") == ((frozenset(map(Decimal, ("12345", "1", "234", "5", "1234.5"))), False),)
    assert [scaled for _, scaled in written("5 million or 6.")] == [True, False]
