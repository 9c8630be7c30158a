"""Keeps a new version: bytes into the archive first, then its rows in the act's own short transaction."""

import zlib
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from typing import Any

from django.db import DatabaseError

from lexatlas.compare.align import align
from lexatlas.core.canonical import canonical_json, sha256_hex
from lexatlas.core.document import Document
from lexatlas.core.errors import Unavailable, Unreadable
from lexatlas.core.evidence import CanonicalText
from lexatlas.core.excerpts import Excerpts
from lexatlas.core.provenance import Provenance
from lexatlas.core.recipe import Brief
from lexatlas.core.textform import structure_bytes
from lexatlas.core.workflow import Stage
from lexatlas.desk import copies, rows
from lexatlas.desk.standing import half_life_of
from lexatlas.store.archive import archive
from lexatlas.store.models import Analysis, ClaimRow, DocumentBytes, Person, Version, Words
from lexatlas.store.queries.documents import Enclosed, document
from lexatlas.store.search_index import index


class Overtaken(Exception):
    """Another version came in between; `number` is its number."""

    def __init__(self, number: int) -> None:
        super().__init__(f"Version {number} came in between.")
        self.number = number


@dataclass(frozen=True)
class Base:
    """The newest version, which a new one follows: its number, its document and the lines of its claims."""

    number: int
    document: Document
    lines: Mapping[str, int]


@dataclass(frozen=True)
class Material:
    """A version made ready outside of any transaction; `lines` maps claims to the line that each is carried on."""

    document: Document
    sha256: str
    body: bytes
    size: int
    provenance: Provenance
    enclosed: Mapping[str, Enclosed]
    follows: int
    lines: Mapping[str, int]


@dataclass(frozen=True)
class Given:
    """What is told of a new version beside its document. `claimed` is what a file says of itself, without effect."""

    origin: str
    stage: Stage
    author: Person | None = None
    run: str = ""
    parent: int | None = None
    """The id of the version that it was made from, None where it was made from none."""
    claimed: Mapping[str, Any] = field(default_factory=dict)
    note: Words | None = None


def newest(analysis: int) -> Base | None:
    """Return what a new version of an analysis would follow; None where there is none yet."""
    version = Version.objects.filter(analysis=analysis).order_by("-number").first()
    if version is None:
        return None
    carried = ClaimRow.objects.filter(version=version).values_list("claim_id", "line_id")
    return Base(version.number, document(version.document_id), dict(carried))


def archived(
    document: Document,
    texts: Mapping[str, CanonicalText],
    raw: Mapping[str, bytes],
    excerpts: Mapping[str, Excerpts],
) -> dict[str, Enclosed]:
    """Put everything that a document rests on into the archive and return what came of each text.

    Raises `Abort` when the archive does not take it.
    """
    kept = archive()
    found = {}
    for snapshot in document.snapshots:
        kept.put(structure_bytes(texts[snapshot.text]))
        cut = excerpts.get(snapshot.text)
        if cut is None:
            kept.put(texts[snapshot.text].text.encode())
        name = kept.put(canonical_json(cut)) if cut else ""
        if snapshot.raw in raw:
            kept.put(raw[snapshot.raw])
        found[snapshot.text] = Enclosed(name, snapshot.raw in raw)
    return found


def prepared(
    *,
    document: Document,
    provenance: Provenance,
    enclosed: Mapping[str, Enclosed],
    base: Base | None,
    same: Mapping[str, str] | None = None,
) -> Material:
    """Hash, pack and align a document for keeping; `enclosed` comes from `archived`, or from the version edited.

    `same` maps ids of its claims to those that they were in `base`, where an editor said so; the rest is aligned.
    """
    data = canonical_json(document)
    return Material(
        document, sha256_hex(data), zlib.compress(data, 6), len(data), provenance.model_copy(update={"person": ""}),
        enclosed, base.number if base else 0, _lines(document, base, same or {}),
    )  # fmt: skip


def _lines(document: Document, base: Base | None, same: Mapping[str, str]) -> dict[str, int]:
    if base is None:
        return {}
    said = {new: base.lines[old] for new, old in same.items() if old in base.lines}
    taken = set(same.values())
    before = [claim for claim in base.document.claims if claim.id not in taken]
    after = [claim for claim in document.claims if claim.id not in said]
    pairs = [(old, new) for old, new in align(before, after) if old is not None and new is not None]
    return {new.id: base.lines[old.id] for old, new in pairs if old.id in base.lines} | said


def analysis_for(brief: Brief, *, reference: str, at: datetime) -> Analysis:
    """Return the one analysis of a question, made when there is none; locked until the transaction ends."""
    question = {"jurisdiction": brief.jurisdiction, "topic": brief.topic, "level": brief.level}
    Analysis.objects.get_or_create(
        **question,
        defaults={
            "jurisdiction_name": brief.jurisdiction_name,
            "topic_name": brief.topic_name,
            "reference_id": rows.fitted(reference, 120),
            "created_at": at,
            "changed_at": at,
        },
    )
    return Analysis.objects.select_for_update().get(**question)


def keep(*, material: Material, analysis: Analysis, given: Given, at: datetime) -> Version:
    """Write the rows of a new version within the transaction of an act that has locked the analysis.

    Raises `Overtaken` when its newest version is no longer the one that the lines were carried from.
    """
    latest = Version.objects.filter(analysis=analysis).order_by("-number").first()
    if (latest.number if latest else 0) != material.follows:
        raise Overtaken(latest.number if latest else 0)
    packed = DocumentBytes(sha256=material.sha256, body=material.body, size=material.size)
    DocumentBytes.objects.bulk_create([packed], ignore_conflicts=True)
    version = _version(material, analysis, given, at)
    rows.write_claims(version, material.document, material.lines)
    rows.write_snapshots(material.document, material.enclosed, at)
    rows.write_sources(version, material.document, material.enclosed)
    Analysis.objects.filter(pk=analysis.pk).update(look_again_by=_from_as_of(material.document.brief))
    copies.refresh(analysis.pk, at=at, factors=material.document.factors)
    return version


def make_findable(analysis: int, number: int) -> None:
    """Put a version into the index of the search, once its act is done; `lexatlas rebuild` makes good what fails."""
    version = Version.objects.filter(analysis=analysis, number=number).values_list("id", flat=True).first()
    if version is not None:
        with suppress(DatabaseError, Unavailable, Unreadable):
            index(version)


def _version(material: Material, analysis: Analysis, given: Given, at: datetime) -> Version:
    return Version.objects.create(
        analysis=analysis,
        number=material.follows + 1,
        document_id=material.sha256,
        public_id=material.document.id,
        provenance=rows.clean(material.provenance.model_dump(mode="json")),
        claimed=rows.clean(dict(given.claimed)),
        parent_id=given.parent,
        author=given.author,
        run=given.run,
        origin=given.origin,
        created_at=at,
        note=given.note,
        stage=given.stage,
        **rows.derived_of_version(material.document),
    )


def look_again_by(topic: str, looked: date) -> date | None:
    """Return the day by which somebody should look again: the topic's half-life after a day; None without a topic."""
    days = half_life_of(topic)
    return None if days is None else looked + timedelta(days=days)


def _from_as_of(brief: Brief) -> date | None:
    return look_again_by(brief.topic, date.fromisoformat(brief.as_of))
