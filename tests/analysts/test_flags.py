"""What a reader must know beside the code: each flag with the claim that shows it."""

from tests.analysts.veyland import APART, BARRED, DEALING, LICENCE, PROVIDERS, RETAIL, Law, articles, draft

CAP = "A retail client shall not buy digital assets above a limit of EUR 1,000 per month."
GO_ON = "Providers of digital asset services that were registered before 1 January 2025 may continue to provide them."
BANKS = "Banks shall not keep bank accounts for persons who deal in digital assets."


def flags(*laws, **asked):
    made = draft(*laws, **asked)
    told = {claim.id: claim.sentence for claim in made.claims}
    return [(flag.name, flag.value, [told[claim] for claim in flag.claims]) for flag in made.status.flags]


def test_a_limit_on_the_person_is_flagged_with_its_rule():
    assert flags(Law(articles(LICENCE, APART, CAP)), topic=RETAIL) == [("caps", "yes", [CAP])]


def test_earlier_providers_that_go_on_are_provisional():
    found = flags(Law(articles(LICENCE, APART, GO_ON)), topic=PROVIDERS)
    assert found == [("provisional", "earlier providers go on", [GO_ON])]


def test_banks_that_are_barred_are_flagged_beside_the_code_of_the_person():
    found = flags(Law(articles(DEALING, BANKS)), topic=RETAIL)
    assert found == [("bank-barred", "yes", [BANKS])]


def test_a_zone_that_is_asked_about_is_the_scope():
    assert flags(Law(articles(LICENCE, APART), place="XA-FZ"), topic=PROVIDERS, place="XA-FZ") == [
        ("scope", "zone", [])
    ]


def test_a_law_that_waits_is_a_change_with_its_day():
    coming = articles(BARRED, "This Act comes into force on 1 January 2027.")
    law = Law(coming, id="coming", title="Ban Act")
    assert flags(Law(articles(DEALING)), law) == [("pending-change", "Ban Act, from 2027-01-01", [])]


def test_a_law_that_raises_none_has_none():
    assert flags(Law(articles(DEALING))) == []
