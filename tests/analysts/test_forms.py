import pytest

from lexatlas.analysts.extractive.exceptions import exceptions_to
from lexatlas.analysts.extractive.forms import (
    MAX_WORDS,
    MERE_POINTER,
    NEIGHBOURS,
    QUOTED_WORDS,
    VALUE_UNIT,
    claim_from,
    pointer,
    quote_of,
)  # fmt: skip
from lexatlas.checks.verdict import judge_claims
from lexatlas.core.claims import new_claim
from lexatlas.core.evidence import Span
from lexatlas.core.templates import render
from tests.analysts.veyland import LICENCE, RETAIL, Law, articles, book, reading

LISTS = """\
Digital Asset Act of Veyland

Article 1
(1) No person shall provide a digital asset service by way of business unless that person:
(a) holds a licence granted by the Authority; or
(b) is a bank that has notified the Authority.
(2) A provider shall:
(a) keep the digital assets of its clients apart from its own;
(b) return them when asked.
(3) Paragraph (1) does not apply to a person who deals for his or her own account.
"""
CHANNELS = next(row for row in book().topic(RETAIL).facts if row.id == "channels")
CAPS = next(row for row in book().topic(RETAIL).facts if row.id == "caps")


def unit_with(words, law):
    return next(unit for unit in reading(law).texts[0].units if words in unit.words)


def long_rule(words):
    """A rule of that many words, without a condition or a list."""
    rest = " ".join(["large"] * (words - 12))
    return f"A provider of digital assets shall not accept a {rest} order from anybody."


def told(rule, question=CHANNELS, **most):
    claim = claim_from(
        question, unit_with("digital asset", Law(articles(rule), title="Act")), None, (), **most
    )
    return claim and (claim.form, claim.sentence)


def test_the_words_of_a_rule_are_its_plainest_claim():
    assert told(LICENCE) == ("words", LICENCE)


LENGTHS = [
    (MAX_WORDS, MAX_WORDS, True), (MAX_WORDS + 1, MAX_WORDS, False),
    (QUOTED_WORDS, QUOTED_WORDS, True), (QUOTED_WORDS + 1, QUOTED_WORDS, False),
]  # fmt: skip


SHORT = 10
"""A bound in words that an item keeps and its whole list does not."""


@pytest.mark.parametrize(("words", "most", "quoted"), LENGTHS)
def test_a_rule_is_quoted_whole_up_to_its_bound(words, most, quoted):
    rule = long_rule(words)
    assert len(rule.split()) == words
    law = Law(articles(rule))
    claim = claim_from(CHANNELS, unit_with("accept", law), None, (), most)
    assert (claim and claim.sentence) == (rule if quoted else None)


def test_the_bounds_are_those_of_the_product():
    assert (MAX_WORDS, QUOTED_WORDS) == (35, 70)


@pytest.mark.parametrize("item", ["holds a licence", "is a bank"])
def test_items_bound_together_that_are_short_are_told_whole(item):
    claim = claim_from(CHANNELS, unit_with(item, Law(LISTS)), None)
    assert (claim.form, claim.sentence) == (
        "words",
        "No person shall provide a digital asset service by way of business unless that person: "
        "holds a licence granted by the Authority; or is a bank that has notified the Authority.",
    )


@pytest.mark.parametrize("item", ["holds a licence", "is a bank"])
def test_items_bound_together_that_are_long_are_named_and_quoted_whole(item):
    claim = claim_from(CHANNELS, unit_with(item, Law(LISTS)), None, (), SHORT)
    assert (claim.form, claim.sentence) == (
        "listed",
        "No person shall provide a digital asset service by way of business unless that person: "
        "points (a) or (b)",
    )
    assert [part.exact for part in claim.quotes[0].parts] == [
        "No person shall provide a digital asset service by way of business unless that person:",
        "(a) holds a licence granted by the Authority; or",
        "(b) is a bank that has notified the Authority.",
    ]


def test_and_in_the_place_of_or_is_another_rule():
    text = reading(Law(LISTS)).texts[0]
    claim = claim_from(CHANNELS, unit_with("is a bank", Law(LISTS)), None, (), SHORT)
    items = claim.slots[1].model_copy(update={"value": "points (a) and (b)"})
    slots = (claim.slots[0], items)
    false = claim.model_copy(update={"slots": slots, "sentence": render(claim.template, slots)})
    texts, snapshots = {text.snapshot.text: text.text}, {text.snapshot.text: text.snapshot}
    told = judge_claims([new_claim(claim), new_claim(false)], texts, snapshots)
    assert [verdict.code for verdict in told.values()] == ["verified", "partial"]


def test_a_short_list_of_duties_is_told_whole():
    claim = claim_from(CHANNELS, unit_with("return them", Law(LISTS)), None)
    assert (claim.form, claim.sentence) == (
        "words",
        "A provider shall: keep the digital assets of its clients apart from its own; return them when asked.",
    )


def test_a_duty_of_a_longer_list_is_told_with_its_stem():
    claim = claim_from(CHANNELS, unit_with("return them", Law(LISTS)), None, (), SHORT)
    assert (claim.form, claim.sentence) == ("words", "A provider shall: return them when asked.")
    assert claim.quotes[0].locator == "Article 1(2), point (b)"


def test_an_exception_of_another_paragraph_comes_as_a_quote_of_its_own_role():
    law = Law(LISTS)
    rule, duty = unit_with("holds a licence", law), unit_with("return them", law)
    claim = claim_from(CHANNELS, rule, None, exceptions_to(rule))
    assert [(quote.role, quote.locator) for quote in claim.quotes] == [
        ("support", "Article 1(1)"), ("exception", "Article 1(3)"),
    ]  # fmt: skip
    assert exceptions_to(duty) == ()


def test_an_exception_stands_in_the_same_article_and_before_the_rule_as_well():
    first = (
        "Article 1\n(1) Paragraph (2) does not apply to banks.\n(2) A provider shall keep digital assets.\n"
    )
    second = (
        "\nArticle 2\n(1) A bear eats.\n(2) The bear may sleep.\n(3) Paragraph (2) does not apply to cubs.\n"
    )
    law = Law(f"Act\n\n{first}{second}")
    rules = ("keep digital", "may sleep", "bear eats")
    assert [[unit.words for unit in exceptions_to(unit_with(rule, law))] for rule in rules] == [
        ["Paragraph (2) does not apply to banks."], ["Paragraph (2) does not apply to cubs."], [],
    ]  # fmt: skip


def test_a_pointer_names_the_place_and_the_question():
    rule = "A retail client shall not buy digital assets above a limit of EUR 1,000 per month."
    claim = pointer(CAPS, unit_with("limit", Law(articles(rule))))
    assert (claim.form, claim.sentence) == ("deals-with", "Article 1 deals with caps on the person")
    assert claim.quotes[0].words == rule
    assert pointer(CAPS, unit_with("Bears", Law(articles("Bears shall be fed.")))) is None


def test_a_foreign_rule_is_told_in_english_where_all_of_it_can_be():
    law = Law(
        articles("Le prestataire conserve les crypto-actifs.", "Bref, les crypto-actifs zzz."), language="fr"
    )
    claim = claim_from(CHANNELS, unit_with("conserve", law), None)
    assert (claim.form, claim.sentence) == ("glossed", "The provider keeps the crypto-assets")
    assert [(slot.value, slot.words, slot.row) for slot in claim.slots][1] == (
        "provider",
        "prestataire",
        "fr/actors",
    )
    assert claim_from(CHANNELS, unit_with("zzz", law), None) is None


def test_a_foreign_rule_longer_than_a_sentence_of_ours_is_not_told_in_words():
    listed = ", ".join(["les crypto-actifs"] * 20)
    law = Law(articles(f"Le prestataire conserve {listed}."), language="fr")
    assert claim_from(CHANNELS, unit_with("conserve", law), None) is None
    assert claim_from(CHANNELS, unit_with("conserve", law), None, (), QUOTED_WORDS).form == "glossed"


def test_a_foreign_pointer_names_what_stands_there():
    law = Law(articles("Khách hàng zzz mua tài sản ảo, qqq vốn điều lệ tối thiểu 50 tỷ đồng."), language="vi")
    claim = pointer(CHANNELS.model_copy(update={"any": ("asset",)}), unit_with("zzz", law))
    start, *links = claim.sentence.removesuffix(".").split(" · ")
    assert start == "Article 1 deals with channels, word for word: clients"
    assert links[-3:] == ["charter capital", "at least", "VND 50,000,000,000"]
    assert claim.template != MERE_POINTER


def test_a_quote_re_derives_and_keeps_its_neighbours():
    law = Law(articles(LICENCE, "Bears shall be fed."))
    unit = unit_with("No person", law)
    text = unit.text.text.text
    start = text.index(LICENCE)
    quote = quote_of(unit, unit.unit, (Span(start, start + 9), Span(0, 5)))
    assert [(part.start, part.end, part.exact) for part in quote.parts] == [
        (start, start + len(LICENCE), LICENCE)
    ]
    assert quote.highlight == (Span(start, start + 9),)
    end = start + len(LICENCE)
    assert (quote.prefix, quote.suffix) == (
        text[max(0, start - NEIGHBOURS) : start],
        text[end : end + NEIGHBOURS],
    )


TEAM = next(row for row in book().topic("vasp-licensing").facts if row.id == "fit-proper")
YEARS = "Giám đốc zzz tối thiểu 02 năm kinh nghiệm;"
LONG = "Giám đốc zzz tối thiểu 02 năm kinh nghiệm làm việc tại bộ phận nghiệp vụ của các tổ chức tài chính."


def test_a_value_of_a_long_foreign_sentence_is_not_told_without_it():
    assert len(LONG.split()) > VALUE_UNIT >= len(YEARS.split())
    told = []
    for words in (YEARS, LONG):
        text = reading(Law(articles(words), language="vi"), topic="vasp-licensing").texts[0]
        facts = [fact for fact in text.facts if fact.kind == "period"]
        unit = next(unit for unit in text.units if unit.words == words)
        claim = claim_from(TEAM, unit, facts[0])
        told.append(claim and claim.sentence)
    assert told == ["Fit and proper: at least 2 years", None]
