# ruff: noqa: E501 - sample texts keep their lines whole
"""Charsets of old sites: declared, wrongly declared, not declared; what is guessed is said."""

import pytest

from lexatlas.sources.readers.charset import Given, decode
from tests.sources.trees import parse

RUSSIAN = (
    "Статья 1. Настоящий закон регулирует обращение жетонов. Лицензия выдаётся уполномоченным органом в течение тридцати дней. "
    * 4
)
ARABIC = (
    "المادة الأولى: يسري هذا القانون على الرموز الرقمية ومقدمي خدماتها. لا يجوز لأي شخص مزاولة النشاط دون ترخيص من الهيئة. "
    * 4
)
CHINESE = (
    "第一条 本法适用于数字代币及其服务提供者。任何人未经许可不得从事相关业务。主管机关应当自收到申请之日起三十日内作出决定。\n"
    * 4
)
TAIWANESE = (
    "第一條 本法適用於數位代幣及其服務提供者。任何人未經許可不得從事相關業務。主管機關應於三十日內作出決定。\n"
    * 4
)
JAPANESE = (
    "第一条 この法律は、代币交換業者について適用する。何人も登録を受けないで業務を行ってはならない。\n".replace(
        "币", "幣"
    )
    * 4
)
KOREAN = (
    "제1조 이 법은 가상자산사업자에게 적용한다. 누구든지 신고하지 아니하고 영업을 하여서는 아니 된다.\n" * 4
)
FRENCH = (
    "L’autorité délivre l’agrément dans un délai de trente jours. Nul ne peut exercer sans être agréé. Les frais s’élèvent à 100 €.\n"
    * 4
)
GREEK = (
    "Άρθρο 1. Ο παρών νόμος εφαρμόζεται στα ψηφιακά κέρματα. Κανείς δεν μπορεί να παρέχει υπηρεσίες χωρίς άδεια.\n"
    * 4
)
TURKISH = (
    "Madde 1. Bu Kanun dijital varlık sağlayıcılarına uygulanır. Kurul izni olmaksızın faaliyet gösterilemez. Şirketler ödeme yapar.\n"
    * 4
)
HEBREW = "סעיף 1. חוק זה חל על נכסים דיגיטליים. לא יעסוק אדם במתן שירות אלא ברישיון.\n" * 4
VIETNAMESE = (
    "Điều 1. Luật này quy định về tài sản số và các tổ chức được cung cấp dịch vụ. Không ai được kinh doanh khi chưa có giấy phép của cơ quan quản lý.\n"
    * 4
)
OLD = [
    (RUSSIAN, "cp1251"), (RUSSIAN, "koi8-r"), (ARABIC, "cp1256"), (CHINESE, "gb18030"), (TAIWANESE, "big5"),
    (JAPANESE, "cp932"), (JAPANESE, "euc-jp"), (KOREAN, "cp949"), (FRENCH, "cp1252"), (GREEK, "cp1253"),
    (TURKISH, "cp1254"), (HEBREW, "cp1255"),
]  # fmt: skip


@pytest.mark.parametrize(("words", "charset"), OLD)
@pytest.mark.parametrize("declared", ["", "iso-8859-1", "utf-8"])
def test_old_charsets_undeclared_or_wrongly_declared(words, charset, declared):
    text, stated, gaps = decode(Given(words.encode(charset), "a.txt", charset=declared))
    assert text == words
    guessed = stated.get("charset-by") == "guess"
    assert guessed is not (charset == "cp1252" and declared == "iso-8859-1")
    assert bool(gaps) is (guessed and bool(declared))


@pytest.mark.parametrize(("words", "charset"), OLD)
def test_what_is_declared_and_fits_is_no_guess(words, charset):
    page = f'<html><head><meta charset="{charset}"></head><body><p>{words}</p></body></html>'
    text, stated, gaps = decode(Given(page.encode(charset), "a.html"))
    assert (text, "charset-by" in stated, gaps) == (page, False, [])


def test_the_server_says_one_thing_and_the_page_another():
    page = f'<html><head><meta charset="windows-1256"></head><body><p>{ARABIC}</p></body></html>'
    for header in ("iso-8859-1", "windows-1251", "utf-8", "klingon", "base64"):
        text, stated, _ = decode(Given(page.encode("cp1256"), "a.html", charset=header))
        assert (text, stated) == (page, {"charset": "cp1256"})


def test_utf8_that_calls_itself_latin_is_utf8():
    page = f'<html><head><meta charset="iso-8859-1"></head><body>{FRENCH}</body></html>'
    text, stated, gaps = decode(Given(page.encode(), "a.html", charset="windows-1252"))
    assert (text, stated, gaps) == (page, {"charset": "utf-8"}, [])


@pytest.mark.parametrize(
    "words", [RUSSIAN + "\n", ARABIC + "\n", CHINESE, TAIWANESE, KOREAN, FRENCH, VIETNAMESE]
)
@pytest.mark.parametrize("form", ["utf-16-le", "utf-16-be", "utf-16", "utf-8-sig", "utf-32"])
def test_unicode_in_sixteen_bits_with_and_without_a_mark(words, form):
    text, stated, _ = decode(Given(words.encode(form), "a.txt"))
    assert (text, "charset-by" in stated) == (words, False)


VISCII = VIETNAMESE.translate({ord(sign): chr(byte) for sign, byte in {
    "Đ": 0xD0, "ề": 0xAB, "ậ": 0xA7, "à": 0xE0, "đ": 0xF0, "ị": 0xB8, "ả": 0xE4, "ố": 0xAF, "á": 0xE1, "ổ": 0xB1, "ứ": 0xD1,
    "ư": 0xDF, "ợ": 0xFE, "ấ": 0xA4, "ụ": 0xF8, "ô": 0xF4, "ó": 0xF3, "ơ": 0xBD, "ủ": 0xFC, "í": 0xED, "ẩ": 0xA6, "ý": 0xFD,
    "é": 0xE9, "ẻ": 0xEB, "ạ": 0xD5, "ì": 0xEC, "ú": 0xFA, "ù": 0xF9, "ê": 0xEA, "ă": 0xE5, "â": 0xE2, "ở": 0xB7, "ị ": 0xB8, "ệ": 0xAE,
    "ế": 0xAA, "ch": 0,
}.items() if len(sign) == 1}).encode("latin-1")  # fmt: skip
TCVN = (
    "§iÒu 1. LuËt nµy quy ®Þnh vÒ tµi s¶n sè vµ c¸c tæ chøc ®­îc cung cÊp dÞch vô. Kh«ng ai ®­îc kinh doanh.\n"
)
TCVN_TEXT = "Điều 1. Luật này quy định về tài sản số và các tổ chức được cung cấp dịch vụ. Không ai được kinh doanh.\n"
VNI = "Ñieàu 1. Luaät naøy quy ñònh veà taøi saûn soá vaø caùc toå chöùc ñöôïc cung caáp dòch vuï. Khoâng ai ñöôïc kinh doanh.\n"


def test_vietnamese_of_old_fonts_is_seen_by_its_words():
    for raw, words in (
        (TCVN.encode("cp1252"), TCVN_TEXT),
        (VNI.encode("cp1252"), TCVN_TEXT),
        (VISCII, VIETNAMESE),
    ):
        text, stated, _ = decode(Given(raw * 4, "a.txt"))
        assert text == words * 4
        assert stated["charset-by"] == "guess"


@pytest.mark.parametrize(
    ("raw", "head"),
    [
        (TCVN, "<style>p {font-family: .VnTime}</style>"),
        (VNI, '<font face="VNI-Times">'),
        (TCVN, '<meta charset="x-viet-tcvn">'),
    ],
)
def test_vietnamese_by_its_font_or_its_name(raw, head):
    made = parse(f"<html><body>{head}<p>{raw}</p></body></html>".encode("cp1252"), "a.html")
    assert made.text == TCVN_TEXT.strip()
    assert "charset-by" not in made.stated


def test_bytes_that_mean_nothing_are_said_and_not_quoted():
    raw = "Article 1 - Scope\nIt applies.\n\nArticle 2 - End\nIt ends.\n".encode("utf-16")
    made = parse(raw[:40] + b"\x00\xdc" + raw[42:], "a.txt")
    assert "\ufffd" in made.text
    assert (
        made.gaps[-1] == "1 passage with signs that could not be read is not quoted; nothing rests on them."
    )
