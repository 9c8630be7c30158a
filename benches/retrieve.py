"""From a folder of forty documents to the passages that speak to a question, the way an analysis goes."""

import tempfile
import time
from pathlib import Path

from benches.library import write_library
from lexatlas.analysts.extractive.reading import phrases
from lexatlas.codebook import Codebook, load
from lexatlas.core.evidence import Dossier
from lexatlas.language.cues import CueMatcher
from lexatlas.retrieval.passages import Passage, passages
from lexatlas.retrieval.rank import Ranked, query, rank
from lexatlas.sources.dossier import dossier, read_all
from lexatlas.sources.gather import gather
from lexatlas.sources.pool import ReaderPool

RUNS = 7
TOPIC, QUESTION = "retail-trading-status", "custody"


def warm_seconds() -> list[float]:
    """Return the seconds of RUNS runs after one that is not counted, pool and caches kept."""
    book = load()
    with tempfile.TemporaryDirectory() as name, ReaderPool() as pool:
        write_library(Path(name))
        times = []
        for _ in range(RUNS + 1):
            began = time.perf_counter()
            found = ranked_passages(Path(name), pool, book)
            times.append(time.perf_counter() - began)
            if not found:
                raise RuntimeError("No passage was found; the bench measures nothing.")
    return times[1:]


def ranked_passages(folder: Path, pool: ReaderPool, book: Codebook) -> list[Ranked]:
    """Read a folder, make its passages, and rank them by one question of the codebook."""
    gathered = gather([str(folder)])
    whole = dossier(gathered, read_all(gathered.items, pool), book.ranking())
    if whole.gaps:
        raise RuntimeError(f"A document could not be read: {whole.gaps[0].what}: {whole.gaps[0].reason}")
    topic = book.topic(TOPIC)
    asked = next(row for row in topic.facts if row.id == QUESTION)
    cues = phrases({name: topic.cues[name] for name in (*asked.all, *asked.any)}, "en")
    wanted = query(cues, {"en": [cue for listed in cues.values() for cue in listed]})
    return rank(wanted, _passages(whole, CueMatcher(phrases(topic.cues, "en"), "en")))


def _passages(whole: Dossier, matcher: CueMatcher) -> list[Passage]:
    found: list[Passage] = []
    for name, text in whole.texts.items():
        language = whole.snapshots[name].language
        hits = matcher.find(text.text)
        found += passages(text, hits, language, name)
    return found
