"""What the checks find wrong with a document as a whole, beside the verdicts on its claims."""

from collections.abc import Mapping

from lexatlas.checks import BESIDE
from lexatlas.checks.verdict import judge_document, view_of
from lexatlas.codebook import Codebook
from lexatlas.core.document import Document
from lexatlas.core.evidence import CanonicalText
from lexatlas.pipeline.imported.page import IMPORTER


def findings(document: Document, texts: Mapping[str, CanonicalText], book: Codebook) -> tuple[str, ...]:
    """Return a sentence for each finding, each once, in the order of the checks.

    None of an imported page, whose every claim lacks support already.
    """
    if document.recipe.analyst == IMPORTER:
        return ()
    answers = judge_document(document, view_of(document, texts, codebook=book))
    told = (
        f"{answer.reason} {'; '.join(answer.words)[:200]}".strip()
        for answer in answers
        if answer.answer == "no" and answer.check not in BESIDE
    )
    return tuple(dict.fromkeys(told))
