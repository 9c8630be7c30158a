"""A PDF file opened: how many pages it has, what it states of itself, and in what way it is damaged."""

import ctypes
import re
from types import TracebackType
from typing import Any, Self

# The raw calls alone: the package's own classes would double the time that a child needs to begin.
import pypdfium2_raw as pdfium

from lexatlas.core.errors import Unreadable

_PASSWORD = 4
_SECURITY = 5
_TAIL = 2048
_DATE = re.compile(r"D:(\d{4})(?:(\d\d)(?:(\d\d))?)?")
_FILE_NAME = re.compile(
    r"(?:Microsoft \w+ - .*|\(?(?:untitled|anonymous)\)?"
    r"|.*\.(?:docx?|rtf|odt|pdf|dotx?|wpd|indd|qxd|fm|tex|xlsx?|pptx?|pub|ps|html?|txt))",
    re.IGNORECASE,
)
_INFO = {"Title": "title", "Author": "author", "CreationDate": "created", "ModDate": "modified"}


class PdfFile:
    """A PDF in memory; use as a context manager. `pages` is the number that the file gives."""

    _begun = False

    def __init__(self, raw: bytes) -> None:
        if not PdfFile._begun:
            pdfium.FPDF_InitLibrary()
            PdfFile._begun = True
        # The library reads from these bytes as long as the document is open.
        self._raw = raw
        self.handle: Any = pdfium.FPDF_LoadMemDocument64(raw, len(raw), None)
        if not self.handle:
            raise Unreadable(_refusal(pdfium.FPDF_GetLastError(), raw))
        self.pages: int = pdfium.FPDF_GetPageCount(self.handle)

    def __enter__(self) -> Self:
        """Enter; the document is open already."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Close the document."""
        pdfium.FPDF_CloseDocument(self.handle)

    def stated(self) -> dict[str, str]:
        """Return title, author, dates and language as the file claims them; a file's name is no title."""
        found = {key: self._info(name) for name, key in _INFO.items()}
        for key in ("created", "modified"):
            date = _DATE.match(found[key])
            found[key] = "-".join(part for part in date.groups() if part) if date else ""
        if _FILE_NAME.fullmatch(found["title"]):
            found["title"] = ""
        found["language"] = _string(pdfium.FPDFCatalog_GetLanguage, self.handle)
        return {key: value for key, value in found.items() if value}

    def faults(self) -> list[str]:
        """Return sentences on what of the file is damaged, so that pages or words may be missing from it."""
        if b"%%EOF" not in self._raw[-_TAIL:]:
            return ["The file breaks off before its end; pages and words may be missing. Fetch it again."]
        if not pdfium.FPDF_DocumentHasValidCrossReferenceTable(self.handle):
            lost = "pages and words may be missing. Fetch it again."
            return [f"The file's index of its parts is damaged and was made anew; {lost}"]
        return []

    def _info(self, name: str) -> str:
        words = _string(pdfium.FPDF_GetMetaText, self.handle, name.encode())
        return " ".join(words.replace("\0", " ").split())[:500]


def _string(call: Any, *told: Any) -> str:
    """Ask for a string in the library's manner: its length in bytes first, then the UTF-16 of it."""
    size = call(*told, None, 0)
    if not 2 < size <= 1 << 16:
        return ""
    buffer = (ctypes.c_ushort * (size // 2))()
    call(*told, buffer, size)
    return bytes(buffer)[: size - 2].decode("utf-16-le", "ignore")


def _refusal(error: int, raw: bytes) -> str:
    if error == _PASSWORD:
        return "The PDF opens only with a password; it was not read. Save a copy without one, and give that."
    if error == _SECURITY:
        return (
            "The PDF is protected in a way that cannot be opened; it was not read. Give an unprotected copy."
        )
    if b"%%EOF" not in raw[-_TAIL:]:
        return "The PDF breaks off before its end and cannot be opened; it was not read. Fetch it again."
    return "The PDF is damaged and cannot be opened; it was not read. Fetch it again, or save it anew."
