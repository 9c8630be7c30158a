"""The sample library is whole, ours, small, and wide enough to show what it is for."""

import json
import re
from pathlib import Path

from demo.plan import read_plan

ROOT = Path(__file__).resolve().parents[2]
LIBRARY = ROOT / "demo" / "library"
ROWS = [json.loads(line) for line in (LIBRARY / "manifest.jsonl").read_text(encoding="utf-8").splitlines()]
PLAN = read_plan()
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


def test_each_document_says_what_it_shows_and_each_fault_is_a_known_one():
    known = set(
        re.findall(r"^\| ([DP]\d+) \|", (ROOT / "docs" / "faults.md").read_text("utf-8"), re.MULTILINE)
    )

    assert [paper.path for paper in PLAN.papers] == [row["path"] for row in ROWS]
    assert {paper.fault for paper in PLAN.papers} - {""} <= known


def test_every_question_belongs_to_a_place_and_every_place_to_a_folder():
    assert {question.place for question in PLAN.questions} == {place.code for place in PLAN.places}
    assert {place.library for place in PLAN.places} == {row["path"].split("/")[0] for row in ROWS}


def test_it_holds_every_form_right_and_tongue_that_it_shows():
    forms = sorted({paper.form for paper in PLAN.papers})

    assert forms == ["DOCX", "HTML", "JSON", "MD", "PDF", "TXT", "XML"]
    assert {row["rights"] for row in ROWS} == {"open", "quote-only", "private"}
    assert {row["language"] for row in ROWS} == {"ar", "en", "fr", "vi"}


def test_no_address_is_real_and_the_whole_is_small():
    size = sum(path.stat().st_size for path in LIBRARY.rglob("*") if path.is_file())

    assert {row["url"].split("/")[2].rsplit(".", 1)[1] for row in ROWS} == {"example"}
    assert size < 1_500_000
