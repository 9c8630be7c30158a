"""Pages of our own about an invented place, as documents for checks of whole analyses."""

from lexatlas.checks.view import View
from lexatlas.codebook import load
from lexatlas.core.document import Document
from lexatlas.pipeline.imported.page import import_page

NOW = "2026-11-22T13:00:00+00:00"


def page(body: str, head: str = "") -> Document:
    """Import a page with this head and body."""
    text = f"XA\nretail-trading-status\n{head}\n{body}\n"
    return import_page(text.encode(), "page.txt", load(), NOW).document


def answers(check, document):
    """Answer, words and reason of each of a check's answers about a document."""
    return [(row.answer, row.words, row.reason) for row in check.check_document(document, View({}))]
