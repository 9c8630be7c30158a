"""Pairs an English sentence with a unit of another language, piece by piece, by rows and readers alone."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from lexatlas.checks.tokens import plain, tokens
from lexatlas.checks.unittext import UnitText
from lexatlas.core.claims import Claim, Slot
from lexatlas.core.templates import READER_LANGUAGE, foreign
from lexatlas.language.calendar import dates_in
from lexatlas.language.gloss import gloss
from lexatlas.language.gloss_chain import chain
from lexatlas.language.gloss_order import whole_sentence
from lexatlas.language.gloss_terms import terms_named
from lexatlas.language.numerals import numbers
from lexatlas.language.quantities import periods

_Said = tuple[str, str, str, str]


@dataclass(frozen=True)
class PiecesPaired:
    """`extra` are words of the claim that the unit's words do not give, `left_out` words of the unit not told."""

    extra: tuple[str, ...] = ()
    left_out: tuple[str, ...] = ()


def pair_pieces(claim: Claim, unit: UnitText) -> PiecesPaired:
    """Pair the slots with the pieces that the unit's words give, in the order that the gloss allows and no other.

    The pieces are worked out anew from the quoted words: longest row first, nothing uncovered, each number read.
    """
    wanted = _pieces(unit)
    said = [_said(slot) for slot in claim.slots]
    if wanted and said == wanted:
        return _counted(claim, unit)
    left = _words(unit, wanted, said)
    extra = [slot.value for slot, one in zip(claim.slots, said, strict=True) if one not in wanted]
    return PiecesPaired(tuple(extra) or (() if left else tuple(slot.value for slot in claim.slots)), left)


def _said(slot: Slot) -> _Said:
    return (
        (slot.value, plain(slot.words), slot.read_by, slot.row) if slot.name == "piece" else ("", "", "", "")
    )


def _pieces(unit: UnitText) -> list[_Said]:
    if not foreign(unit.language):
        return []
    told = whole_sentence(plain(unit.text), unit.language)
    return [(each.english, plain(each.piece.words), each.piece.read_by, each.piece.row) for each in told]


def _words(unit: UnitText, wanted: Sequence[_Said], said: Sequence[_Said]) -> tuple[str, ...]:
    """Return the words of the unit that no slot tells; those that no row covers where there is no sentence."""
    if not wanted:
        text = plain(unit.text)
        return tuple(text[slice(*span)] for span in gloss(text, unit.language).uncovered)
    spare = Counter(said)
    missing = []
    for piece in wanted:
        if spare[piece]:
            spare[piece] -= 1
        else:
            missing += [token.text for token in tokens(piece[1])]
    return tuple(missing)


def _counted(claim: Claim, unit: UnitText) -> PiecesPaired:
    """Look a second time, at the whole: every number of the sentence is one of the unit."""
    theirs = _numbers(plain(unit.text), unit.language)
    ours = _numbers(plain(claim.sentence), READER_LANGUAGE)
    odd = [number for number in ours if number not in theirs]
    return PiecesPaired(extra=tuple(format(number, "f") for number in odd))


def _numbers(text: str, language: str) -> list[Decimal]:
    """Return the numbers of a text, with the day, month and year of each date.

    Of our own sentence those in digits; of the law those in words too, and those that a form holds ("two months").
    """
    dates = [Decimal(part) for read in dates_in(text, language) for part in str(read.date).split("-")]
    if language == READER_LANGUAGE:
        return [*dates, *(read.value for read in numbers(text, language) if read.digits)]
    lengths = [read.value.n for read in periods(text, language)]
    return [*dates, *lengths, *(read.value for read in numbers(text, language))]


def term_place(slot: Slot, claim: Claim, unit: UnitText) -> tuple[int, ...] | None:
    """Return () when the terms of a pointer are among those that the unit names, in its order; else None."""
    if claim.form != "deals-with":
        return None
    named = [
        (term.english, plain(term.words), term.read_by, term.row)
        for term in terms_named(plain(unit.text), unit.language)
    ]
    told = [(one.value, plain(one.words), one.read_by, one.row) for one in claim.slots if one.name == "term"]
    mine = (slot.value, plain(slot.words), slot.read_by, slot.row)
    places = [named.index(term) for term in told if term in named]
    return () if mine in named and places == sorted(set(places)) else None


def chain_place(claim: Claim, unit: UnitText) -> tuple[int, ...] | None:
    """Return () when the links of a pointer are all those that the unit's words give, in their order; else None."""
    if claim.form != "deals-with" or not foreign(unit.language):
        return None
    made = [
        (one.english, plain(one.words), one.read_by, one.row)
        for one in chain(plain(unit.text), unit.language)
    ]
    told = [(one.value, plain(one.words), one.read_by, one.row) for one in claim.slots if one.name == "link"]
    return () if made and told == made else None
