"""Forges sentences of the invented laws, as many as are asked for, and tells what was verified among them."""

from collections import Counter
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import NamedTuple

from lexatlas.checks.verdict import judge_claim
from lexatlas.pipeline.planted import __name__ as planted
from tests.properties.forgeries import ANY_LANGUAGE, PARAPHRASES, PIECES, Forger, twice
from tests.properties.read_laws import forger, rows_of

LAWS = Path(str(files(planted).joinpath("data", "laws")))
LANGUAGES = [row["language"] for row in rows_of(LAWS)]
SCRIPTS = {"ar": "Arabic", "ru": "Cyrillic", "ja": "Han and kana", "ko": "Hangul", "th": "Thai", "zh": "Han"}
"""Latin where none is named."""
OTHERS = 60
"""Pieces and paraphrases of each law; a law of eight sentences has few."""


class Forged(NamedTuple):
    """What was verified of all that was forged, the forged sentences by kind, and the claims made of them."""

    verified: list[tuple[str, ...]]
    sentences: Counter[str]
    claims: int


@cache
def forged(language: str, wanted: int) -> Forged:
    """Return what comes of `wanted` forged sentences of one law: its pieces and paraphrases, then edits.

    No sentence is made twice among the edits of one sort; where a law has no more that one edit makes, two are made.
    """
    made = forger(LAWS, f"{language}.txt")
    assert made is not None
    found = Forged([], Counter(), 0)
    for kinds in (PIECES, PARAPHRASES):
        found = _joined(found, _judged(made, kinds, min(OTHERS, wanted // 10)))
    once = _judged(made, ANY_LANGUAGE, (wanted - found.sentences.total()) // 2)
    found = _joined(found, once)
    return _joined(found, _judged(made, {"two edits": twice}, wanted - found.sentences.total()))


def _joined(first: Forged, second: Forged) -> Forged:
    return Forged(
        [*first.verified, *second.verified],
        first.sentences + second.sentences,
        first.claims + second.claims,
    )


def _judged(made: Forger, kinds: dict, wanted: int) -> Forged:
    verified, sentences, claims = [], Counter(), 0
    for case in made.cases(kinds, wanted):
        sentences[case.kind] += 1
        for claim in made.claims(case):
            claims += 1
            if judge_claim(claim, made.view).code == "verified":
                verified.append((case.kind, claim.form, claim.template, claim.sentence, case.true))
    return Forged(verified, sentences, claims)
