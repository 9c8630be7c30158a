"""Chinese law of invented places in English: what is said, and what is left alone because it is unsure."""

import pytest

from lexatlas.core.text import normalise
from lexatlas.language.gloss_lint import problems
from lexatlas.language.gloss_order import whole_sentence


def _english(text):
    return " ".join(told.english for told in whole_sentence(normalise(text).text, "zh"))


SAID = [
    ("未经批准，任何单位和个人不得从事虚拟资产业务。",
     "Without approval, any entity or individual shall not engage in virtual asset business"),
    ("金融机构和支付机构不得提供虚拟货币交易服务。",
     "Financial institutions and payment institutions shall not provide virtual currency trading services"),
    ("违反本法规定的，由监管机构责令改正，并处一万元以上十万元以下罚款。",
     "Where they violate the provisions of this Law, the supervisory authority orders correction,"
     " and also impose a fine from 10,000 yuan to 100,000 yuan"),
    ("从事虚拟资产业务的机构应当取得许可证。",
     "Institutions that engage in virtual asset business shall obtain a licence"),
    ("本法自2031年12月1日起施行。", "This Law takes effect from 1 December 2031"),
    ("任何单位不得挪用客户的资金。", "Any entity shall not misappropriate funds of clients"),
    ("具体办法由监管机构制定。", "Specific measures are formulated by the supervisory authority"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "english"), SAID)
def test_a_rule_is_said_whole(text, english):
    assert _english(text) == english


@pytest.mark.parametrize(
    "text",
    [
        "禁止出售变造的货币。",  # who altered what is not said
        "监管机构发布与其职责有关的命令。",
        "国务院制定虚拟资产管理办法。",  # a verb within a name
        "任何单位不得从事放贷。",
        "申请人，违反规定，应当停止业务的，处罚款。",  # a rule within a condition
        "",
    ],
)
def test_what_is_unsure_is_left_to_the_law(text):
    assert _english(text) == ""


def test_a_closing_sign_makes_a_condition():
    assert _english("情节严重的，吊销许可证。").startswith("Where the circumstances are serious,")


def test_the_rows_keep_their_force():
    assert problems("zh") == []
