"""The data file is the document as hashed, with its notice, in the form of the published schema."""

import json
from pathlib import Path

import pytest

from lexatlas.core.canonical import canonical_json, sha256_hex
from lexatlas.core.document import NOTICE, Document
from lexatlas.exports import EXPORTERS
from lexatlas.exports.schema import FIELDS, SCHEMA, fields_text, schema_text
from tests.exports.sample import PROVENANCE, SAMPLES, STANDING, coded

ROOT = Path(__file__).parents[2]


def exported(make=coded, provenance=PROVENANCE):
    return json.loads(EXPORTERS["json"](make(), provenance, STANDING))


@pytest.mark.parametrize("make", SAMPLES.values(), ids=SAMPLES)
def test_the_document_comes_back_with_its_hash(make):
    data = exported(make)
    again = Document.model_validate(data["document"])
    assert (again, again.id) == (make(), data["id"])
    assert sha256_hex(canonical_json(data["document"])) == data["sha256"]


def test_the_notice_stands_beside_each_status():
    data = exported()
    places = (data, data["status"], data["marks"], data["document"])
    assert [place["notice"] for place in places] == [NOTICE] * 4


def test_marks_are_counted_over_claims_only():
    marks = exported()["marks"]
    assert marks | {"notice": ""} == {
        "claims": 11,
        "verdicts": {"verified": 7, "supported": 1, "partial": 1, "contradicted": 1, "unverified": 1},
        "plain_quotations": 4,
        "records": 2,
        "labels": 7,
        "notice": "",
    }


def test_without_provenance_it_says_null():
    assert exported(provenance=None)["provenance"] is None


def test_the_same_values_give_the_same_bytes():
    assert EXPORTERS["json"](coded()) == EXPORTERS["json"](coded())


def test_the_published_schema_is_that_of_the_program():
    assert (ROOT / SCHEMA).read_text(encoding="utf-8") == schema_text()


def test_the_table_of_fields_is_that_of_the_program():
    assert (ROOT / FIELDS).read_text(encoding="utf-8") == fields_text()


def test_the_schema_names_each_key_that_is_written():
    schema = json.loads(schema_text())
    assert set(schema["properties"]) == set(exported())
    document = schema["$defs"]["Document"]["properties"]
    # What people edited is written of a page that they did edit, and of no other.
    assert set(document) == {*exported()["document"], "edited"}
