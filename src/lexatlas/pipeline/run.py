"""The whole journey of one analysis, from a question and documents to a finished document."""

import base64
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import asdict, dataclass, field
from datetime import datetime
from functools import cache
from typing import Any

from lexatlas import __version__
from lexatlas.checks import CHECKS_VERSION
from lexatlas.codebook import Codebook
from lexatlas.core.canonical import canonical_json, sha256_hex
from lexatlas.core.document import Document
from lexatlas.core.errors import Unreadable
from lexatlas.core.evidence import CanonicalText, Dossier, Gap
from lexatlas.core.ports import Analyst, Draft, Journal, Progress
from lexatlas.core.provenance import Fetched, Provenance
from lexatlas.core.recipe import Brief
from lexatlas.language.terms import TERMS_VERSION
from lexatlas.pipeline.compose import compose
from lexatlas.pipeline.drafts import draft_from_json, draft_to_json
from lexatlas.sources.dossier import Reading, dossier, read_raw, reading_from_json, reading_to_json
from lexatlas.sources.fetch import Fetched as Page
from lexatlas.sources.fetch import fetch
from lexatlas.sources.gather import Item, gather
from lexatlas.sources.pool import ReaderPool
from lexatlas.sources.readers import READERS
from lexatlas.sources.readers.registry import reader_id


@dataclass(frozen=True)
class Tools:
    """What a run works with: codebook, analyst, readers, the clock, and who is told of progress.

    `read` holds what was read with these tools, by hash of bytes and row: several questions asked of one folder
    read it once, and what is worked out of a text for one of them stands for the next.
    """

    book: Codebook
    analyst: Analyst
    pool: ReaderPool
    clock: Callable[[], datetime]
    progress: Progress
    allow_local: bool = False
    person: str = ""
    read: dict[str, Reading | Gap] = field(default_factory=dict)


@dataclass(frozen=True)
class Finished:
    """A finished analysis with all that a bundle holds of it; `raw` maps SHA-256 to bytes."""

    document: Document
    provenance: Provenance
    raw: dict[str, bytes] = field(default_factory=dict)
    texts: dict[str, CanonicalText] = field(default_factory=dict)


@dataclass(frozen=True)
class Taken:
    """One document that was given, its bytes as they were once, and what the reader made of them."""

    item: Item
    raw: bytes | Gap
    reading: Reading | Gap


def run_analysis(brief: Brief, given: Sequence[str], tools: Tools, journal: Journal) -> Finished:
    """Gather, read, analyse, check. Finished work is in the journal and is not done twice.

    Raises `InputError` when what is given names no document, `Unreadable` when none of them can be read.
    """
    started = _started(tools, journal)
    gathered = gather(given, fetch_page=_bring(tools, journal))
    taken = _read(gathered.items, tools, journal)
    whole = dossier(gathered, [each.reading for each in taken], tools.book.ranking())
    if not whole.sources:
        raise Unreadable(_nothing_read(whole.gaps))
    draft = _analyse(brief, whole, tools, journal)
    document = _check(brief, whole, draft, tools, journal)
    return Finished(document, _provenance(started, taken, tools), _raw(taken), whole.texts)


def _started(tools: Tools, journal: Journal) -> dict[str, str]:
    """Return when the run began and what it is called; a resumed run keeps both."""
    kept = journal.recall("start", "", "")
    if kept is None:
        now = tools.clock().isoformat(timespec="seconds")
        kept = {"created": now, "run": f"r-{sha256_hex(now.encode())[:8]}"}
        journal.keep("start", "", "", kept)
    return {str(key): str(value) for key, value in kept.items()}


def _bring(tools: Tools, journal: Journal) -> Callable[[str], Page]:
    """Return what fetches an address, once for a run: what lies there may change while we work."""

    def bring(address: str) -> Page:
        kept = journal.recall("fetch", address, "")
        if kept is not None:
            return Page(**{**kept, "raw": base64.b64decode(kept["raw"])})
        tools.progress(f"Fetching {address}")
        page = fetch(address, allow_local=tools.allow_local)
        journal.keep("fetch", address, "", {**asdict(page), "raw": base64.b64encode(page.raw).decode()})
        return page

    return bring


def _read(items: Sequence[Item], tools: Tools, journal: Journal) -> list[Taken]:
    """Read the documents in children, a few at once; answers stand in the order of the items."""
    with ThreadPoolExecutor(max_workers=tools.pool.size) as threads:
        return list(threads.map(lambda item: _take(item, tools, journal), items))


def _take(item: Item, tools: Tools, journal: Journal) -> Taken:
    """Read one document, or take it from the journal when its bytes and its row are the same."""
    raw = item.raw()
    if isinstance(raw, Gap):
        return Taken(item, raw, raw)
    key = _hash([sha256_hex(raw), item.row, item.name])
    kept = journal.recall("read", item.id, key)
    if key not in tools.read:
        tools.read[key] = _reading(item, raw, tools) if kept is None else reading_from_json(kept)
    if kept is None:
        journal.keep("read", item.id, key, reading_to_json(tools.read[key]))
    return Taken(item, raw, tools.read[key])


def _reading(item: Item, raw: bytes, tools: Tools) -> Reading | Gap:
    tools.progress(f"Reading {item.name}")
    return read_raw(item, raw, tools.pool)


def _analyse(brief: Brief, whole: Dossier, tools: Tools, journal: Journal) -> Draft:
    tools.progress(f"Analysing {_texts(whole)} on {brief.topic_name} as of {brief.as_of}")
    key = _hash(
        [brief.model_dump(mode="json"), _dossier_key(whole), tools.book.sha256, tools.analyst.version]
    )
    kept = journal.recall("analyse", tools.analyst.name, key)
    if kept is not None:
        return draft_from_json(kept)
    draft = tools.analyst.analyse(brief, whole)
    journal.keep("analyse", tools.analyst.name, key, draft_to_json(draft))
    return draft


def _check(brief: Brief, whole: Dossier, draft: Draft, tools: Tools, journal: Journal) -> Document:
    claims = len(draft.claims)
    tools.progress(f"Checking {claims} claim{'' if claims == 1 else 's'} against {_texts(whole)}")
    key = _hash([brief.model_dump(mode="json"), draft_to_json(draft), _dossier_key(whole), tools.book.sha256])
    kept = journal.recall("check", "", key)
    if kept is not None:
        return Document.model_validate(kept)
    document = compose(brief, tools.book, tools.analyst, whole, draft)
    journal.keep("check", "", key, document.model_dump(mode="json"))
    return document


def _texts(whole: Dossier) -> str:
    return f"{len(whole.texts)} text{'' if len(whole.texts) == 1 else 's'}"


def _dossier_key(whole: Dossier) -> list[Any]:
    sources = [source.model_dump(mode="json") for source in whole.sources]
    return [
        sources,
        sorted((s.text, s.structure) for s in whole.snapshots.values()),
        [g.reason for g in whole.gaps],
    ]


def _hash(value: Any) -> str:
    """Return the key of a piece of work: its input, and the programs whose change would change the result."""
    return sha256_hex(canonical_json([__version__, CHECKS_VERSION, TERMS_VERSION, _versions(), value]))


@cache
def _versions() -> list[str]:
    return [str(reader_id(name)) for name in READERS]


def _nothing_read(gaps: Sequence[Gap]) -> str:
    reasons = " ".join(f"{gap.what}: {gap.reason}" for gap in gaps[:5])
    return f"None of the documents given could be read. {reasons}"


def _provenance(started: dict[str, str], taken: Sequence[Taken], tools: Tools) -> Provenance:
    read = [each for each in taken if isinstance(each.reading, Reading)]
    fetched = tuple(
        Fetched(
            source=each.item.id,
            address=each.item.address or each.item.path,
            at=started["created"],
            by="fetched" if each.item.fetched else "read from a file",
        )
        for each in read
    )
    return Provenance(
        created=started["created"],
        run=started["run"],
        person=tools.person,
        tool=f"lexatlas {__version__}",
        fetched=fetched,
    )


def _raw(taken: Sequence[Taken]) -> dict[str, bytes]:
    return {
        each.reading.snapshot.raw: each.raw
        for each in taken
        if isinstance(each.reading, Reading) and isinstance(each.raw, bytes)
    }
