"""Whole statutes of invented places in nine languages, read from the bytes to their facts, and to no others."""

import pytest

from lexatlas.analysts.extractive.facts import ExtractedFact, extract
from tests.language.statutes import LANGUAGES, read_by_hand, statute

FOLLOWS = ("basis", "precision", "computed")
"""Fields that follow from the others; each has tests of its own."""
NOTHING = ("", None, [], "none", 0)


def _told(found: ExtractedFact, left_out: list[str]) -> dict[str, object]:
    """Return a fact as a reader writes it down: its place, its kind, and each field that holds something."""
    held = found.fact.model_dump(mode="json")
    said = {
        name: _plain(value)
        for name, value in held.items()
        if name not in (*FOLLOWS, *left_out) and value not in NOTHING
    }
    return {"at": found.unit.locator, **said}


def _plain(value: object) -> object:
    if isinstance(value, list):
        return [_plain(each) for each in value]
    return " ".join(value.split()) if isinstance(value, str) else value


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_statute_gives_its_facts_and_no_others(language):
    read = read_by_hand(language)
    found = [_told(one, read.get("left_out", [])) for one in extract(statute(language), language)]
    assert found == read["facts"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_words_of_a_fact_stand_in_the_text(language):
    text = statute(language)
    for one in extract(text, language):
        assert all(text.text[a:b].strip() for a, b in one.highlight), one
