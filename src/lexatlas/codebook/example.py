"""What one boundary example of a topic holds: a passage of our own, the right code, and why."""

from __future__ import annotations

from datetime import date
from typing import Literal

from lexatlas.codebook.row import FlagName, Row

MISSING_WORDS = ("official-text", "law-in-force")
"""What an example without a code may lack beside signals: any official text; the law that it quotes in force."""


class Beside(Row):
    """A second text of an example, given with the first; ``place`` is whose law it is, the example's unless said."""

    kind: str
    tier: Literal["T1", "T2", "T3", "T4", "T5", "T6"]
    passage: str
    place: str = ""


class Example(Row):
    """A boundary case in our own words about an invented place, with the right code and why.

    ``second`` holds expected sub-answers; ``maturity``, ``regime`` and ``flags``, where given, are expected too.
    An example without a code names in ``missing`` what would give one: signals or ``sub-answer:value``, or one
    of MISSING_WORDS. ``place`` is the place asked about, where the fixed list of places or a part decides;
    ``beside`` are further texts given with the first.
    """

    id: str
    title: str
    language: str
    kind: str
    tier: Literal["T1", "T2", "T3", "T4", "T5", "T6"]
    as_of: date
    passage: str
    beside: tuple[Beside, ...] = ()
    code: str
    second: dict[str, str] | None = None
    maturity: str = ""
    regime: str = ""
    flags: tuple[FlagName, ...] = ()
    missing: tuple[str, ...] = ()
    place: str = ""
    why: str
