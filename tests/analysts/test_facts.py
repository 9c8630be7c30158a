import pytest

from lexatlas.analysts.extractive.facts import budget, extract, rank_facts
from lexatlas.analysts.extractive.facts_values import value_facts
from lexatlas.core.evidence import CanonicalText
from lexatlas.core.facts import FACT_KINDS, Money
from lexatlas.language.units import unit_words
from tests.language.texts import STATUTE, structured


def _told(text, language="en", dollar=None):
    found = extract(text, language, dollar)
    return [
        (one.kind, unit_words(text, one.unit).words, [text.text[a:b] for a, b in one.highlight])
        for one in found
    ]


def test_the_facts_of_a_statute():
    assert [(kind, highlight) for kind, _, highlight in _told(STATUTE)] == [
        (
            "prohibition",
            ["Nobody shall sell tokens unless that person:", "(a) holds a licence; or", "(b) is a bank."],
        ),
        (
            "requirement",
            ["Nobody shall sell tokens unless that person:", "(a) holds a licence; or", "(b) is a bank."],
        ),
        ("requirement", ["An applicant shall state the following."]),
        ("permission", ["It may add maps."]),
        ("requirement", ["The file must hold:", "the name;", "and be signed by the applicant."]),
        (
            "requirement",
            ["The file must hold:", "for each shop:", "its street;", "and be signed by the applicant."],
        ),
        (
            "requirement",
            ["The file must hold:", "for each shop:", "its town;", "and be signed by the applicant."],
        ),
        ("money", ["EUR 5 000 000"]),
        ("date", ["enters into force on 1 May 2031"]),
        ("instrument", ["Act not in force"]),
    ]


def test_recitals_headings_and_quoted_old_text_carry_none():
    text = structured("""
<recital 1|Recital 1|recital> A bank shall pay EUR 5.
<article 2|Article 2|quoted-old-text> A bank shall pay EUR 7.
<heading||heading> Banks shall pay EUR 8
""")
    assert extract(text, "en") == []


def test_of_amendments_not_in_force_rules_alone_are_read_and_their_part_tells_it():
    text = structured("<article 1|Article 1|amendment-not-in-force> A bank shall pay EUR 6.")
    assert [(one.kind, one.unit.part) for one in extract(text, "en")] == [
        ("requirement", "amendment-not-in-force")
    ]


def test_a_length_of_time_by_which_a_date_is_told_is_no_fact_beside_it():
    text = CanonicalText("This Act enters into force 30 days after its publication. A bank has 10 days.", ())
    assert [one.kind for one in extract(text, "en") if one.kind in ("date", "period")] == ["date", "period"]


def test_notes_give_dates_and_schedules_amounts():
    text = structured("""
<note||note> [Act 4 of 2030 wef 04/05/2031] The fee is EUR 5.
<annex I|Annex I|schedule>
  <row||schedule> Class 1 EUR 50 000
""")
    assert [(kind, highlight) for kind, _, highlight in _told(text)] == [
        ("date", ["wef 04/05/2031"]), ("money", ["EUR 50 000"]),
    ]  # fmt: skip


NAMED = [
    ("“Bureau” means the Bureau of Ruritania set up by law.", ("authority", "Bureau of Ruritania")),
    ("The Bureau shall establish a register of banks.", ("authority", "Bureau")),
    ("This Act may be cited as the Bear Act 2031.", ("instrument", "Bear Act 2031")),
    ("[Enacted by section 6 of the Statutes, 2031.]", ("instrument", "section 6 of the Statutes, 2031")),
    ("“bear” means a large animal.", ("definition", "bear")),
    (
        "Whoever feeds a bear is guilty of an offence.",
        ("sanction", "Whoever feeds a bear is guilty of an offence."),
    ),
]
FIELD = {"authority": "name", "instrument": "title", "definition": "term", "sanction": "words"}


@pytest.mark.parametrize(("words", "expected"), NAMED)
def test_names_and_definitions(words, expected):
    found = extract(CanonicalText(words, ()), "en")
    assert expected in [(one.kind, getattr(one.fact, FIELD.get(one.kind, "kind"))) for one in found]


def test_ranked_facts_put_the_topic_first_and_keep_all():
    text = CanonicalText("A bank shall pay EUR 5. A bear shall eat.", ())
    found = extract(text, "en")
    ranked = rank_facts(found, text, ["bear"], "en")
    assert unit_words(text, ranked[0].unit).words == "A bear shall eat."
    assert sorted(map(repr, ranked)) == sorted(map(repr, found))


def test_the_budget_follows_length_and_script():
    assert budget(CanonicalText("a" * 20_000, ()), "en") == 60
    assert budget(CanonicalText("字" * 20_000, ()), "zh") == 180
    assert budget(CanonicalText("字" * 20_000, ()), "ja") == 180
    assert budget(CanonicalText("", ()), "en") == 1


def test_every_kind_is_known_and_facts_are_not_repeated():
    found = extract(STATUTE, "en")
    assert {one.kind for one in found} <= set(FACT_KINDS)
    assert len({repr(one) for one in found}) == len(found)


def test_a_language_without_a_lexicon_gives_nothing():
    assert extract(CanonicalText("Zis shell be payed.", ()), "xx") == []


def test_an_amount_in_a_clause_that_a_particle_closes_is_a_condition_and_not_what_is_set():
    words = "某人一年出售的代币不足三万元的，处二十万元以下罚款。"
    found = [fact.amount for fact, _ in value_facts(words, "zh", "CNY") if isinstance(fact, Money)]
    assert found == [200000]
