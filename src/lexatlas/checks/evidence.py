"""Does each quotation printed as evidence come with a source that was archived (fault D6)?"""

from lexatlas.checks.answer import no, yes
from lexatlas.checks.view import View
from lexatlas.core.claims import CheckAnswer, Claim
from lexatlas.core.document import Document
from lexatlas.core.statements import ClaimStatement

NAME = "evidence"
SECTION = "Source Evidence"


def printed_as_evidence(document: Document) -> list[Claim]:
    """Return the claims under Source Evidence without a quote: words in quotation marks, no more."""
    claims = document.claims_by_id()
    named = [
        claims[statement.claim]
        for section in document.sections
        if section.name == SECTION
        for statement in section.statements
        if isinstance(statement, ClaimStatement) and statement.claim in claims
    ]
    return [claim for claim in named if not claim.quotes]


def check_document(document: Document, _view: View) -> list[CheckAnswer]:
    """Answer no for each quotation that no archived source shows."""
    bare = [claim.sentence for claim in printed_as_evidence(document)]
    return [no(NAME, [words], "A quote without an archived source.") for words in bare] or [yes(NAME)]
