"""The pieces of a PDF page: words that stand on one line without a wide gap, with the box around them."""

import ctypes
import math
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import pypdfium2_raw as pdfium

RTL = re.compile(r"[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")
# The library writes U+FFFE (in its list of characters: U+0002) for a hyphen at a line's end.
LINE_HYPHEN = "\ufffe"
_LINE = re.compile(r"[^\r\n\ufffe]*(?:\ufffe|\r\n|\r|\n|$)")
_BLANK = re.compile(r"\s+")
_DIGITS = re.compile(r"\d+")
_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
# In heights of a line: what parts two pieces, and what does where other words stand closer.
WIDE_GAP = 0.9
_SOME_GAP, _WIDEST_SPACE, _ALIKE = 0.5, 0.6, 1.3
_SMALL, _HIGH = 0.88, 0.12
_BELOW, _ABOVE = 0.25, 0.85
_MANY_BOXES = 5
# In points: what is looked at more closely. And how many lines show the usual space of a page.
_FAR = 5.0
_SAMPLE = 8

Box = tuple[float, float, float, float]
"""Left, bottom, right, top."""


@dataclass(slots=True)
class Piece:
    """Words with their box in points, y upwards; `bottom` and `top` are those of the font, not of the ink.

    `apart` tells that a gap wider than between words stands before it on its line.
    """

    text: str
    left: float
    bottom: float
    right: float
    top: float
    sideways: bool = False
    apart: bool = False

    @property
    def size(self) -> float:
        """The height of the line, somewhat more than the size of its font."""
        return self.top - self.bottom


class PageText:
    """The characters of one page, their boxes asked for only where needed. Close it after use."""

    def __init__(self, page: Any) -> None:
        self._page = pdfium.FPDFText_LoadPage(page)
        # Passing a plain pointer past the declared types makes each of thousands of calls three times as fast.
        self._pointer = ctypes.c_void_p(ctypes.cast(self._page, ctypes.c_void_p).value)
        self._turn: int = pdfium.FPDFPage_GetRotation(page) if self._page else 0
        self.count: int = max(0, pdfium.FPDFText_CountChars(self._page)) if self._page else 0
        self.text = self._text() if self.count else ""
        self._rect, self._matrix = pdfium.FS_RECTF(), pdfium.FS_MATRIX()
        self._x, self._y = ctypes.c_double(), ctypes.c_double()
        self._to = tuple(map(ctypes.byref, (self._rect, self._matrix, self._x, self._y)))

    def close(self) -> None:
        """Let the page's text go."""
        if self._page:
            pdfium.FPDFText_ClosePage(self._page)

    def _text(self) -> str:
        buffer = (ctypes.c_ushort * (self.count + 1))()
        got = pdfium.FPDFText_GetText(self._page, 0, self.count, buffer)
        text = bytes(buffer)[: 2 * max(0, got - 1)].decode("utf-16-le", "replace")
        if len(text) == self.count:
            return text
        # Some characters are none of the text, or need two places in it: then each is asked for.
        signs = [pdfium.FPDFText_GetUnicode(self._page, index) for index in range(self.count)]
        return "".join(_sign(value) for value in signs)

    def is_recognised(self) -> bool:
        """Whether the first words are drawn invisibly, as programs that recognise pictures of text do."""
        first = next((i for i, sign in enumerate(self.text) if not sign.isspace()), -1)
        drawn = pdfium.FPDFText_GetTextObject(self._page, first) if first >= 0 else None
        return (
            bool(drawn)
            and pdfium.FPDFTextObj_GetTextRenderMode(drawn) == pdfium.FPDF_TEXTRENDERMODE_INVISIBLE
        )

    def box(self, index: int) -> Box:
        """Return left, bottom, right and top of a character, as the page is turned for its reader.

        Heights are reckoned from baseline and font size: the boxes that fonts give for themselves vary.
        """
        to_rect, to_matrix, to_x, to_y = self._to
        _loose_box(self._pointer, index, to_rect)
        _origin(self._pointer, index, to_x, to_y)
        _matrix(self._pointer, index, to_matrix)
        matrix, rect = self._matrix, self._rect
        em = _font_size(self._pointer, index) * math.hypot(matrix.c, matrix.d)
        if self._turn == 0:
            base = self._y.value
            return rect.left, base - _BELOW * em, rect.right, base + _ABOVE * em
        left, _, right, _ = _turned((rect.left, rect.bottom, rect.right, rect.top), self._turn)
        base = _turned((self._x.value, self._y.value) * 2, self._turn)[1]
        return left, base - _BELOW * em, right, base + _ABOVE * em

    def pieces(self, ltr_only: bool = False) -> list[Piece]:
        """Return the page's pieces in the order of the file; `ltr_only` leaves out lines with other letters."""
        lines = [line.span() for line in _LINE.finditer(self.text)]
        found = [
            span
            for line in lines
            if (span := self._trim(*line)) and not (ltr_only and RTL.search(self.text, *line))
        ]
        pieces = [self._piece(*span) for span in found]
        gapped = self._gapped(pieces)
        if not any(gapped):
            return pieces
        gaps = [list(self._gaps(*span)) if i < _SAMPLE or gapped[i] else [] for i, span in enumerate(found)]
        usual = _usual([gap for row in gaps for _, _, gap in row])
        done: list[Piece] = []
        for span, piece, cut, row in zip(found, pieces, gapped, gaps, strict=True):
            parts = _parts(*span, row, usual) if cut and not piece.sideways else [span]
            done += [self._piece(*part) for part in parts] if len(parts) > 1 else [piece]
            for part in done[len(done) - len(parts) + 1 :]:
                part.apart = True
        return done

    def _trim(self, start: int, end: int) -> tuple[int, int] | None:
        text = self.text
        while start < end and text[start].isspace():
            start += 1
        while end > start and text[end - 1].isspace():
            end -= 1
        return (start, end) if end > start else None

    def _gapped(self, pieces: list[Piece]) -> list[bool]:
        """Which lines may have a wide gap: two things drawn one behind the other stand far apart on them."""
        count = pdfium.FPDFText_CountRects(self._page, 0, -1)
        if count > _MANY_BOXES * len(pieces) + 40:
            return [True] * len(pieces)
        left, top, right, bottom = (ctypes.c_double() for _ in range(4))
        to = tuple(map(ctypes.byref, (left, top, right, bottom)))
        before = (0.0, 0.0, 0.0, 0.0)
        heights: list[float] = []
        for index in range(count):
            _part_box(self._pointer, index, *to)
            now = _turned((left.value, bottom.value, right.value, top.value), self._turn)
            far = now[0] - before[2] > _FAR or before[0] - now[2] > _FAR
            if (
                far
                and min(now[3], before[3]) - max(now[1], before[1])
                > min(now[3] - now[1], before[3] - before[1]) / 3
            ):
                heights.append((now[1] + now[3]) / 2)
            before = now
        return [any(piece.bottom <= height <= piece.top for height in heights) for piece in pieces]

    def _gaps(self, start: int, end: int) -> Iterator[tuple[int, int, float]]:
        """Yield where a word ends, where the next begins, and how far apart, in heights of the line."""
        box = self.box(start)
        height = (box[3] - box[1]) or 1.0
        for blank in _BLANK.finditer(self.text, start, end):
            one, two = blank.span()
            if start < one and two < end:
                yield one, two, (self._edges(two)[0] - self._edges(one - 1)[1]) / height

    def _edges(self, index: int) -> tuple[float, float]:
        """Left and right of a character alone; much quicker than its box."""
        if self._turn:
            return self.box(index)[::2]
        _loose_box(self._pointer, index, self._to[0])
        return self._rect.left, self._rect.right

    def _piece(self, start: int, end: int) -> Piece:
        one, last = self.box(start), self.box(end - 1)
        height = max(one[3] - one[1], last[3] - last[1])
        sideways = end - start > 2 and abs(last[1] - one[1]) > 1.5 * height and last[0] < one[2]
        low, high = min(one[1], last[1]), max(one[3], last[3])
        if not sideways and high - low > 1.15 * height:
            # A raised sign at one end: the taller of the two is the line.
            low, high = (one if one[3] - one[1] >= last[3] - last[1] else last)[1::2]
        words = self._words(start, end, low, high)
        return Piece(words, min(one[0], last[0]), low, max(one[2], last[2]), high, sideways)

    def _words(self, start: int, end: int, low: float, high: float) -> str:
        """The words of a line, raised digits told apart from those that stand on it."""
        text = self.text[start:end]
        height = high - low
        for run in reversed(list(_DIGITS.finditer(text))):
            first = start + run.end()
            while first > start + run.start() and _is_raised(self.box(first - 1), low, height):
                first -= 1
            if first == start + run.end():
                continue
            cut = first - start
            raised = text[cut : run.end()].translate(_RAISED)
            apart = " " if text[cut - 1 : cut].isdigit() else ""
            text = text[:cut] + apart + raised + text[run.end() :]
        return text

    def characters(self, rtl_lines: bool = False) -> list[Piece]:
        """Return each character that is drawn with its own box, for scripts that are drawn in any order.

        With `rtl_lines`, only those of lines that run from right to left.
        """
        spans = [line.span() for line in _LINE.finditer(self.text)]
        kept = [span for span in spans if not rtl_lines or RTL.search(self.text, *span)]
        drawn = [
            index for start, end in kept for index in range(start, end) if not self.text[index].isspace()
        ]
        return [Piece(self.text[i], *self.box(i), apart=self._ends_word(i)) for i in drawn]

    def _ends_word(self, index: int) -> bool:
        before, after = self.text[max(0, index - 1) : index], self.text[index + 1 : index + 2]
        return not before.strip() or not after.strip()


def _parts(start: int, end: int, gaps: list[tuple[int, int, float]], usual: float) -> list[tuple[int, int]]:
    """Cut a line where its words stand far apart, or much farther than words on this page do."""
    wide = _wide([gap for _, _, gap in gaps], usual)
    parts, begun = [], start
    for before, after, gap in gaps:
        if gap > wide or gap < -WIDE_GAP:
            parts.append((begun, before))
            begun = after
    return [*parts, (begun, end)]


def _usual(gaps: list[float]) -> float:
    """The space between words of a page: a quarter of the gaps are no wider."""
    return min(sorted(gaps)[len(gaps) // 4], _WIDEST_SPACE) if gaps else 0.0


def _wide(gaps: list[float], usual: float) -> float:
    """From which gap on a line is cut; in a line set to a width all gaps are alike, and none is a cut."""
    if max(gaps, default=0.0) < _ALIKE * min(gaps, default=0.0):
        return max(WIDE_GAP, 2 * usual)
    return max(_SOME_GAP, 2.2 * usual)


def _is_raised(box: Box, low: float, height: float) -> bool:
    return box[3] - box[1] < _SMALL * height and box[1] > low + _HIGH * height


def _sign(value: int) -> str:
    if value == 2:
        return LINE_HYPHEN
    return chr(value) if 0 < value < 0x110000 and not 0xD800 <= value < 0xE000 else "\ufffd"


def _turned(box: Box, turn: int) -> Box:
    left, bottom, right, top = box
    if turn == 1:
        return bottom, -right, top, -left
    if turn == 2:
        return -right, -top, -left, -bottom
    if turn == 3:
        return -top, left, -bottom, right
    return box


def _untyped(name: str, result: Any) -> Any:
    """A call of the library as its own function object, whose arguments are passed as they are."""
    known = getattr(pdfium, name)
    address = ctypes.cast(known, ctypes.c_void_p).value
    assert address is not None
    return ctypes.CFUNCTYPE(result)(address)


_loose_box = _untyped("FPDFText_GetLooseCharBox", ctypes.c_int)
_part_box = _untyped("FPDFText_GetRect", ctypes.c_int)
_origin = _untyped("FPDFText_GetCharOrigin", ctypes.c_int)
_matrix = _untyped("FPDFText_GetMatrix", ctypes.c_int)
_font_size = _untyped("FPDFText_GetFontSize", ctypes.c_double)
