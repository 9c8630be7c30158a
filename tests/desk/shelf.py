"""Puts people and versions on the site as rows, for tests of what is done to them afterwards."""

import zlib
from datetime import UTC, date, datetime

from django.db import transaction

from lexatlas.bundle import Bundle
from lexatlas.core.canonical import canonical_json
from lexatlas.core.document import Document
from lexatlas.core.workflow import Stage
from lexatlas.desk.keep import Given, archived, keep, prepared
from lexatlas.desk.keep import analysis_for as keep_analysis
from lexatlas.store.models import Analysis, ClaimRow, DocumentBytes, Line, Person, Version

NOON = datetime(2026, 6, 2, 12, tzinfo=UTC)
TODAY = date(2026, 6, 2)


def person(name: str, role: str = "reviewer") -> Person:
    return Person.objects.create(name=name, email=f"{name.lower()}@example.org", role=role, created_at=NOON)


def analysis_for(document: Document) -> Analysis:
    brief = document.brief
    return Analysis.objects.create(
        jurisdiction=brief.jurisdiction, topic=brief.topic, level=brief.level, created_at=NOON, changed_at=NOON,
        jurisdiction_name=brief.jurisdiction_name, topic_name=brief.topic_name,
    )  # fmt: skip


def version_of(analysis: Analysis, document: Document, number: int = 1, **given: object) -> Version:
    """Keep a version; a claim whose id an earlier version has lies on its line, any other on a new one."""
    kept, _ = DocumentBytes.objects.get_or_create(
        sha256=document.sha256,
        defaults={"body": zlib.compress(canonical_json(document)), "size": len(canonical_json(document))},
    )
    row = Version.objects.create(
        analysis=analysis, number=number, document=kept, public_id=document.id, provenance={}, created_at=NOON,
        **{"origin": "import", "stage": "In Review", "code": document.status.code,
           "text_as_of": document.text_as_of or "", **given},
    )  # fmt: skip
    lines = dict(ClaimRow.objects.filter(version__analysis=analysis).values_list("claim_id", "line_id"))
    for position, claim in enumerate(document.claims):
        line = lines.get(claim.id) or Line.objects.create(analysis=analysis).id
        ClaimRow.objects.create(version=row, position=position, claim_id=claim.id, line_id=line)
    return row


def kept(bundle: Bundle, by: Person, stage: Stage = "Step 1 Base Research") -> Version:
    """Keep a bundle with its texts, as an import does once it has proved one."""
    parts = prepared(
        document=bundle.document,
        provenance=bundle.provenance,
        enclosed=archived(bundle.document, bundle.texts, bundle.raw, {}),
        base=None,
    )
    with transaction.atomic():
        analysis = keep_analysis(bundle.document.brief, reference="", at=NOON)
        return keep(
            material=parts, analysis=analysis, given=Given(origin="import", stage=stage, author=by), at=NOON
        )


def line_of(version: Version, claim: str) -> str:
    return ClaimRow.objects.get(version=version, claim_id=claim).line.key
