"""A long law is read by two processes, and says the same as if one had read it."""

import os
import subprocess
import sys

import pytest

from lexatlas.analysts.extractive.halves import can_halve

LINUX = pytest.mark.skipif(sys.platform != "linux", reason="A process is copied on Linux only.")
LONG_LAW = """
import os
from lexatlas.analysts.extractive import facts, halves
from lexatlas.sources.readers.charset import Given
from lexatlas.sources.readers.registry import read

rules = ["Article {n}", "({n}) A provider of tokens shall hold own funds of at least EUR {n} 000 within {n} days.",
         "No person shall sell a token to the public before 3 May 20{n:02} unless:", "(a) he holds a licence; or",
         "(b) the Coin Office has agreed to the sale in writing."]
lines = [rule.format(n=number % 90 + 2) for number in range(600) for rule in rules]
text, _ = read(Given("\\n".join(lines).encode(), name="law.txt"), "text")
copies = []
fork = os.fork
os.fork = lambda: copies.append(1) or fork()
facts.can_halve = lambda: True
shared = facts.extract(text, "en")
facts.can_halve = lambda: False
alone = facts.extract(text, "en")
print(len(copies), len(alone) > 1000, shared == alone)
"""
BROKEN_COPY = """
import os
from lexatlas.analysts.extractive.halves import in_halves

first = os.getpid()

def doubled(numbers):
    if os.getpid() != first:
        {fault}
    return [2 * number for number in numbers]

print(in_halves(doubled, [1, 2], [3]))
"""


def _said(program: str) -> str:
    # In a process of its own: the tests may run beside threads.
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    return done.stdout.strip()


@LINUX
def test_two_processes_read_what_one_reads():
    assert _said(LONG_LAW) == "1 True True"


@LINUX
@pytest.mark.parametrize("fault", ["os._exit(3)", "os.kill(os.getpid(), 9)", "raise ValueError", "pass"])
def test_a_copy_that_breaks_off_is_no_loss(fault):
    assert _said(BROKEN_COPY.format(fault=fault)) == "[2, 4, 6]"


def test_beside_another_thread_nothing_is_copied():
    program = (
        "import threading; from lexatlas.analysts.extractive.halves import can_halve\n"
        "held = threading.Event(); other = threading.Thread(target=held.wait); other.start()\n"
        "print(can_halve()); held.set()"
    )
    assert _said(program) == "False"


@LINUX
def test_one_core_does_the_work_alone(monkeypatch):
    monkeypatch.setattr(os, "sched_getaffinity", lambda _: {0})
    assert not can_halve()
