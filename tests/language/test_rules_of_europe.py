"""What rules of German, Romance, Russian and Turkish law do and for whom, where they end, and the places they name."""

import pytest

from lexatlas.language.modality import read_norm
from lexatlas.language.scopes import references
from lexatlas.language.sentences import sentences


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("de", "Das tritt am 1. Januar 2031 in Kraft. Siehe § 5 Abs. 2 Nr. 3 i. V. m. BGBl. I S. 12.", 2),
        ("ru", "В силу п. 2 ст. 5 и т. д. оператор обязан. С 1 января 2031 г. запрещено.", 2),
        ("tr", "5. madde uygulanır. Saklayıcı A.Ş. olarak kurulur.", 2),
        ("it", "Si applica l'art. 5, comma 2, lett. a), del d.lgs. n. 12. Resta fermo il resto.", 2),
    ],
)
def test_stops_of_abbreviations_and_ordinals_end_no_sentence(language, text, expected):
    assert len(sentences(text, language)) == expected


@pytest.mark.parametrize(
    ("language", "text", "force", "actor"),
    [
        ("de", "Vor der Aufnahme hat der Anbieter ein Konzept vorzulegen.", "required", "der Anbieter"),
        ("de", "Ein Institut darf, soweit dies nicht anders geregelt ist, Werte halten.", "permitted", "Ein Institut"),
        ("de", "Die Leute dürfen die Tatsachen, die sie erfahren, nicht offenbaren.", "prohibited", "Die Leute"),
        ("de", "Es ist verboten, Kundengelder zu verwenden.", "prohibited", ""),
        ("de", "Einer Erlaubnis bedarf nicht, wer eigene Werte verwahrt.", "exempt", "wer eigene Werte verwahrt"),
        ("de", "Ein Institut, das Werte verwahren darf, hat jährlich zu berichten.", "required",
         "Ein Institut, das Werte verwahren darf"),
        ("es", "Queda prohibida la emisión de fichas anónimas.", "prohibited", "la emisión de fichas anónimas"),
        ("es", "En ningún caso los emisores pagarán intereses.", "prohibited", "los emisores"),
        ("es", "Las entidades que pueden prestar servicios deberán inscribirse.", "required",
         "Las entidades que pueden prestar servicios"),
        ("pt", "É vedado às prestadoras conceder empréstimos.", "prohibited", "às prestadoras"),
        ("it", "E' vietato agli emittenti corrispondere interessi.", "prohibited", "agli emittenti"),
        ("it", "La Banca puo' vietare nuove operazioni.", "permitted", "La Banca"),
        ("ru", "Запрещается выпуск токенов без разрешения.", "prohibited", "выпуск токенов"),
        ("ru", "При операциях на крупную сумму хранитель должен проверить средства.", "required", "хранитель"),
        ("tr", "İzinsiz jeton ihraç edilmesi yasaktır.", "prohibited", ""),
        ("tr", "Hizmet sağlayıcı, varlıkları ayrı tutmak zorundadır.", "required", "Hizmet sağlayıcı"),
        ("tr", "Bu hüküm müşterinin haklarını etkilemez.", "", ""),
    ],
)  # fmt: skip
def test_what_a_sentence_does_and_for_whom(language, text, force, actor):
    norm = read_norm(text, language)
    assert (norm.force if norm else "") == force
    assert (text[slice(*norm.actor)] if norm else "") == actor


@pytest.mark.parametrize(
    ("language", "text", "act"),
    [
        ("tr", "İzinsiz jeton ihraç edilmesi yasaktır.", "İzinsiz jeton ihraç edilmesi"),
        ("de", "Die Ausgabe von Token an Kinder ist verboten.", "Die Ausgabe von Token an Kinder"),
        ("es", "La publicidad engañosa queda prohibida.", "La publicidad engañosa"),
        ("ru", "Выпуск анонимных токенов запрещается.", "Выпуск анонимных токенов"),
    ],
)
def test_an_act_that_is_barred_binds_everybody(language, text, act):
    norm = read_norm(text, language)
    assert norm is not None
    assert (norm.force, text[slice(*norm.actor)], text[slice(*norm.action)]) == ("prohibited", "", act)


def test_a_verb_in_a_relative_clause_is_no_rule_of_its_sentence():
    text = "Ato da Autoridade estabelecerá as hipóteses em que a autorização poderá ser concedida."
    assert read_norm(text, "pt") is None


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("de", "§ 5 Abs. 2 Satz 1 Nr. 3 und § 7a Absatz 1", [(("5", "2", "3"),), (("7a", "1"),)]),
        ("de", "die §§ 10 bis 18", [(("10",), ("18",))]),
        ("es", "artículo 5, apartado 2, letra a), y artículo 7", [(("5", "2", "a"),), (("7",),)]),
        ("pt", "artigo 5.º, n.º 2, alínea b)", [(("5", "2", "b"),)]),
        ("it", "articolo 5-bis, comma 2, lettera a), e articolo 9", [(("5-bis", "2", "a"),), (("9",),)]),
        ("ru", "пунктом 3 части 2 статьи 5 и статьей 7", [(("5", "2", "3"),), (("7",),)]),
        ("en", "Article 5, paragraph 2", [(("5",),), (("2",),)]),
    ],
)
def test_a_place_in_a_law_is_one_reference_from_the_outside_in(language, text, expected):
    assert [one.labels for one in references(text, language)] == expected
