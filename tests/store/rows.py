"""Rows of invented analyses, as an import would leave them, for tests of questions about rows."""

import zlib
from datetime import UTC, datetime

from lexatlas.core.canonical import canonical_json
from lexatlas.core.document import Document
from lexatlas.core.evidence import CanonicalText, Segment
from lexatlas.core.textform import structure_bytes
from lexatlas.store.archive import archive
from lexatlas.store.models import (
    Analysis,
    ClaimRow,
    DocumentBytes,
    Line,
    SnapshotRow,
    SourceRow,
    Version,
)

AT = datetime(2026, 4, 1, 8, 30, tzinfo=UTC)


def an_analysis(jurisdiction="XA", topic="retail-trading-status", **changed) -> Analysis:
    given = {
        "jurisdiction": jurisdiction, "topic": topic, "level": "total",
        "jurisdiction_name": {"XA": "Arvenia", "XB": "Belmark"}.get(jurisdiction, jurisdiction),
        "topic_name": topic.replace("-", " ").capitalize(), "created_at": AT, "changed_at": AT,
    }  # fmt: skip
    return Analysis.objects.create(**{**given, **changed})


def a_version(analysis: Analysis, document: Document | None = None, *, live=False, **changed) -> Version:
    """Add the next version; it becomes the latest, and the live one when asked."""
    body = canonical_json(document) if document else b"{}"
    name = document.sha256 if document else f"{analysis.id:064x}"
    kept, _ = DocumentBytes.objects.get_or_create(
        sha256=name, defaults={"body": zlib.compress(body), "size": len(body)}
    )
    number = Version.objects.filter(analysis=analysis).count() + 1
    given = {
        "analysis": analysis, "number": number, "document": kept, "public_id": f"{analysis.id}@{number}",
        "provenance": {}, "origin": "import", "created_at": AT, "stage": "Live" if live else "Step 1 Base Research",
        "published_at": AT if live else None,
    }  # fmt: skip
    if live:
        Version.objects.filter(analysis=analysis, stage="Live").update(stage="Archived")
    version = Version.objects.create(**{**given, **changed})
    analysis.latest = version
    if live:
        analysis.live, analysis.live_code, analysis.live_confidence = (
            version,
            version.code,
            version.confidence,
        )
    analysis.save()
    return version


def a_claim(version: Version, sentence: str, question="holding") -> ClaimRow:
    position = version.claims.count()
    return ClaimRow.objects.create(
        version=version, position=position, claim_id=f"{version.id:08x}{position:08x}", question=question,
        line=Line.objects.create(analysis=version.analysis), verdict="verified", sentence=sentence,
    )  # fmt: skip


def a_copy(words: list[str], language="en") -> SnapshotRow:
    """Keep a text of articles in the archive and return its row."""
    text, segments = "", []
    for number, sentence in enumerate(words, 1):
        start = len(text)
        text += f"{sentence}\n"
        segments.append(Segment("article", start, len(text) - 1, label=str(number), mark=f"Article {number}"))
    made = CanonicalText(text, tuple(segments))
    kept = archive()
    row, _ = SnapshotRow.objects.get_or_create(
        text=kept.put(text.encode()),
        defaults={
            "raw": kept.put(b"raw " + text.encode()), "structure": kept.put(structure_bytes(made)),
            "media_type": "text/plain", "language": language, "size": len(text), "length": len(text),
            "has_raw": True, "whole": True, "kept_at": AT,
        },
    )  # fmt: skip
    return row


def a_source(version: Version, copy: SnapshotRow | None, rights="open", **changed) -> SourceRow:
    given = {
        "version": version, "snapshot": copy, "source_id": f"source-{version.sources.count()}", "title": "The Act",
        "jurisdiction": version.analysis.jurisdiction, "language": "en", "kind": "act", "tier": "T1", "rights": rights,
    }  # fmt: skip
    return SourceRow.objects.create(**{**given, **changed})
