"""Supplementary provisions of amending laws, which East Asian codifications print behind the law's own."""

from lexatlas.core.evidence import CanonicalText, Unit
from lexatlas.core.facts import Fact, LegalDate

MARKS = {"附則": "附則", "부칙": "부칙 "}
"""Marks of groups whose articles begin again at one, with what stands before them in a citation."""


def of_amending_law(text: CanonicalText, unit: Unit) -> str:
    """Return the heading of the later supplementary provisions that a unit stands in; "" for the law's own.

    The first that hold an article are the law's own; what comes behind was brought along by a law that
    changed this one, and "this Act" means that law there.
    """
    at = unit.segment
    while at >= 0 and text.segments[at].mark not in MARKS:
        at = text.segments[at].parent
    if at < 0:
        return ""
    held = {
        text.segments[i].parent for i, one in enumerate(text.segments) if one.kind in ("article", "block")
    }
    first = next((i for i, one in enumerate(text.segments) if one.mark in MARKS and i in held), at)
    heading = text.text[text.segments[at].start : text.segments[at].end].split("\n", 1)[0]
    return "" if at == first else heading.strip()


def told_of(fact: Fact, text: CanonicalText, unit: Unit) -> Fact:
    """Return a date of an amending law with that law's supplementary provisions as its scope; others as they are."""
    if not isinstance(fact, LegalDate) or fact.scope:
        return fact
    heading = of_amending_law(text, unit)
    return fact.model_copy(update={"scope": heading}) if heading else fact
