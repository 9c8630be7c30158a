"""How far the law has come: of the rules that carry a code, and of law that gives none."""

import pytest

from tests.analysts.veyland import APART, BARRED, DEALING, LICENCE, PROVIDERS, Law, articles, draft

ISSUERS = "stablecoin-issuance"
ISSUE = "No person shall issue a stablecoin unless licensed by the Authority."
BEGUN = "This Act comes into force on 1 January 2025."
TITLE = "Digital Asset Act"


def status(*laws, **asked):
    return draft(*laws, **asked).status


CASES = [
    (articles(DEALING, BEGUN), "act", "allowed-unregulated", "in-force"),
    (articles(DEALING, BEGUN, title="Digital Asset Pilot Act"), "act", "allowed-unregulated", "pilot"),
    (
        articles(DEALING, "This Act comes into force on 1 January 2027."),
        "act",
        "undetermined",
        "enacted-not-in-force",
    ),
    (articles(DEALING), "bill", "undetermined", "bill"),
    (articles(DEALING), "draft", "undetermined", "bill"),
    (articles(DEALING), "consultation", "undetermined", "consultation"),
    (articles("Bears shall be fed."), "act", "no-evidence", "not-shown"),
]


@pytest.mark.parametrize(("words", "kind", "code", "maturity"), CASES)
def test_the_maturity_of_the_rules_read(words, kind, code, maturity):
    tier = "T1" if kind == "act" else "T2"
    title = words.splitlines()[0]
    made = status(Law(words, kind=kind, tier=tier, title=title))
    assert (made.code, made.maturity) == (code, maturity)


def test_a_text_that_does_not_show_its_day_shows_no_maturity():
    made = status(Law(articles(DEALING), dated=None))
    assert (made.code, made.maturity) == ("allowed-unregulated", "not-shown")


WAITING = [("act", "enacted-not-in-force"), ("bill", "bill"), ("consultation", "consultation")]


@pytest.mark.parametrize(("kind", "maturity"), WAITING)
def test_a_scale_that_tells_what_is_coming_says_how_far_it_has_come(kind, maturity):
    words = articles(ISSUE, "This Act comes into force on 1 January 2027.")
    made = status(Law(words, kind=kind, tier="T1" if kind == "act" else "T2"), topic=ISSUERS)
    assert (made.code, made.maturity) == ("in-preparation", maturity)


def test_a_bill_beside_law_in_force_is_not_the_maturity_of_the_code():
    law, bill = Law(articles(DEALING, BEGUN)), Law(articles(BARRED), id="bill", kind="bill", tier="T2")
    assert (status(law, bill).code, status(law, bill).maturity) == ("allowed-unregulated", "in-force")


def test_law_that_has_ended_gives_no_code_and_is_called_repealed():
    old = Law(articles(LICENCE, APART, title=TITLE), title=TITLE)
    ending = "The Digital Asset Act is repealed with effect from 1 January 2026."
    new = Law(articles(ending, title="Repeals Act"), id="new", title="Repeals Act")
    made = status(old, new, topic=PROVIDERS)
    assert (made.code, made.maturity) == ("undetermined", "repealed")
    assert status(old, topic=PROVIDERS).code == "partial-licence"


def test_law_that_ran_out_by_its_own_words_has_lapsed():
    own = "This Act ceases to have effect on 1 January 2026."
    made = draft(Law(articles(LICENCE, own))).status
    assert (made.code, made.maturity) == ("undetermined", "lapsed")


def test_a_regulator_that_says_what_it_will_do_has_announced_it():
    told = "Rules on digital assets that will come into force are the subject of a public consultation."
    made = draft(Law(articles(told), kind="statement", tier="T2")).status
    assert (made.code, made.maturity) == ("undetermined", "announced")
