"""A "not" that stands apart from its verb bars; one that belongs to a measure does not."""

import pytest

from lexatlas.language.modality import read_norm


@pytest.mark.parametrize(
    ("words", "modal"),
    [
        ("The tribunal shall, however, not look at the file.", "shall, however, not"),
        ("The keeper shall therefore not lend what it keeps.", "shall therefore not"),
        ("A broker may, in any event, not pledge the tokens of a client.", "may, in any event, not"),
    ],
)
def test_a_bar_in_two_parts(words, modal):
    norm = read_norm(words, "en")
    assert (norm.force, words[norm.modal.start : norm.modal.end]) == ("prohibited", modal)
    assert not words[norm.action.start : norm.action.end].startswith("not")


@pytest.mark.parametrize(
    ("words", "force"),
    [
        ("The keeper shall, in its report, not later than 3 May, state the amount.", "required"),
        ("The Board may also not less than twice a year inspect a keeper.", "permitted"),
        ("The keeper shall, in its report, state what it does not hold.", "required"),
    ],
)
def test_a_not_of_something_else_bars_nothing(words, force):
    assert read_norm(words, "en").force == force
