"""The world's authorities and law books as text: how many, of which places, and where each row was read."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Iterator

from lexatlas.codebook.authorities import Authority, LawBook, World
from lexatlas.codebook.jurisdictions import NOT_SHOWN, Place, Places

WIDTH = 100


def world_counts(world: World, places: Places) -> dict[str, object]:
    """Rows, places with a row and the codes of places without one; sample places are not counted."""
    real = [place.code for place in places.rows if not _sample(place, places)]
    bodies, books = (_codes(world.authorities, real), _codes(world.lawbooks, real))
    return {
        "authorities": len(world.authorities),
        "lawbooks": len(world.lawbooks),
        "documents": len(world.sources),
        "places": len(real),
        "places_with_authorities": len(bodies),
        "places_with_lawbooks": len(books),
        "no_authority_for": [code for code in real if code not in bodies],
        "no_lawbook_for": [code for code in real if code not in books],
    }


def show_world(world: World, places: Places) -> str:
    """What is there and what is absent, in a few lines; ends with a line break."""
    counts = world_counts(world, places)
    lines = [
        f"{counts['authorities']} authorities in {counts['places_with_authorities']} of {counts['places']} places.",
        f"{counts['lawbooks']} law databases and gazettes in {counts['places_with_lawbooks']} of "
        f"{counts['places']} places.",
        f"{counts['documents']} documents opened, {_official(world)} of them official.",
    ]
    for what, key in (("authority", "no_authority_for"), ("law database or gazette", "no_lawbook_for")):
        lines += ["", *_wrapped(f"No {what} was sourced for: {_listed(counts[key])}.")]
    return "\n".join(lines) + "\n"


def show_place(world: World, places: Places, place: Place) -> str:
    """The rows of a place, its parents and unions, each with its documents; ends with a line break."""
    bodies, books = world.authorities_of(place.code, places), world.lawbooks_of(place.code, places)
    lines = [f"{place.name} ({place.code})"]
    for title, rows in (("Authorities", bodies), ("Law databases and gazettes", books)):
        lines += ["", title, *(line for row in rows for line in _row(row, world))]
        lines += [] if rows else ["  None was sourced. That does not show that there is none."]
    return "\n".join(lines) + "\n"


def place_as_data(world: World, places: Places, place: Place) -> dict[str, object]:
    """The same rows as data, with the documents that they cite; lists are empty where nothing was sourced."""
    bodies, books = world.authorities_of(place.code, places), world.lawbooks_of(place.code, places)
    cited = {reading.source for row in (*bodies, *books) for reading in row.read}
    return {
        "jurisdiction": place.code,
        "authorities": [row.model_dump(mode="json") for row in bodies],
        "lawbooks": [row.model_dump(mode="json") for row in books],
        "sources": [row.model_dump(mode="json") for row in world.sources if row.id in cited],
    }


def _row(row: Authority | LawBook, world: World) -> Iterator[str]:
    named = " · ".join(name for name in (*row.names(), row.abbreviation) if name)
    said = ", ".join(row.roles) if isinstance(row, Authority) else row.kind or NOT_SHOWN
    yield from _wrapped(f"{named} [{row.jurisdiction}; {said}; site: {row.domain or NOT_SHOWN}]", 2)
    for reading in row.read:
        source = world.source(reading.source)
        if source is not None:
            fields = ", ".join(reading.fields)
            yield from _wrapped(
                f"{fields}: {source.title}, {reading.place} ({source.kind}, read {source.read})", 4
            )
            yield f"      {source.address}"


def _sample(place: Place, places: Places) -> bool:
    return any(each.kind == "sample" for each in (place, *places.parents(place.code)))


def _codes(rows: Iterable[Authority | LawBook], real: list[str]) -> set[str]:
    return {row.jurisdiction for row in rows} & set(real)


def _official(world: World) -> int:
    return sum(source.kind == "official" for source in world.sources)


def _listed(codes: object) -> str:
    return ", ".join(codes) if isinstance(codes, list) and codes else "nowhere"


def _wrapped(text: str, indent: int = 0) -> list[str]:
    space = " " * indent
    return textwrap.wrap(
        text,
        WIDTH,
        initial_indent=space,
        subsequent_indent=space + "  ",
        break_on_hyphens=False,
        break_long_words=False,
    )
