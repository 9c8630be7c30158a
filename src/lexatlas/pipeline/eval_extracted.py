"""The facts that the analyst by rule reads out of the documents of a corpus, best first, cut to the budget."""

from collections.abc import Sequence

from lexatlas.analysts.extractive.facts import ExtractedFact, budget, extract, rank_facts
from lexatlas.analysts.extractive.own_money import own_money
from lexatlas.codebook import Codebook
from lexatlas.core.evidence import CanonicalText, Dossier, Source
from lexatlas.pipeline.eval_facts import DocumentFacts

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


def facts_of(whole: Dossier, source: Source, book: Codebook, cues: Cues) -> DocumentFacts:
    """Return the facts of one source of a dossier."""
    text, language = whole.texts[source.snapshot], whole.snapshots[source.snapshot].language
    found = extract(text, language, own_money(book, source.jurisdiction), source.jurisdiction)
    return _ranked(found, text, cues.get(language.split("-")[0], ()), language)


def _ranked(
    found: list[ExtractedFact], text: CanonicalText, cues: Sequence[str], language: str
) -> DocumentFacts:
    ranked, most = rank_facts(found, text, cues, language), budget(text, language)
    return DocumentFacts(text.text, ranked[:most], ranked[most:], language)
