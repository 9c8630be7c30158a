"""Which item of a list is a rule by itself, with its stem and without the other items."""

import pytest

from lexatlas.language.items import holds_alone, open_clause
from lexatlas.language.modality import read_norm
from lexatlas.language.units import unit_words, units
from tests.language.texts import structured


def _alone(stem, items, language="en", closing=""):
    rows = "\n".join(f"    <item {chr(97 + n)}> ({chr(97 + n)}) {words}" for n, words in enumerate(items))
    text = structured(f"<article 1|Article 1>\n  <paragraph 1> 1. {stem}\n{rows}\n{closing}")
    found = []
    for unit in units(text, language):
        if len(unit.parts) > 1:
            words = unit_words(text, unit)
            norm = read_norm(words.words, language)
            verb = norm.modal.start if norm else 0
            found.append(holds_alone(text, unit, words, language, norm.force if norm else "", verb))
    assert found
    return set(found)


ALONE = [
    ("A broker shall:", ["keep books; and", "report losses."], "en"),
    ("A broker shall not:", ["lend tokens; or", "pledge tokens."], "en"),
    ("A broker may:", ["lend tokens; or", "pledge tokens."], "en"),
    ("A broker must refund the client if:", ["the order failed; or", "the client objects."], "en"),
    ("A broker shall not do any of the following:", ["lend tokens;", "pledge tokens."], "en"),
    ("A broker must comply with all of the following:", ["it keeps books;", "it reports."], "en"),
    ("Le courtier doit :", ["tenir des livres;", "publier ses tarifs."], "fr"),
    ("经纪人不得从事下列行为：", ["出借代币；", "质押代币。"], "zh"),
    ("有下列情形之一的，经纪人应当退款：", ["订单失败；", "客户反对。"], "zh"),
]
TOGETHER = [
    ("A broker shall:", ["keep books; or", "report losses."], "en"),
    ("A broker must refund the client if:", ["the order failed; and", "the client objects."], "en"),
    ("A broker shall not act unless it:", ["holds a licence; or", "is a bank."], "en"),
    ("A broker shall not act unless it:", ["holds a licence; and", "has an office."], "en"),
    ("A broker must hold the higher of:", ["EUR 5; and", "a tenth of its costs."], "en"),
    ("A broker must hold only:", ["cash; and", "bonds."], "en"),
    ("A broker must insure itself in one of the following ways:", ["by a policy;", "by a bond."], "en"),
    (
        "A broker may lend tokens on the condition that the loan:",
        ["is secured; and", "ends in a year."],
        "en",
    ),
    (
        "A broker may sell tokens if all of the following are met:",
        ["it is solvent;", "it has told its client."],
        "en",
    ),
    ("Le courtier peut vendre aux conditions suivantes :", ["il a des livres;", "il a un bureau."], "fr"),
    ("El corredor podrá vender con los siguientes requisitos:", ["tiene libros;", "tiene oficina."], "es"),
    ("Le courtier doit, selon le cas :", ["tenir des livres;", "publier ses tarifs."], "fr"),
]


@pytest.mark.parametrize(("stem", "items", "language"), ALONE)
def test_an_item_that_is_true_without_the_others_holds_alone(stem, items, language):
    assert _alone(stem, items, language) == {True}


@pytest.mark.parametrize(("stem", "items", "language"), TOGETHER)
def test_an_item_that_the_others_change_does_not(stem, items, language):
    assert _alone(stem, items, language) == {False}


def test_conditions_that_a_main_clause_closes_hold_alone_only_as_alternatives():
    closing = "    shall report it."
    assert _alone("A person that:", ["sells tokens; or", "lends tokens,"], closing=closing) == {True}
    assert _alone("A person that:", ["sells tokens; and", "lends tokens,"], closing=closing) == {False}


@pytest.mark.parametrize(
    ("stem", "clause"),
    [
        ("A broker shall not act unless", "exception"),
        ("A broker must pay if", "condition"),
        ("If it trades, a broker must", ""),
        ("Where it trades, a broker must keep", ""),
        ("A broker must, if asked, keep", ""),
    ],
)
def test_the_clause_that_still_runs_where_the_items_begin(stem, clause):
    assert open_clause(stem, "en") == clause
