"""The topics that ship: twenty, of which four are edition 1, all clean under the lint."""

from __future__ import annotations

import pytest

from lexatlas.codebook import LANGUAGES, SPECIAL_CODES, lint, load
from lexatlas.core.errors import InputError

EDITION_TOPICS = ["bank-access", "retail-trading-status", "stablecoin-issuance", "vasp-licensing"]
ALL_TOPICS = [
    "asset-classification",
    "bank-access",
    "cbdc-stage",
    "cross-border-access",
    "custody-client-assets",
    "defi",
    "derivatives-retail",
    "foreign-stablecoin-use",
    "marketing",
    "mining",
    "payment-use",
    "retail-safeguards",
    "retail-trading-status",
    "self-custody-p2p",
    "stablecoin-issuance",
    "staking-lending",
    "tax-individuals",
    "token-offerings",
    "travel-rule",
    "vasp-licensing",
]


def test_the_package_is_clean() -> None:
    assert lint(load()) == []


def test_twenty_topics_four_of_the_edition() -> None:
    topics = load().topics
    assert list(topics) == ALL_TOPICS
    assert [topic.id for topic in topics.values() if topic.state == "edition"] == EDITION_TOPICS


@pytest.mark.parametrize("topic_id", EDITION_TOPICS)
def test_complete_topics_speak_every_language(topic_id: str) -> None:
    topic = load().topic(topic_id)
    spoken = {name: family.languages() for name, family in topic.cues.items()}
    assert {name: languages for name, languages in spoken.items() if languages != LANGUAGES} == {}
    assert [language for language in LANGUAGES if not topic.queries.templates(language)] == []


def test_boundary_cases_of_the_codebook_are_there() -> None:
    examples = [example.id for example in load().topic("retail-trading-status").examples]
    assert examples[:10] == [
        "providers-closed-holding-silent",
        "order-to-supervised-firms",
        "lawful-by-judgment",
        "bar-lifted-old-circular-quoted",
        "pilot-without-licensee",
        "zone-only-venue",
        "union-act-in-transition",
        "conduct-rules-before-regime",
        "parts-that-differ",
        "territory-without-residents",
    ]


def test_examples_name_no_real_place() -> None:
    """An invented place never bears the name of a real one, so that no example can be taken for law."""
    book = load()
    real = [place.name for place in book.places.rows if place.kind != "sample" and len(place.name) > 3]
    for topic in book.topics.values():
        for example in topic.examples:
            assert [name for name in real if name in example.passage] == []


def test_special_codes_are_on_no_scale() -> None:
    assert [code for topic in load().topics.values() for code in topic.codes() if code in SPECIAL_CODES] == []


def test_shared_families_reach_the_topic() -> None:
    book = load()
    topic = book.topic("bank-access")
    assert topic.cues["asset"] is book.cues["asset"]
    assert set(topic.families()) <= set(topic.cues)


def test_unknown_topic_names_near_ones() -> None:
    with pytest.raises(InputError) as caught:
        load().topic("vasp-licencing")
    assert str(caught.value) == "No topic is called “vasp-licencing”. Did you mean vasp-licensing?"
    with pytest.raises(InputError, match="Topics: asset-classification, bank-access"):
        load().topic("zzzz")


def test_topic_is_found_as_the_reference_writes_it() -> None:
    assert load().topic("Retail_Trading_Status").id == "retail-trading-status"


def test_tiers_say_what_may_carry_a_status() -> None:
    tiers = load().tiers
    assert tiers is not None
    assert [row.code for row in tiers.tiers if row.carries_status] == ["T1", "T2"]
    assert [row.code for row in tiers.kinds if row.law] == [
        "constitution",
        "treaty",
        "union-act",
        "act",
        "decree",
        "rule",
        "order",
        "judgment",
    ]
