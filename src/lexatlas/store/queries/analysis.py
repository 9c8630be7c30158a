"""Questions about one analysis: which version stands where, what is known of it, and a stamp of all that happened."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db import connection
from django.db.models import Q

from lexatlas.core.claims import WRITTEN_BY
from lexatlas.store.models import Analysis, ClaimRow, Opened, Person, Review, Version
from lexatlas.store.models.events import SITE


@dataclass(frozen=True)
class VersionFacts:
    """What is known of a version beside its document. People are named as pages print them, "" for nobody."""

    id: int
    number: int
    document: str
    public_id: str
    origin: str
    author: str
    author_id: int | None
    run: str
    created_at: datetime
    note: str
    stage: str
    submitted_by: str
    published_at: datetime | None
    archived_at: datetime | None
    signed_alone: bool
    corrected_at: datetime | None
    correction: str
    code: str
    code_name: str
    second_line: str
    as_of: str
    text_as_of: str
    confidence: str
    parent: int
    """The number of the version that it was made from, 0 for none."""
    provenance: Mapping[str, Any]
    claimed: Mapping[str, Any]


@dataclass(frozen=True)
class AnalysisFacts:
    """One question of one place. `latest` and `live` are numbers of versions, 0 for none; `versions` counts them."""

    id: int
    jurisdiction: str
    jurisdiction_name: str
    topic: str
    topic_name: str
    level: str
    reference_id: str
    created_at: datetime
    assigned_to: str
    assigned_id: int | None
    assigned_why: str
    due: date | None
    looked_at: date | None
    look_again_by: date | None
    retired_at: datetime | None
    retired_why: str
    legal_hold: bool
    latest: int
    live: int
    versions: int
    labels: tuple[str, ...]


_PEOPLE = ("author", "submitted_by", "note", "correction", "parent")


def analysis(number: int, *, live_only: bool) -> AnalysisFacts | None:
    """Return an analysis by its number; None when there is none, or none that is live where only live may be seen."""
    rows = Analysis.objects.filter(id=number).select_related(
        "assigned_to", "assigned_why", "retired_why", "latest", "live"
    )
    row = rows.defer("latest__provenance", "latest__claimed", "live__provenance", "live__claimed").first()
    if row is None or (live_only and row.live is None):
        return None
    return AnalysisFacts(
        id=row.id,
        jurisdiction=row.jurisdiction,
        jurisdiction_name=row.jurisdiction_name,
        topic=row.topic,
        topic_name=row.topic_name,
        level=row.level,
        reference_id=row.reference_id,
        created_at=row.created_at,
        assigned_to=row.assigned_to.shown if row.assigned_to else "",
        assigned_id=row.assigned_to_id,
        assigned_why=row.assigned_why.text if row.assigned_why else "",
        due=row.due,
        looked_at=row.looked_at,
        look_again_by=row.look_again_by,
        retired_at=row.retired_at,
        retired_why=row.retired_why.text if row.retired_why else "",
        legal_hold=row.legal_hold,
        latest=row.latest.number if row.latest else 0,
        live=row.live.number if row.live else 0,
        versions=row.latest.number if row.latest else 0,
        labels=tuple(sorted(row.labels.values_list("name", flat=True))),
    )


def versions(number: int, *, live_only: bool) -> tuple[VersionFacts, ...]:
    """Return the versions of an analysis, newest first; the live one alone where only that may be seen."""
    rows = Version.objects.filter(analysis=number).select_related(*_PEOPLE).order_by("-number")
    rows = rows.defer("parent__provenance", "parent__claimed")
    return tuple(_facts(row) for row in (rows.filter(stage="Live") if live_only else rows))


def version(analysis: int, number: int, *, live_only: bool) -> VersionFacts | None:
    """Return a version by its number; None when there is none, or none that may be seen."""
    rows = Version.objects.filter(analysis=analysis, number=number).select_related(*_PEOPLE)
    row = rows.defer("parent__provenance", "parent__claimed").first()
    return None if row is None or (live_only and row.stage != "Live") else _facts(row)


def live_before(analysis: int, number: int) -> int:
    """Return the number of the version live before this one: the one live now, or the last that was; else 0."""
    rows = Version.objects.filter(Q(published_at__isnull=False), analysis=analysis).exclude(number=number)
    now = rows.filter(stage="Live").first()
    if now is not None and now.number < number:
        return now.number
    last = rows.filter(number__lt=number).order_by("-published_at", "-number").first()
    return last.number if last else 0


def readers_of(version: int) -> dict[str, str]:
    """Return by claim id who read it: the last who approved this version and opened a quote of the claim."""
    given = Review.objects.filter(version=version, kind="Approval", state="given").order_by("id")
    signed = {each.by_id: f"{each.by.shown}, {each.role}" for each in given.select_related("by")}
    opened = Opened.objects.filter(version=version, person__in=list(signed)).order_by("id")
    return {claim: signed[person] for claim, person in opened.values_list("claim_id", "person_id")}


def writers_of(version: int) -> dict[str, str]:
    """Return the names of those who wrote claims of a version, by the key that its document holds."""
    written = ClaimRow.objects.filter(version=version, origin__startswith=WRITTEN_BY).values_list(
        "origin", flat=True
    )
    keys = {origin.removeprefix(WRITTEN_BY) for origin in written.distinct()}
    people = Person.objects.filter(key__in=sorted(keys)).order_by("key") if keys else ()
    return {person.key: person.shown for person in people}


def stamp(number: int) -> str:
    """Return what changes whenever anything happens to an analysis or to the site: the heads of both chains.

    "" for an analysis whose chain has no event: of that one nothing tells when it changes.
    """
    with connection.cursor() as cursor:
        cursor.execute(_HEADS, [str(number), SITE])
        heads = dict(cursor.fetchall())
    return f"{heads[str(number)]}.{heads.get(SITE, '')}" if str(number) in heads else ""


_HEAD = """
    SELECT chain, sha256 FROM (SELECT chain, sha256 FROM event WHERE chain = %s ORDER BY position DESC LIMIT 1) {name}
"""
_HEADS = f"{_HEAD.format(name='one')} UNION ALL {_HEAD.format(name='two')}"


def people_to_assign() -> tuple[tuple[int, str], ...]:
    """Return who may be given work, by name: everybody active above a reader."""
    rows = Person.objects.filter(is_active=True).exclude(role="reader")
    return tuple(sorted(((row.id, row.shown) for row in rows), key=lambda row: row[1].casefold()))


def _facts(row: Version) -> VersionFacts:
    return VersionFacts(
        id=row.id,
        number=row.number,
        document=row.document_id,
        public_id=row.public_id,
        origin=row.origin,
        author=row.author.shown if row.author else "",
        author_id=row.author_id,
        run=row.run,
        created_at=row.created_at,
        note=row.note.text if row.note else "",
        stage=row.stage,
        submitted_by=row.submitted_by.shown if row.submitted_by else "",
        published_at=row.published_at,
        archived_at=row.archived_at,
        signed_alone=row.signed_alone,
        corrected_at=row.corrected_at,
        correction=row.correction.text if row.correction else "",
        code=row.code,
        code_name=row.code_name,
        second_line=row.second_line,
        as_of=row.as_of,
        text_as_of=row.text_as_of,
        confidence=row.confidence,
        parent=row.parent.number if row.parent else 0,
        provenance=row.provenance,
        claimed=row.claimed,
    )
