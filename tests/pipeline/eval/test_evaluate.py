import json
import re

import pytest

from lexatlas.core.errors import InputError, Unreadable
from lexatlas.pipeline.eval.baseline import moved, read_baseline
from lexatlas.pipeline.eval.evaluate import asking, evaluate
from lexatlas.pipeline.eval.html import report
from lexatlas.pipeline.eval.status import measure_status
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
        {"date": "2024-12-31", "gold": "no-evidence", "code": "undetermined", "right": True, "level": "None"},
        {"date": "2025-01-01", "gold": "banned", "code": "allowed-regulated", "right": False, "level": "Low"},
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
    with pytest.raises(Unreadable, match=r"None of the documents .*: XA/none\.txt is not there\."):
        measured(status=[{**STATUS, "status": "banned", "docs": ["XA/none.txt"]}])
    with pytest.raises(InputError):
        measured(topics=["no-such-topic"])
    with pytest.raises(Unreadable, match=r"The gold files .* cannot be read"):
        evaluate(tmp_path / "nowhere", tmp_path, book(), pool, lambda _: None)


def test_what_cannot_be_asked_is_told_and_the_rest_is_measured(measured, tmp_path):
    gold = tmp_path / "gold"
    rows = [
        {**STATUS, "status": "allowed-regulated"},
        {**STATUS, "status": "none", "topic": "mining"},
        {**STATUS, "status": "none", "topic": "no-such-topic"},
        {**STATUS, "status": "none", "jurisdiction": "QQ"},
        {**STATUS, "status": "none", "docs": ["XA/none.txt"]},
    ]
    found = measured(facts=[*FACTS, {**FACTS[0], "id": "F-2", "doc": "XA/none.txt"}], status=rows)
    assert (found["status"]["rows"], found["status"]["right"]) == (1, 1)
    assert found["left_out"]["absent"] == ["XA/none.txt"]
    assert found["facts"]["unread"] == ["F-2"]
    assert [row["reason"] for row in found["left_out"]["not_asked"]] == [
        "The topic mining is a draft: no code is published from it.",
        "The codebook has no topic no-such-topic.",
        "The codebook has no jurisdiction QQ.",
        "There is no document XA/none.txt.",
    ]
    assert {row.name for row in gold.iterdir()} == {"facts.jsonl", "status.jsonl", "no_answer.jsonl"}


def test_bad_lines_are_named_and_files_may_be_absent(measured, tmp_path, pool):
    measured(facts=FACTS)
    gold = tmp_path / "gold"
    good = (gold / "facts.jsonl").read_text(encoding="utf-8")
    (gold / "facts.jsonl").write_text(f'{good}no json\n\n[1]\n{{"id": "F-9"}}\n', encoding="utf-8")
    for name in ("status", "no_answer"):
        (gold / f"{name}.jsonl").unlink()
    found = evaluate(gold, tmp_path / "corpus", book(), pool, lambda _: None)
    assert found["left_out"]["lines"] == [
        "facts.jsonl, line 2: this is no JSON. The line was left out.",
        "facts.jsonl, line 4: this is no row with named fields. The line was left out.",
        "facts.jsonl, line 5: the field doc, language, topic, kind, value, exact is missing. The line was left out.",
    ]
    assert [row["id"] for row in found["facts"]["outcomes"]] == ["F-1"]
    assert (found["status"]["rows"], found["no_answer"]["rows"]) == (0, 0)


def test_a_folder_without_a_manifest_is_measured_too(tmp_path, pool):
    documents = tmp_path / "corpus" / "docs" / "XA"
    documents.mkdir(parents=True)
    (documents / "act.txt").write_text(ACT, encoding="utf-8")
    gold = tmp_path / "gold"
    gold.mkdir()
    (gold / "facts.jsonl").write_text(f"{json.dumps(FACTS[0])}\n", encoding="utf-8")
    (gold / "status.jsonl").write_text(
        f"{json.dumps({**STATUS, 'status': 'no-evidence'})}\n", encoding="utf-8"
    )
    found = evaluate(gold, tmp_path / "corpus", book(), pool, lambda _: None)
    # A file of one's own is taken for the law of the place that is asked about.
    assert [row["code"] for row in found["status"]["answers"]] == ["allowed-regulated"]
    assert len(found["facts"]["outcomes"]) == 1


def test_each_gold_fact_is_told_with_what_became_of_it(measured):
    lost = {
        **FACTS[0],
        "id": "F-2",
        "value": {"date": "2025-01-02", "role": "in_force"},
        "trap": "the next day",
        "exact": "into force on 1 January 2025.",
    }
    # With fifteen rows the language counts; those of a document that is not there are left out.
    absent = [{**FACTS[0], "id": f"P-{number}", "doc": "XA/none.txt"} for number in range(13)]
    found = measured(facts=[FACTS[0], lost, *absent])["facts"]
    first, second = found["outcomes"]
    assert (first["id"], first["found"], first["part"], first["jurisdiction"]) == (
        "F-1",
        True,
        "operative",
        "XA",
    )
    assert (second["found"], second["reason"], second["trap"]) == (False, "read with another value", "fallen")
    assert found["at_ten"] == {"recall": 0.5, "found": 1, "rows": 2}
    assert found["by"]["part"]["operative"]["rows"] == 2


def test_confidence_is_held_against_what_was_right(measured):
    found = measured(status=[{**STATUS, "status": "allowed-regulated"}, {**STATUS, "status": "banned"}])
    held = found["status"]["reliability"]
    assert (held["rows"], held["enough"]) == (2, False)
    assert [(row["level"], row["right"], row["n"]) for row in held["levels"]] == [
        ("High", 0, 0), ("Medium", 1, 2), ("Low", 0, 0),
    ]  # fmt: skip
    # One right and one wrong, each said with 0.85: (0.15² + 0.85²) / 2.
    assert (held["brier"], held["base"]) == (0.3725, 0.25)
    assert found["status"]["confusion"] == {
        RETAIL: {"allowed-regulated": {"allowed-regulated": 1}, "banned": {"allowed-regulated": 1}}
    }
    assert found["quotes"]["support"] == 1.0


def test_a_baseline_shows_what_moved(measured, tmp_path):
    rows = [{**STATUS, "status": "allowed-regulated"}]
    today = measured(facts=FACTS, status=rows)
    assert moved(today, today) == {
        "same_gold": True, "figures": [], "won": [], "lost": [], "fallen": [], "risen": [], "statuses": [],
        "answered": [], "no_longer_answered": [], "only_before": [], "only_today": [],
    }  # fmt: skip
    before = json.loads(json.dumps(today))
    before["facts"]["outcomes"][0]["found"] = False
    before["status"]["answers"][0].update(code="undetermined", right=False)
    change = moved(before, today)
    assert (change["won"], change["lost"]) == (["F-1"], [])
    assert [(row["before"], row["today"], row["right"]) for row in change["statuses"]] == [
        ("undetermined", "allowed-regulated", True)
    ]
    (tmp_path / "x.json").write_text("[]", encoding="utf-8")
    with pytest.raises(Unreadable, match="is no measurement"):
        read_baseline(tmp_path / "x.json")


def test_the_page_of_html_loads_nothing_and_holds_no_words_of_a_document(measured):
    found = measured(facts=[*FACTS, {**FACTS[0], "id": "F-2", "kind": "definition", "exact": "absent"}],
                     status=[{**STATUS, "status": "banned"}])  # fmt: skip
    page = report(found, "lexatlas eval GOLD", moved(found, found))
    assert re.findall(r"(?:src|href|url\()[=(]?", page) == []
    assert "http" not in page.replace("http-equiv", "")
    assert FACTS[0]["exact"] not in page
    assert page.count("<svg") == 13
    assert "F-2" in page
    assert 'class="bad">wrong' in page
