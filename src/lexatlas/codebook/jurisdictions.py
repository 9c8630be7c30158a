"""Places: countries, unions, zones and states, found by code, name or alias, with near matches."""

from __future__ import annotations

import difflib
import unicodedata
from dataclasses import dataclass, field
from typing import Literal

from pydantic import Field

from lexatlas.codebook.topic import Row
from lexatlas.core.errors import InputError

NOT_SHOWN = "not shown"

PlaceKind = Literal["country", "union", "zone", "state", "province", "territory", "district", "sample"]


class Membership(Row):
    """One member of a union; ``from`` (here ``since``) is a date that a source gives, else "not shown"."""

    code: str
    since: str = Field(default=NOT_SHOWN, alias="from")
    until: str | None = None


class Place(Row):
    """One jurisdiction; ``currency`` and ``languages`` are empty where no opened source gives them."""

    code: str
    name: str
    kind: PlaceKind
    parent: str | None = None
    aliases: tuple[str, ...] = ()
    currency: str | None = None
    languages: tuple[str, ...] = ()
    members: tuple[Membership, ...] = ()
    source: str = ""
    note: str = ""


class SourceRow(Row):
    """Where rows of a data file were read: title, version and address or package."""

    id: str
    title: str
    version: str
    used_for: str


class PlacesFile(Row):
    """The file jurisdictions.toml: a notice, the sources opened, the rows."""

    notice: str
    sources: tuple[SourceRow, ...]
    places: tuple[Place, ...]


class NotApplicable(Row):
    """One place (and topic, or every topic) for which no code is sought, with the reason and its source."""

    jurisdiction: str
    topics: tuple[str, ...] = ()
    reason: str
    source: str


class NotApplicableFile(Row):
    """The file not_applicable.toml."""

    rows: tuple[NotApplicable, ...]


def folded(name: str) -> str:
    """A name as it is compared: case and accents folded, every other sign a single space."""
    plain = unicodedata.normalize("NFD", name).casefold()
    letters = "".join(c if c.isalnum() else " " for c in plain if not unicodedata.combining(c))
    return " ".join(letters.split())


@dataclass(frozen=True)
class Places:
    """All places of an edition and the questions about them."""

    rows: tuple[Place, ...]
    notice: str = ""
    sources: tuple[SourceRow, ...] = ()
    _by_code: dict[str, Place] = field(default_factory=dict, repr=False, compare=False)
    _by_name: dict[str, Place] = field(default_factory=dict, repr=False, compare=False)

    def __post_init__(self) -> None:
        for place in self.rows:
            self._by_code.setdefault(place.code.upper(), place)
            for name in (place.name, *place.aliases):
                self._by_name.setdefault(folded(name), place)

    def __contains__(self, code: object) -> bool:
        return isinstance(code, str) and code.upper() in self._by_code

    def find(self, text: str) -> Place | None:
        """The place with that code, name or alias, whatever its case or accents; None when unknown."""
        return self._by_code.get(text.strip().upper()) or self._by_name.get(folded(text))

    def get(self, text: str) -> Place:
        """Like ``find``; raises InputError with up to three near matches when the place is unknown."""
        place = self.find(text)
        if place is None:
            raise InputError(_unknown_place(text, self.near(text)))
        return place

    def near(self, text: str, limit: int = 3) -> tuple[Place, ...]:
        """Places whose code or name looks like the text, best first; empty when none does."""
        keys = [*self._by_code, *self._by_name]
        wanted = text.strip().upper() if len(text.strip()) <= 3 else folded(text)
        close = difflib.get_close_matches(wanted, keys, n=limit * 3, cutoff=0.6)
        close += [key for key in self._by_name if wanted and folded(text) and key.startswith(folded(text))]
        found: list[Place] = []
        for key in close:
            place = self._by_code.get(key) or self._by_name[key]
            if place not in found:
                found.append(place)
        return tuple(found[:limit])

    def parents(self, code: str) -> tuple[Place, ...]:
        """The chain of parents of a place, nearest first; empty for a country or an unknown code."""
        chain: list[Place] = []
        place = self._by_code.get(code.upper())
        while place and place.parent and place.parent.upper() in self._by_code:
            place = self._by_code[place.parent.upper()]
            if place in chain:
                break
            chain.append(place)
        return tuple(chain)

    def children(self, code: str) -> tuple[Place, ...]:
        """The places whose parent is this one, in file order."""
        return tuple(place for place in self.rows if place.parent == code)

    def unions(self, code: str) -> tuple[Place, ...]:
        """The unions that list this place, or its parents, as a member, in file order."""
        own = {code, *(parent.code for parent in self.parents(code))}
        return tuple(place for place in self.rows if own & {member.code for member in place.members})


def _unknown_place(text: str, near: tuple[Place, ...]) -> str:
    if not near:
        return f"No jurisdiction is called “{text}”. Give an ISO code such as SG, or an English name."
    names = " or ".join(f"{place.code} ({place.name})" for place in near)
    return f"No jurisdiction is called “{text}”. Did you mean {names}?"
