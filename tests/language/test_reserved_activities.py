"""An activity that a law reserves to some is a duty to be one of them; what is left to somebody's choice is a leave."""

import pytest

from lexatlas.language.modality import read_norm

SENTENCES = [
    ("it", "Il cambio di gettoni è riservato agli operatori iscritti.", "required"),
    ("es", "La custodia de fichas queda reservada a las entidades con licencia.", "required"),
    ("pt", "A guarda de fichas é privativa de sociedades autorizadas.", "required"),
    ("ru", "Деятельность хранителя осуществляется только после включения в реестр.", "required"),
    ("pt", "É facultado às instituições abrir contas de depósito.", "permitted"),
]


@pytest.mark.parametrize(("language", "sentence", "force"), SENTENCES)
def test_what_is_reserved_and_what_is_left_to_choice(language, sentence, force):
    norm = read_norm(sentence, language)
    assert norm is not None
    assert norm.force == force
