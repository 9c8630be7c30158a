"""Whole statutes of invented places in nine languages: their units, what each bids, and the language told."""

import pytest

from lexatlas.language.detect import language_of
from lexatlas.language.modality import read_norm
from lexatlas.language.units import unit_words, units
from lexatlas.language.wording import sentence_of, without_mark
from tests.language.statutes import LANGUAGES, read_by_hand, statute


def _rule(words, language):
    norm = read_norm(words, language)
    if norm is None:
        return "", ""
    said = norm.force + " only" * norm.only + " sanction" * norm.sanction
    return said, without_mark(words[slice(*norm.actor)])


@pytest.mark.parametrize("language", LANGUAGES)
def test_units_with_their_place_their_stem_and_what_they_bid(language):
    text, expected = statute(language), read_by_hand(language)["rules"]
    found = []
    for unit in units(text, language):
        if unit.part != "heading":
            said = sentence_of([text.text[a:b] for a, b in unit.parts])
            found.append([unit.locator, said, unit.part, *_rule(unit_words(text, unit).words, language)])
    assert [row[:3] for row in found] == [row[:3] for row in expected]
    assert [row[: len(told)] for row, told in zip(found, expected, strict=True)] == expected


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_language_of_a_statute_is_told(language):
    assert language_of(statute(language).text) == language
