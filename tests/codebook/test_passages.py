"""Short laws in fourteen languages, of our own writing: coded as a reader would, or not at all."""

import tomllib
from datetime import date
from pathlib import Path

import pytest

from lexatlas.codebook import Example, load
from lexatlas.pipeline.examples import code_example

ROWS = tomllib.loads((Path(__file__).parent / "passages.toml").read_text("utf-8"))["passages"]
LAW = ("act", "order", "judgment")


def coded(row):
    """The code that the passage gets as the only text given."""
    tier = "T1" if row["kind"] in LAW else "T2"
    given = {key: row[key] for key in ("id", "language", "kind", "passage")}
    example = Example(**given, title="", tier=tier, as_of=date(2025, 6, 1), code="", why="")
    return code_example(load(), load().topic(row["topic"]), example).status.code


@pytest.mark.parametrize("row", ROWS, ids=[row["id"] for row in ROWS])
def test_a_passage_is_coded_as_a_reader_would_or_not_at_all(row):
    abstains = ["undetermined"] if row.get("open") else []
    assert coded(row) in [*row["codes"], *abstains]


def test_few_are_left_open():
    left = [row["id"] for row in ROWS if row.get("open")]
    assert (len(ROWS) > 100, len(left) * 10 < len(ROWS)) == (True, True)
