"""Published versions that were later found wrong, newest first."""

from dataclasses import dataclass
from datetime import datetime

from lexatlas.store.models import Version


@dataclass(frozen=True)
class Correction:
    """A version that was live when it was found wrong. `reason` is "" once its text was blanked.

    `live` is the number of the version that is live today, 0 for none.
    """

    analysis: int
    version: int
    place: str
    jurisdiction: str
    topic: str
    code: str
    corrected_at: datetime
    reason: str
    live: int


def corrections(*, most: int, after: int = 0) -> tuple[tuple[Correction, ...], int]:
    """Return at most `most` corrections from row `after` on, and how many there are in all.

    Only of versions that were published: what was never live misled nobody.
    """
    found = Version.objects.filter(corrected_at__isnull=False, published_at__isnull=False)
    rows = found.select_related("analysis__live", "correction").order_by("-corrected_at", "-id")
    return tuple(_correction(row) for row in rows[after : after + most]), found.count()


def _correction(row: Version) -> Correction:
    assert row.corrected_at is not None  # the filter asked for it
    return Correction(
        analysis=row.analysis.pk,
        version=row.number,
        place=row.analysis.jurisdiction_name,
        jurisdiction=row.analysis.jurisdiction,
        topic=row.analysis.topic_name,
        code=row.code_name,
        corrected_at=row.corrected_at,
        reason=row.correction.text if row.correction else "",
        live=row.analysis.live.number if row.analysis.live else 0,
    )
