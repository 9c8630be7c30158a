"""Comparators that a negation turns, near or far; numbers in words whose parts a comma or a decimal word joins."""

import pytest

from lexatlas.analysts.extractive.facts import extract
from lexatlas.core.evidence import CanonicalText
from lexatlas.language.money import amounts
from lexatlas.language.numerals import numbers
from lexatlas.language.quantities import periods, rates
from tests.language.texts import structured

TURNED = [
    ("en", "A keeper's reserve is at no time below 90 % of what it owes.", "at_least"),
    ("en", "The share of one client has at no time in that year exceeded 7 %.", "at_most"),
    ("es", "La reserva del depositario en ningún momento será inferior al 90 % de sus deudas.", "at_least"),
    ("it", "In nessun caso la quota di un cliente può superare il 7 % del patrimonio.", "at_most"),
    ("pt", "As sociedades não podem manter fichas de valor em montante superior a 7% do capital.", "at_most"),
    ("ru", "Ни при каких условиях доля клиента не превышает 7 процентов.", "at_most"),
]


@pytest.mark.parametrize(("language", "sentence", "sign"), TURNED)
def test_a_negation_turns_a_comparator(language, sentence, sign):
    assert [one.value.comparator for one in rates(sentence, language)] == [sign]


PLAIN = [
    ("en", "A keeper may in no case serve a person who holds more than 7 % of it.", "more_than"),
    ("en", "The reserve fell, and never again rose, while fees above 7 % were paid.", "more_than"),
    (
        "pt",
        "As sociedades não podem aceitar fichas em montante superior a 7% sem identificar o cliente.",
        "more_than",
    ),
    ("pt", "As sociedades podem manter fichas em montante superior a 7% do capital.", "more_than"),
]


@pytest.mark.parametrize(("language", "sentence", "sign"), PLAIN)
def test_a_comparator_that_tells_whom_a_rule_is_about_is_not_turned(language, sentence, sign):
    assert [one.value.comparator for one in rates(sentence, language)] == [sign]


def test_a_time_that_is_not_to_last_longer_has_an_upper_end():
    read = periods("A ban is not to have effect for more than 40 days.", "en")
    assert [(one.value.n, one.value.comparator) for one in read] == [(40, "at_most")]


LIMITS = [
    ("es", "El reclamo procede hasta por la suma de 700 euros.", "at_most"),
    ("es", "La cuenta guardará no menos del 40 euros.", "at_least"),
    ("pt", "As remessas ficam limitadas a 700 euros por cliente.", "at_most"),
    ("pt", "O aviso é devido quando o saldo alcançar 700 euros.", "at_least"),
    ("it", "Il prelievo è limitato a 700 euro.", "at_most"),
    ("ar", "على ألا تتجاوز قيمتها 700 يورو.", "at_most"),
    ("tr", "Tutarı 700 avro veya üzerinde olan işlemler bildirilir.", "at_least"),
]


@pytest.mark.parametrize(("language", "sentence", "sign"), LIMITS)
def test_further_words_that_limit_an_amount(language, sentence, sign):
    assert [one.value.comparator for one in amounts(sentence, language, None)] == [sign]


STEMS = [
    ("es", "El capital mínimo se fijará por clase:", "clase A: 7.000 euros;"),
    ("it", "Il custode dispone di un capitale minimo così determinato:", "classe A: 7.000 euro;"),
    ("pt", "O capital mínimo será o seguinte:", "classe A: 7.000 euros;"),
    ("en", "The minimum capital is as follows:", "for class A: EUR 7,000;"),
]


@pytest.mark.parametrize(("language", "stem", "item"), STEMS)
def test_a_stem_that_names_a_minimum_limits_its_items(language, stem, item):
    text = structured(f"<article 1|Article 1>\n  <paragraph 1> {stem}\n    <item a> {item}\n")
    paid = [one.fact for one in extract(text, language, "EUR") if one.kind == "money"]
    assert [(int(one.amount), one.comparator) for one in paid] == [(7000, "at_least")]


def test_a_share_in_an_item_is_limited_by_its_stem():
    stem = "A keeper must hold at least the following shares:"
    text = structured(f"<article 1|Article 1>\n  <paragraph 1> {stem}\n    <item a> of coins: 40 %;\n")
    found = [one.fact for one in extract(text, "en", "EUR") if one.kind == "rate"]
    assert [one.comparator for one in found] == ["at_least"]


WORDS = [
    ("es", "cero punto tres", ["0.3"]),
    ("es", "dos coma cero cinco", ["2.05"]),
    ("es", "ochenta y cinco coma veinticinco", ["85.25"]),
    ("it", "uno virgola cinque", ["1.5"]),
    ("pt", "mil, duzentos e cinquenta", ["1250"]),
    ("en", "three point one four", ["3.14"]),
    ("en", "two thousand, five hundred", ["2500"]),
    ("es", "tres coma ciento doce", []),
]


@pytest.mark.parametrize(("language", "words", "values"), WORDS)
def test_parts_of_one_number_in_words_are_one_number(language, words, values):
    assert [str(one.value) for one in numbers(words, language)] == values


def test_words_and_digits_of_a_share_that_disagree_give_none():
    assert rates("La tasa es del cinco por ciento (7 %) del valor.", "es") == []
    both = rates("La tasa es del cero punto tres por ciento (0,3 %) del valor.", "es")
    assert [str(one.value.value.normalize()) for one in both] == ["0.003"]


def test_the_day_of_a_date_in_words_is_no_length_of_time():
    said = "Aprobada a los nueve días del mes de marzo de dos mil treinta y uno."
    assert not [one for one in extract(CanonicalText(said, ()), "es") if one.kind == "period"]
