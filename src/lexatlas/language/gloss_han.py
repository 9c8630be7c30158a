"""Puts the English pieces of a Chinese sentence into English order: what 的 joins, and clauses that it closes."""

from dataclasses import replace

from lexatlas.language.gloss import Piece
from lexatlas.language.gloss_rows import NOMINAL

_STOPS = (";", ":", ".")
_VERBS = ("acts",)


def han(pieces: list[Piece]) -> list[Piece] | None:
    """Return pieces in English order; None where it is unsure how far what 的 joins reaches."""
    closed = _conditions_first(pieces)
    return _joined_by_de(closed) if closed is not None else None


def _conditions_first(pieces: list[Piece]) -> list[Piece] | None:
    """Put "where" before a clause that 的 closes ("违反本法的，"), a subject for it where it has none.

    The clause begins after the last stop or the last clause of its kind; None where a rule stands in it.
    """
    made: list[Piece] = []
    start = 0
    for piece in pieces:
        if piece.words.replace(" ", "") == "的，":
            clause = made[start:]
            if not clause or any(one.kind == "modals" for one in clause):
                return None
            if clause[0].kind in ("acts", "conditions") and clause[0].english.split()[0] not in (
                "the",
                "one",
            ):
                clause[0] = replace(clause[0], english="they " + clause[0].english)
            last = replace(clause[-1], after=clause[-1].after + ",")
            made = [*made[:start], piece, *clause[:-1], last]
            start = len(made)
            continue
        made.append(piece)
        if any(sign in piece.after for sign in _STOPS):
            start = len(made)
    return made


def _joined_by_de(pieces: list[Piece]) -> list[Piece] | None:
    """Write "A 的 B" as B of A, and "verb … 的 B" at the head of a clause as B that …; None elsewhere."""
    made = list(pieces)
    while True:
        at = next((i for i, piece in enumerate(made) if piece.words == "的" and piece.kind == "links"), -1)
        if at < 0:
            return made
        head_end = _noun_end(made, at + 1)
        if at == 0 or made[at].after or made[at - 1].after or head_end == at + 1:
            return None
        begin = _clause_start(made, at)
        owner = made[begin:at]
        if owner[0].kind in _VERBS and not any(one.kind in ("modals", "conditions") for one in owner):
            link = "that"
        elif len(owner) == 1 and owner[0].kind in NOMINAL:
            link = "of"
        else:
            return None
        head, sign = made[at + 1 : head_end], made[head_end - 1].after
        head[-1] = replace(head[-1], after="")
        joint = replace(made[at], english=link, words="的 ")
        owner[-1] = replace(owner[-1], after=sign)
        made[begin:head_end] = [*head, joint, *owner]


def _noun_end(pieces: list[Piece], start: int) -> int:
    """Return where the noun with its qualities ends that begins at `start`; `start` when none does."""
    at = start
    while at < len(pieces) and pieces[at].kind == "qualities" and not pieces[at].after:
        at += 1
    if at < len(pieces) and pieces[at].kind in NOMINAL:
        while at + 1 < len(pieces) and not pieces[at].after and pieces[at + 1].kind in NOMINAL:
            at += 1
        return at + 1
    return start


def _clause_start(pieces: list[Piece], end: int) -> int:
    """Return where the words begin that may belong to the 的 at `end`: after a sign, a modal or a condition."""
    at = end
    while at > 0 and not pieces[at - 1].after and pieces[at - 1].kind not in ("modals", "conditions"):
        at -= 1
    return at
