"""`lexatlas export`: every format of the registry, to standard output or a file, by flag or by name."""

import io
import json
from dataclasses import replace
from pathlib import Path

import pytest

from lexatlas.bundle import read
from lexatlas.cli.main import main
from lexatlas.cli.plain.export import render
from lexatlas.exports import EXPORTERS

SAMPLE = Path(__file__).parents[1] / "pipeline" / "sample_page.txt"


def lexatlas(*words):
    out, err = io.StringIO(), io.StringIO()
    return main([str(word) for word in words], out, err), out.getvalue(), err.getvalue()


@pytest.fixture(scope="module")
def bundle(tmp_path_factory):
    path = tmp_path_factory.mktemp("export") / "xa"
    assert lexatlas("import-page", SAMPLE, "--out", path, "--quiet")[0] == 0
    return path


@pytest.mark.parametrize("name", EXPORTERS)
def test_each_format_goes_to_standard_output_and_to_a_file(bundle, tmp_path, name):
    code, out, err = lexatlas("export", bundle, "--format", name)
    assert (code, err, out != "") == (0, "", True)
    file = tmp_path / f"page.{name}"
    code, nothing, err = lexatlas("export", bundle, "-o", file)
    assert (code, nothing, err) == (0, "", f"Wrote {file} ({file.stat().st_size} bytes).\n")
    assert file.read_text(encoding="utf-8") == out


def test_a_document_in_memory_and_one_read_back_give_the_same_bytes(bundle):
    read_back = read(bundle)
    imported = dict(reversed(read_back.document.imported.items()))
    fresh = replace(read_back, document=read_back.document.model_copy(update={"imported": imported}))
    assert {name: render(fresh, name) for name in EXPORTERS} == {
        name: render(read_back, name) for name in EXPORTERS
    }


def test_json_is_json(bundle):
    assert json.loads(lexatlas("export", bundle, "--json")[1])


def test_a_format_must_be_known(bundle, tmp_path):
    code, _, err = lexatlas("export", bundle)
    assert (code, err) == (2, f"Say which format: --format {' or '.join(EXPORTERS)}.\n")
    code, _, err = lexatlas("export", bundle, "--format", "htm")
    assert (code, err) == (2, "Unknown format 'htm'. Did you mean html?\n")
    code, _, err = lexatlas("export", bundle, "-o", tmp_path / "page.jso")
    assert (code, err) == (2, "Unknown format 'jso'. Did you mean json?\n")


def test_what_is_no_bundle_cannot_be_read(tmp_path):
    code, _, err = lexatlas("export", tmp_path / "none", "--format", "json")
    assert (code, err.startswith("There is no bundle at ")) == (3, True)


def test_a_folder_that_is_not_there_is_a_sentence(bundle, tmp_path):
    code, _, err = lexatlas("export", bundle, "-o", tmp_path / "none" / "page.json")
    assert (code, err) == (
        3,
        f"Could not read or write {tmp_path / 'none' / 'page.json'}: no such file or directory.\n",
    )
