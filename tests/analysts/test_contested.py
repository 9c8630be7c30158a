"""Texts that say opposite things: rank first, then the later date, else the code is contested."""

import pytest

from tests.analysts.veyland import APART, PROVIDERS, RETAIL, Law, articles, draft

BANKS = "bank-access"
BAR = "Banks shall not open accounts for persons who deal in digital assets."
MAY = "Banks may open accounts for persons who deal in digital assets."
PERSON_MAY = "A natural person may buy, sell and hold digital assets."
PERSON_BARRED = "No natural person shall buy or sell digital assets."


def begun(year):
    return f"This Order comes into force on 1 January {year}."


def law(words, name, kind="order", year=None):
    return Law(articles(words, *([begun(year)] if year else [])), id=name, title=f"Order {name}", kind=kind)


CASES = [
    ("one rank, no dates", law(BAR, "a"), law(MAY, "b"), "contested"),
    ("one rank, one date", law(BAR, "a", year=2020), law(MAY, "b"), "contested"),
    ("one rank, the same day", law(BAR, "a", year=2020), law(MAY, "b", year=2020), "contested"),
    ("the permission is later", law(BAR, "a", year=2020), law(MAY, "b", year=2023), "express-permission"),
    ("the bar is later", law(BAR, "a", year=2023), law(MAY, "b", year=2020), "prohibited"),
    (
        "the permission ranks higher",
        law(BAR, "a", year=2023),
        law(MAY, "b", "act", 2020),
        "express-permission",
    ),
    ("the bar ranks higher", law(BAR, "a", "act", 2020), law(MAY, "b", "rule", 2023), "prohibited"),
]


@pytest.mark.parametrize(
    ("first", "second", "code"), [case[1:] for case in CASES], ids=[case[0] for case in CASES]
)
def test_rank_then_date_settles_and_what_stays_open_is_contested(first, second, code):
    assert draft(first, second, topic=BANKS).status.code == code
    assert draft(second, first, topic=BANKS).status.code == code


def test_what_is_contested_shows_both_sides_and_has_no_confidence():
    made = draft(law(BAR, "a"), law(MAY, "b"), topic=BANKS)
    told = {claim.id: claim.sentence for claim in made.claims}
    reasons = [(reason.rule, [told[claim] for claim in reason.claims]) for reason in made.status.reasons]
    assert (made.status.name, made.status.special, made.status.coded) == ("Contested", True, False)
    assert reasons == [("contested", [BAR, MAY]), ("bank-barred", [BAR]), ("bank-may", [MAY])]
    assert made.status.abstention.missing == ()


def test_one_text_that_says_both_is_left_to_the_rules():
    both = Law(articles(BAR, MAY), kind="order")
    assert draft(both, topic=BANKS).status.code == "undetermined"


def test_a_scale_with_a_code_for_it_is_not_contested():
    made = draft(law(PERSON_BARRED, "a"), law(PERSON_MAY, "b"), topic=RETAIL).status
    assert (made.code, made.sub_answers["trade"]) == ("gray-zone", "conflicting")
    later = draft(law(PERSON_BARRED, "a", year=2020), law(PERSON_MAY, "b", year=2024), topic=RETAIL).status
    assert (later.code, later.sub_answers["trade"]) == ("allowed-unregulated", "lawful")


def test_another_places_text_contests_nothing():
    foreign = Law(articles(BAR), id="b", kind="order", place="XB")
    assert draft(law(MAY, "a"), foreign, topic=BANKS).status.code == "express-permission"


STATE = "No person shall provide a digital asset service unless that person holds a licence."
FREE = "The exchange of digital assets for others as a business does not require a licence."


def test_parts_whose_laws_differ_vary():
    one = Law(articles(STATE, APART), id="one", place="US-OK")
    two = Law(articles(FREE), id="two", place="US-NY")
    made = draft(one, two, topic=PROVIDERS, place="US").status
    assert (made.code, made.special, made.abstention.found) == (
        "varies", True, ("US-NY: No regime, free", "US-OK: Partial licence"),
    )  # fmt: skip


def test_one_part_alone_says_nothing_of_the_whole():
    one = Law(articles(STATE, APART), id="one", place="US-OK")
    two = Law(articles(STATE, APART, "A fee is due."), id="two", place="US-NY")
    assert draft(one, topic=PROVIDERS, place="US").status.code == "undetermined"
    assert draft(one, two, topic=PROVIDERS, place="US").status.code == "undetermined"


def test_a_rule_of_the_whole_goes_before_its_parts():
    whole = Law(
        articles("No person shall carry on the business of exchanging digital assets for others."), id="us"
    )
    one, two = Law(articles(STATE), id="one", place="US-OK"), Law(articles(FREE), id="two", place="US-NY")
    made = draft(Law(whole.words, id="us", place="US"), one, two, topic=PROVIDERS, place="US").status
    assert made.code == "activity-banned"


def test_at_the_level_of_the_place_itself_parts_do_not_count():
    one, two = Law(articles(STATE), id="one", place="US-OK"), Law(articles(FREE), id="two", place="US-NY")
    made = draft(one, two, topic=PROVIDERS, place="US", level="gov").status
    assert made.code == "undetermined"
