"""The terms and values that a text names, in English, where the text as a whole cannot be put into English."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache, lru_cache

from lexatlas.language.critical import critical
from lexatlas.language.cues import CueMatcher, phrases_regex, table_matcher
from lexatlas.language.gloss import Gloss, Piece, ReadBy, gloss
from lexatlas.language.gloss_borders import torn
from lexatlas.language.gloss_order import VALUES, in_order
from lexatlas.language.gloss_rows import NOMINAL, rows_of
from lexatlas.language.lexicon import lexicon

_NAMES = (*NOMINAL, "qualities", "place", *VALUES)
_BARE = ("number", "name", "place")
"""Kinds that say nothing by themselves."""
_BANS = ("prohibited", "exempt", "negative_subject")
_HYPHENS = ("-", "\u2010", "\u2011")


@dataclass(frozen=True, slots=True)
class Term:
    """A term or value named at words of the text: its English, those words, and what it was read by."""

    english: str
    words: str
    read_by: ReadBy
    row: str


@lru_cache(maxsize=4096)
def terms_named(text: str, language: str) -> tuple[Term, ...]:
    """Return what `text` names, in its order, each once; () where no row of a gloss covers any of it.

    It says that these words stand there, and nothing of what the rule does with them: verbs, modals and
    conditions are left away, what counts ("at least") stays with its amount. Of a text that negates or excepts
    something nothing is named: which of its terms are so turned, a list of them cannot say. Where a gloss lists
    nouns alone, a ban and a freedom turn a text as well, and so do the words that it names for that.
    """
    read = gloss(text, language)
    if _negates(text, read, language) or _turned(text, language):
        return ()
    parts = torn(text, [(*piece.span, piece.kind) for piece in read.pieces], language)
    pieces = tuple(
        piece for piece in read.pieces if piece.span.start not in parts and not _half(text, piece, read.order)
    )
    named = (term for run in _runs(pieces, read.order) for term in _terms(text, run, read.order))
    return tuple({term.english.casefold(): term for term in named}.values())


def _turned(text: str, language: str) -> bool:
    """Return whether a text bans or frees, or holds a word that turns it, in a language whose verbs no row has."""
    rows = rows_of(language)
    if "sentences" in rows.tells:
        return False
    code = language.split("-")[0]
    bans = any(hit.family in _BANS for hit in table_matcher(code, "modals").find(text))
    return bans or bool(rows.turns and phrases_regex(rows.turns, code).search(text))


def _half(text: str, piece: Piece, order: tuple[str, ...]) -> bool:
    """Return whether a noun that must stand by itself is the half of a word with a hyphen: "Kunden- und …"."""
    start, end = piece.span
    beside = text[end : end + 1] in _HYPHENS or text[max(0, start - 1) : start] in _HYPHENS
    return "each-apart" in order and piece.kind in NOMINAL and beside


def _negates(text: str, read: Gloss, language: str) -> bool:
    """Return whether a text negates or excepts something.

    A negation that is a part of "must" ("なければならない") or of a value that is read ("not less than 5 days")
    turns nothing.
    """
    turning = [hit for hit in critical(text, language) if hit.kind in ("negation", "exception")]
    if not turning:
        return False
    whole = [(hit.start, hit.end) for hit in _musts(language).find(text)]
    whole += [piece.span for piece in read.pieces if piece.read_by == "reading" and piece.kind in VALUES]
    return any(
        hit.kind == "exception" or not any(start <= hit.start and hit.end <= end for start, end in whole)
        for hit in turning
    )


@cache
def _musts(language: str) -> CueMatcher:
    return CueMatcher({"required": lexicon(language).words("modals", "required")}, language.split("-")[0])


def _runs(pieces: tuple[Piece, ...], order: tuple[str, ...]) -> Iterator[list[Piece]]:
    """Yield what stands side by side without a sign or another word between; "each-apart" joins nothing."""
    run: list[Piece] = []
    for piece in pieces:
        if run and (
            "each-apart" in order
            or run[-1].after
            or piece.before
            or piece.span.start > run[-1].span.end + 1
            or not _goes_on(run, piece)
        ):
            yield run
            run = []
        if run or piece.kind in _NAMES or _counts(piece):
            run.append(replace(piece, before="", after=piece.after))
    if run:
        yield run


def _goes_on(run: list[Piece], piece: Piece) -> bool:
    if piece.kind == "links":
        return piece.english in ("of", "")
    if _counts(piece):
        return False
    if run[-1].kind in ("actors", "authorities") and piece.kind in NOMINAL:
        # Whoever stands beside a thing does something with it: that is no name of either.
        return False
    return piece.kind in _NAMES and (not _counts(run[-1]) or piece.kind in VALUES)


def _counts(piece: Piece) -> bool:
    """Return whether a piece is the comparator of the value after it."""
    known = [cue for cues in lexicon("en").families("comparators").values() for cue in cues]
    return piece.kind not in _NAMES and piece.english in known


def _terms(text: str, run: list[Piece], order: tuple[str, ...]) -> Iterator[Term]:
    while run and run[-1].kind == "links":
        run.pop()
    if not any(piece.kind in (*NOMINAL, *VALUES) and piece.kind not in _BARE for piece in run):
        return
    told = in_order([replace(piece, after="") for piece in run], order, "gerund")
    if not told and len(run) > 1:
        # Which belongs to which is unsure: each noun and value is named by itself.
        for piece in run:
            yield from _terms(text, [piece], order) if piece.kind in (*NOMINAL, *VALUES) else ()
        return
    english = " ".join(" ".join(told).split())
    if english:
        words = text[run[0].span.start : run[-1].span.end]
        readings = {piece.read_by for piece in run}
        row = ", ".join(dict.fromkeys(piece.row for piece in run))
        yield Term(english, words, "reading" if readings == {"reading"} else "gloss", row)
