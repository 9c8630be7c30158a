"""Which quotes a reviewer opens before approving: those behind the status and the pillars."""

from collections.abc import Collection, Iterator

from lexatlas.core.document import Document
from lexatlas.core.statements import ClaimStatement, LabelStatement

PILLARS = "Key Pillars"
QuoteRef = tuple[str, int]
"""A claim's id and the place of a quote in it, from 0."""


def to_open(document: Document) -> tuple[QuoteRef, ...]:
    """Return the quotes behind status and pillars in reading order, each once; empty when there are none."""
    claims = document.claims_by_id()
    named = dict.fromkeys(claim for claim in _named(document) if claim in claims)
    return tuple((claim, place) for claim in named for place in range(len(claims[claim].quotes)))


def not_opened(document: Document, opened: Collection[QuoteRef]) -> tuple[QuoteRef, ...]:
    """Return those that are still to be opened, in reading order."""
    return tuple(each for each in to_open(document) if each not in opened)


def _named(document: Document) -> Iterator[str]:
    for reason in document.status.reasons:
        yield from reason.claims
    for section in document.sections:
        if section.name != PILLARS:
            continue
        for statement in section.statements:
            match statement:
                case ClaimStatement(claim=claim):
                    yield claim
                case LabelStatement(claims=claims):
                    yield from claims
                case _:
                    pass
