"""Runs the analyst over a corpus with gold facts, statuses and unanswerable questions, and measures it."""

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

from lexatlas.codebook import Codebook, FactQuestion
from lexatlas.core.document import Document
from lexatlas.core.errors import Unreadable
from lexatlas.core.ports import Progress
from lexatlas.pipeline.eval.asked import answered, brief_on
from lexatlas.pipeline.eval.corpus import Corpus
from lexatlas.pipeline.eval.extracted import Cues, cues_of, facts_of
from lexatlas.pipeline.eval.facts import DocumentFacts, measure
from lexatlas.pipeline.eval.gold import Gold, read_gold
from lexatlas.pipeline.eval.reliability import confusion, coverage_and_accuracy, days, quotes, reliability
from lexatlas.pipeline.eval.status import Analyse, measure_no_answer, measure_status
from lexatlas.sources.pool import ReaderPool

NO_ANSWER_DAY = "2026-06-01"
"""The day asked about for questions without a date of their own."""
Row = Mapping[str, Any]


def evaluate(
    gold: Path, corpus: Path, book: Codebook, pool: ReaderPool, progress: Progress, topics: Sequence[str] = ()
) -> dict[str, Any]:
    """Return facts, status and no-answer figures as JSON data, for `topics` or for all.

    What cannot be asked is left out and told under `left_out`: bad lines, absent documents, rows on topics or
    places that are not known, or on drafts. Raises `Unreadable` when no gold file or no document is there,
    `InputError` for an unknown topic.
    """
    wanted = tuple(book.topic(topic).id for topic in topics)
    given = read_gold(gold)
    held = Corpus(corpus, book, pool, progress)
    rows = {name: [row for row in listed if not wanted or row["topic"] in wanted]
            for name, listed in given.rows.items()}  # fmt: skip
    absent = _absent(rows, held)
    asked = {
        name: [row for row in rows[name] if not _why_not(row, book, absent)]
        for name in ("status", "no_answer")
    }
    analyse = _analyser(held, book)
    status = measure_status(asked["status"], analyse)
    every = days(status["answers"])
    return {
        "topics": list(wanted) or "all",
        "codebook": {"edition": book.edition, "sha256": book.sha256},
        "gold": {"rows": {name: len(listed) for name, listed in given.rows.items()}, "sha256": given.sha256},
        "left_out": _left_out(given, rows, absent, book),
        "facts": _facts(given.rows["facts"], held, book, wanted, absent),
        "status": {
            **status,
            "confusion": confusion(every),
            "coverage_and_accuracy": coverage_and_accuracy(every),
            "reliability": reliability(every),
        },
        "quotes": quotes(status["answers"]),
        "no_answer": measure_no_answer(
            asked["no_answer"], analyse, lambda row: asking(row, book), NO_ANSWER_DAY
        ),
    }


def _absent(rows: Mapping[str, Iterable[Row]], held: Corpus) -> frozenset[str]:
    """Return the documents that gold names and the corpus does not have; raises `Unreadable` when it has none."""
    named = {str(row["doc"]) for name in ("facts", "no_answer") for row in rows[name]}
    named |= {str(doc) for row in rows["status"] for doc in row["docs"]}
    absent = frozenset(name for name in named if not held.has(name))
    if named and absent == named:
        first = min(absent)
        raise Unreadable(
            f"None of the documents that gold names is under {held.documents}: {first} is not there."
        )
    return absent


def _why_not(row: Row, book: Codebook, absent: frozenset[str]) -> str:
    """Return why a row cannot be asked, as a sentence; "" when it can."""
    topic = book.topics.get(row["topic"])
    missing = sorted(absent & {str(doc) for doc in (*row.get("docs", ()), row.get("doc", ""))})
    if topic is None:
        return f"The codebook has no topic {row['topic']}."
    if topic.state == "draft":
        return f"The topic {topic.id} is a draft: no code is published from it."
    if book.places.find(row["jurisdiction"]) is None:
        return f"The codebook has no jurisdiction {row['jurisdiction']}."
    return f"There is no document {missing[0]}." if missing else ""


def _left_out(
    given: Gold, rows: Mapping[str, Sequence[Row]], absent: frozenset[str], book: Codebook
) -> dict[str, Any]:
    not_asked = [
        {"file": name, "row": row.get("id", f"{row['jurisdiction']} {row['topic']}"), "reason": why}
        for name in ("status", "no_answer")
        for row in rows[name]
        if (why := _why_not(row, book, absent))
    ]
    return {"lines": list(given.faults), "absent": sorted(absent), "not_asked": not_asked}


def asking(row: Row, book: Codebook) -> frozenset[str]:
    """Return the questions of the row's topic that may ask the same: those with one of its kinds."""
    topic = book.topic(row["topic"])
    return frozenset(fact.question for fact in topic.facts if _shares_kind(fact, row["kinds"]))


def _shares_kind(fact: FactQuestion, kinds: Iterable[str]) -> bool:
    return bool(set(fact.kinds) & set(kinds))


def _analyser(held: Corpus, book: Codebook) -> Analyse:
    """Return what answers a question as `analyse` does, checks and all; each question is answered once."""
    kept: dict[tuple[str, str, tuple[str, ...], str], Document] = {}

    def analyse(jurisdiction: str, topic: str, docs: tuple[str, ...], day: str) -> Document:
        key = (jurisdiction, topic, docs, day)
        if key not in kept:
            kept[key] = answered(brief_on(book, jurisdiction, topic, day), held.dossier(docs), book)
        return kept[key]

    return analyse


def _facts(
    rows: Sequence[Row], held: Corpus, book: Codebook, topics: Sequence[str], absent: frozenset[str]
) -> dict[str, Any]:
    kept = [row for row in rows if not topics or row["topic"] in topics]
    cues = cues_of(book, topics)
    asked = {name: sorted({row["topic"] for row in kept if row["doc"] == name and row["topic"] in book.topics})
             for name in sorted({row["doc"] for row in kept} - absent)}  # fmt: skip
    documents = {name: _document(name, held, book, cues, best) for name, best in asked.items()}
    return measure(rows, {name: one for name, one in documents.items() if one}, topics=topics)


def _document(
    name: str, held: Corpus, book: Codebook, cues: Cues, best_for: Sequence[str]
) -> DocumentFacts | None:
    """Return the facts of one document, best first, cut to the budget; None when it could not be read."""
    whole = held.dossier([name])
    return facts_of(whole, whole.sources[0], book, cues, best_for) if whole.sources else None
