"""Rules as facts: one unit may carry two, a list as many as its items hold, and a law says what it reaches."""

import pytest

from lexatlas.analysts.extractive.facts import extract, rank_facts
from lexatlas.core.evidence import CanonicalText
from lexatlas.core.facts import Definition, Norm
from lexatlas.language.units import unit_words
from tests.language.texts import structured


def _rules(words, language="en"):
    text = CanonicalText(words, ()) if isinstance(words, str) else words
    return [
        (one.kind, one.fact.actor if isinstance(one.fact, Norm) else "", unit_words(text, one.unit).words)
        for one in extract(text, language)
        if isinstance(one.fact, Norm)
    ]


def _kinds(words, language="en"):
    return [kind for kind, _, _ in _rules(words, language)]


TWO = [
    ("No person shall sell tokens unless it holds a licence.", "en", ["prohibition", "requirement"]),
    ("A person must not sell tokens without a licence.", "en", ["prohibition", "requirement"]),
    (
        "Only a broker that holds a licence of the kind named in this Act may sell tokens.",
        "en",
        ["permission", "prohibition"],
    ),
    ("A broker may only sell tokens to banks.", "en", ["requirement", "prohibition"]),
    ("Nul ne peut vendre des jetons à moins d'être agréé.", "fr", ["prohibition", "requirement"]),
    ("任何单位未经许可不得出售代币。", "zh", ["prohibition", "requirement"]),
    ("Chỉ tổ chức đã đăng ký được bán đồng xu.", "vi", ["permission", "prohibition"]),
]
ONE = [
    ("A broker shall not reply without delay.", "en", ["prohibition"]),
    ("The Authority must not grant a licence unless the applicant is fit.", "en", ["prohibition"]),
    ("A broker must keep books.", "en", ["requirement"]),
]


@pytest.mark.parametrize(("words", "language", "kinds"), [*TWO, *ONE])
def test_a_bar_with_a_way_out_is_also_a_duty_and_only_is_also_a_bar(words, language, kinds):
    assert _kinds(words, language) == kinds


REACH = [
    ("This Act applies to brokers of tokens.", "en", "requirement", "brokers of tokens."),
    ("Subject to the regulations, this Act does not apply to banks.", "en", "definition", "this Act"),
    ("La présente loi ne s'applique pas aux banques.", "fr", "definition", "La présente loi"),
    ("لا تسري أحكام هذا القانون على المصارف.", "ar", "definition", "هذا القانون"),
    ("在境内出售代币的，适用本法。", "zh", "requirement", "在境内出售代币的"),
]


@pytest.mark.parametrize(("words", "language", "kind", "said"), REACH)
def test_whom_a_law_reaches_is_a_duty_and_what_it_leaves_out_defines_it(words, language, kind, said):
    found = [one for one in extract(CanonicalText(words, ()), language) if one.kind == kind]
    assert [one.fact.term if isinstance(one.fact, Definition) else one.fact.actor for one in found] == [said]


def test_a_requirement_that_does_not_apply_is_a_permission():
    assert _kinds("The duty under section 5 does not apply to banks.") == ["permission"]


def test_a_licence_that_is_deemed_to_have_been_granted_is_a_permission():
    assert _kinds("A broker named on that day is deemed to have been granted a licence.") == ["permission"]
    assert _kinds("A letter sent by post is deemed to have been received.") == []


def test_the_present_tense_bids_where_a_language_drafts_so():
    assert _rules("L'émetteur maintient une réserve.", "fr")[0][:2] == ("requirement", "L'émetteur")
    assert _rules("L'émetteur qui maintient une réserve.", "fr") == []
    assert _kinds("The issuer maintains a reserve.") == []


ITEMS = structured("""
<article 1|Article 1>
  <paragraph 1> 1. A broker shall:
    <item a> (a) keep books; and
    <item b> (b) report losses.
  <paragraph 2> 2. A broker shall safeguard the money that it receives from a client in one of the following ways:
    <item a> (a) by a deposit in an account that is kept apart from all other money of the broker;
    <item b> (b) by an insurance policy that is taken out for the same sum with an insurer of good repute.
""")


def test_each_item_is_a_rule_and_ways_of_doing_it_are_told_by_their_stem():
    assert [(kind, words) for kind, _, words in _rules(ITEMS)] == [
        ("requirement", "A broker shall: keep books; and"),
        ("requirement", "A broker shall: report losses."),
        (
            "requirement",
            "A broker shall safeguard the money that it receives from a client in one of the following ways:",
        ),
    ]


def test_of_two_verbs_joined_by_and_the_one_that_bids_counts():
    words = "The conditions shall consist of two tests and shall be met at all times."
    assert _kinds(words) == ["requirement"]
    assert _kinds("The board shall consist of two members.") == []


BOUND = [
    ("The sale of tokens is subject to authorisation.", "en"),
    ("Công ty có các nghĩa vụ sau: giữ sổ sách.", "vi"),
    ("الأنشطة التالية خاضعة لترخيص الهيئة.", "ar"),
]


@pytest.mark.parametrize(("words", "language"), BOUND)
def test_what_is_subject_to_a_licence_is_a_duty_without_a_modal(words, language):
    assert _kinds(words, language) == ["requirement"]


def test_clauses_that_semicolons_part_are_rules_of_their_own():
    text = structured("""
<article 1|Điều 1>
  <paragraph 1> 1. Công ty có các trách nhiệm sau:
    <item a> a) Giữ sổ sách; tách riêng tiền của khách hàng; báo cáo thua lỗ.
""")
    assert [words for _, _, words in _rules(text, "vi")] == [
        "Công ty có các trách nhiệm sau: Giữ sổ sách",
        "Công ty có các trách nhiệm sau: tách riêng tiền của khách hàng",
        "Công ty có các trách nhiệm sau: báo cáo thua lỗ.",
    ]


def test_a_duty_named_by_a_noun_binds_whom_the_item_names():
    text = structured("""
<article 1|المادة 1>
  <paragraph 1> تلتزم الهيئة بالتحقق من الآتي:
    <item a> أ- التزام الوسطاء بمسك الدفاتر.
""")
    assert [words for _, _, words in _rules(text, "ar")] == ["أ- التزام الوسطاء بمسك الدفاتر."]


TERMS = [
    ("A dealer is a person that sells tokens.", "en", ["A dealer"]),
    ("In this Act, a licence means a permit to trade.", "en", ["a licence"]),
    ("A transfer made by any means counts.", "en", []),
    ("This means a delay.", "en", []),
    ("The letter may be sent by any other means a person has.", "en", []),
]


@pytest.mark.parametrize(("words", "language", "terms"), TERMS)
def test_a_term_without_quotation_marks_is_defined_where_the_verb_is_sure(words, language, terms):
    found = extract(CanonicalText(words, ()), language)
    assert [one.fact.term for one in found if isinstance(one.fact, Definition)] == terms


def test_a_long_definition_is_one_fact_that_begins_with_its_first_limb():
    limb = "is a thing of which at least one person has said something that others took for true"
    text = structured(f"""
<article 2|Article 2|definition>
  <definition token|“token”|definition> “token” means a thing that:
    <item a||definition> (a) {limb};
    <item b||definition> (b) {limb}; and
    <item c||definition> (c) {limb}.
""")
    found = [one for one in extract(text, "en") if one.kind == "definition"]
    assert [unit_words(text, one.unit).words[-20:] for one in found] == [f"{limb};"[-20:]]


def test_what_a_term_leaves_out_is_part_of_its_definition():
    text = structured("""
<article 2|Điều 2|definition>
  <paragraph 1|1.|definition> 1. Đồng xu là đơn vị tính. Đồng xu không bao gồm cổ phiếu.
""")
    found = [one for one in extract(text, "vi") if one.kind == "definition"]
    assert [unit_words(text, one.unit).words for one in found][-1] == "Đồng xu không bao gồm cổ phiếu."


STATES = [
    ("The Board has yet to issue a final rule on bears.", "en", "not final"),
    ("The paper is not a rule or regulation of the Board.", "en", "not law"),
    ("In case of conflict, the English text shall prevail.", "en", "language that prevails"),
]


@pytest.mark.parametrize(("words", "language", "state"), STATES)
def test_what_is_said_of_the_weight_of_a_paper(words, language, state):
    found = [one.fact for one in extract(CanonicalText(words, ()), language) if one.kind == "instrument"]
    assert [one.reference for one in found] == [state]


@pytest.mark.parametrize(
    ("words", "language", "named"),
    [
        ("In case of conflict, the English text shall prevail.", "en", "the English text"),
        ("عند التعارض، يسود النص المحرر بالعربية.", "ar", "النص المحرر بالعربية"),
        ("以中文文本为准。", "zh", "以中文文本"),
    ],
)
def test_of_texts_that_differ_the_one_that_prevails_is_named(words, language, named):
    found = [one.fact for one in extract(CanonicalText(words, ()), language) if one.kind == "instrument"]
    assert [one.title for one in found] == [named]


def test_a_number_of_the_gazette_is_told_where_no_day_is():
    words = "نشر هذا القانون في عدد الجريدة الرسمية رقم 12."
    dates = [one.fact for one in extract(CanonicalText(words, ()), "ar") if one.kind == "date"]
    assert [(one.role, one.date, "12" in one.rule) for one in dates] == [("published", None, True)]


def test_many_duties_do_not_push_out_what_a_law_reaches_and_defines():
    words = "".join(f"A broker shall keep book {number}. " for number in range(60))
    text = CanonicalText(words + "This Act does not apply to banks. “Token” means a coin.", ())
    best = rank_facts(extract(text, "en"), text, (), "en")[:10]
    assert {one.fact.term for one in best if isinstance(one.fact, Definition)} == {"This Act", "Token"}


ACTORS = [
    ("On an appeal, the Court may confirm the order.", "the Court"),
    ("If the Board, on the basis of a report, sees a risk, the Board shall act.", "the Board"),
    ("A broker that may lend tokens must keep books.", "A broker that may lend tokens"),
    ("A broker, a dealer and an agent must keep books.", "A broker, a dealer and an agent"),
]


def test_the_actor_behind_a_bar_ends_where_the_act_begins():
    assert _rules("Il est interdit à un courtier de vendre des jetons.", "fr")[0][1] == "à un courtier"


@pytest.mark.parametrize(("words", "actor"), ACTORS)
def test_the_actor_is_named_without_what_leads_up_to_it(words, actor):
    assert _rules(words)[0][1] == actor


NO_RULES = [
    ("The file is stored on a chain and cannot be changed.", "en"),
    ("La présente loi s'entend sans effet sur les autres.", "fr"),
    ("Tout acte signé fait foi de cette date.", "fr"),
    ("A rule that is not in force binds nobody.", "en"),
    ("This concerns brokers that may lend tokens.", "en"),
]


@pytest.mark.parametrize(("words", "language"), NO_RULES)
def test_what_cannot_be_and_what_a_rule_says_of_others_is_no_fact(words, language):
    assert [one.kind for one in extract(CanonicalText(words, ()), language)] == []


PASSIVES = [
    ("Báo cáo được kiểm tra hằng năm.", []),
    ("Nhà đầu tư được mở tài khoản.", ["permission"]),
    ("Đồng xu được sử dụng để trao đổi.", ["permission"]),
]


@pytest.mark.parametrize(("words", "kinds"), PASSIVES)
def test_a_passive_allows_where_a_person_or_an_act_with_assets_stands_by_it(words, kinds):
    assert _kinds(words, "vi") == kinds


def test_what_the_press_says_one_may_or_must_is_no_rule():
    text = CanonicalText("Brokers must keep books. “Bear” means an animal. The fine was USD 5.", ())
    assert [one.kind for one in extract(text, "en", law=False)] == ["definition", "money"]


VERB_FIRST = [
    ("يجب على مزود الخدمة أن يمسك الدفاتر.", "مزود الخدمة"),
    ("يجوز للهيئة إصدار التعليمات.", "للهيئة"),
    ("يجب إجراء هذا التقييم كل سنة.", ""),
    ("يحظر التعامل في الرموز، ما لم يكن الشخص مرخصاً.", ""),
]


@pytest.mark.parametrize(("words", "actor"), VERB_FIRST)
def test_where_the_verb_comes_first_an_act_behind_it_is_no_actor(words, actor):
    assert _rules(words, "ar")[0][1] == actor
