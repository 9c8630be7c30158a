"""In which forms an analysis may leave the site: words of private sources never do."""

from lexatlas.core.document import Document
from lexatlas.exports import EXPORTERS

BUNDLE = "bundle"
"""The form that encloses sources as far as their rights go, beside the formats of the registry."""


def quotes_private(document: Document) -> bool:
    """Whether a claim quotes a private source; a format that can withhold such words leaves without them."""
    private = _private(document)
    return any(quote.source in private for claim in document.claims for quote in claim.quotes)


def leaves(document: Document, form: str) -> bool:
    """Whether a document may leave in a form: a name of the registry, or `BUNDLE`, which would enclose whole texts."""
    if form == BUNDLE:
        return not _private(document)
    return EXPORTERS[form].withholding is not None or not quotes_private(document)


def forms(document: Document) -> tuple[str, ...]:
    """Return the forms that it may leave in, in the order of the registry, the bundle last."""
    return tuple(form for form in (*EXPORTERS, BUNDLE) if leaves(document, form))


def _private(document: Document) -> frozenset[str]:
    return frozenset(source.id for source in document.sources if source.rights == "private")
