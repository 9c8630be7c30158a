"""Rows of gold files: what can be used of them, and a sentence for every line that cannot."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from lexatlas.core.canonical import sha256_hex
from lexatlas.core.errors import Unreadable

Row = Mapping[str, Any]
NEEDED: dict[str, tuple[str, ...]] = {
    "facts": ("id", "doc", "language", "topic", "kind", "value", "exact"),
    "status": ("jurisdiction", "topic", "status", "docs", "as_of"),
    "no_answer": ("id", "jurisdiction", "topic", "doc", "kinds"),
}
"""The gold files by name, each with the fields that a row of it must have."""


@dataclass(frozen=True)
class Gold:
    """The rows of each file, the sentences on lines that were left out, and one hash over all bytes."""

    rows: Mapping[str, list[Row]]
    faults: tuple[str, ...]
    sha256: str


def read_gold(folder: Path) -> Gold:
    """Read a folder of gold; a file that is not there has no rows.

    Raises `Unreadable` when none of the files is there, or one is there and cannot be read at all.
    """
    rows: dict[str, list[Row]] = {}
    faults: list[str] = []
    raw = {name: _bytes(folder / f"{name}.jsonl") for name in NEEDED}
    if all(held is None for held in raw.values()):
        named = ", ".join(f"{name}.jsonl" for name in NEEDED)
        raise Unreadable(f"The gold files in {folder} cannot be read: there is none of {named}.")
    for name, held in raw.items():
        rows[name], wrong = _rows(f"{name}.jsonl", held or b"", NEEDED[name])
        faults += wrong
    return Gold(rows, tuple(faults), sha256_hex(b"".join(held or b"" for held in raw.values())))


def read_rows(path: Path, needed: tuple[str, ...]) -> list[Row]:
    """Return the rows of one file of which every line must be good. Raises `Unreadable` naming the first bad one."""
    held = _bytes(path)
    if held is None:
        raise Unreadable(f"{path} is not there.")
    rows, faults = _rows(path.name, held, needed)
    if faults:
        raise Unreadable(faults[0])
    return rows


def _bytes(path: Path) -> bytes | None:
    if not path.is_file():
        return None
    try:
        return path.read_bytes()
    except OSError as error:
        raise Unreadable(f"The gold file {path} cannot be read: {error.strerror}.") from error


def _rows(name: str, raw: bytes, needed: tuple[str, ...]) -> tuple[list[Row], list[str]]:
    rows: list[Row] = []
    faults: list[str] = []
    for number, line in enumerate(raw.decode("utf-8-sig", errors="replace").split("\n"), start=1):
        if not line.strip():
            continue
        found = _row(line, needed)
        if isinstance(found, str):
            faults.append(f"{name}, line {number}: {found}")
        else:
            rows.append(found)
    return rows, faults


def _row(line: str, needed: tuple[str, ...]) -> Row | str:
    try:
        row = json.loads(line)
    except ValueError:
        return "this is no JSON. The line was left out."
    if not isinstance(row, dict):
        return "this is no row with named fields. The line was left out."
    absent = [field for field in needed if field not in row]
    if absent:
        return f"the field {', '.join(absent)} is missing. The line was left out."
    return _misshapen(row) or row


def _misshapen(row: Row) -> str:
    """Return what is wrong with the form of the fields that are read as more than words; "" when nothing."""
    if any(not isinstance(row.get(field, []), list) for field in ("docs", "kinds", "by_date")):
        return "docs, kinds and by_date are lists. The line was left out."
    words = ("doc", "language", "topic", "kind", "exact", "jurisdiction", "status", "as_of")
    if any(not isinstance(row.get(field, ""), str) for field in words):
        return f"the fields {', '.join(words)} are words. The line was left out."
    return ""
