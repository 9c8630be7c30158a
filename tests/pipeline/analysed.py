"""The sample library analysed with the programs of this release, for tests that verify real bundles."""

from datetime import UTC, datetime
from pathlib import Path

from lexatlas.analysts.extractive.analyst import ExtractiveAnalyst
from lexatlas.bundle import Bundle
from lexatlas.codebook import load
from lexatlas.core.recipe import Brief
from lexatlas.pipeline.enclose import enclose
from lexatlas.pipeline.journal import MemoryJournal
from lexatlas.pipeline.run import Tools, run_analysis
from lexatlas.sources.pool import ReaderPool

LIBRARY = Path(__file__).resolve().parents[2] / "demo" / "library"


def page(document, provenance, standing) -> bytes:
    """Render a page that depends on everything that a real one shows."""
    return f"<p>{document.sha256} {provenance.created} {standing}</p>\n".encode()


def page_of(bundle: Bundle) -> bytes:
    return page(bundle.document, bundle.provenance, bundle.standing)


def analysed(pool: ReaderPool, topic: str = "vasp-licensing", given: Path = LIBRARY / "XA") -> Bundle:
    """Answer one question about the invented place from its six documents."""
    book = load()
    place, asked = book.jurisdiction("XA"), book.topic(topic)
    brief = Brief(
        jurisdiction=place.code, jurisdiction_name=place.name, topic=asked.id, topic_name=asked.name,
        as_of="2026-06-01",
    )  # fmt: skip
    tools = Tools(
        book=book, analyst=ExtractiveAnalyst(book), pool=pool,
        clock=lambda: datetime(2026, 6, 1, 12, tzinfo=UTC), progress=lambda _: None,
    )  # fmt: skip
    done = run_analysis(brief, [str(given)], tools, MemoryJournal())
    return enclose(done.document, done.provenance, done.texts, done.raw, book.files_for(topic), page)
