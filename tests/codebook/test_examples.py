"""The boundary examples, coded by the real reader and analyst as `codebook lint` does, and each way to fail."""

from __future__ import annotations

import pytest

from lexatlas.codebook import Codebook, Example, Topic, from_files, load
from lexatlas.pipeline.examples import faults, prove

EXAMPLES = [(topic.id, example.id) for topic in load().topics.values() for example in topic.examples]
EDITION = [topic.id for topic in load().topics.values() if topic.state == "edition"]


def of(topic_id: str, example_id: str) -> tuple[Topic, Example]:
    """The topic and the example of it."""
    topic = load().topic(topic_id)
    return topic, next(row for row in topic.examples if row.id == example_id)


@pytest.mark.parametrize(("topic_id", "example_id"), EXAMPLES, ids=[f"{t}/{e}" for t, e in EXAMPLES])
def test_example_is_coded_or_abstained_on_as_it_says(topic_id: str, example_id: str) -> None:
    assert faults(load(), *of(topic_id, example_id)) == []


@pytest.mark.parametrize("topic_id", EDITION)
def test_each_topic_of_the_edition_has_ten_examples_in_four_languages(topic_id: str) -> None:
    examples = load().topic(topic_id).examples
    assert (len(examples) >= 10, len({row.language for row in examples}) >= 4) == (True, True)
    assert [row.id for row in examples if row.missing] != []


# what is changed in the example "tax-alone" or another, and how the fault ends
BROKEN = {
    "code": (
        "tax-alone",
        {"code": "banned"},
        "says banned and is coded undetermined; mend the rules, the cues or the example.",
    ),
    "sub-answer": (
        "person-barred",
        {"second": {"trade": "lawful"}},
        "says that trade is lawful, and it is unlawful; mend the rules, the cues or the example.",
    ),
    "sub-answer that does not exist": (
        "person-barred",
        {"second": {"lend": "lawful"}},
        "says that lend is lawful, and it is no sub-answer of the topic; mend the rules, the cues or the example.",
    ),
    "maturity": (
        "person-barred",
        {"maturity": "pilot"},
        "says that the maturity is pilot, and it is not-shown; mend one of them.",
    ),
    "regime": (
        "lawful-by-judgment",
        {"regime": "full"},
        "says that the regime is full, and it is aml-only; mend one of them.",
    ),
    "flag": (
        "person-barred",
        {"flags": ("caps",)},
        "says that the flag caps is raised, and it is not; mend the signal or the example.",
    ),
    "nothing named as missing": (
        "tax-alone",
        {"missing": ()},
        "has no code and does not say what is missing; name it in missing.",
    ),
    "named as missing and there": (
        "order-to-supervised-firms",
        {"code": "gray-zone", "missing": ("supervised-barred",)},
        "is no abstention and names something missing; take it out.",
    ),
    "missing, and no code with it either": (
        "tax-alone",
        {"missing": ("clients-protected",)},
        "would have no code with clients-protected either; name what would give one.",
    ),
    "missing, and met": (
        "registration-shows-nothing-lawful",
        {"missing": ("aml-registered", "trade:lawful")},
        "says that aml-registered is missing, and it is there: Who serves others in the asset must register against "
        "money laundering; a duty that says nothing of the person.; mend it.",
    ),
    "official text is there": (
        "tax-alone",
        {"missing": ("official-text",)},
        "says that official-text is missing, and it is there: official-text; mend it.",
    ),
    "law is in force": (
        "tax-alone",
        {"missing": ("law-in-force",)},
        "says that law-in-force is missing, and it is there: law-in-force; mend it.",
    ),
}


@pytest.mark.parametrize("what", sorted(BROKEN))
def test_an_example_that_is_not_as_it_says_is_told(what: str) -> None:
    example_id, change, end = BROKEN[what]
    topic, example = of("retail-trading-status", example_id)
    assert faults(load(), topic, example.model_copy(update=change)) == [end]


def without_rules(book: Codebook) -> Codebook:
    """The codebook with the rules of bank access taken out of their order."""
    text = book.files["topics/bank-access.toml"].decode()
    broken = text.replace(
        'code = "prohibited"\nany = ["bank-barred"', 'code = "discouraged"\nany = ["bank-barred"'
    )
    return from_files({**book.files, "topics/bank-access.toml": broken.encode()})


def test_a_broken_rule_is_found_by_the_examples_in_every_language() -> None:
    found = prove(without_rules(load()))
    barred = [row.id for row in load().topic("bank-access").examples if row.code == "prohibited"]
    told = [
        f"topics/bank-access.toml: the example {name} says prohibited and is coded discouraged;"
        for name in barred
    ]
    assert [fault.split("; ")[0] + ";" for fault in found] == told


def test_examples_need_no_place_of_the_codebook() -> None:
    book = load()
    wanted = ("edition.toml", "cues.toml", "topics/bank-access.toml")
    small = from_files({name: book.files[name] for name in wanted})
    assert (list(small.places.rows), prove(small)) == ([], [])
