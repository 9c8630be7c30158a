"""An actor is told as one whole noun phrase, or not at all."""

import pytest

from lexatlas.language.whole_actor import pronoun, whole_actor


@pytest.mark.parametrize(
    ("said", "language", "actor"),
    [
        ("14.2 (1) The keeper", "en", "The keeper"),
        ("1.Đơn xin cấp phép", "vi", "Đơn xin cấp phép"),
        ("On an appeal, the Court", "en", "the Court"),
        ("Subject to section 9 — any other keeper", "en", "any other keeper"),
        ("the Board or the keeper — ( a )", "en", "the Board or the keeper"),
        ("A notice under section 9(3)", "en", "A notice under section 9(3)"),
        ("Section 9", "en", "Section 9"),
        ("In this case the keeper", "en", ""),
        ("However the keeper", "en", "the keeper"),
        ("and the keeper has died, the heir", "en", "the heir"),
        ("it", "en", ""),
        ("celle-ci", "fr", ""),
        ("ou de refus, le gardien", "fr", "le gardien"),
        ("Iżda l-gwardjan", "mt", "l-gwardjan"),
        ("Malli jirċievi l-avviż, il-Bord", "mt", "il-Bord"),
        ("Đồng thời, tổ chức lưu giữ", "vi", "tổ chức lưu giữ"),
        ("Sau 30 ngày kể từ ngày cấp phép, tổ chức lưu giữ", "vi", "tổ chức lưu giữ"),
        ("Tối thiểu 10 ngày trước khi bán, chuyển kho hàng", "vi", ""),
        ("保管机构对可疑账户", "zh", "保管机构"),
        ("主管机关根据监管需要，", "zh", "主管机关"),
        ("主管机关接到举报，", "zh", ""),
        ("保管机构、交易平台等单位，", "zh", "保管机构、交易平台等单位"),
        ("对可疑账户", "zh", ""),
        ("Wer vor dem 1. März 2031 Werte verwahrt hat", "de", "Wer vor dem 1. März 2031 Werte verwahrt hat"),
    ],
)
def test_an_actor_is_a_whole_noun_phrase_or_nothing(said, language, actor):
    assert whole_actor(said, language) == actor


@pytest.mark.parametrize(
    ("said", "actor"),
    [
        ("the seller, the keeper", "the keeper"),
        ("the seller or the buyer, the keeper", ""),
        ("the seller, acting for the buyer", ""),
        ("the keeper", "the keeper"),
    ],
)
def test_behind_a_clause_what_stands_before_a_comma_may_belong_to_it(said, actor):
    assert whole_actor(said, "en", behind_clause=True) == actor


def test_a_pronoun_names_nobody():
    assert [pronoun(word, "en") for word in ("they", "the keeper")] == [True, False]


def test_a_list_of_actors_behind_a_clause_is_one():
    said = "the Minister, the Bank and the Board"
    assert whole_actor(said, "en", behind_clause=True) == said


@pytest.mark.parametrize(
    ("said", "actor"),
    [
        (
            "By the end of the year, the Board, in consultation with the Bank",
            "the Board, in consultation with the Bank",
        ),
        (
            "Persons that on that day, are licensed to keep tokens, or act as keepers",
            "Persons that on that day, are licensed to keep tokens, or act as keepers",
        ),
        ("A licence is a privilege, and a holder of it", ""),
    ],
)
def test_what_goes_with_an_actor_stays_with_it(said, actor):
    assert whole_actor(said, "en") == actor
