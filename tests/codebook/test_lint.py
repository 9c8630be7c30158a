"""Each finding of the lint is shown on a sample broken in one place."""

from __future__ import annotations

import pytest

from lexatlas.codebook import from_files, lint, load

TOPIC = "topics/vasp-licensing.toml"
MINING = "topics/mining.toml"
FILES = dict(load().files)

# what is broken: file, words, words in their place, the finding after the name of the file
SABOTAGE = {
    "family of a signal": (
        TOPIC,
        'all = ["aml"]\nparts',
        'all = ["amll"]\nparts',
        ": aml-purpose names the family amll, which no file defines; define it.",
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
        ": rule 13 codes no-regime-murky, which is not on the scale; use a code of the scale.",
    ),
    "signal of a rule": (
        TOPIC,
        'all = ["no-rules-stated"]',
        'all = ["no-rules-told"]',
        ": rule 13 names no-rules-told, which is no signal and no sub-answer; add or rename it.",
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
        'mt = ["banek", "bank kummerċjali", "istituzzjon* ta\' kreditu"]',
        "mt = []",
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
        'all = ["no-rules-stated"]',
        'none = ["no-rules-stated"]',
        ": rule 13 asks for nothing that must be met; silence never codes, add a signal.",
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
