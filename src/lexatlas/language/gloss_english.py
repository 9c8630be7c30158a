"""Bends the English of a gloss's pieces: gerunds, passives, "is" or "are", as the pieces around them ask."""

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from lexatlas.language.gloss import Piece
from lexatlas.language.gloss_clauses import sure
from lexatlas.language.gloss_french import french
from lexatlas.language.gloss_rows import ALONE, NOMINAL, rows_of

GERUND = "-ing"
"""The mark at the end of a row's English that asks for a gerund: "on -ing" before "grant" is "on granting"."""
FINITE = re.compile(r"^(?:is|are|has|have|does|do|was|were)\b")
_GERUND_AFTER = re.compile(
    r"(?:^|\s)(?:of|for|by|in|on|with|from|without|before|after|through|including|excluding|against|upon|than|when|while)$"
)
_BEING = {"is": "are", "has": "have", "does": "do"}
_FORMS = {**_BEING, **{plural: plural for plural in _BEING.values()}}
_FIXED = ("is", "are", "not", "to", "be", "may", "must", "shall", "by", "in", "the", "a", "an",
          "this", "that", "these", "those", "its", "their", "has", "is", "does", "was", "were")  # fmt: skip
_DOUBLED = ("get", "set", "put", "let", "run", "stop", "plan", "submit", "permit", "transfer", "refer", "begin", "cut",
            "occur", "commit", "admit", "transmit", "control", "prefer", "bar", "trap", "swap")  # fmt: skip
_PAST = {
    "hold": "held", "keep": "kept", "send": "sent", "buy": "bought", "sell": "sold", "pay": "paid", "lend": "lent",
    "give": "given", "make": "made", "take": "taken", "set": "set", "have": "had", "put": "put", "build": "built",
    "find": "found", "show": "shown", "choose": "chosen", "withdraw": "withdrawn", "draw": "drawn", "do": "done",
    "bring": "brought", "understand": "understood", "hear": "heard", "begin": "begun", "undertake": "undertaken",
    "let": "let", "cut": "cut", "say": "said", "write": "written", "know": "known", "see": "seen",
}  # fmt: skip
_NOT = re.compile(r"\bnot\b|\bprohibited\b")
_PLURAL = re.compile(r"[^su]s$")
_JOINING = ("and", "or")
OF_THINGS = ("take effect", "cease to", "belong", "relate", "apply", "end", "have")
"""What things do, where other acts after a thing may be done to it."""


def plural(noun: str) -> bool:
    """Return whether an English noun phrase is of several: its head, before "of" or "that", ends so."""
    head = re.split(r" (?:of|that|in|on|to|for|with)\b", noun, maxsplit=1)[0]
    return bool(_PLURAL.search(head)) or " and " in head or head in ("staff", "persons", "people", "police")


def with_gerunds(pieces: Sequence[Piece]) -> list[Piece] | None:
    """Give acts after a preposition the form that it asks for, and nothing else: their rows hold the rest.

    None where a piece is a word by itself, or a French one has no sure place.
    """
    if any(piece.kind == ALONE for piece in pieces):
        return None
    if pieces and pieces[0].row.startswith("fr/"):
        placed = french(pieces)
        if placed is None:
            return None
        pieces = placed
    made: list[Piece] = []
    for piece in pieces:
        last = made[-1] if made else None
        if last is not None and piece.kind == "acts" and _asks_gerund(last):
            piece = replace(piece, english=in_form(piece, "gerund"))
            made[-1] = replace(last, english=last.english.removesuffix(GERUND).rstrip())
        made.append(piece)
    return made


def _asks_gerund(last: Piece) -> bool:
    word = last.english.casefold()
    return word.endswith(GERUND) or _GERUND_AFTER.search(word) is not None


def inflected(pieces: Sequence[Piece]) -> list[Piece] | None:
    """Give acts the form that the pieces before ask for; None where a passive has an object or no known form."""
    made: list[Piece] = []
    form = ""
    if any(piece.kind == ALONE for piece in pieces):
        return None
    for index, piece in enumerate(pieces):
        last = made[-1] if made else None
        if last is not None and (last.kind == "modals" or last.after.endswith((":", ".", ";"))):
            form = "bare" if last.kind == "modals" else ""
        if piece.kind == "acts":
            if _undone(piece, pieces, index, made):
                return None
            if last is not None and _NOT.search(last.english):
                # What is banned one by one, "buy and sell" would ban together only.
                piece = replace(piece, english=piece.english.replace(" and ", " or "))
            form = _form_of(last, form, made) if not _is_subject(pieces, index) else "gerund"
            if form == "passive":
                following = pieces[index + 1] if index + 1 < len(pieces) and not piece.after else None
                bent = _passive(piece, following)
                if bent is None or last is None:
                    return None
                piece = (
                    replace(bent, english="be " + bent.english) if not last.english.endswith(" be") else bent
                )
            else:
                piece = replace(piece, english=in_form(piece, form))
            if last is not None and last.english.endswith(GERUND):
                made[-1] = replace(last, english=last.english.removesuffix(GERUND).rstrip())
        made.append(singular(_agreeing(piece, made), last))
    return made if made and sure(made) else None


def _form_of(last: Piece | None, form: str, before: Sequence[Piece]) -> str:
    """Return the form of an act: as asked by the word before it, else that of the act that it goes on from."""
    if last is None:
        return "bare"
    word = last.english.casefold()
    if _asks_gerund(last):
        return "gerund"
    if last.kind == "modals" and (word.endswith(" be") or _of_a_thing(before)):
        return "passive"
    if last.kind == "modals" or word.endswith(" to") or word == "to":
        return "bare"
    if last.kind == "acts" and not last.after:
        return "gerund"
    if word in (*_JOINING, "and/or") or last.after == ",":
        return form or "gerund"
    if last.kind in NOMINAL and not last.after:
        return "bare" if plural(_head(before).english) else "third"
    return "bare"


def _is_subject(pieces: Sequence[Piece], index: int) -> bool:
    """Return whether an act opens the sentence and a modal follows: "Trading … must be …"."""
    before = [piece for piece in pieces[:index] if piece.kind != "acts" and piece.english not in _JOINING]
    if before or pieces[index].after.endswith((":", ".", ";")):
        return False
    for piece in pieces[index:]:
        if piece.kind == "modals":
            return True
        if piece.after.endswith((":", ".", ";")) or piece.kind in ("conditions", "connectives"):
            return False
    return False


def _undone(piece: Piece, pieces: Sequence[Piece], index: int, made: Sequence[Piece]) -> bool:
    """Return whether a thing would do what is done to it ("assets must list"), or a verb is a noun ("invest of")."""
    following = pieces[index + 1] if index + 1 < len(pieces) and not piece.after else None
    if not only_verbs(piece) or piece.english.startswith(OF_THINGS):
        return False
    if following is not None and following.english in ("of", "of the"):
        return True
    bidden = (
        bool(made) and made[-1].kind == "modals" and len(made) > 1 and not made[-1].english.endswith(" be")
    )
    has_object = following is not None and following.kind in (*NOMINAL, "acts", "qualities")
    return bidden and not has_object and not _of_a_thing(made) and _head(made[:-1]).kind == "things"


def _of_a_thing(before: Sequence[Piece]) -> bool:
    """Return whether the modal at the end has a cue of several senses and follows a thing: that is done to it."""
    modal, rest = before[-1], before[:-1]
    unsure = rows_of(modal.row.partition("/")[0]).unsure
    doubtful = any(cue.casefold() in modal.words.casefold() for cue in unsure if len(cue) > 1)
    return doubtful and bool(rest) and _head(rest).kind == "things"


def _head(before: Sequence[Piece]) -> Piece:
    """Return the first noun of the clause that ends here, which is its subject; the last piece if there is none."""
    at = len(before)
    while at > 0 and not _ends_clause(before[at - 1], last=at == len(before)):
        at -= 1
    nouns = [piece for piece in before[at:] if piece.kind in NOMINAL]
    return nouns[0] if nouns else before[-1]


def _ends_clause(piece: Piece, *, last: bool) -> bool:
    if piece.after.endswith((":", ";", ".")) and not last:
        return True
    return (
        piece.kind in ("modals", "conditions", "connectives")
        or piece.english == "that"
        or bool(FINITE.match(piece.english))
    )


@cache
def _verbs(language: str) -> frozenset[str]:
    rows = rows_of(language).rows.values()
    return frozenset(row.english.split()[0] for row in rows if row.kind == "acts" and row.english)


def only_verbs(piece: Piece) -> bool:
    """Return whether the English of an act names no object: "sell", "carry out", "offer and issue"."""
    words = piece.english.removeprefix("that ").split()
    verbs = _verbs(piece.row.partition("/")[0])
    particle = len(words) == 2 and words[1] in ("out", "up", "in", "back")
    return particle or all(word in verbs or word in _JOINING for word in words)


def _passive(piece: Piece, following: Piece | None) -> Piece | None:
    """Return an act as what is done: None where something is its object, so that it cannot be."""
    has_object = following is not None and following.kind in (*NOMINAL, "acts", "qualities")
    if has_object or not only_verbs(piece):
        return None
    verbs = _verbs(piece.row.partition("/")[0])
    words = (_participle(word) if word in verbs else word for word in piece.english.split())
    return replace(piece, english=" ".join(words))


def _agreeing(piece: Piece, before: list[Piece]) -> Piece:
    """Make "is", "has" and "does", or "are", "have" and "do", agree with the noun whose verb they are."""
    verb, blank, rest = piece.english.partition(" ")
    if verb not in _FORMS or not before or before[-1].after:
        return piece
    if before[-1].kind == "modals" and verb in ("is", "are"):
        return replace(piece, english=f"be{blank}{rest}")
    if before[-1].kind not in (*NOMINAL, "place", "qualities"):
        return piece
    head = _head(before)
    if head.kind not in NOMINAL:
        return piece
    many = plural(head.english)
    wanted = _FORMS[verb] if many else {more: one for one, more in _BEING.items()}.get(verb, verb)
    return replace(piece, english=f"{wanted}{blank}{rest}")


def singular(piece: Piece, last: Piece | None) -> Piece:
    """Say "1 member", not "1 members"."""
    if last is None or last.after or last.english not in ("1", "a") or piece.kind not in NOMINAL:
        return piece
    english = re.sub(r"ies$", "y", piece.english)
    english = re.sub(r"(?<=ss|ch|sh)es$", "", english) if english == piece.english else english
    return replace(
        piece, english=re.sub(r"(?<=[^su])s$", "", english) if english == piece.english else english
    )


def in_form(piece: Piece, form: str) -> str:
    """Return the English of an act with its verbs, those joined by "and" too, as "gerund" or "third" person."""
    words = piece.english.split()
    if form not in ("gerund", "third") or not words or _is_bent(words[0]):
        return piece.english
    make = _gerund if form == "gerund" else _third
    verbs = _verbs(piece.row.partition("/")[0])
    words[0] = make(words[0])
    for at in range(1, len(words) - 1):
        if words[at] in _JOINING and words[at + 1] in verbs and not _is_bent(words[at + 1]):
            words[at + 1] = make(words[at + 1])
    return " ".join(words)


def _is_bent(verb: str) -> bool:
    """Return whether a word takes no ending: it has one, or is no verb in its bare form."""
    return (
        not verb.isalpha() or not verb.islower() or verb in _FIXED or verb.endswith(("ing", "ed"))
        or (verb.endswith("s") and not verb.endswith(("ss", "us")) and verb not in ("process", "focus"))
    )  # fmt: skip


def _gerund(verb: str) -> str:
    if verb in _DOUBLED:
        return verb + verb[-1] + "ing"
    if verb.endswith("ie"):
        return verb[:-2] + "ying"
    if verb.endswith("e") and not verb.endswith(("ee", "oe", "ye")):
        return verb[:-1] + "ing"
    return verb + "ing"


def _third(verb: str) -> str:
    if verb == "have":
        return "has"
    if verb.endswith(("s", "x", "z", "ch", "sh", "o")):
        return verb + "es"
    if verb.endswith("y") and verb[-2:-1] not in "aeiou":
        return verb[:-1] + "ies"
    return verb + "s"


def _participle(verb: str) -> str:
    if verb in _PAST:
        return _PAST[verb]
    if verb in _DOUBLED:
        return verb + verb[-1] + "ed"
    if verb.endswith("e"):
        return verb + "d"
    if verb.endswith("y") and verb[-2:-1] not in "aeiou":
        return verb[:-1] + "ied"
    return verb + "ed"
