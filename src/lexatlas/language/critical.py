"""The words of a unit that no claim may leave out: negations, modals, conditions, exceptions, limits."""

from dataclasses import dataclass
from functools import cache

from lexatlas.language.cues import CueMatcher
from lexatlas.language.lexicon import lexicon

KINDS = {
    "negation": (("negations", "words"),),
    "modal": (("modals", "prohibited"), ("modals", "required"), ("modals", "permitted"), ("modals", "exempt"),
              ("modals", "only"), ("modals", "negative_subject"), ("modals", "sanction")),
    "condition": (("conditions", "condition"),),
    "exception": (("conditions", "exception"),),
    "limit": (("conditions", "restriction"), ("comparators", "at_most"), ("comparators", "at_least"),
              ("comparators", "more_than"), ("comparators", "less_than"), ("comparators", "approximately"),
              ("comparators_after", "at_least"), ("comparators_after", "at_most")),
}  # fmt: skip
"""Which families of a lexicon make which kind of critical word."""


@dataclass(frozen=True, slots=True)
class Critical:
    """A critical word or phrase at its place in a normalised text; `cue` as the lexicon lists it."""

    kind: str
    start: int
    end: int
    cue: str


@cache
def _matcher(language: str) -> CueMatcher:
    lex = lexicon(language)
    return CueMatcher(
        {
            kind: [cue for table, family in rows for cue in lex.words(table, family)]
            for kind, rows in KINDS.items()
        },
        language,
    )


def critical(normalised: str, language: str) -> tuple[Critical, ...]:
    """Return the critical words of a text in reading order; empty for a language without a lexicon.

    Whether a language can be read at all is `Held.readable`: "none found" and "cannot look" differ.
    """
    hits = _matcher(language.split("-")[0]).find(normalised)
    return tuple(Critical(hit.family, hit.start, hit.end, hit.cue) for hit in hits)
