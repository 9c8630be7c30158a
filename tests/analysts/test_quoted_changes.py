"""What an amendment quotes of another law is no fact of the law that quotes it; other quotations are."""

import pytest

from lexatlas.analysts.extractive.facts import extract
from lexatlas.core.evidence import CanonicalText

OWN = {"en": "EUR", "ar": "AED"}
CHANGES = [
    (
        "de",
        "In § 9 Absatz 1 des Kassengesetzes wird die Angabe „700 Euro“ durch die Angabe „1 900 Euro“ ersetzt.",
    ),
    ("en", "In section 5 of the Tills Act, for “EUR 5,000” substitute “EUR 9,000”."),
    ("en", "In section 5 of the Tills Act, the words “must pay EUR 50” are replaced by “may pay EUR 60”."),
    ("fr", "À l'article 4, les mots « 500 EUR » sont remplacés par les mots « 900 EUR »."),
    ("es", "En el artículo 4 de la Ley de Cajas, la expresión «500 euros» se sustituye por «900 euros»."),
    ("it", "All'articolo 4, le parole: «500 euro» sono sostituite dalle seguenti: «900 euro»."),
    ("pt", "No artigo 4.º da Lei das Caixas, a expressão «500 euros» é substituída por «900 euros»."),
    ("ru", "В статье 4 Закона о кассах слова «500 рублей» заменить словами «900 рублей»."),
    ("tr", "4 üncü maddede yer alan “500 Türk lirası” ibaresi “900 Türk lirası” şeklinde değiştirilmiştir."),
    ("ja", "第四条第二項中「三百万円以下」を「五百万円以下」に改める。"),
    ("ko", "제4조제2항 중 “3억원 이하의 과태료”를 “5억원 이하의 과태료”로 한다."),
    ("th", "ให้แก้ไขคำว่า “ห้าพันบาท” ในมาตรา ๔ เป็น “เก้าพันบาท”"),
    ("zh", "将第四条中的“五千元人民币”修改为“九千元人民币”。"),
    ("vi", "Thay thế cụm từ “5.000.000 đồng” tại Điều 4 bằng cụm từ “9.000.000 đồng”."),
    ("ar", "تستبدل عبارة «500 درهم» الواردة في المادة 4 بعبارة «900 درهم»."),
]


@pytest.mark.parametrize(("language", "words"), CHANGES)
def test_words_that_an_amendment_takes_out_or_puts_in_are_no_facts(language, words):
    assert extract(CanonicalText(words, ()), language, OWN.get(language)) == []
    plain = words
    for sign in "“”„«»「」":
        plain = plain.replace(sign, " ")
    assert extract(CanonicalText(plain, ()), language, OWN.get(language)), "the marks alone tell"


def test_other_words_in_quotation_marks_are_read_as_before():
    words = "The issuer must not use the words “pays EUR 5,000” in an advertisement."
    assert [one.kind for one in extract(CanonicalText(words, ()), "en")] == ["money", "prohibition"]
    beside = "The fee is EUR 700. In section 4, “EUR 50” is replaced by “EUR 60”."
    assert [str(one.fact.amount) for one in extract(CanonicalText(beside, ()), "en")] == ["700"]
