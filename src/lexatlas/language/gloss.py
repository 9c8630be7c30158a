"""Reads a text of any language into English pieces, by the rows of its gloss and our readers, in its own order."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from lexatlas.core.evidence import Span
from lexatlas.language.gloss_readings import readings
from lexatlas.language.gloss_rows import Rows, Token, rows_of, tokens_of

ReadBy = Literal["gloss", "reading"]
_PRICE = 3


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
    """A way to go on from a token: to `end`, by `pieces`; none where the token is left uncovered.

    `price` is what it counts as in pieces: what is read with its comparator gives way to a row for that.
    """

    end: int
    pieces: tuple[Piece, ...]
    missed: int = 0
    price: int = 1


@lru_cache(maxsize=4096)
def gloss(text: str, language: str) -> Gloss:
    """Return `text` (normalised) in English pieces; nothing but uncovered words without a gloss of the language.

    Of all ways to cut the text into phrases the one that leaves the fewest words uncovered is taken, then the
    one with the fewest pieces, then the one whose first phrase is the longest.
    """
    rows = rows_of(language)
    tokens = tokens_of(text, rows.language)
    if not rows.rows:
        words = tuple(Span(token.start, token.end) for token in tokens if not token.sign)
        return Gloss(uncovered=words)
    return _cut(text, tokens, rows)


def _cut(text: str, tokens: tuple[Token, ...], rows: Rows) -> Gloss:
    read = _read_steps(text, tokens, rows)
    best: list[tuple[int, int]] = [(0, 0)] * (len(tokens) + 1)
    taken: list[_Step] = [_Step(0, ())] * len(tokens)
    for at in range(len(tokens) - 1, -1, -1):
        steps = [*read.get(at, ()), *_row_steps(text, tokens, at, rows), _alone(tokens, at)]
        taken[at] = min(steps, key=lambda step: (*_cost(step, best), -step.end))
        best[at] = _cost(taken[at], best)
    return _followed(text, tokens, taken, rows.order)


def _cost(step: _Step, best: list[tuple[int, int]]) -> tuple[int, int]:
    missed, pieces = best[step.end]
    return missed + step.missed, pieces + step.price


def _alone(tokens: tuple[Token, ...], at: int) -> _Step:
    return _Step(at + 1, (), *((0, 0) if tokens[at].sign else (1, 1)))


def _read_steps(text: str, tokens: tuple[Token, ...], rows: Rows) -> dict[int, list[_Step]]:
    starts = {token.start: index for index, token in enumerate(tokens)}
    ends = {token.end: index + 1 for index, token in enumerate(tokens)}
    found: dict[int, list[_Step]] = {}
    for read in readings(text, rows.language):
        if read.start in starts and read.end in ends:
            piece = Piece(
                Span(read.start, read.end), text[read.start : read.end], read.english, read.row,
                f"{rows.language}/{read.row}", "reading",
            )  # fmt: skip
            found.setdefault(starts[read.start], []).append(
                _Step(ends[read.end], (piece,), 0, _PRICE if read.compared else 1)
            )
    return found


def _row_steps(text: str, tokens: tuple[Token, ...], at: int, rows: Rows) -> Iterator[_Step]:
    for letters, first in tokens[at].readings:
        leads = _leads(text, tokens[at], letters, rows)
        if leads is None:
            continue
        key: tuple[str, ...] = ()
        for end in range(at, min(len(tokens), at + rows.longest)):
            key = (*key, first if end == at else tokens[end].readings[0][1])
            row = rows.rows.get(key)
            if row is not None:
                start = tokens[at].start + sum(len(lead.words) for lead in leads)
                span = Span(start, tokens[end].end)
                piece = Piece(
                    span, text[slice(*span)], row.english, row.kind, f"{rows.language}/{row.kind}", "gloss"
                )
                yield _Step(end + 1, (*leads, piece), 0, 1 + len(leads))


def _leads(text: str, token: Token, letters: tuple[str, ...], rows: Rows) -> tuple[Piece, ...] | None:
    """Return the pieces of the letters in front of a word; None when one of them has no row."""
    pieces = []
    start = token.start
    for letter in letters:
        row = rows.rows.get((letter,))
        if row is None:
            return None
        span = Span(start, start + len(letter))
        pieces.append(
            Piece(span, text[slice(*span)], row.english, row.kind, f"{rows.language}/{row.kind}", "gloss")
        )
        start = span.end
    return tuple(pieces)


_ENGLISH = str.maketrans("،؛؟，。；：、（）《》「」«»", ",;?,.;:,()“”“”“”")


def _followed(text: str, tokens: tuple[Token, ...], taken: list[_Step], order: tuple[str, ...]) -> Gloss:
    pieces: list[Piece] = []
    uncovered: list[Span] = []
    opened, at = "", 0
    while at < len(tokens):
        step = taken[at]
        token = tokens[at]
        if step.pieces:
            first = step.pieces[0]
            pieces += [_with(first, before=opened), *step.pieces[1:]]
            opened = ""
        elif token.sign:
            sign = text[token.start : token.end].translate(_ENGLISH)
            opens = sign in "([“" or (sign == '"' and text[token.end : token.end + 1].strip())
            if opens:
                opened += sign
            elif pieces and not (uncovered and uncovered[-1].end > pieces[-1].span.end):
                pieces[-1] = _with(pieces[-1], after=pieces[-1].after + sign)
        else:
            uncovered.append(Span(token.start, token.end))
        at = step.end
    return Gloss(tuple(pieces), tuple(uncovered), order)


def _with(piece: Piece, *, before: str | None = None, after: str | None = None) -> Piece:
    return Piece(
        piece.span, piece.words, piece.english, piece.kind, piece.row, piece.read_by,
        piece.before if before is None else before, piece.after if after is None else after,
    )  # fmt: skip
