"""Terms that an act coins join the family that their definition describes; what it leaves out counts for nothing."""

import pytest

from lexatlas.analysts.extractive.coined import with_coined
from lexatlas.analysts.extractive.facts import extract
from lexatlas.sources.readers.charset import Given
from lexatlas.sources.readers.registry import read
from tests.analysts.veyland import Law, book, draft

NAMES = ("asset", "stablecoin", "provider", "supervised", "bank")
EN = """Article 1
Definitions
“harbour note” means a digital representation of value that is meant to keep its value equal to one currency.
“tide unit” means a digital representation of value that is accepted as a means of payment, but does not
include a unit whose value is pegged to one currency.
“ferryman” means a firm that exchanges or keeps tide units for others.
“guarded house” means a commercial bank, a payment institution or an insurer.
“harbour note holder” means a person who holds a digital representation of value.
“pier” means a place where ships lie.
"""
DE = """§ 1 Begriffsbestimmungen
„Hafennote“ bezeichnet eine digitale Darstellung eines Wertes, die einen stabilen Wert gegenüber
einer Währung halten soll.
„Gezeitenmarke“ bezeichnet eine digitale Darstellung eines Wertes, die als Tauschmittel dient.
"""
ES = """Artículo 1. Definiciones
«Nota portuaria» significa una representación digital de valor que mantiene un valor estable respecto de una moneda.
«Ficha mareal» significa una representación digital de valor que se usa como medio de cambio.
"""
JA = """（定義）
第一条　この法律において「港湾証票」とは、財産的価値であって、その価値を一の通貨の価値に連動させるものをいう。
２　この法律において「潮汐証票」とは、電子的に記録された財産的価値（その価値が通貨の価値に連動するものを除く。）をいう。
"""
KO = """제1조(정의) 이 법에서 사용하는 용어의 뜻은 다음과 같다.
1. “항만증표”란 전자적 증표로서 그 가치를 하나의 통화의 가치에 고정하는 것을 말한다.
2. “조석증표”란 전자적 증표로서 지급수단으로 사용되는 것을 말한다.
"""
TH = """ข้อ ๑ ในประกาศนี้
“ตราท่าเรือ” หมายความว่า หน่วยข้อมูลอิเล็กทรอนิกส์ที่มีการตรึงมูลค่าไว้กับเงินตราสกุลหนึ่ง
“ตราน้ำขึ้น” หมายความว่า หน่วยข้อมูลอิเล็กทรอนิกส์ที่ใช้เป็นสื่อกลางในการแลกเปลี่ยน
"""


def learnt(source: str, language: str) -> dict[str, tuple[str, ...]]:
    text, _ = read(Given(source.encode(), "law.txt", language=language))
    bare = dict.fromkeys(NAMES, ())
    found = with_coined(bare, book().cues, text, extract(text, language), language)
    return {name: cues for name, cues in found.items() if cues}


def test_terms_join_what_their_definition_describes_and_others_stay_out():
    assert learnt(EN, "en") == {
        "stablecoin": ("harbour note*",),
        "asset": ("ferryman*", "tide unit*"),
        "provider": ("ferryman*",),
        "supervised": ("guarded house*",),
        "bank": ("guarded house*",),
    }


@pytest.mark.parametrize(
    ("source", "language", "stable", "plain"),
    [
        (DE, "de", "hafennote*", "gezeitenmarke*"),
        (ES, "es", "nota* portuaria*", "ficha* mareal*"),
        (JA, "ja", "港湾証票", "潮汐証票"),
        (KO, "ko", "항만증표", "조석증표"),
        (TH, "th", "ตราท่าเรือ", "ตราน้ำขึ้น"),
    ],
)
def test_a_token_that_keeps_to_a_currency_is_told_from_one_that_does_not(source, language, stable, plain):
    assert learnt(source, language) == {"stablecoin": (stable,), "asset": (plain,)}


ISSUE_JA = (
    JA
    + """
（免許）
第二条　港湾証票の発行を業として行おうとする者は、監督官の免許を受けなければならない。
"""
)
ISSUE_EN = """Harbour Note Act of Veyland

Article 1
“Harbour note” means a digital representation of value that is meant to keep its value equal to one currency.

Article 2
No person shall issue harbour notes unless that person holds a licence granted by the Authority.
"""
LEDGER = """Harbour Ledger Act of Veyland

Article 1
A ferry clerk shall record each digital representation of value that a traveller leaves in the ledger.
"""


@pytest.mark.parametrize(("source", "language"), [(ISSUE_JA, "ja"), (ISSUE_EN, "en")])
def test_a_law_on_a_coined_token_is_coded_for_those_who_issue_such_tokens(source, language):
    made = draft(Law(source, title="Harbour Notes", language=language), topic="stablecoin-issuance")
    assert made.status.code == "licensed-non-banks"


def test_silence_is_never_found_where_a_text_speaks_of_value_in_digital_form():
    for topic in ("retail-trading-status", "vasp-licensing", "bank-access"):
        assert draft(Law(LEDGER, title="Harbour Ledger"), topic=topic).status.code == "undetermined"
