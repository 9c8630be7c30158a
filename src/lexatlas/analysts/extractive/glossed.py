"""Slots of an English claim on a unit of another language: the whole of it, or the terms that it names."""

from collections.abc import Sequence

from lexatlas.core.claims import Slot
from lexatlas.core.text import normalise
from lexatlas.language.gloss import gloss
from lexatlas.language.gloss_chain import chain
from lexatlas.language.gloss_order import whole_sentence
from lexatlas.language.gloss_terms import terms_named
from lexatlas.language.wording import without_mark

GLOSSED_WORDS = 60
"""The longest English sentence for a rule that carries the code; others have as many words as any of ours."""
MOST_TERMS = 8
"""The terms that a pointer names; a longer string of them tells no more."""


def words_of_parts(parts: Sequence[str]) -> str:
    """Return the words of a unit's parts, normalised, numbering aside, as both sides gloss them."""
    return normalise(" ".join(filter(None, map(without_mark, parts)))).text.strip()


def sentence_slots(words: str, language: str, most: int) -> tuple[Slot, ...]:
    """Return a slot for each English piece of a unit; none where a word is uncovered, or above `most` words."""
    told = whole_sentence(words, language)
    if not told or len(" ".join(piece.english for piece in told).split()) > min(most, GLOSSED_WORDS):
        return ()
    return tuple(
        Slot(
            name="piece",
            value=each.english,
            words=each.piece.words,
            read_by=each.piece.read_by,
            row=each.piece.row,
        )
        for each in told
    )


def term_slots(words: str, language: str, room: int) -> tuple[Slot, ...]:
    """Return a slot for each of the first terms that a unit names, within `room` English words; maybe none."""
    slots = []
    for term in terms_named(words, language)[:MOST_TERMS]:
        room -= len(term.english.split())
        if room < 0:
            break
        slots.append(
            Slot(name="term", value=term.english, words=term.words, read_by=term.read_by, row=term.row)
        )
    return tuple(slots)


def chain_slots(words: str, language: str, room: int) -> tuple[Slot, ...]:
    """Return a slot for each word or phrase of a unit in its own order; none above `room` words, or if unsafe."""
    links = chain(words, language)
    if sum(len(link.english.split()) for link in links) > room:
        return ()
    return tuple(
        Slot(name="link", value=link.english, words=link.words, read_by=link.read_by, row=link.row)
        for link in links
    )


def value_slot(words: str, language: str) -> Slot:
    """Return a slot for a value that our readers write in English; one of the law's own words where they do not."""
    read = gloss(normalise(words).text.strip(), language)
    rows = [piece.row for piece in read.pieces if piece.read_by == "reading"]
    if read.complete and len(rows) == 1:
        english = " ".join(piece.english for piece in read.pieces if piece.english)
        return Slot(name="value", value=english, words=words, read_by="reading", row=rows[0])
    return Slot(name="value", value=words, words=words)
