"""Whether the items of a list must be read together, because one alone would say something else."""

import re
from collections.abc import Iterable
from functools import cache
from importlib.resources import files

import tomli

from lexatlas.core.evidence import CanonicalText, Span, Unit
from lexatlas.core.text import normalise
from lexatlas.language.cues import phrases_regex
from lexatlas.language.lexicon import lexicon
from lexatlas.language.modality import read_norm
from lexatlas.language.units import belongs_together, whole_list
from lexatlas.language.wording import without_mark

_EDGE = 60
"""Characters read at either end of an item: its numbering with a cue, or the word that joins the next."""
_OR = re.compile(r"(?:^|[\s,;])(?:or|ou)\s*[,;]?\s*$", re.IGNORECASE)
_ALONE = ("permitted", "prohibited")
"""Forces under which each of several alternatives holds by itself."""


@cache
def _rows() -> dict[str, dict[str, list[str]]]:
    return tomli.loads(files(__package__).joinpath("data", "lists.toml").read_text(encoding="utf-8"))


def bound(text: CanonicalText, unit: Unit, language: str) -> bool:
    """Return whether a unit of stem and item says something else than its whole list.

    It does where the stem ends in a condition or exception that the items fill, where one of the items
    decides ("the higher of") or they are all there is ("only"), where they define a term, and where they are
    alternatives, unless each is permitted or forbidden by itself. Yes for a list in a language that our
    lexicons do not know; no for a unit without a stem.
    """
    stems = stems_of(text, unit)
    if not stems:
        return False
    code = language.split("-")[0]
    return (
        not lexicon(code).words("negations")
        or belongs_together(text, unit, code)
        or any(_opens(stem, code) or decides(stem, code) for stem in stems)
        or _alternatives(text, unit, stems, code)
    )


def joined_by(items: Iterable[str]) -> str:
    """Return the word that joins the items of a list when they are named: "or" where one of them ends in it."""
    return "or" if any(_OR.search(item) for item in items) else "and"


def stems_of(text: CanonicalText, unit: Unit) -> list[str]:
    """Return the normalised stems of a unit, from the outside in; empty for a sentence."""
    inside = 0 <= unit.segment < len(text.segments)
    begin = text.segments[unit.segment].start if inside else unit.parts[0].start
    return [_words(text, part) for part in unit.parts if part.end <= begin]


def _words(text: CanonicalText, part: Span) -> str:
    return normalise(text.text[part.start : part.end]).text.strip()


def decides(stem: str, language: str) -> bool:
    """Return whether one of the items decides ("the higher of"), or they are all there is ("only")."""
    rows = _rows().get(language, {})
    cues = (*rows.get("decides", ()), *rows.get("only", ()))
    return phrases_regex(cues, language).search(stem) is not None


def _opens(stem: str, language: str) -> bool:
    """Return whether a clause of condition or exception still runs where the items begin.

    A comma closes a clause that a comma opened; a modal after the cue begins the main clause.
    """
    lex = lexicon(language)
    cues = (*lex.words("conditions", "whole_stem"), *lex.words("conditions", "exception"))
    modals = tuple(
        cue
        for force in ("required", "prohibited", "permitted", "exempt")
        for cue in lex.words("modals", force)
    )
    for match in phrases_regex(cues, language).finditer(stem):
        rest = stem[match.end() :]
        aside = stem[: match.start()].rstrip().endswith(",") and "," in rest
        if not aside and phrases_regex(modals, language).search(rest) is None:
            return True
    return False


def _alternatives(text: CanonicalText, unit: Unit, stems: list[str], language: str) -> bool:
    """Return whether one of the items holds and not each; items that each name their own case hold each."""
    norm = read_norm(" ".join(stems), language)
    force = norm.force if norm else ""
    if force in _ALONE:
        return False
    lex = lexicon(language)
    items = [part for part in whole_list(text, unit, language).parts if part.start >= unit.parts[0].end]
    case = phrases_regex(lex.words("conditions", "condition"), language)
    heads = [_words(text, Span(part.start, min(part.end, part.start + _EDGE))) for part in items]
    if heads and all(case.match(without_mark(head)) for head in heads):
        return False
    joined = phrases_regex(lex.words("conditions", "alternative"), language)
    tails = [_words(text, Span(max(part.start, part.end - _EDGE), part.end)) for part in items]
    ends = [tail[-8:].rstrip(" ;,") for tail in tails]
    return force == "defines" or any(
        match.end() >= len(end) for end in ends for match in joined.finditer(end)
    )
