"""What joins the items of a list that a sentence names."""

import pytest

from lexatlas.language.lists import joined_by


@pytest.mark.parametrize(
    ("items", "word"),
    [
        (["(a) a bank; or", "(b) a broker."], "or"),
        (["(a) a bank;", "(b) a broker, or", "(c) a dealer."], "or"),
        (["(a) keep records; and", "(b) report."], "and"),
        (["(a) a floor;", "(b) a door."], "and"),
    ],
)
def test_items_that_the_law_joins_by_or_are_named_with_or(items, word):
    assert joined_by(items) == word
