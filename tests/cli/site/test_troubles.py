"""Database and archive in trouble, for real: locked, full, gone, killed. A sentence, and nothing half kept."""

import json
import os
import resource
import shutil
import signal
import sqlite3
import subprocess
import sys
import time

import pytest

from tests.cli.site.running import command, surroundings, well


def versions(home):
    """Return how many versions the site keeps."""
    file = home / "whole.zip"
    return json.loads(well(command(home, "backup", file, "--force", "--json")).out)["rows"]["version"]


def sentence(done):
    """Return the last line that was said, where there was no traceback."""
    assert "Traceback" not in done.err, done.err
    return done.err.splitlines()[-1]


@pytest.mark.slow
def test_a_database_that_another_process_holds_is_waited_for_and_then_told(home, other_bundle):
    holder = sqlite3.connect(home / "data" / "lexatlas.sqlite3", isolation_level=None)
    holder.execute("BEGIN IMMEDIATE")
    done = command(home, "import", other_bundle)
    holder.execute("ROLLBACK")
    holder.close()
    assert done.code == 3
    assert sentence(done).endswith("writing for too long. Nothing was changed. Try again in a moment.")
    assert versions(home) == 1
    well(command(home, "import", other_bundle))


def test_a_full_disk_keeps_nothing_half(home, other_bundle):
    def full():
        # No file may grow beyond this: to SQLite, whose journal of an import is larger, it is a disk that is full.
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (60_000, 60_000))

    done = command(home, "import", other_bundle, before=full)
    assert done.code == 3
    sentence(done)
    well(command(home, "doctor", "--sample", "0"))
    assert versions(home) == 1
    well(command(home, "import", other_bundle))


def test_a_backup_that_does_not_fit_leaves_the_old_one(home, tmp_path):
    file = tmp_path / "x.zip"
    well(command(home, "backup", file))
    before = file.read_bytes()

    def full():
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (20_000, 20_000))

    done = command(home, "backup", file, "--force", before=full)
    assert done.code == 3
    sentence(done)
    assert file.read_bytes() == before
    assert [path.name for path in tmp_path.iterdir() if ".new-" in path.name] == []


def test_an_archive_that_is_gone_is_told_by_doctor_and_made_again_by_an_import(home, other_bundle):
    shutil.rmtree(home / "data" / "archive")
    done = command(home, "doctor", "--json")
    archive = next(part for part in json.loads(done.out)["parts"] if part["name"] == "archive")
    assert (done.code, archive["state"]) == (1, "failed")
    assert json.loads(command(home, "backup", home / "x.zip", "--json").out)["lost"] != []
    well(command(home, "import", other_bundle))


def test_an_archive_that_takes_nothing_is_told_and_no_version_is_kept(home, other_bundle):
    shutil.rmtree(home / "data" / "archive")
    (home / "data" / "archive").write_text("a file where a folder should be")
    done = command(home, "import", other_bundle)
    assert (done.code, "The archive does not take a file" in sentence(done)) == (3, True)
    assert command(home, "doctor").code == 1


@pytest.mark.parametrize("data", [b"words, and no database", b""])
def test_a_database_that_is_none_is_told(home, data):
    for path in (home / "data").glob("lexatlas.sqlite3*"):
        path.unlink()
    (home / "data" / "lexatlas.sqlite3").write_bytes(data)
    done = command(home, "user", "list")
    assert done.code in (2, 3)
    sentence(done)
    told = json.loads(command(home, "doctor", "--json").out)
    assert told["well"] is False


def test_a_database_that_is_gone_is_told_and_not_made_anew_in_passing(home):
    file = home / "data" / "lexatlas.sqlite3"
    for path in (home / "data").glob("lexatlas.sqlite3*"):
        path.unlink()
    done = command(home, "backup", home / "x.zip")
    assert (done.code, "if there was one, restore a backup" in sentence(done)) == (2, True)
    told = json.loads(command(home, "doctor", "--json").out)["parts"]
    assert [part["state"] for part in told if part["name"] in ("database", "migrations", "chains")] == [
        "failed", "not looked at", "not looked at"
    ]  # fmt: skip
    assert not file.exists()
    done = command(home, "migrate")
    assert "the archive holds files of an older one" in done.err
    assert "Applied " in well(done).out
    assert command(home, "migrate").err == ""


def test_a_server_that_is_not_there_is_told(tmp_path):
    more = {"LEXATLAS_DATABASE_URL": "postgres://lexatlas@127.0.0.1:9/lexatlas?connect_timeout=2"}
    done = command(tmp_path, "migrate", more=more)
    assert (done.code, "cannot be reached. Check LEXATLAS_DATABASE_URL." in sentence(done)) == (3, True)


AGAIN = """
import sys
from lexatlas.cli.main import main
first, second = sys.argv[1:]
while True:
    main(["import", first, "--quiet"])
    main(["import", second, "--quiet"])
"""


def test_an_import_that_is_killed_at_any_moment_leaves_a_whole_site(home, bundle, other_bundle):
    for wait in (0.3, 0.7, 1.1, 1.6):
        process = subprocess.Popen(
            [sys.executable, "-c", AGAIN, str(other_bundle), str(bundle)], env=surroundings(home),
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True,
        )  # fmt: skip
        # The moment is of no consequence: whichever it is, what stands afterwards must be whole.
        time.sleep(wait + 1)
        os.killpg(process.pid, signal.SIGKILL)
        process.wait()
        well(command(home, "doctor", "--sample", "0"))
    assert versions(home) >= 1
