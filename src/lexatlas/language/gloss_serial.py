"""Settles what an act right after a noun is, in languages whose verbs do not bend and whose "that" is not said."""

from dataclasses import replace

from lexatlas.language.gloss import Piece
from lexatlas.language.gloss_english import FINITE, OF_THINGS
from lexatlas.language.gloss_rows import NOMINAL

_OF_A_SUBJECT = ("if", "where", "until", "except where")


def serial(pieces: list[Piece]) -> list[Piece] | None:
    """Settle what an act right after a noun is: its verb, or "that" and a verb; None where it may be either.

    At the opening of a clause it is the verb, unless a modal follows: then the act tells which noun is meant
    ("bodies that take part must"). After "A is B" it tells which B.
    """
    made: list[Piece] = []
    verb, being = False, False
    for index, piece in enumerate(pieces):
        last = made[-1] if made else None
        if last is None or last.after.endswith((".", ";", ":")) or last.kind == "conditions":
            verb = being = False
        adjacent = last is not None and not last.after and not piece.before and last.kind in NOMINAL
        finite = FINITE.match(piece.english) is not None
        if _stray(piece, last, pieces[index + 1] if index + 1 < len(pieces) else None):
            return None
        if adjacent and piece.kind == "acts" and not (last and _after_that(made)):
            governed = _modal_follows(pieces, index)
            if (verb and not being) or (being and last and last.kind != "actors") or (verb and governed):
                return None
            if being or governed:
                piece = replace(piece, english="that " + piece.english)
            elif not finite and last and last.kind == "things" and not piece.english.startswith(OF_THINGS):
                return None
            verb = verb or not governed
        elif piece.kind in ("acts", "modals") or finite:
            verb = True
        being = finite if finite and piece.kind != "acts" else being and piece.kind not in ("modals", "acts")
        made.append(piece)
    return made


def _after_that(made: list[Piece]) -> bool:
    """Return whether the noun at the end is the subject of a clause that "that" opened."""
    at = len(made) - 1
    while at > 0 and (made[at].kind in NOMINAL or made[at].kind == "qualities" or made[at].english == "of"):
        at -= 1
    return made[at].english == "that"


def _modal_follows(pieces: list[Piece], index: int) -> bool:
    """Return whether a modal, or "is" and "are", stands in the same clause, before any sign."""
    for piece in pieces[index:]:
        if piece.kind == "modals" or (piece is not pieces[index] and FINITE.match(piece.english)):
            return True
        if piece.after or piece.kind == "conditions":
            return False
    return False


def _stray(piece: Piece, last: Piece | None, after: Piece | None) -> bool:
    """Return whether a piece has nothing to belong to: a quality without a noun, a condition without a subject."""
    if piece.kind == "qualities":
        beside = last is not None and not last.after and last.kind in (*NOMINAL, "qualities")
        before = after is not None and not piece.after and after.kind in (*NOMINAL, "qualities")
        return not beside and not before
    opens = last is not None and last.english in _OF_A_SUBJECT and not last.after
    return opens and (piece.kind == "acts" or piece.english in ("do not", "does not"))
