"""Runs killed for real, at every entry of their journal and inside steps, end in the same bundle."""

import json
import os
import random
import shutil
import signal
import subprocess
import sys
import time
from collections import Counter
from pathlib import Path

import pytest

from lexatlas.bundle import inspect, write
from lexatlas.pipeline.unfinished import folder_of, state
from tests.bundle.sample import sample_bundle
from tests.cli.command_line import ACT, ASKED, CIRCULAR, NEWS, PATIENCE, bytes_of, environment

PROGRAM = Path(__file__).with_name("dying_command.py")
GIVEN = (str(ACT), str(CIRCULAR), str(NEWS))
ENTRIES = ["start", "read", "read", "read", "analyse", "check", "sealed"]
STOPPED = "Stopped. What was finished is kept; run the same command again to go on.\n"


class Runs:
    """Runs of one command for one bundle, one after the other, with what each did."""

    def __init__(self, folder: Path, name: str = "xa"):
        self.folder, self.out, self.hour = folder, folder / name, 8
        self.logs: list[list[list[str]]] = []

    def start(self, how: str, *words: str) -> subprocess.Popen:
        self.hour += 1
        self.log = self.folder / f"log-{self.hour}"
        self.log.touch()
        command = [sys.executable, str(PROGRAM), how, str(self.hour), str(self.log), *ASKED,
                   "--from", *GIVEN, "--out", str(self.out), *words]  # fmt: skip
        return subprocess.Popen(
            command, env=environment(self.folder / "home"), text=True, start_new_session=True,
            stdout=subprocess.PIPE, stderr=subprocess.PIPE,
        )  # fmt: skip

    def ended(self, process: subprocess.Popen) -> tuple[int, str]:
        _, told = process.communicate(timeout=PATIENCE)
        self.logs.append([json.loads(line) for line in self.log.read_text(encoding="utf-8").splitlines()])
        self.repeats_nothing()
        return process.returncode, told

    def run(self, how: str, *words: str) -> int:
        return self.ended(self.start(how, *words))[0]

    def kept(self) -> list[str]:
        return [step for log in self.logs for what, step, _ in log if what == "kept"]

    def repeats_nothing(self) -> None:
        """No run keeps, reads or analyses what an earlier one had kept."""
        before = [(step, item) for log in self.logs[:-1] for what, step, item in log if what == "kept"]
        now = Counter((step, item) for what, step, item in self.logs[-1] if what == "kept")
        now += Counter((step, item) for what, step, item in self.logs[-1] if what == "did")
        assert not [work for work in now if work in before]


@pytest.fixture(scope="module")
def undisturbed(tmp_path_factory):
    runs = Runs(tmp_path_factory.mktemp("undisturbed"))
    assert runs.run("live") == 0
    assert sorted(runs.kept()) == sorted(ENTRIES)
    return bytes_of(runs.out)


@pytest.fixture(scope="module")
def sealed(tmp_path_factory):
    """Give a run that was killed when all its work was done and its bundle not yet written."""
    runs = Runs(tmp_path_factory.mktemp("sealed"))
    assert runs.run("unmoved") == -signal.SIGKILL
    return runs


@pytest.mark.slow
@pytest.mark.parametrize("how", ["after", "before", "torn"])
def test_killed_at_every_entry_of_the_journal(tmp_path, undisturbed, how):
    runs = Runs(tmp_path)
    for done in range(1, len(ENTRIES) + (how == "after")):
        assert runs.run(how) == -signal.SIGKILL
        assert len(runs.kept()) == done
        assert state(runs.out) == "unfinished"
    assert runs.run("live") == 0
    assert sorted(runs.kept()) == sorted(ENTRIES)
    # The clock of the first run is kept, so the bundle is the same to the byte, and its seal with it.
    assert bytes_of(runs.out) == undisturbed
    assert not folder_of(runs.out).exists()


def test_killed_before_the_first_entry_only_the_time_differs(tmp_path, undisturbed):
    runs = Runs(tmp_path)
    assert runs.run("first") == -signal.SIGKILL
    assert runs.run("live") == 0
    made, first = bytes_of(runs.out), json.loads(undisturbed["data/provenance.json"])
    assert made["data/document.json"] == undisturbed["data/document.json"]
    created = json.loads(made["data/provenance.json"])["created"]
    assert (first["created"], created) == ("2026-06-02T09:00:00+00:00", "2026-06-02T10:00:00+00:00")
    differing = {name for name in made if made[name] != undisturbed.get(name)} - set(_sums(made))
    assert differing <= {"data/provenance.json", "data/page.html"}
    assert set(made) == set(undisturbed)


def _sums(files):
    """Name the files that say what the others are, which follow them."""
    return [name for name in files if not name.startswith("data/")]


@pytest.mark.slow
@pytest.mark.parametrize("how", ["flush-5", "unmoved"])
@pytest.mark.parametrize("there", [False, True], ids=["nothing there", "a bundle there"])
def test_killed_while_the_bundle_is_written(tmp_path, sealed, undisturbed, how, there):
    runs = Runs(tmp_path)
    shutil.copytree(folder_of(sealed.out), folder_of(runs.out))
    words = ("--force",) if there else ()
    before = _older_bundle(runs.out) if there else {}
    assert runs.run(how, *words) == -signal.SIGKILL
    assert bytes_of(runs.out) == before
    assert runs.run("live", *words) == 0
    assert bytes_of(runs.out) == undisturbed
    assert _beside(tmp_path) == ["xa"]


@pytest.mark.slow
def test_killed_when_the_bundle_stands(tmp_path, sealed, undisturbed):
    runs = Runs(tmp_path)
    shutil.copytree(folder_of(sealed.out), folder_of(runs.out))
    assert runs.run("moved") == -signal.SIGKILL
    assert bytes_of(runs.out) == undisturbed
    # The bundle is finished, so a later run starts anew, and takes away what was left beside it.
    assert runs.run("live") == 2
    assert runs.run("live", "--force") == 0
    assert sorted(runs.kept()) == sorted(ENTRIES)
    assert _beside(tmp_path) == ["xa"]


def _older_bundle(out: Path) -> dict[str, bytes]:
    write(sample_bundle(), out)
    return bytes_of(out)


def _beside(folder: Path) -> list[str]:
    """List what stands at the name of the bundle and beside it."""
    return sorted(path.name for path in folder.iterdir() if path.name.lstrip(".").startswith("xa"))


@pytest.mark.slow
def test_killed_at_random_moments(tmp_path, undisturbed):
    runs, chance = Runs(tmp_path), random.Random(7)
    for _ in range(6):
        process = runs.start("live", *(["--force"] if state(runs.out) == "finished" else []))
        _wait_for_lines(process, chance.randint(0, 3), chance.uniform(0, 0.3))
        process.kill()
        assert runs.ended(process)[0] in (0, -signal.SIGKILL)
        if state(runs.out) == "finished":
            break
    if state(runs.out) != "finished":
        assert runs.run("live") == 0
    assert inspect(runs.out).faults == ()
    assert bytes_of(runs.out)["data/document.json"] == undisturbed["data/document.json"]
    # A kill may fall between the keeping and the line that tells of it: nothing is kept twice.
    assert Counter(runs.kept()) <= Counter(ENTRIES)


@pytest.mark.slow
@pytest.mark.parametrize("lines", [1, 2, 4, 5])
def test_stopped_by_hand(tmp_path, undisturbed, lines):
    """Ctrl-C goes to the whole group: to the readers too."""
    runs, chance = Runs(tmp_path), random.Random(lines)
    process = runs.start("live")
    _wait_for_lines(process, lines, chance.uniform(0, 0.1))
    os.killpg(process.pid, signal.SIGINT)
    code, told = runs.ended(process)
    if code == 130:
        assert told.endswith(STOPPED)
        assert state(runs.out) == "unfinished"
        assert runs.run("live") == 0
    assert "Traceback" not in told
    assert code in (0, 130)
    assert bytes_of(runs.out)["data/document.json"] == undisturbed["data/document.json"]


def _wait_for_lines(process: subprocess.Popen, lines: int, seconds: float) -> None:
    """Wait until that many lines of progress came, and a moment more."""
    for _ in range(lines):
        process.stderr.readline()
    time.sleep(seconds)
