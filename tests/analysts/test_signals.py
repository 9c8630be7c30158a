import pytest

from lexatlas.analysts.extractive.signals import met_signals, weight
from tests.analysts.veyland import (
    APART,
    BARRED,
    DEALING,
    LICENCE,
    RETAIL,
    Law,
    articles,
    book,
    carrying,
    draft,
    reading,
)  # fmt: skip

AUTHORITY = "“Authority” means the Markets Authority of Veyland established by law."


def met(*laws, **asked):
    """The signals that units meet, with the words of those units, best first."""
    found = met_signals(book().topic(RETAIL), reading(*laws, **asked))
    return {signal: [unit.words for unit in units] for signal, units in found.items() if units}


def test_a_bar_on_everybody_is_one():
    assert met(Law(articles(BARRED))) == {"dealing-barred-person": [BARRED], "dealing-barred-act": [BARRED]}


AUTHORITIES = [
    "The Authority shall not buy, sell or exchange digital assets.",
    "The Markets Authority shall not buy, sell or exchange digital assets.",
    "The Markets Authority of Veyland must not buy or sell digital assets.",
]


@pytest.mark.parametrize("rule", AUTHORITIES)
def test_what_an_authority_must_do_is_no_rule_for_persons(rule):
    law = Law(articles(AUTHORITY, rule))
    acting = [unit.by_authority for unit in reading(law).texts[0].units if unit.words == rule]
    assert (acting, met(law), draft(law).status.code) == ([True], {}, "undetermined")


def test_the_client_of_an_authority_is_none():
    rule = "A client of the Authority may buy and sell digital assets."
    law = Law(articles(AUTHORITY, rule))
    assert [unit.by_authority for unit in reading(law).texts[0].units if unit.words == rule] == [False]


def test_a_rule_for_supervised_firms_is_none_for_persons():
    law = Law(articles("A supervised institution shall not buy or sell digital assets."), kind="order")
    made = draft(law)
    assert (made.status.code, set(made.status.sub_answers.values())) == ("gray-zone", {"not-addressed"})


LIMITS = [
    "A retail client shall not buy digital assets above a limit of EUR 1,000 per month.",
    "A natural person shall not buy digital assets worth more than his or her annual income.",
    "An individual shall not buy digital assets before the appropriateness test.",
]


@pytest.mark.parametrize("rule", LIMITS)
def test_a_cap_or_a_test_is_no_ban(rule):
    # A limit in figures is met as a flag; no rule of the topic asks for it.
    found = {name: units for name, units in met(Law(articles(rule))).items() if name != "cap-on-person"}
    assert (found, draft(Law(articles(rule))).status.code) == ({}, "undetermined")


def test_a_bar_whose_exception_is_a_licence_is_no_bar_on_dealing():
    assert met(Law(articles(LICENCE))) == {"licence-unless": [LICENCE], "licence-spoken-of": [LICENCE]}


@pytest.mark.parametrize("kind", ["bill", "draft", "consultation"])
def test_a_bill_is_never_told_as_law(kind):
    law = Law(articles(BARRED, LICENCE, APART, DEALING), kind=kind, tier="T2", title="Digital Asset Paper")
    made = draft(law)
    assert (made.status.code, made.claims, carrying(made)) == ("undetermined", (), [])
    assert set(met(law)) <= {row.id for row in book().topic(RETAIL).signals if row.when == "pending"}
    assert [(entry.group, entry.maturity) for entry in made.instruments] == [
        ("pending", {"bill": "bill", "draft": "announced", "consultation": "consultation"}[kind])
    ]


@pytest.mark.parametrize(("kind", "tier"), [("news", "T5"), ("unknown", "T4"), ("report", "T3")])
def test_what_is_not_official_carries_nothing(kind, tier):
    law = Law(articles(BARRED), kind=kind, tier=tier)
    assert (met(law), draft(law).status.code) == ({}, "unresearched")


def test_the_law_of_another_place_carries_nothing():
    law = Law(articles(BARRED), place="XB")
    made = draft(law)
    assert (met(law), made.status.code, made.claims) == ({}, "unresearched", ())
    assert made.status.abstention.found == ()


def test_a_ban_of_a_zone_is_none_of_the_whole():
    law = Law(articles(BARRED), place="XA-FZ", kind="rule")
    assert (met(law), draft(law).status.code, draft(law).claims) == ({}, "undetermined", ())
    assert draft(law, place="XA-FZ").status.code == "banned"


def test_a_zone_whose_firms_serve_residents_is_a_channel_of_the_whole():
    rule = "A resident of Veyland may buy and sell digital assets on an exchange in the Free Zone."
    zone = Law(articles(rule), place="XA-FZ", kind="rule")
    assert met(zone) == {"zone-residents": [rule]}
    assert draft(zone).status.sub_answers == {"hold": "not-addressed", "trade": "lawful", "channel": "lawful"}


def test_what_holds_around_a_zone_is_not_taken_to_hold_inside():
    law = Law(articles(BARRED))
    assert (met(law, place="XA-FZ"), draft(law, place="XA-FZ").status.code) == ({}, "unresearched")


def test_union_law_is_inherited_and_left_out_at_the_level_of_the_state():
    law = Law(articles(BARRED), place="EU", kind="union-act")
    assert [draft(law, place="AT", level=level).status.code for level in ("total", "gov")] == [
        "banned", "unresearched",
    ]  # fmt: skip


def test_the_higher_norm_comes_first_then_the_tier_then_the_operative_part():
    laws = [
        Law(articles(BARRED), id="order", kind="order"),
        Law(articles(BARRED, title="Second Act"), id="paper", kind="statement", tier="T2"),
        Law(articles(BARRED, title="Third Act"), id="act", kind="act"),
    ]
    texts = reading(*laws).texts
    ordered = sorted((text.units[-1] for text in texts), key=weight)
    assert [unit.source.id for unit in ordered] == ["act", "order", "paper"]
    assert [weight(unit) for unit in ordered] == [(3, 1, 0), (6, 1, 0), (8, 2, 0)]


def asked(change, *laws, **question):
    """The words that meet the signal of a person's permission once it is changed."""
    topic = book().topic(RETAIL)
    signal = topic.signal("person-may-trade").model_copy(update=change)
    found = met_signals(topic.model_copy(update={"signals": (signal,)}), reading(*laws, **question))
    return [unit.words for unit in found["person-may-trade"]]


UP_TO = "A natural person may buy digital assets of up to EUR 500 a month."
WAITS = "This Act comes into force on 1 January 2027."


def test_a_signal_may_ask_for_the_kind_of_instrument():
    law = Law(articles(DEALING), kind="order")
    assert (asked({"kinds": ("order",)}, law), asked({"kinds": ("act", "rule")}, law)) == ([DEALING], [])


def test_a_signal_may_ask_whose_law_it_is():
    own, zone = Law(articles(DEALING)), Law(articles(UP_TO), id="zone", place="XA-FZ")
    assert asked({"level": ("own",)}, own, zone) == [DEALING]
    assert asked({"level": ("below",)}, own, zone) == [UP_TO]
    assert asked({"level": ("inherited",)}, own, zone) == []


def test_a_signal_may_ask_for_a_figure():
    law = Law(articles(DEALING, UP_TO))
    assert (asked({"figure": ("money",)}, law), asked({"figure": ("rate", "date")}, law)) == ([UP_TO], [])


MATURITIES = [
    ("in-force", [DEALING], [], []),
    ("adopted", [], [DEALING], []),
    ("proposed", [], [], [DEALING]),
    ("pending", [], [DEALING], [DEALING]),
    ("ended", [], [], []),
]


@pytest.mark.parametrize(("when", "now", "waiting", "bill"), MATURITIES)
def test_a_signal_may_ask_how_far_the_law_has_come(when, now, waiting, bill):
    laws = (
        Law(articles(DEALING)),
        Law(articles(DEALING, WAITS)),
        Law(articles(DEALING), kind="bill", tier="T2"),
    )
    assert tuple(asked({"when": when}, law) for law in laws) == (now, waiting, bill)


def test_a_signal_may_ask_for_what_has_ended():
    old = Law(articles(DEALING, title="Dealing Act"), title="Dealing Act")
    new = Law(
        "Repeals Act\n\nArticle 1\nThe Dealing Act is repealed with effect from 1 January 2026.\n", id="new"
    )
    assert (asked({"when": "ended"}, old, new), asked({}, old, new)) == ([DEALING], [])


OTHERS = [
    "Financial advisers shall not recommend the purchase of digital assets.",
    "A journalist shall not publish advice on the sale of digital assets.",
]


@pytest.mark.parametrize("rule", OTHERS)
def test_a_bar_on_others_is_none_on_the_act_that_they_speak_of(rule):
    assert "dealing-barred-act" not in met(Law(articles(rule)))


def test_a_bar_whose_subject_is_the_act_is_one():
    rule = "Trading in digital assets is prohibited."
    assert met(Law(articles(rule)))["dealing-barred-act"] == [rule]


PARTS = """\
Financial Services Act of Veyland

Part 1 Banks

Article 1
The minimum capital is EUR 900.

Part 2 Other services

Article 2
No person shall provide a digital asset service by way of business unless that person holds a licence.

Article 3
The minimum capital is EUR 500.
"""


def test_a_duty_beside_the_licence_need_not_name_the_asset():
    topic = book().topic("vasp-licensing")
    found = met_signals(topic, reading(Law(PARTS, title="Financial Services Act"), topic="vasp-licensing"))
    assert [unit.words for unit in found["duty-capital"]] == ["The minimum capital is EUR 500."]
    without = topic.signal("duty-capital").model_copy(update={"beside": ()})
    alone = topic.model_copy(update={"signals": (without,)})
    found = met_signals(alone, reading(Law(PARTS, title="Financial Services Act"), topic="vasp-licensing"))
    assert found["duty-capital"] == ()
