"""What the checks find wrong with a version as a whole, worked out once for each document and release of the checks."""

from dataclasses import dataclass

from lexatlas.checks import CHECKS_VERSION
from lexatlas.codebook import load
from lexatlas.core.document import Document
from lexatlas.core.errors import LexatlasError
from lexatlas.pipeline.findings import findings
from lexatlas.store.queries import documents
from lexatlas.store.queries.analysis import VersionFacts
from lexatlas.web.kept import Kept


@dataclass(frozen=True)
class Found:
    """The findings, a sentence each."""

    told: tuple[str, ...]


_FOUND: Kept[Found] = Kept(
    "found", Found, 2_000_000, lambda found: 100 + sum(len(each) for each in found.told)
)


def found_in(version: VersionFacts, document: Document) -> tuple[str, ...]:
    """Return what the checks find; nothing where a text is not here whole: a check would judge what it cannot see."""
    kept = documents.enclosed(version.id)
    if any(each.text not in kept or kept[each.text].excerpts for each in document.snapshots):
        return ()
    try:
        made_of = [version.document, CHECKS_VERSION, load().sha256]
        return _FOUND.get(made_of, lambda: _worked_out(version, document)).told
    except LexatlasError:
        # A copy that is lost or damaged is told where its quotes stand.
        return ()


def _worked_out(version: VersionFacts, document: Document) -> Found:
    return Found(findings(document, documents.texts(version.id), load()))
