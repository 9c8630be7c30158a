"""The sockets of the house, only where there are two plugs."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Protocol

from lexatlas.core.claims import Claim
from lexatlas.core.document import InstrumentEntry, Status
from lexatlas.core.evidence import Dossier, LedgerEntry
from lexatlas.core.recipe import Brief
from lexatlas.core.statements import Section


@dataclass(frozen=True)
class Draft:
    """What an analyst hands over to be checked; nothing in it has a verdict yet."""

    claims: tuple[Claim, ...]
    status: Status
    sections: tuple[Section, ...]
    instruments: tuple[InstrumentEntry, ...]
    ledger: tuple[LedgerEntry, ...]


class Analyst(Protocol):
    """Turns a question and a dossier into a draft."""

    name: str
    version: str

    def analyse(self, brief: Brief, dossier: Dossier) -> Draft:
        """Return a draft; raise nothing for want of evidence: an abstention is a draft too."""
        ...


class Journal(Protocol):
    """Remembers finished work: unique (run, step, item, input hash) -> a JSON value."""

    def recall(self, step: str, item: str, input_hash: str) -> Any | None:
        """Return the kept result, or None when this work is not done yet."""
        ...

    def keep(self, step: str, item: str, input_hash: str, result: Any) -> None:
        """Keep a result the moment it exists; safe from any thread, whole or not at all."""
        ...


Progress = Callable[[str], None]
"""Called with one sentence about what is being done."""
