"""A rule's force is told where its modal surely bids, and who is bidden where that is surely read."""

import pytest

from lexatlas.analysts.extractive.facts import extract
from lexatlas.core.evidence import CanonicalText
from lexatlas.core.facts import Norm


def _rules(words, language):
    found = extract(CanonicalText(words, ()), language)
    return [(one.kind, one.fact.actor, one.fact.modal) for one in found if isinstance(one.fact, Norm)]


MAIN = [
    (
        "Records of what the Board may ask for must be kept for five years.",
        "en",
        [("requirement", "", "must")],
    ),
    (
        "Without prejudice to anything that the Board may ask, the keeper shall keep books.",
        "en",
        [("requirement", "the keeper", "shall")],
    ),
    (
        "A person on whom a notice is served shall answer it.",
        "en",
        [("requirement", "A person on whom a notice is served", "shall")],
    ),
    (
        "Malli jirċievi tagħrif kif il-Bord jista’ jitlob, il-Bord għandu joħroġ avviż.",
        "mt",
        [("requirement", "il-Bord", "għandu")],
    ),
    (
        "Il-kunsens tal-Bord ikun meħtieġ qabel ma kustodju jista’ jbigħ in-negozju.",
        "mt",
        [("requirement", "", "ikun meħtieġ qabel")],
    ),
    (
        "Il-kustodju jkollu dritt ta’ appell u l-avviż għandu jgħid dan.",
        "mt",
        [("permission", "Il-kustodju", "jkollu dritt")],
    ),
    ("Bản sao chưa được đăng tải trên trang thông tin.", "vi", []),
    ("Được tổ chức lưu giữ bồi thường thiệt hại.", "vi", []),
    (
        "إضافة إلى ذلك، يجب على حافظ القيم المرخص الاحتفاظ بالدفاتر.",
        "ar",
        [("requirement", "حافظ القيم", "يجب على")],
    ),
    ("للهيئة أن تطلب الدفاتر.", "ar", [("permission", "للهيئة", "للهيئة أن")]),
    ("يمكن أن تمتد آثار الخلل إلى السوق.", "ar", []),
]


@pytest.mark.parametrize(("words", "language", "rules"), MAIN)
def test_the_modal_of_the_main_clause_bids(words, language, rules):
    assert _rules(words, language) == rules


DEEMED = [
    ("La vente de jetons ne peut être assimilée à un dépôt.", "fr"),
    ("A gift shall not be considered a sale where nothing is paid.", "en"),
    ("Kull referenza għall-Bord għandha tinftiehem bħala referenza għall-Ministru.", "mt"),
    ("La Loi sur les dépôts ne s'applique pas aux jetons.", "fr"),
    ("The Deposits Act does not apply to tokens.", "en"),
]


@pytest.mark.parametrize(("words", "language"), DEEMED)
def test_what_a_word_is_to_mean_and_which_other_law_is_left_out_bid_nobody(words, language):
    assert _rules(words, language) == []


def test_nobody_bears_no_duty():
    assert _rules("Nul ne peut vendre des jetons à moins d'être agréé.", "fr") == [
        ("prohibition", "Nul", "ne peut"),
        ("requirement", "", "à moins d'"),
    ]


@pytest.mark.parametrize(
    ("words", "language"),
    [
        ("يحظر التعامل مع أي بائع ما لم يكن مرخصاً.", "ar"),
        ("Sales shall not be reported, unless there is evidence of fraud.", "en"),
    ],
)
def test_an_exception_that_bids_nobody_is_no_duty(words, language):
    assert [kind for kind, _, _ in _rules(words, language)] == ["prohibition"]


def test_a_bar_reaches_no_later_act_behind_a_semicolon():
    assert _rules("保管机构不得出售代币；严格登记客户身份。", "zh") == []
    assert _rules("保管机构不得出售代币；不得出借代币。", "zh") == [("prohibition", "保管机构", "不得")]


def test_what_is_barred_stands_behind_whom_the_bar_names():
    text = CanonicalText("Il est interdit au gardien de vendre des jetons, sauf accord.", ())
    (rule,) = [one.fact for one in extract(text, "fr") if isinstance(one.fact, Norm)]
    assert (rule.actor, rule.action.split(",")[0]) == ("au gardien", "de vendre des jetons")


def test_an_opening_clause_that_its_commas_cut_bids_nothing():
    words = "When a body named in list I, IV or V is authorised to sell tokens, it may keep them."
    assert _rules(words, "en") == [("permission", "", "may")]


def test_an_exception_for_whom_one_deals_with_is_no_duty_of_the_one_barred():
    words = "No keeper shall deal with a seller unless that seller is licensed."
    assert [kind for kind, _, _ in _rules(words, "en")] == ["prohibition"]


def test_a_word_in_quotation_marks_is_defined_by_what_it_shall_include():
    assert _rules("In this Part the term “books” shall include any file.", "en") == []


def test_an_actor_behind_a_whole_clause_is_not_told_with_it():
    words = "A licence is a privilege, and a holder of it must pay the fee."
    assert "A licence is a privilege" not in str(_rules(words, "en"))


def test_nothing_in_this_part_bids_nobody():
    assert _rules("Nothing in this Part shall limit the powers of the Board.", "en") == []


def test_a_licence_that_is_deemed_lost_permits_nothing():
    assert _rules("The keeper is deemed to have been granted a licence.", "en")[0][0] == "permission"
    assert _rules("The licence is deemed to have been cancelled with its registration.", "en") == []
