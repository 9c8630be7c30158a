"""Values that answer a question are told at their place, in languages whose sentences are not told in English."""

import pytest

from lexatlas.checks.verdict import judge_claims
from lexatlas.core.claims import new_claim
from lexatlas.pipeline.eval.asked import answered
from lexatlas.sources.readers.charset import Given
from lexatlas.sources.readers.registry import read
from tests.analysts.veyland import PROVIDERS, Law, book, brief, dossier, draft, said

GERMAN = """\
Gesetz über Kryptowerte

§ 1
Begriffsbestimmungen
(1) Kryptowert ist eine digitale Darstellung eines Werts, die elektronisch übertragen werden kann.
(2) Aufsichtsbehörde im Sinne dieses Gesetzes ist die Landesanstalt für Geldwesen.

§ 2
Erlaubnis
(1) Wer Kryptowerte-Dienstleistungen erbringen will, bedarf der Erlaubnis der Aufsichtsbehörde.
(2) Die Aufsichtsbehörde entscheidet über den Antrag innerhalb von acht Wochen nach dessen Eingang.
(3) Die Erlaubnis ist zu versagen, wenn das Anfangskapital weniger als 75 000 Euro beträgt.

§ 3
Übergangsvorschrift
Unternehmen, die am 1. März 2031 bereits tätig sind, dürfen ihre Tätigkeit bis zum 30. Juni 2032 fortsetzen.
"""
KOREAN = """\
가상자산업법

제1조(정의) 이 법에서 사용하는 용어의 뜻은 다음과 같다.
1. "가상자산"이란 전자적으로 거래될 수 있는 전자적 증표를 말한다.
2. "위원회"란 자산시장위원회를 말한다.

제2조(인가) ① 가상자산사업을 하려는 자는 위원회의 인가를 받아야 한다.
② 위원회는 인가 신청을 받은 날부터 2개월 이내에 인가 여부를 결정하여야 한다.

제3조(자기자본) 가상자산사업자는 7억원 이상의 자기자본을 갖추어야 한다.
"""
THAI = """\
พระราชบัญญัติธุรกิจสินทรัพย์ดิจิทัล พ.ศ. ๒๕๗๓

มาตรา ๑ ในพระราชบัญญัตินี้
“สินทรัพย์ดิจิทัล” หมายความว่า หน่วยข้อมูลอิเล็กทรอนิกส์ที่ใช้เป็นสื่อกลางในการแลกเปลี่ยน
“สำนักงาน” หมายความว่า สำนักงานกำกับเงินตรา

มาตรา ๒ ห้ามมิให้ผู้ใดประกอบธุรกิจสินทรัพย์ดิจิทัล เว้นแต่จะได้รับใบอนุญาตจากสำนักงาน

มาตรา ๓ ผู้ขอรับใบอนุญาตต้องมีทุนจดทะเบียนไม่ต่ำกว่าสามสิบล้านบาท

มาตรา ๔ สำนักงานต้องพิจารณาคำขอให้แล้วเสร็จภายในสี่สิบวันนับแต่วันที่ได้รับคำขอ

มาตรา ๕ ผู้ซึ่งประกอบธุรกิจอยู่ก่อนวันที่พระราชบัญญัตินี้ใช้บังคับ ให้ประกอบธุรกิจต่อไปได้จนถึงวันที่ ๓๐ พฤศจิกายน พ.ศ. ๒๕๗๕
"""
SPANISH = """\
Ley de servicios sobre criptoactivos

Artículo 1. Definiciones
A los efectos de esta ley se entiende por:
a) Criptoactivo: la representación digital de un valor que puede transferirse electrónicamente.
b) Autoridad: la Comisión de Valores de Costa Larga.

Artículo 2. Licencia
1. Ninguna persona podrá prestar servicios sobre criptoactivos sin licencia de la Autoridad.
2. La Autoridad resolverá la solicitud en el plazo de nueve semanas desde su presentación.
3. El capital mínimo del proveedor será de 90.000 euros.
"""
RUSSIAN = """\
Закон о криптоактивах

Статья 1. Лицензия
1. Оказание услуг по обмену криптоактивов без лицензии Регулятора запрещается.
2. Регулятор принимает решение о выдаче лицензии в течение 25 рабочих дней со дня получения заявления.
"""
TOLD = [
    ("de", GERMAN, "authority", "§ 1(2) deals with competent authority: Landesanstalt für Geldwesen"),
    ("de", GERMAN, "time-limit", "§ 2(2) deals with time limit: not more than 8 weeks"),
    ("de", GERMAN, "capital", "§ 2(3) deals with capital: EUR 75,000"),
    ("de", GERMAN, "pending-change", "§ 3 deals with pending change: 30 June 2032"),
    ("ko", KOREAN, "authority", "Article 1(ii) deals with competent authority: 자산시장위원회"),
    ("ko", KOREAN, "time-limit", "Article 2(2) deals with time limit: not more than 2 months"),
    ("ko", KOREAN, "capital", "Article 3 deals with capital: at least KRW 700,000,000"),
    ("th", THAI, "authority", "Section 1, “สำนักงาน” deals with competent authority: สำนักงานกำกับเงินตรา"),
    ("th", THAI, "capital", "Section 3 deals with capital: at least THB 30,000,000"),
    ("th", THAI, "time-limit", "Section 4 deals with time limit: not more than 40 days"),
    ("th", THAI, "pending-change", "Section 5 deals with pending change: 30 November 2032"),
    ("es", SPANISH, "authority", "Article 1 deals with competent authority: Comisión de Valores de Costa Larga"),
    ("es", SPANISH, "time-limit", "Article 2(2) deals with time limit: not more than 9 weeks"),
    ("es", SPANISH, "capital", "Article 2(3) deals with capital: EUR 90,000"),
    ("ru", RUSSIAN, "time-limit", "Article 1(2) deals with time limit: 25 working days"),
]  # fmt: skip


def law(language: str, act: str) -> Law:
    return Law(act, title=act.split("\n")[0], language=language)


@pytest.mark.parametrize(("language", "act", "question", "sentence"), TOLD)
def test_a_value_is_told_at_its_place(language: str, act: str, question: str, sentence: str):
    assert said(draft(law(language, act), topic=PROVIDERS), question)[0] == sentence


@pytest.mark.parametrize(("language", "act"), list(dict.fromkeys(row[:2] for row in TOLD)))
def test_what_is_told_so_matches_its_source(language: str, act: str):
    found = answered(brief(topic=PROVIDERS), dossier(law(language, act)), book())
    codes = {verdict.claim: verdict.code for verdict in found.verdicts}
    valued = [claim for claim in found.claims if claim.template == "deals-with-value"]
    assert valued
    assert {codes[claim.id] for claim in valued} == {"verified"}


def test_a_piece_of_a_number_does_not_match():
    given = law("th", THAI)
    found = answered(brief(topic=PROVIDERS), dossier(given), book())
    claim = next(one for one in found.claims if one.question == "capital")
    ten = {"words": "สิบล้านบาท", "value": "THB 10,000,000"}
    slots = tuple(slot.model_copy(update=ten if slot.name == "value" else {}) for slot in claim.slots)
    sentence = claim.sentence.replace("at least THB 30,000,000", "THB 10,000,000")
    forged = new_claim(claim.model_copy(update={"slots": slots, "sentence": sentence, "facts": ()}))
    shown = found.model_copy(update={"claims": (forged,)})
    texts = {claim.quotes[0].snapshot: read(Given(THAI.encode(), given.name))[0]}
    assert ten["words"] in THAI
    assert (
        judge_claims(shown, texts, (), {claim.quotes[0].snapshot: "th"}, book())[forged.id].code == "partial"
    )
