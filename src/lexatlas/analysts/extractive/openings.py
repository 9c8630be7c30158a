"""Whom a sentence speaks of that bids by a plain verb: "Banken wenden … an", "Les banques ferment …"."""

from lexatlas.analysts.extractive.reading import ReadUnit
from lexatlas.language.cues import UNSPACED

_WORDS, _SIGNS = 7, 14
"""Where its actor stands: in its first words, or first signs where words are not parted."""


def opening_families(unit: ReadUnit) -> frozenset[str]:
    """Return the families of the actor, or of the opening where no norm was read; () asks nobody."""
    if unit.norm is not None:
        return unit.actor_families
    words, language = unit.words, unit.text.snapshot.language.split("-")[0]
    opening = words[:_SIGNS] if language in UNSPACED else " ".join(words.split()[:_WORDS])
    return unit.text.families_in(opening.split(",")[0])
