"""Facts of ours drawn at random over a corpus, for a reader who labels each from the whole article."""

import random
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from lexatlas.codebook import Codebook
from lexatlas.core.canonical import canonical_json, sha256_hex
from lexatlas.core.evidence import CanonicalText, Dossier, Source, Span
from lexatlas.core.facts import Fact
from lexatlas.pipeline.eval.corpus import Corpus
from lexatlas.pipeline.eval.extracted import cues_of, facts_of
from lexatlas.pipeline.eval.facts import Extracted
from lexatlas.pipeline.eval.values import WORDED

_LONGEST = 6_000
"""Characters of an article that are shown; of a longer one those around the fact."""
_WORDS = ("actor", "modal", "action", "conditions", "words", "term", "start", "scope", "rule", "period_words")
"""Fields of a fact that hold words of the law."""


@dataclass(frozen=True)
class Listed:
    """One fact that may be drawn. `text` is where its words stand; `counted` whether the budget takes it in."""

    doc: str
    language: str
    found: Extracted
    text: CanonicalText
    counted: bool

    @property
    def places(self) -> tuple[Span, ...]:
        """The places of its own words, or of its unit."""
        return self.found.highlight or self.found.unit.parts

    @property
    def id(self) -> str:
        """Twelve hexadecimal digits over document, kind, places and value: another value is another fact."""
        value = self.found.fact.model_dump(mode="json")
        told = [self.doc, self.found.fact.kind, [list(place) for place in self.places], value]
        return sha256_hex(canonical_json(told))[:12]


def listed(corpus: Corpus, book: Codebook) -> list[Listed]:
    """Return every fact of every document that is no copy of another, in the order of the documents."""
    whole = corpus.dossier(corpus.names())
    cues = cues_of(book)
    found = []
    for source in _once(whole):
        name = corpus.name_of(source.id)
        corpus.progress(f"Extracting from {name}")
        held = facts_of(whole, source, book, cues)
        text = whole.texts[source.snapshot]
        for counted, facts in ((True, held.facts), (False, held.beyond)):
            found += [Listed(name, held.language, one, text, counted) for one in facts]
    return found


def _once(whole: Dossier) -> list[Source]:
    """Return the sources without copies in another format; a translation is a text of its own."""
    languages = {source.id: source.language for source in whole.sources}
    return [
        source
        for source in whole.sources
        if source.twin_of is None or languages.get(source.twin_of) != source.language
    ]


def drawn(facts: Iterable[Listed], wanted: int, seed: int, *, equal: bool = True) -> list[dict[str, Any]]:
    """Return `wanted` facts as rows, languages in equal shares as far as they go; the same seed, the same facts.

    With `equal` false the draw is over all facts at once, so that a language comes up as often as it has facts.
    `of` is the number of facts of the language that the row was drawn from; a draw over all has none, since each of
    its facts stands for as many as any other. No row tells what is right.
    """
    by_language: dict[str, dict[str, Listed]] = {}
    for one in facts:
        by_language.setdefault(one.language.split("-")[0] if equal else "all", {})[one.id] = one
    rows = []
    for language, share in _shares({name: len(group) for name, group in by_language.items()}, wanted).items():
        group = by_language[language]
        chosen = random.Random(f"{seed} {language}").sample(sorted(group), share)
        rows += [(group[each], {"of": len(group)} if equal else {}) for each in chosen]
    rows.sort(key=lambda pair: (pair[0].doc, pair[0].places[0].start, pair[0].id))
    return [{**row_of(one), **more} for one, more in rows]


def _shares(sizes: Mapping[str, int], wanted: int) -> dict[str, int]:
    """Share `wanted` equally; what a small language cannot take goes to the larger ones."""
    shares, left = {}, wanted
    order = sorted(sizes, key=lambda name: (sizes[name], name))
    for index, name in enumerate(order):
        shares[name] = min(sizes[name], left // (len(order) - index))
        left -= shares[name]
    return shares


def row_of(one: Listed) -> dict[str, Any]:
    """Return what may be kept of a fact: where it is and its value, no words of the law."""
    held = one.found.fact.model_dump(mode="json", exclude={"kind"}, exclude_none=True)
    value = {name: told for name, told in held.items() if name not in _WORDS and told != ""}
    return {
        "id": one.id, "doc": one.doc, "language": one.language, "locator": one.found.unit.locator,
        "at": [list(place) for place in one.places], "kind": one.found.fact.kind,
        "value": {} if one.found.fact.kind in WORDED else value, "counted": one.counted,
    }  # fmt: skip


def with_text(rows: Sequence[Mapping[str, Any]], facts: Iterable[Listed]) -> list[dict[str, Any]]:
    """Return the rows with the whole article and all that the fact says, to be read and not to be kept."""
    by_id = {one.id: one for one in facts}
    return [{**row, **_told(by_id[row["id"]])} for row in rows]


def _told(one: Listed) -> dict[str, Any]:
    fact: Fact = one.found.fact
    words = " … ".join(one.text.text[place.start : place.end] for place in one.places)
    return {
        "value": fact.model_dump(mode="json", exclude={"kind"}, exclude_none=True),
        "words": words,
        # A rule of an amendment that does not hold yet is told as one by its part alone.
        "part": one.found.unit.part,
        "article": _article(one),
    }


def _article(one: Listed) -> str:
    """Return the article that a fact stands in, or the text around it where there is none or it is very long."""
    at, segments = one.found.unit.article, one.text.segments
    start, end = (segments[at].start, segments[at].end) if at >= 0 else (0, len(one.text.text))
    first = one.places[0].start
    if end - start > _LONGEST:
        start, end = max(start, first - _LONGEST // 2), min(end, first + _LONGEST // 2)
    return one.text.text[start:end]
