"""Moves a version from stage to stage: submitted, published, archived, restored.

From where to where, and each refusal, stands in `core.workflow.MOVES`.
"""

from collections.abc import Callable
from datetime import datetime
from typing import Any

from lexatlas.core.workflow import MOVES, Act, refused
from lexatlas.desk import copies, event
from lexatlas.desk.act import written
from lexatlas.desk.alone import signs_alone
from lexatlas.desk.free_text import cleaned, needed
from lexatlas.desk.locked import holds, locked_version
from lexatlas.desk.looking import correct, look_again, resume, retire
from lexatlas.desk.may import refuses
from lexatlas.desk.outcome import Done, Outcome, Refused
from lexatlas.desk.standing import Standing, standing_of
from lexatlas.store.models import Person, Version

__all__ = ["archive", "correct", "look_again", "publish", "restore", "resume", "retire", "submit"]

Change = Callable[[Version, Standing], dict[str, Any] | Refused]
"""Checks a move further and writes what belongs to it; returns what its event tells, or why it is refused."""


def submit(*, analysis: int, version: int, by: Person, at: datetime) -> Outcome:
    """Hand a draft over to review; only the newest version is."""

    def change(row: Version, _: Standing) -> dict[str, Any] | Refused:
        row.submitted_by = by
        return _newest(row) or {}

    return _moved("submit", analysis, version, by, at, change, f"Version {version} is in review.")


def publish(*, analysis: int, version: int, by: Person, at: datetime) -> Outcome:
    """Make a reconciled version the live one; the one that was live is archived in the same act.

    On a site of one analyst, and by its setting, a version without an approval is published as signed by its author
    alone. One that was found wrong is not published again: who approved it did not know that.
    """

    def change(row: Version, standing: Standing) -> dict[str, Any] | Refused:
        if row.corrected_at is not None:
            return Refused(
                f"Version {version} was found wrong on {row.corrected_at.date()}. Edit it, and publish the version "
                "that comes of it."
            )
        row.signed_alone = not standing.approved
        row.published_at = at
        row.archived_at = None
        before = Version.objects.filter(analysis=row.analysis_id, stage="Live").exclude(id=row.pk).first()
        if before:
            before.stage, before.archived_at = "Archived", at
            before.save(update_fields=["stage", "archived_at"])
        return {"replaces": before.number if before else 0, "alone": row.signed_alone}

    return _moved("publish", analysis, version, by, at, change, f"Version {version} is live.")


def archive(*, analysis: int, version: int, reason: str, by: Person, at: datetime) -> Outcome:
    """Take a version out of work, or out of readers' sight where it was live; it stays in the history."""

    def change(row: Version, _: Standing) -> dict[str, Any] | Refused:
        row.archived_at = at
        return {}

    return _moved("archive", analysis, version, by, at, change, f"Version {version} is archived.", reason)


def restore(*, analysis: int, version: int, reason: str, by: Person, at: datetime) -> Outcome:
    """Bring an archived version back into review; its approvals stand as they were given."""

    def change(row: Version, _: Standing) -> dict[str, Any] | Refused:
        row.archived_at = None
        return {}

    return _moved(
        "restore", analysis, version, by, at, change, f"Version {version} is in review again.", reason
    )


def _moved(
    act: Act, analysis: int, version: int, by: Person, at: datetime, change: Change, done: str,
    reason: str | None = None,
) -> Outcome:  # fmt: skip
    said = None if reason is None else cleaned(reason)
    refusal = refuses(by, act) or (None if said is None else needed(said, "The reason"))
    if refusal:
        return refusal

    if holds(analysis):
        copies.at_hand(analysis)

    def write() -> Outcome:
        row = locked_version(analysis, version)
        if isinstance(row, Refused):
            return row
        standing = standing_of([row.pk], today=at.date())[row.pk]
        refusal = _refused(act, row, standing, by) or _retired(row)
        told = refusal or change(row, standing)
        if isinstance(told, Refused):
            return told
        since, row.stage = row.stage, MOVES[act].to
        row.save(update_fields=["stage", "submitted_by", "published_at", "archived_at", "signed_alone"])
        copies.refresh(analysis, at=at)
        words = {"words": event.words(text=said, by=by, at=at).commitment} if said else {}
        payload = {"version": version, "document": row.document_id, "since": since, **told, **words}
        event.record(chain=str(analysis), act=act, by=by, at=at, payload=payload)
        return Done(done, analysis, version)

    return written(write)


def _refused(act: Act, row: Version, standing: Standing, by: Person) -> Refused | None:
    if act == "publish" and signs_alone(row, standing, by):
        return None
    sentence = refused(act, standing.stage, row.number, _why(standing))
    return Refused(sentence) if sentence else None


def _why(standing: Standing) -> str:
    if standing.challenged:
        return "a challenge is open"
    return "" if standing.approved else "nobody other than its author has approved it"


def _newest(row: Version) -> Refused | None:
    newest = Version.objects.filter(analysis=row.analysis_id).order_by("-number").first()
    if newest is None or newest.pk == row.pk:
        return None
    return Refused(
        f"Version {newest.number} came after version {row.number}. Submit that one, or compare the two.",
        stale=newest.number,
    )


def _retired(row: Version) -> Refused | None:
    if row.analysis.retired_at is None:
        return None
    return Refused(f"Analysis {row.analysis_id} is retired. An editor resumes it before its versions move.")
