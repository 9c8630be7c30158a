"""Puts the English pieces of a Chinese sentence into English order: what 的 joins, and clauses that it closes."""

from dataclasses import replace

from lexatlas.language.gloss import Piece
from lexatlas.language.gloss_english import in_form
from lexatlas.language.gloss_rows import NOMINAL

_STOPS = (";", ":", ".")
_LINKED = ("modals", "conditions", "links")
_VALUES = ("money", "rate", "period", "number", "date")
_ALONE = ("不", "未", "非", "没有", "尚未", "无")
_TOWARDS = ("向", "对", "对于", "为", "与", "从", "以")
_IRREGULAR = {"make": "made", "give": "given", "hold": "held", "sell": "sold", "buy": "bought", "pay": "paid",
              "keep": "kept", "bear": "borne", "take": "taken", "set": "set", "be": "been"}  # fmt: skip


def han(pieces: list[Piece]) -> list[Piece] | None:
    """Return pieces in English order; None where it is unsure how far what 的 joins reaches."""
    if not pieces or _unsure(pieces):
        return None
    said = _two_sided(pieces)
    closed = _conditions_first(_values_after(said)) if said is not None else None
    joined = _joined_by_de(closed) if closed is not None else None
    told = _agents(joined) if joined is not None else None
    return _verbs(told) if told is not None else None


def _unsure(pieces: list[Piece]) -> bool:
    """Return whether a word stands where English would give it another sense, or the order would be Chinese.

    A negation by itself; a quality before a verb ("非法发行") or a modal before a quality; what is forbidden when an
    actor or thing stands between; to whom, for whom or from whom when the verb comes after.
    """
    for at, piece in enumerate(pieces):
        clause = pieces[at + 1 : _clause_end(pieces, at)]
        after = clause[0] if clause else None
        if piece.words in _ALONE:
            return True
        if after is None:
            continue
        if piece.kind == "modals" and (
            after.kind == "qualities" or (piece.english.endswith(" to") and after.kind != "acts")
        ):
            return True
        if piece.kind == "qualities" and after.kind == "acts":
            return True
        if piece.words in _TOWARDS and any(one.kind == "acts" for one in clause):
            return True
    return False


def _two_sided(pieces: list[Piece]) -> list[Piece] | None:
    """Read what stands on both sides of its words; None for "与 … 有关", and for 为 that has no verb to go with."""
    made = list(pieces)
    for at, piece in enumerate(pieces):
        clause = pieces[at + 1 : _clause_end(pieces, at)]
        if piece.kind != "links" or not clause:
            continue
        if piece.words in ("与", "同", "和") and any(one.words[:2] in ("有关", "相关") for one in clause):
            return None
        if piece.words == "为":
            if not any(one.kind == "acts" for one in clause) and clause[0].kind not in _VALUES:
                return None
            made[at] = replace(piece, english="is" if clause[0].kind in _VALUES else "for")
    return made


def _clause_end(pieces: list[Piece], at: int) -> int:
    end = at + 1
    while end < len(pieces) and not pieces[end - 1].after:
        end += 1
    return end if not pieces[at].after else at + 1


def _values_after(pieces: list[Piece]) -> list[Piece]:
    """Write "a fine of" before its amount, "takes effect" before its day, the smaller part before the larger."""
    made: list[Piece] = []
    for piece in pieces:
        last = made[-1] if made and not made[-1].after else None
        if last is not None and last.kind == "money" and piece.words == "罚款":
            free = last.english.startswith(("from", "not", "at", "more", "less"))
            fine = replace(piece, english="a fine" if free else "a fine of", after="")
            made[-1:] = [fine, replace(last, after=piece.after)]
            continue
        if (
            last is not None
            and last.kind == "date"
            and piece.kind == "acts"
            and len(made) > 1
            and made[-2].words == "自"
        ):
            made[-2:] = [replace(piece, after=""), made[-2], replace(last, after=piece.after)]
            continue
        if (
            last is not None
            and piece.kind == "place"
            and (last.kind == "place" or last.words.startswith("本"))
        ):
            made[-1:] = [replace(piece, after=""), replace(last, after=piece.after)]
            continue
        made.append(piece)
    return made


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
        alone = begin == 0 or made[begin - 1].after[-1:] in _STOPS or _closed(made, begin)
        if begin and made[begin - 1].kind == "modals" and len(owner) == 2 and owner[0].kind == "acts":
            begin, owner = begin + 1, owner[1:]
        if not owner:
            return None
        whole = len(owner) > 1 and owner[-1].kind in NOMINAL
        if owner[0].kind == "acts" and alone and (whole or len(owner[0].english.split()) > 2):
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
    """Return where the words begin that may belong to the 的 at `end`: after a sign, a modal, "is" or the like."""
    at = end
    while at > 0 and not pieces[at - 1].after and pieces[at - 1].kind not in _LINKED:
        at -= 1
    return at


def _closed(pieces: list[Piece], begin: int) -> bool:
    """Return whether a clause with "where" ends right before `begin`; after another comma a list may go on."""
    at = begin - 1
    while at > 0 and not pieces[at - 1].after:
        at -= 1
    return pieces[at].english == "where"


def _agents(pieces: list[Piece]) -> list[Piece] | None:
    """Write "A 由 B verb" as A is done by B, and "由 B verb object" as B does it."""
    made: list[Piece] = []
    at = 0
    while at < len(pieces):
        piece = pieces[at]
        if piece.words != "由" or piece.kind != "links":
            made.append(piece)
            at += 1
            continue
        end = at + 1
        while end < len(pieces) and pieces[end].kind != "acts" and not pieces[end].after:
            end += 1
        agent = pieces[at + 1 : end]
        if (
            end >= len(pieces)
            or not agent
            or agent[0].kind not in ("authorities", "actors")
            or agent[-1].after
        ):
            return None
        verb = pieces[end]
        owner = made[-1] if made and not made[-1].after and made[-1].kind in NOMINAL else None
        last = end + 1 == len(pieces) or verb.after
        if owner is not None and last and " " not in verb.english:
            done = f"{'are' if owner.english.endswith('s') else 'is'} {_done(verb.english)} by"
            agent[-1] = replace(agent[-1], after=verb.after)
            made += [replace(verb, english=done, after=""), *agent]
        elif owner is None and not (last and " " not in verb.english):
            made += [*agent, verb]
        else:
            return None
        at = end + 1
    return made


def _verbs(pieces: list[Piece]) -> list[Piece] | None:
    """Let each clause have one verb, in the form that its subject asks for; None where a word may be no verb.

    Chinese verbs and nouns look alike: what stands right after a thing may be the verb of it or a part of its
    name, and a second verb in a clause may be either.
    """
    made: list[Piece] = []
    free, form = True, ""
    for piece in pieces:
        last = made[-1] if made else None
        beside = last is not None and not last.after and not piece.before
        if last is None or last.after or last.kind in ("modals", "conditions", "connectives") or _that(last):
            free = True
        if last is not None and (
            last.kind in ("modals", "conditions") or last.after.endswith(_STOPS) or _that(last)
        ):
            form = ""
        if piece.kind == "acts":
            noun = beside and last is not None and last.kind in NOMINAL
            if not free or (
                noun
                and last is not None
                and last.kind == "things"
                and not (_of_things(piece) or _governed(made))
            ):
                return None
            free = False
            piece = replace(piece, english=in_form(piece, form))
        elif piece.kind == "authorities":
            if beside and last is not None and last.kind == "authorities":
                return None
            form = "" if not free or _many(piece) else "third"
        elif piece.kind == "actors":
            form = ""
        elif piece.kind == "things" and beside and last is not None and last.kind in NOMINAL:
            piece = replace(piece, english=piece.english.removeprefix("the "))
        made.append(piece)
    return made


def _governed(made: list[Piece]) -> bool:
    """Return whether the noun at the end belongs to "for", "to" or the like: then a verb may follow it."""
    at = len(made) - 1
    while at > 0 and made[at].kind in (*NOMINAL, "qualities") and not made[at - 1].after:
        at -= 1
    return made[at].kind == "links" and made[at].words in ("为", "向", "对", "对于", "与", "在", "从")


def _that(piece: Piece) -> bool:
    return piece.words == "的 " and piece.english == "that"


def _of_things(piece: Piece) -> bool:
    return piece.english.startswith(("takes effect", "is ", "are ", "belong", "include", "apply", "cease"))


def _many(piece: Piece) -> bool:
    return piece.english.endswith("s") or " authorities of " in piece.english


def _done(verb: str) -> str:
    """Return the past participle of a verb in its bare form."""
    if verb in _IRREGULAR:
        return _IRREGULAR[verb]
    if verb.endswith("y") and verb[-2:-1] not in "aeiou":
        return verb[:-1] + "ied"
    return verb + ("d" if verb.endswith("e") else "ed")
