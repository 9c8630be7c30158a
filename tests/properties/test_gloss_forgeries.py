"""No false English is verified about a text of another language: forged slots, quotes and sources, and pointers."""

from collections import Counter
from pathlib import Path

import pytest

from lexatlas.checks.verdict import judge_claim
from tests.properties.gloss_forgeries import Forged, GlossForger, alone, claim_of
from tests.properties.read_laws import LIBRARY, forger, rows_of

FOREIGN = [row["path"] for row in rows_of(LIBRARY) if row["language"] != "en" and "scan" not in row["path"]]
CORPUS = ["docs/VN/resolution-05-2025-nq-cp.md", "docs/AE/cabinet-decision-111-2022-virtual-assets.html",
          "docs/CN/anti-telecom-and-online-fraud-law.txt", "docs/MT/vfa-act-cap-590-mt.txt",
          "docs/CA/stablecoin-act-s-15.9-fr.xml"]  # fmt: skip


def gloss_forger(folder: Path, path: str) -> GlossForger:
    made = forger(folder, path)
    assert made is not None
    return GlossForger(made)


def code(forged: Forged) -> str:
    return judge_claim(forged.claim, forged.view).code


def verified(cases: list[Forged]) -> list[tuple[str, str, str]]:
    return [
        (each.kind, each.claim.sentence, each.claim.quotes[0].words)
        for each in cases
        if code(each) == "verified"
    ]


@pytest.mark.slow
@pytest.mark.parametrize("path", FOREIGN)
def test_no_false_english_about_a_sample_document_is_verified(path):
    made = gloss_forger(LIBRARY, path)

    assert verified([*made.all(), *made.pointers(), *made.chains()]) == []


@pytest.mark.slow
@pytest.mark.parametrize("path", CORPUS)
def test_no_false_english_about_a_real_law_is_verified(corpus, path):
    made = gloss_forger(corpus, path)
    cases = [*made.all(), *made.pointers(), *made.chains()]

    assert verified(cases) == []
    assert len(cases) > 500


@pytest.mark.slow
def test_the_true_english_is_verified_and_each_kind_of_forgery_was_tried():
    kinds: Counter[str] = Counter()
    told: Counter[str] = Counter()
    for path in FOREIGN:
        made = gloss_forger(LIBRARY, path)
        assert {code(made.true(each)) for each in made.told} <= {"verified"}
        assert {code(each) for each in made.true_pointers()} <= {"verified"}
        kinds.update(each.kind for each in (*made.all(), *made.pointers(), *made.chains()))
        told[made.made.language] += len(made.told)
        # A sentence that is a law of its own is told as well: so a changed source is a fair trial.
        for each in made.told:
            law = alone(made._words(each.unit.parts), made.made.language)
            assert judge_claim(claim_of(each.slots, law.quote), law.view).code == "verified"
    assert told["ar"] > 0
    assert told["vi"] > 0
    wanted = {"dropped", "swapped", "number", "modal", "another row's English", "words of a neighbour",
              "neighbour", "frame", "cut quote", "another number", "without its negation",
              "without its clause", "term of another", "terms turned", "word added", "another place",
              "link gone", "link negated", "link hidden", "links swapped", "chain of another", "chain cut"}  # fmt: skip
    assert wanted - set(kinds) == set()
