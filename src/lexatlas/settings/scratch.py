"""Folders that last as long as the process that made them; those of processes that were killed are swept away."""

import contextlib
import os
import shutil
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from types import TracebackType
from typing import IO, Self

_LOCK = ".held"
_A_DAY = 24 * 3600
"""Seconds after which a folder without a lock is nobody's: one that was just made has none for a moment."""


class Scratch:
    """A folder of one's own in the system's place for passing files, removed by `close`. A context manager.

    `prefix` names what it is for, as "lexatlas-read-". Its lock tells other processes that it is in use, and falls
    away with the process, however that ends.
    """

    def __init__(self, prefix: str) -> None:
        """Make the folder, after those that killed processes left under this prefix are gone."""
        sweep(prefix)
        self._owner = os.getpid()
        self.path = Path(tempfile.mkdtemp(prefix=prefix))
        beside = self.path / f"{_LOCK}.new"
        self._lock = beside.open("wb")
        _taken(self._lock)
        # It gets its name once it is held: nobody can take it before its owner does.
        beside.rename(self.path / _LOCK)

    def close(self) -> None:
        """Remove the folder; what somebody else still holds in it is left to the next sweep.

        A process that was forked from the owner leaves the folder as it is when it ends.
        """
        if os.getpid() != self._owner:
            return
        shutil.rmtree(self.path, ignore_errors=True)
        self._lock.close()

    def __enter__(self) -> Self:
        """Return itself."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Remove the folder."""
        self.close()


def sweep(prefix: str) -> list[Path]:
    """Remove the folders under `prefix` whose processes have ended, and return them; never anybody else's files."""
    gone = [path for path in _own(prefix) if _left(path)]
    for path in gone:
        shutil.rmtree(path, ignore_errors=True)
    return gone


def _own(prefix: str) -> Iterator[Path]:
    for path in sorted(Path(tempfile.gettempdir()).glob(f"{prefix}*")):
        with contextlib.suppress(OSError):
            # In a place that everybody writes to, a link or a stranger's folder may bear any name.
            if not path.is_symlink() and path.is_dir() and path.lstat().st_uid == os.getuid():
                yield path


def _left(path: Path) -> bool:
    lock = path / _LOCK
    try:
        if lock.is_symlink() or not lock.is_file():
            return time.time() - path.lstat().st_mtime > _A_DAY
        with lock.open("rb") as file:
            return _taken(file)
    except OSError:
        return False


def _taken(file: IO[bytes]) -> bool:
    """Whether the lock could be taken, which nobody can while the maker of the folder lives."""
    import fcntl  # noqa: PLC0415 - not on every system that reads the settings

    try:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True
