"""A whole statute in German, Spanish, Portuguese, Italian, Russian and Turkish: its units, its rules and its facts."""

import tomllib
from pathlib import Path

import pytest

from lexatlas.analysts.extractive.facts import extract
from lexatlas.core.facts import Authority, Count, Definition, LegalDate, Money, Norm, Period, Rate, Sanction
from lexatlas.language.detect import language_of
from lexatlas.language.modality import read_norm
from lexatlas.language.units import unit_words, units
from lexatlas.language.wording import sentence_of, without_mark
from tests.language.statutes import statute

LANGUAGES = ("de", "es", "pt", "it", "ru", "tr")
FOLDER = Path(__file__).parent / "statutes"
_BEGINNING = 40


def _statute(language):
    return statute(language), tomllib.loads((FOLDER / f"{language}.toml").read_text(encoding="utf-8"))


def _rule(words, language):
    norm = read_norm(words, language)
    if norm is None:
        return "", ""
    said = norm.force + " only" * norm.only + " sanction" * norm.sanction
    return said, without_mark(words[slice(*norm.actor)])


def _told(fact):
    match fact:
        case Money():
            return f"{fact.comparator} {fact.amount} {fact.currency}" + (
                f" from {fact.lower}" if fact.lower else ""
            )
        case Rate():
            return f"{fact.comparator} {fact.value}"
        case Period():
            return f"{fact.comparator} {fact.n} {fact.unit}" + (f", {fact.start}" if fact.start else "")
        case Count():
            return f"{fact.comparator} {fact.n} {fact.unit}"
        case LegalDate():
            return f"{fact.role} {fact.date or fact.rule}" + (f" of {fact.scope}" if fact.scope else "")
        case Authority():
            return f"{fact.role} {fact.name}" + (f" ({fact.short})" if fact.short else "")
        case Definition():
            return fact.term
        case Sanction():
            return fact.words[:_BEGINNING]
        case Norm():
            return f"{fact.actor} | {fact.modal}"
    return fact.title


@pytest.mark.parametrize("language", LANGUAGES)
def test_units_with_their_place_their_stem_and_what_they_bid(language):
    text, expected = _statute(language)
    found = []
    for unit in units(text, language):
        if unit.part != "heading":
            said = sentence_of([text.text[a:b] for a, b in unit.parts])
            found.append([unit.locator, said, unit.part, *_rule(unit_words(text, unit).words, language)])
    assert found == expected["rules"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_facts_from_end_to_end(language):
    text, expected = _statute(language)
    found = [[one.unit.locator, one.kind, _told(one.fact)] for one in extract(text, language)]
    assert found == expected["facts"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_words_of_a_fact_stand_in_the_text(language):
    text, _ = _statute(language)
    for one in extract(text, language):
        assert all(text.text[a:b].strip() for a, b in one.highlight), one


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_language_of_a_statute_is_told(language):
    text, _ = _statute(language)
    assert language_of(text.text) == language
