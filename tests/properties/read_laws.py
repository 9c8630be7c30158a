"""Reads a document of a folder with a manifest into what a forger needs; one that cannot be read gives nothing."""

import json
from functools import cache
from pathlib import Path

from lexatlas.checks.view import View
from lexatlas.codebook import load
from lexatlas.core.errors import Unreadable
from lexatlas.core.evidence import Source
from lexatlas.core.textform import text_sha256
from lexatlas.sources.readers import registry
from lexatlas.sources.readers.charset import Given
from tests.properties.forgeries import Forger

LIBRARY = Path(__file__).resolve().parents[2] / "demo" / "library"


def rows_of(folder: Path) -> list[dict[str, str]]:
    """Return the rows of the manifest."""
    return [json.loads(line) for line in (folder / "manifest.jsonl").read_text(encoding="utf-8").splitlines()]


@cache
def forger(folder: Path, path: str) -> Forger | None:
    """Return a forger of one document; None for one that holds no text, such as a scan."""
    row = next(row for row in rows_of(folder) if row["path"] == path)
    try:
        text, _ = registry.read(Given((folder / path).read_bytes(), name=path))
    except Unreadable:
        return None
    sha = text_sha256(text)
    source = Source(
        id="law", title=row["title"], language=row["language"], kind="act", tier="T1", snapshot=sha
    )
    view = View(
        {sha: text}, {sha: row["language"]}, {}, {"law": source}, topic=load().topic("vasp-licensing")
    )
    made = Forger(view, sha, "law", seed=len(path))
    return made if made.units else None
