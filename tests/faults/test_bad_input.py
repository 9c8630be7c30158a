"""What is given can be anything: the command line answers with a sentence, and keeps what was done before."""

import json
import os
import shutil
import subprocess
import sys
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path

import pytest

from lexatlas.analysts.extractive.analyst import ExtractiveAnalyst
from lexatlas.bundle import inspect, read
from lexatlas.core.canonical import sha256_hex
from lexatlas.pipeline import run as journey
from lexatlas.pipeline.unfinished import folder_of, state
from tests.cli.command_line import (
    ACT,
    ASKED,
    CIRCULAR,
    LIBRARY,
    NEWS,
    PATIENCE,
    analyse,
    bytes_of,
    environment,
    in_process,
    lexatlas,
)
from tests.faults.test_fetching import serving

BOMB = (
    '<?xml version="1.0"?><!DOCTYPE a [<!ENTITY e0 "boom">'
    + "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 20}">' for n in range(1, 20))
    + "]><a>words &e19;</a>"
)
SECRET = "the-secret-of-this-machine"
LAW = "Article 1. A dealer shall hold a licence. Naïve façades, “quoted”."
HOSTILE: dict[str, bytes] = {
    "nested.html": b"<html><body>top" + b"<div>" * 1_000_000 + b"deep</body></html>",
    "bomb.xml": BOMB.encode(),
    "outside.xml": b'<!DOCTYPE a [<!ENTITY x SYSTEM "file://SECRET">]><a>Article 1. words &x; more</a>',
    "wrong.html": b'<meta charset="utf-8"><p>' + LAW.encode("cp1252"),
    "none.txt": LAW.encode("utf-16"),
    "unknown.html": b'<meta charset="klingon"><p>' + LAW.encode(),
    "binary.txt": bytes(range(256)) * 400,
    "zeros.txt": b"\x00" * 100_000,
    "empty.md": b" \n\t ",
    "law.pdf": b"%PDF-1.7\n%broken",
    "deep.json": b'{"a":' * 200_000 + b"1" + b"}" * 200_000,
}
UNREADABLE = {"binary.txt", "zeros.txt", "empty.md", "law.pdf", "deep.json", "big.html"}


def sentence(done, code: int) -> str:
    """Give the last line of what was told on standard error; nothing else may stand on standard output."""
    assert (done.code, done.out) == (code, "")
    assert "Traceback" not in done.err
    last = done.err.splitlines()[-1]
    assert last.endswith((".", "?"))
    return last


def left(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


# ------------------------------------------------------------------------------------ what is given


@pytest.fixture(scope="module")
def hostile(tmp_path_factory):
    """Give a folder of documents that no reader likes, and one that is sound."""
    place = tmp_path_factory.mktemp("hostile")
    secret, folder = place / "secret.txt", place / "documents"
    secret.write_text(SECRET, encoding="utf-8")
    folder.mkdir()
    for name, data in HOSTILE.items():
        (folder / name).write_bytes(data.replace(b"SECRET", bytes(secret)))
    with (folder / "big.html").open("wb") as file:
        file.write(b"<html><body>")
        file.truncate(101 << 20)
    shutil.copy(CIRCULAR, folder)
    return folder


@pytest.mark.slow
def test_hostile_documents_are_gaps_beside_the_sound_one(tmp_path, hostile):
    done = in_process(*ASKED, "--from", hostile, "--out", tmp_path / "xa", home=tmp_path / "home")
    assert done.code == 0, done.err
    assert "Traceback" not in done.told
    bundle = read(tmp_path / "xa")
    unread = {gap.what for gap in bundle.document.gaps}
    assert unread >= UNREADABLE
    assert all(gap.reason.endswith(".") for gap in bundle.document.gaps)
    assert CIRCULAR.name in {source.path for source in bundle.document.sources}
    whole = b"".join(data for name, data in bytes_of(tmp_path / "xa").items() if "/raw/" not in name)
    assert SECRET.encode() not in whole
    assert b"boomboom" not in whole
    assert b"deep</body>" not in whole
    assert lexatlas("verify", tmp_path / "xa").code == 0


@pytest.mark.parametrize("name", sorted(UNREADABLE))
def test_alone_it_cannot_be_read_and_nothing_is_written(tmp_path, hostile, name):
    told = sentence(analyse(tmp_path / "xa", hostile / name), 3)
    assert told.startswith(f"None of the documents given could be read. {name}: ")
    assert [entry for entry in left(tmp_path) if entry != "xa.unfinished"] == []


@pytest.mark.parametrize("name", ["wrong.html", "none.txt", "unknown.html"])
def test_words_in_a_charset_that_is_not_the_one_declared_are_read_as_meant(tmp_path, hostile, name):
    (tmp_path / "manifest.jsonl").write_text(
        json.dumps({"path": name, "rights": "open", "rights_ground": "our own"}), encoding="utf-8"
    )
    shutil.copy(hostile / name, tmp_path)
    assert analyse(tmp_path / "xa", tmp_path / name).code == 0
    assert [text.text for text in read(tmp_path / "xa").texts.values()] == [LAW]


@pytest.mark.parametrize(
    ("given", "code", "told"),
    [
        ("empty", 2, "holds no documents"),
        ("missing.html", 3, "There is no file or folder"),
        ("manifest.jsonl", 2, "lists no documents"),
    ],
)
def test_nothing_to_read(tmp_path, given, code, told):
    (tmp_path / "empty").mkdir()
    (tmp_path / "manifest.jsonl").write_text("", encoding="utf-8")
    assert told in sentence(analyse(tmp_path / "xa", tmp_path / given), code)
    assert left(tmp_path) == ["empty", "manifest.jsonl"]


def test_a_pipe_is_not_opened(tmp_path):
    os.mkfifo(tmp_path / "pipe")
    assert "neither a file nor a folder" in sentence(analyse(tmp_path / "xa", tmp_path / "pipe"), 3)


# ----------------------------------------------------------------------------------------- addresses


@pytest.mark.network
@pytest.mark.parametrize(
    ("path", "told"),
    [
        ("/missing", "answered with status 404"),
        ("/loop", "redirects in a loop"),
        ("/endless", "gives more than"),
        ("/slow", "did not end in time"),
        ("/inside", "is not a public address"),
        ("/file", "is not an http or https address"),
        ("/broken", "could not be reached"),
    ],
)
def test_an_address_that_misleads_is_a_gap_beside_a_sound_document(tmp_path, monkeypatch, path, told):
    # The address inside the network is refused although this machine's own may be asked.
    monkeypatch.setattr("lexatlas.sources.fetch.is_public", lambda address: address == "127.0.0.1")
    monkeypatch.setattr(journey, "fetch", partial(journey.fetch, seconds=2))
    monkeypatch.setattr(journey, "fetch", _as_public(journey.fetch))
    with serving() as (base, _):
        done = analyse(tmp_path / "xa", base + path, CIRCULAR)
        alone = analyse(tmp_path / "xb", base + path)
    assert done.code == 0, done.err
    assert [gap.what for gap in read(tmp_path / "xa").document.gaps] == [base + path]
    assert told in read(tmp_path / "xa").document.gaps[0].reason
    assert told in sentence(alone, 3)


def _as_public(fetch):
    return lambda address, allow_local: fetch(address, allow_local=False)


@pytest.mark.network
def test_without_leave_nothing_inside_is_asked(tmp_path):
    with serving() as (base, handler):
        told = sentence(analyse(tmp_path / "xa", base + "/page"), 3)
        assert handler.visits == 0
    assert "is not a public address" in told
    assert left(tmp_path) == []


@pytest.mark.network
def test_an_address_that_changes_is_asked_once_for_a_run(tmp_path, monkeypatch):
    def stopped(*_):
        raise KeyboardInterrupt

    with serving() as (base, handler):
        with monkeypatch.context() as patched:
            patched.setattr(ExtractiveAnalyst, "analyse", stopped)
            first = analyse(tmp_path / "xa", base + "/changing", words=("--allow-local",))
        assert (first.code, state(tmp_path / "xa")) == (130, "unfinished")
        assert analyse(tmp_path / "xa", base + "/changing", words=("--allow-local",)).code == 0
        assert handler.visits == 1
    snapshots = read(tmp_path / "xa").document.snapshots
    assert [snapshot.raw for snapshot in snapshots] == [sha256_hex(b"visit 1")]


# --------------------------------------------------------------------------------------------- dates


@pytest.mark.parametrize(
    ("day", "told"),
    [
        ((datetime.now(UTC) + timedelta(days=3)).date().isoformat(), "lies in the future"),
        ("9999-12-31", "lies in the future"),
        ("2026-02-30", "is no date"),
        ("yesterday", "is no date"),
        ("", "is no date"),
    ],
)
def test_a_day_that_cannot_be_asked_about(tmp_path, day, told):
    done = lexatlas(
        "analyse", "XA", "vasp-licensing", "--from", ACT, "--as-of", day, "--out", tmp_path / "xa"
    )
    assert told in sentence(done, 2)
    assert left(tmp_path) == []


@pytest.mark.parametrize(
    ("day", "code"), [("1990-01-01", None), ("2024-12-31", None), ("2025-01-01", "full-licence")]
)
def test_before_the_sources_nothing_is_coded_unless_they_say_when_rules_began(tmp_path, day, code):
    done = lexatlas(
        "analyse", "XA", "vasp-licensing", "--from", ACT, "--as-of", day, "--out", tmp_path / "xa"
    )
    assert done.code == 0
    status = read(tmp_path / "xa").document.status
    assert (status.code if status.coded else None) == code
    if code is None:
        assert "\nNo code: " in done.out
        assert "Not yet in force: Digital Asset Providers Act 2024" in done.out


# ---------------------------------------------------------------------------------------- a full disk

LIMITED = """
import resource, sys
limit = int(sys.argv[1])
resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))
from lexatlas.cli.main import main
sys.exit(main(sys.argv[2:]))
"""
SMALL = """
mount -t tmpfs -o size="$1" none "$2" && shift 2 && exec "$@"
"""


@pytest.mark.parametrize("limit", [100, 20_000, 80_000])
def test_a_file_that_cannot_grow_stops_the_run_and_what_was_finished_is_kept(tmp_path, limit):
    out = tmp_path / "xa"
    words = [*ASKED, "--from", str(CIRCULAR), str(NEWS), "--out", str(out)]
    process = subprocess.run(
        [sys.executable, "-c", LIMITED, str(limit), *words], env=environment(tmp_path / "home"),
        capture_output=True, text=True, timeout=PATIENCE, check=False,
    )  # fmt: skip
    assert (process.returncode, process.stdout) == (3, "")
    assert "Traceback" not in process.stderr
    assert process.stderr.splitlines()[-1].endswith("run the same command again.")
    assert not out.exists()
    done = analyse(out, CIRCULAR, NEWS)
    assert (done.code, read(out).document.gaps) == (0, ())
    assert left(tmp_path) == ["xa"]


def _on_a_small_disk(size: str, place: Path, words, more=()) -> subprocess.CompletedProcess[str]:
    """Run the command line where `place` is a disk of that size; skip where nobody may make one."""
    within = ["unshare", "--user", "--map-root-user", "--mount", "sh", "-c", SMALL, "sh", size, str(place)]
    env = environment(place.parent / "home", dict(more))
    try:
        subprocess.run([*within, "true"], env=env, capture_output=True, check=True, timeout=PATIENCE)
    except (OSError, subprocess.CalledProcessError):
        pytest.skip("This system lets nobody make a small disk.")
    command = [*within, sys.executable, "-m", "lexatlas.cli.main", *map(str, words)]
    return subprocess.run(command, env=env, capture_output=True, text=True, timeout=PATIENCE, check=False)


@pytest.mark.parametrize("size", ["4k", "64k", "400k"])
def test_a_full_disk(tmp_path, size):
    disk = tmp_path / "disk"
    disk.mkdir()
    done = _on_a_small_disk(size, disk, [*ASKED, "--from", LIBRARY, "--out", disk / "xa"])
    assert (done.returncode, done.stdout) == (3, "")
    assert "Traceback" not in done.stderr
    assert "No space left on device" in done.stderr.splitlines()[-1]


def test_a_full_disk_for_temporary_files_is_no_gap(tmp_path):
    disk = tmp_path / "disk"
    disk.mkdir()
    words = [*ASKED, "--from", LIBRARY / "XA", "--out", tmp_path / "xa"]
    done = _on_a_small_disk("16k", disk, words, {"TMPDIR": str(disk)}.items())
    assert (done.returncode, done.stdout) == (3, "")
    assert done.stderr.splitlines()[-1].endswith("run the same command again.")
    assert not (tmp_path / "xa").exists()
    assert analyse(tmp_path / "xa", LIBRARY / "XA").code == 0
    assert read(tmp_path / "xa").document.gaps == ()


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="This system has no /dev/full.")
def test_results_that_find_no_room(tmp_path):
    with Path("/dev/full").open("w", encoding="utf-8") as full:
        done = subprocess.run(
            [sys.executable, "-m", "lexatlas.cli.main", "codebook", "show", "vasp-licensing"],
            env=environment(tmp_path), stdout=full, stderr=subprocess.PIPE, text=True, check=False,
        )  # fmt: skip
    assert (done.returncode, done.stderr) == (
        3, "The disk is full. What was finished is kept; make room and run the same command again.\n",
    )  # fmt: skip


def test_a_place_that_cannot_be_written(tmp_path):
    (tmp_path / "file").write_bytes(b"")
    told = sentence(analyse(tmp_path / "file" / "xa", CIRCULAR), 3)
    assert str(tmp_path / "file") in told
    assert bytes_of(tmp_path) == {"file": b""}


# -------------------------------------------------------------------------------- journals and bundles


def test_a_damaged_journal_is_told_and_left(tmp_path, monkeypatch):
    def stopped(*_):
        raise KeyboardInterrupt

    with monkeypatch.context() as patched:
        patched.setattr(ExtractiveAnalyst, "analyse", stopped)
        assert analyse(tmp_path / "xa", CIRCULAR).code == 130
    journal = folder_of(tmp_path / "xa") / "journal"
    first, rest = journal.read_bytes().split(b"\n", 1)
    journal.write_bytes(first[:-4] + b"0000\n" + rest)
    assert "Line 1 of the journal" in sentence(analyse(tmp_path / "xa", CIRCULAR), 3)
    assert not (tmp_path / "xa").exists()


@pytest.fixture(scope="module")
def sound(tmp_path_factory):
    out = tmp_path_factory.mktemp("sound") / "xa"
    assert analyse(out, CIRCULAR).code == 0
    return out


@pytest.mark.parametrize("name", ["data/document.json", "data/page.html", "data/raw", "manifest-sha256.txt"])
def test_a_tampered_bundle(tmp_path, sound, name):
    copy = tmp_path / "xa"
    shutil.copytree(sound, copy)
    file = next((copy / name).iterdir()) if (copy / name).is_dir() else copy / name
    data = file.read_bytes()
    file.write_bytes(data[: len(data) // 2] + bytes([data[len(data) // 2] ^ 1]) + data[len(data) // 2 + 1 :])
    before = bytes_of(copy)
    checked = lexatlas("verify", copy)
    assert checked.code == 1
    assert "Integrity   fails." in checked.out
    assert "is not as it was sealed" in lexatlas("export", copy, "--format", "md").err
    assert lexatlas("export", copy, "--format", "md").code == 3
    assert lexatlas("compare", copy, sound).code == 3
    assert bytes_of(copy) == before
    assert inspect(sound).faults == ()


def test_what_is_no_bundle(tmp_path):
    (tmp_path / "x.zip").write_bytes(b"PK\x03\x04 and no more")
    checked = lexatlas("verify", tmp_path / "x.zip", "--json")
    assert (checked.code, checked.json()["integrity"]["answer"]) == (1, "fails")
    assert "is not as it was sealed" in lexatlas("export", tmp_path / "x.zip", "--format", "md").err
    assert lexatlas("export", tmp_path / "x.zip", "--format", "md").code == 3
    assert bytes_of(tmp_path) == {"x.zip": b"PK\x03\x04 and no more"}
