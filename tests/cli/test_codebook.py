"""`lexatlas codebook`: faults as lines, a topic as words or JSON, unknown words with near ones."""

import io
import json

from lexatlas.cli.main import main


def lexatlas(*words):
    out, err = io.StringIO(), io.StringIO()
    return main(words, out, err), out.getvalue(), err.getvalue()


def test_the_codebook_of_the_package_has_no_fault():
    assert lexatlas("codebook", "lint") == (0, "", "The codebook has no fault.\n")
    assert lexatlas("codebook", "lint", "--json", "--quiet") == (0, '{\n  "faults": []\n}\n', "")


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
