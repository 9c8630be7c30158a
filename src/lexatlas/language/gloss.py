"""Reads a text of any language into English pieces, by the rows of its gloss and our readers, in its own order."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Literal

from lexatlas.core.evidence import Span
from lexatlas.language.gloss_borders import one_word
from lexatlas.language.gloss_readings import readings
from lexatlas.language.gloss_rows import ALONE, NOMINAL, SIGNS, Rows, Token, parts_of, rows_of, tokens_of

ReadBy = Literal["gloss", "reading"]
_PRICE = 3
"""What a reading with its comparator counts as: more than a row for the comparator and the bare reading."""


@dataclass(frozen=True, slots=True)
class Piece:
    """Words at `span` with their English; `kind` is the table of the row, or the reader ("money", "place").

    `english` is "" for a word that English has none for. `row` is "vi/things"; `before` and `after` are the
    signs that stand around the words.
    """

    span: Span
    words: str
    english: str
    kind: str
    row: str
    read_by: ReadBy
    before: str = ""
    after: str = ""


@dataclass(frozen=True)
class Gloss:
    """The pieces of a text in its own order, and the words that no row and no reader covers."""

    pieces: tuple[Piece, ...] = ()
    uncovered: tuple[Span, ...] = ()
    order: tuple[str, ...] = ()

    @property
    def complete(self) -> bool:
        """Whether every word of the text is covered, and there is one."""
        return bool(self.pieces) and not self.uncovered


@dataclass(frozen=True, slots=True)
class _Step:
    """A way to go on from a place in the text to `end`, by one piece; none for a sign or an uncovered word.

    `price` is what it counts as in pieces: what is read with its comparator gives way to a row for that.
    `loose` counts articles that the row leaves away.
    """

    end: int
    piece: Piece | None = None
    missed: int = 0
    price: int = 1
    loose: int = 0


_Cost = tuple[int, int, int, int]


@lru_cache(maxsize=4096)
def gloss(text: str, language: str) -> Gloss:
    """Return `text` (normalised) in English pieces; nothing but uncovered words without a gloss of the language.

    Of all ways to cut the text into phrases the one that leaves the fewest words uncovered is taken, then the
    one with the fewest pieces, then the one with the longest phrase.
    """
    rows = rows_of(language)
    tokens = tokens_of(text, rows.language)
    if not rows.rows:
        words = tuple(Span(token.start, token.end) for token in tokens if not token.sign)
        return Gloss(uncovered=words)
    return _followed(text, tokens, _cut(text, tokens, rows), rows.order)


def _cut(text: str, tokens: tuple[Token, ...], rows: Rows) -> dict[int, _Step]:
    """Return the step to take from each place, the best way to the end."""
    forms: dict[int, list[Token]] = {}
    for token in tokens:
        for form in (token, *parts_of(token, text, rows.language)):
            forms.setdefault(form.start, []).append(form)
    follows = _follows(text, tokens)
    read = _read_steps(text, rows)
    best: dict[int, _Cost] = {len(text): (0, 0, 0, 0)}
    taken: dict[int, _Step] = {}
    for at in sorted(forms, reverse=True):
        steps = [*read.get(at, ()), *_row_steps(text, at, forms, follows, rows)]
        steps += [_alone(form) for form in forms[at] if not form.inner and form.end in follows]
        reached = [step for step in steps if follows.get(step.end, step.end) in best]
        if reached:
            taken[at] = min(reached, key=lambda step: _cost(step, best, follows, at))
            best[at] = _cost(taken[at], best, follows, at)
    return taken


def _follows(text: str, tokens: tuple[Token, ...]) -> dict[int, int]:
    """Return for the end of each word where the next one begins."""
    ends = [token.end for token in tokens]
    if not tokens:
        return {}
    return dict(zip(ends, [*(token.start for token in tokens[1:]), len(text)], strict=True))


def _cost(step: _Step, best: dict[int, _Cost], follows: dict[int, int], at: int) -> _Cost:
    """Return what a way costs: uncovered words, pieces, articles left away; then long phrases go before even ones."""
    missed, pieces, loose, length = best[follows.get(step.end, step.end)]
    return missed + step.missed, pieces + step.price, loose + step.loose, length - (step.end - at) ** 2


def _alone(token: Token) -> _Step:
    return _Step(token.end, None, *((0, 0) if token.sign else (1, 1)))


def _read_steps(text: str, rows: Rows) -> dict[int, list[_Step]]:
    found: dict[int, list[_Step]] = {}
    for read in readings(text, rows.language):
        words = text[read.start : read.end]
        row = f"{rows.language}/{read.row}"
        piece = Piece(Span(read.start, read.end), words, read.english, read.row, row, "reading")
        found.setdefault(read.start, []).append(_Step(read.end, piece, 0, _PRICE if read.compared else 1))
    return found


def _row_steps(
    text: str, at: int, forms: dict[int, list[Token]], follows: dict[int, int], rows: Rows
) -> Iterator[_Step]:
    """Yield a step for each phrase that begins at a place."""
    ways: list[tuple[tuple[str, ...], int, int]] = [((), at, 0)]
    while ways:
        key, place, loose = ways.pop()
        for form in forms.get(place, ()):
            longer = (*key, form.form)
            if longer not in rows.begun:
                continue
            ways.append((longer, follows.get(form.end, form.end), loose + form.loose))
            row = rows.rows.get(longer)
            if row is not None and one_word(text[at : form.end], row.phrase, rows.language):
                span = Span(at, form.end)
                name = f"{rows.language}/{row.kind}"
                piece = Piece(span, text[slice(*span)], row.english, row.kind, name, "gloss")
                yield _Step(form.end, piece, loose=loose + form.loose)


_OPENING = "([（“《「«"
_ENGLISH = str.maketrans("،؛؟，。；：、（）《》「」«»", ",;?,.;:,()“”“”“”")


def _followed(text: str, tokens: tuple[Token, ...], taken: dict[int, _Step], order: tuple[str, ...]) -> Gloss:
    pieces: list[Piece] = []
    uncovered: list[Span] = []
    follows = _follows(text, tokens)
    at, opened = tokens[0].start if tokens else len(text), ""
    while at < len(text):
        step = taken[at]
        words = text[at : step.end]
        if step.piece:
            pieces.append(replace(step.piece, before=opened))
            opened = ""
        elif words not in SIGNS:
            uncovered.append(Span(at, step.end))
        elif words in _OPENING or (words == '"' and text[step.end : step.end + 1].strip()):
            opened += words.translate(_ENGLISH)
        elif pieces and not (uncovered and uncovered[-1].end > pieces[-1].span.end):
            pieces[-1] = replace(pieces[-1], after=pieces[-1].after + words.translate(_ENGLISH))
        at = follows.get(step.end, step.end)
    return Gloss(tuple(_none_said_once(pieces, uncovered)), tuple(uncovered), order)


NONE = {"no": "no", "no one": "no", "nobody": "nobody"}
"""What a subject that says none is, by itself and before its modal."""
_NOT = {"may not": "may", "must not": "may"}


def _none_said_once(pieces: list[Piece], uncovered: list[Span]) -> list[Piece]:
    """Say "no … may" for a subject that says none before a modal that says not, as French has it: "aucun … ne peut".

    A "no" whose modal is not in its clause stays a word by itself, of no sentence.
    """
    made = list(pieces)
    for index, piece in enumerate(made):
        if piece.kind != "modals" or piece.english not in NONE:
            continue
        at = _modal_of(made, index)
        torn = at is None or any(piece.span.end <= gap.start < made[at].span.start for gap in uncovered)
        if at is None or torn or "pas" in made[at].words.casefold().split():
            made[index] = replace(piece, kind=ALONE)
            continue
        made[index] = replace(piece, english=NONE[piece.english])
        made[at] = replace(made[at], english=_NOT[made[at].english])
    return made


def _modal_of(pieces: list[Piece], index: int) -> int | None:
    """Return the place of the modal of the subject that begins at `index`, no sign or verb between them."""
    for at in range(index, len(pieces)):
        if at > index and pieces[at].english in _NOT:
            return at if at > index + 1 or pieces[index].english == "nobody" else None
        between = at == index or pieces[at].kind in (*NOMINAL, "qualities", "links")
        if not between or pieces[at].after or pieces[at].english in ("that", "and", "or"):
            return None
    return None
