"""An unfinished run: resumed, kept from others, and gone when its bundle stands."""

import subprocess
import sys

import pytest

from lexatlas.bundle import read, write
from lexatlas.core.errors import InputError
from lexatlas.pipeline.unfinished import finish, folder_of, state, unfinished
from tests.bundle.sample import excerpted, sample_bundle

FORMS = ["eu", "eu.zip"]


@pytest.mark.parametrize("name", FORMS)
def test_a_run_from_start_to_end(tmp_path, name):
    out = tmp_path / "deep" / name
    assert state(out) == "free"
    with unfinished(out) as journal:
        journal.keep("fetch", "a", "h", 1)
        assert state(out) == "unfinished"
        finish(sample_bundle(), out, journal)
    assert state(out) == "finished"
    assert read(out) == sample_bundle()
    assert [entry.name for entry in out.parent.iterdir()] == [name]


def test_what_was_finished_before_a_failure_is_kept(tmp_path):
    def stopped_halfway():
        with unfinished(tmp_path / "eu") as journal:
            journal.keep("fetch", "a", "h", 1)
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        stopped_halfway()
    assert state(tmp_path / "eu") == "unfinished"
    with unfinished(tmp_path / "eu") as journal:
        assert journal.recall("fetch", "a", "h") == 1


@pytest.mark.parametrize("name", FORMS)
def test_a_finished_one_needs_force(tmp_path, name):
    write(sample_bundle(), tmp_path / name)
    with pytest.raises(InputError, match="--force"), unfinished(tmp_path / name):
        pass
    with unfinished(tmp_path / name, force=True) as journal:
        assert journal.recall("fetch", "a", "h") is None
        finish(excerpted(sample_bundle()), tmp_path / name, journal)
    assert read(tmp_path / name) == excerpted(sample_bundle())


def test_a_forced_run_that_stopped_resumes_and_the_old_bundle_stands(tmp_path):
    out = tmp_path / "eu"
    write(sample_bundle(), out)
    with unfinished(out, force=True) as journal:
        journal.keep("fetch", "a", "h", 2)
    assert read(out) == sample_bundle()
    with unfinished(out, force=True) as journal:
        assert journal.recall("fetch", "a", "h") == 2


def test_the_journal_of_the_bundle_that_stands_is_not_taken_for_new_work(tmp_path, monkeypatch):
    out = tmp_path / "eu"
    with unfinished(out) as journal:
        journal.keep("fetch", "a", "h", "old")
        with monkeypatch.context() as killed:
            killed.setattr("lexatlas.pipeline.unfinished._clear", lambda folder: None)
            finish(sample_bundle(), out, journal)
    assert folder_of(out).exists()
    with unfinished(out, force=True) as journal:
        assert journal.recall("fetch", "a", "h") is None


def test_a_run_that_got_nowhere_leaves_nothing(tmp_path):
    def bad_use():
        with unfinished(tmp_path / "eu") as journal:
            journal.keep("start", "", "", {"created": "now"})
            raise InputError("No documents were given.")

    with pytest.raises(InputError):
        bad_use()
    assert list(tmp_path.iterdir()) == []


def test_something_else_is_left_alone_even_with_force(tmp_path):
    (tmp_path / "eu").mkdir()
    (tmp_path / "eu" / "thesis.txt").write_text("x", encoding="utf-8")
    assert state(tmp_path / "eu") == "something else"
    with pytest.raises(InputError, match="is not a bundle"), unfinished(tmp_path / "eu", force=True):
        pass
    assert [entry.name for entry in tmp_path.iterdir()] == ["eu"]


HOLD = """
import sys, pathlib
from lexatlas.pipeline.unfinished import unfinished
with unfinished(pathlib.Path(sys.argv[1])):
    print("held", flush=True)
    sys.stdin.read()
"""


def test_what_others_keep_beside_a_journal_stays(tmp_path):
    folder_of(tmp_path / "eu").mkdir()
    (folder_of(tmp_path / "eu") / "notes.txt").write_text("mine", encoding="utf-8")
    with unfinished(tmp_path / "eu") as journal:
        finish(sample_bundle(), tmp_path / "eu", journal)
    assert [entry.name for entry in folder_of(tmp_path / "eu").iterdir()] == ["notes.txt"]


def test_two_runs_do_not_share(tmp_path):
    out = tmp_path / "eu"
    command = [sys.executable, "-c", HOLD, str(out)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as other:
        assert other.stdout.readline() == "held\n"
        with pytest.raises(InputError, match="Another run is at work"), unfinished(out):
            pass
        other.kill()
    with unfinished(out) as journal:
        assert len(journal) == 0


def test_within_one_process_too(tmp_path):
    with unfinished(tmp_path / "eu"):
        with pytest.raises(InputError, match="Another run is at work"), unfinished(tmp_path / "eu"):
            pass
        with unfinished(tmp_path / "other"):
            pass
