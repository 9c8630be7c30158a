"""Processes killed at random moments: the journal stays readable, a bundle is whole."""

import os
import random
import subprocess
import sys
import time

from lexatlas.bundle import inspect, read, write
from lexatlas.pipeline.journal import FileJournal
from tests.bundle.sample import sample_bundle

KEEP = """
import sys, pathlib, threading
from lexatlas.pipeline.journal import FileJournal
journal = FileJournal(pathlib.Path(sys.argv[1]))
start = len(journal)
print("ready", flush=True)
def work(name):
    for number in range(start, start + 4000):
        journal.keep("step", f"{name}-{number}", "h", {"n": number, "words": "x" * (number % 4000)})
threads = [threading.Thread(target=work, args=(name,)) for name in range(3)]
[thread.start() for thread in threads]
[thread.join() for thread in threads]
"""

REPLACE = """
import sys, pathlib
from dataclasses import replace
from lexatlas.bundle import write
from tests.bundle.sample import sample_bundle
one = sample_bundle()
two = replace(one, page=one.page + b"<p>two</p>" * 20000)
print("ready", flush=True)
while True:
    write(two, pathlib.Path(sys.argv[1]))
    write(one, pathlib.Path(sys.argv[1]))
"""


def killed(code, path, after):
    command = [sys.executable, "-c", code, str(path)]
    env = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=env) as process:
        assert process.stdout.readline() == "ready\n"
        time.sleep(after)
        process.kill()


def test_a_journal_survives_kills(tmp_path):
    chance, before = random.Random(7), 0
    for _ in range(15):
        killed(KEEP, tmp_path / "journal", chance.uniform(0, 0.05))
        with FileJournal(tmp_path / "journal") as journal:
            assert len(journal) >= before
            before = len(journal)
    assert before > 0


def test_a_bundle_survives_kills(tmp_path):
    for name in ("b", "b.zip"):
        chance, path = random.Random(7), tmp_path / name
        write(sample_bundle(), path)
        for _ in range(10):
            killed(REPLACE, path, chance.uniform(0, 0.08))
            assert inspect(path).faults == ()
    # What the killed processes left half written beside it goes with the next write.
    write(sample_bundle(), tmp_path / "b")
    write(sample_bundle(), tmp_path / "b.zip")
    assert sorted(entry.name for entry in tmp_path.iterdir()) == ["b", "b.zip"]
    assert read(tmp_path / "b") == read(tmp_path / "b.zip") == sample_bundle()
