"""The money of a place, by which a bare "$" or "dirham" in its law is read."""

from lexatlas.codebook import Codebook


def own_money(book: Codebook, code: str) -> str | None:
    """Return the ISO 4217 code of the money of a place, a zone's being that of its country; None when not known."""
    place = book.places.find(code)
    while place is not None and place.currency is None:
        place = book.places.find(place.parent) if place.parent else None
    return place.currency if place is not None else None
