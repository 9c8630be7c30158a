"""Bodies that a sentence names as competent: behind its verb, in small letters, with their short form in brackets."""

import pytest

from lexatlas.analysts.extractive.facts_names import authorities

NAMED = [
    ("es", "Corresponde a la Comisión de Fichas otorgar y cancelar las licencias.", "Comisión de Fichas"),
    ("it", "Il controllo sui custodi spetta all'AVT, che può chiedere notizie.", "AVT"),
    ("it", "La vigilanza è esercitata dalla Banca di Rocca.", "Banca di Rocca"),
    ("pt", "Compete ao Banco Central autorizar os depositários.", "Banco Central"),
    (
        "ru",
        "Федеральная служба денежного надзора осуществляет проверки.",
        "Федеральная служба денежного надзора",
    ),
]


@pytest.mark.parametrize(("language", "sentence", "name"), NAMED)
def test_a_sentence_names_the_competent_body(language, sentence, name):
    assert [(fact.name, fact.role) for fact, _ in authorities(sentence, language)] == [(name, "acts")]


DEFINED = [
    ("it", "«Autorità»: l'Autorità di controllo sui gettoni (ACG);", "Autorità di controllo sui gettoni"),
    (
        "en",
        "“the Commission” means the Northmoor Token Services Commission;",
        "Northmoor Token Services Commission",
    ),
    ("tr", "“Müdürlük”: Merkez Mali Kayıt Müdürlüğünü,", "Merkez Mali Kayıt Müdürlüğünü"),
]


@pytest.mark.parametrize(("language", "words", "name"), DEFINED)
def test_a_defined_body_is_named_whole(language, words, name):
    assert [(fact.name, fact.role) for fact, _ in authorities(words, language)] == [(name, "defined")]


def test_what_concerns_no_body_names_none():
    assert not [*authorities("Corresponde a la persona interesada presentar la solicitud.", "es")]
    assert not [*authorities("La scelta spetta al cliente.", "it")]
