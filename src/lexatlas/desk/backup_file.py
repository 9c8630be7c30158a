"""The file of a backup: rows as lines, archived bytes by their hash, and a manifest whose hash is the seal."""

import hashlib
import re
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import IO, NamedTuple

from pydantic import ValidationError

from lexatlas.core.canonical import Value, canonical_json, sha256_hex
from lexatlas.core.errors import Unreadable

FORMAT = 1
MANIFEST = "manifest.json"
LARGEST_MANIFEST = 400_000_000
_PIECE = 1 << 20
_NAME = re.compile(r"(rows/[a-z_]{1,60}\.jsonl|archive/[0-9a-f]{64})")
BROKEN = (zipfile.BadZipFile, zipfile.LargeZipFile, EOFError, NotImplementedError, RuntimeError, KeyError)
"""What the reader of zip files raises over a file that is none."""


class Table(Value):
    """A table of the backup: how many rows, and the SHA-256 over their lines."""

    rows: int
    sha256: str


class Manifest(Value):
    """What a backup holds. `migration` names the state of the tables; `lost` the archived files that were not there."""

    format: int
    release: str
    made_at: str
    migration: str
    tables: dict[str, Table]
    archive: dict[str, int]
    lost: tuple[str, ...] = ()


class Inspected(NamedTuple):
    """A backup that was read through: every byte is what the manifest says."""

    manifest: Manifest
    seal: str


def inspect(path: Path) -> Inspected:
    """Read a backup through and return what it holds; raises `Unreadable` with the first thing that differs."""
    try:
        with zipfile.ZipFile(path) as file:
            data = _bytes(file, MANIFEST, LARGEST_MANIFEST)
            manifest = _manifest(path, data)
            _compare(path, file, manifest)
    except BROKEN as error:
        raise Unreadable(f"{path} is no whole backup ({error}). Use another copy of it.") from error
    return Inspected(manifest, sha256_hex(data))


def _manifest(path: Path, data: bytes) -> Manifest:
    try:
        found = Manifest.model_validate_json(data)
    except ValidationError as error:
        raise Unreadable(
            f"The manifest of {path} is none that this release reads. Use a newer Lexatlas."
        ) from error
    if found.format != FORMAT or canonical_json(found) != data:
        raise Unreadable(f"{path} has form {found.format}; this release reads form {FORMAT}.")
    return found


def _compare(path: Path, file: zipfile.ZipFile, manifest: Manifest) -> None:
    expected = {
        MANIFEST,
        *(f"rows/{name}.jsonl" for name in manifest.tables),
        *(f"archive/{name}" for name in manifest.archive),
    }
    names = file.namelist()
    if (
        len(names) != len(set(names))
        or set(names) != expected
        or not all(map(_NAME.fullmatch, expected - {MANIFEST}))
    ):
        raise Unreadable(f"{path} holds other files than its manifest lists. Use another copy of it.")
    for name, table in manifest.tables.items():
        digest, rows = hashlib.sha256(), 0
        for piece in pieces(file, f"rows/{name}.jsonl"):
            digest.update(piece)
            rows += piece.count(b"\n")
        if (digest.hexdigest(), rows) != (table.sha256, table.rows):
            raise Unreadable(
                f"The rows of {name} in {path} are not those that were saved. Use another copy of it."
            )
    for name, size in manifest.archive.items():
        if sha256_hex(_bytes(file, f"archive/{name}", size)) != name:
            raise Unreadable(
                f"The archived file {name[:12]} in {path} is not what it was. Use another copy of it."
            )


def pieces(file: zipfile.ZipFile, name: str) -> Iterator[bytes]:
    """Give an entry piece by piece."""
    with file.open(name) as entry:
        while piece := entry.read(_PIECE):
            yield piece


def entry_lines(file: zipfile.ZipFile, name: str) -> Iterator[bytes]:
    """Give the lines of an entry."""
    with file.open(name) as entry:
        yield from entry


def entry_bytes(file: zipfile.ZipFile, name: str, size: int) -> bytes:
    """Return an archived file of a backup that was inspected."""
    return _bytes(file, f"archive/{name}", size)


def _bytes(file: zipfile.ZipFile, name: str, most: int) -> bytes:
    # Read no further than the size that was told: a small file may say that it swells without end.
    with file.open(name) as entry:
        data = entry.read(most + 1)
    if len(data) > most:
        raise Unreadable(f"{name} is larger than it may be.")
    return data


def entry(file: zipfile.ZipFile, name: str) -> IO[bytes]:
    """Open an entry for writing; its time is fixed, so that equal contents make equal bytes."""
    told = zipfile.ZipInfo(name)
    told.compress_type = zipfile.ZIP_DEFLATED
    told.external_attr = 0o600 << 16
    return file.open(told, "w", force_zip64=True)
