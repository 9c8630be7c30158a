"""Puts the English pieces of a gloss into the order of an English sentence, by few rules that say no more."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache, lru_cache

from lexatlas.language.conditions import FORCES
from lexatlas.language.cues import CueMatcher
from lexatlas.language.gloss import Gloss, Piece, gloss
from lexatlas.language.gloss_arabic import arabic
from lexatlas.language.gloss_english import FINITE, GERUND, in_form, inflected, singular, with_gerunds
from lexatlas.language.gloss_guard import keeps_sense
from lexatlas.language.gloss_han import han
from lexatlas.language.gloss_rows import NOMINAL, rows_of
from lexatlas.language.gloss_serial import serial
from lexatlas.language.lexicon import lexicon

VALUES = ("money", "rate", "period", "number", "date", "name")
_ARTICLE = re.compile(r"^(the|a|an|any|each|every|no|all)\s+", re.IGNORECASE)
_ALIKE = ("and", "or", "and/or")
_FEWEST = 2
"""Pieces that a sentence has at least."""
_DETERMINERS = ("", "the", "a", "an", "of", "of the", "to the", "these", "its", "their", "any")


@dataclass(frozen=True, slots=True)
class Told:
    """One piece as the sentence has it: `english` with signs and inflection, `piece` where it was read."""

    piece: Piece
    english: str


@lru_cache(maxsize=4096)
def whole_sentence(text: str, language: str) -> tuple[Told, ...]:
    """Return `text` as the pieces of one English sentence; () where a word is uncovered or the order is unsure.

    Pieces stand in the order of the text but for what the gloss's `order` allows: a quality goes before the
    noun that it follows ("quality-after"), "A 的 B" is B of A ("of-swap"), a modal that opens a clause follows
    its actor ("modal-first"), two nouns side by side are joined by "of" ("noun-of"). Acts that stand in their
    bare form ("bare-acts") are bent as the words before them ask. A gloss that has no sentences makes none.
    """
    if "sentences" not in rows_of(language).tells:
        return ()
    read = gloss(text, language)
    if not read.complete or not _sound(text, read, language):
        return ()
    pieces = [piece for piece in _ended(read.pieces) if piece.english or piece.before or piece.after]
    try:
        told = _told(pieces, read.order)
    except (IndexError, KeyError, ValueError):
        # Pieces that no rule of order foresaw are no sentence; a run goes on without it.
        return ()
    english = " ".join(one.english for one in told)
    return told if keeps_sense(text, language, english, read.pieces) else ()


def _told(pieces: list[Piece], order: tuple[str, ...]) -> tuple[Told, ...]:
    ordered = _ordered(pieces, order)
    if ordered is None:
        return ()
    bent = inflected(ordered) if "bare-acts" in order else with_gerunds(ordered)
    return tuple(_polished(bent)) if bent is not None else ()


def in_order(pieces: list[Piece], order: tuple[str, ...], form: str) -> list[str]:
    """Return the English of pieces that make one term, the first act in `form`; [] where the order is unsure."""
    try:
        ordered = _ordered(list(pieces), order)
    except (IndexError, KeyError, ValueError):
        return []
    if ordered is None:
        return []
    if ordered and ordered[0].kind == "acts":
        first = replace(ordered[0], english=ordered[0].english.removeprefix("to "))
        ordered[0] = replace(first, english=in_form(first, form))
    pairs = zip([None, *ordered], ordered, strict=False)
    return [singular(piece, last).english.removesuffix(GERUND).strip() for last, piece in pairs]


def _sound(text: str, read: Gloss, language: str) -> bool:
    """Return whether a rule has a verb, and each modal, negation and exception of it lies within one piece.

    A noun alone is a heading, a verb alone a torn line; a cue that two rows share was read by neither.
    """
    said = [piece.kind for piece in read.pieces if piece.english]
    if len(said) < _FEWEST or not any(kind in ("modals", "acts") for kind in said):
        return False
    return all(
        any(piece.span.start <= hit.start and hit.end <= piece.span.end for piece in read.pieces)
        for hit in _cues(language).find(text)
    )


@cache
def _cues(language: str) -> CueMatcher:
    lex, rows = lexicon(language), rows_of(language)
    families = {
        **{name: lex.words("modals", name) for name in (*FORCES, "only", "negative_subject")},
        "negation": lex.words("negations"),
        "exception": lex.words("conditions", "exception"),
    }
    spared = {*rows.unsure, *rows.apart}
    kept = {name: [cue for cue in cues if cue not in spared] for name, cues in families.items()}
    return CueMatcher(kept, lex.language)


def _ended(pieces: Sequence[Piece]) -> list[Piece]:
    """Take the joining word and the sign off the end: "…; and"."""
    kept = list(pieces)
    while len(kept) > 1 and kept[-1].english.casefold() in ("and", "or", ""):
        kept.pop()
    if not kept:
        return []
    last = kept[-1]
    kept[-1] = replace(last, after=last.after.rstrip(",;:.")) if last.after else last
    return kept


def _ordered(pieces: list[Piece], order: tuple[str, ...]) -> list[Piece] | None:
    """Return the pieces in English order; None where a rule of the language cannot be kept."""
    if "of-swap" in order:
        swapped = _swapped(pieces)
        if swapped is None:
            return None
        pieces = swapped
    if "partitive" in order:
        pieces = _partitives_out(pieces)
    if "modal-first" in order:
        pieces = _actor_first(pieces)
    if "quality-after" in order:
        moved = _qualities_first(pieces)
        if moved is None:
            return None
        pieces = moved
    for name, rule in (("arabic", arabic), ("han", han)):
        if name in order:
            found = rule(pieces)
            if found is None:
                return None
            pieces = found
    return _joined(pieces, order)


def _partitives_out(pieces: list[Piece]) -> list[Piece]:
    """Leave "of the" away where no noun stands before it: "provide some services"."""
    made: list[Piece] = []
    for piece in pieces:
        last = made[-1] if made else None
        owned = last is not None and not last.after and last.kind in (*NOMINAL, "qualities", "place", *VALUES)
        if piece.kind == "links" and piece.english in ("of", "of the") and not owned and not piece.after:
            continue
        made.append(piece)
    return made


def _nominal(piece: Piece) -> bool:
    return piece.kind in NOMINAL


def _qualities_first(pieces: list[Piece]) -> list[Piece] | None:
    """Put each quality before the noun that it follows; signs stay where they stood.

    None where it may belong to several nouns: "banks, companies foreign" may mean both.
    """
    made: list[Piece] = []
    for piece in pieces:
        noun = made[-1] if made else None
        moves = noun is not None and _nominal(noun) and not noun.after and not piece.before
        if noun is None or not moves or piece.kind != "qualities" or not piece.english:
            made.append(piece)
            continue
        first = len(made) - 1
        while first > 0 and made[first - 1].kind == "qualities" and made[first - 1].span > noun.span:
            first -= 1
        if _shared(made, first):
            return None
        head = made[first]
        words = _ARTICLE.match(head.english)
        article = words.group() if words else ""
        made[first] = replace(head, english=head.english[len(article) :], before="")
        made[-1] = replace(made[-1], after=piece.after)
        article = "" if _ARTICLE.match(piece.english) else article
        made.insert(first, replace(piece, english=article + piece.english, before=head.before, after=""))
    return made


def _shared(made: list[Piece], first: int) -> bool:
    """Return whether the noun phrase that begins at `first` is the last of several."""
    before = first - 1
    while before >= 0 and not made[before].after and made[before].english.casefold() in _DETERMINERS:
        before -= 1
    if before >= 0 and made[before].english.casefold() in _ALIKE:
        before -= 1
        return before >= 0 and made[before].kind in (*NOMINAL, "qualities")
    return before >= 0 and made[before].after == "," and made[before].kind in (*NOMINAL, "qualities")


def _actor_first(pieces: list[Piece]) -> list[Piece]:
    """Put a modal that opens a clause behind the actor that follows it, with the qualities of that actor."""
    made: list[Piece] = []
    at = 0
    while at < len(pieces):
        piece = pieces[at]
        opens = not made or made[-1].after or made[-1].kind in ("connectives", "conditions")
        end = at + 1
        while (
            end < len(pieces)
            and not pieces[end - 1].after
            and not pieces[end].english
            and pieces[end].kind == "links"
        ):
            end += 1
        begin = end
        if (
            piece.kind == "modals"
            and opens
            and not piece.after
            and end < len(pieces)
            and pieces[end].kind in ("actors", "authorities")
        ):
            end += 1
            while end < len(pieces) and pieces[end].kind == "qualities" and not pieces[end - 1].after:
                end += 1
            if not pieces[end - 1].after:
                made += [*pieces[begin:end], piece]
                at = end
                continue
        made.append(piece)
        at += 1
    return made


def _swapped(pieces: list[Piece]) -> list[Piece] | None:
    """Write "A 的 B" as B of A where both are nouns; None where 的 joins anything else."""
    made = list(pieces)
    while True:
        at = next((i for i, piece in enumerate(made) if piece.words == "的" and piece.kind == "links"), -1)
        if at < 0:
            return made
        first = at - 1
        while first > 0 and made[first - 1].kind == "qualities" and not made[first - 1].after:
            first -= 1
        last = at + 1
        while last < len(made) and made[last].kind == "qualities" and not made[last].after:
            last += 1
        if (
            at == 0
            or last >= len(made)
            or not _nominal(made[at - 1])
            or not _nominal(made[last])
            or made[at - 1].after
        ):
            return None
        owner, head, sign = made[first:at], made[at + 1 : last + 1], made[last].after
        head[-1] = replace(head[-1], after="")
        link = replace(made[at], english="of", words="的 ", after="")
        owner[-1] = replace(owner[-1], after=sign)
        made[first : last + 1] = [*head, link, *owner]


def _awaits(pieces: list[Piece], index: int, order: tuple[str, ...]) -> bool:
    """Return whether a piece lacks what must follow it: an act after "must" or "not", a noun after "that"."""
    piece, rest = pieces[index], pieces[index + 1 : index + 3]
    last = piece.english.casefold().rpartition(" ")[2]
    if piece.after or not rest:
        return last in ("must", "may", "not", "that") and not piece.after.startswith((":", ","))
    if piece.kind == "number" and _nominal(rest[0]) and rest[0].english.startswith("the "):
        return True
    follows = _verb_follows(rest) if "bare-acts" in order else not _nominal(rest[0])
    return last in ("must", "may", "not") and not follows


def _verb_follows(rest: list[Piece]) -> bool:
    """Return whether an act comes next, at most after one word of how or when."""
    if rest[0].kind == "acts" or FINITE.match(rest[0].english):
        return True
    between = rest[0].kind in ("links", "connectives", "conditions") and not rest[0].after
    return between and len(rest) > 1 and rest[1].kind == "acts"


def _relative_without_verb(pieces: list[Piece], index: int) -> bool:
    """Return whether "that" opens a clause in which no act follows its noun."""
    if pieces[index].english != "that":
        return False
    for piece in pieces[index + 1 :]:
        if piece.kind == "acts" or FINITE.match(piece.english):
            return False
        if (
            piece.after
            or piece.kind == "modals"
            or not (_nominal(piece) or piece.kind in ("qualities", "links", *VALUES))
        ):
            break
    return True


def _joined(pieces: list[Piece], order: tuple[str, ...]) -> list[Piece] | None:
    """Join what stands side by side; None where it is unsure which belongs to which."""
    made: list[Piece] = []
    for index, piece in enumerate(pieces):
        last = made[-1] if made and not made[-1].after and not piece.before else None
        after = pieces[index + 1] if index + 1 < len(pieces) and not piece.after else None
        if _awaits(pieces, index, order) or _relative_without_verb(pieces, index):
            return None
        cites = last is not None and last.kind == "place" and piece.kind in ("place", "things")
        beside = last is not None and _nominal(last) and not last.english.endswith(" of")
        if cites or ("noun-of" in order and beside and _noun_begins(piece, after)):
            piece = replace(piece, english="of " + piece.english)
        elif last is not None and last.english == "report" and piece.kind in ("authorities", "actors"):
            # Who stands after it is told, not denounced.
            piece = replace(piece, english="to " + piece.english)
        made.append(piece)
    return serial(made) if "bare-acts" in order else made


def _noun_begins(piece: Piece, after: Piece | None) -> bool:
    return _nominal(piece) or (piece.kind == "qualities" and after is not None and _nominal(after))


def _polished(pieces: list[Piece]) -> list[Told]:
    """Add signs, take doubled articles out, begin with a capital."""
    made: list[Told] = []
    for piece in pieces:
        english = piece.english.removesuffix(GERUND).rstrip()
        if not english and not (piece.before or piece.after):
            continue
        if made and re.search(r"\b(?:the|a|an|any|each|every|this|these|such)$", made[-1].english):
            bare = english if piece.kind == "place" else _ARTICLE.sub("", english)
            if piece.kind == "place":
                made[-1] = replace(made[-1], english=re.sub(r"\s*\b(?:the|a|an)$", "", made[-1].english))
            english = bare
        if made and piece.kind in ("date", "place"):
            preposition = re.sub(r"^(the|at)$", "on" if piece.kind == "date" else "in", made[-1].english)
            made[-1] = replace(made[-1], english=preposition)
        if not english and made:
            made[-1] = replace(made[-1], english=made[-1].english + piece.after)
            continue
        made.append(Told(piece, f"{piece.before}{english}{piece.after}"))
    kept = [told for told in made if told.english]
    if kept:
        first = kept[0]
        kept[0] = replace(first, english=_capital(first.english))
    return kept


def _capital(words: str) -> str:
    at = next((index for index, sign in enumerate(words) if sign.isalnum()), 0)
    return words[:at] + words[at : at + 1].upper() + words[at + 1 :]
