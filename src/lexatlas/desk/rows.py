"""Rows that follow from a document: claims, snapshots and sources of a version, and the columns copied from it."""

from collections import Counter
from collections.abc import Mapping
from datetime import datetime
from typing import Any

from lexatlas.core.document import Document
from lexatlas.store.models import ClaimRow, Line, SnapshotRow, SourceRow, Version
from lexatlas.store.queries.documents import Enclosed

_NUL = "\x00"


def fitted(text: str | None, length: int) -> str:
    """Return text that a column takes: cut to its length, without the one character that no database takes."""
    return (text or "").replace(_NUL, "")[:length]


def clean(data: Any) -> Any:
    """Return plain JSON data without the one character that no database takes, in keys and values."""
    match data:
        case str():
            return data.replace(_NUL, "")
        case dict():
            return {clean(key): clean(value) for key, value in data.items()}
        case list() | tuple():
            return [clean(item) for item in data]
        case _:
            return data


def derived_of_version(document: Document) -> dict[str, Any]:
    """Return the columns of a version that are copied from its document."""
    status = document.status
    return {
        "code": fitted(status.code, 60),
        "code_name": fitted(status.name, 120),
        "second_line": fitted(status.second_line, 300),
        "as_of": fitted(document.brief.as_of, 10),
        "text_as_of": fitted(document.text_as_of, 10),
        "confidence": fitted(document.factors.level, 8),
        "factors": clean(document.factors.model_dump(mode="json")),
    }


def derived_of_claims(document: Document) -> dict[str, dict[str, Any]]:
    """Return the columns of claims that are copied from the document, by claim id."""
    verdicts = document.verdicts_by_claim()
    return {
        claim.id: {
            "question": fitted(claim.question, 80),
            "verdict": verdicts[claim.id].code if claim.id in verdicts else "",
            "force": claim.force,
            "origin": fitted(claim.origin, 120),
            "sentence": fitted(claim.sentence, len(claim.sentence)),
        }
        for claim in document.claims
    }


def write_claims(version: Version, document: Document, lines: Mapping[str, int]) -> None:
    """Write a row for each claim, in the document's order; a claim that nothing was carried to begins a line."""
    born = Line.objects.bulk_create(
        Line(analysis_id=version.analysis_id) for claim in document.claims if claim.id not in lines
    )
    fresh = iter(born)
    derived = derived_of_claims(document)
    ClaimRow.objects.bulk_create(
        ClaimRow(
            version=version,
            position=position,
            claim_id=claim.id,
            line_id=lines[claim.id] if claim.id in lines else next(fresh).pk,
            **derived[claim.id],
        )
        for position, claim in enumerate(document.claims, start=1)
    )


def write_snapshots(document: Document, enclosed: Mapping[str, Enclosed], at: datetime) -> None:
    """Write a row for each text that is new to the site; what came whole makes an older row whole."""
    SnapshotRow.objects.bulk_create(
        (
            SnapshotRow(
                text=each.text, raw=each.raw, structure=each.structure,
                media_type=fitted(each.media_type, 120), language=fitted(each.language, 24), size=each.size,
                length=each.length, has_raw=enclosed[each.text].has_raw,
                whole=not enclosed[each.text].excerpts, kept_at=at,
            )
            for each in document.snapshots
        ),
        ignore_conflicts=True,
    )  # fmt: skip
    for name, found in enclosed.items():
        row = SnapshotRow.objects.filter(text=name)
        if not found.excerpts:
            row.filter(whole=False).update(whole=True)
        if found.has_raw:
            row.filter(has_raw=False).update(has_raw=True)


def write_sources(version: Version, document: Document, enclosed: Mapping[str, Enclosed]) -> None:
    """Write a row for each source of a version, with how far it came along and how often it is quoted."""
    quoted = Counter(quote.source for claim in document.claims for quote in claim.quotes)
    texts = {snapshot.text: snapshot for snapshot in document.snapshots}
    SourceRow.objects.bulk_create(
        SourceRow(
            version=version,
            snapshot_id=source.snapshot if source.snapshot in texts else None,
            source_id=fitted(source.id, 300),
            title=fitted(source.title, 500),
            publisher=fitted(source.publisher, 300),
            jurisdiction=fitted(source.jurisdiction, 16),
            language=fitted(source.language, 24),
            kind=source.kind,
            tier=source.tier,
            rights=source.rights,
            address=fitted(source.address, 2000),
            dated=fitted(source.date, 10),
            quotes=quoted[source.id],
            excerpts=enclosed[source.snapshot].excerpts if source.snapshot in texts else "",
            has_raw=source.snapshot in texts and enclosed[source.snapshot].has_raw,
            raw=texts[source.snapshot].raw if source.snapshot in texts else "",
            structure=texts[source.snapshot].structure if source.snapshot in texts else "",
        )
        for source in document.sources
    )
