"""Facts that are rules: requirements, prohibitions, permissions, definitions and sanctions, as whole units."""

import re
from collections.abc import Iterator

from lexatlas.core.evidence import CanonicalText, Unit
from lexatlas.core.facts import Definition, Fact, Norm, Sanction
from lexatlas.language.modality import NormReading, norm_kind, read_norm
from lexatlas.language.units import UnitWords, belongs_together, unit_words, whole_list

_TERM = re.compile(
    r"^[\s(]*(?:[\"“‘«]\s*(?P<quoted>[^\"”’»]{1,80}?)\s*[\"”’»]|(?P<bare>[^,;:]{2,60}?)(?=\s+(?:means|désigne|s['’]entend)))"
)


def norm_facts(
    text: CanonicalText, unit: Unit, words: UnitWords, language: str
) -> Iterator[tuple[Unit, Fact]]:
    """Yield the rule of a unit with the unit that it must be quoted as.

    A list whose items belong together gives one rule with all its items, and none for the single items.
    """
    code = language.split("-")[0]
    norm = read_norm(words.words, code)
    if norm is None:
        return
    together = norm.force == "defines" or belongs_together(text, unit, code)
    whole = whole_list(text, unit, code) if together else unit
    if whole != unit:
        words = unit_words(text, whole)
        norm = read_norm(words.words, code) or norm
    fact = _fact(words.words, norm)
    if fact is not None:
        yield whole, fact


def _fact(words: str, norm: NormReading) -> Fact | None:
    if norm.sanction:
        return Sanction(words=words)
    if norm.force == "defines":
        term = _TERM.match(words)
        return Definition(term=(term.group("quoted") or term.group("bare")).strip()) if term else None
    kind = norm_kind(norm)
    if kind is None or not words[norm.actor.start : norm.actor.end].strip():
        return None
    return Norm(
        kind=kind, actor=words[norm.actor.start : norm.actor.end], modal=words[norm.modal.start : norm.modal.end],
        action=words[norm.action.start : norm.action.end],
        conditions=tuple(words[clause.span.start : clause.span.end] for clause in (*norm.exceptions, *norm.conditions)),
    )  # fmt: skip
