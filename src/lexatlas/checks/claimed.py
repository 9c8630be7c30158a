"""Is a confidence that a page claims of itself backed by a review on that page (fault D10)?"""

from lexatlas.checks.answer import cannot_tell, no, yes
from lexatlas.checks.view import View
from lexatlas.core.claims import CheckAnswer
from lexatlas.core.document import Document

NAME = "claimed"
_NONE = ("", "none", "no reviews", "no reviews yet")


def check_document(document: Document, _view: View) -> list[CheckAnswer]:
    """Answer no when an imported page says High and shows no review; a review's own worth cannot be told."""
    said = document.imported.get("Confidence", "")
    reviews = document.imported.get("Reviews", "")
    if not said.casefold().startswith("high"):
        return [yes(NAME, [said] if said else [], "No high confidence is claimed.")]
    if reviews.strip().rstrip(".").casefold() in _NONE:
        return [
            no(NAME, [said, reviews or "no reviews"], "High confidence is claimed, and no review is shown.")
        ]
    return [
        cannot_tell(NAME, "Reviews are claimed by the page; what they attest is not shown.", [said, reviews])
    ]
