"""Everything that people read: claims, records of our own search, and fixed labels, in order."""

from typing import Annotated, Literal

from pydantic import Field

from lexatlas.core.canonical import Value

SECTIONS = (
    "Executive Summary", "Key Pillars", "Landmark Laws", "Considerations", "Notes",
    "Remaining Uncertainties", "Detailed Explanation", "Summary Points", "Full Analysis Report",
    "Source Evidence", "Web Sources", "Reviews",
)  # fmt: skip


class ClaimStatement(Value):
    """A claim named in a section; `again` marks a place where it is named without being printed in full."""

    kind: Literal["claim"] = "claim"
    claim: str
    label: str = ""
    group: str = ""
    again: bool = False


class RecordStatement(Value):
    """A record of our own search, backed by ledger entries; never "there is no …"."""

    kind: Literal["record"] = "record"
    sentence: str
    ledger: tuple[str, ...]
    label: str = ""
    group: str = ""


class LabelStatement(Value):
    """A fixed text from a template, with an optional value that is a name or date held elsewhere."""

    kind: Literal["label"] = "label"
    text: str
    value: str = ""
    claims: tuple[str, ...] = ()
    group: str = ""


Statement = Annotated[ClaimStatement | RecordStatement | LabelStatement, Field(discriminator="kind")]


class Section(Value):
    """A named section of the page with its statements in reading order."""

    name: str
    statements: tuple[Statement, ...] = ()
