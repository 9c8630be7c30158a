"""Arabic law of invented places in English: what is said, and what is left alone because it is unsure."""

import pytest

from lexatlas.core.text import normalise
from lexatlas.language.gloss_lint import problems
from lexatlas.language.gloss_order import whole_sentence


def _english(text):
    return " ".join(told.english for told in whole_sentence(normalise(text).text, "ar"))


SAID = [
    ("يُحظر على أي شخص مزاولة أنشطة الأصول الافتراضية في الدولة دون الحصول على ترخيص من الهيئة.",
     "It is prohibited for any person to carry on virtual asset activities in the State without obtaining"
     " a licence from the Authority"),
    ("يجب على المرخص له أن يحتفظ بالسجلات لمدة لا تقل عن خمس سنوات من تاريخ انتهاء العلاقة.",
     "The licensee must keep records for a period not less than 5 years from the date of the end of the relationship"),
    ("يجوز للهيئة إلغاء الترخيص إذا خالف المرخص له أحكام هذا القانون.",
     "It is permitted for the Authority to cancel the licence if the licensee violated the provisions of this law"),
    ("لا تسري أحكام هذا القانون على المصرف المركزي.",
     "The provisions of this law shall not apply to the central bank"),
    ("يلتزم مزود خدمات الأصول الافتراضية بفصل أموال العملاء عن أمواله.",
     "Virtual asset service provider must separate client funds from its funds"),
    ("تتولى الهيئة الإشراف والرقابة على مزودي خدمات الأصول الافتراضية.",
     "The Authority undertakes to supervise and control virtual asset service providers"),
    ("يُعمل بهذا القانون بعد (90) تسعين يوماً من تاريخ نشره في الجريدة الرسمية.",
     "This law takes effect after 90 days from the date of its publication in the official gazette"),
    ("يجب ألا يقل رأس المال المدفوع عن مليوني درهم.",
     "Paid-up capital must not be less than 2,000,000 dirhams"),
    ("على كل شخص أن يوفق أوضاعه خلال ستة أشهر من تاريخ العمل بهذا القانون.",
     "Every person must adjust its situation within 6 months from the date of entry into force of this law"),
    ("لا تعد الأصول الافتراضية عملة قانونية في الدولة.",
     "Virtual assets are not deemed legal tender in the State"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "english"), SAID)
def test_a_rule_is_said_whole(text, english):
    assert _english(text) == english


@pytest.mark.parametrize(
    "text",
    [
        "يصدر القرار.",
        "يحظر استخدام الأصول الافتراضية وسيلة دفع.",
        "يحظر على أي شخص السمسرة في الأصول الافتراضية.",  # a word that no row has
        "المادة الأولى",
        "",
    ],
)
def test_what_is_unsure_is_left_to_the_law(text):
    assert _english(text) == ""


def test_not_to_is_not_except():
    assert "not" in _english("يجب ألا يتجاوز رأس المال مليون درهم.")
    assert _english("يجب الا يتجاوز رأس المال مليون درهم.") == ""


def test_an_exception_stays_one():
    text = "يحظر على أي شخص تقديم خدمات الدفع إلا بعد الحصول على ترخيص."
    assert _english(text) == (
        "It is prohibited for any person to provide payment services except after obtaining a licence"
    )


def test_the_rows_keep_their_force():
    assert problems("ar") == []
