"""`lexatlas import-page`: a bundle that verifies, what the checks flag, refusals that leave what was."""

import io
import json
from pathlib import Path

import pytest

from lexatlas.bundle import read
from lexatlas.cli.main import main

SAMPLE = Path(__file__).parents[1] / "pipeline" / "sample_page.txt"


def lexatlas(*words):
    out, err = io.StringIO(), io.StringIO()
    return main([str(word) for word in words], out, err), out.getvalue(), err.getvalue()


@pytest.mark.parametrize("name", ["xa", "xa.zip"])
def test_a_page_becomes_a_bundle_whole_and_private(tmp_path, name):
    code, out, err = lexatlas("import-page", SAMPLE, "--out", tmp_path / name)
    bundle = read(tmp_path / name)
    assert (code, err) == (0, "Importing sample_page.txt …\n")
    count = len(bundle.document.claims)
    assert out.splitlines()[:4] == [
        f"{tmp_path / name}: {bundle.document.id}, {count} claims, none with an archived source.",
        "As claimed on the page: Gray-Zone.",
        f"A claim without a quote. ({count})",
        "  Harbour Tokens Act (No. 7 of 2024) - Adopted: 2024-02-29 - In force: 2024-07",
    ]
    assert list(bundle.raw.values()) == [SAMPLE.read_bytes()]
    assert bundle.document.imported["Reference ID"] == "#41"
    assert [source.rights for source in bundle.document.sources] == ["private", "quote-only", "quote-only"]


def test_the_result_as_json(tmp_path):
    code, out, err = lexatlas("import-page", SAMPLE, "--out", tmp_path / "xa", "--json", "--quiet")
    told = json.loads(out)
    document = read(tmp_path / "xa").document
    assert (code, err) == (0, "")
    assert (told["id"], told["reference_id"], told["verdicts"]) == (
        document.id,
        "#41",
        {"unverified": len(document.claims)},
    )
    assert {"check": "references", "answer": "no", "words": ["Draft Token Sales Order"],
            "reason": "A law without a number."} in told["flags"]  # fmt: skip


def test_the_bundle_verifies_and_says_that_nothing_is_supported(tmp_path):
    lexatlas("import-page", SAMPLE, "--out", tmp_path / "xa")
    code, out, _ = lexatlas("verify", tmp_path / "xa", "--json", "--quiet")
    told = json.loads(out)
    answers = {name: told[name]["answer"] for name in ("integrity", "derivation", "judgement", "origin")}
    assert answers == {
        "integrity": "consistent, not authenticated",
        "derivation": "re-derived",
        "judgement": "agrees",
        "origin": "as claimed",
    }
    assert code == 1


def test_a_bundle_is_replaced_by_force_only(tmp_path):
    lexatlas("import-page", SAMPLE, "--out", tmp_path / "xa")
    before = read(tmp_path / "xa").provenance
    code, _, err = lexatlas("import-page", SAMPLE, "--out", tmp_path / "xa")
    assert (code, "add --force to replace it" in err, read(tmp_path / "xa").provenance == before) == (
        2,
        True,
        True,
    )
    assert lexatlas("import-page", SAMPLE, "--out", tmp_path / "xa", "--force")[0] == 0


@pytest.mark.parametrize(
    ("words", "code", "sentence"),
    [
        (("--jurisdiction", "XAA"), 2, "No jurisdiction is called “XAA”."),
        (("--topic", "vasp-licencing"), 2, "Did you mean vasp-licensing"),
        (("--as-of", "2026-13-01"), 2, "“2026-13-01” is no date. Write it as 2026-06-01."),
    ],
)
def test_bad_words_come_back_as_sentences(tmp_path, words, code, sentence):
    got, out, err = lexatlas("import-page", SAMPLE, "--out", tmp_path / "xa", "--quiet", *words)
    assert (got, out, sentence in err, list(tmp_path.iterdir())) == (code, "", True, [])


def test_a_page_that_is_not_there_cannot_be_read(tmp_path):
    code, _, err = lexatlas("import-page", tmp_path / "none.txt", "--out", tmp_path / "xa", "--quiet")
    assert (code, err) == (3, f"{tmp_path / 'none.txt'} could not be read: no such file or directory.\n")
