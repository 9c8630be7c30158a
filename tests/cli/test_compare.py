"""`lexatlas compare` on bundles: the words, the JSON, refusals and what cannot be read."""

import io
import json

import pytest

from lexatlas.bundle import Bundle, write
from lexatlas.cli.main import main
from lexatlas.core.provenance import Provenance
from tests.compare.analyses import NEW_TEXT, OLD_TEXT, claim, side, snapshot, source

BEFORE = side(
    (claim("The fee is 100 marks.", "The fee is 100 marks."),),
    (source(),),
    (snapshot(OLD_TEXT, "2024-01-01"),),
    texts=(OLD_TEXT,),
)
AFTER = side(
    (claim("The fee is 300 marks.", "The fee is 300 marks.", NEW_TEXT),),
    (source(text=NEW_TEXT),),
    (snapshot(NEW_TEXT, "2025-05-01"),),
    texts=(NEW_TEXT,),
)


def lexatlas(*words):
    out, err = io.StringIO(), io.StringIO()
    return main([str(word) for word in words], out, err), out.getvalue(), err.getvalue()


@pytest.fixture
def bundles(tmp_path):
    for name, made in (("before", BEFORE), ("after.zip", AFTER), ("again", BEFORE)):
        provenance = Provenance(created="2026-01-01T00:00:00+00:00", run=name)
        write(Bundle(made.document, provenance, b"<html></html>", texts=made.texts), tmp_path / name)
    return tmp_path


def test_a_folder_and_a_zip_are_compared(bundles):
    code, out, err = lexatlas("compare", bundles / "before", bundles / "after.zip", "--quiet")
    assert (code, err) == (0, "")
    assert out.splitlines()[-3:] == [
        "Changed (law changed, 1): Two copies of “Token Act”, as of 2024-01-01 and as of 2025-05-01: "
        "the words are not in the earlier one.",
        "  - The fee is 100 marks.",
        "  + The fee is 300 marks.",
    ]


def test_the_result_as_json(bundles):
    code, out, err = lexatlas("compare", bundles / "before", bundles / "after.zip", "--json")
    result = json.loads(out)
    assert (code, result["counts"], result["causes"]["law changed"]) == (
        0,
        {"same": 0, "changed": 1, "new": 0, "gone": 0},
        1,
    )
    assert err.startswith("Comparing ")


def test_the_same_hash_is_refused_whatever_run_made_it(bundles):
    code, out, err = lexatlas("compare", bundles / "before", bundles / "again", "--quiet")
    assert (code, out) == (2, "")
    assert (
        err == f"Both are the same analysis ({BEFORE.document.id}); a version is not compared with itself.\n"
    )


def test_what_is_no_bundle_cannot_be_read(bundles):
    code, out, err = lexatlas("compare", bundles / "before", bundles / "nowhere", "--quiet")
    assert (code, out) == (3, "")
    assert err.startswith("There is no bundle at ")
