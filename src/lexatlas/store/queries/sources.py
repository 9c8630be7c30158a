"""Questions about sources: the library of those that versions rest on, and one text as far as it may be seen."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.db.models import Count, F, Max, Q, QuerySet

from lexatlas.store.models import SourceRow

SHOWN = 100


@dataclass(frozen=True)
class Resting:
    """An analysis that rests on a source, by its number and that of the version."""

    analysis: int
    version: int
    name: str


@dataclass(frozen=True)
class LibraryRow:
    """A source as the library lists it; `text` is "" where nothing was read, `analyses` counts who rests on it."""

    text: str
    title: str
    publisher: str
    jurisdiction: str
    language: str
    kind: str
    tier: str
    rights: str
    dated: str
    analyses: int
    resting: tuple[Resting, ...]


@dataclass(frozen=True)
class SourceSeen:
    """A text through the source of one version: whose it is, and how far that version brought it along."""

    text: str
    structure: str
    raw: str
    media_type: str
    title: str
    publisher: str
    jurisdiction: str
    language: str
    kind: str
    tier: str
    rights: str
    address: str
    dated: str
    length: int
    size: int
    excerpts: str
    has_raw: bool
    analysis: int
    version: int
    version_id: int
    document: str
    resting: tuple[Resting, ...]


@dataclass(frozen=True)
class LibraryAsked:
    """What the library is narrowed to; "" filters nothing. `page` counts from 1."""

    jurisdiction: str = ""
    tier: str = ""
    rights: str = ""
    words: str = ""
    page: int = 1


def library(asked: LibraryAsked, *, live_only: bool) -> tuple[tuple[LibraryRow, ...], int]:
    """Return a page of the sources that newest and live versions rest on, and how many there are in all."""
    rows = _narrowed(_standing(live_only=live_only), asked)
    names = (
        "snapshot_id",
        "title",
        "publisher",
        "jurisdiction",
        "language",
        "kind",
        "tier",
        "rights",
        "dated",
    )
    grouped = rows.values(*names).annotate(analyses=Count("version__analysis", distinct=True))
    total = grouped.count()
    first = (asked.page - 1) * SHOWN
    found = list(grouped.order_by("jurisdiction", "title", "snapshot_id")[first : first + SHOWN])
    resting = _resting(rows, [row["snapshot_id"] for row in found if row["snapshot_id"]])
    return tuple(_row(row, resting) for row in found), total


def jurisdictions(*, live_only: bool) -> tuple[str, ...]:
    """Return the jurisdictions that sources come from, in order."""
    found = _standing(live_only=live_only).order_by("jurisdiction").values_list("jurisdiction", flat=True)
    return tuple(code for code in found.distinct() if code)


def source(text: str, *, live_only: bool, of: tuple[int, int] | None = None) -> SourceSeen | None:
    """Return a text through the version asked for, else the newest that brought most of it; None where none is.

    Where only live versions are seen, private sources are not.
    """
    rows = SourceRow.objects.filter(snapshot=text).select_related("snapshot", "version", "version__analysis")
    rows = rows.defer("version__provenance", "version__claimed")
    if live_only:
        rows = rows.filter(version__stage="Live").exclude(rights="private")
    if of is not None:
        rows = rows.filter(version__analysis=of[0], version__number=of[1])
    # Whole before cut, newest before older.
    row = rows.order_by("excerpts", "-version_id", "id").first()
    if row is None or row.snapshot is None:
        return None
    standing = _standing(live_only=live_only).filter(snapshot=text)
    return SourceSeen(
        text=text, structure=row.snapshot.structure, raw=row.snapshot.raw, media_type=row.snapshot.media_type,
        title=row.title, publisher=row.publisher, jurisdiction=row.jurisdiction,
        language=row.snapshot.language or row.language, kind=row.kind, tier=row.tier, rights=row.rights,
        address=row.address, dated=row.dated, length=row.snapshot.length, size=row.snapshot.size,
        excerpts=row.excerpts, has_raw=row.has_raw, analysis=row.version.analysis_id, version=row.version.number,
        version_id=row.version_id, document=row.version.document_id, resting=_resting(standing, [text]).get(text, ()),
    )  # fmt: skip


def _standing(*, live_only: bool) -> QuerySet[SourceRow]:
    live = Q(version_id=F("version__analysis__live_id"))
    if live_only:
        return SourceRow.objects.filter(live).exclude(rights="private")
    return SourceRow.objects.filter(live | Q(version_id=F("version__analysis__latest_id")))


def _narrowed(rows: QuerySet[SourceRow], asked: LibraryAsked) -> QuerySet[SourceRow]:
    for name, value in (("jurisdiction", asked.jurisdiction), ("tier", asked.tier), ("rights", asked.rights)):
        if value:
            rows = rows.filter(**{name: value})
    return rows.filter(title__icontains=asked.words) if asked.words else rows


def _resting(rows: QuerySet[SourceRow], texts: Iterable[str]) -> dict[str, tuple[Resting, ...]]:
    found: dict[str, tuple[Resting, ...]] = {}
    newest = (
        rows.filter(snapshot__in=list(texts))
        .values("snapshot_id", "version__analysis_id", "version__analysis__jurisdiction_name",
                "version__analysis__topic_name")
        .annotate(number=Max("version__number"))
        .order_by("version__analysis_id")
    )  # fmt: skip
    for row in newest:
        name = f"{row['version__analysis__jurisdiction_name']}, {row['version__analysis__topic_name']}"
        each = Resting(row["version__analysis_id"], row["number"], name)
        found[row["snapshot_id"]] = (*found.get(row["snapshot_id"], ()), each)
    return found


def _row(row: dict[str, Any], resting: dict[str, tuple[Resting, ...]]) -> LibraryRow:
    text = row.pop("snapshot_id") or ""
    return LibraryRow(text=text, resting=resting.get(text, ())[:6], **row)
