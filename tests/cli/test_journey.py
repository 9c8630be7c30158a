"""Every command on the sample library, as a person types it: results, progress, exit codes, refusals."""

import json
import shutil
import threading
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from lexatlas.bundle import inspect, read
from lexatlas.exports import EXPORTERS
from lexatlas.pipeline.unfinished import folder_of
from tests.cli.command_line import (
    ACT,
    ASKED,
    CIRCULAR,
    LIBRARY,
    NEWS,
    analyse,
    bytes_of,
    in_process,
    lexatlas,
)

HERE = Path(__file__).parent
PAGE = HERE.parent / "pipeline" / "sample_page.txt"
GOLD = HERE.parent / "pipeline" / "gold"
NOTICE = "Research aid, not legal advice."


@pytest.fixture(scope="module")
def bundle(tmp_path_factory):
    """Give the bundle of all that the library holds of Veyland."""
    out = tmp_path_factory.mktemp("journey") / "xa"
    done = analyse(out, LIBRARY / "XA")
    assert done.code == 0, done.told
    return out


@pytest.fixture(scope="module")
def circular(tmp_path_factory):
    """Give the bundle of one document that does not settle the question."""
    out = tmp_path_factory.mktemp("circular") / "xa"
    done = analyse(out, CIRCULAR)
    assert done.code == 0, done.told
    return out


# ------------------------------------------------------------------------------------------- analyse


def test_a_folder_is_analysed_in_a_process_of_its_own(tmp_path, bundle):
    out = tmp_path / "deep" / "xa"
    done = in_process(
        *ASKED, "--from", "library/XA", "--out", out, home=tmp_path / "home", cwd=LIBRARY.parent
    )
    lines, seal = done.out.splitlines(), inspect(out).seal
    assert done.code == 0
    answers = "Licensed: lawful · Unlicensed: unlawful · From abroad: not addressed"
    assert lines[:2] == [
        "Veyland, Provider licensing, as of 2026-06-01",
        f"Full licence (full-licence) · {answers}",
    ]
    assert lines[-2] == f"Seal {seal}"
    assert lines[-1].startswith(NOTICE)
    names = sorted(path.name for path in (LIBRARY / "XA").iterdir())
    told = done.err.splitlines()
    assert sorted(told[: len(names)]) == [f"Reading {name}" for name in names]
    assert told[len(names)] == f"Analysing {len(names)} texts on Provider licensing as of 2026-06-01"
    assert len(told) == len(names) + 2
    # The same question and documents make the same document, from whatever folder they are asked.
    assert bytes_of(out)["data/document.json"] == bytes_of(bundle)["data/document.json"]


def test_a_bundle_holds_what_it_should(bundle):
    names = set(bytes_of(bundle))
    assert {"data/document.json", "data/provenance.json", "data/page.html"} <= names
    assert {Path(name).parts[1] for name in names if name.startswith("data/") and name.count("/") > 1} == {
        "codebook", "raw", "text",
    }  # fmt: skip
    raw = {path.read_bytes() for path in (bundle / "data" / "raw").iterdir()}
    assert raw == {path.read_bytes() for path in (LIBRARY / "XA").iterdir()}


def test_json_and_quiet(tmp_path):
    done = analyse(tmp_path / "xa", ACT, words=("--json", "--quiet"))
    told, document = done.json(), read(tmp_path / "xa").document
    assert (done.code, done.err) == (0, "")
    assert (told["id"], told["sha256"], told["seal"]) == (
        document.id, document.sha256, inspect(tmp_path / "xa").seal,
    )  # fmt: skip
    assert told["status"]["code"] == "full-licence"
    assert sum(told["verdicts"].values()) == told["claims"] == len(document.claims)


@pytest.mark.parametrize("name", ["files", "manifest", "zip"])
def test_what_is_given_may_be_files_or_a_manifest_and_out_a_zip(tmp_path, bundle, name):
    library = tmp_path / "library"
    shutil.copytree(LIBRARY, library)
    rows = (library / "manifest.jsonl").read_text(encoding="utf-8").splitlines(keepends=True)
    kept = "".join(row for row in rows if '"path": "XA/' in row)
    (library / "manifest.jsonl").write_text(kept, encoding="utf-8")
    out = tmp_path / ("xa.zip" if name == "zip" else "xa")
    given = {"manifest": [library / "manifest.jsonl"], "zip": [library / "XA"]}
    done = analyse(out, *given.get(name, sorted((library / "XA").iterdir())), words=("--quiet",))
    assert done.code == 0
    assert out.is_file() == (name == "zip")
    made, whole = read(out).document, read(bundle).document
    # Rows are found above each file, so what is known of the documents is the same.
    assert [source.tier for source in made.sources] == [source.tier for source in whole.sources]
    assert made.status.code == whole.status.code
    assert lexatlas("verify", out).code == 0


class Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *_):
        pass


@pytest.fixture
def site():
    """Give the address of the library, served on this machine."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(LIBRARY)))
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()
    thread.join()


@pytest.mark.network
def test_an_address_is_fetched_with_leave_only(tmp_path, site):
    address = f"{site}/XA/{ACT.name}"
    refused = analyse(tmp_path / "xa", address)
    assert refused.code == 3
    assert refused.err.count("\n") == 2
    assert "The host 127.0.0.1 is not a public address" in refused.err
    assert list(tmp_path.iterdir()) == []
    done = analyse(tmp_path / "xa", address, words=("--allow-local",))
    made = read(tmp_path / "xa")
    assert done.code == 0
    assert done.err.startswith(f"Fetching {address}\n")
    assert [(each.address, each.by) for each in made.provenance.fetched] == [(address, "fetched")]
    assert list(made.raw.values()) in ([], [ACT.read_bytes()])
    assert lexatlas("verify", tmp_path / "xa").code == 0


def test_nothing_is_answered_from_a_document_that_does_not_answer(circular):
    document = read(circular).document
    assert not document.status.coded
    assert document.status.code in ("undetermined", "no-evidence")


@pytest.mark.parametrize("name", ["xa", "deep/xa.zip"])
def test_a_bundle_within_the_folder_of_documents_is_no_document(tmp_path, circular, name):
    shutil.copy(CIRCULAR, tmp_path)
    out = tmp_path / name
    first = analyse(out, tmp_path)
    assert (first.code, read(out).document.gaps) == (0, ())
    before = read(out).document.sha256
    again = analyse(out, tmp_path, words=("--force",))
    assert (again.code, read(out).document.sha256) == (0, before)
    # A run that was stopped is none either, nor is a bundle that is given itself.
    (tmp_path / "xb.unfinished").mkdir()
    (tmp_path / "xb.unfinished" / "journal").write_bytes(b"")
    assert analyse(out, tmp_path, words=("--force",)).code == 0
    assert read(out).document.sha256 == before
    given = analyse(tmp_path / "xc", out)
    assert (given.code, given.err) == (
        2, f"'{out}' is an analysis of Lexatlas. Name the documents that it rests on.\n",
    )  # fmt: skip


# ------------------------------------------------------------------------------- what stands at --out


def test_a_finished_analysis_is_replaced_by_force_only(tmp_path, circular):
    out = tmp_path / "xa"
    shutil.copytree(circular, out)
    before = bytes_of(out)
    refused = analyse(out, ACT)
    assert (refused.code, refused.out) == (2, "")
    assert refused.err == (
        f"{out} holds a finished analysis. Say --force to replace it, or choose another name.\n"
    )
    assert bytes_of(out) == before
    assert analyse(out, ACT, words=("--force",)).code == 0
    assert read(out).document.status.code == "full-licence"
    assert not folder_of(out).exists()


@pytest.mark.parametrize("force", [(), ("--force",)])
def test_something_else_is_left_untouched(tmp_path, force):
    out = tmp_path / "xa"
    out.mkdir()
    (out / "thesis.txt").write_text("mine", encoding="utf-8")
    refused = analyse(out, ACT, words=force)
    assert refused.code == 2
    assert refused.err == f"{out} exists and is not a bundle; it is left as it is. Choose another name.\n"
    assert bytes_of(tmp_path) == {"xa/thesis.txt": b"mine"}


def test_an_empty_folder_at_out_is_taken(tmp_path):
    (tmp_path / "xa").mkdir()
    assert analyse(tmp_path / "xa", CIRCULAR).code == 0


# ---------------------------------------------------------------------------------- verify and compare


def test_verify_with_the_right_seal_and_the_wrong_one(bundle):
    seal = inspect(bundle).seal
    done = lexatlas("verify", bundle, "--expect", seal, "--json")
    told = done.json()
    assert (done.code, done.err) == (0, f"Verifying {bundle} …\n")
    assert list(told) == ["seal", "integrity", "derivation", "judgement", "origin", "verdicts"]
    assert (told["seal"], told["integrity"]["answer"]) == (seal, "authenticated")
    assert (told["derivation"]["answer"], told["judgement"]["answer"]) == ("re-derived", "agrees")
    wrong = lexatlas("verify", bundle, "--expect", "0" * 64, "--quiet")
    assert (wrong.code, wrong.err) == (1, "")
    assert "Integrity   fails." in wrong.out


def test_verify_of_a_zip_and_of_none(tmp_path, circular):
    assert analyse(tmp_path / "xa.zip", CIRCULAR).code == 0
    assert lexatlas("verify", tmp_path / "xa.zip").code == 0
    missing = lexatlas("verify", tmp_path / "xb", "--quiet")
    assert (missing.code, missing.out, missing.err.count("\n")) == (3, "", 1)


def test_compare(bundle, circular):
    done = lexatlas("compare", circular, bundle)
    assert (done.code, done.err) == (0, f"Comparing {circular} with {bundle} …\n")
    assert "Full licence" in done.out
    as_json = lexatlas("compare", circular, bundle, "--json", "--quiet")
    assert (as_json.code, as_json.err) == (0, "")
    assert isinstance(as_json.json(), dict)
    same = lexatlas("compare", bundle, bundle, "--quiet")
    assert (same.code, same.out, same.err.count("\n")) == (2, "", 1)


# ------------------------------------------------------------------------- export, import-page, codebook


@pytest.mark.parametrize("name", EXPORTERS)
def test_export_to_standard_output_and_to_a_file(tmp_path, bundle, name):
    done = in_process("export", bundle, "--format", name, home=tmp_path / "home")
    assert (done.code, done.err) == (0, "")
    written = lexatlas("export", bundle, "--format", name, "-o", tmp_path / "page")
    assert (written.code, written.out) == (0, "")
    assert (tmp_path / "page").read_bytes().decode() == done.out
    assert NOTICE in done.out
    if name == "html":
        assert (bundle / "data" / "page.html").read_text(encoding="utf-8") == done.out


def test_an_imported_page_says_that_nothing_is_supported(tmp_path):
    done = lexatlas("import-page", PAGE, "--out", tmp_path / "xa")
    assert done.code == 0
    checked = lexatlas("verify", tmp_path / "xa", "--json")
    assert checked.code == 1
    assert checked.json()["verdicts"]["verified"] == 0


def test_codebook():
    assert lexatlas("codebook", "lint").code == 0
    assert "full-licence" in lexatlas("codebook", "show", "vasp-licensing").out
    assert lexatlas("codebook", "show", "vasp-licensing", "--json").json()["id"] == "vasp-licensing"


# ---------------------------------------------------------------------------------------------- eval


def test_eval_on_gold_about_the_library(tmp_path):
    shutil.copytree(LIBRARY, tmp_path / "docs")
    words = ("eval", GOLD, "--corpus", tmp_path)
    done = lexatlas(*words, "--topics", "vasp-licensing,retail-trading-status", "--json", "--quiet")
    told = done.json()
    assert (done.code, done.err) == (0, "")
    english = told["facts"]["by"]["language"]["en"]
    assert (english["recall"], english["precision"], english["found"], english["gated"]) == (1, 1, 4, False)
    # Fewer than fifteen facts of a language are shown, and do not count.
    assert (told["facts"]["recall"], told["facts"]["rows"]) == (None, 0)
    assert (told["status"]["accuracy"], told["status"]["coverage"], told["status"]["rows"]) == (1, 0.5, 2)
    assert (told["no_answer"]["rows"], told["no_answer"]["answered"]) == (1, 0)
    people = lexatlas(*words)
    assert people.code == 0
    assert people.out.splitlines()[:3] == [
        "Facts: recall not known (0 of 0), precision not known (0 of 0)",
        "  en: recall 1.000 (4 of 4), precision 1.000 (4 of 4), too few to count above",
        "Status: 2 of 2 right, coverage 0.500",
    ]
    assert people.err.startswith("Reading XA/")


def test_eval_without_its_documents(tmp_path):
    done = lexatlas("eval", GOLD, "--corpus", tmp_path, "--quiet")
    assert (done.code, done.out, done.err.count("\n")) == (3, "", 1)


# -------------------------------------------------------------------------------------- words unknown


@pytest.mark.parametrize(
    ("words", "near"),
    [
        (("analyze", "XA", "vasp-licensing"), "analyse"),
        (("analyse", "XA", "vasp-licencing", "--from", "x", "--out", "y"), "vasp-licensing"),
        (("analyse", "Estonai", "vasp-licensing", "--from", "x", "--out", "y"), "Estonia"),
        (("analyse", "XA", "vasp-licensing", "--from", "x", "--out", "y", "--forse"), "--force"),
        (("verify", "x", "--expct", "y"), "--expect"),
        (("codebook", "show", "vasp-licencing"), "vasp-licensing"),
        (("eval", str(GOLD), "--topics", "vasp-licencing"), "vasp-licensing"),
        (("export", "BUNDLE", "--format", "htm"), "html"),
        (("import-page", str(PAGE), "--out", "y", "--topic", "vasp-licencing"), "vasp-licensing"),
    ],
)
def test_unknown_words_are_bad_use_and_near_ones_are_named(tmp_path, monkeypatch, circular, words, near):
    monkeypatch.chdir(tmp_path)
    done = lexatlas(*(str(circular) if word == "BUNDLE" else word for word in words))
    assert (done.code, done.out) == (2, "")
    assert near in done.err.splitlines()[-1]
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    "words",
    [
        ("analyse",), ("analyse", "XA", "vasp-licensing"), ("analyse", "XA", "vasp-licensing", "--from", "x"),
        ("verify",), ("compare", "a"), ("export",), ("import-page",), ("eval",), ("codebook",),
    ],
)  # fmt: skip
def test_words_that_are_missing_are_bad_use(words):
    done = lexatlas(*words)
    assert (done.code, done.out, done.err.count("\n")) == (2, "", 1)


def test_settings_come_from_the_home_that_is_named(tmp_path):
    (tmp_path / "home").mkdir()
    (tmp_path / "home" / "lexatlas.toml").write_text("prson = 'x'\n", encoding="utf-8")
    done = in_process(*ASKED, "--from", NEWS, "--out", tmp_path / "xa", home=tmp_path / "home")
    assert (done.code, done.out) == (2, "")
    assert "person" in done.err
    assert not (tmp_path / "xa").exists()


def test_results_are_json_whatever_the_terminal(tmp_path, circular):
    done = in_process("verify", circular, "--json", home=tmp_path, more={"PYTHONIOENCODING": "ascii"})
    assert done.code == 0
    assert json.loads(done.out)["judgement"]["answer"] == "agrees"
