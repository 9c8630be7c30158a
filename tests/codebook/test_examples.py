"""The boundary examples, coded by the rules of their own codebook through the extractive analyst."""

from __future__ import annotations

import hashlib

import pytest

from lexatlas.analysts.extractive.coding import Coding, code
from lexatlas.analysts.extractive.reading import read_dossier
from lexatlas.analysts.extractive.signals import met_signals
from lexatlas.codebook import SPECIAL_CODES, Example, Topic, load
from lexatlas.core.evidence import Dossier, Snapshot, Source
from lexatlas.core.recipe import Brief
from lexatlas.sources.readers.charset import Given
from lexatlas.sources.readers.registry import read

EXAMPLES = [(topic.id, example.id) for topic in load().topics.values() for example in topic.examples]


def dossier(example: Example) -> Dossier:
    """The passage as the only text of a dossier, with kind and tier as the example gives them."""
    raw = example.passage.strip().encode()
    text, reader = read(Given(raw, "passage.txt"))
    digest = hashlib.sha256(text.text.encode()).hexdigest()
    snapshot = Snapshot(
        raw=hashlib.sha256(raw).hexdigest(),
        text=digest,
        structure=digest,
        media_type="text/plain",
        size=len(raw),
        length=len(text.text),
        language=example.language,
        reader=reader,
    )
    source = Source.model_validate(
        {
            "id": "passage",
            "title": example.passage.strip().splitlines()[0],
            "kind": example.kind if example.kind != "news" else "unknown",
            "tier": example.tier,
            "language": example.language,
            "snapshot": digest,
        }
    )
    return Dossier((source,), {digest: snapshot}, {digest: text})


def coded(topic: Topic, example: Example) -> Coding:
    """What the topic's rules say of the passage on the example's date."""
    brief = Brief(
        jurisdiction="XA",
        jurisdiction_name="Veyland",
        topic=topic.id,
        topic_name=topic.name,
        as_of=str(example.as_of),
    )
    reading = read_dossier(topic, dossier(example), brief, load(), None)
    return code(topic, met_signals(topic, reading))


@pytest.mark.parametrize(("topic_id", "example_id"), EXAMPLES, ids=[f"{t}/{e}" for t, e in EXAMPLES])
def test_example_is_coded_as_it_says(topic_id: str, example_id: str) -> None:
    topic = load().topic(topic_id)
    example = next(row for row in topic.examples if row.id == example_id)
    coding = coded(topic, example)
    # "varies" is the one special code that a rule can give; the others mean that no rule fits.
    abstains = example.code in SPECIAL_CODES and example.code != "varies"
    assert (coding.rule.code if coding.rule else None) == (None if abstains else example.code)
    if example.second is not None:
        expected = example.second
        assert {name: coding.sub_answers[name] for name in expected} == expected
