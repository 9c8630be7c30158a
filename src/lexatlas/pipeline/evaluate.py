"""Runs the analyst over a corpus with gold facts, statuses and unanswerable questions, and measures it."""

import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from lexatlas.analysts.extractive.analyst import ExtractiveAnalyst, dollar_of
from lexatlas.analysts.extractive.facts import budget, extract, rank_facts
from lexatlas.codebook import Codebook, FactQuestion
from lexatlas.core.canonical import sha256_hex
from lexatlas.core.errors import Unreadable
from lexatlas.core.evidence import Dossier, Gap
from lexatlas.core.ports import Draft, Progress
from lexatlas.core.recipe import Brief
from lexatlas.pipeline.eval_facts import DocumentFacts, measure
from lexatlas.pipeline.eval_status import measure_no_answer, measure_status
from lexatlas.sources.dossier import Reading, dossier, read_one
from lexatlas.sources.gather import Gathered, gather
from lexatlas.sources.pool import ReaderPool

GOLD_FACTS, GOLD_STATUS, GOLD_NONE = "facts.jsonl", "status.jsonl", "no_answer.jsonl"
NO_ANSWER_DAY = "2026-06-01"
"""The day asked about for questions without a date of their own."""
Row = Mapping[str, Any]


@dataclass
class Corpus:
    """A folder of documents; each is read once, however many rows speak of it."""

    folder: Path
    book: Codebook
    pool: ReaderPool
    progress: Progress
    _kept: dict[str, tuple[Gathered, list[Reading | Gap]]] = field(default_factory=dict)

    def dossier(self, names: Sequence[str]) -> Dossier:
        """Return the dossier of these documents, by their names under `docs/`."""
        taken = [self._one(name) for name in names]
        items = tuple(item for gathered, _ in taken for item in gathered.items)
        gaps = tuple(gap for gathered, _ in taken for gap in gathered.gaps)
        readings = [reading for _, read in taken for reading in read]
        return dossier(Gathered(items, gaps), readings, self.book.ranking())

    def _one(self, name: str) -> tuple[Gathered, list[Reading | Gap]]:
        if name not in self._kept:
            path = self.folder / "docs" / name
            if not path.is_file():
                raise Unreadable(
                    f"Gold names the document {name}, which is not under {self.folder / 'docs'}."
                )
            self.progress(f"Reading {name}")
            gathered = gather([str(path)])
            self._kept[name] = (gathered, [read_one(item, self.pool) for item in gathered.items])
        return self._kept[name]


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
    cues = _cues(book, topics)
    documents = {name: _document(name, held, book, cues) for name in sorted({row["doc"] for row in kept})}
    return measure(rows, {name: one for name, one in documents.items() if one}, topics=topics)


def _document(name: str, held: Corpus, book: Codebook, cues: dict[str, list[str]]) -> DocumentFacts | None:
    """Return the facts of one document, best first, cut to the budget; None when it could not be read."""
    whole = held.dossier([name])
    for source in whole.sources:
        text, language = whole.texts[source.snapshot], whole.snapshots[source.snapshot].language
        place = book.jurisdiction(source.jurisdiction) if source.jurisdiction else None
        found = extract(text, language, dollar_of(place.currency if place else None), source.jurisdiction)
        ranked = rank_facts(found, text, cues.get(language.split("-")[0], ()), language)
        most = budget(text, language)
        return DocumentFacts(text.text, ranked[:most], ranked[most:])
    return None


def _cues(book: Codebook, topics: Sequence[str]) -> dict[str, list[str]]:
    """Return the cue phrases of the topics by language."""
    found: dict[str, list[str]] = {}
    for topic in book.topics.values():
        if topics and topic.id not in topics:
            continue
        for family in topic.cues.values():
            for language in family.languages():
                found.setdefault(language, []).extend(family.phrases(language))
    return found
