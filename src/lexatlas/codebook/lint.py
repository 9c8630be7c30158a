"""Cross checks of a codebook: what each file says alone may be well formed and still not fit together."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator

from lexatlas.codebook.authorities_lint import lint_world
from lexatlas.codebook.authorities_reader import parse_world
from lexatlas.codebook.book import Codebook
from lexatlas.codebook.jurisdictions import NOT_SHOWN, Place
from lexatlas.codebook.lint_depth import lint_depth
from lexatlas.codebook.topic import LANGUAGES, SUB_ANSWER_VALUES, Example, Family, Rule, Topic
from lexatlas.core.document import SPECIAL_CODES

# Topics that edition 1 calls complete: their own families must speak every language.
COMPLETE_TOPICS = ("bank-access", "retail-trading-status", "stablecoin-issuance", "vasp-licensing")
ID = re.compile(r"[a-z][a-z0-9]*(-[a-z0-9]+)*")
DIGIT = re.compile(r"\d")
# "p2p" is a word; a digit that no letter leads is a number.
NUMBER = re.compile(r"(?<![a-z0-9])\d")
ISO_DATE = re.compile(r"\d{4}-\d{2}-\d{2}")
MAX_QUESTION_WORDS = 35
# Languages written without spaces: a phrase is a part of the text, whatever follows it.
UNSPACED = ("zh", "ja", "th")
# Codes that stand apart from the order of an ordered scale.
APART = ("unclear", "stopped")


def lint(codebook: Codebook) -> list[str]:
    """Every finding as a sentence that names the place and what to do; empty when the codebook is clean."""
    found: list[str] = []
    for name, family in codebook.cues.items():
        found += _family(f"cues.toml, family {name}", family, complete=True)
    for topic in codebook.topics.values():
        found += _topic(topic, codebook)
    found += _places(codebook)
    found += _not_applicable(codebook)
    found += lint_depth(codebook, COMPLETE_TOPICS)
    world, faults = parse_world(codebook.files)
    found += [*faults, *lint_world(world, codebook.places)]
    return found


def _topic(topic: Topic, codebook: Codebook) -> Iterator[str]:
    place = f"topics/{topic.id}.toml"
    yield from _ids(topic, place)
    yield from _cues(topic, codebook, place)
    yield from _names(topic, place)
    yield from _rules(topic, place)
    yield from _texts(topic, place)
    yield from _examples(topic, place)
    if topic.state == "edition":
        yield from _complete(topic, place)


def _ids(topic: Topic, place: str) -> Iterator[str]:
    groups: tuple[tuple[str, list[str]], ...] = (
        ("scale code", [row.code for row in topic.scale]),
        ("sub-answer", [row.id for row in topic.sub_answers]),
        ("signal", [row.id for row in topic.signals]),
        ("fact", [row.id for row in topic.facts]),
        ("example", [row.id for row in topic.examples]),
    )
    for what, ids in groups:
        for twice in sorted(key for key, count in Counter(ids).items() if count > 1):
            yield f"{place}: the {what} {twice} stands twice; rename or remove one."
        for odd in sorted(key for key in set(ids) if not ID.fullmatch(key)):
            yield f"{place}: the {what} {odd} is not written in small letters and hyphens; rename it."
    if topic.ordered and any(row.rank is None and row.code not in APART for row in topic.scale):
        apart = " and ".join(APART)
        yield f"{place}: the scale is ordered and a code other than {apart} has no rank; give it one."
    ranks = [row.rank for row in topic.scale if row.rank is not None]
    if len(set(ranks)) != len(ranks):
        yield f"{place}: two codes of the scale have one rank; give each its own."


def _cues(topic: Topic, codebook: Codebook, place: str) -> Iterator[str]:
    own = {name: family for name, family in topic.cues.items() if codebook.cues.get(name) is not family}
    named = set(topic.families())
    for name, family in own.items():
        yield from _family(f"{place}, family {name}", family, complete=topic.id in COMPLETE_TOPICS)
        if name in codebook.cues:
            yield f"{place}: the family {name} is also in cues.toml; use that one or choose another name."
        if name not in named and topic.state == "edition":
            yield f"{place}: no signal or fact names the family {name}; use it or remove it."


def _family(place: str, family: Family, complete: bool) -> Iterator[str]:
    missing = [language for language in LANGUAGES if not family.phrases(language)]
    if complete and missing:
        yield f"{place}: no phrase in {', '.join(missing)}; add at least one in each."
    if not complete and not family.en:
        yield f"{place}: no phrase in en; add at least one."
    for language in LANGUAGES:
        phrases = family.phrases(language)
        for phrase in phrases:
            yield from _phrase(place, language, phrase)
        for twice in sorted(key for key, count in Counter(phrases).items() if count > 1):
            yield f"{place}: the {language} phrase “{twice}” stands twice; remove one."


def _phrase(place: str, language: str, phrase: str) -> Iterator[str]:
    where = f"{place}: the {language} phrase “{phrase}”"
    if phrase != " ".join(phrase.split()) or not phrase:
        yield f"{where} is empty or has stray spaces; mend it."
    if phrase != phrase.lower():
        yield f"{where} has a capital letter; write it small, since texts are compared so."
    if NUMBER.search(phrase):
        yield f"{where} has a number; a cue is made of words."
    words = phrase.split()
    for number, word in enumerate(words):
        # A star alone stands for a few words between two others.
        alone = word == "*" and 0 < number < len(words) - 1
        if not alone and ("*" in word[:-1] or (word.endswith("*") and len(word) < 4)):
            yield f"{where} has a star that is not after three letters at the end of a word; move it."
    if language in UNSPACED and any(word != "*" and "*" in word for word in words):
        yield f"{where} has a star at a word; its words have no spaces between them, remove it."


def _names(topic: Topic, place: str) -> Iterator[str]:
    rows = [(row.id, row.families()) for row in topic.signals]
    rows += [(row.id, row.families()) for row in topic.facts]
    rows += [("matter", group) for group in topic.matter]
    for row_id, names in rows:
        for name in names:
            if name not in topic.cues:
                yield f"{place}: {row_id} names the family {name}, which no file defines; define it."


def _rules(topic: Topic, place: str) -> Iterator[str]:
    signals = {row.id for row in topic.signals}
    answers = {f"{row.id}:{value}" for row in topic.sub_answers for value in SUB_ANSWER_VALUES}
    for sub in topic.sub_answers:
        for number, rule in enumerate(sub.rules, 1):
            for name in (*rule.all, *rule.any, *rule.none):
                if name not in signals:
                    yield f"{place}: rule {number} of {sub.id} names {name}, which is no signal; add it."
    for number, coding in enumerate(topic.rules, 1):
        yield from _rule(topic, coding, f"{place}: rule {number}", signals | answers)
    used = {name for rule in topic.rules for name in (*rule.all, *rule.any, *rule.none)}
    used |= {name for sub in topic.sub_answers for r in sub.rules for name in (*r.all, *r.any, *r.none)}
    used |= {name for pair in topic.opposites for name in (*pair.one, *pair.other)}
    used |= {row.id for row in topic.signals if row.flag is not None}
    for name in sorted(signals - used):
        yield f"{place}: no rule uses the signal {name}; use it or remove it."


def _rule(topic: Topic, rule: Rule, where: str, known: set[str]) -> Iterator[str]:
    if rule.code not in topic.codes() and rule.code != "varies":
        yield f"{where} codes {rule.code}, which is not on the scale; use a code of the scale."
    if not rule.all and not rule.any:
        yield f"{where} asks for nothing that must be met; silence never codes, add a signal."
    for name in (*rule.all, *rule.any, *rule.none):
        if name not in known:
            yield f"{where} names {name}, which is no signal and no sub-answer; add or rename it."
    if DIGIT.search(rule.reason):
        yield f"{where} has a digit in its reason; a label holds no digits, names or dates."


def _texts(topic: Topic, place: str) -> Iterator[str]:
    labels = [("question of the topic", topic.question), ("name of the topic", topic.name)]
    labels += [(f"name of {row.code}", row.name) for row in topic.scale]
    labels += [(f"definition of {row.code}", row.definition) for row in topic.scale]
    for row in topic.scale:
        labels += [(f"{what} of {row.code}", getattr(row, what)) for what in ("includes", "excludes")]
    for fact in topic.facts:
        labels += [(f"label of {fact.id}", fact.label), (f"question of {fact.id}", fact.question)]
        labels += [(f"missing of {fact.id}", fact.missing)]
        if not fact.all and not fact.any:
            yield f"{place}: the fact {fact.id} names no family in all or any; it would be met everywhere."
    for what, text in labels:
        if DIGIT.search(text):
            yield f"{place}: the {what} has a digit; a label holds no digits, names or dates."
        if len(text.split()) > MAX_QUESTION_WORDS:
            yield f"{place}: the {what} has more than {MAX_QUESTION_WORDS} words; shorten it."
    for language in LANGUAGES:
        for template in topic.queries.templates(language):
            if "{jurisdiction}" not in template:
                yield f"{place}: the {language} query “{template}” lacks {{jurisdiction}}; add it."


def _examples(topic: Topic, place: str) -> Iterator[str]:
    for example in topic.examples:
        yield from _example(topic, example, f"{place}: the example {example.id}")


def _example(topic: Topic, example: Example, where: str) -> Iterator[str]:
    if example.code not in (*topic.codes(), *SPECIAL_CODES):
        yield f"{where} has the code {example.code}, which is neither on the scale nor special; mend it."
    if example.language not in LANGUAGES:
        yield f"{where} has the language {example.language}; use one of {', '.join(LANGUAGES)}."
    if example.second is not None:
        for name, value in example.second.items():
            if value not in SUB_ANSWER_VALUES:
                yield f"{where} says {name} is {value}; use one of {', '.join(SUB_ANSWER_VALUES)}."


def _complete(topic: Topic, place: str) -> Iterator[str]:
    """What a topic of an edition must carry, and a draft need not."""
    for what, rows in (("signals", topic.signals), ("rules", topic.rules), ("examples", topic.examples)):
        if not rows:
            yield f"{place}: a topic of an edition has {what}; add some or make it a draft."
    coded = {rule.code for rule in topic.rules}
    shown = {example.code for example in topic.examples}
    for row in topic.scale:
        if row.code not in coded:
            yield f"{place}: no rule gives {row.code}; add one or take the code off the scale."
        if row.code not in shown:
            yield f"{place}: no example has the code {row.code}; write one."
    if topic.id in COMPLETE_TOPICS:
        missing = [language for language in LANGUAGES if not topic.queries.templates(language)]
        if missing:
            yield f"{place}: no query in {', '.join(missing)}; add one in each."


def _places(codebook: Codebook) -> Iterator[str]:
    where = "jurisdictions.toml"
    rows = codebook.places.rows
    for twice in sorted(key for key, count in Counter(row.code for row in rows).items() if count > 1):
        yield f"{where}: the code {twice} stands twice; remove one."
    sources = {source.id for source in codebook.places.sources}
    for row in rows:
        if row.parent is not None and row.parent not in codebook.places:
            yield f"{where}: {row.code} has the parent {row.parent}, which is not there; add or mend it."
        for name in _listed(row.source):
            if name not in sources:
                yield f"{where}: {row.code} cites the source {name}, which is not listed; list its version."
        if not row.source:
            yield f"{where}: {row.code} cites no source; name the one that was opened."
        yield from _members(row, codebook, where)


def _members(row: Place, codebook: Codebook, where: str) -> Iterator[str]:
    for member in row.members:
        if member.code not in codebook.places:
            yield f"{where}: {row.code} has the member {member.code}, which is not there; add or mend it."
        dates = [value for value in (member.since, member.until) if value not in (None, NOT_SHOWN)]
        for value in dates:
            if not ISO_DATE.fullmatch(str(value)):
                yield f"{where}: {row.code}, {member.code}: “{value}” is no date; mend it."


def _not_applicable(codebook: Codebook) -> Iterator[str]:
    for row in codebook.not_applicable:
        if row.jurisdiction not in codebook.places:
            yield f"not_applicable.toml: {row.jurisdiction} is no known place; add or mend it."
        # A bundle's copy may hold fewer topics than the package, so topics are checked against files read.
        for topic_id in row.topics:
            if topic_id not in codebook.topics:
                yield f"not_applicable.toml: {row.jurisdiction} names {topic_id}, which is no topic; mend it."


def _listed(text: str) -> Iterable[str]:
    return [part.strip() for part in text.split(",") if part.strip()]
