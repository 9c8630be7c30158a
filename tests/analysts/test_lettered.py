"""Rules side by side in one paragraph, rules whose words break off, and what is not told as another force."""

import pytest

from lexatlas.analysts.extractive.facts import extract
from lexatlas.core.evidence import CanonicalText
from lexatlas.core.facts import Definition, Norm, Period, Rate, Sanction
from lexatlas.language.modality import read_norm


def _facts(words, language, kind):
    return [one.fact for one in extract(CanonicalText(words, ()), language) if isinstance(one.fact, kind)]


def test_lettered_rules_of_two_actors_are_two_rules():
    words = (
        "(a) The Board may suspend trading in a token. (b) Without prejudice to paragraph (a), "
        "a venue operator may remove a token from its list."
    )
    assert [(one.actor, one.kind) for one in _facts(words, "en", Norm)] == [
        ("The Board", "permission"),
        ("a venue operator", "permission"),
    ]


def test_of_lettered_rules_one_that_no_stop_ends_is_left_out():
    words = "(a) The Board may suspend a token. (b) A venue operator may remove a token from"
    assert [one.actor for one in _facts(words, "en", Norm)] == ["The Board"]


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("en", "Whoever breaks this Act shall be liable to one or more of the following penalties:"),
        ("ar", "يعاقب كل من يخالف هذا القانون بواحد أو أكثر من الجزاءات التالية:"),
    ],
)
def test_a_sanction_that_stops_at_its_colon_is_not_told(language, words):
    assert _facts(words, language, Sanction) == []


def test_a_rule_before_its_proviso_is_told():
    words = "A keeper shall file a yearly report:\nProvided that the Board may waive the report."
    assert "A keeper" in [one.actor for one in _facts(words, "en", Norm)]


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("en", "Unlawful use of inside facts shall also constitute an offence under this Act."),
        ("en", "It shall be an offence to hide the books."),
        ("mt", "L-użu ħażin tal-kotba għandu wkoll jikkostitwixxi reat taħt dan l-Att."),
        ("de", "Wer Bücher versteckt, begeht eine Straftat."),
    ],
)
def test_an_offence_is_no_duty(language, words):
    assert _facts(words, language, Norm) == []
    assert len(_facts(words, language, Sanction)) == 1


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("en", "The agent shall also be permitted to serve clients."),
        ("mt", "L-aġent għandu jkun permess ikompli joffri s-servizzi tiegħu."),
        ("es", "El agente estará autorizado a prestar servicios."),
        ("vi", "Tổ chức phát hành được quyền chào bán tài sản."),
    ],
)
def test_who_shall_be_permitted_may(language, words):
    assert {one.kind for one in _facts(words, language, Norm)} == {"permission"}


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("fr", "Le solde porte intérêt à un taux supérieur de trois pour cent au taux de base."),
        ("en", "Arrears bear interest at a rate 3% above the base rate."),
        ("en", "Arrears bear interest at a rate equal to the base rate plus 3%."),
    ],
)
def test_a_share_on_top_of_another_rate_is_no_rate_by_itself(language, words):
    assert _facts(words, language, Rate) == []


def test_a_share_of_an_amount_stays_one():
    words = "The Board may ask for own funds of up to 20 % higher than the amount in Annex 1."
    assert len(_facts(words, "en", Rate)) == 1


def test_only_before_a_modal_is_told_with_it():
    words = "Tài sản số chỉ được chào bán cho tổ chức."
    norm = read_norm(words, "vi")
    assert words[norm.modal.start : norm.modal.end] == "chỉ được"
    assert all(one.conditions == () for one in _facts(words, "vi", Norm))


@pytest.mark.parametrize(
    ("language", "words", "actor", "condition"),
    [
        ("en", "The Board, where so required, shall tell the Ministry.", "The Board", "where so required"),
        (
            "vi",
            "Nhà đầu tư nước ngoài, ngoài việc tuân thủ Luật này phải nộp báo cáo.",
            "Nhà đầu tư nước ngoài",
            "ngoài việc tuân thủ Luật này",
        ),
    ],
)
def test_what_stands_between_actor_and_verb_is_a_condition(language, words, actor, condition):
    rule = _facts(words, language, Norm)[0]
    assert rule.actor == actor
    assert condition in rule.conditions


@pytest.mark.parametrize(
    ("words", "actor"),
    [
        ("يجب على نظام الدفع للتجزئة ذات الأهمية إدارة المخاطر.", ""),
        ("يجب على مشغل النظام، أو الشخص المشارك فيه، تقديم المستندات.", ""),
        ("يجب على الشخص الراغب في مزاولة النشاط، أن يحصل على موافقة.", "الشخص الراغب في مزاولة النشاط"),
        ("يجب على مشغل النظام تقديم المستندات.", "مشغل النظام"),
    ],
)
def test_an_arabic_actor_is_whole_or_not_told(words, actor):
    assert [one.actor for one in _facts(words, "ar", Norm)] == [actor]


@pytest.mark.parametrize(
    ("language", "words", "start"),
    [
        (
            "en",
            "The Board shall, every three years after the making of a rule, review that rule.",
            "after the making of a rule",
        ),
        (
            "en",
            "Unless it began within 12 months from the date of issue of the licence or has ceased to act.",
            "from the date of issue of the licence",
        ),
    ],
)
def test_a_start_ends_before_what_is_to_be_done_and_before_another_ground(language, words, start):
    assert [one.start for one in _facts(words, language, Period)] == [start]


def test_an_act_that_a_chinese_law_is_about_is_bound_to_nothing():
    assert _facts("打击境外代币诈骗活动，适用本法。", "zh", Norm) == []
    told = _facts("在境内出售代币的，适用本法。", "zh", Norm)[0]
    assert (told.modal, told.action) == ("适用", "本法")


def test_definitions_keep_the_words_of_the_term():
    assert _facts("“e‑coin” means a coin that is kept as data.", "en", Definition)[0].term == "e‑coin"
