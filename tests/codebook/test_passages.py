"""Hundreds of short laws of our own in fifteen languages: coded as a careful reader would, or known to be missed.

A file of `passages/` holds one language. A passage has the codes that a reader could give (`undetermined` and
`no-evidence` among them where the words settle nothing). `missed` says why the coder abstains today on a passage that a
reader would code: such a passage may be given no code at all, and the day it is given its own, the line must go.
"""

import tomllib
from datetime import date
from pathlib import Path

import pytest

from lexatlas.codebook import Example, load
from lexatlas.pipeline.examples import code_example

FILES = sorted((Path(__file__).parent / "passages").glob("*.toml"))
ROWS = [
    {"language": file.stem, **row}
    for file in FILES
    for row in tomllib.loads(file.read_text("utf-8"))["passages"]
]
BINDING = ("act", "order", "judgment", "bill")
NO_CODE = ("undetermined", "no-evidence", "unresearched")


def coded(row):
    """The code that the passage gets as the only text given."""
    given = {key: row[key] for key in ("id", "language", "kind")}
    tier = "T1" if row["kind"] in BINDING else "T2"
    example = Example(
        **given, passage=row["text"], title="", tier=tier, as_of=date(2025, 6, 1), code="", why=""
    )
    return code_example(load(), load().topic(row["topic"]), example).status.code


def named(rows):
    return [pytest.param(row, id=row["id"]) for row in rows]


@pytest.mark.parametrize("row", named(row for row in ROWS if "missed" not in row))
def test_a_passage_gets_a_code_that_a_reader_could_give(row):
    assert coded(row) in row["codes"]


@pytest.mark.parametrize("row", named(row for row in ROWS if "missed" in row))
def test_a_passage_that_is_known_to_be_missed_gets_no_code(row):
    """A wrong code is a fault; a right one is the day to take `missed` away."""
    assert coded(row) in NO_CODE, f"Take `missed` away if the code is right: {row['missed']}"


def test_few_passages_are_missed_and_each_has_a_name_of_its_own():
    missed = [row["id"] for row in ROWS if "missed" in row]
    assert len(missed) * 20 < len(ROWS), missed
    assert len({row["id"] for row in ROWS}) == len(ROWS)
    assert [row["id"] for row in ROWS if not row["id"].startswith(f"{row['language']}-")] == []
