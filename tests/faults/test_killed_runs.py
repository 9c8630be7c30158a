"""A run that dies before or after any entry of its journal goes on from there to the same document."""

import threading
from datetime import UTC, datetime

import pytest

from lexatlas.analysts.extractive.analyst import ExtractiveAnalyst
from lexatlas.codebook import load
from lexatlas.core.recipe import Brief
from lexatlas.pipeline.journal import FileJournal, MemoryJournal
from lexatlas.pipeline.run import Tools, run_analysis
from lexatlas.sources.pool import ReaderPool
from tests.pipeline.analysed import LIBRARY

BRIEF = Brief(
    jurisdiction="XA", jurisdiction_name="Sample place XA", topic="vasp-licensing", topic_name="Licensing",
    as_of="2026-06-01",
)  # fmt: skip


GIVEN = [
    str(LIBRARY / "XA" / name)
    for name in ("central-bank-circular-7-2019.txt", "digital-asset-conduct-rules-2024.md",
                 "digital-asset-providers-act-2024.html")
]  # fmt: skip
ENTRIES = 6


class Killed(BaseException):
    """Stands for a process that is gone: nothing in the run may catch it."""


class Dying:
    """A journal whose process dies before or after it keeps its n-th entry, and stays dead."""

    def __init__(self, journal, last=10**9, after=False):
        self.journal, self.last, self.after, self.kept = journal, last, after, []
        self.lock = threading.Lock()

    def recall(self, step, item, input_hash):
        return self.journal.recall(step, item, input_hash)

    def keep(self, step, item, input_hash, result):
        with self.lock:
            if len(self.kept) >= self.last - (not self.after):
                raise Killed
            self.journal.keep(step, item, input_hash, result)
            self.kept.append((step, item))
            if self.after and len(self.kept) >= self.last:
                raise Killed


@pytest.fixture(scope="module")
def pool():
    with ReaderPool() as pool:
        yield pool


def run(pool, journal, hour=12):
    book = load()
    tools = Tools(
        book=book, analyst=ExtractiveAnalyst(book), pool=pool,
        clock=lambda: datetime(2026, 6, 1, hour, tzinfo=UTC), progress=lambda _: None,
    )  # fmt: skip
    return run_analysis(BRIEF, GIVEN, tools, journal)


@pytest.fixture(scope="module")
def undisturbed(pool):
    journal = Dying(MemoryJournal())
    return run(pool, journal), journal.kept


@pytest.mark.slow
@pytest.mark.parametrize("after", [False, True], ids=["before", "after"])
@pytest.mark.parametrize("last", range(1, ENTRIES + 1))
def test_killed_at_every_entry(pool, undisturbed, tmp_path, last, after):
    whole, entries = undisturbed
    assert len(entries) == ENTRIES
    with FileJournal(tmp_path / "j") as journal, pytest.raises(Killed):
        run(pool, Dying(journal, last, after))
    with FileJournal(tmp_path / "j") as journal:
        done = len(journal)
        resumed = Dying(journal)
        again = run(pool, resumed, hour=15)
    assert again == whole or last == 1, "The clock of the first start is kept with it."
    assert again.document == whole.document
    # Nothing that was finished is done a second time.
    assert (done, len(resumed.kept)) == (last if after else last - 1, ENTRIES - done)


def test_a_finished_run_repeats_nothing(pool, undisturbed, tmp_path):
    whole, _ = undisturbed
    with FileJournal(tmp_path / "j") as journal:
        assert run(pool, journal) == whole
        resumed = Dying(journal)
        assert run(pool, resumed, hour=15) == whole
        assert resumed.kept == []
