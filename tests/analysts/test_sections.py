import re

import pytest

from lexatlas.analysts.extractive.forms import MAX_WORDS
from lexatlas.analysts.extractive.sections import CONSIDERATIONS, PILLARS, SUMMARY_STATEMENTS, SUMMARY_WORDS
from lexatlas.core.statements import SECTIONS
from tests.analysts.veyland import (
    ACT,
    APART,
    BARRED,
    LICENCE,
    PROVIDERS,
    RETAIL,
    Law,
    articles,
    draft,
    section,
)  # fmt: skip

MANY = articles(
    LICENCE,
    APART,
    "The Authority shall supervise providers of digital assets.",
    "The Authority shall grant a licence to a provider that meets this Act.",
    "The Authority shall keep a public register of providers.",
    "The Authority may designate a bank that holds the register of providers.",
    "A retail client shall not buy digital assets above a limit of EUR 1,000 per month.",
    "A retail client shall show proof of income before he or she buys digital assets.",
    "A provider shall tell each client of digital assets the price honestly.",
    "A provider from abroad that is not established in Veyland shall not advertise digital assets.",
    "A gain of a natural person from digital assets is taxed at the rate of 12 per cent.",
    "A natural person may transfer digital assets peer-to-peer.",
    "Nobody shall offer digital assets as payment for bread.",
    "A bank may open a bank account for a person who buys digital assets.",
    "A person who sells digital assets without a licence is liable to a fine of EUR 500.",
    "A provider shall offer only digital assets that stand on the list of approved assets.",
    "This Act comes into force on 1 January 2025.",
    "Article 16 comes into force on 1 July 2027.",
)
DRAFTS = {
    "coded": lambda: draft(Law(ACT)),
    "many": lambda: draft(Law(MANY)),
    "providers": lambda: draft(Law(MANY), topic=PROVIDERS),
    "to come": lambda: draft(Law(ACT), as_of="2024-12-31"),
    "nothing": lambda: draft(Law(articles("Bears shall be fed."))),
    "foreign": lambda: draft(Law(MANY, place="XB")),
    "draft topic": lambda: draft(Law(MANY), topic="tax-individuals"),
    "left out": lambda: draft(Law(ACT, place="AQ"), place="AQ"),
}


@pytest.fixture(params=DRAFTS)
def made(request):
    return DRAFTS[request.param]()


def statements(made):
    return [statement for part in made.sections for statement in part.statements]


def words_of(made, statement):
    by_id = {claim.id: claim.sentence for claim in made.claims}
    if statement.kind == "label":
        return f"{statement.value} {statement.text}".split()
    return (by_id[statement.claim] if statement.kind == "claim" else statement.sentence).split()


def test_the_sections_stand_in_the_order_of_the_page(made):
    assert tuple(part.name for part in made.sections) == SECTIONS


def test_the_summary_keeps_its_bounds(made):
    summary = section(made, "Executive Summary")
    assert len(summary) <= SUMMARY_STATEMENTS == 5
    assert sum(len(words_of(made, statement)) for statement in summary) <= SUMMARY_WORDS == 120


def test_pillars_and_considerations_keep_their_bounds(made):
    assert len(section(made, "Key Pillars")) <= PILLARS == 7
    assert len(section(made, "Considerations")) <= CONSIDERATIONS == 8


def test_no_claim_is_printed_in_full_twice(made):
    full = [s.claim for s in statements(made) if s.kind == "claim" and not s.again]
    assert len(full) == len(set(full))
    first = list(dict.fromkeys(s.claim for s in statements(made) if s.kind == "claim"))
    assert full == first


def test_each_claim_that_is_named_exists_and_each_record_has_its_entry(made):
    claims, entries = {claim.id for claim in made.claims}, {entry.id for entry in made.ledger}
    named = {s.claim for s in statements(made) if s.kind == "claim"}
    labels = {claim for s in statements(made) if s.kind == "label" for claim in s.claims}
    records = {entry for s in statements(made) if s.kind == "record" for entry in s.ledger}
    assert (named | labels) - claims == set()
    assert records - entries == set()


def test_records_speak_of_our_search_and_never_of_what_there_is(made):
    records = [s.sentence for s in statements(made) if s.kind == "record"]
    shape = re.compile(
        r"Looked for .+ in [1-9]\d* texts?; (not found|\d+ passages? found, none told as a claim(; nearest: .+)?)\."
        r"|No text was given in which to look for .+\."
    )
    assert [sentence for sentence in records if not shape.fullmatch(sentence)] == []
    assert [sentence for sentence in records if re.search(r"\bthere (is|are)\b", sentence.casefold())] == []
    assert [sentence for sentence in records if len(sentence.split()) > MAX_WORDS] == []


def test_labels_hold_no_digit_name_or_date(made):
    told = {s.text for s in statements(made) if s.kind == "label"}
    known = re.compile(r"\d|Veyland|Authority|Digital Asset Act|January")
    assert {text for text in told if known.search(text)} == set()


def test_a_question_without_a_claim_has_a_record_under_its_name(made):
    detail = section(made, "Detailed Explanation")
    groups = {s.group: s.kind for s in detail}
    assert len(groups) - ("What carries the code?" in groups) == len(made.ledger)


def test_what_no_longer_holds_is_in_no_summary_and_no_pillar():
    rules = articles(BARRED, "This Circular comes into force on 1 October 2019.", title="Circular No. 7/2019")
    circular = Law(rules, id="circular", kind="order", title="Circular No. 7/2019", dated="2019-09-09")
    ends = "Circular No. 7/2019 ceases to have effect on 1 January 2025."
    made = draft(circular, Law(articles(LICENCE, APART, ends)))
    force = {claim.id: claim.force for claim in made.claims}
    heads = [*section(made, "Executive Summary"), *section(made, "Key Pillars")]
    assert {force[s.claim] for s in heads if s.kind == "claim"} == {"in force"}
    assert {force[s.claim] for s in section(made, "Detailed Explanation") if s.kind == "claim"} == {
        "in force"
    }
    assert {entry.title: entry.force for entry in made.instruments} == {
        "Digital Asset Act": "in force",
        "Circular No. 7/2019": "repealed",
    }


def test_what_was_met_and_makes_no_claim_is_not_told_as_missing():
    much = " ".join(["large"] * 70)
    rules = [
        f"A provider shall {act} for the digital assets of a {much} client in custody."
        for act in ("act", "care")
    ]
    made = draft(Law(articles(*rules)))
    told = {s.label: s.sentence for s in section(made, "Detailed Explanation") if s.kind == "record"}
    assert [entry.question for entry in made.ledger if entry.hits] == ["protection", "custody"]
    assert [told["Custody"], told["Protection of clients"]] == [
        "Looked for a rule on keeping clients' assets in 1 text; 2 passages found, none told as a claim; "
        "nearest: Article 1, Article 2.",
        "Looked for a duty that protects clients in 1 text; 2 passages found, none told as a claim; "
        "nearest: Article 1, Article 2.",
    ]
    summary = [s.ledger for s in section(made, "Executive Summary") if s.kind == "record"]
    assert summary == [("L-1", "L-2", "L-3")]


def test_the_notes_name_the_dates_the_languages_and_whose_law_was_read():
    made = draft(Law(ACT), Law(articles(APART), id="zone", place="XA-FZ", dated="2026-01-20", kind="rule"))
    assert [(s.text, s.value) for s in section(made, "Notes")] == [
        ("As of", "2026-06-01"),
        ("Text as of", "2026-01-20 to 2026-06-01"),
        (
            "Asset meant: fungible and transferable, no claim on an issuer; not a financial instrument, "
            "e-money or central-bank money",
            "",
        ),
        ("Languages read", "en"),
        ("Also read, law of", "XA-FZ"),
        ("Only the documents given were read; other law was not looked for", ""),
    ]


def test_the_summary_points_are_labels_only():
    points = section(draft(Law(MANY)), "Summary Points")
    assert {point.kind for point in points} == {"label"}
    assert list(dict.fromkeys(point.group for point in points)) == [
        "I. Regulatory Status", "II. Key Regulatory Bodies", "III. Important Legislation",
        "IV. Compliance Requirements", "V. Notable Restrictions or Limitations",
        "VI. Recent Developments or Notes",
    ]  # fmt: skip


def test_the_summary_opens_with_the_code_and_why():
    first = section(draft(Law(ACT), topic=RETAIL), "Executive Summary")[0]
    made = draft(Law(ACT))
    assert (first.value, first.text, first.claims) == (
        "Allowed-Regulated",
        "Providers that serve clients must be licensed and owe them duties.",
        made.status.reasons[0].claims,
    )


def test_the_summary_tells_why_who_supervises_the_limit_and_what_is_to_come():
    made = draft(Law(MANY))
    by_id = {claim.id: claim.sentence for claim in made.claims}
    summary = section(made, "Executive Summary")
    assert [s.kind for s in summary] == ["label", "claim", "claim", "claim", "claim"]
    assert [by_id[s.claim] for s in summary[1:]] == [
        LICENCE,
        "The Authority shall supervise providers of digital assets.",
        "A retail client shall not buy digital assets above a limit of EUR 1,000 per month.",
        "Article 16 comes into force on 1 July 2027.",
    ]


def test_a_long_definition_is_quoted_whole_and_stands_in_no_summary():
    long = f"“Digital asset” means a digital representation of value {' '.join(['and of rights'] * 12)}."
    made = draft(Law(articles(LICENCE, APART, long)))
    by_id = {claim.id: claim.sentence for claim in made.claims}
    assert [s for s in by_id.values() if len(s.split()) > MAX_WORDS] == [
        long.replace("“", '"').replace("”", '"')
    ]
    summary = [by_id[s.claim] for s in section(made, "Executive Summary") if s.kind == "claim"]
    assert summary == [LICENCE, APART]
