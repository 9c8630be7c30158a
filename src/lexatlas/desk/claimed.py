"""What a file says of its own verdicts, status, reviews, people and stage: kept to be shown, without any effect."""

from collections import Counter
from collections.abc import Mapping
from typing import Any

from lexatlas.bundle import Bundle
from lexatlas.core.claims import VERDICT_NAMES
from lexatlas.core.document import Document, Edited
from lexatlas.core.standing import Standing

MOST_REVIEWS = 200
LONGEST = 2_000


def by_bundle(bundle: Bundle, seal: str, differ: Mapping[str, tuple[str, str]]) -> dict[str, Any]:
    """Return what a bundle claims; `differ` maps claims to (verdict as the file says, as computed here)."""
    document, provenance = bundle.document, bundle.provenance
    return {
        "document": document.sha256,
        "id": document.id,
        "seal": seal,
        "status": {"code": document.status.code[:60], "name": document.status.name[:120]},
        "confidence": document.factors.level,
        "verdicts": _counted(document),
        "verdicts_that_differ": {claim: list(codes) for claim, codes in differ.items()},
        "person": provenance.person[:LONGEST],
        "created": provenance.created[:40],
        "run": provenance.run[:LONGEST],
        "tool": provenance.tool[:LONGEST],
        **(_edited(document.edited) if document.edited else {}),
        **(_standing(bundle.standing) if bundle.standing else {}),
    }


def by_page(document: Document) -> dict[str, Any]:
    """Return what a published page claims in its head and of its reviews, under the names that it uses."""
    return {"page": {name: value[:LONGEST] for name, value in document.imported.items()}}


def reference(bundle: Bundle) -> str:
    """Return the id under which the analysis was known where it comes from."""
    imported = bundle.document.imported.get("Reference ID", "")
    number = bundle.standing.number if bundle.standing else ""
    return imported or number or bundle.document.id


def _counted(document: Document) -> dict[str, int]:
    counted = Counter(verdict.code for verdict in document.verdicts)
    return {code: counted[code] for code in VERDICT_NAMES if counted[code]}


def _edited(edited: Edited) -> dict[str, Any]:
    given = edited.override
    code = {"code": given.code[:60], "reason": given.reason[:LONGEST]} if given else {}
    return {
        "edited_by": edited.by[:40],
        "edited_of": edited.of[:64],
        **({"code_given": code} if code else {}),
    }


def _standing(standing: Standing) -> dict[str, Any]:
    reviews = [
        {name: str(value)[:LONGEST] for name, value in review.model_dump(mode="json").items()}
        for review in standing.reviews[:MOST_REVIEWS]
    ]
    return {
        "number": standing.number[:LONGEST],
        "version": standing.version[:LONGEST],
        "workflow_stage": standing.workflow_stage[:LONGEST],
        "reviews": reviews,
        "reviews_in_all": len(standing.reviews),
    }
