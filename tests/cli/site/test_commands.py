"""Commands of a site: people, bundles, doctor; each refusal a sentence and an exit code."""

import json
import subprocess
import sys

import pytest

from lexatlas.cli import plain, site
from tests.cli.command_line import PATIENCE, lexatlas
from tests.cli.site.running import PASSWORD, command, surroundings, well

PAGE = "tests/pipeline/sample_page.txt"


def test_help_lists_both_kinds_and_no_name_twice():
    out = lexatlas().out
    names = [*plain.COMMANDS, *site.COMMANDS]
    assert [name for name in names if f"\n    {name} " in out] == names
    assert len(names) == len(set(names))


@pytest.mark.parametrize("name", site.COMMANDS)
def test_help_of_each_loads_no_django(tmp_path, name):
    code = (
        "import sys\nfrom lexatlas.cli.main import main\n"
        f"try:\n    main([{name!r}, '--help'])\nexcept SystemExit as left:\n    print(left.code, file=sys.stderr)\n"
        "print(sorted({'django', 'gunicorn', 'structlog', 'pydantic'} & set(sys.modules)), file=sys.stderr)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], env=surroundings(tmp_path), capture_output=True, text=True, timeout=PATIENCE,
        check=False,
    )  # fmt: skip
    assert done.stderr == "0\n[]\n"


def test_a_database_of_another_release_is_refused_before_anything_is_done(tmp_path, bundle):
    for words in (("user", "list"), ("import", bundle), ("backup", tmp_path / "x.zip"), ("rebuild",)):
        done = command(tmp_path, *words)
        assert (done.code, done.out, "run lexatlas migrate first" in done.err) == (2, "", True), words
    assert not (tmp_path / "x.zip").exists()


def test_migrating_twice_changes_nothing_the_second_time(tmp_path):
    assert "Applied " in well(command(tmp_path, "migrate")).out
    assert command(tmp_path, "migrate").out == "The database is up to date; nothing was changed.\n"
    assert json.loads(command(tmp_path, "migrate", "--json").out) == {"applied": []}


def test_people_are_added_with_a_password_or_a_link(people):
    by_link = well(
        command(people, "user", "add", "Bea@Example.org", "--role", "admin", "--name", "Bea", "--link")
    )
    assert by_link.out.startswith(
        "Added Bea@Example.org as admin.\nSet a password here, once, within 3 days:\nhttp://127.0"
    )
    rows = json.loads(command(people, "user", "list", "--json").out)
    assert [(row["email"], row["name"], row["role"]) for row in rows] == [
        ("ann@example.org", "ann", "analyst"), ("bea@example.org", "Bea", "admin")
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("words", "given", "code", "sentence"),
    [
        (("bob@example.org", "--role", "king"), PASSWORD, 2, "Unknown role 'king'."),
        (("bob@example.org", "--role", "reader"), "short", 2, "This password is too short."),
        (("bob@example.org", "--role", "reader"), "", 2, "This password is too short."),
        (("no address", "--role", "reader"), PASSWORD, 2, "address"),
        (("ANN@example.org", "--role", "reader"), PASSWORD, 2, "has an account already"),
    ],
)
def test_who_cannot_be_added_is_refused(people, words, given, code, sentence):
    done = command(people, "user", "add", *words, given=f"{given}\n")
    assert (done.code, sentence in done.err, "Traceback" in done.err) == (code, True, False), done.told
    assert len(json.loads(command(people, "user", "list", "--json").out)) == 1


def test_a_bundle_is_taken_in_once(people, bundle):
    first = json.loads(well(command(people, "import", bundle, "--json")).out)
    assert [(row["kept"], row["analysis"], row["version"]) for row in first] == [(True, 1, 1)]
    again = command(people, "import", bundle)
    assert (again.code, again.out) == (3, "")
    assert again.err == f"{bundle}: Version 1, the newest, is this very document. Nothing was kept.\n"


def test_who_takes_it_in_must_be_clear(tmp_path, bundle):
    well(command(tmp_path, "migrate"))
    assert "Nobody here may take in a bundle" in command(tmp_path, "import", bundle).err
    for name, role in (("ann", "analyst"), ("bob", "editor"), ("rae", "reader")):
        words = ("user", "add", f"{name}@example.org", "--role", role, "--link")
        well(command(tmp_path, *words))
    assert "--as EMAIL" in command(tmp_path, "import", bundle).err
    reader = command(tmp_path, "import", bundle, "--as", "rae@example.org")
    assert (reader.code, "takes the role analyst" in reader.err) == (3, True)
    well(command(tmp_path, "import", bundle, "--as", "BOB@example.org"))


def test_a_published_page_comes_in_by_its_bundle(people, tmp_path):
    well(lexatlas("import-page", PAGE, "--out", tmp_path / "page", "--quiet"))
    told = json.loads(well(command(people, "import", tmp_path / "page", "--json")).out)
    assert told[0]["said"].startswith("Imported as version 1 of analysis 1. 0 of ")


def test_a_bundle_that_was_changed_is_refused_and_nothing_of_it_kept(people, tmp_path, bundle):
    bad = tmp_path / "bad.zip"
    data = bytearray(bundle.read_bytes())
    data[len(data) // 2] ^= 1
    bad.write_bytes(data)
    done = command(people, "import", bad)
    assert (done.code, "not as it was sealed" in done.err) == (3, True)
    assert command(people, "doctor", "--json").code == 0
    assert list((people / "data").glob("archive/??/*")) == []


def test_rebuild_and_retention_say_what_they_did(home):
    assert well(command(home, "rebuild")).out == "1 versions of 1 analyses; 0 rows were mended.\n"
    assert "keeps everything" in well(command(home, "retention")).out
    assert json.loads(well(command(home, "retention", "--delete", "--json")).out)["deleted"] is False


def test_a_legal_hold_begins_and_ends(home):
    assert command(home, "retention", "--hold", "1").code == 2
    assert well(command(home, "retention", "--hold", "1", "--reason", "A suit.")).out == (
        "Analysis 1 is under legal hold.\n"
    )
    assert command(home, "retention", "--hold", "1", "--reason", "A suit.").code == 2
    done = json.loads(well(command(home, "retention", "--release", "1", "--reason", "Over.", "--json")).out)
    assert done == {"done": "Analysis 1 is no longer under legal hold."}
    assert command(home, "retention", "--blank", "0" * 64).code == 2


def test_doctor_tells_each_part_and_leaves_with_1_when_one_fails(home):
    told = json.loads(well(command(home, "doctor", "--json", "--sample", "0")).out)
    assert [(part["name"], part["state"]) for part in told["parts"]] == [
        ("database", "well"), ("migrations", "well"), ("archive", "well"), ("room", "well"), ("readers", "well"),
        ("search", "well"), ("chains", "well"), ("models", "absent"),
    ]  # fmt: skip
    file = next((home / "data" / "archive").glob("??/*"))
    file.write_bytes(b"another text")
    hurt = command(home, "doctor", "--json", "--sample", "0")
    failed = [part["name"] for part in json.loads(hurt.out)["parts"] if part["state"] == "failed"]
    assert (hurt.code, failed) == (1, ["archive"])
