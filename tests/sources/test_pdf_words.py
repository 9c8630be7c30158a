"""What stands on a line of a PDF becomes words: hyphens, ligatures, raised marks, notes, other scripts."""

import pytest

from lexatlas.sources.readers.pdf_joins import Joins
from lexatlas.sources.readers.pdf_letters import is_no_language, plain_signs
from lexatlas.sources.readers.pdf_rtl import reading_order
from tests.sources.pdf_files import FILLER, Sheet, lines_of, printed, text_of


@pytest.mark.parametrize(
    ("left", "right", "whole"),
    [
        ("the dealer pays inter-", "national fees", "the dealer pays international fees"),
        ("inter\ufffe", "national", "international"),
        ("inter\u00ad", "national", "international"),
        ("inter\u2010", "national", "international"),
        ("a fine of 5-", "10 per cent", "a fine of 5- 10 per cent"),
        ("a fine of 5\ufffe", "10 per cent", "a fine of 5- 10 per cent"),
        ("section 5-", "a of the Act", "section 5- a of the Act"),
        ("Covid-", "19 rules", "Covid- 19 rules"),
        ("Anglo-", "Arvenian", "Anglo-Arvenian"),
        ("crypto-", "assets", "crypto-assets"),
        ("крипто-", "активы", "криптоактивы"),
        ("alpha-", "бета", "alpha-бета"),
        ("the sum —", "if any", "the sum — if any"),
        ("本办法所称数字", "资产", "本办法所称数字资产"),
        ("处50", "万元罚款", "处50万元罚款"),
        ("one", "two", "one two"),
        ("a minus of −", "5", "a minus of − 5"),
    ],
)
def test_lines_are_joined_without_touching_a_number(left, right, whole):
    joins = Joins(lambda: "The law speaks of crypto-assets elsewhere.")
    assert joins.join(left, right) == whole


def test_what_a_typesetter_hyphenated_is_one_word():
    sheet = Sheet()
    sheet.lines(72, 700, [
        "A dealer pays the fees that the Office sets for a licence and for each of its inter-",
        "national branches, and a fine of 5-",
        "10 per cent of what it owes for every month that it is late with them.",
    ])  # fmt: skip
    whole = " ".join(lines_of(sheet.done()))
    assert "each of its international branches" in whole
    assert "a fine of 5- 10 per cent" in whole


@pytest.mark.parametrize(
    ("shown", "words"),
    [
        ("e\ufb03cient \ufb01nal \ufb02ow", "efficient final flow"),
        ("\ufedf\ufe8e", "لا"),
        ("½ of 10² m", "½ of 10² m"),
        ("in\u00advisible", "invisible"),
        ("\uf0b7 first", "• first"),
        ("a \ue123 sign", "a \ufffd sign"),
        ("Ａ wide letter", "Ａ wide letter"),
    ],
)
def test_only_letters_joined_for_print_are_unfolded(shown, words):
    assert plain_signs(shown) == words


def raised(sheet: Sheet, x: float, y: float, before: str, mark: str, after: str) -> None:
    x = sheet.words(x, y, before)
    x = sheet.words(x, y + 4, mark, 7)
    sheet.words(x, y, after)


def test_a_raised_mark_never_becomes_part_of_the_number_before_it():
    sheet = Sheet()
    sheet.paragraph(72, 760, FILLER)
    raised(
        sheet,
        72,
        700,
        "A dealer pays a fee of EUR 5 000",
        "1",
        " to the Office within ten days of the request.",
    )
    sheet.paragraph(72, 660, FILLER)
    made = text_of(sheet.done()).text
    assert "EUR 5 000 ¹ to the Office" in made


def test_a_raised_mark_with_its_note_below_is_no_word_of_the_sentence():
    sheet = Sheet()
    sheet.paragraph(72, 760, FILLER)
    raised(
        sheet,
        72,
        700,
        "A dealer pays a fee of EUR 5 000",
        "1",
        " to the Office within ten days of the request.",
    )
    raised(sheet, 72, 80, "", "1", "")
    sheet.words(77, 80, "As adjusted by the Office for the year.", 8)
    made = text_of(sheet.done())
    assert (
        made.text.split("\n")[1]
        == "A dealer pays a fee of EUR 5 000 to the Office within ten days of the request."
    )
    notes = [
        (part.label, part.part, made.text[part.start : part.end])
        for part in made.segments
        if part.kind == "footnote"
    ]
    assert notes == [("1", "note", "¹ As adjusted by the Office for the year.")]


def test_powers_and_lowered_digits_stay():
    sheet = Sheet()
    sheet.paragraph(72, 760, FILLER)
    raised(
        sheet,
        72,
        700,
        "The room of the dealer has at least 20 m",
        "2",
        " for each of its clients and for its books.",
    )
    x = sheet.words(72, 660, "It may give off CO")
    sheet.words(sheet.words(x, 657, "2", 7), 660, " within what the rules of the Office allow for.")
    made = text_of(sheet.done()).text
    assert "20 m² for each" in made
    assert "CO2 within" in made


def test_a_note_does_not_cut_the_sentence_that_goes_on_over_the_page():
    sheet = Sheet()
    sheet.paragraph(72, 780, FILLER)
    raised(
        sheet,
        72,
        120,
        "Every dealer that holds assets for clients in custody pays the fee",
        "1",
        " that the Office has set",
    )
    raised(sheet, 72, 60, "", "1", "")
    sheet.words(77, 60, "The fee of last year.", 8)
    sheet.new_page()
    sheet.lines(
        72,
        780,
        [
            "and made known, before the month of March.",
        ],
    )
    sheet.paragraph(72, 740, FILLER)
    assert lines_of(sheet.done())[1:3] == [
        "Every dealer that holds assets for clients in custody pays the fee that the Office has set and made known, "
        "before the month of March.",
        "¹ The fee of last year.",
    ]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (FILLER, False),
        ("Il-persuna għandha żżomm reġistru tal-klijenti kollha tagħha u turih lill-uffiċċju. " * 3, False),
        ("Tổ chức cung cấp dịch vụ phải lưu giữ hồ sơ của khách hàng trong thời hạn mười năm. " * 3, False),
        ("任何单位和个人未经批准不得从事数字资产交易业务。" * 9, False),
        ("Дилер обязан вести реестр клиентов и представлять его по требованию ведомства. " * 3, False),
        ("".join(chr(0xE000 + ord(sign)) for sign in FILLER), True),
        ("".join(chr(ord(sign) + 3) if sign.isalpha() else sign for sign in FILLER), True),
        ("".join(chr(ord(sign) - 29) if sign.isalpha() else sign for sign in FILLER), True),
        ("\ufffd" * 40 + FILLER, True),
        ("ÖÐ»ªÈËÃñ¹²ºÍ¹úÊý×Ö×Ê²ú¹ÜÀí°ì·¨µÚÒ»Ìõ" * 5, True),
    ],
)
def test_text_that_is_no_text_is_told_by_its_letters(text, told):
    assert is_no_language(text) is told


@pytest.mark.parametrize(
    ("seen", "meant"),
    [
        ("(2) ةداملا", "المادة (2)"),
        ("5,000 هردق", "قدره 5,000"),
        ("2022 ةنسل 4 مقر", "رقم 4 لسنة 2022"),
        ("ABC Ltd ةكرش", "شركة ABC Ltd"),
        (")KYC) ءالمع", "عملاء (KYC)"),
        ("2.5% ةبسن", "نسبة 2.5%"),
        ("plain words (1)", "plain words (1)"),
    ],
)
def test_a_line_seen_from_left_to_right_is_turned_as_it_is_meant(seen, meant):
    assert reading_order(list(seen)) == meant


@pytest.mark.browser
def test_arabic_as_a_browser_prints_it(tmp_path):
    words = [
        "المادة (1)",
        "لا يجوز لأي شخص مزاولة نشاط الأصول الرقمية قبل الحصول على ترخيص من مكتب الرقابة (ويشار إليه بـ Office) "
        "وسداد رسم قدره 5,000 درهم، على ألا تتجاوز المدة 30 يوماً من تاريخ 15/3/2024.",
        "المادة (2)",
        "يلتزم المرخص له بالاحتفاظ بسجلات العملاء (KYC) مدة لا تقل عن خمس سنوات، وبتقديم تقرير عن نسبة 2.5% من الأصول.",
    ]
    body = "".join(f"<p>{line}</p>" for line in words)
    raw = printed(
        tmp_path, f'<html lang="ar" dir="rtl"><body style="text-align:justify">{body}</body></html>'
    )
    made = text_of(raw)
    # The doubled vowel may be written before its alef or on it.
    assert made.text.replace("\u064b\u0627", "\u0627\u064b").split("\n") == words
    assert [part.mark for part in made.segments if part.kind == "article"] == ["المادة 1", "المادة 2"]


@pytest.mark.browser
def test_chinese_as_a_browser_prints_it(tmp_path):
    words = [
        "第一条 为了规范数字资产业务活动，保护消费者合法权益，根据有关法律，制定本办法。本办法所称数字资产，"
        "是指以密码技术和分布式账本技术表示的价值或者权利，不包括法定货币的数字形式。",
        "第二条 违反前款规定的，由监管局责令改正，没收违法所得；没有违法所得或者违法所得不足50万元的，"
        "处50万元以上200万元以下罚款。",
    ]
    body = "".join(f'<p style="text-indent:2em;margin:0">{line}</p>' for line in words)
    assert lines_of(printed(tmp_path, f'<html lang="zh"><body>{body}</body></html>')) == words


@pytest.mark.browser
def test_a_gazette_of_two_columns_as_a_browser_prints_it(tmp_path):
    raw = printed(
        tmp_path,
        f"""<html lang="en"><style>@page{{size:A4;margin:2cm}} body{{font:10pt serif;
        text-align:justify;hyphens:auto}} div{{columns:2;column-gap:6mm}} h2{{column-span:all}}</style>
        <div><h2>Chapter I</h2><p>Article 1. {FILLER} {FILLER}</p><p>Article 2. {FILLER} {FILLER}</p>
        <h2>Chapter II</h2><p>Article 3. {FILLER} {FILLER}</p><p>Article 4. {FILLER} {FILLER}</p></div>""",
    )
    expected = [f"Article {number}. {FILLER} {FILLER}" for number in range(1, 5)]
    assert lines_of(raw) == ["Chapter I", *expected[:2], "Chapter II", *expected[2:]]
