"""A gazette page as PDF: two columns, a header and a footer on each page, words broken at line ends."""

import io
import re
from collections.abc import Iterator
from dataclasses import dataclass

from reportlab.lib.pagesizes import A4
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.pdfgen.canvas import Canvas

WIDTH, HEIGHT = A4
MARGIN, GUTTER, TOP, BOTTOM = 54.0, 24.0, 90.0, 72.0
COLUMN = (WIDTH - 2 * MARGIN - GUTTER) / 2
# Break before a consonant that a vowel follows, three letters from either end.
_BREAK = re.compile(r"(?<=[^\W\d_]{3})(?=[bcdfgjklmnpqrstvz][aeiouéèêàâîôû][^\W\d_])")


@dataclass(frozen=True)
class Line:
    """One printed line: its words, font and size, and the space above it in points."""

    text: str
    font: str = "Times-Roman"
    size: float = 11.5
    above: float = 0.0


def two_columns(source: str, header: str, footer: str) -> bytes:
    """Return `source` set in two columns; `#` opens the title, `##` a heading, `@` a line in italics.

    The same source gives the same bytes: no clock, no compression.
    """
    buffer = io.BytesIO()
    canvas = Canvas(buffer, pagesize=A4, invariant=1, pageCompression=0)
    first = next(line for line in source.splitlines() if line.startswith("# "))
    canvas.setTitle(first.removeprefix("# "))
    columns = list(_columns(list(_lines(source))))
    for number, start in enumerate(range(0, len(columns), 2), start=1):
        _frame(canvas, header, f"{footer} – page {number}")
        for place, column in enumerate(columns[start : start + 2]):
            _column(canvas, MARGIN + place * (COLUMN + GUTTER), column)
        canvas.showPage()
    canvas.save()
    return buffer.getvalue()


def _lines(source: str) -> Iterator[Line]:
    for paragraph in filter(None, (line.strip() for line in source.splitlines())):
        if paragraph.startswith("# "):
            style = Line(paragraph[2:], "Times-Bold", 14.0, 0.0)
        elif paragraph.startswith("## "):
            style = Line(paragraph[3:], "Times-Bold", 11.5, 9.0)
        elif paragraph.startswith("@ "):
            style = Line(paragraph[2:], "Times-Italic", 11.5, 6.0)
        else:
            style = Line(paragraph, above=4.0)
        for index, text in enumerate(_wrapped(style)):
            yield Line(text, style.font, style.size, style.above if index == 0 else 0.0)


def _wrapped(style: Line) -> Iterator[str]:
    """Give the lines that fit the column; a long word is broken by a hyphen, a number never."""
    line = ""
    for word in style.text.split(" "):
        whole = f"{line} {word}".strip()
        if _fits(whole, style):
            line = whole
            continue
        head, tail = _broken(line, word, style)
        yield f"{line} {head}".strip()
        line = tail
    yield line


def _broken(line: str, word: str, style: Line) -> tuple[str, str]:
    if style.font != "Times-Bold":
        for cut in reversed([found.start() for found in _BREAK.finditer(word)]):
            if _fits(f"{line} {word[:cut]}-", style):
                return word[:cut] + "-", word[cut:]
    return "", word


def _fits(text: str, style: Line) -> bool:
    return stringWidth(text, style.font, style.size) <= COLUMN


def _columns(lines: list[Line]) -> Iterator[list[Line]]:
    column: list[Line] = []
    used = 0.0
    for line in lines:
        depth = line.above + line.size * 1.25
        if used + depth > HEIGHT - TOP - BOTTOM:
            yield column
            column, used = [], 0.0
        column.append(line)
        used += depth
    yield column


def _frame(canvas: Canvas, header: str, footer: str) -> None:
    canvas.setFont("Times-Italic", 8)
    canvas.drawString(MARGIN, HEIGHT - 54, header)
    canvas.line(MARGIN, HEIGHT - 60, WIDTH - MARGIN, HEIGHT - 60)
    canvas.drawCentredString(WIDTH / 2, 40, footer)


def _column(canvas: Canvas, left: float, lines: list[Line]) -> None:
    height = HEIGHT - TOP
    for line in lines:
        height -= line.above + line.size * 1.25
        canvas.setFont(line.font, line.size)
        canvas.drawString(left, height, line.text)
