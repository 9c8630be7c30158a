"""The language of a text without a heavy detector: what is certain is said, and the rest is unknown."""

import pytest

from lexatlas.language.detect import language_of
from lexatlas.language.terms import content_words, stems

TEXTS = [
    ("ar", "يجب على البنك حفظ السجلات"),
    ("fa", "هر شخصی که بدون دریافت مجوز به فعالیت بپردازد باید گزارش دهد."),
    ("ur", "کوئی شخص لائسنس کے بغیر ورچوئل اثاثوں کا کاروبار نہیں کرے گا۔"),
    ("zh", "任何单位和个人不得从事虚拟货币业务。"),
    ("ja", "暗号資産交換業は、登録を受けた者でなければ、行ってはならない。"),
    ("ko", "누구든지 허가 없이 영업할 수 없다."),
    ("vi", "Tổ chức phát hành phải công bố bản cáo bạch."),
    ("mt", "L-Awtorità għandha tħassar liċenzja jekk id-detentur jikser dan l-Att."),
    ("mt", "L-Awtorità tista' tirrevoka liċenzja jekk id-detentur tal-liċenzja jikser dan l-Att."),
    ("it", "L'Autorità può revocare la licenza se il titolare viola le disposizioni della legge."),
    ("es", "Ninguna persona podrá prestar servicios sin la autorización de la autoridad y el banco."),
    ("pt", "Nenhuma pessoa pode prestar serviços de ativos virtuais sem a autorização da autoridade."),
    ("de", "Wer ohne Erlaubnis der Behörde Geschäfte betreibt, wird mit einer Geldbuße bestraft."),
    ("nl", "Niemand mag zonder vergunning van de autoriteit diensten verlenen met een munt."),
    ("en", "The Authority may revoke a licence."),
    ("fr", "La banque de la ville est dans les mains de la mairie et du roi."),
    ("uk", "Банк повинен зберігати записи і повідомляти їх."),
    ("ru", "Банк обязан хранить записи о сделках и счетах, чтобы их проверить; эти записи открыты."),
]
UNKNOWN = [
    "To chuc phat hanh phai cong bo ban cao bach va chiu trach nhiem theo quy dinh cua phap luat.",
    "暗号資産交換業者登録申請",
    "Банк должен хранить записи",
    "EUR 5 000",
    "Annex IV",
    "BTC ETH",
    "12345 — !",
    "",
]


@pytest.mark.parametrize(("code", "text"), TEXTS)
def test_a_language_is_told(code, text):
    assert language_of(text) == code


@pytest.mark.parametrize("text", UNKNOWN)
def test_unknown_is_no_guess(text):
    assert language_of(text) == ""


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("يحظر على أي شخص مزاولة النشاط Virtual Asset (VA) دون ترخيص من الهيئة المختصة.", "ar"),
        ("The Authority may revoke a licence (الترخيص) of a provider where the law says so.", "en"),
        ("机构不得从事比特币（Bitcoin）业务，也不得提供相关服务。", "zh"),
    ],
)
def test_a_mixed_text_is_what_most_of_it_is(text, code):
    assert language_of(text) == code


ARABIC = "يحظر على أي شخص مزاولة أنشطة الأصول الافتراضية في الدولة دون ترخيص."


@pytest.mark.parametrize(
    ("text", "declared", "code"),
    [
        (ARABIC, "en", "ar"),
        (ARABIC, "ar-XA", "ar"),
        (ARABIC[:12], "en", "en"),  # a few words overrule nothing
        (TEXTS[1][1], "ar", "fa"),
        ("La banque doit tenir des livres et les montrer à la ville.", "en", "en"),
        (
            "任何单位和个人不得从事虚拟货币相关业务活动，也不得为其提供服务，违反的依法处理，并向社会公布，不得拖延。",
            "en",
            "zh",
        ),
        ("", "mt", "mt"),
    ],
)
def test_script_and_letters_overrule_a_declaration(text, declared, code):
    assert language_of(text, declared) == code


@pytest.mark.parametrize(
    ("text", "terms"),
    [
        ("虚拟货币，禁止", ["虚拟", "拟货", "货币", "禁止"]),
        ("币", ["币"]),
        ("Bitcoin交易 5%", ["bitcoin", "交易", "5%"]),
        ("第十条", ["第十", "十条"]),
    ],
)
def test_han_signs_give_their_overlapping_pairs(text, terms):
    assert stems(text, "zh") == terms


def test_pairs_are_content_and_small_words_are_not():
    assert "的" not in content_words("的 货币", "zh")
    assert content_words("الأصول في الدولة", "ar") == stems("الأصول الدولة", "ar")


def test_vowel_marks_part_no_word():
    assert stems("وَيُحْظَر التعامل", "ar") == stems("ويحظر التعامل", "ar")
