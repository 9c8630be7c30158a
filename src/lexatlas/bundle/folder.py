"""A bundle as a folder: read without following a link, written file by file and flushed to the disk."""

import os
import stat
from collections.abc import Mapping
from pathlib import Path

from lexatlas.bundle import layout
from lexatlas.bundle.limits import Limits, over

_DEPTH = 4


class FolderError(Exception):
    """The folder holds what no bundle holds; `faults` are sentences."""

    def __init__(self, faults: list[str]) -> None:
        super().__init__(" ".join(faults))
        self.faults = faults


def read_folder(root: Path, limits: Limits) -> dict[str, bytes]:
    """Return every file below `root` by its name with forward slashes.

    A folder that no file needs is returned too, as an empty file whose name ends in a slash. Raises
    FolderError for links, devices and anything over the limits, before a file is opened; raises OSError
    when a file cannot be read.
    """
    sizes: dict[str, int] = {}
    found: set[str] = set()
    faults = _walk(root, "", sizes, found, limits) + over(sizes, limits)
    if faults:
        raise FolderError(faults)
    needless = {f"{name}/": b"" for name in sorted(found - layout.folders(sizes))}
    return {**{name: _read(root / name, sizes[name]) for name in sorted(sizes)}, **needless}


def _walk(folder: Path, prefix: str, sizes: dict[str, int], found: set[str], limits: Limits) -> list[str]:
    faults: list[str] = []
    with os.scandir(folder) as entries:
        for entry in entries:
            name = f"{prefix}{entry.name}"
            mode = entry.stat(follow_symlinks=False).st_mode
            if stat.S_ISREG(mode):
                sizes[name] = entry.stat(follow_symlinks=False).st_size
            elif stat.S_ISDIR(mode) and name.count("/") < _DEPTH:
                found.add(name)
                faults += _walk(Path(entry.path), f"{name}/", sizes, found, limits)
            else:
                faults.append(f"{name!r} is a link or no plain file; a bundle holds plain files only.")
            if len(sizes) + len(found) + len(faults) > 2 * limits.files:
                return [*faults[:3], f"It holds more than the {limits.files} files that a bundle may hold."]
    return faults


def _read(path: Path, size: int) -> bytes:
    # Opened without following links: one may have been put there since the folder was listed.
    handle = os.open(path, os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_CLOEXEC", 0))
    with os.fdopen(handle, "rb") as file:
        data = file.read(size + 1)
    if len(data) != size:
        raise FolderError([f"{path.name} changed while it was read."])
    return data


def write_folder(root: Path, files: Mapping[str, bytes]) -> None:
    """Write these files below the new folder `root`, and see to it that they are on the disk."""
    root.mkdir()
    for name in sorted(layout.folders(files)):
        (root / name).mkdir()
    for name, data in sorted(files.items()):
        write_file(root / name, data)
    for name in ["", *sorted(layout.folders(files))]:
        flush_folder(root / name)


def write_file(path: Path, data: bytes) -> None:
    """Write one new file and flush it to the disk; raises OSError when the disk is full."""
    with path.open("xb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())


def flush_folder(path: Path) -> None:
    """See to it that the names in a folder are on the disk, where the system can."""
    try:
        handle = os.open(path, os.O_RDONLY)
    except OSError:  # a system that cannot open folders
        return
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
