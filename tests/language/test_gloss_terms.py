"""Languages whose gloss lists nouns alone: what is named of a rule, and that nothing more is said."""

import tomllib
from importlib.resources import files

import pytest

from lexatlas import language as languages
from lexatlas.core.text import normalise
from lexatlas.language.gloss_chain import chain
from lexatlas.language.gloss_lint import problems
from lexatlas.language.gloss_order import whole_sentence
from lexatlas.language.gloss_rows import key_of, rows_of
from lexatlas.language.gloss_terms import terms_named
from tests.language.statutes import statute

NAMED = ("de", "es", "pt", "it", "ru", "tr")


def english(text, language):
    return [term.english for term in terms_named(normalise(text).text, language)]


SAID = [
    ("de", "Das Anfangskapital des Verwahrers muss mindestens 125.000 Euro betragen.",
     ["initial capital", "custodian", "at least EUR 125,000"]),
    ("es", "La Autoridad podrá imponer multas de hasta el 10 por ciento del volumen de negocios.",
     ["authority", "fines", "not more than 10%", "turnover"]),
    ("pt", "O custodiante deve verificar a origem dos fundos nas operações superiores a 10.000 euros.",
     ["custodian", "funds", "transactions", "more than EUR 10,000"]),
    ("it", "I custodi sono tenuti a conservare i gettoni dei clienti separati dal proprio patrimonio.",
     ["custodians", "tokens", "clients", "property"]),
    ("ru", "Уставный капитал хранителя должен составлять не менее 50 миллионов рублей.",
     ["charter capital", "custodian", "at least RUB 50,000,000"]),
    ("tr", "İhraççılar müşteriye ücret öder.", ["issuers", "client", "fee"]),
]  # fmt: skip


@pytest.mark.parametrize(("language", "text", "said"), SAID)
def test_nouns_and_values_are_named_one_by_one(language, text, said):
    assert english(text, language) == said


TURNED = [
    ("de", "Der Verwahrer darf die Werttoken seiner Kunden nicht verwenden."),
    ("de", "Das Verbot gilt für die Bank."),
    ("es", "Queda prohibido a los emisores conceder intereses."),
    ("pt", "O custodiante está isento de taxa."),
    ("it", "È vietato agli emittenti corrispondere interessi."),
    ("ru", "Хранитель освобождается от уплаты сбора."),
    ("tr", "Saklayıcı müşteri jetonlarını kullanamaz."),
    ("tr", "İzinsiz hizmet."),
]


@pytest.mark.parametrize(("language", "text"), TURNED)
def test_nothing_is_named_where_a_rule_is_turned(language, text):
    assert english(text, language) == []


def test_half_a_word_with_a_hyphen_is_no_term():
    assert english("Die Kunden- und Anlegerdaten der Bank", "de") == ["bank"]


@pytest.mark.parametrize("language", NAMED)
def test_no_sentence_and_no_chain_is_made_of_nouns(language):
    for line in statute(language).text.splitlines():
        assert whole_sentence(line, language) == ()
        assert chain(line, language) == ()


@pytest.mark.parametrize("language", NAMED)
def test_the_rows_are_sound_and_say_that_no_native_reader_has_checked_them(language):
    path = files(languages).joinpath("data", "gloss", f"{language}.toml")
    assert problems(language) == []
    assert tomllib.loads(path.read_text(encoding="utf-8"))["native_checked"] is False
    assert rows_of(language).tells == ("terms",)
    assert len(rows_of(language).rows) > 400


@pytest.mark.parametrize("language", NAMED)
def test_half_of_a_statute_has_something_to_name(language):
    lines = [line for line in statute(language).text.splitlines() if len(line) > 45]
    assert sum(bool(english(line, language)) for line in lines) >= len(lines) / 3


def test_turkish_and_russian_letters_are_one_word():
    assert key_of("İHRAÇÇI", "tr") == key_of("ihraççı", "tr")
    assert key_of("заём", "ru") == key_of("заем", "ru")
