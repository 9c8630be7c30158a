"""One file read whole and at rest: only regular files, within a limit, and not while somebody writes to it."""

import errno
import os
import stat
from pathlib import Path

from lexatlas.core.errors import Unavailable

_TRIES = 3
_KINDS = (
    (stat.S_ISDIR, "a folder"), (stat.S_ISFIFO, "a pipe"), (stat.S_ISSOCK, "a socket"),
    (stat.S_ISCHR, "a device"), (stat.S_ISBLK, "a device"),
)  # fmt: skip


def read_at_rest(file: Path, limit: int) -> bytes:
    """Return the bytes of `file`, all of one moment: what changes while it is read is read again.

    Raises `Unavailable` with a sentence when it is no regular file, too large, cannot be opened, or never rests.
    """
    for _ in range(_TRIES):
        try:
            found = _read(file, limit)
        except OSError as error:
            why = (
                "links that lead in a circle" if error.errno == errno.ELOOP else error.strerror or str(error)
            )
            raise Unavailable(f"The file could not be opened: {why}.") from error
        except ValueError as error:
            raise Unavailable(
                "The file could not be opened: its name is none that a file can have."
            ) from error
        if found is not None:
            return found
    raise Unavailable("The file changed while it was read; it was not read. Run again when it is at rest.")


def kind_of(mode: int) -> str:
    """Return what a thing that is no regular file is, for a sentence."""
    return next((name for test, name in _KINDS if test(mode)), "no regular file")


def _read(file: Path, limit: int) -> bytes | None:
    """Read once; None when size or time of change moved meanwhile. A pipe is never waited for."""
    with os.fdopen(os.open(file, os.O_RDONLY | os.O_NONBLOCK | os.O_CLOEXEC), "rb") as stream:
        before = os.fstat(stream.fileno())
        if not stat.S_ISREG(before.st_mode):
            raise Unavailable(f"It is {kind_of(before.st_mode)} and no file; it was not opened.")
        if before.st_size > limit:
            raise _too_large(before.st_size, limit)
        data = stream.read(limit + 1)
        after = os.fstat(stream.fileno())
    if len(data) > limit:
        raise _too_large(len(data), limit)
    moved = (before.st_size, before.st_mtime_ns) != (after.st_size, after.st_mtime_ns)
    return None if moved or len(data) != after.st_size else data


def _too_large(size: int, limit: int) -> Unavailable:
    return Unavailable(f"The file has {size:,} bytes, more than the {limit:,} that are read.")
