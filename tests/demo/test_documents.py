"""The documents that are no plain text are what their sources make."""

import re

import pypdfium2
import pytest

from demo.documents.columns import two_columns
from demo.documents.make import DOCUMENTS, LIBRARY
from demo.documents.scan import scanned

SCAN = "XB/decision-3-2026-scan.pdf"


@pytest.mark.parametrize("path", [path for path in DOCUMENTS if path != SCAN])
def test_the_kept_bytes_are_what_the_source_makes(path):
    assert (LIBRARY / path).read_bytes() == DOCUMENTS[path]()


def test_the_kept_scan_shows_what_the_source_makes():
    """Compressed bytes may differ from one zlib to the next; the picture may not."""
    assert _picture((LIBRARY / SCAN).read_bytes()) == _picture(DOCUMENTS[SCAN]())


def test_a_scan_holds_no_letter():
    page = pypdfium2.PdfDocument(scanned("Article 1\n\nNobody reads me."))[0]

    assert page.get_textpage().get_text_range() == ""


def test_a_gazette_breaks_words_and_never_numbers_and_frames_each_page():
    words = "La documentation administrative réglementaire coûte 200000 EUR, soit 0,5 pour cent. "
    source = "# Titre\n" + words * 120
    pages = pypdfium2.PdfDocument(two_columns(source, "En tête", "Pied"))
    texts = [page.get_textpage().get_text_range() for page in pages]

    assert len(texts) > 1
    assert all(text.count("En tête") == 1 and f"Pied – page {n}" in text for n, text in enumerate(texts, 1))
    # The library gives a hyphen at a line end as U+FFFE.
    assert any("\ufffe" in text or "-\r\n" in text for text in texts)
    assert all(re.search(r"\d(?:-\r|\ufffe)", text) is None for text in texts)


def _picture(raw: bytes) -> bytes:
    return pypdfium2.PdfDocument(raw)[0].render(scale=1).to_pil().convert("L").tobytes()
