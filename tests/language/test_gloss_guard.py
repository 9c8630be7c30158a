"""What an English sentence of a foreign rule must keep: its force, its negation, its actors; else it is not told."""

import pytest

from lexatlas.core.text import normalise
from lexatlas.language.gloss import gloss
from lexatlas.language.gloss_guard import keeps_sense
from lexatlas.language.gloss_order import whole_sentence
from lexatlas.language.gloss_terms import terms_named


def _english(text, language):
    return " ".join(told.english for told in whole_sentence(normalise(text).text, language))


NOT_TOLD = [
    ("zh", "未取得牌照的机构不得从事虚拟资产业务。"),
    ("zh", "不符合条件的机构不得从事虚拟资产业务。"),
    ("zh", "不具备条件的单位不得申请许可。"),
    ("zh", "禁止金融机构为虚拟货币交易提供服务。"),
    ("zh", "允许个人持有虚拟货币。"),
    ("zh", "国家禁止虚拟货币交易。"),
    ("zh", "银行不得不经批准发行虚拟货币。"),
    ("zh", "任何机构不得非法发行虚拟货币。"),
    ("zh", "交易金额不满一万元的，可以不报告。"),
    ("zh", "持牌机构可以不向客户提供信息。"),
    ("zh", "非持牌机构不得提供服务。"),
    ("zh", "虚拟货币豁免增值税。"),
    ("ar", "للمرخص له أن لا يقدم المعلومات إلى العميل."),
    ("ar", "لا يحظر تداول الأصول الافتراضية."),
    ("ar", "يلتزم المرخص له بعدم الإفصاح عن المعلومات."),
    ("ar", "لن تمنح الهيئة أي ترخيص."),
    ("ar", "لم تمنح الهيئة الترخيص."),
    ("ar", "على الهيئة إلغاء الترخيص."),
    ("ar", "للعميل إلغاء العقد."),
    ("ar", "لا يستثنى من ذلك أي شخص."),
    ("ar", "لا تسري أحكام هذا القانون على البنوك المرخصة من المصرف المركزي."),
    ("ar", "تقوم الهيئة بإصدار التراخيص."),
    ("ar", "لا يحول إلغاء الترخيص دون فرض الغرامة."),
    ("ar", "يحظر على غير المرخص له تقديم خدمات الأصول الافتراضية."),
]


@pytest.mark.parametrize(("language", "text"), NOT_TOLD)
def test_what_english_would_turn_is_not_told(language, text):
    assert _english(text, language) == ""


TOLD = [
    ("zh", "客户可以不提供信息。", "Clients need not provide information"),
    ("zh", "非经批准，任何机构不得发行虚拟货币。",
     "Without approval, any institution shall not issue virtual currency"),
    ("ar", "يحظر الإعلان عن الأصول الافتراضية.", "It is prohibited to advertise virtual assets"),
    ("ar", "لا يحق للعميل استرداد الرسوم.", "It is not permitted for the client to recover fees"),
    ("ar", "لا يلتزم العميل بسداد الرسوم.", "The client need not pay the fees"),
    ("ar", "للهيئة أن تصدر قراراً خلال شهر.", "The Authority may issue a decision within a month"),
    ("ar", "ينتهي الترخيص بعد مضي سنة.", "The licence ends after the passing of a year"),
]  # fmt: skip


@pytest.mark.parametrize(("language", "text", "said"), TOLD)
def test_what_keeps_its_sense_is_told(language, text, said):
    assert _english(text, language) == said


TURNED = [
    ("ar", "يجوز للهيئة إلغاء الترخيص.", "The Authority may not cancel the licence"),
    ("ar", "يجوز للهيئة إلغاء الترخيص.", "The Authority must cancel the licence"),
    ("ar", "لا يجوز رفض الطلب.", "It is permitted to refuse the application"),
    ("zh", "申请人无需缴纳费用。", "The applicant may not pay fees"),
    ("zh", "银行可以提供托管服务。", "Banks may provide custody services without a licence"),
    (
        "fr",
        "Le prestataire peut publier un livre blanc.",
        "The provider may publish white paper of years may",
    ),
]


@pytest.mark.parametrize(("language", "text", "said"), TURNED)
def test_a_sentence_of_another_force_or_negation_does_not_stand(language, text, said):
    assert not keeps_sense(text, language, said, gloss(text, language).pieces)


def test_nobody_may_is_forbidden():
    text = "يحظر على أي شخص تقديم خدمات الدفع."
    pieces = gloss(text, "ar").pieces
    assert keeps_sense(text, "ar", "Nobody may provide payment services", pieces)
    assert keeps_sense(text, "ar", "It is prohibited for any person to provide payment services", pieces)


@pytest.mark.parametrize("language", ["ar", "zh"])
def test_no_order_of_words_ends_a_run(language):
    words = [text.rstrip("。.") for code, text in NOT_TOLD if code == language]
    joint = "" if language == "zh" else " "
    cut = [text[at:] for text in words for at in range(0, len(text), 3)]
    for first, second in zip(cut, reversed(cut), strict=True):
        assert isinstance(whole_sentence(first + joint + second, language), tuple)
        assert isinstance(terms_named(first + joint + second, language), tuple)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("يعمل بهذا القانون بعد ستة أشهر من تاريخ نشره.", "6 months"),
        ("تكون مدة الترخيص سنتين.", "2 years"),
        ("يجب ألا يقل رأس المال عن خمسمائة ألف درهم.", "500,000 dirhams"),
    ],
)
def test_a_number_in_words_is_told_in_digits(text, said):
    assert said in _english(text, "ar")
