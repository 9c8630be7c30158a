"""PDF files: their words in reading order, page by page; what is a picture or no text is told and left out."""

from lexatlas.core.evidence import CanonicalText
from lexatlas.sources.readers.charset import Given

NAME = "pdf"
VERSION = "3"
LIBRARIES: tuple[str, ...] = ("pypdfium2",)

_HEADER = 1024


def sniff(given: Given) -> bool:
    """Return whether the bytes are a PDF, whatever the file is called."""
    if given.raw.startswith(b"%PDF-"):
        return True
    # Mail and web servers put lines before a file; a text that speaks of PDF has no objects.
    at = given.raw.find(b"%PDF-", 0, _HEADER)
    return at > 0 and given.raw[at - 1 : at] in b"\r\n\x00 \xbf" and b"endobj" in given.raw


def read(given: Given) -> CanonicalText:
    """Read a PDF. Raises `Unreadable` when it cannot be opened or no page of it has words."""
    # Loading the library costs more than reading a small page: only where there is a PDF.
    from lexatlas.sources.readers.pdf_document import read_pdf  # noqa: PLC0415 - as said above

    return read_pdf(given.raw)
