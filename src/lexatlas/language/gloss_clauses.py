"""Whether each clause of an English sentence made of pieces is sure: one verb, with all that it asks for."""

import re
from collections.abc import Sequence

from lexatlas.language.gloss import Piece
from lexatlas.language.gloss_rows import NOMINAL, rows_of

_FINITE = re.compile(r"^(?:is|are|has|have|does|do|was|were)\b")
_NEGATED = re.compile(r"^(?:do|does) not\b")
_PASSIVE = re.compile(r"^(?:is|are) \w")
_LEADS_ON = re.compile(
    r"(?:^|\s)(?:of|for|by|in|on|with|from|without|before|after|than|to|as|the|under|at|-ing|:)$"
)
_OPEN_END = re.compile(
    r"(?:^|\s)(?:of|for|by|in|on|with|from|to|than|must|may|not|shall|the|a|an|that|if|where|except|-ing|:)$"
)
_JOINT = ("and", "or", "and/or")
_CLAUSE = ("if", "where", "until", "except where", "unless")
_VALUES = ("money", "rate", "period", "number", "date")
_EFFECT = re.compile(r"^(?:takes?|has|have) (?:effect)$")


def sure(pieces: Sequence[Piece]) -> bool:
    """Return whether bare acts, bent as their neighbours ask, can be read in one way only.

    Vietnamese does not bend its verbs, leaves "that" and "by" away, and says "be given" and "may give" alike:
    two verbs of one subject, a negation after anything but its subject, and an act that authorities do to the
    subject each have a second reading, which is the law's as often as the first.
    """
    return (
        _framed(pieces)
        and _one_verb_each(pieces)
        and all(
            _fits(pieces, index) and not done_to(pieces, index) and not _bare(pieces, index)
            for index in range(len(pieces))
        )
    )


def _framed(pieces: Sequence[Piece]) -> bool:
    """Return whether a sentence begins with who or what it is of, or with a clause, and ends with a whole phrase."""
    first, last = pieces[0], pieces[-1]
    if (
        first.kind in (*_VALUES, "acts")
        or _NEGATED.match(first.english)
        or (len(pieces) <= 2 and first.kind != "authorities")
    ):
        return False
    return not _OPEN_END.search(last.english.casefold()) or bool(last.after)


def _one_verb_each(pieces: Sequence[Piece]) -> bool:
    """Return whether each clause has one verb, and a further one only after "and", "or" or a sign."""
    verb, any_verb, opened = False, False, False
    for index, piece in enumerate(pieces):
        last = pieces[index - 1] if index else None
        joined = last is not None and (last.after or last.english in _JOINT)
        if last is None or joined or piece.english in _CLAUSE:
            if opened and not verb and not (last and last.english in _JOINT):
                return False
            opened = piece.english in _CLAUSE or (opened and bool(last and last.english in _JOINT))
            verb = False
        if _is_verb(piece, last):
            if verb:
                return False
            verb = any_verb = True
    return any_verb and not (opened and not verb)


def _is_verb(piece: Piece, last: Piece | None) -> bool:
    """Return whether a piece is the verb of its clause: not what "must", "do not", "to" or "that" asks for."""
    if piece.kind == "modals" or _FINITE.match(piece.english):
        led = piece.kind != "modals" and last is not None and not last.after and _asks_act(last)
        return not led and not (last is not None and _NEGATED.match(last.english))
    if piece.kind != "acts" or piece.english.startswith(("that ", "be ")):
        return False
    return not (last is not None and not last.after and _asks_act(last)) and not _gerund(piece)


def _asks_act(last: Piece) -> bool:
    return last.kind == "modals" or bool(_NEGATED.match(last.english)) or bool(_LEADS_ON.search(last.english))


def _gerund(piece: Piece) -> bool:
    return piece.english.split()[0].endswith("ing")


def _fits(pieces: Sequence[Piece], index: int) -> bool:
    """Return whether a piece may stand after the one before it."""
    piece, last = pieces[index], pieces[index - 1] if index else None
    after = pieces[index + 1] if index + 1 < len(pieces) and not piece.after else None
    if _NEGATED.match(piece.english) and piece.kind != "modals":
        subject = last is not None and not last.after and last.kind in (*NOMINAL, "qualities", "links")
        verb = piece.kind == "acts" or (
            after is not None and not _PASSIVE.match(after.english) and after.kind in ("acts", "modals")
        )
        if not subject or not verb or (last is not None and _asks_act(last)):
            return False
    if _PASSIVE.match(piece.english) and not _LEADS_ON.search(piece.english) and not piece.after:
        return after is None or after.kind not in (*NOMINAL, "acts")
    if _EFFECT.match(piece.english):
        return after is None or after.english.startswith(("from", "on", "at once"))
    if allowed_or_done(pieces, index):
        return False
    if last is None or last.after:
        return True
    if last.english == "in" and piece.english.startswith(("at ", "not ", "more ", "less ")):
        return False
    if piece.kind == "acts" and last.kind == "acts":
        return bool(_LEADS_ON.search(last.english))
    if piece.english.startswith("that "):
        return last.english.endswith("s") or " and " in last.english
    return piece.kind not in _VALUES or _valued(pieces, index)


def _valued(pieces: Sequence[Piece], index: int) -> bool:
    """Return whether a value says what it is of: not "in 6 months" (for six? after six?), "before 10"."""
    piece, last = pieces[index], pieces[index - 1]
    if piece.kind == "date":
        return True
    lead = last.english.casefold().rpartition(" ")[2]
    if lead in ("in", "before", "after", "into") or (last.kind == "acts" and _gerund(last)):
        return False
    return piece.kind != "period" or not any(
        one.english.casefold().startswith(("before", "after")) for one in pieces[max(0, index - 3) : index]
    )


def done_to(pieces: Sequence[Piece], index: int) -> bool:
    """Return whether "không được" and an act may say what the subject is not given, not what it may not do."""
    if not _doubtful(pieces, index):
        return False
    rows = rows_of(pieces[index].row.partition("/")[0])
    words = " ".join(one.words for one in pieces[index : index + 2]).casefold()
    act = words.partition("được")[2].strip()
    subject = [one.words.casefold() for one in pieces[:index] if one.kind in NOMINAL][-1]
    served = any(name in subject for name in rows.served) and "tổ chức" not in subject
    to_others = any(one.words.casefold().startswith("cho ") or one.words == "cho" for one in pieces[index:])
    return any(act.startswith(one) for one in rows.given) or (
        served and not to_others and any(act.startswith(one) for one in rows.offered)
    )


def allowed_or_done(pieces: Sequence[Piece], index: int) -> bool:
    """Return whether "được" and an act between someone and a thing may be "may hold" as well as "held"."""
    piece = pieces[index]
    if index == 0 or index + 1 >= len(pieces) or piece.kind != "links" or piece.after:
        return False
    said = piece.words.casefold().startswith("được ") and not _LEADS_ON.search(piece.english)
    return said and pieces[index - 1].kind == "actors" and pieces[index + 1].kind == "things"


def _doubtful(pieces: Sequence[Piece], index: int) -> bool:
    """Return whether a modal with "được" follows a subject that may suffer the act: no authority, no "be"."""
    piece = pieces[index]
    said = piece.words.casefold()
    if piece.kind != "modals" or "được" not in said or "được phép" in said or piece.english.endswith(" be"):
        return False
    subjects = [one for one in pieces[:index] if one.kind in NOMINAL]
    following = pieces[index + 1] if index + 1 < len(pieces) else None
    passive = following is not None and following.english.startswith("be ")
    return bool(subjects) and subjects[-1].kind != "authorities" and not passive


def _bare(pieces: Sequence[Piece], index: int) -> bool:
    """Return whether the act after a doubtful modal has no object: "must not advertise", or "is not advertised"."""
    following = pieces[index + 1] if index + 1 < len(pieces) else None
    if not _doubtful(pieces, index) or following is None or following.kind != "acts":
        return False
    return len(following.english.split()) == 1 and (index + 2 >= len(pieces) or bool(following.after))
