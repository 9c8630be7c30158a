"""Facts are drawn at random, the same for a seed, without a word of the law; labels give a share with its interval."""

import json

import pytest

from lexatlas.codebook import load
from lexatlas.core.errors import InputError
from lexatlas.pipeline.eval.corpus import Corpus
from lexatlas.pipeline.eval.labels import interval, precision
from lexatlas.pipeline.eval.sample import drawn, listed, with_text
from lexatlas.sources.pool import ReaderPool
from tests.cli.command_line import LIBRARY, lexatlas


@pytest.fixture(scope="module")
def facts():
    with ReaderPool(size=1) as pool:
        return listed(Corpus(LIBRARY, load(), pool, lambda _: None), load())


def test_the_same_seed_draws_the_same_facts_and_another_draws_others(facts):
    first, again, other = drawn(facts, 30, 1), drawn(facts, 30, 1), drawn(facts, 30, 2)
    assert first == again
    assert first != other
    assert (len(first), len({row["id"] for row in first})) == (30, 30)


def test_languages_share_the_list_and_small_ones_give_all(facts):
    rows = drawn(facts, 40, 1)
    held = {
        language: sum(row["language"] == language for row in rows) for language in ("ar", "en", "fr", "vi")
    }
    sizes = {row["language"]: row["of"] for row in rows}
    assert sum(held.values()) == 40
    assert all(held[name] >= min(sizes[name], 10) for name in held)
    assert {row["doc"].split("/")[0] for row in rows} == {"XA", "XB", "XC"}


def test_a_draw_over_all_gives_each_language_its_share_and_needs_no_weight(facts):
    rows = drawn(facts, 60, 1, equal=False)
    english = sum(one.language == "en" for one in facts) / len({one.id for one in facts})
    assert len(rows) == 60
    assert abs(sum(row["language"] == "en" for row in rows) / 60 - english) < 0.2
    labels = [{"id": row["id"], "label": "right"} for row in rows]
    assert precision(rows, labels)["weighted"] is None
    assert precision(drawn(facts, 60, 1), [])["weighted"] is None


def test_what_is_kept_holds_no_words_of_the_law_and_the_readers_copy_holds_the_article(facts):
    rows = drawn(facts, 30, 1)
    read = with_text(rows, facts)
    whole = {one.doc: one.text.text for one in facts}
    kept = json.dumps(rows, ensure_ascii=False)
    assert all(one["words"].split(" … ")[0] in one["article"] for one in read)
    long = [one["words"] for one in read if len(one["words"]) > 60]
    assert long
    assert [words for words in long if words in kept] == []
    for row in rows:
        start, end = row["at"][0]
        assert whole[row["doc"]][start:end].strip()


def test_a_fact_with_another_value_is_another_fact(facts):
    assert len({one.id for one in facts}) == len(
        {(one.doc, str(one.places), str(one.found.fact)) for one in facts}
    )


def test_the_command_draws_and_counts(tmp_path):
    kept, labels = tmp_path / "list.jsonl", tmp_path / "labels.jsonl"
    done = lexatlas("eval", "--sample", "12", "--seed", "3", "--corpus", LIBRARY, "--list", kept, "--quiet")
    assert (done.code, done.out.split(" of ")[0]) == (0, "12 facts")
    ids = [json.loads(line)["id"] for line in kept.read_text(encoding="utf-8").splitlines()]
    told = ["right"] * 9 + ["wrong", "cannot-tell"]
    labels.write_text(
        "".join(f"{json.dumps({'id': i, 'label': label})}\n" for i, label in zip(ids, told, strict=False)),
        encoding="utf-8",
    )
    done = lexatlas("eval", "--labels", labels, "--list", kept, "--corpus", LIBRARY, "--quiet", "--json")
    found = done.json()
    assert (found["precision"], found["right"], found["wrong"], found["cannot-tell"]) == (0.9, 9, 1, 1)
    assert (found["interval"], found["unlabelled"], found["changed"]) == ([0.5958, 0.9821], 1, [])
    assert found["wrong_ids"] == [ids[9]]


def test_wilsons_interval():
    # Agrees with the tables of Newcombe (1998): 81 of 263 and 0 of 20.
    assert interval(81, 263) == [0.2553, 0.3662]
    assert interval(0, 20) == [0.0, 0.1611]
    assert interval(0, 0) is None


@pytest.mark.parametrize("label", [{"id": "a", "label": "fine"}, {"id": "b", "label": "right"}])
def test_labels_that_are_not_understood_are_bad_use(label):
    with pytest.raises(InputError):
        precision([{"id": "a", "doc": "d", "language": "en", "kind": "rate"}], [label])


def test_to_draw_needs_a_corpus_and_a_list(tmp_path):
    done = lexatlas("eval", "--sample", "5", "--list", tmp_path / "x.jsonl")
    assert (done.code, done.out, list(tmp_path.iterdir())) == (2, "", [])
