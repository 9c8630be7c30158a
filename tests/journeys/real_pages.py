"""Documents and pages made from real files: the sample library, and the corpus where it is at hand."""

import os
import time
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from pathlib import Path

from demo.plan import LIBRARY, read_plan
from lexatlas.analysts.extractive.analyst import ExtractiveAnalyst
from lexatlas.cli.plain.export import draw
from lexatlas.codebook import load
from lexatlas.core.canonical import canonical_json
from lexatlas.core.recipe import Brief
from lexatlas.pipeline.journal import MemoryJournal
from lexatlas.pipeline.run import Tools, run_analysis
from lexatlas.sources.pool import ReaderPool

AS_OF = "2026-06-01"
CORPUS_PLACES = ("AE", "CA", "CN", "EU", "MT", "SG", "US", "VN")
CORPUS_TOPICS = ("retail-trading-status", "vasp-licensing")
PATIENCE = 600
Asked = tuple[str, str, str]
"""Place, topic, and the folder of documents."""


def demo_questions() -> Iterator[Asked]:
    """Yield every question of the demo's plan, however many there are."""
    plan = read_plan()
    for question in plan.questions:
        yield question.place, question.topic, str(LIBRARY / plan.place(question.place).library)


def corpus_questions(corpus: Path) -> Iterator[Asked]:
    """Yield both topics for each place of the corpus that is there."""
    for place in CORPUS_PLACES:
        folder = corpus / "docs" / place
        yield from ((place, topic, str(folder)) for topic in CORPUS_TOPICS if folder.is_dir())


def made(folder: Path, questions: Iterable[Asked]) -> list[Path]:
    """Return the folder's documents, `<place>.<topic>.json` with the page beside; made once by one process.

    Processes that test at the same time wait for the one that came first.
    """
    folder.mkdir(parents=True, exist_ok=True)
    try:
        (folder / "begun").touch(exist_ok=False)
    except FileExistsError:
        _wait_for(folder / "done")
    else:
        _make(folder, questions)
        (folder / "done").touch()
    return sorted(folder.glob("*.json"))


def _wait_for(file: Path) -> None:
    until = time.monotonic() + PATIENCE
    while not file.exists():
        if time.monotonic() > until:
            raise TimeoutError(f"The process that makes the pages of {file.parent.name} did not finish.")
        time.sleep(0.2)


def _make(folder: Path, questions: Iterable[Asked]) -> None:
    book, journal = load(), MemoryJournal()
    with ReaderPool() as pool:
        tools = Tools(
            book=book,
            analyst=ExtractiveAnalyst(book),
            pool=pool,
            clock=lambda: datetime(2026, 6, 1, 12, tzinfo=UTC),
            progress=lambda _: None,
        )
        for code, topic, given in questions:
            place, asked = book.jurisdiction(code), book.topic(topic)
            brief = Brief(
                jurisdiction=place.code,
                jurisdiction_name=place.name,
                topic=asked.id,
                topic_name=asked.name,
                as_of=AS_OF,
            )
            done = run_analysis(brief, [given], tools, journal)
            name = f"{code}.{topic}"
            (folder / f"{name}.html").write_bytes(draw(done.document, done.provenance))
            (folder / f"{name}.json").write_bytes(canonical_json(done.document))


def corpus_folder() -> Path | None:
    """Return the corpus that LEXATLAS_CORPUS names, None where it names none."""
    named = os.environ.get("LEXATLAS_CORPUS")
    return Path(named).resolve() if named else None
