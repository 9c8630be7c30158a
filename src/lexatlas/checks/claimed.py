"""Is a confidence no higher than what it rests on: a page's own by a review, ours by its claims (fault D10)?"""

from lexatlas.checks import confidence
from lexatlas.checks.answer import cannot_tell, no, yes
from lexatlas.checks.view import View
from lexatlas.core.claims import CheckAnswer
from lexatlas.core.document import Document

NAME = "claimed"
_NONE = ("", "none", "no reviews", "no reviews yet")


def check_document(document: Document, _view: View) -> list[CheckAnswer]:
    """Answer no when a level was not earned; of an imported page, when it says High and shows no review."""
    if not document.imported:
        return _ours(document)
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


def _ours(document: Document) -> list[CheckAnswer]:
    """Answer no when level or grounds are not what the claims behind the code, as judged, come to."""
    claims, verdicts = document.claims, document.verdicts_by_claim()
    earned = confidence.factors(claims, verdicts, document.sources, document.status)
    said = document.factors
    if said == earned:
        return [yes(NAME, [said.level])]
    if said.level != earned.level:
        return [no(NAME, [said.level, earned.level], "The confidence shown is not the one that was earned.")]
    return [
        no(NAME, [said.level], "The grounds of the confidence are not those of the claims behind the code.")
    ]
