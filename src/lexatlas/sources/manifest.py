"""The manifest beside documents: one JSON line each, found in their folder or above it."""

import json
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from lexatlas.core.evidence import Gap
from lexatlas.sources.names import shown

MANIFEST = "manifest.jsonl"
_SIZE_LIMIT = 16 << 20
_ROW_LIMIT = 100_000


@dataclass(frozen=True)
class Manifest:
    """The rows of one manifest by the file that each names, rows that name only an address, and gaps."""

    path: Path
    files: dict[Path, dict[str, str]] = field(default_factory=dict)
    addresses: tuple[dict[str, str], ...] = ()
    gaps: tuple[Gap, ...] = ()


def find_manifest(folder: Path) -> Path | None:
    """Return the manifest of `folder`, or of the nearest folder above that has one."""
    for place in (folder, *folder.parents):
        candidate = place / MANIFEST
        if candidate.is_file():
            return candidate
    return None


def read_manifest(path: Path) -> Manifest:
    """Read a manifest; a row that cannot be read, or whose path leaves the manifest's folder, is a gap."""
    files: dict[Path, dict[str, str]] = {}
    addresses: list[dict[str, str]] = []
    gaps: list[Gap] = []
    root = path.parent.resolve()
    for number, line in enumerate(_lines(path, gaps), 1):
        if not line.strip():
            continue
        row = _row(line)
        if row is None:
            gaps.append(
                Gap(
                    what=path.name,
                    reason=f"Line {number} of the manifest is no JSON object; it was passed over.",
                )
            )
        elif row.get("path"):
            file = _inside(root, row["path"])
            if file is None:
                gaps.append(
                    Gap(
                        what=shown(row["path"]),
                        reason="The manifest names a path outside its own folder; it was not opened.",
                    )
                )
            else:
                files[file] = row
        elif row.get("url") or row.get("original_url"):
            addresses.append(row)
    return Manifest(path, files, tuple(addresses), tuple(gaps))


def _inside(root: Path, path: str) -> Path | None:
    """The file that a row names, or None when it leaves the manifest's folder or no file can be named so."""
    try:
        file = (root / path).resolve()
    except (OSError, RuntimeError, ValueError):
        return None
    return file if file.is_relative_to(root) else None


def _lines(path: Path, gaps: list[Gap]) -> list[str]:
    try:
        if path.stat().st_size > _SIZE_LIMIT:
            gaps.append(
                Gap(
                    what=path.name,
                    reason=f"The manifest is larger than {_SIZE_LIMIT:,} bytes; it was not read.",
                )
            )
            return []
        lines = path.read_text(encoding="utf-8-sig", errors="replace").splitlines()
    except OSError as error:
        gaps.append(
            Gap(what=path.name, reason=f"The manifest could not be opened: {error.strerror or error}.")
        )
        return []
    if len(lines) > _ROW_LIMIT:
        gaps.append(
            Gap(what=path.name, reason=f"Only the first {_ROW_LIMIT:,} lines of the manifest were read.")
        )
    return lines[:_ROW_LIMIT]


def _row(line: str) -> dict[str, str] | None:
    try:
        data: Any = json.loads(line)
    except (ValueError, RecursionError):
        return None
    if not isinstance(data, dict):
        return None
    return {str(key): _words(value) for key, value in data.items() if isinstance(value, str | int | bool)}


def _words(value: str | int | bool) -> str:
    """A value as text that can be written as UTF-8."""
    return " ".join(str(value).encode("utf-8", "replace").decode().split())
