"""What is listed as law is a law by its kind, or is flagged, or its title does not tell."""

import pytest

from lexatlas.checks import kinds
from tests.checks.imported_pages import answers, page


@pytest.mark.parametrize(
    ("title", "kind"),
    [
        ("Draft Token Order", "draft"),
        ("Consultation on Token Rules", "consultation"),
        ("Token Bill", "bill"),
        ("Guidance on the Token Act", "guidance"),
    ],
)
def test_a_draft_among_the_laws_is_flagged(title, kind):
    document = page(f"Landmark Laws\n\n{title} (No. 1) - Adopted: 2025")
    assert answers(kinds, document) == [("no", (title, kind), "Listed as law, and by its kind none.")]


@pytest.mark.parametrize("title", ["Token Act", "Harbour Rules", "Decree on Coins", "Token Order"])
def test_laws_are_not(title):
    assert answers(kinds, page(f"Landmark Laws\n\n{title} (No. 1) - Adopted: 2025")) == [("yes", (), "")]


def test_a_title_may_not_tell():
    document = page("Landmark Laws\n\nAmendments on Coins (No. 1) - Adopted: 2025")
    reason = "The title does not show the kind of the instrument."
    assert answers(kinds, document) == [("cannot-tell", ("Amendments on Coins",), reason)]
