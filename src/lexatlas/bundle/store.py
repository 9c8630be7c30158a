"""Reads a bundle that is to be used, and writes one whole or not at all."""

import os
import shutil
import stat
import tempfile
from collections.abc import Mapping
from pathlib import Path

from lexatlas.bundle import layout
from lexatlas.bundle.archive import pack
from lexatlas.bundle.content import Bundle
from lexatlas.bundle.exchange import put, put_back
from lexatlas.bundle.folder import flush_folder, write_folder
from lexatlas.bundle.inspect import inspect
from lexatlas.bundle.limits import DEFAULT, Limits, over
from lexatlas.bundle.payload import from_payload, to_payload
from lexatlas.bundle.seal import seal_of, sealed
from lexatlas.core.errors import Abort, InputError, Unreadable

_NEW = ".new-"
_NAME_AT = 30


def read(path: Path, limits: Limits = DEFAULT) -> Bundle:
    """Return the bundle at `path`; raises Unreadable with every fault when it is not as sealed."""
    found = inspect(path, limits)
    if found.bundle is None or found.faults:
        faults = "\n".join(f"  {fault}" for fault in found.faults[:20])
        raise Unreadable(
            f"The bundle {path} is not as it was sealed. Use a whole copy, or make it anew.\n{faults}"
        )
    return found.bundle


def is_bundle(path: Path) -> bool:
    """Whether something that was written as a bundle stands at `path`; its contents are not looked at."""
    if path.is_dir():
        return (path / layout.DECLARATION).is_file() and (path / layout.DOCUMENT).is_file()
    return path.is_file() and path.suffix.lower() == ".zip" and _begins_as_ours(path)


def _begins_as_ours(path: Path) -> bool:
    # Any other zip file is somebody's own: a name of ours must stand first in it.
    name = layout.INFO.encode()
    with path.open("rb") as file:
        head = file.read(_NAME_AT + len(name))
    return head.startswith(b"PK\3\4") and head[_NAME_AT:] == name


def write(bundle: Bundle, path: Path, limits: Limits = DEFAULT) -> str:
    """Write `bundle` to `path` and return its seal; a name that ends in .zip makes a zip file.

    It is written beside its place and then moved there, so that a crash or a full disk leaves what was there.
    A bundle at `path` is replaced; raises InputError when anything else stands there, and Abort when the
    disk does not take it.
    """
    return write_payload(to_payload(bundle), path, limits)


def write_payload(payload: Mapping[str, bytes], path: Path, limits: Limits = DEFAULT) -> str:
    """Write what `to_payload` made of a bundle, as `write` does."""
    files = sealed(payload)
    _refuse_what_cannot_be_read(payload, files, limits)
    put_back(path)
    _refuse_to_replace(path)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        _write_beside(path, files)
    except OSError as error:
        raise Abort(_not_written(path, error)) from error
    return seal_of(payload)


def _not_written(path: Path, error: OSError) -> str:
    why = error.strerror or str(error)
    return (
        f"The bundle could not be written to {path} ({why}). Nothing there has changed. "
        "Make room or choose another place, and run the same command again."
    )


def _refuse_what_cannot_be_read(
    payload: Mapping[str, bytes], files: Mapping[str, bytes], limits: Limits
) -> None:
    sizes = {name: len(data) for name, data in files.items()}
    faults = [f"{name!r} has no place in a bundle." for name in layout.strangers(files)] + over(sizes, limits)
    faults += from_payload(payload, limits)[1]
    if faults:
        raise Unreadable("The bundle cannot be written as it is. " + " ".join(faults[:5]))


def _refuse_to_replace(path: Path) -> None:
    if not path.exists() and not path.is_symlink():
        return
    empty = path.is_dir() and not path.is_symlink() and not any(path.iterdir())
    if path.is_symlink() or not (empty or is_bundle(path)):
        raise InputError(f"{path} exists and is not a bundle; it is left as it is. Choose another name.")


def _write_beside(path: Path, files: Mapping[str, bytes]) -> None:
    _sweep(path)
    beside = Path(tempfile.mkdtemp(prefix=f".{path.name}{_NEW}", dir=path.parent))
    try:
        new = beside / path.name
        if path.suffix.lower() == ".zip":
            _write_archive(new, files)
        else:
            write_folder(new, files)
        put(new, path)
        flush_folder(path.parent)
    finally:
        shutil.rmtree(beside, ignore_errors=True)


def _write_archive(path: Path, files: Mapping[str, bytes]) -> None:
    with path.open("xb") as file:
        for piece in pack(files):
            file.write(piece)
        file.flush()
        os.fsync(file.fileno())


def _sweep(path: Path) -> None:
    """Remove what killed runs left half written; only the run that holds the lock writes beside `path`."""
    for left in path.parent.glob(f".{_escaped(path.name)}{_NEW}*"):
        if stat.S_ISDIR(left.lstat().st_mode):
            shutil.rmtree(left, ignore_errors=True)


def _escaped(name: str) -> str:
    return "".join(f"[{sign}]" if sign in "*?[" else sign for sign in name)
