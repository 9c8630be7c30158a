"""Nouns of Japanese, Korean and Thai law in English: what is named, what is left alone, and places in English."""

import pytest

from lexatlas.core.text import normalise
from lexatlas.language.gloss_chain import chain
from lexatlas.language.gloss_lint import problems
from lexatlas.language.gloss_locators import english_locator
from lexatlas.language.gloss_order import whole_sentence
from lexatlas.language.gloss_rows import rows_of
from lexatlas.language.gloss_terms import terms_named


def named(text, language):
    return [term.english for term in terms_named(normalise(text).text, language)]


@pytest.mark.parametrize("language", ["ja", "ko", "th"])
def test_rows_are_sound_nouns_and_many(language):
    rows = rows_of(language)
    assert problems(language) == []
    assert len(rows.rows) > 300
    assert {row.kind for row in rows.rows.values()} <= {"actors", "authorities", "things", "unnamed"}


NAMED = [
    ("ja", "取引業者は、帳簿を十年間保存しなければならない。", ["trading service providers", "books", "10 years"]),
    ("ja", "三年以下の拘禁刑若しくは三百万円以下の罰金に処する。",
     ["not more than 3 years", "imprisonment", "not more than JPY 3,000,000", "fine"]),
    ("ko", "거래업자는 자기자본이 2억원 이상이어야 한다.",
     ["trading service providers", "own capital", "at least KRW 200,000,000"]),
    ("ko", "위원회는 3개월 이내에 신청인에게 결정을 통지하여야 한다.",
     ["not more than 3 months", "applicants", "decision"]),
    ("th", "ผู้ขอรับใบอนุญาตต้องมีทุนจดทะเบียนไม่น้อยกว่าห้าสิบล้านบาท",
     ["licence applicants", "registered capital", "at least THB 50,000,000"]),
]  # fmt: skip


@pytest.mark.parametrize(("language", "text", "said"), NAMED)
def test_nouns_and_values_are_named_in_their_order(language, text, said):
    assert named(text, language) == said


@pytest.mark.parametrize(("language", "text", "said"), NAMED)
def test_no_sentence_and_no_chain_is_made_of_nouns(language, text, said):
    assert whole_sentence(normalise(text).text, language) == ()
    assert chain(normalise(text).text, language) == ()


PARTS = [
    ("ja", "登録甲乙税を納める。"),  # a longer word that no row has
    ("ja", "銀行法人化を進める。"),
    ("ja", "審査官は登録する。"),  # a verb
    ("ja", "トークンエコノミーを定める。"),
    ("ko", "등록하여야 한다."),  # a verb
    ("ko", "은행장은 정한다."),  # a longer word
    ("ko", "그 감독위원회관은 정한다."),
    ("ko", "다음 이 사람은 정한다."),  # letters of two words, with a blank between them
    ("th", "บัญชีรายชื่อ"),
    ("th", "ให้ลงทุน"),
]


@pytest.mark.parametrize(("language", "text"), PARTS)
def test_a_part_of_a_longer_word_or_of_a_verb_is_not_named(language, text):
    assert named(text, language) == []


TURNED = [
    ("ja", "銀行は、手数料を徴収しない。"),
    ("ja", "銀行は、手数料を徴収してはならない。"),
    ("ja", "銀行（信託会社を除く。）は、手数料を徴収しなければならない。"),
    ("ja", "銀行は、手数料を徴収しなければならない。ただし、個人については、この限りでない。"),
    ("ko", "은행은 수수료를 받지 아니한다."),
    ("ko", "은행은 수수료를 받아서는 아니 된다."),
    ("ko", "은행은 수수료를 내야 한다. 다만, 개인은 제외한다."),
    ("th", "ธนาคารต้องไม่เรียกค่าธรรมเนียม"),
    ("th", "ธนาคารไม่ต้องชำระค่าธรรมเนียม"),
    ("th", "ธนาคารต้องชำระค่าธรรมเนียม เว้นแต่ได้รับใบอนุญาต"),
]


@pytest.mark.parametrize(("language", "text"), TURNED)
def test_nothing_is_named_where_a_rule_bans_negates_or_excepts(language, text):
    assert named(text, language) == []


PLACES = [
    ("ja", "第三条", "Article 3"), ("ja", "第十二条の二第三項", "Article 12-2(3)"),
    ("ja", "第三条第二項第三号ロ", "Article 3(2)(iii)(b)"),
    ("ja", "附則第一条", "Supplementary Provisions, Article 1"), ("ja", "様式第三条", "様式第三条"),
    ("ko", "제3조의2", "Article 3-2"), ("ko", "제3조제2항제1호가목", "Article 3(2)(i)(a)"),
    ("ko", "부칙 제1조", "Supplementary Provisions, Article 1"), ("ko", "서식 제1조", "서식 제1조"),
    ("th", "มาตรา ๗ วรรคสอง", "Section 7, paragraph 2"), ("th", "มาตรา ๖/๑", "Section 6/1"),
    ("th", "มาตรา ๕ (๓)(ข)", "Section 5(3)(b)"),
    ("th", "มาตรา ๓, “สินทรัพย์ดิจิทัล”", "Section 3, “digital assets”"), ("th", "ตาราง ๑", "ตาราง ๑"),
]  # fmt: skip


@pytest.mark.parametrize(("language", "locator", "said"), PLACES)
def test_a_place_is_english_where_all_of_its_parts_are_known(language, locator, said):
    assert english_locator(locator, language) == said
