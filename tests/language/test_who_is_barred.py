"""Whom a bar names where the sentence hides it, and which clause of it is an exception."""

import pytest

from lexatlas.language.modality import read_norm


@pytest.mark.parametrize(
    ("language", "text", "actor"),
    [
        ("de", "Kreditinstituten ist es verboten, Konten zu führen.", "Kreditinstituten"),
        ("de", "Es ist verboten, Token auszugeben.", ""),
        (
            "fr",
            "Il est interdit aux établissements de crédit de traiter des paiements.",
            "aux établissements de crédit",
        ),
        ("fr", "Il est interdit à toute personne d'émettre un jeton.", "à toute personne"),
        ("it", "È fatto divieto agli enti creditizi di eseguire pagamenti.", "agli enti creditizi"),
        ("tr", "Bankalar dışında hiç kimse token ihraç edemez.", "Bankalar dışında hiç kimse"),
        ("tr", "Kurul tarafından izin verilmedikçe hiç kimse hizmet sunamaz.", "hiç kimse"),
    ],
)
def test_a_bar_names_whom_it_binds(language, text, actor):
    norm = read_norm(text, language)
    assert norm is not None
    assert (norm.force, text[norm.actor.start : norm.actor.end]) == ("prohibited", actor)


@pytest.mark.parametrize(
    ("language", "text", "exception"),
    [
        ("tr", "Bankalar dışında hiç kimse token ihraç edemez.", "Bankalar dışında"),
        ("tr", "Kurul tarafından izin verilmedikçe hizmet sunulamaz.", "Kurul tarafından izin verilmedikçe"),
        (
            "de",
            "Niemand darf Token ausgeben, es sei denn, er ist eine Bank.",
            "es sei denn, er ist eine Bank",
        ),
        (
            "ru",
            "Запрещается оказывать услуги, за исключением случаев, когда имеется лицензия.",
            "за исключением случаев, когда имеется лицензия",
        ),
    ],
)
def test_an_exception_is_told_whole(language, text, exception):
    norm = read_norm(text, language)
    assert norm is not None
    assert [text[clause.span.start : clause.span.end].rstrip(".") for clause in norm.exceptions] == [
        exception
    ]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("de", "Der Kauf von Kryptowerten ist nicht verboten."),
        ("it", "L'acquisto di cripto-attività non è vietato."),
        ("es", "No está prohibida la compra de criptoactivos."),
        ("pt", "Não é proibida a compra de criptoativos."),
        ("ru", "Покупка криптовалюты не запрещается."),
        ("tr", "Kripto varlık alımı yasak değildir."),
    ],
)
def test_what_is_not_forbidden_is_no_bar(language, text):
    norm = read_norm(text, language)
    assert norm is None or norm.force == "states"
