"""Runs the analyst over a corpus with gold facts, statuses and unanswerable questions, and measures it."""

import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

from lexatlas.analysts.extractive.analyst import ExtractiveAnalyst
from lexatlas.codebook import Codebook, FactQuestion
from lexatlas.core.canonical import sha256_hex
from lexatlas.core.errors import Unreadable
from lexatlas.core.ports import Draft, Progress
from lexatlas.core.recipe import Brief
from lexatlas.pipeline.eval_corpus import Corpus
from lexatlas.pipeline.eval_extracted import Cues, cues_of, facts_of
from lexatlas.pipeline.eval_facts import DocumentFacts, measure
from lexatlas.pipeline.eval_status import measure_no_answer, measure_status
from lexatlas.sources.pool import ReaderPool

GOLD_FACTS, GOLD_STATUS, GOLD_NONE = "facts.jsonl", "status.jsonl", "no_answer.jsonl"
NO_ANSWER_DAY = "2026-06-01"
"""The day asked about for questions without a date of their own."""
Row = Mapping[str, Any]


def evaluate(
    gold: Path, corpus: Path, book: Codebook, pool: ReaderPool, progress: Progress, topics: Sequence[str] = ()
) -> dict[str, Any]:
    """Return facts, status and no-answer figures as JSON data, for `topics` or for all.

    Raises `Unreadable` when a gold file or document is missing, `InputError` for an unknown topic.
    """
    wanted = tuple(book.topic(topic).id for topic in topics)
    held = Corpus(corpus, book, pool, progress)
    analyse = _analyser(held, book)
    edition = {topic.id for topic in book.topics.values() if topic.state == "edition"}
    chosen = _of_topics(wanted)
    return {
        "topics": list(wanted) or "all",
        "codebook": {"edition": book.edition, "sha256": book.sha256},
        "gold": _gold_files(gold),
        "facts": _facts(_rows(gold / GOLD_FACTS), held, book, wanted),
        "status": measure_status(chosen(_rows(gold / GOLD_STATUS)), analyse),
        "no_answer": measure_no_answer(
            [row for row in chosen(_rows(gold / GOLD_NONE)) if row["topic"] in edition],
            analyse,
            lambda row: asking(row, book),
            NO_ANSWER_DAY,
        ),
    }


def _gold_files(gold: Path) -> dict[str, Any]:
    """Return how many rows the gold files hold, and one hash over their bytes."""
    names = (GOLD_FACTS, GOLD_STATUS, GOLD_NONE)
    rows = {name.removesuffix(".jsonl"): len(_rows(gold / name)) for name in names}
    return {"rows": rows, "sha256": sha256_hex(b"".join((gold / name).read_bytes() for name in names))}


def asking(row: Row, book: Codebook) -> frozenset[str]:
    """Return the questions of the row's topic that may ask the same: those with one of its kinds."""
    topic = book.topic(row["topic"])
    return frozenset(fact.question for fact in topic.facts if _shares_kind(fact, row["kinds"]))


def _shares_kind(fact: FactQuestion, kinds: Iterable[str]) -> bool:
    return bool(set(fact.kinds) & set(kinds))


def _of_topics(wanted: Sequence[str]) -> Callable[[list[Row]], list[Row]]:
    return lambda rows: [row for row in rows if not wanted or row["topic"] in wanted]


def _rows(path: Path) -> list[Row]:
    try:
        return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]
    except (OSError, ValueError) as error:
        raise Unreadable(f"The gold file {path} cannot be read: {error}.") from error


def _analyser(held: Corpus, book: Codebook) -> Callable[[str, str, tuple[str, ...], str], Draft]:
    analyst = ExtractiveAnalyst(book)

    def analyse(jurisdiction: str, topic: str, docs: tuple[str, ...], day: str) -> Draft:
        place, asked = book.jurisdiction(jurisdiction), book.topic(topic)
        brief = Brief(
            jurisdiction=place.code,
            jurisdiction_name=place.name,
            topic=asked.id,
            topic_name=asked.name,
            as_of=day,
        )
        return analyst.analyse(brief, held.dossier(docs))

    return analyse


def _facts(rows: list[Row], held: Corpus, book: Codebook, topics: Sequence[str]) -> dict[str, Any]:
    kept = [row for row in rows if not topics or row["topic"] in topics]
    cues = cues_of(book, topics)
    documents = {name: _document(name, held, book, cues) for name in sorted({row["doc"] for row in kept})}
    return measure(rows, {name: one for name, one in documents.items() if one}, topics=topics)


def _document(name: str, held: Corpus, book: Codebook, cues: Cues) -> DocumentFacts | None:
    """Return the facts of one document, best first, cut to the budget; None when it could not be read."""
    whole = held.dossier([name]) if held.has(name) else None
    return facts_of(whole, whole.sources[0], book, cues) if whole and whole.sources else None
