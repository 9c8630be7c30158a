"""A quoted restriction beside the text that lifts it is flagged unless it is marked."""

import pytest

from lexatlas.checks import superseded
from lexatlas.core.claims import new_claim
from lexatlas.core.statements import ClaimStatement
from tests.checks.imported_pages import answers, page

LIFTING = (
    "Landmark Laws\n\nOpen Seas Act (No. 9) - Adopted: 2025\n"
    "- Ends the sole right of the Harbour Token Office.\n\n"
)
QUOTE = "“Tokens may be sold only through the Harbour Token Office.”"


def test_a_restriction_beside_what_lifts_it_is_flagged():
    document = page(f"{LIFTING}Source Evidence\n\n{QUOTE}")
    reason = "What lifts this restriction is listed; it is not marked."
    assert answers(superseded, document) == [("no", (QUOTE, "Open Seas Act"), reason)]


@pytest.mark.parametrize(
    "quote",
    [
        "“Tokens may be sold only at the HTO.”",
        "“Sale is prohibited except at a Harbour Token Office branch.”",
    ],
)
def test_a_name_and_its_initials_are_one(quote):
    document = page(f"{LIFTING}Source Evidence\n\n{quote}")
    assert [row[0] for row in answers(superseded, document)] == ["no"]


@pytest.mark.parametrize(
    "quote",
    [
        "“Tokens may be sold only through the River Coin Bureau.”",
        "“The Harbour Token Office keeps a list.”",
        "“The act ended the exclusive right of the Harbour Token Office.”",
    ],
)
def test_other_bodies_other_rules_and_the_lifting_itself_are_not(quote):
    document = page(f"{LIFTING}Source Evidence\n\n{quote}")
    assert answers(superseded, document) == [("yes", (), "")]


def test_without_a_lifting_text_there_is_nothing_to_flag():
    assert answers(superseded, page(f"Source Evidence\n\n{QUOTE}")) == [("yes", (), "")]


def test_a_marked_quotation_is_not_flagged():
    document = page(f"{LIFTING}Source Evidence\n\n{QUOTE}")
    [bare] = [claim for claim in document.claims if claim.sentence == QUOTE]
    marked = new_claim(bare.model_copy(update={"force": "superseded"}))
    section = document.sections[-1].model_copy(update={"statements": (ClaimStatement(claim=marked.id),)})
    sections = (*document.sections[:-1], section)
    document = document.model_copy(update={"claims": (*document.claims, marked), "sections": sections})
    assert answers(superseded, document) == [("yes", (), "")]
