"""What the nearest rules still ask for, and what would settle a code."""

from lexatlas.analysts.extractive.coding import lacking, settles, told
from lexatlas.analysts.extractive.signals import met_signals
from tests.analysts.veyland import BARRED, RETAIL, Law, articles, book, draft, reading

REGISTER = (
    "A person who exchanges digital assets for others as a business must be registered with the Authority."
)
TOPIC = book().topic(RETAIL)


def met(*words):
    return met_signals(TOPIC, reading(Law(articles(*words)), topic=RETAIL))


def test_a_rule_half_met_is_nearer_than_the_others():
    assert lacking(TOPIC, met(REGISTER)) == ("trade:lawful",)
    missing = draft(Law(articles(REGISTER))).status.abstention.missing
    assert missing == ("May the person buy and sell the asset?",)


def test_nothing_is_lacking_where_a_rule_fits():
    assert lacking(TOPIC, met(BARRED)) == ()


def test_what_would_settle_a_code():
    assert settles(TOPIC, met(REGISTER), ["trade:lawful"])
    assert settles(TOPIC, met(REGISTER), ["person-may-trade"])
    assert not settles(TOPIC, met(REGISTER), ["clients-protected"])
    assert not settles(TOPIC, met(REGISTER), [])


def test_a_condition_is_told_in_words():
    assert told(TOPIC, "trade:lawful") == "May the person buy and sell the asset?"
    assert told(TOPIC, "warned") == "An authority warns the public; a warning forbids nothing."
    assert told(TOPIC, "unheard-of") == "unheard-of"
