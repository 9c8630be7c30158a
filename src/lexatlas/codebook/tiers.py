"""The tiers of sources and the kinds of text, with what each may carry."""

from __future__ import annotations

from typing import Literal

from lexatlas.codebook.topic import Row


class Tier(Row):
    """One tier, from T1 (official law) to T6 (vendors); ``carries_status``: a code may rest on it."""

    code: Literal["T1", "T2", "T3", "T4", "T5", "T6"]
    name: str
    definition: str
    carries_status: bool


class TextKind(Row):
    """One kind of text, whether it is law, its rank among laws (1 is highest), and the tier it begins at."""

    code: str
    name: str
    law: bool
    rank: int | None = None
    tier: Literal["T1", "T2", "T3", "T4", "T5", "T6"]
    title_words: dict[str, tuple[str, ...]] = {}


class TiersFile(Row):
    """The file tiers.toml."""

    tiers: tuple[Tier, ...]
    kinds: tuple[TextKind, ...]

    def tier(self, code: str) -> Tier | None:
        """The tier with that code, or None."""
        return next((row for row in self.tiers if row.code == code), None)

    def kind(self, code: str) -> TextKind | None:
        """The kind of text with that code, or None."""
        return next((row for row in self.kinds if row.code == code), None)
