"""The programs of today that `verify` runs again, as functions that a door or a test hands in."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from lexatlas.bundle import Bundle
from lexatlas.codebook import Codebook
from lexatlas.core.claims import Verdict
from lexatlas.core.document import Document, EvidenceFactors, ForceShown, Status
from lexatlas.core.evidence import CanonicalText, ReaderId, Snapshot

Texts = Mapping[str, CanonicalText]
Verdicts = Mapping[str, Verdict]

Read = Callable[[bytes, Snapshot], tuple[CanonicalText, ReaderId]]
"""Raw bytes to text by the reader that the snapshot names; raises LexatlasError when it cannot."""


@dataclass(frozen=True)
class Recoded:
    """What the rules of a codebook make of claims and verdicts."""

    status: Status
    force: ForceShown
    factors: EvidenceFactors
    ruled: Status | None = None
    """What the rules give where a person gave the code; None where nobody did."""


@dataclass(frozen=True)
class Programs:
    """What is run again. `page` and `again` are None where whoever asks cannot render or analyse.

    `judge` gives a verdict for every claim of a document. `recode` applies the rules of the codebook to them.
    `flags` are what checks find wrong with a document as a whole, a sentence each; none of an imported page, whose
    every claim lacks support already. `page` renders the page of a bundle. `again` makes the whole document anew
    from the bundle's texts, or returns None when it was not made by rule; it is asked only of documents that the
    same release made, from texts that are enclosed whole.
    """

    read: Read
    judge: Callable[[Document, Texts, Codebook], Verdicts]
    recode: Callable[[Document, Texts, Codebook, Verdicts], Recoded]
    checks_version: str
    lexatlas: str
    page: Callable[[Bundle], bytes] | None = None
    again: Callable[[Bundle, Codebook], Document | None] | None = None
    flags: Callable[[Document, Texts, Codebook], list[str]] | None = None
