"""Each finding of the lint is shown on a sample broken in one place."""

from __future__ import annotations

from dataclasses import replace

import pytest

from lexatlas.codebook import from_files, lint, load

TOPIC = "topics/vasp-licensing.toml"
MINING = "topics/mining.toml"
FILES = dict(load().files)

# what is broken: file, words, words in their place, the finding after the name of the file
SABOTAGE = {
    "family of a signal": (
        TOPIC,
        'all = ["laundering"]\nparts',
        'all = ["launderingg"]\nparts',
        ": aml-purpose names the family launderingg, which no file defines; define it.",
    ),
    "family of a fact": (
        MINING,
        'all = ["mining", "power"]',
        'all = ["mining", "powr"]',
        ": power names the family powr, which no file defines; define it.",
    ),
    "code of a rule": (
        TOPIC,
        'code = "no-regime-unclear"\nall',
        'code = "no-regime-murky"\nall',
        ": rule 16 codes no-regime-murky, which is not on the scale; use a code of the scale.",
    ),
    "signal of a rule": (
        TOPIC,
        'all = ["no-rules-stated"]',
        'all = ["no-rules-told"]',
        ": rule 16 names no-rules-told, which is no signal and no sub-answer; add or rename it.",
    ),
    "duplicate signal": (
        TOPIC,
        'id = "duty-conduct"',
        'id = "duty-capital"',
        ": the signal duty-capital stands twice; rename or remove one.",
    ),
    "code of an example": (
        TOPIC,
        'code = "undetermined"\nmissing = ["law-in-force"]\nwhy = "A bill',
        'code = "undeterred"\nmissing = ["law-in-force"]\nwhy = "A bill',
        ": the example bill-is-not-law has the code undeterred, which is neither on the "
        "scale nor special; mend it.",
    ),
    "missing language": (
        "cues.toml",
        'mt = ["banek"',
        '# mt = ["banek"',
        ", family bank: no phrase in mt; add at least one in each.",
    ),
    "digit in a label": (
        TOPIC,
        'label = "Capital"',
        'label = "Capital of 1 kind"',
        ": the label of capital has a digit; a label holds no digits, names or dates.",
    ),
    "digit in a reason": (
        TOPIC,
        'reason = "The licence reaches only some services."',
        'reason = "The licence reaches 2 services."',
        ": rule 1 has a digit in its reason; a label holds no digits, names or dates.",
    ),
    "number as a cue": (
        MINING,
        '"proof of work"',
        '"proof of 51 percent"',
        ", family mining: the en phrase “proof of 51 percent” has a number; a cue is made of words.",
    ),
    "star astray": (
        MINING,
        '"validat*"',
        '"va*lidat"',
        ", family mining: the en phrase “va*lidat” has a star that is not after three letters at "
        "the end of a word; move it.",
    ),
    "capital letter": (
        MINING,
        '"proof of work"',
        '"Proof of work"',
        ", family mining: the en phrase “Proof of work” has a capital letter; write it small, "
        "since texts are compared so.",
    ),
    "query without a place": (
        TOPIC,
        '"{jurisdiction} virtual asset service provider licence law"',
        '"virtual asset service provider licence law"',
        ": the en query “virtual asset service provider licence law” lacks {jurisdiction}; add it.",
    ),
    "silence codes": (
        TOPIC,
        'all = ["no-rules-stated"]\nnone = ["licence-spoken-of"]',
        'none = ["no-rules-stated"]',
        ": rule 16 asks for nothing that must be met; silence never codes, add a signal.",
    ),
    "parent of a place": (
        "jurisdictions.toml",
        'parent = "KZ"',
        'parent = "KY-KZ"',
        ": KZ-AIFC has the parent KY-KZ, which is not there; add or mend it.",
    ),
    "date of a member": (
        "jurisdictions.toml",
        'from = "1997-05-02"',
        'from = "May 1997"',
        ": WAEMU, GW: “May 1997” is no date; mend it.",
    ),
    "source of a place": (
        "jurisdictions.toml",
        'source = "eccb"',
        'source = "memory"',
        ": ECCU cites the source memory, which is not listed; list its version.",
    ),
    "not applicable elsewhere": (
        "not_applicable.toml",
        'jurisdiction = "BV"',
        'jurisdiction = "QQ"',
        ": QQ is no known place; add or mend it.",
    ),
    "opposites": (
        TOPIC,
        'other = ["no-licence-needed", "no-rules-stated"]',
        'other = ["no-licence-needed", "no-rules-tolled"]',
        ": opposites 1 name no-rules-tolled, which is no signal; add or rename it.",
    ),
    "opposites that are one": (
        TOPIC,
        'other = ["providers-barred-person", "providers-barred-others", "providers-barred-act"]',
        'other = ["licence-unless"]',
        ": opposites 2 have an empty side, or one signal on both; mend them.",
    ),
    "flag value without a flag": (
        TOPIC,
        'flag = "provisional"\n',
        "",
        ": the signal deemed-licensed has a flag value and raises no flag; name the flag.",
    ),
    "signal to stand beside": (
        TOPIC,
        'beside = ["licence-unless", ',
        'beside = ["licence-unloss", ',
        ": duty-capital stands beside licence-unloss, which is no signal of its own; mend it.",
    ),
    "depth of a code": (
        TOPIC,
        'includes = "A duty to register',
        'includes = ""\n# "A duty to register',
        ": the code aml-registration lacks includes; say what is in, out and beside it.",
    ),
    "reason of the half-life": (
        TOPIC,
        'half_life_reason = "A regime',
        'half_life_reason = ""\n# "A regime',
        ": half_life_reason is missing; say why a page goes stale in that time.",
    ),
    "reason of a sub-answer": (
        TOPIC,
        'reason = "A licence or registration opens the way."',
        "",
        ": rule 2 of licensed has no reason; add it.",
    ),
    "what an example lacks": (
        TOPIC,
        'missing = ["licence-must"]',
        'missing = ["licence-mist"]',
        ": the example own-dealing-needs-no-licence is missing licence-mist, which is no signal and no sub-answer; "
        "add or rename it.",
    ),
    "sub-answer of an example": (
        TOPIC,
        'second = { unlicensed = "unlawful" }',
        'second = { unlicenced = "unlawful" }',
        ": the example act-over-guidance answers unlicenced, which is no sub-answer of the topic; rename it.",
    ),
    "place of an example": (
        "topics/retail-trading-status.toml",
        'place = "AQ"',
        'place = "QQ"',
        ": the example territory-without-residents is about QQ, which is no known place; mend it.",
    ),
    "matter": (
        "topics/stablecoin-issuance.toml",
        'matter = [["stablecoin"]',
        'matter = [["stablecoins"]',
        ": matter names the family stablecoins, which no file defines; define it.",
    ),
    "order of changes": (
        "changelog.toml",
        "date = 2026-11-22",
        "date = 2026-11-21",
        ": the changes do not stand newest first; put them in order.",
    ),
    "topic of a change": (
        "changelog.toml",
        'topics = ["stablecoin-issuance"]',
        'topics = ["stable-coins"]',
        ": change 7 names stable-coins, which is no topic; mend it.",
    ),
    "reason of a change": (
        "changelog.toml",
        'why = "The codes and their order stand as they were; what they mean is told at greater length."',
        'why = ""',
        ": change 8 says nothing of what or why; say both.",
    ),
    "rank missing": (
        MINING,
        "rank = 3\n",
        "",
        ": the scale is ordered and a code other than unclear and stopped has no rank; give it one.",
    ),
    "second answer": (
        "topics/retail-trading-status.toml",
        'second = { hold = "not-addressed", trade = "unlawful", channel = "not-addressed" }',
        'second = { hold = "not-addressed", trade = "forbidden", channel = "not-addressed" }',
        ": the example person-barred says trade is forbidden; use one of lawful, "
        "unlawful, conflicting, not-addressed.",
    ),
}


@pytest.mark.parametrize("what", sorted(SABOTAGE))
def test_sabotage_is_found(what: str) -> None:
    name, words, others, finding = SABOTAGE[what]
    text = FILES[name].decode()
    assert text.count(words) >= 1, f"the sample for {what} no longer stands in {name}"
    broken = {**FILES, name: text.replace(words, others, 1).encode()}
    assert f"{name}{finding}" in lint(from_files(broken))


def test_a_family_defined_twice_is_found() -> None:
    text = FILES[MINING].decode() + '\n[cues.asset]\ndefinition = "Again."\nen = ["asset"]\n'
    assert lint(from_files({**FILES, MINING: text.encode()})) == [
        "topics/mining.toml: the family asset is also in cues.toml; use that one or choose another name."
    ]


def test_a_complete_topic_without_examples_in_four_languages_is_found() -> None:
    text = FILES[TOPIC].decode()
    for language in ("fr", "de", "es", "pt", "it", "ru", "tr", "zh", "ja", "ko", "ar", "th", "vi", "mt"):
        text = text.replace(f'language = "{language}"', 'language = "en"')
    number = len(load().topic("vasp-licensing").examples)
    wanted = f"{TOPIC}: {number} examples in 1 languages; write at least 10 in 4 languages."
    assert lint(from_files({**FILES, TOPIC: text.encode()})) == [wanted]


def test_a_complete_topic_needs_an_example_without_a_code() -> None:
    book = load()
    topic = book.topic("bank-access")
    coded = tuple(example for example in topic.examples if example.code in topic.codes())
    less = replace(book, topics={**book.topics, topic.id: topic.model_copy(update={"examples": coded})})
    wanted = "no example is without a code; write one that abstains and say what is missing."
    assert lint(less) == [f"topics/bank-access.toml: {wanted}"]


def test_a_codebook_without_a_record_of_changes_is_told_of_each_topic() -> None:
    without = {name: content for name, content in FILES.items() if name != "changelog.toml"}
    topics = ("bank-access", "retail-trading-status", "stablecoin-issuance", "vasp-licensing")
    wanted = "is recorded; record its first day at least."
    assert lint(from_files(without)) == [f"changelog.toml: no change of {topic} {wanted}" for topic in topics]
