"""Lines of scripts that run from right to left, put together from where each character stands."""

import re
import unicodedata
from collections.abc import Sequence

from lexatlas.sources.readers.pdf_glyphs import RTL, Piece
from lexatlas.sources.readers.pdf_rows import rows

# In heights of a line: what parts words, and what does where the file has a space there as well.
_WORD_GAP, _SPACED_GAP = 0.3, 0.16
# What is read from left to right within such a line: Latin words with what joins them, and numbers.
_NUMBER = r"[\d٠-٩۰-۹]+(?:[.,٫٬/:%‰-][\d٠-٩۰-۹]+)*[%٪]?"
_LATIN = r"[^\W\d_\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]"
_LTR_RUN = re.compile(rf"{_LATIN}[\w.,:/&'’@-]*(?: +{_LATIN}[\w.,:/&'’@-]*)*|{_NUMBER}")
_BRACKET = re.compile(r"[()\[\]{}«»]")
_OPENING = "([{«"
_MIRROR = str.maketrans("()[]{}«»", ")(][}{»«")


def is_rtl(text: str) -> bool:
    """Return whether most letters of a text run from right to left."""
    rtl = len(RTL.findall(text))
    return rtl > 0 and 2 * rtl > sum(map(str.isalpha, text))


def rtl_pieces(characters: Sequence[Piece], *, mirror: bool) -> list[Piece]:
    """Return the lines of a page, in reading order within each.

    With `mirror`, x is turned round, so that reading runs towards larger x as it does elsewhere.
    """
    found: list[Piece] = []
    marks = [sign for sign in characters if _is_mark(sign.text)]
    for row in rows((sign for sign in characters if not _is_mark(sign.text)), over=True):
        here = [mark for mark in marks if _on(mark, row)]
        marks = [mark for mark in marks if mark not in here]
        found += _pieces(row, here, mirror)
    if mirror:
        for piece in found:
            piece.left, piece.right = -piece.right, -piece.left
    return found


def _is_mark(sign: str) -> bool:
    return unicodedata.category(sign[0]) == "Mn"


def _on(mark: Piece, row: list[Piece]) -> bool:
    low, high = min(sign.bottom for sign in row), max(sign.top for sign in row)
    return low <= (mark.bottom + mark.top) / 2 <= high


def _pieces(row: list[Piece], marks: list[Piece], page_rtl: bool) -> list[Piece]:
    """Cut a row where it has wide gaps, and turn each part into its reading order."""
    row = sorted(row, key=lambda sign: sign.left + sign.right)
    over = _over(row, marks)
    height = max(sign.size for sign in row)
    parts: list[list[Piece]] = [[row[0]]]
    words: list[list[str]] = [[over[0]]]
    for index in range(1, len(row)):
        before, sign = row[index - 1], row[index]
        gap = (sign.left - max(one.right for one in parts[-1][-3:])) / height
        if gap > 1:
            parts.append([])
            words.append([])
        elif gap > _WORD_GAP or (gap > _SPACED_GAP and (before.apart or sign.apart)):
            words[-1].append(" ")
        parts[-1].append(sign)
        words[-1].append(over[index])
    return [_piece(part, held, page_rtl) for part, held in zip(parts, words, strict=True)]


def _over(row: list[Piece], marks: list[Piece]) -> list[str]:
    """Return each sign of a row with the vowel marks that stand over or under it."""
    signs = [sign.text for sign in row]
    for mark in marks:
        centre = mark.left + mark.right
        nearest = min(range(len(row)), key=lambda index: abs(row[index].left + row[index].right - centre))
        signs[nearest] += mark.text
    return signs


def _piece(part: list[Piece], words: list[str], page_rtl: bool) -> Piece:
    middle = sorted(part, key=lambda sign: sign.size)[len(part) // 2]
    low, high = middle.bottom, middle.top
    left, right = min(sign.left for sign in part), max(sign.right for sign in part)
    return Piece(reading_order(words, page_rtl=page_rtl), left, low, right, high)


def reading_order(shown: Sequence[str], *, page_rtl: bool = True) -> str:
    """Return the words of a line whose characters, with their marks, are given as seen from left to right.

    `page_rtl` tells that the page around it runs from right to left; else the line's own letters decide.
    """
    plain = "".join(sign[0] for sign in shown)
    if not (RTL.search(plain) if page_rtl else is_rtl(plain)):
        return "".join(shown)
    pieces: list[str] = []
    at = len(shown)
    for run in reversed(list(_LTR_RUN.finditer(plain))):
        pieces += reversed(shown[run.end() : at])
        pieces += shown[run.start() : run.end()]
        at = run.start()
    pieces += reversed(shown[:at])
    return _brackets("".join(pieces))


def _brackets(line: str) -> str:
    """Set brackets as they are meant: some files keep them as drawn, some as meant, some mix the two.

    One that a word follows and none precedes opens; one that follows a word and precedes none closes.
    """
    signs = list(line)
    for found in _BRACKET.finditer(line):
        at = found.start()
        before, after = line[at - 1 : at] if at else "", line[at + 1 : at + 2]
        opens = (not before or before.isspace()) and after.isalnum()
        closes = before.isalnum() and not after.isalnum()
        if opens != closes and opens != (found.group() in _OPENING):
            signs[at] = found.group().translate(_MIRROR)
    return "".join(signs)
