"""What the checks find wrong with a document as a whole, beside the verdicts on its claims."""

from collections.abc import Mapping

from lexatlas.checks import BESIDE
from lexatlas.checks.verdict import judge_document, view_of
from lexatlas.codebook import Codebook
from lexatlas.core.claims import CheckAnswer
from lexatlas.core.document import Document
from lexatlas.core.evidence import CanonicalText
from lexatlas.pipeline.imported.page import IMPORTER


def faults(document: Document, texts: Mapping[str, CanonicalText], book: Codebook) -> tuple[CheckAnswer, ...]:
    """Return the answers of the checks that find a fault, in their order.

    None of an imported page, whose every claim lacks support already.
    """
    if document.recipe.analyst == IMPORTER:
        return ()
    answers = judge_document(document, view_of(document, texts, codebook=book))
    return tuple(each for each in answers if each.answer == "no" and each.check not in BESIDE)


def findings(document: Document, texts: Mapping[str, CanonicalText], book: Codebook) -> tuple[str, ...]:
    """Return a sentence for each fault, each once."""
    told = (f"{each.reason} {'; '.join(each.words)[:200]}".strip() for each in faults(document, texts, book))
    return tuple(dict.fromkeys(told))
