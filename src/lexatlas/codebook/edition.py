"""The files of a codebook: where they are, their hashes, and the one hash of the edition."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from importlib import resources
from importlib.resources.abc import Traversable
from pathlib import Path

from lexatlas.core.errors import InputError

MAX_FILE_BYTES = 4_000_000
MAX_FILES = 500


def read_files(folder: Path | None = None) -> dict[str, bytes]:
    """All TOML files of the package's codebook, or of a folder, by name with forward slashes, sorted.

    Raises InputError when the folder does not exist, holds no TOML file, or holds far too much:
    a codebook inside a bundle is hostile input.
    """
    root: Traversable = resources.files("lexatlas.codebook") / "data" if folder is None else folder
    if not root.is_dir():
        raise InputError(f"There is no codebook folder at {folder}. Give a folder that holds topics/*.toml.")
    files = dict(sorted(_walk(root, "", 0)))
    if not files:
        raise InputError(f"The codebook folder {folder} holds no .toml file. Give one with topics/*.toml.")
    return files


def _walk(folder: Traversable, prefix: str, count: int) -> list[tuple[str, bytes]]:
    found: list[tuple[str, bytes]] = []
    for entry in sorted(folder.iterdir(), key=lambda item: item.name):
        # A link could lead out of the folder that somebody handed us.
        if isinstance(entry, Path) and entry.is_symlink():
            raise InputError(f"The codebook entry {prefix}{entry.name} is a link. Put the file itself there.")
        if entry.is_dir() and not prefix and entry.name != "__pycache__":
            found += _walk(entry, f"{entry.name}/", count + len(found))
        elif entry.is_file() and entry.name.endswith(".toml"):
            found.append((f"{prefix}{entry.name}", _read(entry, prefix)))
        if count + len(found) > MAX_FILES:
            raise InputError(f"The codebook holds more than {MAX_FILES} files. Give a codebook only.")
    return found


def _read(entry: Traversable, prefix: str) -> bytes:
    if isinstance(entry, Path) and entry.stat().st_size > MAX_FILE_BYTES:
        raise InputError(f"The codebook file {prefix}{entry.name} is over {MAX_FILE_BYTES} bytes. Split it.")
    return entry.read_bytes()


def file_hashes(files: Mapping[str, bytes]) -> dict[str, str]:
    """The sha256 of each file, by name, sorted by name."""
    return {name: hashlib.sha256(files[name]).hexdigest() for name in sorted(files)}


def listing(files: Mapping[str, bytes]) -> str:
    """The canonical listing: one line ``sha256  name`` a file, sorted by name."""
    return "".join(f"{digest}  {name}\n" for name, digest in file_hashes(files).items())


def edition_hash(files: Mapping[str, bytes]) -> str:
    """The sha256 of the canonical listing; changes with any byte or name of any file."""
    return hashlib.sha256(listing(files).encode("utf-8")).hexdigest()
