"""A high confidence that a page claims needs a review on that page."""

from lexatlas.checks import claimed
from tests.checks.imported_pages import answers, page

HIGH = "Allowed High Confidence"


def test_high_without_a_review_is_flagged():
    reason = "High confidence is claimed, and no review is shown."
    document = page("Reviews\n\nNo reviews yet", HIGH)
    assert answers(claimed, document) == [("no", ("High Confidence", "No reviews yet"), reason)]
    document = page("Notes\n\nTokens are things.", HIGH)
    assert answers(claimed, document) == [("no", ("High Confidence", "no reviews"), reason)]


def test_what_a_printed_review_is_worth_cannot_be_told():
    document = page("Reviews\n\nApproval by A. Reader.", HIGH)
    assert [row[0] for row in answers(claimed, document)] == ["cannot-tell"]


def test_any_lower_claim_needs_none():
    document = page("Notes\n\nTokens are things.", "Allowed Low Confidence")
    assert answers(claimed, document) == [("yes", ("Low Confidence",), "No high confidence is claimed.")]
    assert [row[0] for row in answers(claimed, page("Notes\n\nTokens are things."))] == ["yes"]
