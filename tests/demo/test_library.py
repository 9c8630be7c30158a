"""The sample library is whole, ours, and open."""

import json
from pathlib import Path

LIBRARY = Path(__file__).resolve().parents[2] / "demo" / "library"
ROWS = [json.loads(line) for line in (LIBRARY / "manifest.jsonl").read_text(encoding="utf-8").splitlines()]
FIELDS = [
    "path",
    "title",
    "publisher",
    "jurisdiction",
    "language",
    "kind",
    "date",
    "url",
    "rights",
    "rights_ground",
]


def test_each_row_has_every_field():
    assert [list(row) for row in ROWS] == [FIELDS] * len(ROWS)


def test_each_document_has_one_row_and_each_row_a_document():
    documents = sorted(path.relative_to(LIBRARY).as_posix() for path in LIBRARY.glob("*/*") if path.is_file())

    assert sorted(row["path"] for row in ROWS) == documents


def test_all_of_it_may_be_passed_on_and_no_address_is_real():
    assert {row["rights"] for row in ROWS} == {"open"}
    assert {row["url"].split("/")[2].rsplit(".", 1)[1] for row in ROWS} == {"example"}


def test_xa_shows_the_cases_it_was_written_for():
    kinds = [(row["jurisdiction"], row["kind"]) for row in ROWS if row["path"].startswith("XA/")]

    assert kinds == [
        ("XA", "act"),
        ("XA", "rule"),
        ("XA", "order"),
        ("XA-FZ", "rule"),
        ("XA", "bill"),
        ("XA", "news"),
    ]
