"""A topic as text that a person can read in a terminal."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator

from lexatlas.codebook.topic import Example, Rule, Signal, SubRule, Topic

WIDTH = 100


def show(topic: Topic) -> str:
    """Question, scale, sub-answers, rules, signals, facts and examples; ends with a line break."""
    lines = [*_head(topic), *_scale(topic), *_sub_answers(topic), *_rules(topic)]
    lines += [*_signals(topic), *_facts(topic), *_examples(topic)]
    return "\n".join(lines).rstrip() + "\n"


def _head(topic: Topic) -> Iterator[str]:
    yield f"{topic.name} ({topic.id})"
    if topic.state == "draft":
        yield "Draft: shown for discussion, no code is published from it."
    else:
        yield f"Edition {topic.edition}"
    yield from _wrapped(f"Question: {topic.question}", 0)
    order = "ordered" if topic.ordered else "not ordered"
    yield f"Asked about: {topic.actor}. Scale: {order}. Look again after {topic.half_life_days} days."
    yield ""


def _scale(topic: Topic) -> Iterator[str]:
    yield "Scale"
    for row in topic.scale:
        rank = "" if row.rank is None else f" [{row.rank}]"
        yield from _wrapped(f"{row.code}{rank}, {row.name}: {row.definition}", 2)
    yield ""


def _sub_answers(topic: Topic) -> Iterator[str]:
    for sub in topic.sub_answers:
        yield from _wrapped(f"Sub-answer {sub.id}, {sub.name}: {sub.question}", 0)
        for number, rule in enumerate(sub.rules, 1):
            yield from _wrapped(f"{number}. {rule.value} when {_conditions(rule)}", 2)
        yield "  otherwise not-addressed"
        yield ""


def _rules(topic: Topic) -> Iterator[str]:
    if not topic.rules:
        return
    yield "Rules, the first that fits"
    for number, rule in enumerate(topic.rules, 1):
        regime = f" (regime {rule.regime})" if rule.regime else ""
        yield from _wrapped(f"{number}. {rule.code}{regime} when {_conditions(rule)}", 2)
        yield from _wrapped(rule.reason, 5)
    yield "  otherwise no code: what is missing is listed"
    yield ""


def _signals(topic: Topic) -> Iterator[str]:
    if not topic.signals:
        return
    yield "Signals"
    for row in topic.signals:
        yield from _wrapped(f"{row.id}: {row.definition} ({_signal(row)})", 2)
    yield ""


def _signal(row: Signal) -> str:
    parts = [" or ".join(row.force), _names("all of", row.all), _names("one of", row.any)]
    parts += [_names("none of", row.none), _names("exception speaks of", row.unless)]
    parts += [_names("addressed to", row.addressee), "also by reference" if row.reach == "reference" else ""]
    parts += ["not yet in force" if row.when == "pending" else ""]
    return "; ".join(part for part in parts if part)


def _facts(topic: Topic) -> Iterator[str]:
    yield "Facts"
    for row in topic.facts:
        yield from _wrapped(f"{row.label}: {row.question} [{row.section}; {', '.join(row.kinds)}]", 2)
    yield ""


def _examples(topic: Topic) -> Iterator[str]:
    if not topic.examples:
        return
    yield "Examples (invented places, our own words)"
    for row in topic.examples:
        yield from _example(row)


def _example(row: Example) -> Iterator[str]:
    second = ""
    if row.second is not None:
        pairs = row.second.items()
        second = "".join(f" · {name}: {value}" for name, value in pairs)
    yield from _wrapped(f"{row.title} ({row.kind}, {row.tier}, {row.language}, as of {row.as_of})", 2)
    yield from _wrapped(row.passage, 4)
    yield from _wrapped(f"→ {row.code}{second}. {row.why}", 4)
    yield ""


def _conditions(rule: Rule | SubRule) -> str:
    parts = [_names("all of", rule.all), _names("one of", rule.any), _names("none of", rule.none)]
    return " and ".join(part for part in parts if part) or "never"


def _names(what: str, names: tuple[str, ...]) -> str:
    return f"{what} {', '.join(names)}" if names else ""


def _wrapped(text: str, indent: int) -> list[str]:
    space = " " * indent
    plain = " ".join(text.split())
    return textwrap.wrap(
        plain, WIDTH, initial_indent=space, subsequent_indent=space + "  ", break_on_hyphens=False
    ) or [""]
