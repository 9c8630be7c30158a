"""What rows of the folder authorities/ lack: above all a document that was opened, and the place in it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from lexatlas.codebook.authorities import FIELDS, Authority, LawBook, World, WorldRow, WorldSource
from lexatlas.codebook.jurisdictions import Places, folded

HOST = re.compile(r"(?=.{4,253}$)([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,63}")
ADDRESS = re.compile(r"https?://[^\s/]+\.[^\s/]+(/\S*)?")
ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
FOLDER = "authorities"


def lint_world(world: World, places: Places) -> Iterator[str]:
    """Every finding as a sentence that names the row and what to do; none when the rows are clean."""
    rows: tuple[Authority | LawBook, ...] = (*world.authorities, *world.lawbooks)
    cited = {reading.source for row in rows for reading in row.read}
    yield from _twice("source", [source.id for source in world.sources])
    yield from _twice("row", [row.id for row in rows])
    for source in world.sources:
        yield from _source(source, cited)
    listed = {source.id for source in world.sources}
    for row in rows:
        where = f"{FOLDER}: the row {row.id}"
        yield from _place(row, places, where)
        yield from _names(row, where)
        yield from _readings(row, listed, where)
    yield from _same(world.authorities)
    yield from _same(world.lawbooks)


def _twice(what: str, ids: list[str]) -> Iterator[str]:
    for key, count in sorted(Counter(ids).items()):
        if count > 1:
            yield f"{FOLDER}: the {what} {key} stands twice; rename or remove one."
        if not ID.fullmatch(key):
            yield f"{FOLDER}: the {what} {key} is not written in small letters, digits and hyphens; rename it."


def _source(source: WorldSource, cited: set[str]) -> Iterator[str]:
    where = f"{FOLDER}: the source {source.id}"
    if not source.title.strip():
        yield f"{where} has no title; give the document's own."
    if not ADDRESS.fullmatch(source.address):
        yield f"{where} has the address “{source.address}”, which cannot be opened; give it in full."
    if source.id not in cited:
        yield f"{where} carries no row; remove it, or name it where a row was read in it."


def _place(row: WorldRow, places: Places, where: str) -> Iterator[str]:
    place = places.find(row.jurisdiction)
    if place is None or place.code != row.jurisdiction:
        yield f"{where} has the jurisdiction {row.jurisdiction}, which is no code of jurisdictions.toml; mend it."
    elif any(each.kind == "sample" for each in (place, *places.parents(place.code))):
        yield f"{where} belongs to the sample place {place.code}; rows are of real places only."


def _names(row: Authority | LawBook, where: str) -> Iterator[str]:
    if not row.names() and not row.abbreviation:
        yield f"{where} has neither name nor abbreviation; give the one in the document."
    if bool(row.name_own) != bool(row.language):
        yield f"{where} needs name_own and language both, or neither; add or remove one."
    if any(name != " ".join(name.split()) for name in row.names()):
        yield f"{where} has stray spaces in a name; mend it."
    if row.domain and not HOST.fullmatch(row.domain):
        yield f"{where} has the domain “{row.domain}”, which is no bare host name; leave scheme and path out."
    if isinstance(row, Authority) and not row.roles:
        yield f"{where} has no role; give what the document says of it."


def _readings(row: WorldRow, listed: set[str], where: str) -> Iterator[str]:
    if not row.read:
        yield f"{where} names no document in which it was read; open one, or remove the row."
        return
    for reading in row.read:
        if reading.source not in listed:
            yield f"{where} cites {reading.source}, which is no listed source; list its title, address and day."
        if not reading.place.strip():
            yield f"{where} does not say where in {reading.source} it was read; give heading, row or article."
        for name in reading.fields:
            if name not in FIELDS:
                yield f"{where} says that {name} was read, which is no field of a row; remove it."
            elif name not in row.filled():
                yield f"{where} says that {name} was read and does not give it; give it, or say it was not."
    shown = {name for reading in row.read for name in reading.fields}
    for name in (name for name in row.filled() if name not in shown):
        yield f"{where} gives {name} without a document that shows it; name the document, or remove it."


def _same(rows: tuple[Authority, ...] | tuple[LawBook, ...]) -> Iterator[str]:
    seen: dict[tuple[str, str], str] = {}
    for row in rows:
        for name in {folded(name) for name in row.names()}:
            other = seen.setdefault((row.jurisdiction, name), row.id)
            if other != row.id:
                yield f"{FOLDER}: the rows {other} and {row.id} name one body of {row.jurisdiction}; merge them."
