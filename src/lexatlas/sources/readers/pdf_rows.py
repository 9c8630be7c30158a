"""Pieces that stand beside each other become lines; raised digits are set as such where they meet numbers."""

from collections.abc import Iterable, Sequence

from lexatlas.sources.readers.pdf_glyphs import WIDE_GAP, Piece

_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_SMALL, _HIGH = 0.88, 0.12
_OVERLAP = 0.5


def rows(pieces: Iterable[Piece], *, over: bool = False) -> list[list[Piece]]:
    """Return the pieces as rows from top to bottom, each from left to right.

    With `over`, one may lie over another: letters that are drawn into each other.
    """
    found: list[list[Piece]] = []
    for piece in sorted(pieces, key=lambda piece: (-(piece.top + piece.bottom), piece.left)):
        middle = (piece.top + piece.bottom) / 2
        for row in found[:-4:-1]:
            # Most rows lie wholly above: one look tells.
            if (row[0].bottom < piece.top and middle < row[0].top) and _beside(row, piece, over):
                row.append(piece)
                break
        else:
            found.append([piece])
    for row in found:
        row.sort(key=lambda piece: piece.left)
    return sorted(found, key=lambda row: -max(row, key=lambda piece: piece.size).bottom)


def _beside(row: list[Piece], piece: Piece, over: bool) -> bool:
    """Whether a piece shares the line of a row and, if it may not, lies over none of its pieces."""
    for other in row[:1] if over else row:
        shared = min(piece.top, other.top) - max(piece.bottom, other.bottom)
        if shared < _OVERLAP * min(piece.size, other.size):
            return False
        if over:
            continue
        width = min(piece.right - piece.left, other.right - other.left)
        if min(piece.right, other.right) - max(piece.left, other.left) > 0.5 * width:
            return False
    return True


def near(one: Piece, two: Piece) -> bool:
    """Whether `two` goes on where `one` ends, with no more than a word's space between."""
    return not two.apart and two.left - one.right <= WIDE_GAP * max(one.size, two.size)


def joined(pieces: Sequence[Piece], *, close: bool = True) -> list[Piece]:
    """Join what stands close together on each line; with `close` false, whole lines whatever the gaps."""
    found: list[Piece] = []
    for row in rows(pieces):
        line = row[0]
        for piece in row[1:]:
            if close and not near(line, piece):
                found.append(line)
                line = piece
            else:
                line = _join(line, piece)
        found.append(line)
    return found


def _join(one: Piece, two: Piece) -> Piece:
    left, right = _lowered(one, two), _lowered(two, one)
    gap = two.left - one.right
    space = "" if gap < 0.08 * max(one.size, two.size) and not _would_run_on(left, right) else " "
    taller = one if one.size >= two.size else two
    box = min(one.left, two.left), taller.bottom, max(one.right, two.right), taller.top
    return Piece(left + space + right, *box, apart=one.apart)


def _would_run_on(left: str, right: str) -> bool:
    return left[-1:].isalnum() and right[:1].isalnum() and (left[-1:].isdigit() or right[:1].isdigit())


def _lowered(piece: Piece, beside: Piece) -> str:
    """The words of a piece; digits that are smaller and higher than what they stand beside as raised ones."""
    raised = piece.size < _SMALL * beside.size and piece.bottom > beside.bottom + _HIGH * beside.size
    return piece.text.translate(_RAISED) if raised and piece.text.isdigit() else piece.text
