"""Makes derived rows again from documents: columns of claims and versions, copies in analyses, what search finds."""

from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from lexatlas.core.document import Document
from lexatlas.core.errors import Unavailable
from lexatlas.desk import copies, event, rows
from lexatlas.store.models import Analysis, ClaimRow, Version
from lexatlas.store.models.events import SITE
from lexatlas.store.queries.documents import document
from lexatlas.store.search_index import index


@dataclass(frozen=True)
class Rebuilt:
    """How many rows there are, how many were not as derived and are now, and what could not be read."""

    versions: int
    analyses: int
    mended: int
    faults: tuple[str, ...]


def rebuild(*, at: datetime, search: bool = True) -> Rebuilt:
    """Go through every version and analysis, one short transaction each; nothing given by people is touched.

    Where a row was mended, one event of the site tells of it.
    """
    mended, faults = 0, []
    versions = list(Version.objects.order_by("id").values_list("id", "document_id"))
    for version, sha256 in versions:
        try:
            mended += _version(version, document(sha256))
            if search:
                index(version)
        except Unavailable as error:
            faults.append(str(error))
    analyses = list(Analysis.objects.order_by("id").values_list("id", flat=True))
    mended += sum(_analysis(analysis, at) for analysis in analyses)
    if mended:
        with transaction.atomic():
            # Pages are kept until something happens: this is what tells a running site to draw them anew.
            event.record(chain=SITE, act="rebuild", by=None, at=at, payload={"mended": mended})
    return Rebuilt(len(versions), len(analyses), mended, tuple(faults))


def _version(version: int, whole: Document) -> int:
    derived, claims = rows.derived_of_version(whole), rows.derived_of_claims(whole)
    with transaction.atomic():
        row = Version.objects.filter(id=version)
        changed = int(row.values(*derived).get() != derived)
        if changed:
            row.update(**derived)
        for claim in ClaimRow.objects.filter(version=version):
            wanted = claims.get(claim.claim_id, {})
            if any(getattr(claim, name) != value for name, value in wanted.items()):
                ClaimRow.objects.filter(id=claim.pk).update(**wanted)
                changed += 1
    return changed


def _analysis(analysis: int, at: datetime) -> int:
    copied = ("latest_id", "live_id", *copies.EMPTY)
    with transaction.atomic():
        row = Analysis.objects.select_for_update().filter(id=analysis)
        before = row.values(*copied).get()
        copies.refresh(analysis, at=at, changed=False)
        return int(row.values(*copied).get() != before)
