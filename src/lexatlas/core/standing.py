"""What happened to an analysis after it was made: a snapshot of rows that a site keeps."""

from typing import Literal

from lexatlas.core.canonical import Value

STAGES = (
    "Step 1 Base Research", "Step 2 Comparison Analysis", "Step 3 Blended Synthesis", "In Review",
    "Reconciled", "Live", "Archived",
)  # fmt: skip


class ReviewClaimed(Value):
    """A review as a file claims it: without effect on anything that we compute."""

    kind: Literal["Challenge", "Approval", "Refinement"]
    who: str
    role: str
    date: str
    text: str


class Standing(Value):
    """Public number, version, workflow stage and reviews, as an export shows them."""

    number: str = ""
    version: str = "Latest"
    workflow_stage: str = STAGES[0]
    reviews: tuple[ReviewClaimed, ...] = ()
