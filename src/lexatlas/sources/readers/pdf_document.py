"""A PDF from bytes to text: page by page within limits, with a sentence for each page that could not be read."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

import pypdfium2_raw as pdfium

from lexatlas.core.errors import Unreadable
from lexatlas.core.evidence import CanonicalText
from lexatlas.sources.readers.outline import outline
from lexatlas.sources.readers.pdf_file import PdfFile
from lexatlas.sources.readers.pdf_glyphs import RTL, PageText, Piece
from lexatlas.sources.readers.pdf_layout import Line, arrange
from lexatlas.sources.readers.pdf_letters import has_letters, is_no_language, plain_signs
from lexatlas.sources.readers.pdf_margins import without_margins
from lexatlas.sources.readers.pdf_pages import with_pages
from lexatlas.sources.readers.pdf_paragraphs import Paragraphs
from lexatlas.sources.readers.pdf_pictures import is_picture
from lexatlas.sources.readers.pdf_rtl import is_rtl, rtl_pieces

PAGE_LIMIT = 3000
_TITLE_LENGTH = 300
LETTER_LIMIT = 5_000_000
_REASONS = {
    "picture": "{pages} {is} a picture without text and {was} not read. Have the text recognised, or give it as text.",
    "letters": "{pages} {has} a font that does not tell its letters; what would come out is no text and was not "
    "read. Have the page recognised as a picture, or give it as text.",
    "damaged": "{pages} {is} damaged and could not be opened. Fetch the file again.",
    "beyond": "{pages} {was} not read: the file is longer than what is read of one. Give it in parts.",
    "recognised": "The words of {pages_small} were recognised in a picture by another program, which may have misread.",
    "unknown": "On {pages_small} single signs have no letter in the file's fonts and stand as \ufffd.",
}


def read_pdf(raw: bytes) -> CanonicalText:
    """Read a PDF. Raises `Unreadable` when it cannot be opened or no page of it has words."""
    with PdfFile(raw) as file:
        pages = _Pages()
        pages.read(file)
        stated, faults = file.stated(), file.faults()
    kept, dropped = without_margins(pages.pieces)
    lines = [line for number, page in zip(pages.numbers, kept, strict=True) for line in _lines(number, page)]
    if not lines:
        raise Unreadable(pages.nothing(faults))
    text = Paragraphs(lines)
    text.run()
    whole = text.page.text
    stated.setdefault("title", _title(text, whole))
    stated["pages"] = str(file.pages)
    if dropped:
        stated["left-out"] = f"{dropped} lines repeated at the top or foot of pages"
    segments = with_pages(outline(whole, text.page.lines), text.starts)
    return CanonicalText(whole, segments, {k: v for k, v in stated.items() if v}, (*faults, *pages.gaps()))


def _pieces(text: PageText) -> list[Piece]:
    if is_rtl(text.text):
        return rtl_pieces(text.characters(), mirror=True)
    if RTL.search(text.text):
        return text.pieces(ltr_only=True) + rtl_pieces(text.characters(rtl_lines=True), mirror=False)
    return text.pieces()


def _lines(number: int, pieces: list[Piece]) -> list[Line]:
    lines = arrange([piece for piece in pieces if not piece.sideways])
    for line in lines:
        line.page = number
    return lines


def _title(text: Paragraphs, whole: str) -> str:
    """The first heading of the first lines, else the first line where it is no sentence; "" for none."""
    lines = text.page.lines[:12]
    first = next((line for line in lines if line.hint and line.hint.kind == "heading"), None) or lines[0]
    words = whole[first.start : first.end]
    return words if len(words) <= _TITLE_LENGTH and words[-1] not in ".;:,。；：" else ""


@dataclass
class _Pages:
    """The pieces of the pages that could be read, their numbers, and why others could not."""

    numbers: list[int] = field(default_factory=list)
    pieces: list[list[Piece]] = field(default_factory=list)
    reasons: dict[str, list[int]] = field(default_factory=dict)
    letters: int = 0

    def read(self, file: PdfFile) -> None:
        """Read page by page, up to the limits."""
        for number in range(1, file.pages + 1):
            if number > PAGE_LIMIT or self.letters > LETTER_LIMIT:
                self.reasons["beyond"] = list(range(number, file.pages + 1))
                return
            page = pdfium.FPDF_LoadPage(file.handle, number - 1)
            if not page:
                self._because("damaged", number)
                continue
            self._page(number, page)
            pdfium.FPDF_ClosePage(page)

    def _page(self, number: int, page: Any) -> None:
        text = PageText(page)
        self.letters += len(text.text)
        if not has_letters(text.text) and is_picture(page, wordless=not has_letters(text.text, 1)):
            self._because("picture", number)
        elif is_no_language(text.text):
            self._because("letters", number)
        elif text.text.strip():
            self._keep(number, text)
        text.close()

    def _keep(self, number: int, text: PageText) -> None:
        pieces = _pieces(text)
        for piece in pieces:
            piece.text = plain_signs(piece.text)
        if text.is_recognised():
            self._because("recognised", number)
        if any("\ufffd" in piece.text for piece in pieces):
            self._because("unknown", number)
        self.numbers.append(number)
        self.pieces.append([piece for piece in pieces if piece.text.strip() and piece.size > 0])

    def _because(self, reason: str, number: int) -> None:
        self.reasons.setdefault(reason, []).append(number)

    def gaps(self) -> list[str]:
        """Return a sentence for each reason, with the pages that it holds for."""
        return [_told(reason, self.reasons[reason]) for reason in _REASONS if reason in self.reasons]

    def nothing(self, faults: Sequence[str]) -> str:
        """Return the sentence for a file of which no page could be read."""
        gaps = self.gaps() or ["Its pages are empty. Look whether it is the right file."]
        return " ".join(["No page of the PDF could be read.", *faults, *gaps])


def _told(reason: str, pages: list[int]) -> str:
    one = len(pages) == 1
    named = f"{'page' if one else 'pages'} {_ranges(pages)}"
    verbs = {"is": "is" if one else "are", "was": "was" if one else "were", "has": "has" if one else "have"}
    words = _REASONS[reason]
    if not one:
        words = words.replace("a picture without text", "pictures without text")
    return words.format(pages=named[0].upper() + named[1:], pages_small=named, **verbs)


def _ranges(pages: list[int]) -> str:
    """Name pages, three or more that follow each other by the first and the last."""
    runs: list[list[int]] = []
    for page in pages:
        if runs and page == runs[-1][-1] + 1:
            runs[-1].append(page)
        else:
            runs.append([page])
    named = [
        told
        for run in runs
        for told in ([f"{run[0]} to {run[-1]}"] if len(run) > 2 else [str(page) for page in run])
    ]
    return named[0] if len(named) == 1 else f"{', '.join(named[:-1])} and {named[-1]}"
