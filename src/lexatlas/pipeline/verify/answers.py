"""The four answers of `verify`, never merged, and the exit code that follows from them."""

from collections.abc import Iterable, Mapping
from typing import Literal

from lexatlas.core.canonical import Value
from lexatlas.core.claims import VERDICT_NAMES, Verdict

IntegrityWord = Literal["authenticated", "consistent, not authenticated", "fails"]
DerivationWord = Literal[
    "re-derived",
    "nothing to derive",
    "re-derived, reader differs",
    "matches the enclosed excerpt; full source not enclosed",
    "stands on stored text only",
    "fails",
    "cannot be given",
]
"""From best to worst; the worst of all texts is the answer."""
JudgementWord = Literal[
    "agrees",
    "agrees, with a code given by a person",
    "agrees by its own codebook",
    "differs",
    "cannot be given",
    "fails",
]
OriginWord = Literal[
    "as claimed",
    "as claimed; the addresses give the same bytes",
    "as claimed; the addresses give other bytes",
    "as claimed; not every address could be fetched",
    "cannot be given",
]

FAILING_DERIVATIONS = ("stands on stored text only", "fails", "cannot be given")
FAILING_JUDGEMENTS = ("fails", "cannot be given")
FAILING_VERDICTS = ("partial", "contradicted", "unverified")
SHOWN = 8


class Integrity(Value):
    """Whether every byte is as sealed."""

    answer: IntegrityWord
    reason: str


class Derivation(Value):
    """Whether the texts, and the quotes in them, come from the raw bytes."""

    answer: DerivationWord
    reason: str


class Judgement(Value):
    """Whether verdicts, status and page follow from texts and codebook, as the programs of today judge."""

    answer: JudgementWord
    reason: str


class Origin(Value):
    """What is claimed of where the bytes come from, and whether anything shows it."""

    answer: OriginWord
    reason: str


class Verification(Value):
    """What `verify` answers of one bundle.

    `seal` is computed, "" when the files could not be listed. `verdicts` counts claims by the verdict of
    today's checks, every code named; it is empty when the checks could not run.
    """

    seal: str
    integrity: Integrity
    derivation: Derivation
    judgement: Judgement
    origin: Origin
    verdicts: dict[str, int] = {}


def exit_code(found: Verification) -> int:
    """Return 0 when nothing fails and every claim matches its source or is supported; else 1.

    A judgement that fails counts too: a changed status or verdict must not leave with 0. One that "differs"
    does not, for then today's verdicts, which are counted, are the ones that hold.
    """
    fails = (
        found.integrity.answer == "fails"
        or found.derivation.answer in FAILING_DERIVATIONS
        or found.judgement.answer in FAILING_JUDGEMENTS
        or any(found.verdicts.get(code, 0) for code in FAILING_VERDICTS)
    )
    return 1 if fails else 0


def counts(verdicts: Mapping[str, Verdict]) -> dict[str, int]:
    """Count claims by verdict, every code named, in the order of the codes."""
    codes = [verdict.code for verdict in verdicts.values()]
    return {code: codes.count(code) for code in VERDICT_NAMES}


def sentences(parts: Iterable[str]) -> str:
    """Join sentences into a reason, the first few only, with the number of the rest."""
    found = list(dict.fromkeys(parts))
    rest = f" And {len(found) - SHOWN} more." if len(found) > SHOWN else ""
    return " ".join(found[:SHOWN]) + rest
