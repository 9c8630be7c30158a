"""Puts the English pieces of an Arabic sentence into English order: verb before subject, "that" before a verb."""

import re
from dataclasses import replace

from lexatlas.language.gloss import Piece
from lexatlas.language.gloss_english import in_form
from lexatlas.language.gloss_rows import NOMINAL, fold

_DEFINITE = re.compile(r"(?:^|\s)[وف]?(?:[بك]?ال|لل)")
_FINITE = re.compile(r"^(?:is|are|has|was|were|[a-z]{2,}[^s\W]s|[a-z]{3,}ed(?! on| by))\b")
_OWN = re.compile(r"^(?:is|are|was|were|applies|begins|ends|continues|takes place)\b")
"""Verbs without an object: what stands after them is what they tell of."""
_GERUND_AFTER = re.compile(
    r"(?:^|\s)(?:of|for|by|in|on|with|from|without|before|after|through|including|excluding|against|upon|than)$"
)
_BARE_AFTER = re.compile(r"(?:^|\s)(?:must|may|shall|not|cannot|to)$")
_APART = {"less": "than", "separat": "from", "segregat": "from"}
"""What "عن" says after a verb; elsewhere it has too many senses."""
_ALONE = frozenset(
    fold(word, "ar") for word in ("لا", "لم", "لن", "ليس", "ليست", "غير", "عدم", "أن لا", "بأن لا")
)
"""Negations that have no row together with what they turn; "أن لا" after "may" leaves free, after "must" it forbids."""
_AUXILIARY = ("يقوم", "تقوم")
_ITS = re.compile(r"\b(?:its|their)$")
_DONE_BY = re.compile(r"(?:to )?(?:carry on|provide|meet|submit|issue|undertake|obtain|comply with|keep)$")
"""Verbal nouns that a person after them does; others may be done to that person ("protect investors")."""
_SUBJECTS = ("actors", "authorities")
_EVERY = ("every", "any", "all", "any of", "one of")


def arabic(pieces: list[Piece]) -> list[Piece] | None:
    """Return pieces in English order; None where it is unsure what is the subject, or whose a noun is."""
    if not pieces or _unsure(pieces):
        return None
    placed = _verbs_placed(pieces)
    if placed is None or _loose_owner(pieces):
        return None
    joined = _owned(placed)
    return _infinitives(_said_well(joined)) if joined is not None else None


def _unsure(pieces: list[Piece]) -> bool:
    """Return whether a word stands alone whose sense the rule decides: a negation, "on" of a duty, "for" of a power.

    So too an auxiliary ("does the issuing of"), and a quality with more words of its own ("licensed by the bank").
    """
    told = sorted(pieces, key=lambda piece: piece.span)
    for at, piece in enumerate(told):
        last, after = (told[at - 1] if at else None), (told[at + 1] if at + 1 < len(told) else None)
        bare = fold(piece.words.strip(), "ar")
        if bare in _ALONE or bare.startswith(_AUXILIARY):
            return True
        described = last is not None and not last.after and last.kind in ("qualities", *NOMINAL)
        if last is not None and described and _governs(last, piece):
            return True
        if after is None:
            continue
        if bare in ("علي", "ل") and after.kind in _SUBJECTS and not _asked(told[:at]):
            return True
        if (
            piece.kind == "qualities"
            and last is not None
            and last.kind == "acts"
            and after.kind not in NOMINAL
        ):
            return True
    return False


def _asked(before: list[Piece]) -> bool:
    """Return whether a modal or a verb stands before in the clause, so that "on" or "for" belongs to it."""
    clause = before
    for at, piece in enumerate(before[:-1]):
        if piece.after:
            clause = before[at + 1 :]
    ended = bool(before) and before[-1].after not in ("", ",")
    return not ended and any(piece.kind in ("modals", "acts") for piece in clause)


def _governs(said: Piece, after: Piece) -> bool:
    """Return whether what was done ("licensed") stands before words on it: who did it, or when."""
    done = re.match(r"(?:the )?[a-z]{2,}(?:ed|ing)\b", said.english, re.IGNORECASE) is not None
    return done and after.kind in ("links", "conditions")


def _loose_owner(pieces: list[Piece]) -> bool:
    """Return whether "its" stands before no noun: then it was the object of a verb."""
    ends = [*pieces[1:], None]
    return any(
        piece.kind == "qualities"
        and _ITS.search(piece.english)
        and (after is None or after.kind not in NOMINAL)
        for piece, after in zip(pieces, ends, strict=True)
    )


def _said_well(pieces: list[Piece]) -> list[Piece]:
    """Take out an "of" that nothing follows, the article before "its", and complete "the following"."""
    made: list[Piece] = []
    for index, piece in enumerate(pieces):
        after = pieces[index + 1] if index + 1 < len(pieces) and not piece.after else None
        owned = bool(made) and _ITS.search(made[-1].english) is not None
        if piece.kind == "qualities" and (its := _ITS.search(piece.english)):
            piece = replace(piece, english=its.group())
        elif piece.english == "following" and (after is None or after.kind not in NOMINAL):
            piece = replace(piece, english="the following")
        if piece.english.endswith(" of") and (after is None or after.kind == "connectives" or owned):
            piece = replace(piece, english=piece.english.removesuffix(" of"))
        made.append(piece)
    return made


def _verbs_placed(pieces: list[Piece]) -> list[Piece] | None:
    """Put each finite verb, and "must", behind the subject that follows it."""
    made: list[Piece] = []
    at = 0
    while at < len(pieces):
        piece, last = pieces[at], made[-1] if made else None
        if last is not None and last.words.strip() == "من" and piece.kind == "place":
            made[-1] = replace(last, english="of")
        if piece.words.strip() == "عن":
            said = next((to for word, to in _APART.items() if any(word in one.english for one in made)), "")
            if not said:
                return None
            piece = replace(piece, english=said)
        if not _moves(piece) or piece.english == "means":
            made.append(piece)
            at += 1
            continue
        subject = _subject(
            pieces, at + 1, things=_OWN.match(piece.english) is not None or piece.kind == "modals"
        )
        if piece.after:
            subject = at + 1
        if subject > at + 1 and not _has_subject(last):
            made += _behind(pieces[at + 1 : subject], piece)
            at = subject
        elif (told := _alone(made, piece, pieces[at + 1 : at + 2])) is not None:
            made = told
            at += 1
        else:
            return None
    return made


def _moves(piece: Piece) -> bool:
    """Return whether a piece is a verb that Arabic puts before its subject."""
    rule = piece.kind == "modals" and piece.words.lstrip("وف").removeprefix("لا ")[:1] in ("ي", "ت")
    return _finite(piece) or (rule and re.match(r"(?:must|need not|is|are|has)\b", piece.english) is not None)


def _finite(piece: Piece) -> bool:
    return piece.kind == "acts" and _FINITE.match(piece.english) is not None


def _has_subject(last: Piece | None) -> bool:
    """Return whether the verb's subject stands right before it: a noun, or "who" of one."""
    if last is None or last.after:
        return False
    return last.kind in NOMINAL or (last.kind == "links" and last.english in ("who", "that", "what") and
                                    last.words.strip() not in ("أن", "إن", "ان", "بأن"))  # fmt: skip


def _subject(pieces: list[Piece], start: int, things: bool) -> int:
    """Return where the noun phrase ends that begins at `start`; `start` when none does.

    The phrase goes on over "and" with another one of its kind, and over nouns that own it.
    """
    at, end = start, start
    kinds = (*_SUBJECTS, "things") if things else _SUBJECTS
    while at < len(pieces):
        while at < len(pieces) and (pieces[at].kind == "qualities" or pieces[at].english in _EVERY):
            at += 1
        if at >= len(pieces) or pieces[at].kind not in kinds:
            return end
        while at + 1 < len(pieces) and _owns(pieces[at], pieces[at + 1]):
            at += 1
        end = at = at + 1
        if pieces[at - 1].after or at >= len(pieces) or pieces[at].english not in ("and", "or"):
            return end
        at += 1
    return end


def _owns(first: Piece, second: Piece) -> bool:
    joined = not first.after and not second.before and first.kind in NOMINAL and second.kind in NOMINAL
    return joined and _DEFINITE.search(first.words) is None


def _behind(subject: list[Piece], verb: Piece) -> list[Piece]:
    sign, last = subject[-1].after, subject[-1]
    many = last.english.endswith("s") or any(piece.english == "and" for piece in subject)
    if verb.kind == "acts" and many and not re.match(r"(?:is|are|was)\b", verb.english):
        verb = _plain(verb)
    return [*subject[:-1], replace(last, after=""), replace(verb, after=sign)]


def _alone(made: list[Piece], verb: Piece, after: list[Piece]) -> list[Piece] | None:
    """Place a verb that no subject follows; None where what follows may be its subject or its object."""
    last = made[-1] if made else None
    if last is None or last.after or last.kind == "connectives":
        known = len(made) > 1 and not last.after and _finite(made[-2]) if last else False
        return [*made, verb] if known else None
    that = last.words.strip() in ("أن", "إن", "ان", "بأن") or last.english.endswith(" that")
    if that and last.kind == "links":
        asked = any(piece.kind == "modals" for piece in made[-4:-1])
        return [*made[:-1], replace(last, english="to"), _plain(verb)] if asked else None
    if that:
        passive = bool(after) and after[0].kind in NOMINAL
        return None if passive else [*made[:-1], replace(last, english=last.english + " it"), verb]
    if _BARE_AFTER.search(last.english):
        return [*made, _plain(verb)]
    if last.kind in NOMINAL and _DEFINITE.search(last.words) is None and verb.english != "must":
        return [*made, replace(verb, english="that " + verb.english)]
    return [*made, verb] if _has_subject(last) else None


def _plain(verb: Piece) -> Piece:
    """Return a verb in its bare form."""
    word, _, rest = verb.english.partition(" ")
    known = {"is": "be", "are": "be", "was": "be", "were": "be", "has": "have"}
    bare = known.get(word) or re.sub(r"(?<=[^aeiou])ies$", "y", word)
    if bare == word and word.endswith("s"):
        bare = (
            word[:-2] if re.search(r"(?:[sxz]|ch|sh|o)es$", word) and not word.endswith("ses") else word[:-1]
        )
    return replace(verb, english=f"{bare} {rest}".strip())


def _owned(pieces: list[Piece]) -> list[Piece] | None:
    """Join a noun to the one that owns it by "of"; None where the first already has its article."""
    made: list[Piece] = []
    for index, piece in enumerate(pieces):
        last = made[-1] if made and not made[-1].after and not piece.before else None
        noun = piece.kind in NOMINAL or (piece.kind == "qualities" and _noun_next(pieces, index))
        if last is not None and noun and last.kind in NOMINAL and not last.english.endswith(" of"):
            if _DEFINITE.search(last.words):
                return None
            piece = replace(piece, english="of " + piece.english)
        made.append(piece)
    return made


def _noun_next(pieces: list[Piece], index: int) -> bool:
    after = pieces[index + 1] if index + 1 < len(pieces) and not pieces[index].after else None
    return after is not None and after.kind in NOMINAL and after.span < pieces[index].span


def _infinitives(pieces: list[Piece]) -> list[Piece]:
    """Take "to" off a verbal noun where "must" or a preposition stands before it."""
    made: list[Piece] = []
    bare = verbal = False
    for index, piece in enumerate(pieces):
        last, noun = made[-1] if made else None, piece.english.startswith("to ")
        if (
            last is not None
            and last.words.strip() == "ب"
            and len(made) > 1
            and made[-2].english in ("must", "need not")
        ):
            made[-1] = replace(last, english="" if piece.kind == "acts" else "comply with")
            last = made[-2] if piece.kind == "acts" else made[-1]
        if piece.kind == "acts" and piece.english.startswith("to ") and last is not None:
            after_it = _BARE_AFTER.search(last.english) or _GERUND_AFTER.search(last.english)
            bare = bool(after_it) or (bare and last.kind == "connectives")
            if bare:
                piece = replace(piece, english=piece.english.removeprefix("to "))
            elif verbal and last.kind == "acts" and not last.after:
                verb = replace(piece, english=piece.english.removeprefix("to "))
                piece = replace(verb, english=in_form(verb, "gerund"))
        elif piece.kind not in ("connectives", "things", "qualities", "actors", "authorities"):
            bare = False
        verbal = noun if piece.kind == "acts" else False
        after = pieces[index + 1] if index + 1 < len(pieces) and not piece.after else None
        if noun and after is not None and after.kind in _SUBJECTS and _DONE_BY.match(piece.english):
            verb = replace(piece, english=piece.english.removeprefix("to "))
            piece = replace(verb, english=in_form(verb, "gerund") + " by")
        made.append(piece)
    return made
