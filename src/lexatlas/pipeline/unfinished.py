"""The folder beside `--out` that holds an unfinished run: its journal, and the lock that keeps others out."""

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Literal

from lexatlas.bundle import (
    JOURNAL,
    UNFINISHED,
    Bundle,
    inspect,
    is_bundle,
    seal_of,
    to_payload,
    write_payload,
)
from lexatlas.core.errors import InputError
from lexatlas.core.ports import Journal
from lexatlas.pipeline.journal import FileJournal

LOCK = "lock"
START = "start"
"""The step that names a run and its clock; alone it is no work worth keeping."""
_SEALED = ("sealed", "", "")
OutState = Literal["free", "unfinished", "finished", "something else"]


def folder_of(out: Path) -> Path:
    """Return the folder that holds the unfinished run for `out`."""
    return out.parent / f"{out.name}{UNFINISHED}"


def state(out: Path) -> OutState:
    """Say what stands at `out`: a bundle wins over an unfinished run beside it, which a forced run left."""
    if is_bundle(out):
        return "finished"
    if out.is_symlink() or (out.exists() and not (out.is_dir() and not any(out.iterdir()))):
        return "something else"
    return "unfinished" if (folder_of(out) / JOURNAL).exists() else "free"


@contextmanager
def unfinished(out: Path, *, force: bool = False) -> Iterator[FileJournal]:
    """Open the journal of the run for `out`, new or resumed, and hold it against every other run.

    The folder stays when the block ends, however it ends, until `finish` has been called; a run that got no
    further than its start leaves nothing. Raises InputError when `out` is finished and `force` is not given,
    when something else stands there, or when another run is at work on it.
    """
    refuse(out, force=force)
    folder = folder_of(out)
    folder.mkdir(parents=True, exist_ok=True)
    handle = _lock(folder / LOCK, out)
    journal = None
    try:
        if _spent(out):
            (folder / JOURNAL).unlink()
        with FileJournal(folder / JOURNAL) as journal:
            yield journal
    finally:
        if journal is not None and journal.steps() <= {START}:
            _clear(folder)
        os.close(handle)


def finish(bundle: Bundle, out: Path, journal: Journal) -> str:
    """Write the bundle to `out`, remove what the unfinished run kept, and return the seal.

    Called inside `unfinished`. When it is killed in between, the next run sees by the seal that the journal
    belongs to the bundle that stands, and does not take old work for new.
    """
    payload = to_payload(bundle)
    journal.keep(*_SEALED, seal_of(payload))
    seal = write_payload(payload, out)
    _clear(folder_of(out))
    return seal


def _clear(folder: Path) -> None:
    """Remove what we put there and nothing else; what cannot be removed stays, and does no harm."""
    with suppress(OSError):
        (folder / JOURNAL).unlink(missing_ok=True)
        (folder / LOCK).unlink(missing_ok=True)
        folder.rmdir()


def _spent(out: Path) -> bool:
    path = folder_of(out) / JOURNAL
    if not path.exists() or not is_bundle(out):
        return False
    with FileJournal(path) as journal:
        sealed = journal.recall(*_SEALED)
    return sealed is not None and inspect(out).seal == sealed


def refuse(out: Path, *, force: bool = False) -> None:
    """Raise InputError when `out` is finished and `force` is not given, or when something else stands there."""
    found = state(out)
    if found == "something else":
        raise InputError(f"{out} exists and is not a bundle; it is left as it is. Choose another name.")
    if found == "finished" and not force:
        raise InputError(
            f"{out} holds a finished analysis. Say --force to replace it, or choose another name."
        )


def _lock(path: Path, out: Path) -> int:
    """Return an open file that holds the lock; the system lets go of it however the process ends."""
    handle = os.open(path, os.O_RDWR | os.O_CREAT | getattr(os, "O_CLOEXEC", 0), 0o600)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        free = path.stat().st_ino == os.fstat(handle).st_ino
    except (BlockingIOError, FileNotFoundError):
        # Held by another run, or that run has just finished and removed the file under us.
        free = False
    if not free:
        os.close(handle)
        raise InputError(f"Another run is at work on {out}. Wait until it ends, or choose another name.")
    return handle
