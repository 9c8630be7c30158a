"""Authorities and law books of the world: each row names the document, and the place in it, where it was read."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from typing import Literal, TypeVar

from lexatlas.codebook.jurisdictions import Places, folded
from lexatlas.codebook.topic import Row

Role = Literal[
    "central-bank", "banking", "payments", "securities", "derivatives", "insurance", "virtual-assets",
    "supervises", "licenses", "conduct", "aml", "fiu", "tax", "sanctions", "resolution",
]  # fmt: skip

FIELDS = ("jurisdiction", "name_en", "name_own", "abbreviation", "roles", "kind", "domain")
"""The fields that a document must show. The language of a name is read off the name itself."""


class WorldSource(Row):
    """A document that was opened: its title and address as found, who stands behind it, the day it was read.

    ``official`` is a publication of the authority itself or of a public body; ``secondary`` is anybody else's list.
    """

    id: str
    title: str
    address: str
    kind: Literal["official", "secondary"]
    read: datetime.date
    note: str = ""


class Reading(Row):
    """Where fields of a row were read: the document, the place in it (heading, row, article) and which fields."""

    source: str
    place: str
    fields: tuple[str, ...]


class WorldRow(Row):
    """What the rows have in common; an empty field is not shown by any document that was opened, never "none"."""

    id: str
    jurisdiction: str
    name_en: str = ""
    name_own: str = ""
    language: str = ""
    abbreviation: str = ""
    domain: str = ""
    read: tuple[Reading, ...] = ()

    def filled(self) -> tuple[str, ...]:
        """The fields of this row that say something, in the order of ``FIELDS``."""
        return tuple(name for name in FIELDS if getattr(self, name, None))

    def names(self) -> tuple[str, ...]:
        """The names that the row gives, English first."""
        return tuple(name for name in (self.name_en, self.name_own) if name)


class Authority(WorldRow):
    """A public body with its roles and the host of its official site."""

    roles: tuple[Role, ...] = ()


class LawBook(WorldRow):
    """An official place where law can be read: a database of laws, or a gazette that promulgates them.

    ``kind`` is None where the document calls it a source of law and does not say which of the two it is.
    """

    kind: Literal["database", "gazette"] | None = None


class WorldFile(Row):
    """One file of the folder authorities/: any of the three lists."""

    sources: tuple[WorldSource, ...] = ()
    authorities: tuple[Authority, ...] = ()
    lawbooks: tuple[LawBook, ...] = ()


R = TypeVar("R", Authority, LawBook)


@dataclass(frozen=True)
class World:
    """All rows of an edition, in the order of the files' names; empty where the files hold no such folder."""

    sources: tuple[WorldSource, ...] = ()
    authorities: tuple[Authority, ...] = ()
    lawbooks: tuple[LawBook, ...] = ()

    def source(self, source_id: str) -> WorldSource | None:
        """The document with that id; None when none is listed under it."""
        return next((row for row in self.sources if row.id == source_id), None)

    def authorities_of(self, code: str, places: Places) -> tuple[Authority, ...]:
        """The authorities of a place, then of its parents and unions; empty when none was sourced."""
        return _of(self.authorities, code, places)

    def lawbooks_of(self, code: str, places: Places) -> tuple[LawBook, ...]:
        """The law books of a place, then of its parents and unions; empty when none was sourced."""
        return _of(self.lawbooks, code, places)

    def named(self, name: str) -> tuple[Authority, ...]:
        """Every authority with that name or abbreviation, whatever its case or accents, of whatever place.

        Several places have an "SEC": more than one row means that the name alone does not tell whose it is.
        """
        wanted = folded(name)
        return tuple(
            row
            for row in self.authorities
            if wanted and wanted in {folded(each) for each in (*row.names(), row.abbreviation)}
        )

    def at_host(self, host: str) -> tuple[Authority | LawBook, ...]:
        """The rows whose official site is at that host, or at a host above it; empty when none is."""
        wanted = bare(host)
        rows: tuple[Authority | LawBook, ...] = (*self.authorities, *self.lawbooks)
        return tuple(row for row in rows if row.domain and _within(wanted, bare(row.domain)))


def bare(host: str) -> str:
    """A host name in small letters and without a leading "www."."""
    return host.strip().lower().rstrip(".").removeprefix("www.")


def _within(host: str, domain: str) -> bool:
    return host == domain or host.endswith(f".{domain}")


def _of(rows: tuple[R, ...], code: str, places: Places) -> tuple[R, ...]:
    order = [code, *(place.code for place in (*places.parents(code), *places.unions(code)))]
    return tuple(row for wanted in order for row in rows if row.jurisdiction == wanted)
