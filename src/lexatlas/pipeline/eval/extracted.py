"""The facts that the analyst by rule reads out of the documents of a corpus, best first, cut to the budget."""

from collections.abc import Sequence

from lexatlas.analysts.extractive.facts import TELLING_TIERS, ExtractedFact, budget, extract, rank_facts
from lexatlas.analysts.extractive.own_money import own_money
from lexatlas.codebook import Codebook
from lexatlas.core.evidence import CanonicalText, Dossier, Source
from lexatlas.language.cues import CueMatcher
from lexatlas.language.units import unit_words
from lexatlas.pipeline.eval.facts import DocumentFacts

BEST = 10
"""Facts that count for one question where recall is told at the best ones."""
Cues = dict[str, list[str]]


def cues_of(book: Codebook, topics: Sequence[str] = ()) -> Cues:
    """Return the cue phrases of these topics, or of all, by language."""
    found: Cues = {}
    for topic in book.topics.values():
        if topics and topic.id not in topics:
            continue
        for family in topic.cues.values():
            for language in family.languages():
                found.setdefault(language, []).extend(family.phrases(language))
    return found


def facts_of(
    whole: Dossier, source: Source, book: Codebook, cues: Cues, best_for: Sequence[str] = ()
) -> DocumentFacts:
    """Return the facts of one source of a dossier, with the ten best for each question of these topics."""
    text, language = whole.texts[source.snapshot], whole.snapshots[source.snapshot].language
    own, law = own_money(book, source.jurisdiction), source.tier in TELLING_TIERS
    found = extract(text, language, own, law=law)
    ranked, most = (
        rank_facts(found, text, cues.get(language.split("-")[0], ()), language),
        budget(text, language),
    )
    parts = tuple((row.start, row.end, row.part) for row in text.segments if row.kind != "page")
    best = {topic: _best(topic, ranked[:most], text, language, book) for topic in best_for}
    return DocumentFacts(text.text, ranked[:most], ranked[most:], language, parts, best)


def _best(
    topic: str, facts: Sequence[ExtractedFact], text: CanonicalText, language: str, book: Codebook
) -> frozenset[int]:
    """Return which facts are the ten best of any question of the topic: of its kinds, most of its words, by place."""
    rows, code = book.topic(topic), language.split("-")[0]
    chosen: set[int] = set()
    for question in rows.facts:
        asked = (*question.all, *question.any, *question.first, *question.term, *question.action)
        families = {name: rows.cues[name].phrases(code) for name in dict.fromkeys(asked) if name in rows.cues}
        matcher = CueMatcher(families, language)
        order = [(-len(matcher.families_in(unit_words(text, one.unit).words)), index)
                 for index, one in enumerate(facts) if one.kind in question.kinds]  # fmt: skip
        chosen.update(index for _, index in sorted(order)[:BEST])
    return frozenset(chosen)
