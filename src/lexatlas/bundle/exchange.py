"""Puts a new file or folder in the place of an old one, in one act of the system where it has such an act."""

import contextlib
import ctypes
import os
import shutil
import sys
from pathlib import Path

_HERE = {"linux": -100, "darwin": -2}
_CALL = {"linux": "renameat2", "darwin": "renameatx_np"}
_SWAP = 2
REPLACED = ".replaced"


def put(new: Path, path: Path) -> None:
    """Move `new` to `path`; what stood at `path` is gone afterwards. Both lie in one file system.

    Raises OSError, and then `path` is what it was.
    """
    if not path.exists() or (path.is_file() and new.is_file()):
        new.replace(path)
    elif swap(new, path):
        remove(new)
    else:
        _in_two_moves(new, path)


def swap(first: Path, second: Path) -> bool:
    """Exchange two names at once; False, with nothing done, where the system or the file system cannot."""
    if sys.platform not in _CALL:
        return False
    try:
        call = getattr(ctypes.CDLL(None), _CALL[sys.platform])
    except (AttributeError, OSError):
        return False
    here = ctypes.c_int(_HERE[sys.platform])
    done = call(here, os.fsencode(first), here, os.fsencode(second), ctypes.c_uint(_SWAP))
    return int(done) == 0


def _in_two_moves(new: Path, path: Path) -> None:
    aside = path.parent / f".{path.name}{REPLACED}"
    path.rename(aside)
    try:
        new.rename(path)
    except OSError:
        aside.rename(path)
        raise
    remove(aside)


def put_back(path: Path) -> None:
    """Bring back what `put` had set aside when it was killed between two moves.

    Only a writer may call it: to a reader, a writer at work looks like one that was killed.
    """
    aside = path.parent / f".{path.name}{REPLACED}"
    if not aside.exists():
        return
    with contextlib.suppress(OSError):
        if path.exists():
            remove(aside)
        else:
            aside.rename(path)


def remove(path: Path) -> None:
    """Remove a file or a folder; what cannot be removed stays."""
    if path.is_dir() and not path.is_symlink():
        shutil.rmtree(path, ignore_errors=True)
    else:
        with contextlib.suppress(OSError):
            path.unlink()
