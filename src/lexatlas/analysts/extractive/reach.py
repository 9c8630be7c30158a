"""Whose law a document is, as seen from the place asked about: its own, one above it, or another's."""

from typing import Literal

from lexatlas.codebook import Codebook
from lexatlas.core.evidence import Source
from lexatlas.core.recipe import Brief

Reach = Literal["own", "inherited", "below", "foreign"]
"""`below`: a zone, state or member of the place; its law holds there and not in the whole."""


def reach_of(source: Source, brief: Brief, book: Codebook) -> Reach:
    """Return whose law `source` is (codebook rule 5); a document that names no place is taken as the place's own.

    A zone has a law of its own: what holds around it is not taken to hold inside. At level `gov` only the
    place's own law counts.
    """
    code = source.jurisdiction
    if not code or code == brief.jurisdiction:
        return "own"
    asked = book.places.get(brief.jurisdiction)
    above = {place.code for place in (*book.places.parents(asked.code), *book.places.unions(asked.code))}
    if code in above:
        return "inherited" if asked.kind != "zone" and brief.level == "total" else "foreign"
    known = book.places.find(code)
    below = known is not None and asked.code in {place.code for place in book.places.parents(known.code)}
    return "below" if below else "foreign"
