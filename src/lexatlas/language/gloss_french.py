"""Settles what French words in front of a noun or verb are in English; leaves a sentence alone where that is unsure."""

import re
from collections.abc import Sequence
from dataclasses import replace

from lexatlas.language.gloss import Piece
from lexatlas.language.gloss_rows import NOMINAL

_ARTICLE = re.compile(r"(?:^|\s)(?:the|a|an|this|these|its|their|any|each)$")
_FINITE = re.compile(r"^(?:is|are|has|have|does|do|was|were|may|must)\b")
_FORBIDDEN_FOR = "it is prohibited for"


def french(pieces: Sequence[Piece]) -> list[Piece] | None:
    """Return the pieces with "from" after "exempt", "to" after whom a ban is for, and "an" before a vowel.

    None where a sentence opens with its verb, a verb stands where a noun must, or "du" before who is asked was
    taken for "some".
    """
    first = pieces[0]
    if first.kind == "acts" or (_FINITE.match(first.english) and first.kind in ("modals", "links")):
        return None
    made: list[Piece] = []
    banned = False
    for piece in pieces:
        last = made[-1] if made else None
        if last is not None and not last.after:
            if _misplaced(piece, last):
                return None
            if last.english.endswith("exempt"):
                if not piece.english.startswith(("of", "from")):
                    return None
                piece = replace(piece, english=re.sub(r"^of\b", "from", piece.english))
            if last.english.endswith("deemed") and piece.english.startswith("be"):
                piece = replace(piece, english="to " + piece.english)
            if piece.english[:1] in "aeiou" and re.search(r"(?:^|\s)a$", last.english):
                made[-1] = replace(last, english=last.english + "n")
        if banned and piece.kind == "acts" and last is not None and last.english == "of":
            made[-1] = replace(last, english="to")
            banned = False
        banned = banned or piece.english.startswith(_FORBIDDEN_FOR)
        made.append(piece)
    return made if not (banned and first.english.endswith(" for the")) else None


def _misplaced(piece: Piece, last: Piece) -> bool:
    """Return whether a verb follows an article, someone a verb whose "of" was left away, or a bare noun "except"."""
    if piece.kind == "acts" and _ARTICLE.search(last.english) and not _FINITE.match(piece.english):
        return True
    skipped = piece.span.start > last.span.end + 1
    if skipped and last.kind in ("acts", "modals") and piece.kind in ("actors", "authorities"):
        return True
    if last.english.endswith("except") and piece.kind in ("things", "qualities"):
        return True
    return last.kind in NOMINAL and piece.kind in NOMINAL
