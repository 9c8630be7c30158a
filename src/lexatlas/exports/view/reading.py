"""Where a page is read: as a file of its own, or on a site that knows who read what and keeps the copies."""

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True)
class Reading:
    """What differs from place to place; the words of a document never do.

    `read_by` says by claim id who opened its quotes ("I. Tavor, reviewer"); a claim that is not in it was read by
    nobody. `viewer` is the address of a page that shows an archived copy, with {text}, {start} and {end} to be
    filled in; "" where there is none. `withholds` is True where words of private sources are not shown. `names` says
    who a person's key stands for ("p-1f…": "I. Tavor"): a document holds keys, so that a name can be forgotten.
    `lacking` names the texts (by SHA-256) whose copies the site should have and has not: no quote leads to those.
    """

    read_by: Mapping[str, str] = field(default_factory=dict)
    viewer: str = ""
    withholds: bool = False
    names: Mapping[str, str] = field(default_factory=dict)
    lacking: frozenset[str] = frozenset()

    def opened_at(self, text: str, start: int, end: int) -> str:
        """Return the address of the viewer at a place of a text, "" without a viewer or a copy to be viewed."""
        return "" if text in self.lacking else self.viewer.format(text=text, start=start, end=end)

    def origin(self, told: str) -> str:
        """Return the origin of a claim with the name of whoever wrote it, where the name is known here."""
        before, by, key = told.rpartition(" ")
        return f"{before}{by}{self.names.get(key, key)}"


AS_A_FILE = Reading()
