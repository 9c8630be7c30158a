"""A topic as a page of lines that a lawyer reads, whatever form they are then drawn in."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from lexatlas.codebook.book import Codebook
from lexatlas.codebook.changes import Change, of_topic
from lexatlas.codebook.topic import LANGUAGES, Example, FactQuestion, Rule, Signal, SubRule, Topic
from lexatlas.core.document import SPECIAL_CODES

SECTIONS = {
    "summary": "Executive Summary",
    "pillars": "Key Pillars",
    "considerations": "Considerations",
    "requirements": "Compliance Requirements",
    "restrictions": "Notable Restrictions or Limitations",
    "recent": "Recent Developments or Notes",
}
"""The section of a page that a fact question fills, by its name in the topic's file."""
FORCES = {
    "prohibited": "a prohibition",
    "required": "a duty",
    "permitted": "a permission",
    "exempt": "an exemption",
    "defines": "a definition",
    "states": "a plain statement",
}
WHEN = {
    "pending": "still to come",
    "adopted": "adopted and not in force",
    "proposed": "a bill, a draft or a consultation",
    "ended": "repealed or superseded",
}


@dataclass(frozen=True)
class Line:
    """One line of the page; ``lead`` is its first words, set apart, and may be empty."""

    kind: Literal["title", "section", "text", "item", "deeper", "quote"]
    text: str
    lead: str = ""


def lines(book: Codebook, topic: Topic) -> Iterator[Line]:
    """Yield the page: question, scale, rules in order, sub-answers, facts, what gives no code, examples, cues."""
    yield from _head(book, topic)
    yield from _scale(topic)
    yield from _rules(topic)
    yield from _sub_answers(topic)
    yield from _signals(topic)
    yield from _no_code(topic)
    yield from _facts(topic)
    yield from _examples(topic)
    yield from _cues(topic)
    yield from _changes(of_topic(book.changes, topic.id))


def _head(book: Codebook, topic: Topic) -> Iterator[Line]:
    yield Line("title", f"{topic.name} ({topic.id})")
    changes = of_topic(book.changes, topic.id)
    last = f", last changed on {changes[0].date}" if changes else ""
    if topic.state == "draft":
        yield Line("text", f"Shown for discussion: no code is published from it{last}.", "Draft")
    else:
        yield Line("text", f"{topic.edition}{last}.", "Edition")
    yield Line("text", topic.question, "Question")
    for lead, text in (
        ("Person meant", topic.person or book.person),
        ("Asset meant", topic.asset or book.asset),
    ):
        if text:
            yield Line("text", text, lead)
    yield Line("text", f"the {topic.actor}.", "Rules are read for")
    days = f"Look again after {topic.half_life_days} days."
    yield Line("text", f"{days} {topic.half_life_reason}".strip(), "Half-life")


def _scale(topic: Topic) -> Iterator[Line]:
    yield Line("section", "Scale" + (", from closed to open" if topic.ordered else ", without an order"))
    if topic.maturity_in_scale:
        yield Line("text", "The scale itself tells how far the law has come.")
    for row in topic.scale:
        yield Line("item", row.definition, f"{row.name} ({row.code})")
        for lead, text in (("In", row.includes), ("Out", row.excludes), ("Beside", row.neighbours)):
            if text:
                yield Line("deeper", text, lead)


def _rules(topic: Topic) -> Iterator[Line]:
    if not topic.rules:
        return
    yield Line("section", "Rules, tried in this order; the first that fits gives the code")
    for pair in topic.opposites:
        what = (
            "else the answer is contested"
            if pair.unsettled == "contested"
            else "else both are left to the rules"
        )
        yield Line(
            "text", f"{pair.reason} The higher rank tells the law, then the later date; {what}.", "Before"
        )
    for number, rule in enumerate(topic.rules, 1):
        regime = f", regime {rule.regime}" if rule.regime else ""
        yield Line("item", f"{_conditions(topic, rule)}.", f"{number}. {_name(topic, rule.code)}{regime}")
        yield Line("deeper", rule.reason, "Why")
    yield Line("text", "No code: the page lists what is missing.", "Otherwise")


def _name(topic: Topic, code: str) -> str:
    return code.capitalize() if code in SPECIAL_CODES else topic.code_name(code)


def _conditions(topic: Topic, rule: Rule | SubRule) -> str:
    """Return the conditions of a rule in words, such as "when X, and Y or Z, and not W"."""
    parts = [_asked(topic, name) for name in rule.all]
    if rule.any:
        parts.append(" or ".join(_asked(topic, name) for name in rule.any))
    if rule.none:
        parts.append("not " + " nor ".join(_asked(topic, name) for name in rule.none))
    return "when " + ", and ".join(parts)


def _asked(topic: Topic, name: str) -> str:
    first, _, value = name.partition(":")
    if not value:
        return f"“{first.replace('-', ' ')}”"
    answer = next((row.name for row in topic.sub_answers if row.id == first), first)
    return f"{answer.lower()} is {value.replace('-', ' ')}"


def _sub_answers(topic: Topic) -> Iterator[Line]:
    if topic.sub_answers:
        yield Line("section", "Questions settled before the code")
    for sub in topic.sub_answers:
        yield Line("item", sub.question, sub.name)
        for rule in sub.rules:
            why = f" {rule.reason}" if rule.reason else ""
            yield Line("deeper", f"{_conditions(topic, rule)}.{why}", rule.value.capitalize())
        yield Line("deeper", "not addressed.", "Otherwise")


def _signals(topic: Topic) -> Iterator[Line]:
    if topic.signals:
        yield Line("section", "What the words in quotation marks mean")
    for row in topic.signals:
        yield Line("item", row.definition, row.id.replace("-", " "))
        yield Line("deeper", f"{_signal(row)}.", "Read in")


def _signal(row: Signal) -> str:
    """Return in words where a signal is looked for and what the sentence must hold."""
    forces = "any sentence" if "states" in row.force else " or ".join(FORCES[force] for force in row.force)
    parts = [forces, _names("with", row.all, " and "), _names("with", row.any, " or ")]
    parts += [_names("addressed to", row.addressee, " or "), _names("bidding", row.action, " or ")]
    parts += [_names("whose exception names", row.unless, " or "), _names("without", row.none, ", ")]
    parts += [
        _names("holding a figure of", row.figure, " or "),
        _names("where the instrument is", row.kinds, " or "),
    ]
    parts += [_names("of law that is", row.level, " or "), "also by reference" * (row.reach == "reference")]
    beside = _names(
        "or in the part of a law that meets", [name.replace("-", " ") for name in row.beside], " or "
    )
    parts += [beside, "as a bar on the act itself, with no other actor named" * row.of_act]
    parts += [WHEN.get(row.when, ""), f"raises the flag {row.flag}" if row.flag else ""]
    parts += [
        "of a regulator only" if row.tiers == ("T2",) else "of a law only" if row.tiers == ("T1",) else ""
    ]
    return "; ".join(part for part in parts if part)


def _names(what: str, names: Sequence[str], link: str) -> str:
    return f"{what} {link.join(names)}" if names else ""


def _no_code(topic: Topic) -> Iterator[Line]:
    if topic.gives_no_code:
        yield Line("section", "What gives no code")
        yield from (Line("item", text) for text in topic.gives_no_code)


def _facts(topic: Topic) -> Iterator[Line]:
    for section, name in SECTIONS.items():
        asked = [fact for fact in topic.facts if fact.section == section]
        if asked:
            yield Line("section", f"Facts asked for: {name}")
        yield from (Line("item", _fact(fact), fact.label) for fact in asked)


def _fact(fact: FactQuestion) -> str:
    return f"{fact.question} ({', '.join(fact.kinds)})"


def _examples(topic: Topic) -> Iterator[Line]:
    if topic.examples:
        yield Line("section", "Examples: invented places, our own words")
    for row in topic.examples:
        yield Line("item", f"{row.kind}, {row.tier}, {row.language}, asked about {row.as_of}.", row.title)
        yield from _passage(row.passage)
        for each in row.beside:
            yield Line("deeper", f"{each.kind}, {each.tier}.", "Beside it")
            yield from _passage(each.passage)
        yield Line("deeper", f"{_second(topic, row)}{row.why}", _name(topic, row.code))
        if row.missing:
            yield Line("deeper", " ".join(_lacking(topic, name) for name in row.missing), "Missing")


def _passage(words: str) -> Iterator[Line]:
    yield from (Line("quote", text) for text in words.strip().splitlines() if text.strip())


def _second(topic: Topic, row: Example) -> str:
    names = {answer.id: answer.name for answer in topic.sub_answers}
    told = [
        f"{names.get(name, name)}: {value.replace('-', ' ')}" for name, value in (row.second or {}).items()
    ]
    return f"{' · '.join(told)}. " if told else ""


def _lacking(topic: Topic, name: str) -> str:
    words = {
        "official-text": "An official text.",
        "law-in-force": "The law in force: what the passage says is still to come, or has ended.",
    }
    signal = topic.signal(name)
    answer = next((row for row in topic.sub_answers if row.id == name.partition(":")[0]), None)
    return words.get(name) or (signal.definition if signal else answer.question if answer else name)


def _cues(topic: Topic) -> Iterator[Line]:
    yield Line("section", "Word families by language, with the number of phrases")
    for name, family in topic.cues.items():
        counts = [(language, len(family.phrases(language))) for language in LANGUAGES]
        told = ", ".join(f"{language} {count}" for language, count in counts if count)
        yield Line("item", f"{family.definition} {told}.", name)


def _changes(changes: Sequence[Change]) -> Iterator[Line]:
    if changes:
        yield Line("section", "What changed, newest first")
    for change in changes:
        again = (
            "Codes given before must be looked at again" if change.read_again else "Codes given before stand"
        )
        yield Line("item", f"{change.what} {again}: {change.why}", str(change.date))
