"""The Document: one finished analysis as a value that is hashed and then kept unchanged."""

from typing import Literal

from pydantic import Field

from lexatlas.core.canonical import Value, canonical_json, sha256_hex
from lexatlas.core.claims import Claim, ForceState, Verdict
from lexatlas.core.evidence import Gap, InstrumentKind, LedgerEntry, Snapshot, Source
from lexatlas.core.facts import LegalDate
from lexatlas.core.recipe import Brief, Recipe
from lexatlas.core.statements import Section

SCHEMA_VERSION = 1
NOTICE = (
    "Research aid, not legal advice. Marks compare sentences with archived copies; they do not say that a law "
    "is current, complete or applies to you. Read the official text and ask counsel before you act. "
    "Machine-coded unless signed."
)
Maturity = Literal[
    "none", "announced", "consultation", "bill", "enacted-not-in-force", "transitional", "pilot",
    "in-force", "under-amendment", "suspended", "lapsed", "repealed", "not-shown",
]  # fmt: skip
SubAnswer = Literal["lawful", "unlawful", "not-addressed", "conflicting"]
SPECIAL_CODES = ("unresearched", "undetermined", "no-evidence", "varies", "contested", "not-applicable")
ABSTENTIONS = ("unresearched", "undetermined")


class CodebookUsed(Value):
    """Which codebook the analysis was coded from; `files` maps names to SHA-256."""

    edition: int
    sha256: str
    files: dict[str, str]


class Reason(Value):
    """One ground of the status: the rule or signal of the codebook and the claims that met it."""

    rule: str
    text: str
    claims: tuple[str, ...] = ()


class Abstention(Value):
    """What stands in the place of a code: what was found, what is missing, where to look."""

    found: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()
    look: tuple[str, ...] = ()


class Flag(Value):
    """A flag of codebook rule 3, with its value and the claims that show it."""

    name: str
    value: str
    claims: tuple[str, ...] = ()


class Status(Value):
    """The answer: a code of the topic's scale, or a special code; with grounds, flags and what it lacks."""

    code: str
    name: str
    special: bool = False
    second_line: str = ""
    sub_answers: dict[str, SubAnswer] = {}
    regime: str = ""
    maturity: Maturity = "not-shown"
    reasons: tuple[Reason, ...] = ()
    flags: tuple[Flag, ...] = ()
    abstention: Abstention | None = None
    note: str = ""

    @property
    def coded(self) -> bool:
        """Whether a code of the scale is given."""
        return not self.special

    @property
    def told(self) -> str:
        """The name of the code, or that there is none."""
        return self.name if self.coded else f"no code ({self.name.lower()})"


class ForceShown(Value):
    """What the head says on force, with the sentence that goes with it."""

    state: ForceState
    sentence: str = ""


class EvidenceFactors(Value):
    """What confidence is computed from; reviews and today's date come in with the standing."""

    tiers: tuple[str, ...] = ()
    independent_official: int = 0
    shown_current: bool = False
    open_uncertainty: bool = False
    level: Literal["High", "Medium", "Low", "None"] = "None"
    reasons: tuple[str, ...] = ()
    lacks: tuple[str, ...] = ()


class InstrumentEntry(Value):
    """A law or paper as the page lists it: each known date by its kind, one line, its source."""

    id: str
    title: str
    reference: str = ""
    kind: InstrumentKind
    maturity: Maturity
    force: ForceState
    group: Literal["law", "pending", "guidance", "other"]
    dates: tuple[LegalDate, ...] = ()
    date_claims: tuple[str, ...] = ()
    line_claim: str = ""
    sources: tuple[str, ...] = ()


class Override(Value):
    """A code that a person gave in the place of the one that the rules give; both are told, and why.

    `ruled` is the whole status that the rules give; `claims` are those that the person rests the code on.
    """

    code: str
    reason: str
    claims: tuple[str, ...] = ()
    ruled: Status


class Edited(Value):
    """That people edited what a program made: `of` is the SHA-256 of the document edited, `by` a person's key.

    The key tells nothing of who it is: a name could never be taken out of a hashed document again.
    """

    of: str
    by: str
    override: Override | None = Field(default=None, exclude_if=lambda given: given is None)


class Document(Value):
    """A finished analysis. Identical input gives identical bytes: no clock, no floats, sorted keys."""

    schema_version: Literal[1] = 1
    brief: Brief
    recipe: Recipe
    codebook: CodebookUsed
    status: Status
    force: ForceShown
    factors: EvidenceFactors
    text_as_of: str | None = None
    sources: tuple[Source, ...] = ()
    snapshots: tuple[Snapshot, ...] = ()
    instruments: tuple[InstrumentEntry, ...] = ()
    claims: tuple[Claim, ...] = ()
    verdicts: tuple[Verdict, ...] = ()
    sections: tuple[Section, ...] = ()
    ledger: tuple[LedgerEntry, ...] = ()
    gaps: tuple[Gap, ...] = ()
    queries: tuple[str, ...] = ()
    imported: dict[str, str] = {}
    edited: Edited | None = Field(default=None, exclude_if=lambda edited: edited is None)
    notice: str = NOTICE

    @property
    def sha256(self) -> str:
        """The hash of the canonical form."""
        return sha256_hex(canonical_json(self))

    @property
    def id(self) -> str:
        """The bundle's own id, `<jurisdiction>.<topic>.<level>@<first 12 hex>`."""
        brief = self.brief
        return f"{brief.jurisdiction}.{brief.topic}.{brief.level}@{self.sha256[:12]}"

    @property
    def override(self) -> Override | None:
        """What a person put in the place of the rules' code; None where the rules give it."""
        return self.edited.override if self.edited else None

    def claims_by_id(self) -> dict[str, Claim]:
        """Map claim ids to claims."""
        return {claim.id: claim for claim in self.claims}

    def verdicts_by_claim(self) -> dict[str, Verdict]:
        """Map claim ids to verdicts."""
        return {verdict.claim: verdict for verdict in self.verdicts}
