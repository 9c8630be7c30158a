"""How an act ends: done, or refused with a sentence for a person; neither is an exception."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Done:
    """What was done, as a sentence; the numbers of the analysis and version that it concerns, 0 for none."""

    sentence: str
    analysis: int = 0
    version: int = 0


@dataclass(frozen=True)
class Refused:
    """Why nothing was done and what to do, as a sentence; `forbidden` when it is a matter of rights.

    `stale` is the number of the version that came in between, 0 when that is not the reason.
    """

    sentence: str
    forbidden: bool = False
    stale: int = 0


Outcome = Done | Refused
