"""The Reviews section: what a file claims of reviews, and the three choices that a site offers."""

from collections.abc import Iterator

from lexatlas.core.document import Document
from lexatlas.core.standing import Standing
from lexatlas.core.statements import Statement
from lexatlas.exports.view.values import Row, Section

CHOICES = (
    Row(
        "Challenge: disagree with the analysis",
        "The page is shown as challenged, and confidence counts it, until it is answered.",
    ),
    Row(
        "Approval: confirm it is correct",
        "Signs the code once every quote behind status and pillars was opened, and is refused before.",
    ),
    Row(
        "Refinement: suggest improvements",
        "Proposes other words or another quote; once accepted it makes a new version.",
    ),
)
INTRO = "Submit Review, by people, on a site. The choices and what each does:"


def section(standing: Standing, told: tuple[Statement, ...], document: Document) -> Section:
    """Return the section; reviews in a file have no effect on anything that the page shows as computed."""
    claimed = tuple(_claimed(standing, told, document))
    return Section(
        name="Reviews",
        anchor="reviews",
        count=str(len(standing.reviews)),
        form="reviews",
        note="as claimed by the file, without effect" if claimed else "",
        intro=INTRO,
        rows=CHOICES,
        items=claimed,
        empty="" if standing.reviews else "No reviews yet.",
    )


def _claimed(standing: Standing, told: tuple[Statement, ...], document: Document) -> Iterator[str]:
    for review in standing.reviews:
        yield f"{review.kind} by {review.who}, {review.role}, {review.date}: {review.text}"
    for statement in told:
        if statement.kind == "label":
            yield f"{statement.text}: {statement.value}" if statement.value else statement.text
        elif statement.kind == "claim" and statement.claim in document.claims_by_id():
            yield document.claims_by_id()[statement.claim].sentence
