"""A folder of documents as `eval` reads it: each document once, however many rows and topics speak of it."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from lexatlas.codebook import Codebook
from lexatlas.core.errors import Unreadable
from lexatlas.core.evidence import Dossier, Gap
from lexatlas.core.ports import Progress
from lexatlas.sources.dossier import Reading, dossier, read_one
from lexatlas.sources.gather import Gathered, gather
from lexatlas.sources.manifest import MANIFEST
from lexatlas.sources.pool import ReaderPool


@dataclass
class Corpus:
    """A folder with documents below `docs/`, or below itself where it has no such folder."""

    folder: Path
    book: Codebook
    pool: ReaderPool
    progress: Progress
    _kept: dict[str, tuple[Gathered, list[Reading | Gap]]] = field(default_factory=dict)

    @cached_property
    def documents(self) -> Path:
        """Where the documents lie."""
        below = self.folder / "docs"
        return below if below.is_dir() else self.folder

    def has(self, name: str) -> bool:
        """Return whether there is a document of this name."""
        return (self.documents / name).is_file()

    def names(self) -> list[str]:
        """Return the names of all documents, in order; hidden files and manifests are none."""
        found = (path.relative_to(self.documents) for path in self.documents.rglob("*") if path.is_file())
        return sorted(
            path.as_posix()
            for path in found
            if path.name != MANIFEST and not any(part.startswith(".") for part in path.parts)
        )

    def name_of(self, source: str) -> str:
        """Return the name of the document that has this source id; the id itself when none has been read."""
        return next((name for name, (taken, _) in self._kept.items() if taken.items[0].id == source), source)

    def dossier(self, names: Sequence[str]) -> Dossier:
        """Return the dossier of these documents, by their names. Raises `Unreadable` for one that is absent."""
        taken = [self._one(name) for name in names]
        items = tuple(item for gathered, _ in taken for item in gathered.items)
        gaps = tuple(gap for gathered, _ in taken for gap in gathered.gaps)
        readings = [reading for _, read in taken for reading in read]
        return dossier(Gathered(items, gaps), readings, self.book.ranking())

    def _one(self, name: str) -> tuple[Gathered, list[Reading | Gap]]:
        if name not in self._kept:
            if not self.has(name):
                raise Unreadable(f"There is no document {name} under {self.documents}.")
            self.progress(f"Reading {name}")
            gathered = gather([str(self.documents / name)])
            self._kept[name] = (gathered, [read_one(item, self.pool) for item in gathered.items])
        return self._kept[name]
