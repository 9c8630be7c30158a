"""The reading order of a page: columns one behind the other, what spans them between, tables by their rows."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

from lexatlas.sources.readers.marks import LINE_MARK
from lexatlas.sources.readers.pdf_glyphs import Piece
from lexatlas.sources.readers.pdf_rows import joined, rows

_DEEPEST = 3
_LEAST = 3
_PROSE = 22
_CROSSING = 0.4
_STEP = 1.45
_LARGER, _ROOM = 1.15, 2


@dataclass(slots=True)
class Line:
    """One line in reading order. `left_edge` and `right_edge` are those of its column, `flow` its number,
    `column` tells whether it stands beside another.

    `cells` holds the words of a table's row, whose lines are joined already; it is empty for running text.
    """

    piece: Piece
    flow: int
    left_edge: float
    right_edge: float
    column: bool = False
    page: int = 0
    cells: tuple[str, ...] = ()

    @property
    def text(self) -> str:
        """The words of the line."""
        return self.piece.text


def arrange(pieces: Sequence[Piece]) -> list[Line]:
    """Return the lines of a page in reading order."""
    found: list[Line] = []
    _region(joined(pieces), found, 0)
    return found


def _region(pieces: list[Piece], found: list[Line], depth: int) -> None:
    """Add the lines of one region: what stands above its columns, these in turn, what stands below."""
    gutter = _gutter(pieces) if depth < _DEEPEST and len(pieces) >= 2 * _LEAST else None
    if gutter is None:
        begun = len(found)
        _plain(pieces, found)
        for line in found[begun:]:
            line.column = depth > 0
        return
    high, low = _reach(pieces, gutter)
    above = [piece for piece in pieces if piece.bottom > high]
    below = [piece for piece in pieces if piece.bottom < low]
    _region(above, found, depth) if above else None
    _bands([piece for piece in pieces if low <= piece.bottom <= high], gutter.edge, found, depth)
    _region(below, found, depth) if below else None


def _reach(pieces: list[Piece], gutter: "_Gutter") -> tuple[float, float]:
    """How far up and down the columns go: the second one's lines, and those of the first that adjoin them."""
    high, low = gutter.high, gutter.low
    sided = sorted((p for p in pieces if _side(p, gutter.edge) < 0), key=lambda piece: -piece.bottom)
    for piece in reversed([p for p in sided if p.bottom > high]):
        if piece.bottom - high > _STEP * piece.size or piece.right < gutter.edge / 2:
            break
        high = piece.bottom
    for piece in [p for p in sided if p.bottom < low]:
        if low - piece.bottom > _STEP * piece.size:
            break
        low = piece.bottom
    return high, low


def _bands(pieces: list[Piece], edge: float, found: list[Line], depth: int) -> None:
    """Add columns, parted by the lines that span them."""
    band: list[Piece] = []
    whole: list[Piece] = []
    for row in rows(pieces):
        crossing = any(_side(piece, edge) == 0 for piece in row) or _parts_both(row, pieces, edge)
        band, whole = _turn(crossing, band, whole, edge, found, depth)
        (whole if crossing else band).extend(row)
    if band:
        _columns(band, edge, found, depth)
    else:
        _plain(whole, found)


def _parts_both(row: list[Piece], pieces: list[Piece], edge: float) -> bool:
    """Whether a short heading stands for both columns: larger than the text, and the other makes room for it."""
    head = row[0]
    usual = sorted(piece.size for piece in pieces)[len(pieces) // 2]
    if len(row) > 1 or head.size < _LARGER * usual:
        return False
    other = [piece for piece in pieces if _side(piece, edge) == -_side(head, edge)]
    above = min((piece.bottom for piece in other if piece.bottom > head.bottom), default=None)
    below = max((piece.top for piece in other if piece.bottom < head.bottom), default=None)
    return above is not None and below is not None and above - below > _ROOM * usual


def _turn(
    crossing: bool, band: list[Piece], whole: list[Piece], edge: float, found: list[Line], depth: int
) -> tuple[list[Piece], list[Piece]]:
    """Where lines that span the columns give way to columns, or the other way, write what ended."""
    if crossing and band:
        _columns(band, edge, found, depth)
        return [], whole
    if not crossing and whole:
        _plain(whole, found)
        return band, []
    return band, whole


def _columns(band: list[Piece], edge: float, found: list[Line], depth: int) -> None:
    left = [piece for piece in band if _side(piece, edge) < 0]
    right = [piece for piece in band if _side(piece, edge) > 0]
    if not left or not right or not (_is_prose(left) and _is_prose(right)):
        _plain(band, found)
        return
    _region(left, found, depth + 1)
    _region(right, found, depth + 1)


def _side(piece: Piece, edge: float) -> int:
    if piece.left >= edge - 2:
        return 1
    return -1 if piece.right <= edge else 0


class _Gutter(NamedTuple):
    """Where a second column begins, and how far up and down its lines go."""

    edge: float
    high: float
    low: float


def _gutter(pieces: list[Piece]) -> _Gutter | None:
    """The left edge of a second column: where several lines begin and nearly none passes through."""
    low, high = min(piece.left for piece in pieces), max(piece.right for piece in pieces)
    width = high - low
    starts: dict[int, list[Piece]] = {}
    for piece in pieces:
        if low + 0.2 * width < piece.left < low + 0.85 * width:
            starts.setdefault(round(piece.left), []).append(piece)
    best: tuple[int, _Gutter] | None = None
    for start in sorted(starts):
        begun = [piece for step in (-1, 0, 1) for piece in starts.get(start + step, [])]
        if len(begun) < _LEAST:
            continue
        gutter = _Gutter(start - 1.0, max(p.bottom for p in begun) + 2, min(p.bottom for p in begun) - 2)
        sides = [_side(p, gutter.edge) for p in pieces if gutter.low - 2 <= p.bottom <= gutter.high + 2]
        crossing = sides.count(0)
        if min(sides.count(1), sides.count(-1)) < _LEAST or crossing > _CROSSING * len(sides):
            continue
        if best is None or crossing < best[0]:
            best = crossing, gutter
    return best[1] if best else None


def _is_prose(pieces: list[Piece]) -> bool:
    """Whether lines are those of a column of text: long enough, and most of them as wide as the column."""
    width = max(piece.right for piece in pieces) - min(piece.left for piece in pieces)
    wide = sum(piece.right - piece.left > 0.6 * width for piece in pieces)
    words = sum(len(piece.text) for piece in pieces) / len(pieces)
    needed = _PROSE if not any("\u2e80" <= sign <= "\u9fff" for sign in pieces[0].text) else _PROSE / 2
    return words >= needed and 2 * wide >= len(pieces)


def _plain(pieces: list[Piece], found: list[Line]) -> None:
    """Add lines from top to bottom; rows whose pieces stand apart, two or more together, are a table."""
    if not pieces:
        return
    flow = found[-1].flow + 1 if found else 0
    edges = min(piece.left for piece in pieces), max(piece.right for piece in pieces)
    table: list[list[Piece]] = []
    for row in [*rows(pieces), []]:
        row = _marked(row)
        if len(row) > 1 or (row and table and _within(row[0], table)):
            table.append(row)
            continue
        found.extend(_table(table, flow, edges))
        table = []
        found.extend(Line(piece, flow, *edges) for piece in row)


def _marked(row: list[Piece]) -> list[Piece]:
    """A row whose first piece is but a mark is an item of a list, set with a tab."""
    if len(row) == 2 and LINE_MARK.fullmatch(row[0].text):
        return joined(row, close=False)
    return row


def _within(piece: Piece, table: list[list[Piece]]) -> bool:
    """Whether a lone piece goes on in one cell of the row above it."""
    above = table[-1] if len(table[-1]) > 1 else table[0]
    under = [cell for cell in above if piece.left < cell.right and cell.left < piece.right]
    lowest = min(cell.bottom for row in table for cell in row)
    close = lowest - piece.top < 0.4 * piece.size
    return close and len(under) == 1 and abs(under[0].left - piece.left) < piece.size / 2


def _table(table: list[list[Piece]], flow: int, edges: tuple[float, float]) -> list[Line]:
    wide = [row for row in table if len(row) > 1]
    if not wide:
        return []
    if len(wide) == 1 and not _numbers_meet(wide[0]):
        return [Line(piece, flow, *edges) for row in table for piece in joined(row, close=False)]
    columns = _intervals([piece for row in table for piece in row])
    if len(columns) < 2 or _is_justified(wide, edges[1]):
        return [Line(piece, flow, *edges) for row in table for piece in joined(row, close=False)]
    done: list[tuple[Piece, list[str]]] = []
    for row in table:
        cells = ["" for _ in columns]
        for piece in row:
            at = next(i for i, (low, high) in enumerate(columns) if low <= piece.left <= high)
            cells[at] = f"{cells[at]} {piece.text}".strip()
        if done and sum(map(bool, cells)) == 1 and len(row) == 1:
            held = done[-1][1]
            done[-1] = done[-1][0], [f"{one} {two}".strip() for one, two in zip(held, cells, strict=True)]
        else:
            done.append((row[0], cells))
    return [Line(piece, flow, *edges, cells=tuple(cells)) for piece, cells in done]


def _is_justified(table: list[list[Piece]], edge: float) -> bool:
    """Whether rows are lines of text that were stretched to a width: all end with words at one edge."""
    return all(row[-1].right > edge - row[-1].size / 2 and not row[-1].text[-1].isdigit() for row in table)


def _numbers_meet(row: list[Piece]) -> bool:
    """Whether joining a row by spaces would make one number of two."""
    return any(a.text[-1:].isdigit() and b.text[:1].isdigit() for a, b in pairwise(row))


def _intervals(pieces: list[Piece]) -> list[tuple[float, float]]:
    """The columns of a table: stretches of the line that some piece covers, parted by what none does."""
    merged: list[tuple[float, float]] = []
    for piece in sorted(pieces, key=lambda piece: piece.left):
        if merged and piece.left < merged[-1][1] + 2:
            merged[-1] = merged[-1][0], max(merged[-1][1], piece.right)
        else:
            merged.append((piece.left, piece.right))
    return merged
