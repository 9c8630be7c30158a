"""Whether a topic says enough for a lawyer to apply it, and whether the record of changes can be trusted."""

from __future__ import annotations

from collections.abc import Iterator

from lexatlas.codebook.book import Codebook
from lexatlas.codebook.topic import MISSING_WORDS, SUB_ANSWER_VALUES, Example, Topic
from lexatlas.core.document import SPECIAL_CODES

LEAST_EXAMPLES, LEAST_LANGUAGES = 10, 4
"""Boundary examples, and languages among them, that a complete topic has."""


def lint_depth(codebook: Codebook, complete: tuple[str, ...]) -> Iterator[str]:
    """Findings on the rows of each topic, on the depth of `complete` ones, and on the record of changes."""
    for topic in codebook.topics.values():
        place = f"topics/{topic.id}.toml"
        yield from _opposites(topic, place)
        yield from _signals(topic, place)
        for example in topic.examples:
            yield from _example(topic, example, codebook, f"{place}: the example {example.id}")
        if topic.id in complete:
            yield from _depth(topic, place)
    yield from _changes(codebook, complete)


def _opposites(topic: Topic, place: str) -> Iterator[str]:
    signals = {row.id for row in topic.signals}
    for number, pair in enumerate(topic.opposites, 1):
        for name in (*pair.one, *pair.other):
            if name not in signals:
                yield f"{place}: opposites {number} name {name}, which is no signal; add or rename it."
        if not pair.one or not pair.other or set(pair.one) & set(pair.other):
            yield f"{place}: opposites {number} have an empty side, or one signal on both; mend them."


def _signals(topic: Topic, place: str) -> Iterator[str]:
    alone = {row.id for row in topic.signals if not row.beside}
    for row in topic.signals:
        for name in row.beside:
            if name not in alone:
                yield f"{place}: {row.id} stands beside {name}, which is no signal of its own; mend it."
        if row.flag_value and row.flag is None:
            yield f"{place}: the signal {row.id} has a flag value and raises no flag; name the flag."


def _example(topic: Topic, example: Example, codebook: Codebook, where: str) -> Iterator[str]:
    known = {row.id for row in topic.signals} | set(MISSING_WORDS)
    known |= {f"{row.id}:{value}" for row in topic.sub_answers for value in SUB_ANSWER_VALUES}
    for name in example.missing:
        if name not in known:
            yield f"{where} is missing {name}, which is no signal and no sub-answer; add or rename it."
    for name in example.second or {}:
        if name not in {row.id for row in topic.sub_answers}:
            yield f"{where} answers {name}, which is no sub-answer of the topic; rename it."
    for place in (example.place, *(each.place for each in example.beside)):
        if place and place not in codebook.places:
            yield f"{where} is about {place}, which is no known place; mend it."


def _depth(topic: Topic, place: str) -> Iterator[str]:
    for row in topic.scale:
        lacks = [name for name in ("includes", "excludes", "neighbours") if not getattr(row, name)]
        if lacks:
            yield f"{place}: the code {row.code} lacks {', '.join(lacks)}; say what is in, out and beside it."
    if not topic.half_life_reason:
        yield f"{place}: half_life_reason is missing; say why a page goes stale in that time."
    if not topic.gives_no_code:
        yield f"{place}: gives_no_code is missing; say what carries no code."
    for sub in topic.sub_answers:
        for number, rule in enumerate(sub.rules, 1):
            if not rule.reason:
                yield f"{place}: rule {number} of {sub.id} has no reason; add it."
    languages = {example.language for example in topic.examples}
    if len(topic.examples) < LEAST_EXAMPLES or len(languages) < LEAST_LANGUAGES:
        least = f"at least {LEAST_EXAMPLES} in {LEAST_LANGUAGES} languages"
        yield f"{place}: {len(topic.examples)} examples in {len(languages)} languages; write {least}."
    if not any(example.code in SPECIAL_CODES for example in topic.examples):
        yield f"{place}: no example is without a code; write one that abstains and say what is missing."


def _changes(codebook: Codebook, complete: tuple[str, ...]) -> Iterator[str]:
    where = "changelog.toml"
    days = [change.date for change in codebook.changes]
    if days != sorted(days, reverse=True):
        yield f"{where}: the changes do not stand newest first; put them in order."
    for number, change in enumerate(codebook.changes, 1):
        for topic_id in change.topics:
            if topic_id not in codebook.topics:
                yield f"{where}: change {number} names {topic_id}, which is no topic; mend it."
        if not change.what.strip() or not change.why.strip():
            yield f"{where}: change {number} says nothing of what or why; say both."
    recorded = {topic_id for change in codebook.changes for topic_id in change.topics or codebook.topics}
    for topic_id in complete:
        if topic_id in codebook.topics and topic_id not in recorded:
            yield f"{where}: no change of {topic_id} is recorded; record its first day at least."
