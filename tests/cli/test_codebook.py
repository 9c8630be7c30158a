"""`lexatlas codebook`: faults as lines, a topic as words or JSON, unknown words with near ones."""

import io
import json

from lexatlas.cli.main import main
from lexatlas.codebook import load


def lexatlas(*words):
    out, err = io.StringIO(), io.StringIO()
    return main(words, out, err), out.getvalue(), err.getvalue()


def test_the_codebook_of_the_package_has_no_fault():
    number = sum(len(topic.examples) for topic in load().topics.values())
    said = f"The codebook has no fault, and {number} examples are coded or abstained on as they say.\n"
    assert lexatlas("codebook", "lint") == (0, "", said)
    code, out, err = lexatlas("codebook", "lint", "--json", "--quiet")
    assert (code, json.loads(out), err) == (0, {"examples": number, "faults": []}, "")


def test_a_topic_is_shown_by_its_id():
    code, out, err = lexatlas("codebook", "show", "vasp-licensing")
    assert (code, err) == (0, "")
    assert out.splitlines()[0].endswith("(vasp-licensing)")


def test_a_topic_as_json():
    code, out, _ = lexatlas("codebook", "show", "vasp-licensing", "--json")
    assert (code, json.loads(out)["id"]) == (0, "vasp-licensing")


def test_unknown_words_come_back_with_near_ones():
    assert lexatlas("codebook", "lnt") == (2, "", "Unknown act 'lnt'. Did you mean lint?\n")
    code, _, err = lexatlas("codebook", "show", "vasp-licencing")
    assert (code, "Did you mean vasp-licensing" in err) == (2, True)
    code, _, err = lexatlas("codebook", "show")
    assert (code, err.startswith("Say which topic to show: ")) == (2, True)


def test_a_folder_without_a_codebook_is_bad_use(tmp_path):
    code, _, err = lexatlas("codebook", "lint", "--codebook", str(tmp_path / "none"))
    assert (code, err.startswith("There is no codebook folder at ")) == (2, True)


def test_a_topic_as_markdown_and_as_a_page(tmp_path):
    code, out, err = lexatlas("codebook", "show", "bank-access", "--markdown")
    assert (code, out.splitlines()[0], err) == (0, "# Bank access (bank-access)", "")
    page = tmp_path / "bank.html"
    assert lexatlas("codebook", "show", "bank-access", "--html", str(page)) == (0, "", f"Wrote {page}.\n")
    assert page.read_text("utf-8").startswith("<!doctype html>\n")
