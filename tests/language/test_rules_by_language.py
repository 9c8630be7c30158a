"""What rules of Arabic, Chinese, Vietnamese and Maltese law do, with their conditions and exceptions."""

import pytest

from lexatlas.language.conditions import clauses, critical_tokens
from lexatlas.language.modality import read_norm


@pytest.mark.parametrize(
    ("language", "text", "force"),
    [
        ("ar", "وَيُحْظَر على أي شخص مزاولة النشاط.", "prohibited"),
        ("ar", "على المرخص له أن يخطر الهيئة.", "required"),
        ("ar", "لا يلتزم صاحب المحفظة بالحصول على ترخيص.", "exempt"),
        ("ar", "للهيئة أن توقف الترخيص.", "permitted"),
        ("ar", "يقصد بالأصل الافتراضي أي تمثيل رقمي للقيمة.", "defines"),
        ("ar", "يجب ألا يقل رأس المال عن مليون درهم.", "prohibited"),
        ("zh", "任何人不得发行代币。", "prohibited"),
        ("zh", "机构不得不停业。", "required"),
        ("zh", "持牌机构应用新技术的，应当报告。", "required"),
        ("zh", "个人自行持有的，不适用本法。", "exempt"),
        ("zh", "只有取得许可证的机构方可从事交易业务。", "required"),
        ("vi", "Không tổ chức nào được phát hành.", "prohibited"),
        ("vi", "Tổ chức không phải xin phép.", "exempt"),
        ("mt", "L-ebda bank ma għandu joffri servizzi.", "prohibited"),
        ("mt", "Detentur ta' liċenzja m'għandux għalfejn jirrapporta.", "exempt"),
        ("mt", "Detentur jista' biss jaġixxi f'isem il-klijent.", "required"),
    ],
)
def test_force(language, text, force):
    norm = read_norm(text, language)
    assert norm is not None
    assert norm.force == force


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("ar", "تخضع الموافقة على الطلب لأحكام القانون."),
        ("zh", "相应的应用程序。"),
        ("ar", "تسلم الطلبات للهيئة."),
    ],
)
def test_letters_of_a_modal_within_another_word_are_none(language, text):
    assert [token for token in critical_tokens(text, language) if token.kind == "modal"] == []


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("ar", "فيما عدا البنوك، يجب الإفصاح.", [("فيما عدا البنوك", "exception")]),
        ("ar", "يحظر ذلك ما لم يكن مرخصاً له.", [("ما لم يكن مرخصاً له", "exception")]),
        ("zh", "除法律另有规定外，任何人不得发行代币。", [("除法律另有规定外", "exception")]),
        ("zh", "情节严重的，吊销许可证。", [("情节严重的", "condition")]),
        ("zh", "自然人经营业务。", []),
        ("vi", "Trừ trường hợp luật khác, tổ chức phải báo cáo.", [("Trừ trường hợp luật khác", "exception")]),
        ("mt", "Sakemm ma jkollhiex liċenzja, tista' tieqaf.", [("Sakemm ma jkollhiex liċenzja", "exception")]),
    ],
)  # fmt: skip
def test_conditions_and_exceptions(language, text, expected):
    assert [(text[slice(*clause.span)], clause.kind) for clause in clauses(text, language)] == expected


def test_the_subject_stands_after_a_condition_that_a_sign_closes():
    text = "有下列情形之一的，监管机构可以吊销许可证。"
    norm = read_norm(text, "zh")
    assert norm is not None
    assert text[slice(*norm.actor)] == "监管机构"
