"""Which files of the archive the rows of the site name: what a backup saves, what doctor looks for."""

from dataclasses import dataclass

from lexatlas.store.models import SourceRow


@dataclass(frozen=True)
class KeptFiles:
    """Names (SHA-256) in the archive: those that must be there, by what they are for."""

    texts: frozenset[str]
    structures: frozenset[str]
    excerpts: frozenset[str]
    raw: frozenset[str]

    @property
    def all(self) -> frozenset[str]:
        """Every name once."""
        return self.texts | self.structures | self.excerpts | self.raw


def kept_files(version: int | None = None) -> KeptFiles:
    """Return the files behind a version (by its id), or behind all; what retention has deleted is not among them."""
    rows = SourceRow.objects.filter(snapshot__isnull=False, removed_at__isnull=True)
    if version is not None:
        rows = rows.filter(version=version)
    texts: set[str] = set()
    structures: set[str] = set()
    excerpts: set[str] = set()
    raw: set[str] = set()
    for text, structure, cut, bytes_of, has_raw in rows.values_list(
        "snapshot_id", "structure", "excerpts", "raw", "has_raw"
    ).distinct():
        structures.add(structure)
        (excerpts if cut else texts).add(cut or str(text))
        if has_raw:
            raw.add(bytes_of)
    structures.discard("")
    return KeptFiles(frozenset(texts), frozenset(structures), frozenset(excerpts), frozenset(raw))
