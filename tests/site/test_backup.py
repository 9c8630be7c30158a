"""A backup, a wiped site, a restore: equal rows and bytes, unbroken chains, from either database to either."""

import json
import os
import shutil
import zipfile

import pytest

from tests.cli.site.conftest import bundle, home, homes, people  # noqa: F401 - fixtures
from tests.cli.site.running import command, well

SERVER = os.environ.get("LEXATLAS_DATABASE_URL", "")


@pytest.fixture
def elsewhere(tmp_path):
    """Give a home, and settings by which it uses the other database where one runs: PostgreSQL, else SQLite."""
    place = tmp_path / "elsewhere"
    if not SERVER.startswith("postgres"):
        yield place, {}
        return
    import psycopg

    name = f"restored_{os.getpid()}"
    with psycopg.connect(SERVER, autocommit=True) as server:
        server.execute(f"DROP DATABASE IF EXISTS {name}")
        server.execute(f"CREATE DATABASE {name}")
        yield place, {"LEXATLAS_DATABASE_URL": f"{SERVER.rpartition('/')[0]}/{name}"}
        server.execute(f"DROP DATABASE {name} WITH (FORCE)")


def manifest(path):
    with zipfile.ZipFile(path) as file:
        return json.loads(file.read("manifest.json"))


def rewritten(path, out, change):
    """Write a backup anew with other contents: `change` gets name and bytes, and gives bytes or None to leave out."""
    with zipfile.ZipFile(path) as old, zipfile.ZipFile(out, "w") as new:
        for name in old.namelist():
            data = change(name, old.read(name))
            if data is not None:
                new.writestr(name, data)
    return out


@pytest.mark.network
def test_rows_and_bytes_come_back_equal_on_the_other_database_and_once_more_here(home, elsewhere, tmp_path):  # noqa: F811
    place, settings = elsewhere
    first, second, third = (tmp_path / f"{number}.zip" for number in (1, 2, 3))
    told = json.loads(well(command(home, "backup", first, "--json")).out)
    assert (told["rows"]["version"], told["lost"], first.stat().st_mode & 0o777) == (1, [], 0o600)

    well(command(place, "restore", first, "--expect", told["seal"], more=settings))
    well(command(place, "backup", second, more=settings))
    shutil.rmtree(home)
    well(command(home, "restore", second))
    well(command(home, "backup", third))

    given = manifest(first)
    for path in (second, third):
        assert (manifest(path)["tables"], manifest(path)["archive"]) == (given["tables"], given["archive"])
    for where, more in ((place, settings), (home, {})):
        well(command(where, "doctor", "--sample", "0", more=more))


@pytest.mark.network
def test_what_comes_next_is_written_behind_what_came_back(home, elsewhere, tmp_path, bundle):  # noqa: F811
    place, settings = elsewhere
    well(command(home, "backup", tmp_path / "x.zip"))
    well(command(place, "restore", tmp_path / "x.zip", more=settings))
    again = command(place, "import", bundle, more=settings)
    assert (again.code, "this very document" in again.err) == (3, True)
    well(command(place, "user", "add", "bea@example.org", "--role", "reader", "--link", more=settings))
    well(command(place, "doctor", more=settings))


def test_a_site_that_is_not_empty_is_kept_unless_it_is_meant_and_then_saved_first(home, people, tmp_path):  # noqa: F811
    file = tmp_path / "x.zip"
    well(command(people, "backup", file))
    refused = command(home, "restore", file)
    assert (refused.code, "say --replace" in refused.err) == (2, True)
    well(command(home, "restore", file, "--replace"))
    saved = list((home / "data").glob("replaced-*.zip"))
    assert [manifest(path)["tables"]["version"]["rows"] for path in saved] == [1]
    again = tmp_path / "again.zip"
    well(command(home, "backup", again))
    assert manifest(again)["tables"] == manifest(file)["tables"]


def flipped(name, data):
    if not name.startswith("archive/"):
        return data
    return bytes([data[0] ^ 1]) + data[1:]


def row_gone(name, data):
    return data.partition(b"\n")[2] if name == "rows/event.jsonl" else data


def told_otherwise(name, data):
    return data.replace(b'"release":"', b'"release":"9') if name == "manifest.json" else data


def climbing(name, data):
    if name != "manifest.json":
        return data
    found = json.loads(data)
    found["tables"]["../../x"] = {"rows": 0, "sha256": "0" * 64}
    return json.dumps(found, sort_keys=True, separators=(",", ":"), ensure_ascii=False).encode()


def left_out(name, data):
    return None if name == "rows/claim.jsonl" else data


@pytest.mark.parametrize("change", [flipped, row_gone, climbing, left_out])
def test_a_backup_that_was_changed_is_refused_before_anything_is_touched(home, tmp_path, change):  # noqa: F811
    file = tmp_path / "x.zip"
    well(command(home, "backup", file))
    bad = rewritten(file, tmp_path / "bad.zip", change)
    empty = tmp_path / "empty"
    done = command(empty, "restore", bad)
    assert (done.code, "Traceback" in done.err, done.err.splitlines()[-1][-1]) == (3, False, "."), done.told
    assert not (empty / "data" / "lexatlas.sqlite3").exists()


def test_another_seal_than_the_one_expected_is_refused(home, tmp_path):  # noqa: F811
    file = tmp_path / "x.zip"
    seal = json.loads(well(command(home, "backup", file, "--json")).out)["seal"]
    other = rewritten(file, tmp_path / "other.zip", told_otherwise)
    done = command(tmp_path / "empty", "restore", other, "--expect", seal)
    assert (done.code, "not the one expected. Nothing was changed." in done.err) == (2, True)


@pytest.mark.parametrize("data", [b"", b"PK\3\4 and no more", b"words"])
def test_what_is_no_backup_is_refused(tmp_path, data):
    (tmp_path / "x.zip").write_bytes(data)
    done = command(tmp_path / "home", "restore", tmp_path / "x.zip")
    assert (done.code, "no whole backup" in done.err) == (3, True), done.told


def test_an_archived_file_that_is_gone_is_named_and_the_rest_is_saved(home, tmp_path):  # noqa: F811
    file = next((home / "data" / "archive").glob("??/*"))
    file.unlink()
    done = command(home, "backup", tmp_path / "x.zip", "--json")
    assert (done.code, json.loads(done.out)["lost"]) == (1, [file.name])
    assert manifest(tmp_path / "x.zip")["tables"]["version"]["rows"] == 1


def test_a_file_that_is_there_is_not_replaced_by_chance(home, tmp_path):  # noqa: F811
    (tmp_path / "x.zip").write_bytes(b"mine")
    done = command(home, "backup", tmp_path / "x.zip")
    assert (done.code, (tmp_path / "x.zip").read_bytes()) == (2, b"mine")
    well(command(home, "backup", tmp_path / "x.zip", "--force"))
