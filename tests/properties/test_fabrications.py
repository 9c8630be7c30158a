"""Nothing false is verified: edits of true units, true pieces that reverse a rule, unfaithful paraphrases.

Each false sentence is handed in as a claim of every form, with the true quote, with a forged one and, where
it is a true piece of the text, with the quote cut to that piece; slots are filled so that they agree with it.
"""

from collections import Counter

import pytest

from lexatlas.checks.verdict import judge_claim
from lexatlas.codebook import load
from tests.checks.statutes import law
from tests.properties.forgeries import EDITS, PARAPHRASES, PIECES, Forger
from tests.properties.long_law import long_law

# What is counted in all, over both languages and all seeds below.
WANTED = {"edits": (EDITS, 10_000), "pieces": (PIECES, 2_000), "paraphrases": (PARAPHRASES, 2_000)}
SEEDS = (1, 2, 3, 4)
ROUNDS = [(language, seed) for language in ("en", "fr") for seed in SEEDS]


def forger(language: str, seed: int) -> Forger:
    place = law(long_law(language, 90, seed), language)
    place.view.topic = load().topic("vasp-licensing")
    return Forger(place.view, place.sha, place.source.id, seed)


def verified_among(made: Forger, kinds: dict, wanted: int) -> tuple[list[tuple[str, str]], Counter]:
    """Judge every case in every form; return what was verified, and the number of cases by kind."""
    bad, counted = [], Counter()
    for case in made.cases(kinds, wanted):
        counted[case.kind] += 1
        judged = ((claim, judge_claim(claim, made.view)) for claim in made.claims(case))
        bad += [(case.kind, claim.form, claim.template, claim.sentence, case.true)
                for claim, verdict in judged if verdict.code == "verified"]  # fmt: skip
    return bad, counted


@pytest.mark.slow
@pytest.mark.parametrize("group", sorted(WANTED))
@pytest.mark.parametrize(("language", "seed"), ROUNDS, ids=[f"{lang}-{seed}" for lang, seed in ROUNDS])
def test_nothing_false_is_verified(language, seed, group):
    kinds, in_all = WANTED[group]
    wanted = in_all // len(ROUNDS)
    bad, counted = verified_among(forger(language, seed), kinds, wanted)

    assert bad == []
    assert (counted.total(), set(counted)) == (wanted, set(kinds))


def test_the_true_sentences_are_verified():
    made = forger("en", 1)
    alone = [unit for unit in made.units if len(unit.parts) == 1][:40]
    from tests.properties.forgeries import _claim

    found = [judge_claim(_claim("words", made.sentence(unit), made.quote(unit)), made.view) for unit in alone]
    assert [verdict.code for verdict in found] == ["verified"] * 40


def test_the_same_seed_makes_the_same_forgeries():
    first, second = ([case.sentence for case in forger("fr", 3).cases(EDITS, 50)] for _ in range(2))

    assert first == second
