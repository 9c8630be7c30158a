"""The verdict on a claim, form by form."""

import pytest

from lexatlas.checks.verdict import judge_claim
from lexatlas.core.evidence import Span, Unit
from lexatlas.core.templates import render
from lexatlas.language.units import whole_list
from lexatlas.language.wording import sentence_of
from tests.checks.statutes import EN, FR, claim, law, slot

LAW = law(EN, "en")
LOI = law(FR, "fr")
FEE = LAW.unit("The fee for")
FUNDS = LAW.unit("own funds")
BAR = LAW.unit("a company that")
RECORDS = LAW.unit("the name of each client")


def verdict(made, place=LAW):
    return judge_claim(made, place.view)


def quoted(words):
    return LAW.quote(LAW.unit(words))


@pytest.mark.parametrize("place", [LAW, LOI], ids=["en", "fr"])
def test_the_words_of_a_whole_unit_match_their_source(place):
    sentences = [unit for unit in place.units if len(unit.parts) == 1]
    found = [verdict(claim(sentence_of(place.words(u)), [place.quote(u)]), place) for u in sentences]

    assert [(v.code, v.plain_quotation, v.left_out) for v in found] == [("verified", True, ())] * len(
        sentences
    )


def test_no_quote_gives_no_support():
    assert verdict(claim("Gains are taxed at 10%.", form="free")).code == "unverified"


def test_a_quote_that_does_not_stand_at_its_place_gives_no_support():
    forged = LAW.quote(FEE)
    part = forged.parts[0]
    parts = (part.model_copy(update={"exact": part.exact.replace("4 500", "45")}),)
    made = claim("The fee for an application is EUR 45.", [forged.model_copy(update={"parts": parts})])

    assert verdict(made).code == "unverified"


@pytest.mark.parametrize(
    "changes",
    [
        {"locator": "Article 9"},
        {"part": "recital"},
        {"snapshot": "0" * 64},
        {"language": "fr"},
        {"prefix": "Nobody may say that"},
        {"suffix": "unless it is EUR 9."},
        {"highlight": ((0, 5),)},
    ],
    ids=["place", "part of text", "text", "language", "before", "after", "highlight"],
)
def test_a_quote_cited_as_what_it_is_not_gives_no_support(changes):
    made = claim("The fee for an application is EUR 4 500.", [LAW.quote(FEE, **changes)])

    assert verdict(made).code == "unverified"


def test_part_of_a_unit_never_matches():
    ((start, _end),) = FUNDS.parts
    cut = LAW.text.text.index(" and shall not")
    made = claim("A provider shall hold own funds of at least EUR 125 000",
                 [LAW.quote(FUNDS, ((start, cut),))])  # fmt: skip

    assert verdict(made).code == "partial"
    assert verdict(claim(made.sentence, [LAW.quote(FUNDS)])).left_out == (
        "and",
        "shall",
        "not",
        "lend",
        "client",
        "assets",
    )


def test_an_item_of_a_list_of_exceptions_leaves_the_others_out():
    found = verdict(claim(sentence_of(LAW.words(BAR)), [LAW.quote(BAR)]))

    assert found.code == "partial"
    assert found.left_out[-4:] == ("days", "before", "it", "begins")


def test_an_item_of_a_list_of_duties_stands_alone():
    assert verdict(claim(sentence_of(LAW.words(RECORDS)), [LAW.quote(RECORDS)])).code == "verified"


@pytest.mark.parametrize("items", ["words", "labels"])
def test_a_list_matches_when_the_stem_is_whole_and_every_item_is_named(items):
    listed = whole_list(LAW.text, BAR, "en")
    stem, *rest = LAW.words(listed)
    named = rest if items == "words" else ["(a)", "(b)"]
    slots = (slot("stem", stem), *(slot("items", item) for item in named))
    made = claim(render("listed", slots), [LAW.quote(listed)], "listed", template="listed", slots=slots)

    assert verdict(made).code == "verified"


def test_a_list_with_an_item_left_out_matches_in_part():
    listed = whole_list(LAW.text, RECORDS, "en")
    stem, first, _, third = LAW.words(listed)
    slots = (slot("stem", stem), slot("items", first), slot("items", third))
    made = claim(render("listed", slots), [LAW.quote(listed)], "listed", template="listed", slots=slots)

    assert verdict(made).code == "partial"


def norm(actor, modal, action, *conditions):
    moved = tuple(slot("conditions", words) for words in conditions)
    slots = (slot("actor", actor), slot("modal", modal), slot("action", action), *moved)
    template = "norm-conditions" if conditions else "norm"
    return {"form": "value", "template": template, "slots": slots, "sentence": render(template, slots)}


def test_a_norm_whose_slots_hold_every_word_matches():
    made = norm("A client", "shall not", "transfer coins to a provider that the Coin Office has barred")

    assert verdict(claim(quotes=[quoted("barred")], **made)).code == "verified"


def test_only_a_clause_that_the_law_itself_parts_off_may_move():
    whole = norm(
        "Only the Coin Office", "may", "suspend a licence", "except where a court has ordered otherwise"
    )
    # "by order" stands between commas and opens with no cue of a condition.
    words = norm("The Finance Minister", "may", "raise the limit in paragraph 4 to EUR 6 000", "by order")

    assert verdict(claim(quotes=[quoted("Only the Coin")], **whole)).code == "verified"
    assert verdict(claim(quotes=[quoted("by order")], **words)).code == "partial"


@pytest.mark.parametrize(
    ("words", "made"),
    [
        ("refuse a client", norm("A provider", "may", "refuse a client")),
        (
            "barred",
            norm("A provider", "shall not", "transfer coins to a client that the Coin Office has barred"),
        ),
        ("own funds", norm("A provider", "shall", "hold own funds of at least EUR 125 000")),
        ("own funds", norm("A provider", "shall", "lend client assets")),
        ("refuse a client", norm("the client", "does not", "prove an income of EUR 20 000 per year")),
    ],
    ids=[
        "condition dropped",
        "actor swapped",
        "second half",
        "second half without its not",
        "condition alone",
    ],
)
def test_a_norm_that_says_less_or_other_matches_in_part(words, made):
    assert verdict(claim(quotes=[quoted(words)], **made)).code == "partial"


def test_a_free_sentence_matches_only_word_for_word():
    quote = [quoted("barred")]

    assert (
        verdict(
            claim(
                "A client shall not transfer coins to a provider that the Coin Office has barred",
                quote,
                "free",
            )
        ).code
        == "verified"
    )
    assert (
        verdict(
            claim(
                "A client shall not send coins to a provider that the Coin Office has barred", quote, "free"
            )
        ).code
        == "supported"
    )
    assert (
        verdict(
            claim(
                "A provider shall not transfer coins to a client that the Coin Office has barred",
                quote,
                "free",
            )
        ).code
        == "partial"
    )
    assert verdict(claim("Miners sell electricity", quote, "free")).code == "unverified"


def test_a_check_that_crashes_cannot_tell_and_never_verifies(monkeypatch):
    from lexatlas.checks import numbers

    monkeypatch.setattr(numbers, "check", lambda claim, view: 1 / 0)
    found = verdict(claim("The fee for an application is EUR 4 500.", [LAW.quote(FEE)]))

    answer = next(answer for answer in found.answers if answer.check == "numbers")
    assert (answer.answer, answer.reason) == ("cannot-tell", "The check itself failed: ZeroDivisionError.")
    assert found.code == "partial"


def test_typed_facts_teach_the_checks_nothing_and_a_false_one_is_a_part_that_does_not_match():
    from lexatlas.core.facts import Money

    lie, fact = Money(amount="45", currency="USD"), Money(amount="4500", currency="EUR")
    said = "The fee for an application is EUR 4 500."
    true = claim(said, [LAW.quote(FEE)], facts=(fact,))
    belied = claim(said, [LAW.quote(FEE)], facts=(lie,))
    false = claim("The fee for an application is USD 45.", [LAW.quote(FEE)], facts=(lie,))

    assert [verdict(each).code for each in (true, belied, false)] == ["verified", "partial", "partial"]


def test_a_claim_under_the_id_of_another_gets_no_support():
    true = claim("The fee for an application is EUR 4 500.", [LAW.quote(FEE)])

    assert verdict(true).code == "verified"
    assert verdict(true.model_copy(update={"label": "Free of charge"})).code == "unverified"


def test_signs_that_turn_the_writing_are_seen():
    turned = "The fee for an application is \u202eEUR 4 500\u202c."

    assert verdict(claim(turned, [LAW.quote(FEE)])).code == "partial"


def test_a_language_that_is_plainly_another_is_not_believed():
    place = law(EN, "fr")
    words = "A provider shall hold own funds of at least EUR 125 000"
    quote = place.quote(place.unit("own funds"))
    made = claim(words, [quote], "value", template="quotation", slots=(slot("words", words),))

    assert place.view.held(place.sha).language == "en"
    assert verdict(made, place).left_out == ("and", "shall", "not", "lend", "client", "assets")


def test_a_sentence_cut_at_an_abbreviation_is_not_trusted():
    place = law("article|1|Article 1\nparagraph|1|(1) A client may trade under Reg. 7 of 2020 only.", "en")
    start = place.text.text.index("A client")
    cut = Unit(
        (Span(start, start + len("A client may trade under Reg.")),), 1, 0, "operative", "Article 1(1)"
    )
    place.view.units_of = lambda text, language: [cut]

    assert verdict(claim("A client may trade under Reg.", [place.quote(cut)]), place).code == "partial"


def dated(
    subject="La présente loi", role="enters into force", date="30 December 2024", named=("words", "", "")
):
    """An English claim of a French date; `named` tells how the subject was read."""
    slots = (
        slot("subject", subject, *named),
        slot("role", role, "cue", "entre en vigueur", "dates.roles/in_force"),
        slot("date", date, "reading", "30 décembre 2024", "date"),
    )
    quote = LOI.quote(LOI.unit("entre en vigueur"))
    return claim(render("date-role", slots), [quote], "value", template="date-role", slots=slots)


def test_an_english_claim_pairs_with_a_french_quote_by_rows_and_readings():
    assert verdict(dated(), LOI).code == "verified"


@pytest.mark.parametrize(
    "made",
    [
        dated(date="31 December 2024"),
        dated(role="is repealed"),
        dated(date="December 2024"),
        dated(subject="La loi"),
        dated(role="never enters into force"),
        dated(subject="This Act"),
        dated("This Act", named=("cue", "La présente loi", "scopes/whole")),
        dated(date="30 December 2024, or later"),
    ],
    ids=[
        "other day",
        "other kind",
        "less exact",
        "wider",
        "negated",
        "another word",
        "another row",
        "opened",
    ],
)
def test_an_english_claim_that_says_other_than_its_rows_matches_in_part(made):
    assert verdict(made, LOI).code == "partial"
