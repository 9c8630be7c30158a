"""Statutes of invented places in Japanese, Korean and Thai, read from the bytes to the facts and to their claims."""

from pathlib import Path

import pytest

from lexatlas.analysts.extractive.facts import ExtractedFact, extract
from lexatlas.language.units import unit_words, units
from tests.language.statutes import statute

EXPECTED = Path(__file__).parents[1] / "language" / "statutes"
LANGUAGES = ("ja", "ko", "th")


def _told(found: ExtractedFact) -> str:
    """Return a fact on one line: its kind, its place in the law's own citation, and what it says."""
    held = found.fact.model_dump(mode="json")
    said = {
        name: value
        for name, value in held.items()
        if name not in ("kind", "basis", "precision", "computed") and value not in ("", None, [], "none", 0)
    }
    words = "; ".join(
        f"{name}={' / '.join(value) if isinstance(value, list) else value}" for name, value in said.items()
    )
    return " | ".join((held["kind"], found.unit.locator, " ".join(words.split())))


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_statute_gives_its_facts_and_no_others(language):
    expected = (EXPECTED / f"{language}.facts").read_text(encoding="utf-8").splitlines()
    assert [_told(found) for found in extract(statute(language), language)] == expected


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_statute_is_cited_in_its_own_form_and_no_word_of_it_is_lost(language):
    text = statute(language)
    expected = (EXPECTED / f"{language}.units").read_text(encoding="utf-8").splitlines()
    said = [
        f"{unit.part} | {unit.locator} | {' '.join(unit_words(text, unit).words.split())}"
        for unit in units(text, language)
        if unit.part not in ("heading", "recital")
    ]
    assert said == expected
