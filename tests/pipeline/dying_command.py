"""The command line as a process that kills itself at a chosen moment, and notes what it did before.

`python dying_command.py HOW HOUR LOG WORDS…`. HOW is `live`, or when to die: `first` (before the first entry
of the journal), `after`, `before` or `torn` (after its first entry; before the next; with half the next line
written), `flush-N` (at the N-th flush of a file of the bundle), `unmoved` or `moved` (before or after the
bundle is put in its place). HOUR is what the clock says.
"""

import json
import os
import re
import signal
import sys
from datetime import UTC, datetime
from pathlib import Path

from lexatlas.analysts.extractive.analyst import ExtractiveAnalyst
from lexatlas.bundle import folder, store
from lexatlas.cli.main import main
from lexatlas.cli.plain import analyse
from lexatlas.pipeline.journal import FileJournal
from lexatlas.sources.pool import ReaderPool

HOW, HOUR, LOG, WORDS = sys.argv[1], int(sys.argv[2]), Path(sys.argv[3]), sys.argv[4:]


class Clock:
    @staticmethod
    def now(zone):
        return datetime(2026, 6, 2, HOUR, tzinfo=UTC)


def note(*words):
    with LOG.open("a", encoding="utf-8") as file:
        file.write(json.dumps(words) + "\n")


def die():
    os.kill(os.getpid(), signal.SIGKILL)


append, read_job, think = FileJournal._append, ReaderPool.read_job, ExtractiveAnalyst.analyse
flush, put = folder.write_file, store.put
kept: list[str] = []
flushed: list[str] = []


def dying_append(journal, line):
    if HOW == "first" or (HOW == "before" and kept):
        die()
    if HOW == "torn" and kept:
        os.write(journal._file, line[: len(line) // 2])
        die()
    append(journal, line)
    step, item, _, _ = json.loads(line.partition(b" ")[2])
    kept.append(step)
    note("kept", step, item)
    if HOW == "after":
        die()


def noting_read(pool, job):
    note("did", "read", re.sub(r"[^0-9A-Za-z]+", "-", job.name))
    return read_job(pool, job)


def noting_think(analyst, brief, dossier):
    note("did", "analyse", analyst.name)
    return think(analyst, brief, dossier)


def dying_flush(path, data):
    flushed.append(path.name)
    if f"flush-{len(flushed)}" == HOW:
        path.write_bytes(data[: len(data) // 2])
        die()
    flush(path, data)


def dying_put(new, path):
    if HOW == "unmoved":
        die()
    put(new, path)
    if HOW == "moved":
        die()


if __name__ == "__main__":
    # A shell that starts tests in the background has SIGINT ignored, and a child would inherit that.
    signal.signal(signal.SIGINT, signal.default_int_handler)
    analyse.datetime = Clock
    FileJournal._append = dying_append
    ReaderPool.read_job, ExtractiveAnalyst.analyse = noting_read, noting_think
    folder.write_file, store.put = dying_flush, dying_put
    sys.exit(main(WORDS))
