"""What rules of Japanese, Korean and Thai law do, to whom, on what condition, and where their units end."""

import pytest

from lexatlas.analysts.extractive.facts import extract
from lexatlas.core.facts import LegalDate
from lexatlas.language.conditions import clauses
from lexatlas.language.modality import read_norm
from lexatlas.language.scopes import Places, references
from lexatlas.language.sentences import sentences
from lexatlas.language.subjects import bracketed
from lexatlas.language.units import unit_words, units
from lexatlas.sources.readers.charset import Given
from lexatlas.sources.readers.registry import read


@pytest.mark.parametrize(
    ("language", "text", "force", "actor"),
    [
        ("ja", "取引業者は、利用者の財産を分別して管理しなければならない。", "required", "取引業者"),
        ("ja", "何人も、登録を受けなければ、取引業を行ってはならない。", "prohibited", "何人も"),
        ("ja", "監督庁長官は、登録を取り消すことができる。", "permitted", "監督庁長官"),
        ("ja", "個人は、登録を受けることを要しない。", "exempt", "個人"),
        ("ja", "登録を受けた者に限り、取引業を行うことができる。", "required", ""),
        ("ja", "譲渡することができる者は、届出をしなければならない。", "required", "譲渡することができる者"),
        ("ja", "業者（届出をすることができる者をいう。）は、報告しなければならない。", "required",
         "業者（届出をすることができる者をいう。）"),
        ("ja", "違反した者は、三年以下の拘禁刑に処する。", "states", "違反した者"),
        ("ja", "この法律において「利用者」とは、預金者をいう。", "defines", ""),
        ("ko", "거래업자는 예치금을 분리하여 보관하여야 한다.", "required", "거래업자"),
        ("ko", "누구든지 허가를 받지 아니하고는 거래업을 영위하여서는 아니 된다.", "prohibited", "누구든지"),
        ("ko", "거래업자는 가상자산을 담보로 제공하지 못한다.", "prohibited", "거래업자"),
        ("ko", "회사는 그 사실을 공고할 수 있다.", "permitted", "회사"),
        ("ko", "가상자산을 보관하는 자는 기록을 보존하여야 한다.", "required", "가상자산을 보관하는 자"),
        ("ko", "이용자가 청구한 경우에는 거래업자는 정보를 제공하여야 한다.", "required", "거래업자"),
        ("ko", "개인은 신고하지 아니할 수 있다.", "exempt", "개인"),
        ("ko", "위반한 자는 3년 이하의 징역에 처한다.", "states", "위반한 자"),
        ("th", "ห้ามมิให้ผู้ใดประกอบธุรกิจ", "prohibited", "ผู้ใด"),
        ("th", "ผู้ประกอบธุรกิจต้องไม่ใช้ทรัพย์สินของลูกค้า", "prohibited", "ผู้ประกอบธุรกิจ"),
        ("th", "ธนาคารจะประกอบธุรกิจสินทรัพย์ดิจิทัลมิได้ เว้นแต่ได้รับอนุญาต", "prohibited", "ธนาคาร"),
        ("th", "ให้สำนักงานแจ้งผู้ขอ", "required", "สำนักงาน"),
        ("th", "บุคคลธรรมดาไม่ต้องขอรับใบอนุญาต", "exempt", "บุคคลธรรมดา"),
        ("th", "คณะกรรมการซึ่งมีอำนาจออกประกาศต้องแจ้งลูกค้า", "required", "คณะกรรมการซึ่งมีอำนาจออกประกาศ"),
        ("th", "ผู้ใดฝ่าฝืนต้องระวางโทษจำคุก", "states", "ผู้ใดฝ่าฝืน"),
        ("th", "“ลูกค้า” หมายความว่า ผู้ใช้บริการ", "defines", "“ลูกค้า”"),
    ],
)  # fmt: skip
def test_force_and_actor(language, text, force, actor):
    norm = read_norm(text, language)
    assert norm is not None
    assert (norm.force, text[slice(*norm.actor)]) == (force, actor)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("ja", "譲渡することができる資産"),
        ("ja", "届出をしなければならない場合における資産"),
        ("ko", "거래할 수 있는 시장"),
        ("th", "ถูกต้องครบถ้วน"),
        ("th", "บุคคลต้องห้าม"),
    ],
)
def test_what_only_describes_a_thing_bids_nothing(language, text):
    assert read_norm(text, language) is None


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("ja", "業者は、変更があったときは、届け出なければならない。", [("変更があったときは", "condition")]),
        ("ja", "業者は、銀行を除き、届け出なければならない。", [("銀行を除き", "exception")]),
        ("ja", "届け出なければならない。ただし、銀行は、この限りでない。",
         [("ただし、銀行は、この限りでない", "exception")]),
        ("ja", "個人（以下「利用者」という。）の資産", []),
        ("ko", "거래업자는 변경한 경우에는 신고하여야 한다.", [("변경한 경우에는", "condition")]),
        ("ko", "신고하여야 한다. 다만, 은행은 그러하지 아니하다.",
         [("다만, 은행은 그러하지 아니하다", "exception")]),
        ("th", "ห้ามมิให้ผู้ใดโอน เว้นแต่ได้รับอนุญาต", [("เว้นแต่ได้รับอนุญาต", "exception")]),
        ("th", "ในกรณีที่คำขอไม่ครบถ้วน ให้สำนักงานแจ้ง", [("ในกรณีที่คำขอไม่ครบถ้วน", "condition")]),
        ("th", "แยกไว้ต่างหาก", []),
    ],
)  # fmt: skip
def test_conditions_and_exceptions(language, text, expected):
    found = [(text[slice(*clause.span)], clause.kind) for clause in clauses(text, language)]
    assert [one for one in found if one[1] in ("condition", "exception")] == expected


@pytest.mark.parametrize(
    ("language", "text", "count"),
    [
        ("ja", "銀行（銀行法の銀行をいう。以下同じ。）は、届け出る。この場合において、報告する。", 2),
        ("ja", "届け出る。ただし、緊急の場合は、この限りでない。", 1),
        ("ko", "이 법은 2031. 7. 19.부터 시행한다. 은행(은행을 말한다. 이하 같다)은 신고한다.", 2),
        ("ko", "신고하여야 한다. 다만, 긴급한 경우에는 그러하지 아니하다.", 1),
        ("th", "ตามกฎหมาย พ.ศ. ๒๕๗๔ ก.ล.ต. กำหนด", 1),
    ],
)
def test_brackets_dates_and_provisos_end_no_sentence(language, text, count):
    assert len(sentences(text, language)) == count


def test_a_bracket_that_never_closes_is_none():
    assert bracketed("甲（乙" + "丙" * 700 + "）") == []
    assert bracketed("甲（乙（丙）丁）「（」") == [(1, 8)]


JA = """（登録）
第三条　業者は、次に掲げる事項を届け出なければならない。この場合において、変更があったときも同様とする。
一　商号
二　次に掲げる者の氏名
イ　取締役
ロ　監査役
二の二　資本金
２　前項の届出は、書面でしなければならない。

（定義）
第四条　用語の意義は、別に定める。
"""
KO = """제1조(목적) 이 법은 거래를 정한다.
제3조에 따라 신고한 자는 이를 알려야 한다.
제2조(신고) ① 거래업자는 다음 각 호의 사항을 신고하여야 한다. <개정 2031. 3. 2.>
1. 상호
2. 다음 각 목의 사람
가. 이사
나. 감사
② 제1항의 신고는 서면으로 하여야 한다.
부칙 <제1호, 2030. 1. 1.>
제1조(시행일) 이 법은 2030년 7월 1일부터 시행한다.
부칙 <제2호, 2031. 3. 2.>
제1조(시행일) 이 법은 2032년 1월 1일부터 시행한다.
"""
TH = """มาตรา ๑ ผู้ประกอบธุรกิจต้องมีลักษณะดังต่อไปนี้
(๑) มีทุน
(๒) มีระบบดังต่อไปนี้
(ก) ระบบควบคุม
คำขอต้องทำเป็นหนังสือ

มาตรา ๒ ผู้ประกอบธุรกิจต้องปฏิบัติตาม
มาตรา ๑ และมาตรา ๓ โดยเคร่งครัด
"""


def _read(source, language):
    text, _ = read(Given(source.encode(), f"law.{language}.txt", language=language))
    return text


def _said(source, language):
    text = _read(source, language)
    return [
        (unit.locator, " ".join(unit_words(text, unit).words.split()))
        for unit in units(text, language)
        if unit.part not in ("heading", "note")
    ]


def test_items_stand_with_the_sentence_that_announces_them_and_captions_with_their_article():
    stem = "業者は、次に掲げる事項を届け出なければならない。"
    assert _said(JA, "ja") == [
        ("第三条", "この場合において、変更があったときも同様とする。"),
        ("第三条第一号", f"{stem} 商号"),
        ("第三条第二号イ", f"{stem} 次に掲げる者の氏名 取締役"),
        ("第三条第二号ロ", f"{stem} 次に掲げる者の氏名 監査役"),
        ("第三条第二号の二", f"{stem} 資本金"),
        ("第三条第二項", "前項の届出は、書面でしなければならない。"),
        ("第四条", "用語の意義は、別に定める。"),
    ]


def test_a_line_that_begins_with_a_reference_is_no_article_and_a_note_parts_no_list():
    stem = "거래업자는 다음 각 호의 사항을 신고하여야 한다."
    assert _said(KO, "ko") == [
        ("제1조", "이 법은 거래를 정한다."),
        ("제1조", "제3조에 따라 신고한 자는 이를 알려야 한다."),
        ("제2조제1항제1호", f"{stem} 상호"),
        ("제2조제1항제2호가목", f"{stem} 다음 각 목의 사람 이사"),
        ("제2조제1항제2호나목", f"{stem} 다음 각 목의 사람 감사"),
        ("제2조제2항", "제1항의 신고는 서면으로 하여야 한다."),
        ("부칙 제1조", "이 법은 2030년 7월 1일부터 시행한다."),
        ("부칙 제1조", "이 법은 2032년 1월 1일부터 시행한다."),
    ]


def test_the_day_of_an_amending_law_is_not_that_of_the_law():
    dates = [one.fact for one in extract(_read(KO, "ko"), "ko") if isinstance(one.fact, LegalDate)]
    assert [(one.date, one.scope) for one in dates] == [
        ("2030-07-01", ""),
        ("2032-01-01", "부칙 <제2호, 2031. 3. 2.>"),
    ]


def test_paragraphs_of_thai_law_are_lines_and_a_reference_is_no_article():
    assert _said(TH, "th") == [
        ("มาตรา ๑ (๑)", "ผู้ประกอบธุรกิจต้องมีลักษณะดังต่อไปนี้ มีทุน"),
        ("มาตรา ๑ (๒) (ก)", "ผู้ประกอบธุรกิจต้องมีลักษณะดังต่อไปนี้ มีระบบดังต่อไปนี้ ระบบควบคุม"),
        ("มาตรา ๑ วรรคสอง", "คำขอต้องทำเป็นหนังสือ"),
        ("มาตรา ๒", "ผู้ประกอบธุรกิจต้องปฏิบัติตาม"),
        ("มาตรา ๒ วรรคสอง", "มาตรา ๑ และมาตรา ๓ โดยเคร่งครัด"),
    ]


@pytest.mark.parametrize(
    ("source", "language", "words", "place"),
    [
        (JA, "ja", "第三条第二項の届出", "２"),
        (JA, "ja", "第三条第一項の届出", "第三条"),
        (JA, "ja", "第3条第2号の者", "二"),
        (JA, "ja", "第三条第二号の二に掲げる", "二の二"),
        (JA, "ja", "銀行法第三条の銀行", ""),
        (KO, "ko", "제2조제1항제2호에 따른", "2."),
        (KO, "ko", "「은행법」 제2조에 따른", ""),
        (KO, "ko", "부칙 제1조에 따른", ""),
        (TH, "th", "ตามมาตรา ๒", "มาตรา ๒"),
        (TH, "th", "มาตรา ๒ แห่งพระราชบัญญัติอื่น", ""),
    ],
)
def test_references_mean_a_place_of_this_law_or_nothing(source, language, words, place):
    text = _read(source, language)
    places = Places(text.segments)
    found = [index for one in references(words, language) for index in places.resolve(one)]
    heads = [text.text[text.segments[index].start :] for index in found]
    assert len(heads) == (1 if place else 0)
    assert all(head.startswith(place) for head in heads)


def test_a_heading_of_the_file_is_an_article_whatever_its_number_and_lone_marks_are_marks():
    source = """# 法律

### 第二条

この法律において「利用者」とは、預金者をいう。

**２**
前項の規定は、銀行に適用する。

**一**
株式会社

### 第六十三条の二

取引業は、登録を受けた者でなければ、行ってはならない。
"""
    text, _ = read(Given(source.encode(), "law.ja.md", language="ja"))
    assert [unit.locator for unit in units(text, "ja") if unit.part != "heading"] == [
        "第二条",
        "第二条第二項第一号",
        "第六十三条の二",
    ]
