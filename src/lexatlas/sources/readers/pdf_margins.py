"""What stands at the top or foot of page after page: running titles and page numbers, no words of the text."""

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from lexatlas.sources.readers.pdf_glyphs import Piece
from lexatlas.sources.readers.pdf_rows import rows
from lexatlas.sources.readers.words import words

_ROWS = 3
_SEVERAL = 3
_GAP = 1.4
_NUMBER = re.compile(r"\d+")
_ROMAN = re.compile(r"[ivxlc]{1,7}|[IVXLC]{1,7}")
_APART = 6.0


@dataclass(frozen=True, slots=True)
class _Row:
    page: int
    height: float
    numbers: tuple[int, ...]
    pieces: tuple[Piece, ...]
    tight: bool


def without_margins(pages: Sequence[list[Piece]]) -> tuple[list[list[Piece]], int]:
    """Return the pieces of each page without running titles and numbers, and how many lines were left out.

    A line is one when it stands at the same height of several pages, among the first or last three, in the
    same words but for numbers that count the pages. A file of one page keeps all.
    """
    least = 2 if len(pages) <= 4 else 3
    candidates = _candidates(pages)
    found: list[_Row] = []
    for same in candidates.values():
        # What no gap parts from the text must come back on most pages.
        tight = any(row.tight for row in same)
        found += _repeated(same, max(3, len(pages) // 2) if tight else least)
    found += _numbered([row for same in candidates.values() for row in same], found)
    gone = {id(piece) for row in found for piece in row.pieces}
    kept = [[piece for piece in page if id(piece) not in gone] for page in pages]
    return [rest or page for rest, page in zip(kept, pages, strict=True)], len(found)


def _numbered(every: list[_Row], found: list[_Row]) -> list[_Row]:
    """Rows that stand where those found do and hold the number of their page: titles of short chapters."""
    steps = Counter(row.numbers[-1] - row.page for row in found if row.numbers).most_common(1)
    if not steps or steps[0][1] < _SEVERAL:
        return []
    heights = Counter(round(row.height) for row in found)
    level = {height + step for height, count in heights.items() if count >= _SEVERAL for step in (-1, 0, 1)}
    known = {id(row) for row in found}
    return [
        row
        for row in every
        if id(row) not in known
        and not row.tight
        and round(row.height) in level
        and row.numbers
        and row.numbers[-1] - row.page == steps[0][0]
        and not (len(row.numbers) == 1 and _names_unit(row))
    ]


def _candidates(pages: Sequence[list[Piece]]) -> dict[tuple[str, str, int], list[_Row]]:
    found: dict[tuple[str, str, int], list[_Row]] = defaultdict(list)
    for number, page in enumerate(pages):
        for place in ("top", "foot"):
            edge, tight = _outer(page, top=place == "top")
            for row in edge:
                text = " ".join(" ".join(piece.text for piece in row).casefold().split())
                key = "#" if _ROMAN.fullmatch(text) else _NUMBER.sub("#", text)
                told = tuple(int(digits[:9]) for digits in _NUMBER.findall(text))
                found[(place, key, len(told))].append(_Row(number, row[0].bottom, told, tuple(row), tight))
    return found


def _outer(page: list[Piece], *, top: bool) -> tuple[list[list[Piece]], bool]:
    """The outermost rows up to a gap, three at most; else the last alone, and True."""
    ordered = sorted(page, key=lambda piece: -piece.bottom if top else piece.bottom)
    found = rows(ordered[: 4 * _ROWS])
    found = found if top else found[::-1]
    for count, (row, inner) in enumerate(pairwise(found[: _ROWS + 1]), start=1):
        if abs(row[0].bottom - inner[0].bottom) > _GAP * row[0].size:
            return found[:count], False
    return found[:1], True


def _repeated(found: list[_Row], least: int) -> list[_Row]:
    if len(found) < least:
        return []
    height = Counter(round(row.height) for row in found).most_common(1)[0][0]
    level = [row for row in found if abs(row.height - height) <= _APART]
    counting = _counting(level)
    if len({row.page for row in counting}) < least or _is_unit(counting):
        return []
    return counting


def _counting(level: list[_Row]) -> list[_Row]:
    """The rows of which each number is the same on most pages, or goes up by one with each page."""
    usual: list[tuple[int | None, int | None]] = []
    for place in range(len(level[0].numbers)):
        same = Counter(row.numbers[place] for row in level).most_common(1)[0]
        step = Counter(row.numbers[place] - row.page for row in level).most_common(1)[0]
        usual.append((same[0] if same[1] > 1 else None, step[0] if step[1] > 1 else None))
    return [
        row
        for row in level
        if all(
            value == same or value - row.page == step
            for value, (same, step) in zip(row.numbers, usual, strict=True)
        )
    ]


def _is_unit(counting: list[_Row]) -> bool:
    """Articles that begin page after page are counted like pages and are the text itself."""
    first = counting[0]
    constant = all(row.numbers[:1] == first.numbers[:1] for row in counting)
    return not constant and _names_unit(first)


def _names_unit(row: _Row) -> bool:
    return bool(words().first.match(" ".join(piece.text for piece in row.pieces)))
