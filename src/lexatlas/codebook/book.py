"""One codebook in hand: topics, places, tiers and the hash that every analysis cites."""

from __future__ import annotations

import difflib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path
from types import MappingProxyType

from lexatlas.codebook import reader
from lexatlas.codebook.authorities import World
from lexatlas.codebook.authorities_reader import world_of
from lexatlas.codebook.changes import Change
from lexatlas.codebook.edition import edition_hash, file_hashes, read_files
from lexatlas.codebook.jurisdictions import NotApplicable, Place, Places
from lexatlas.codebook.tiers import TiersFile
from lexatlas.codebook.topic import Family, Topic
from lexatlas.core.errors import InputError

SHARED_FILES = (
    "changelog.toml",
    "edition.toml",
    "cues.toml",
    "jurisdictions.toml",
    "not_applicable.toml",
    "tiers.toml",
)


@dataclass(frozen=True)
class Codebook:
    """What an edition holds; mappings are sorted by key and cannot be changed.

    ``files`` are the bytes that were read, ``sha256`` the hash over their canonical listing,
    ``edition`` the edition number, ``cues`` the families that topics share, ``changes`` what was changed when,
    ``person`` and ``asset`` who and what every question means.
    """

    edition: int
    sha256: str
    files: Mapping[str, bytes]
    topics: Mapping[str, Topic]
    cues: Mapping[str, Family]
    places: Places
    tiers: TiersFile | None
    not_applicable: tuple[NotApplicable, ...]
    changes: tuple[Change, ...] = ()
    person: str = ""
    asset: str = ""

    def topic(self, topic_id: str) -> Topic:
        """The topic with that id; raises InputError with near matches when there is none."""
        wanted = topic_id.strip().casefold().replace("_", "-").replace(" ", "-")
        if wanted in self.topics:
            return self.topics[wanted]
        near = difflib.get_close_matches(wanted, list(self.topics), n=3, cutoff=0.6)
        hint = f"Did you mean {' or '.join(near)}?" if near else f"Topics: {', '.join(self.topics)}."
        raise InputError(f"No topic is called “{topic_id}”. {hint}")

    def jurisdiction(self, code_or_name: str) -> Place:
        """The place with that code, name or alias; raises InputError with near matches."""
        return self.places.get(code_or_name)

    def why_not_applicable(self, jurisdiction: str, topic_id: str) -> NotApplicable | None:
        """The row of the fixed list that says why no code is sought; None when one is."""
        rows = (row for row in self.not_applicable if row.jurisdiction == jurisdiction)
        return next((row for row in rows if not row.topics or topic_id in row.topics), None)

    def ranking(self) -> TiersFile:
        """How sources are ranked; raises InputError where the files hold no tiers.toml."""
        if self.tiers is None:
            raise InputError(
                "The codebook has no tiers.toml, so sources cannot be ranked. Use a whole codebook."
            )
        return self.tiers

    @cached_property
    def world(self) -> World:
        """The world's authorities and law books, read when first asked for; empty in a bundle's copy.

        No analysis rests on them and no bundle carries them. Raises InputError with every fault at once.
        """
        return world_of(self.files)

    def file_hashes(self) -> dict[str, str]:
        """The sha256 of each file by name."""
        return file_hashes(self.files)

    def files_for(self, *topic_ids: str) -> dict[str, bytes]:
        """The files that an analysis of these topics used, by name: enough to load and judge it again."""
        wanted = {*SHARED_FILES, *(f"topics/{topic_id}.toml" for topic_id in topic_ids)}
        return {name: self.files[name] for name in sorted(wanted) if name in self.files}


def load(path: Path | str | None = None) -> Codebook:
    """The codebook of the package, or of a folder such as a bundle's copy, which may hold fewer topics.

    Raises InputError with every fault of every file, one sentence a line.
    """
    return _packaged() if path is None else from_files(read_files(Path(path)))


@cache
def _packaged() -> Codebook:
    return from_files(read_files())


def from_files(files: Mapping[str, bytes]) -> Codebook:
    """The codebook that these files make, by name; raises InputError with every fault at once."""
    parsed = reader.parse(files)
    reader.refuse(parsed.faults)
    assert parsed.edition is not None  # refuse() has told of a missing edition file
    return Codebook(
        edition=parsed.edition.number,
        sha256=edition_hash(files),
        files=MappingProxyType(dict(sorted(files.items()))),
        topics=MappingProxyType(parsed.topics),
        cues=MappingProxyType(parsed.cues),
        places=parsed.places,
        tiers=parsed.tiers,
        not_applicable=parsed.not_applicable,
        changes=parsed.changes,
        person=parsed.edition.person,
        asset=parsed.edition.asset,
    )
