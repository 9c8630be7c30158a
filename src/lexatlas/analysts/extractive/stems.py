"""Whom the stem of a list speaks to, where the bar that it opens was read without an addressee."""

from lexatlas.core.evidence import CanonicalText, Unit
from lexatlas.language.modality import NormReading


def stem_of_bar(text: CanonicalText, unit: Unit, norm: NormReading | None) -> str:
    """Return the stem of a list of barred acts: it names the addressee and no act; "" for anything else."""
    stem = unit.parts[:-1]
    if norm is None or norm.force != "prohibited" or not stem:
        return ""
    return " ".join(text.text[part.start : part.end] for part in stem)
