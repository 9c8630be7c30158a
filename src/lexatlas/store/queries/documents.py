"""Documents of versions, and the texts and bytes that they rest on, as far as each version brought them along."""

import zlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache

from lexatlas.core.canonical import sha256_hex
from lexatlas.core.document import Document
from lexatlas.core.errors import Unavailable
from lexatlas.core.evidence import CanonicalText, Snapshot
from lexatlas.core.excerpts import Excerpts
from lexatlas.core.provenance import Provenance
from lexatlas.core.textform import structure_from_bytes
from lexatlas.store.archive import FolderArchive, archive
from lexatlas.store.models import DocumentBytes, SourceRow, Version

DOCUMENTS_AT_HAND = 64
TEXTS_AT_HAND = 48


@dataclass(frozen=True)
class Enclosed:
    """How far a version brought a text along: `excerpts` names the archived excerpts, "" for the whole text."""

    excerpts: str = ""
    has_raw: bool = False


@lru_cache(maxsize=DOCUMENTS_AT_HAND)
def document(sha256: str) -> Document:
    """Return the document with this hash; raises `Unavailable` when it is not kept or not what it was."""
    return Document.model_validate_json(document_bytes(sha256))


def document_bytes(sha256: str) -> bytes:
    """Return the canonical bytes of a document, held against their hash; raises `Unavailable`."""
    row = DocumentBytes.objects.filter(sha256=sha256).first()
    if row is None:
        raise Unavailable(f"The document {sha256[:12]} is not kept here.")
    try:
        data = zlib.decompress(bytes(row.body))
    except zlib.error:
        data = b""
    if sha256_hex(data) != sha256:
        raise Unavailable(
            f"The document {sha256[:12]} is not what it was when it was kept. Restore it from a backup."
        )
    return data


def document_of(version: int) -> Document | None:
    """Return the document of a version by the version's own id (not its number); None when there is none."""
    sha256 = Version.objects.filter(id=version).values_list("document_id", flat=True).first()
    return None if sha256 is None else document(sha256)


def provenance_of(version: int) -> Provenance | None:
    """Return how a version came about, without the name of a person, which stands among what a file claims."""
    kept = Version.objects.filter(id=version).values_list("provenance", flat=True).first()
    return None if kept is None else Provenance.model_validate(kept)


def enclosed(version: int) -> dict[str, Enclosed]:
    """Return, by the hash of the text, what a version brought along and what is still kept of it."""
    rows = SourceRow.objects.filter(version=version, snapshot__isnull=False, removed_at__isnull=True)
    return {
        str(text): Enclosed(excerpts, has_raw)
        for text, excerpts, has_raw in rows.order_by("id").values_list("snapshot_id", "excerpts", "has_raw")
    }


def files_of(version: int) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Return each text that a version brought along with the archived files it is read from; none when let go of."""
    rows = SourceRow.objects.filter(version=version, snapshot__isnull=False).order_by("id")
    names = rows.values_list("snapshot_id", "excerpts", "structure", "removed_at")
    return tuple(
        (str(text), () if removed else (excerpts or str(text), structure))
        for text, excerpts, structure, removed in names
    )


def lacking(files: Iterable[tuple[str, tuple[str, ...]]]) -> frozenset[str]:
    """Return the texts of `files_of` that cannot be read again just now.

    A store that is not a folder is not asked: that takes long, and whoever opens the text is told.
    """
    kept = archive()
    near = isinstance(kept, FolderArchive)
    return frozenset(
        text for text, names in files if not names or (near and not all(map(kept.holds, filter(None, names))))
    )


def text(snapshot: Snapshot, kept: Enclosed) -> CanonicalText:
    """Return a text with its structure; where it came as excerpts, with filler between them.

    Raises `Unavailable` when the archive does not have it.
    """
    return _text(snapshot.text, snapshot.structure, kept.excerpts)


def texts(version: int) -> dict[str, CanonicalText]:
    """Return every text of a version by its hash; raises `Unavailable` when the archive lacks one."""
    whole, kept = document_of(version), enclosed(version)
    snapshots = whole.snapshots if whole else ()
    return {
        snapshot.text: text(snapshot, kept[snapshot.text]) for snapshot in snapshots if snapshot.text in kept
    }


def excerpts(kept: Enclosed) -> Excerpts | None:
    """Return what came of a text that did not come whole; None for a whole one. Raises `Unavailable`."""
    return Excerpts.model_validate_json(archive().get(kept.excerpts)) if kept.excerpts else None


def raw(snapshot: Snapshot, kept: Enclosed) -> bytes | None:
    """Return the bytes that a text was read from; None when the version did not bring them. Raises `Unavailable`."""
    return archive().get(snapshot.raw) if kept.has_raw else None


@lru_cache(maxsize=TEXTS_AT_HAND)
def _text(sha256: str, structure: str, cut: str) -> CanonicalText:
    kept = archive()
    spread = Excerpts.model_validate_json(kept.get(cut)).spread() if cut else kept.get(sha256).decode()
    return structure_from_bytes(spread, kept.get(structure))


def raw_and_texts(version: int) -> tuple[Mapping[str, bytes], Mapping[str, CanonicalText]]:
    """Return what an export of a version encloses: raw bytes and texts by their hashes. Raises `Unavailable`."""
    whole, kept = document_of(version), enclosed(version)
    snapshots = [snapshot for snapshot in (whole.snapshots if whole else ()) if snapshot.text in kept]
    found = {snapshot.raw: raw(snapshot, kept[snapshot.text]) for snapshot in snapshots}
    bytes_at_hand = {name: data for name, data in found.items() if data is not None}
    return bytes_at_hand, {each.text: text(each, kept[each.text]) for each in snapshots}
