"""Numbers, money, shares, lengths of time, days and forces as German, Romance, Russian and Turkish law write them."""

from decimal import Decimal

import pytest

from lexatlas.language.calendar import dates_in
from lexatlas.language.dates import dates
from lexatlas.language.modality import read_norm
from lexatlas.language.money import amounts
from lexatlas.language.numerals import numbers
from lexatlas.language.quantities import counts, periods, rates
from lexatlas.language.scopes import references
from lexatlas.language.sentences import sentences


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("de", "zweihundertfünfzigtausend", ["250000"]),
        ("de", "einundzwanzig", ["21"]),
        ("de", "1.000.000,50 und 1'000'000 und 5 Mio.", ["1000000.50", "1000000", "5000000"]),
        ("it", "centocinquantamila", ["150000"]),
        ("it", "duecento o ventuno", ["200", "21"]),
        ("es", "dos mil quinientos millones", ["2500000000"]),
        ("es", "tres mil millones y 500 mil", ["3000000000", "500000"]),
        ("es", "cien mil y un millón", ["100000", "1000000"]),
        ("pt", "duzentos e cinquenta mil", ["250000"]),
        ("ru", "двухсот пятидесяти тысяч", ["250000"]),
        ("ru", "1 000 000 и 1,5", ["1000000", "1.5"]),
        ("tr", "yüz elli bin", ["150000"]),
    ],
)
def test_numbers(language, text, expected):
    assert [one.value for one in numbers(text, language)] == [Decimal(each) for each in expected]


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("de", "von 5.000 bis 50.000 Euro", [("at_most", "50000", "EUR", "5000")]),
        ("de", "darf 125.000 Euro nicht unterschreiten", [("at_least", "125000", "EUR", None)]),
        ("de", "höchstens 1'000'000 Franken", [("at_most", "1000000", "CHF", None)]),
        ("es", "entre cien mil y un millón de euros", [("at_most", "1000000", "EUR", "100000")]),
        ("es", "no podrá ser inferior a 350.000 euros", [("at_least", "350000", "EUR", None)]),
        ("pt", "de R$ 50.000,00 a R$ 2.000.000,00", [("at_most", "2000000.00", "BRL", "50000.00")]),
        ("it", "da euro 5.000 a euro 500.000", [("at_most", "500000", "EUR", "5000")]),
        ("ru", "от пятидесяти тысяч до ста тысяч рублей", [("at_most", "100000", "RUB", "50000")]),
        ("ru", "не могут быть менее 300 рублей", [("at_least", "300", "RUB", None)]),
        ("tr", "bin Türk lirasından beş bin Türk lirasına kadar", [("at_most", "5000", "TRY", "1000")]),
        (
            "tr",
            "20.000 Türk lirasından 2.000.000 Türk lirasına kadar",
            [("at_most", "2000000", "TRY", "20000")],
        ),
        ("pt", "coima de (euro) 4000 a (euro) 5 000 000", [("at_most", "5000000", "EUR", "4000")]),
        ("tr", "50.000.000 Türk lirasından az olamaz", [("at_least", "50000000", "TRY", None)]),
        ("de", "5 bis 10 Millionen Euro", [("at_most", "10000000", "EUR", None)]),
    ],
)
def test_money(language, text, expected):
    found = [
        (one.value.comparator, one.value.amount, one.value.currency, one.value.lower)
        for one in amounts(text, language)
    ]
    assert found == [
        (sign, Decimal(amount), code, Decimal(lower) if lower else None)
        for sign, amount, code, lower in expected
    ]


def test_words_for_a_period_in_another_clause_are_none_of_an_amount():
    found = amounts("multa por infracción; operaciones superiores a 1.000 euros", "es")
    assert [one.value.period for one in found] == ["none"]


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("de", "2,5 Prozent der verwahrten Werte nicht unterschreiten", [("at_least", "0.025")]),
        ("de", "25 Basispunkte", [("exactly", "0.0025")]),
        ("de", "5 Promille", [("exactly", "0.005")]),
        ("es", "alcanzar, como mínimo, el 2,5 por ciento", [("at_least", "0.025")]),
        ("it", "non possono essere inferiori al 2,5 per cento", [("at_least", "0.025")]),
        ("ru", "не превышающий 5 процентов", [("at_most", "0.05")]),
        ("tr", "sermayenin %10'unu aşamaz", [("at_most", "0.1")]),
        ("tr", "yüzde onundan fazla", [("more_than", "0.1")]),
    ],
)
def test_rates(language, text, expected):
    found = [(one.value.comparator, one.value.value) for one in rates(text, language)]
    assert found == [(sign, Decimal(share)) for sign, share in expected]


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("it", "da sei mesi a quattro anni", [("at_least", 6, "month", ""), ("at_most", 4, "year", "")]),
        ("pt", "de 4 (quatro) a 8 (oito) anos", [("at_most", 8, "year", "")]),
        ("de", "eine zweijährige Frist", [("exactly", 2, "year", "")]),
        ("de", "alle zwei Jahre", [("every", 2, "year", "")]),
        (
            "de",
            "von einem Jahr bis zu zehn Jahren",
            [("at_least", 1, "year", ""), ("at_most", 10, "year", "")],
        ),
        ("es", "diez días hábiles", [("exactly", 10, "working day", "")]),
        ("pt", "no prazo de 90 (noventa) dias", [("at_most", 90, "day", "")]),
        ("ru", "хранятся в течение пяти лет", [("exactly", 5, "year", "")]),
        ("ru", "в течение пяти дней со дня подачи", [("at_most", 5, "day", "со дня подачи")]),
        ("ru", "десятидневный срок", [("exactly", 10, "day", "")]),
        ("tr", "bir yıldan üç yıla kadar", [("at_least", 1, "year", ""), ("at_most", 3, "year", "")]),
        ("tr", "otuz gün içinde", [("at_most", 30, "day", "")]),
    ],
)
def test_periods(language, text, expected):
    found = [
        (one.value.comparator, one.value.n, one.value.unit, one.value.start)
        for one in periods(text, language)
    ]
    assert found == expected


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("de", "mindestens zwei Geschäftsleiter", [("at_least", 2, "Geschäftsleiter")]),
        ("it", "almeno tre amministratori", [("at_least", 3, "amministratori")]),
        ("ru", "не менее трех членов", [("at_least", 3, "членов")]),
    ],
)
def test_counts(language, text, expected):
    assert [(one.value.comparator, one.value.n, one.value.unit) for one in counts(text, language)] == expected


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("de", "am 1. Januar 2031", ["2031-01-01"]),
        ("de", "mit 1. Jänner 2031", ["2031-01-01"]),
        ("es", "1.º de enero de 2031 y enero del año 2031", ["2031-01-01"]),
        ("pt", "20 de maio de 2031", ["2031-05-20"]),
        ("it", "1° gennaio 2031", ["2031-01-01"]),
        ("ru", "1 января 2031 года и 01.03.2031", ["2031-01-01", "2031-03-01"]),
        ("tr", "20/6/2031 ve 1 Ocak 2031", ["2031-06-20", "2031-01-01"]),
    ],
)
def test_days(language, text, expected):
    assert [one.date for one in dates_in(text, language)] == expected


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        (
            "de",
            "Dieses Gesetz tritt am 1. Januar 2031 in Kraft und am 31. Dezember 2036 außer Kraft.",
            [("in_force", "2031-01-01"), ("repealed", "2036-12-31")],
        ),
        ("de", "Gleichzeitig tritt das Token-Gesetz vom 3. Mai 2019 außer Kraft.", [("unknown", "2019-05-03")]),
        ("de", "§ 12 ist ab dem 1. Juli 2031 anzuwenden.", [("applies_from", "2031-07-01")]),
        ("es", "Queda derogada la Ley 5/2019, de 3 de mayo de 2019.", [("unknown", "2019-05-03")]),
        ("it", "È abrogata la legge 3 maggio 2019, n. 12.", [("unknown", "2019-05-03")]),
        ("ru", "Закон от 3 мая 2019 года № 12 утрачивает силу с 1 января 2031 года.",
         [("unknown", "2019-05-03"), ("repealed", "2031-01-01")]),
        ("tr", "20/6/2013 tarihli ve 6493 sayılı Kanun yürürlükten kaldırılmıştır.", [("unknown", "2013-06-20")]),
        ("tr", "Bu Kanun 1/1/2031 tarihinde yürürlüğe girer.", [("in_force", "2031-01-01")]),
        ("pt", "Esta Lei entra em vigor após decorridos 180 (cento e oitenta) dias de sua publicação.",
         [("in_force", None)]),
    ],
)  # fmt: skip
def test_roles_of_dates(language, text, expected):
    assert [(one.value.role, one.value.date) for one in dates(text, language)] == expected


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
