"""A text word for word in English, in its own order, for a text that cannot be told as an English sentence."""

from functools import lru_cache

from lexatlas.core.evidence import Span
from lexatlas.language.critical import critical
from lexatlas.language.gloss import Gloss, Piece, gloss
from lexatlas.language.gloss_terms import Term

GAP = "…"
"""What stands for words that no row covers."""
LEAST_PIECES = 4
MOST_MISSED = 0.25
"""The share of the links of a chain that may be gaps: beyond it a reader cannot tell what is spoken of."""
_OPEN_VERB = "-ing"
"""How a row marks English that bends the verb after it; in a chain nothing is bent."""


@lru_cache(maxsize=4096)
def chain(text: str, language: str) -> tuple[Term, ...]:
    """Return the English of each piece of `text`, in its order, gaps shown; () where that would mislead.

    It misleads where a negation, modal, condition, exception or limit would fall into a gap, where too much is
    missed, and where too little is said. A chain asserts no syntax: it says which words stand there, one after
    another, each by its row or reading.
    """
    read = gloss(text, language)
    if _hides(text, language, read):
        return ()
    links = _links(text, language, read)
    missed = sum(link.english == GAP for link in links)
    if len(links) - missed < LEAST_PIECES or missed > MOST_MISSED * len(links):
        return ()
    return tuple(links)


def _hides(text: str, language: str, read: Gloss) -> bool:
    """Return whether a word that turns the sense of a rule is not covered."""
    return any(
        hit.start < gap.end and gap.start < hit.end
        for gap in read.uncovered
        for hit in critical(text, language)
    )


def _links(text: str, language: str, read: Gloss) -> list[Term]:
    links: list[Term] = []
    begun: Span | None = None
    for span, piece in _in_text(read):
        if piece is None:
            begun = Span(begun.start if begun else span.start, span.end)
            continue
        english = _english(piece)
        if begun and english:
            links.append(_gap(text, language, begun))
            begun = None
        if english:
            links.append(Term(english, piece.words, piece.read_by, piece.row))
    if begun:
        links.append(_gap(text, language, begun))
    return links


def _in_text(read: Gloss) -> list[tuple[Span, Piece | None]]:
    """Return pieces and gaps in the order of the text."""
    both: list[tuple[Span, Piece | None]] = [(piece.span, piece) for piece in read.pieces]
    return sorted([*both, *((span, None) for span in read.uncovered)], key=lambda one: one[0])


def _english(piece: Piece) -> str:
    english = piece.english.removesuffix(_OPEN_VERB).strip()
    return f"{piece.before}{english}{piece.after}" if english else ""


def _gap(text: str, language: str, span: Span) -> Term:
    return Term(GAP, text[span.start : span.end], "gloss", f"{language.split('-')[0]}/not covered")
