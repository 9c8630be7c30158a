"""Copies that lists are sorted and filtered by: columns of an analysis, made again from its latest version."""

from dataclasses import dataclass
from datetime import datetime

from lexatlas.core.workflow import stage_shown
from lexatlas.store.models import Analysis, Review, Version


@dataclass(frozen=True)
class Stood:
    """What reviews make of a version: approved by somebody, challenged with nothing settled yet."""

    approved: bool
    challenged: bool


def stood(version: Version) -> Stood:
    """Return what the reviews given of this very version make of it."""
    rows = Review.objects.filter(version=version).values_list("kind", "state")
    return Stood(approved=("Approval", "given") in rows, challenged=("Challenge", "open") in rows)


def shown_stage(version: Version) -> str:
    """Return the stage of a version as people read it."""
    found = stood(version)
    return stage_shown(version.stage, approved=found.approved, challenged=found.challenged)  # type: ignore[arg-type]  # a row holds plain text


def refresh(analysis: Analysis, *, at: datetime | None) -> None:
    """Make the copies again; `at` becomes the time of the last change, None leaves that time as it is.

    To be called in the transaction of every act that adds a version, moves one or changes its reviews.
    """
    versions = Version.objects.filter(analysis=analysis)
    latest = versions.order_by("-number").first()
    analysis.latest = latest
    analysis.live = versions.filter(stage="Live").first()
    analysis.code, analysis.code_name = (latest.code, latest.code_name) if latest else ("", "")
    analysis.stage = shown_stage(latest) if latest else ""
    analysis.confidence = latest.confidence if latest else ""
    analysis.as_of = latest.as_of if latest else ""
    analysis.changed_at = at or analysis.changed_at
    analysis.save()
