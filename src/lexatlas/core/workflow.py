"""Stages of an analysis, the acts that move it, who may do them, and each refusal as a sentence."""

from dataclasses import dataclass
from typing import Literal, get_args

Role = Literal["reader", "analyst", "reviewer", "editor", "admin"]
ROLES: tuple[Role, ...] = get_args(Role)
"""Each has the acts of those before it."""

Stage = Literal[
    "Step 1 Base Research", "Step 2 Comparison Analysis", "Step 3 Blended Synthesis", "In Review", "Live", "Archived"
]  # fmt: skip
"""What a row keeps. *Reconciled* is worked out from reviews (`stage_shown`) and kept nowhere."""
DRAFT: tuple[Stage, ...] = ("Step 1 Base Research", "Step 2 Comparison Analysis", "Step 3 Blended Synthesis")
RECONCILED = "Reconciled"

Act = Literal[
    "read live", "read all", "import", "commission", "edit", "submit", "look again", "answer",
    "review", "resolve", "publish", "archive", "restore", "assign", "correct", "retire", "label", "export in bulk",
    "people", "settings", "retention", "audit",
]  # fmt: skip
LEAST: dict[Act, Role] = {
    "read live": "reader",
    "read all": "analyst",
    "import": "analyst",
    "commission": "analyst",
    "edit": "analyst",
    "submit": "analyst",
    "look again": "analyst",
    "answer": "analyst",
    "review": "reviewer",
    "resolve": "reviewer",
    "publish": "editor",
    "archive": "editor",
    "restore": "editor",
    "assign": "editor",
    "correct": "editor",
    "retire": "editor",
    "label": "editor",
    "export in bulk": "editor",
    "people": "admin",
    "settings": "admin",
    "retention": "admin",
    "audit": "admin",
}
"""The first role, in the order of `ROLES`, that may do an act."""


def may(role: Role | None, act: Act) -> bool:
    """Whether a role may do an act; None is somebody who is not signed in."""
    return role is not None and ROLES.index(role) >= ROLES.index(LEAST[act])


@dataclass(frozen=True)
class Move:
    """An act that changes the stage of a version: from which stages (as shown), and to which."""

    act: Act
    since: tuple[str, ...]
    to: Stage
    refusal: str


MOVES: dict[Act, Move] = {
    move.act: move
    for move in (
        Move("submit", DRAFT, "In Review", "Only a draft is submitted; version {version} is {stage}."),
        Move("publish", (RECONCILED,), "Live", "Only a reconciled version is published: approved, with no open "
             "challenge. Version {version} is {stage}{why}."),
        Move("archive", (*DRAFT, "In Review", RECONCILED, "Live"), "Archived",
             "Version {version} is archived already."),
        Move("restore", ("Archived",), "In Review",
             "Only an archived version is restored; version {version} is {stage}."),
    )
}  # fmt: skip


def stage_shown(stage: Stage, *, approved: bool, challenged: bool) -> str:
    """Return the stage that people read: a version in review that is approved and not challenged is reconciled."""
    return RECONCILED if stage == "In Review" and approved and not challenged else stage


def refused(act: Act, shown: str, version: int, why: str = "") -> str:
    """Return the sentence that refuses a move from the stage shown, "" when the move is allowed."""
    move = MOVES[act]
    if shown in move.since:
        return ""
    return move.refusal.format(version=version, stage=shown, why=f": {why}" if why else "")
