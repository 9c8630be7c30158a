"""PDF files about invented places, written while a test runs."""

import io
import shutil
import subprocess
from collections.abc import Sequence
from pathlib import Path

import pytest
from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

from lexatlas.core.evidence import CanonicalText
from lexatlas.sources.readers.charset import Given
from lexatlas.sources.readers.registry import read
from tests.conftest import CHROMIUM_NAMES, missing

FILLER = (
    "The Office keeps a register of dealers and makes it known to the public. It may ask a dealer for its "
    "books at any time, and the dealer shall hand them over within ten days of the request."
)


class Sheet:
    """A file being drawn: each call puts words at a place; y is counted from the page's foot."""

    def __init__(self, **told) -> None:
        self._bytes = io.BytesIO()
        self.canvas = Canvas(self._bytes, pagesize=A4, invariant=1, **told)

    def words(self, x: float, y: float, words: str, size: float = 11, font: str = "Times-Roman") -> float:
        """Draw words; return where they end."""
        self.canvas.setFont(font, size)
        self.canvas.drawString(x, y, words)
        return x + self.canvas.stringWidth(words, font, size)

    def lines(self, x: float, y: float, lines: Sequence[str], step: float = 13, size: float = 11) -> float:
        """Draw lines below each other; return the y below the last."""
        for line in lines:
            self.words(x, y, line, size)
            y -= step
        return y

    def paragraph(self, x: float, y: float, words: str, width: float = 440, size: float = 11) -> float:
        """Draw words broken to a width; return the y below."""
        return self.lines(x, y, broken(self.canvas, words, width, size), size=size)

    def new_page(self) -> None:
        self.canvas.showPage()

    def done(self) -> bytes:
        self.canvas.showPage()
        self.canvas.save()
        return self._bytes.getvalue()


def broken(canvas: Canvas, words: str, width: float, size: float = 11) -> list[str]:
    """Break words to a width, as a typesetter does."""
    lines = [""]
    for word in words.split():
        longer = f"{lines[-1]} {word}".strip()
        if canvas.stringWidth(longer, "Times-Roman", size) <= width:
            lines[-1] = longer
        else:
            lines.append(word)
    return lines


def text_of(raw: bytes, name: str = "law.pdf") -> CanonicalText:
    """Read a file in this process; nothing is said of what it is."""
    made, reader = read(Given(raw, name))
    assert reader.name == "pdf"
    return made


def lines_of(raw: bytes) -> list[str]:
    return text_of(raw).text.split("\n")


def by_hand(contents: Sequence[bytes], box: str = "0 0 595 842", more: int = 0, font: str = "") -> bytes:
    """Write a file object by object, so that anything may be wrong with it."""
    out = io.BytesIO()
    out.write(b"%PDF-1.4\n")
    offsets: list[int] = []

    def add(body: bytes) -> None:
        offsets.append(out.tell())
        out.write(f"{len(offsets)} 0 obj\n".encode() + body + b"\nendobj\n")

    kids = " ".join(f"{4 + 2 * number} 0 R" for number in range(len(contents)))
    add(b"<</Type/Catalog/Pages 2 0 R>>")
    add(f"<</Type/Pages/Count {len(contents)}/Kids[{kids}]>>".encode())
    add((font or "<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>").encode())
    for content in contents:
        own = f"/MediaBox[{box}]/Resources<</Font<</F1 3 0 R>>>>/Contents {len(offsets) + 2} 0 R"
        add(f"<</Type/Page/Parent 2 0 R{own}>>".encode())
        add(f"<</Length {len(content)}>>stream\n".encode() + content + b"\nendstream")
    for _ in range(more):
        add(b"null")
    start = out.tell()
    rows = b"".join(f"{offset:010d} 00000 n \n".encode() for offset in offsets)
    out.write(f"xref\n0 {len(offsets) + 1}\n0000000000 65535 f \n".encode() + rows)
    out.write(f"trailer<</Size {len(offsets) + 1}/Root 1 0 R>>\nstartxref\n{start}\n%%EOF\n".encode())
    return out.getvalue()


def page(*lines: str, at: int = 700) -> bytes:
    """The content of a page written by hand, its lines below each other."""
    shown = "\n".join(f"({line}) Tj 0 -14 Td" for line in lines)
    return f"BT /F1 11 Tf 60 {at} Td {shown} ET".encode("cp1252")


def printed(place: Path, body: str) -> bytes:
    """What a browser prints of a page; skips where there is none."""
    chromium = next(filter(None, map(shutil.which, CHROMIUM_NAMES)), None)
    if chromium is None:
        missing("Chromium")
    (place / "page.html").write_text(f'<!doctype html><meta charset="utf-8">{body}', encoding="utf-8")
    done = subprocess.run(
        [str(chromium), "--headless", "--no-sandbox", "--disable-gpu", "--no-pdf-header-footer",
         f"--user-data-dir={place / 'profile'}", f"--print-to-pdf={place / 'page.pdf'}", str(place / "page.html")],
        capture_output=True, timeout=120, check=False,
    )  # fmt: skip
    if not (place / "page.pdf").exists():
        pytest.skip(f"Chromium printed nothing: {done.stderr[-200:]!r}")
    return (place / "page.pdf").read_bytes()
