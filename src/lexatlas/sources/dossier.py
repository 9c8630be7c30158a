"""From documents to a dossier: each read once, described by manifest, file and text, twins marked."""

from collections.abc import Iterable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from typing import Any, cast

from lexatlas.codebook import TiersFile
from lexatlas.core.canonical import sha256_hex
from lexatlas.core.errors import Unreadable
from lexatlas.core.evidence import CanonicalText, Dossier, Gap, Rights, Snapshot, Source
from lexatlas.core.textform import from_json, structure_sha256, text_sha256, to_json
from lexatlas.language.detect import language_of
from lexatlas.sources.currency import text_date
from lexatlas.sources.fingerprint import fingerprint
from lexatlas.sources.gather import Gathered, Item
from lexatlas.sources.pool import Job, Read, ReaderPool
from lexatlas.sources.tiers import Told, place
from lexatlas.sources.twins import mark_twins

_MEDIA = {
    "lawjson": "application/json", "justice-canada": "application/xml", "akoma-ntoso": "application/xml",
    "xml": "application/xml", "html": "text/html", "markdown": "text/markdown", "text": "text/plain",
    "web-page": "text/html",
    "pdf": "application/pdf",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
}  # fmt: skip
_TITLE_LIMIT = 300


@dataclass(frozen=True)
class Reading:
    """One document read: its snapshot, its text, and the text's fingerprint."""

    snapshot: Snapshot
    text: CanonicalText
    fingerprint: frozenset[int]


def read_one(item: Item, pool: ReaderPool) -> Reading | Gap:
    """Read one document in a child; return its snapshot and text, or a gap with a sentence."""
    raw = item.raw()
    return raw if isinstance(raw, Gap) else read_raw(item, raw, pool)


def read_raw(item: Item, raw: bytes, pool: ReaderPool) -> Reading | Gap:
    """Read bytes that were taken from `item` before, so that a file that changes meanwhile is one thing."""
    done = pool.read_job(_job(item, raw))
    return done if isinstance(done, Gap) else _reading(item, raw, done)


def read_all(items: Sequence[Item], pool: ReaderPool) -> list[Reading | Gap]:
    """Read many documents, as many at once as the pool has children; answers in the order of the items."""
    # One thread more than children: it describes what was read while they read on.
    with ThreadPoolExecutor(max_workers=pool.size + 1) as threads:
        return list(threads.map(lambda item: read_one(item, pool), items))


def reading_to_json(reading: Reading | Gap) -> dict[str, Any]:
    """Return a reading or a gap as plain JSON data, for a journal."""
    if isinstance(reading, Gap):
        return {"gap": reading.model_dump(mode="json")}
    return {"snapshot": reading.snapshot.model_dump(mode="json"), "text": to_json(reading.text)}


def reading_from_json(data: dict[str, Any]) -> Reading | Gap:
    """Build what `reading_to_json` wrote. Raises `Unreadable` when it was damaged."""
    if "gap" in data:
        return Gap.model_validate(data["gap"])
    text = from_json(data["text"])
    snapshot = Snapshot.model_validate(data["snapshot"])
    if text_sha256(text) != snapshot.text:
        raise Unreadable("A kept text no longer has the hash that was kept with it.")
    return Reading(snapshot, text, fingerprint(text.text))


def dossier(gathered: Gathered, readings: Sequence[Reading | Gap], table: TiersFile) -> Dossier:
    """Join documents with their readings; `readings` stand in the order of `gathered.items`.

    Unread documents are gaps and no sources. Twins are marked and stay listed.
    """
    sources: list[Source] = []
    snapshots: dict[str, Snapshot] = {}
    texts: dict[str, CanonicalText] = {}
    prints: dict[str, frozenset[int]] = {}
    gaps = list(gathered.gaps)
    for item, reading in zip(gathered.items, readings, strict=True):
        if isinstance(reading, Gap):
            gaps.append(Gap(what=item.path or item.address or item.name, reason=reading.reason))
            continue
        sources.append(describe(item, reading, table))
        snapshots.setdefault(reading.snapshot.text, reading.snapshot)
        texts.setdefault(reading.snapshot.text, reading.text)
        prints[reading.snapshot.text] = reading.fingerprint
        gaps += _reading_gaps(item, reading)
    marked = mark_twins(sources, snapshots, prints)
    return Dossier(marked, snapshots, texts, tuple(_once(gaps)))


def describe(item: Item, reading: Reading, table: TiersFile) -> Source:
    """Say of one document what it is and whose: manifest first, then the file, then title and text."""
    row, stated = item.row, reading.text.stated
    title = (row.get("title") or stated.get("title") or item.name)[:_TITLE_LIMIT]
    told = Told(title, row.get("kind", ""), row.get("publisher", ""), item.address, bool(row))
    placed = place(told, reading.text, table)
    date, basis = _date(row, stated)
    rights, ground = _rights(item)
    return Source(
        id=item.id, title=title, publisher=row.get("publisher", ""), jurisdiction=row.get("jurisdiction", ""),
        language=reading.snapshot.language, kind=placed.kind, secondary=placed.secondary, tier=placed.tier,
        tier_reason=placed.reason, address=item.address or None, path=item.path, date=date, date_basis=basis,
        rights=rights, rights_ground=ground, snapshot=reading.snapshot.text,
    )  # fmt: skip


def _job(item: Item, raw: bytes) -> Job:
    fetched = item.fetched
    return Job(
        raw, item.name, media_type=fetched.media_type if fetched else "",
        charset=fetched.charset if fetched else "", language=item.row.get("language", ""),
    )  # fmt: skip


def _reading(item: Item, raw: bytes, done: Read) -> Reading:
    text = done.text
    dated = text_date(text, item.row, official=item.row.get("kind") == "primary")
    snapshot = Snapshot(
        raw=sha256_hex(raw), text=text_sha256(text), structure=structure_sha256(text),
        media_type=_media(item, done.reader.name), size=len(raw), length=len(text.text),
        language=_language(item, text), reader=done.reader, stated=dict(sorted(text.stated.items())),
        text_state=dated.state, text_as_of=dated.as_of, text_as_of_basis=dated.basis,
    )  # fmt: skip
    return Reading(snapshot, text, done.fingerprint)


def _media(item: Item, reader: str) -> str:
    return (item.fetched.media_type if item.fetched else "") or _MEDIA.get(reader, "application/octet-stream")


def _language(item: Item, text: CanonicalText) -> str:
    """The manifest's word unless script and letters gainsay it, else the words of the text; a page's tag comes last.

    Pages often keep the language of their template: an Arabic law in `lang="en"`.
    """
    told = item.row.get("language", "")
    if told:
        return language_of(text.text, told)
    stated = text.stated.get("language", "") or (item.fetched.language if item.fetched else "")
    return language_of(text.text) or (language_of("", stated) if stated else "")


def _date(row: dict[str, str], stated: dict[str, str]) -> tuple[str | None, str]:
    if row.get("date"):
        return row["date"], "manifest"
    for key in ("date", "issued_date", "pit-date", "published", "date:work", "effective_date"):
        if stated.get(key):
            return stated[key][:10], f"{key} in the file"
    return None, ""


def _rights(item: Item) -> tuple[Rights, str]:
    told = item.row.get("rights", "")
    ground = item.row.get("rights_ground") or item.row.get("licence", "")
    if told in {"open", "quote-only", "private"}:
        return cast(Rights, told), ground or "as the manifest says"
    if item.row or item.fetched:
        return "quote-only", "No rights are recorded for this document."
    return "private", "A file without a manifest row."


def _reading_gaps(item: Item, reading: Reading) -> Iterable[Gap]:
    what = item.path or item.address or item.name
    for reason in reading.text.gaps:
        yield Gap(what=what, reason=reason)
    told = item.row.get("sha256", "")
    if told and told != reading.snapshot.raw:
        yield Gap(what=what, reason="The file is not the one that the manifest lists: its SHA-256 differs.")


def _once(gaps: Iterable[Gap]) -> list[Gap]:
    return list(dict.fromkeys(gaps))
