"""Copies that lists are sorted and filtered by: columns of an analysis, made again from its versions."""

from contextlib import suppress
from datetime import datetime
from typing import Any

from lexatlas.core.document import EvidenceFactors
from lexatlas.core.errors import Unavailable
from lexatlas.desk.standing import Standing, confidence_shown, standing_of
from lexatlas.store.models import Analysis, Version
from lexatlas.store.queries.documents import document

EMPTY = {
    "code": "", "code_name": "", "stage": "", "confidence": "", "as_of": "", "live_code": "", "live_confidence": "",
}  # fmt: skip


def at_hand(analysis: int) -> None:
    """Read the newest document before an act's transaction begins, so that `refresh` need not read within it."""
    newest = Version.objects.filter(analysis=analysis).order_by("-number")
    sha256 = newest.values_list("document_id", flat=True).first()
    if sha256 is not None:
        with suppress(Unavailable):
            document(sha256)


def refresh(
    analysis: int, *, at: datetime, changed: bool = True, factors: EvidenceFactors | None = None
) -> None:
    """Make the copies again; with `changed`, `at` becomes the time of the last change.

    To be called in the transaction of every act that adds a version, moves one or changes its reviews; `factors` are
    those of the newest document, where they are at hand.
    """
    versions = Version.objects.filter(analysis=analysis)
    latest = versions.select_related("analysis").order_by("-number").first()
    live = versions.filter(stage="Live").only("code", "confidence").first()
    copied = EMPTY | (_copied(latest, at, factors) if latest else {}) | (_of_live(live) if live else {})
    when = {"changed_at": at} if changed else {}
    Analysis.objects.filter(id=analysis).update(latest=latest, live=live, **copied, **when)


def _of_live(live: Version) -> dict[str, str]:
    return {"live_code": live.code, "live_confidence": live.confidence}


def _copied(latest: Version, at: datetime, factors: EvidenceFactors | None) -> dict[str, Any]:
    standing = standing_of([latest.pk], today=at.date())[latest.pk]
    return {
        "code": latest.code,
        "code_name": latest.code_name,
        "stage": standing.stage,
        "confidence": _confidence(latest, standing, at, factors),
        "as_of": latest.as_of,
    }


def _confidence(latest: Version, standing: Standing, at: datetime, factors: EvidenceFactors | None) -> str:
    try:
        found = factors or document(latest.document_id).factors
    except Unavailable:
        # A document that is lost must not keep an act on its analysis from being done; doctor tells of it.
        return latest.confidence
    return confidence_shown(found, standing, topic=latest.analysis.topic, today=at.date()).level
