"""How laws of one language differ in structure: Brazilian incisos, Austrian and Swiss numbers, Mexican fractions."""

import pytest

from lexatlas.language.units import units
from lexatlas.language.wording import sentence_of
from lexatlas.sources.readers.charset import Given
from lexatlas.sources.readers.registry import read

BRAZIL = """\
LEI Nº 9.999, DE 3 DE MAIO DE 2031

Dispõe sobre fichas de valor.

CAPÍTULO I
DISPOSIÇÕES GERAIS

Art. 1º Esta Lei dispõe sobre a prestação de serviços de fichas de valor.
Parágrafo único. O disposto nesta Lei não se aplica às fichas emitidas pelo Banco Central.

Art. 2º As prestadoras somente poderão funcionar mediante autorização prévia da Autoridade.
§ 1º O pedido de autorização deverá conter:
I – a razão social da requerente;
II – o plano de negócios, com:
a) a organização;
b) os sistemas; e
III – a prova do capital mínimo de R$ 1.000.000,00 (um milhão de reais).
§ 2º A Autoridade decidirá no prazo de 90 (noventa) dias.

Art. 10. É vedado às prestadoras:
I – conceder empréstimos;
II – garantir rendimentos.
Parágrafo único. O descumprimento sujeita o infrator à multa de R$ 50.000,00 a R$ 2.000.000,00.

Art. 11. Esta Lei entra em vigor após decorridos 180 (cento e oitenta) dias de sua publicação oficial.
"""
AUSTRIA = """\
Bundesgesetz über Werttoken

1. Abschnitt
Allgemeines

Geltungsbereich
§ 1. (1) Dieses Bundesgesetz gilt für Verwahrer mit Sitz im Inland.
(2) Die Verwahrung ist nur mit Konzession der Aufsicht zulässig.

Strafbestimmungen
§ 2. (1) Wer ohne Konzession Werttoken verwahrt, ist mit Geldstrafe bis zu 100 000 Euro zu bestrafen.
(2) Der Versuch ist strafbar.

Inkrafttreten
§ 3. Dieses Bundesgesetz tritt mit 1. Jänner 2031 in Kraft.
"""
SWITZERLAND = """\
Bundesgesetz über die Token

1. Kapitel: Allgemeine Bestimmungen

Art. 1 Gegenstand
1 Dieses Gesetz regelt die Ausgabe von Token.
2 Es gilt nicht für die Nationalbank.

Art. 2 Bewilligung
1 Wer Token verwahrt, braucht eine Bewilligung der Aufsicht.
2 Die Bewilligung wird erteilt, wenn die Gesuchstellerin:
a. ein Mindestkapital von 1'000'000 Franken aufweist; und
b. ihren Sitz in der Schweiz hat.

Art. 3 Strafbestimmung
Mit Busse bis zu 100'000 Franken wird bestraft, wer vorsätzlich ohne Bewilligung Token verwahrt.
"""
MEXICO = """\
LEY DE FICHAS

CAPÍTULO PRIMERO
DE LA AUTORIZACIÓN

Artículo 1. Las instituciones deberán contar con:
I. Un capital mínimo de 500,000.00 pesos mexicanos;
II. Un consejo de administración, y
III. Sistemas de control:
a) Internos, y
b) Externos.

Artículo 2. Se prohíbe a las instituciones:
I. Garantizar rendimientos;
II. Prestar los recursos de sus clientes.

Artículo 3. La Comisión resolverá dentro de los 90 días hábiles siguientes a la presentación de la solicitud.
TRANSITORIOS
Primero. La presente Ley entrará en vigor al día siguiente de su publicación en el Diario Oficial.
"""
TURKEY = """\
KRİPTO TEBLİĞİ

BİRİNCİ BÖLÜM
Başlangıç Hükümleri

Amaç
MADDE 1-
(1) Bu Tebliğin amacı, esasları düzenlemektir.

Kapsam
MADDE 2-
(1) Bu Tebliğ, kuruluşları kapsar.

Tanımlar ve kısaltmalar
MADDE 3-
(1) Bu Tebliğde geçen;
a) Banka: Mevduat bankalarını,
b) Cüzdan: Yazılımları,
ifade eder.

Yasak faaliyetler
MADDE 4-
(1) Platformlar;
a) Kredi kullandıramaz,
b) Mevduat toplayamaz,
c) Getiri taahhüdünde bulunamaz.
"""


def _said(source, language):
    text, _ = read(Given(source.encode(), f"law.{language}.txt", language=language))
    return [
        (unit.locator, sentence_of([text.text[a:b] for a, b in unit.parts]))
        for unit in units(text, language)
        if unit.part != "heading"
    ]


@pytest.mark.parametrize(
    ("source", "language", "expected"),
    [
        (BRAZIL, "pt", [
            ("Article 1(único)", "O disposto nesta Lei não se aplica às fichas emitidas pelo Banco Central."),
            ("Article 2(1), point (I)", "O pedido de autorização deverá conter: a razão social da requerente"),
            ("Article 2(1), point (II)(b)", "O pedido de autorização deverá conter: o plano de negócios, com:"
             " os sistemas"),
            ("Article 2(2)", "A Autoridade decidirá no prazo de 90 (noventa) dias."),
            ("Article 10, point (II)", "É vedado às prestadoras: garantir rendimentos."),
            ("Article 10(único)", "O descumprimento sujeita o infrator à multa de R$ 50.000,00 a R$ 2.000.000,00."),
        ]),
        (AUSTRIA, "de", [
            ("§ 1(1)", "Dieses Bundesgesetz gilt für Verwahrer mit Sitz im Inland."),
            ("§ 2(2)", "Der Versuch ist strafbar."),
            ("§ 3", "Dieses Bundesgesetz tritt mit 1. Jänner 2031 in Kraft."),
        ]),
        (SWITZERLAND, "de", [
            ("Article 1(2)", "Es gilt nicht für die Nationalbank."),
            ("Article 2(2), point (a)", "Die Bewilligung wird erteilt, wenn die Gesuchstellerin: ein Mindestkapital von"
             " 1'000'000 Franken aufweist"),
        ]),
        (MEXICO, "es", [
            ("Artículo 1, point (II)", "Las instituciones deberán contar con: Un consejo de administración"),
            ("Artículo 1, point (III)(b)", "Las instituciones deberán contar con: Sistemas de control: Externos."),
            ("Artículo 2, point (I)", "Se prohíbe a las instituciones: Garantizar rendimientos"),
        ]),
        (TURKEY, "tr", [
            ("Madde 3(1)(b)", "Bu Tebliğde geçen; Cüzdan: Yazılımları, ifade eder."),
            ("Madde 4(1)(c)", "Platformlar; Getiri taahhüdünde bulunamaz."),
        ]),
    ],
)  # fmt: skip
def test_units_under_the_marks_of_each_place(source, language, expected):
    said = _said(source, language)
    assert [one for one in expected if one not in said] == []


def test_a_title_above_its_article_is_no_sentence_of_the_one_before():
    said = [words for _, words in _said(TURKEY, "tr")]
    assert not any(words.startswith(("Kapsam", "Yasak", "Tanımlar")) for words in said)
