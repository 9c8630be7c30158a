"""A text word for word in English, in its own order, for a text that cannot be told as an English sentence."""

import re
from functools import lru_cache
from itertools import pairwise

from lexatlas.core.evidence import Span
from lexatlas.language.critical import critical
from lexatlas.language.gloss import NONE, Gloss, Piece, gloss
from lexatlas.language.gloss_clauses import allowed_or_done, done_to
from lexatlas.language.gloss_english import FINITE, singular
from lexatlas.language.gloss_rows import ALONE, NOMINAL, rows_of
from lexatlas.language.gloss_terms import Term

GAP = "…"
"""What stands for words that no row covers."""
_NOT = re.compile(r"\b(?:not|no)$")
LEAST_PIECES = 4
MOST_MISSED = 0.25
"""The share of the links of a chain that may be gaps: beyond it a reader cannot tell what is spoken of."""
_OPEN_VERB = "-ing"
"""How a row marks English that bends the verb after it; in a chain nothing is bent."""


@lru_cache(maxsize=4096)
def chain(text: str, language: str) -> tuple[Term, ...]:
    """Return the English of each piece of `text`, in its order, gaps shown; () where that would mislead.

    It misleads where a negation, modal, condition, exception or limit would fall into a gap or apart, where too much is
    missed, and where too little is said. A chain asserts no syntax: it says which words stand there, one after
    another, each by its row or reading.
    """
    if "chains" not in rows_of(language).tells:
        return ()
    read = gloss(text, language)
    if _hides(text, language, read) or _torn(text, language, read) or _turned(read) or _unmeasured(read):
        return ()
    if not any(map(_tells, read.pieces)):
        return ()
    links = _links(text, language, read)
    missed = sum(link.english == GAP for link in links)
    if len(links) - missed < LEAST_PIECES or missed > MOST_MISSED * len(links):
        return ()
    return tuple(links)


def _tells(piece: Piece) -> bool:
    """Return whether a piece says what is done or must be: where that is in a gap, the rest tells nothing."""
    return piece.kind in ("acts", "modals") or FINITE.match(piece.english) is not None


def _hides(text: str, language: str, read: Gloss) -> bool:
    """Return whether a word that turns the sense of a rule is not covered."""
    hits = critical(text, language) if read.uncovered else ()
    return any(hit.start < gap.end and gap.start < hit.end for gap in read.uncovered for hit in hits)


def _torn(text: str, language: str, read: Gloss) -> bool:
    """Return whether two pieces share a modal, negation or exception, so that neither says it: "ne … que" is "only"."""
    return any(
        ("*" not in hit.cue or hit.kind in ("modal", "limit"))
        and not any(piece.span.start <= hit.start and hit.end <= piece.span.end for piece in read.pieces)
        for hit in critical(text, language)
    )


def _unmeasured(read: Gloss) -> bool:
    """Return whether a gap stands right before a value: what it says of the value, "after" or "over", is hidden."""
    ends = {span.end for span in read.uncovered}
    return any(
        piece.kind in ("money", "rate", "period", "number", "date")
        and (piece.span.start in ends or piece.span.start - 1 in ends)
        for piece in read.pieces
    )


def _turned(read: Gloss) -> bool:
    """Return whether words in a row would say what the law does not.

    "not · must" bans where the law frees, "no … may not" is a duty, and Vietnamese "must not" before an act
    that is done to its subject is "is not".
    """
    pieces = [piece for piece in read.pieces if piece.english]
    return (
        any(_NOT.search(one.english) and _binds(one, other) for one, other in pairwise(pieces))
        or any(piece.kind == ALONE and piece.english in NONE for piece in pieces)
        or any(done_to(pieces, index) or allowed_or_done(pieces, index) for index in range(len(pieces)))
    )


def _binds(negation: Piece, piece: Piece) -> bool:
    free = piece.english.startswith(("have the right", "has the right"))
    return negation.kind != "modals" and piece.kind == "modals" and not free


def _links(text: str, language: str, read: Gloss) -> list[Term]:
    links: list[Term] = []
    begun: Span | None = None
    last: Piece | None = None
    for span, piece in _in_text(read):
        if piece is None:
            begun = Span(begun.start if begun else span.start, span.end)
            continue
        english = _english(piece)
        if not english or (_pronoun(piece) and last is not None and last.kind == "acts"):
            continue
        if begun:
            links.append(_gap(text, language, begun))
        counted = not begun and last is not None and _unit_of(last, piece)
        if counted and last is not None:
            words = text[last.span.start : piece.span.end]
            row = f"{last.row}, {piece.row}"
            english = _english(singular(piece, last))
            links[-1] = Term(f"{links[-1].english} {english}", words, "gloss", row)
        else:
            links.append(Term(english, piece.words, piece.read_by, piece.row))
        begun, last = None, piece
    if begun:
        links.append(_gap(text, language, begun))
    return links


def _unit_of(number: Piece, piece: Piece) -> bool:
    """Return whether a piece is what the number right before it counts: "3 members" is one link."""
    beside = not number.after and not piece.before and piece.span.start <= number.span.end + 1
    return beside and number.kind == "number" and piece.kind in NOMINAL


def _pronoun(piece: Piece) -> bool:
    """Return whether a piece is a pronoun on the end of a word, which after a verb is no "its"."""
    return piece.words in ("ه", "ها", "هم") and piece.kind == "links"


def _in_text(read: Gloss) -> list[tuple[Span, Piece | None]]:
    """Return pieces and gaps in the order of the text."""
    both: list[tuple[Span, Piece | None]] = [(piece.span, piece) for piece in read.pieces]
    return sorted([*both, *((span, None) for span in read.uncovered)], key=lambda one: one[0])


def _english(piece: Piece) -> str:
    english = piece.english.removesuffix(_OPEN_VERB).strip()
    return f"{piece.before}{english}{piece.after}" if english else ""


def _gap(text: str, language: str, span: Span) -> Term:
    return Term(GAP, text[span.start : span.end], "gloss", f"{language.split('-')[0]}/not covered")
