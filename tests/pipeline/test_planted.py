"""Faults planted by whoever knows no check are caught, kind by kind; the documents without them are not flagged."""

import json

import pytest

from lexatlas.codebook import load
from lexatlas.pipeline.eval.planted import all_tried, counted, evaluate_planted
from lexatlas.pipeline.planted import edits
from lexatlas.pipeline.planted.kinds import VARIANTS, all_planted
from lexatlas.pipeline.planted.sound import KINDS
from lexatlas.sources.pool import ReaderPool
from tests.cli.command_line import lexatlas

LANGUAGES = ["ar", "de", "en", "es", "fr", "it", "ja", "ko", "mt", "pt", "ru", "th", "tr", "vi", "zh"]
SENTENCES = {
    "en": "No person may lend 5 tokens unless the client agrees.",
    "de": "Ein Dienstleister darf die Token eines Kunden nicht verleihen, es sei denn, der Kunde stimmt zu.",
    "th": "ห้ามมิให้ผู้ให้บริการให้ยืมของลูกค้า ๕๐ บาท เว้นแต่ลูกค้ายินยอม",
    "zh": "服务提供者不得出借客户的代币，但客户书面同意的除外。",
}


@pytest.fixture(scope="module")
def found():
    with ReaderPool(size=1) as pool:
        return evaluate_planted(load(), pool, lambda _: None)


def test_every_kind_is_caught_in_fifteen_languages(found):
    assert found["kinds_caught"] == list(KINDS)
    assert [row for row in found["rows"] if not row["caught"]] == []
    assert {kind: figures["languages"] for kind, figures in found["by_kind"].items()} == dict.fromkeys(
        KINDS, LANGUAGES
    )


def test_nothing_sound_is_flagged(found):
    assert [(row["on"], row["flags"]) for row in found["clean"] if row["flags"]] == []
    assert sorted(row["language"] for row in found["clean"]) == LANGUAGES


def test_each_kind_has_several_variants_and_says_by_what_each_is_caught(found):
    assert {kind for kind, variants in VARIANTS.items() if len(variants) < 5} == set()
    assert all(row["by"] for row in found["rows"])
    # What is shown only by making the document again would not be found of one that a model drafted.
    assert found["only_by_verify"] <= 0.01 * found["planted"]


@pytest.mark.slow
def test_every_kind_is_caught_in_laws_of_the_corpus(corpus):
    with ReaderPool() as pool:
        found = evaluate_planted(load(), pool, lambda _: None, corpus)
    assert len(found["clean"]) >= len(LANGUAGES) + 5
    assert (found["kinds_caught"], found["missed"], found["false_alarms"]) == (list(KINDS), 0, 0)


def test_the_same_faults_are_planted_each_time():
    with ReaderPool(size=1) as pool:
        trial = next(all_tried(load(), pool, lambda _: None, None))
    first, second = (
        [(one.variant, one.document.sha256) for one in all_planted(trial.sound)] for _ in range(2)
    )
    assert first == second
    assert len({sha for _, sha in first}) > 0.9 * len(first)
    assert trial.sound.document.sha256 not in {sha for _, sha in first}


@pytest.mark.parametrize("language", SENTENCES)
def test_an_edit_changes_the_sentence_or_does_not_apply(language):
    sentence = SENTENCES[language]
    made = {name: edit(sentence, language) for name, edit in edits.TURNS.items()}
    assert all(words != sentence for words in made.values())
    assert made["negation dropped"]
    assert made["condition dropped"]


def test_what_is_not_caught_is_counted_as_missed():
    row = {"kind": "D1", "variant": "v", "on": "x", "language": "en"}
    told = counted([{**row, "caught": True, "by": ["check dates"]}, {**row, "caught": False, "by": []}])
    assert (told["caught"], told["missed"], told["kinds_caught"]) == (1, 1, [])
    assert told["by_kind"]["D1"]["variants"]["v"]["by"] == {"check dates": 1}


def test_the_command_says_it_and_leaves_with_nothing_wrong():
    done = lexatlas("eval", "--planted", "--quiet")
    assert (done.code, done.out.splitlines()[0]) == (0, "Kinds of fault caught without a miss: 12 of 12")
    assert json.loads(lexatlas("eval", "--planted", "--quiet", "--json").out)["false_alarms"] == 0
