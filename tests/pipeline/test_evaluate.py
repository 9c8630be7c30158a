import json

import pytest

from lexatlas.core.errors import InputError, Unreadable
from lexatlas.pipeline.eval_status import measure_status
from lexatlas.pipeline.evaluate import asking, evaluate
from lexatlas.sources.pool import ReaderPool
from tests.analysts.veyland import ACT, PROVIDERS, RETAIL, articles, book

NEWS = "The Halden Courier\n\nTrade in bitcoin is banned, people say.\n"
FACTS = [
    {
        "id": "F-1", "doc": "XA/act.txt", "jurisdiction": "XA", "language": "en", "topic": RETAIL,
        "kind": "date",
        "value": {"date": "2025-01-01", "role": "in_force"}, "role": "in force",
        "exact": "This Act comes into force on 1 January 2025.",
    },
]  # fmt: skip
STATUS = {"jurisdiction": "XA", "topic": RETAIL, "docs": ["XA/act.txt"], "as_of": "2026-06-01"}
NONE = {"jurisdiction": "XA", "doc": "XA/news.txt", "question": "?", "kinds": ["money"]}


@pytest.fixture(scope="module")
def pool():
    with ReaderPool(size=1) as children:
        yield children


@pytest.fixture
def measured(tmp_path, pool):
    """Give a function that writes gold rows beside two documents of ours and measures against them."""
    documents = tmp_path / "corpus" / "docs"
    (documents / "XA").mkdir(parents=True)
    rows = []
    for name, words, kind in (
        ("act", ACT, "act"),
        ("news", NEWS, "news"),
        ("bears", articles("Bears eat."), "act"),
    ):
        (documents / "XA" / f"{name}.txt").write_text(words, encoding="utf-8")
        told = {"title": f"The {name}", "publisher": "Official Gazette of Veyland", "jurisdiction": "XA"}
        rows.append({"path": f"XA/{name}.txt", **told, "language": "en", "kind": kind, "date": "2026-06-01"})
    (documents / "manifest.jsonl").write_text(
        "".join(f"{json.dumps(row)}\n" for row in rows), encoding="utf-8"
    )

    def run(facts=(), status=(), none=(), topics=()):
        gold = tmp_path / "gold"
        gold.mkdir(exist_ok=True)
        for name, given in (("facts", facts), ("status", status), ("no_answer", none)):
            lines = "".join(f"{json.dumps(row)}\n" for row in given)
            (gold / f"{name}.jsonl").write_text(lines, encoding="utf-8")
        return evaluate(gold, tmp_path / "corpus", book(), pool, lambda _: None, topics)

    return run


def test_a_status_is_asked_on_each_date_that_gold_names(measured):
    stretches = [
        {"until": "2024-12-31", "status": "no-evidence"},
        {"from": "2025-01-01", "status": "banned"},
        {"from": "some day", "status": "banned"},
        {"from": "2025-02-01"},
    ]
    row = {**STATUS, "status": "allowed-regulated", "by_date": stretches}
    found = measured(status=[row])["status"]
    assert (found["rows"], found["right"], found["dates"]) == (1, 1, {"asked": 3, "right": 2})
    assert found["on_scale"] == {"rows": 1, "coded": 1, "wrong": 0}
    assert found["answers"][0]["borders"] == [
        {"date": "2024-12-31", "gold": "no-evidence", "code": "undetermined", "right": True},
        {"date": "2025-01-01", "gold": "banned", "code": "allowed-regulated", "right": False},
    ]


STATUSES = [
    ({"status": "allowed-regulated"}, "allowed-regulated", True, False),
    ({"status": "banned"}, "allowed-regulated", False, False),
    (
        {"status": "banned", "acceptable_alternatives": ["allowed-regulated"]},
        "allowed-regulated",
        True,
        False,
    ),
    ({"status": "no-evidence", "docs": ["XA/bears.txt"]}, "no-evidence", True, False),
    ({"status": "no-evidence", "docs": ["XA/news.txt"]}, "unresearched", True, True),
    ({"status": "no-evidence", "status_holds_from": "2026-06-02"}, "allowed-regulated", False, False),
]


@pytest.mark.parametrize(("row", "code", "right", "abstained"), STATUSES)
def test_what_counts_as_right_and_as_abstained(measured, row, code, right, abstained):
    found = measured(status=[{**STATUS, **row}])["status"]["answers"][0]
    assert (found["code"], found["abstained"]) == (code, abstained)
    assert all([found["code"] == code, *(border["right"] for border in found["borders"])])
    assert found["right"] == right


def test_a_fact_is_found_in_the_words_that_gold_names(measured):
    found = measured(facts=FACTS)["facts"]
    assert found == measured(facts=FACTS, topics=[RETAIL])["facts"]
    assert measured(facts=FACTS, topics=[PROVIDERS])["facts"] != found


def test_a_question_without_an_answer_is_left_without_one(measured):
    found = measured(none=[{**NONE, "id": "N-1", "topic": RETAIL}, {**NONE, "id": "N-2", "topic": "mining"}])
    assert found["no_answer"] == {
        "rows": 1, "answered": 0, "answers": [{"id": "N-1", "topic": RETAIL, "answered_by": []}],
    }  # fmt: skip


def test_a_question_that_was_answered_all_the_same_is_an_error(measured):
    row = {**NONE, "id": "N-1", "topic": RETAIL, "doc": "XA/act.txt", "kinds": ["prohibition"]}
    found = measured(none=[row])["no_answer"]
    assert (found["rows"], found["answered"], len(found["answers"][0]["answered_by"])) == (1, 1, 1)


def test_only_the_topics_asked_for_are_measured(measured):
    rows = [{**STATUS, "status": "allowed-regulated"}, {**STATUS, "status": "x", "topic": PROVIDERS}]
    found = measured(status=rows, topics=[RETAIL])
    assert (found["topics"], found["status"]["rows"], found["status"]["right"]) == ([RETAIL], 1, 1)
    assert measured(status=rows)["topics"] == "all"


def test_no_rows_give_no_share():
    found = measure_status([], lambda *_: None)
    assert (found["rows"], found["accuracy"], found["coverage"]) == (0, None, None)


def test_the_questions_that_may_ask_the_same_share_a_kind():
    row = {"topic": RETAIL, "kinds": ["sanction"]}
    assert asking(row, book()) == {
        fact.question for fact in book().topic(RETAIL).facts if "sanction" in fact.kinds
    }
    assert asking({**row, "kinds": []}, book()) == frozenset()


def test_what_is_missing_is_said(measured, tmp_path, pool):
    with pytest.raises(Unreadable, match=r"There is no document XA/none\.txt under"):
        measured(status=[{**STATUS, "status": "banned", "docs": ["XA/none.txt"]}])
    with pytest.raises(InputError):
        measured(topics=["no-such-topic"])
    with pytest.raises(Unreadable, match=r"The gold file .* cannot be read"):
        evaluate(tmp_path / "nowhere", tmp_path, book(), pool, lambda _: None)
