"""Acts that leave a version as it is: looked at again, corrected in public, its analysis retired or resumed."""

from datetime import datetime

from lexatlas.desk import event
from lexatlas.desk.act import written
from lexatlas.desk.free_text import LONGEST_LINE, cleaned, needed, on_one_line
from lexatlas.desk.keep import look_again_by
from lexatlas.desk.locked import locked_analysis, locked_version
from lexatlas.desk.may import refuses
from lexatlas.desk.outcome import Done, Outcome, Refused
from lexatlas.store.models import Analysis, Person, Version


def look_again(
    *, analysis: int, version: int, looked_in: str, found: str, by: Person, at: datetime
) -> Outcome:
    """Keep that somebody looked for later texts and what was found; the version stays, and so does its text.

    Only the newest or the live version is looked at again. `found` says what there was, as "nothing changed".
    """
    place, said = on_one_line(looked_in), cleaned(found)
    refusal = (
        refuses(by, "look again")
        or needed(place, "Where you looked", LONGEST_LINE)
        or needed(said, "What you found")
    )
    if refusal:
        return refusal

    def write() -> Outcome:
        row = locked_version(analysis, version)
        if isinstance(row, Refused):
            return row
        if version not in _bearing(row):
            return Refused(f"Version {version} is neither the newest nor live. Look at one that is.")
        again = look_again_by(row.analysis.topic, at.date())
        Analysis.objects.filter(id=analysis).update(looked_at=at.date(), look_again_by=again)
        payload = {
            "version": version,
            "document": row.document_id,
            "look_again_by": again.isoformat() if again else "",
            "looked_in": event.words(text=place, by=by, at=at).commitment,
            "words": event.words(text=said, by=by, at=at).commitment,
        }
        event.record(chain=str(analysis), act="look again", by=by, at=at, payload=payload)
        by_when = f" Look again by {again}." if again else ""
        return Done(f"Kept: looked at on {at.date()}.{by_when}", analysis, version)

    return written(write)


def _bearing(row: Version) -> list[int]:
    rows = Version.objects.filter(analysis=row.analysis_id).order_by("-number")
    return [
        *rows.values_list("number", flat=True)[:1],
        *rows.filter(stage="Live").values_list("number", flat=True),
    ]


def correct(*, analysis: int, version: int, reason: str, by: Person, at: datetime) -> Outcome:
    """Say in public that a version that is or was live is wrong: its page stays, under a dated banner."""
    said = cleaned(reason)
    refusal = refuses(by, "correct") or needed(said, "What is wrong")
    if refusal:
        return refusal

    def write() -> Outcome:
        row = locked_version(analysis, version)
        if isinstance(row, Refused):
            return row
        if row.published_at is None:
            return Refused(f"Version {version} was never live. Edit it, or archive it.")
        if row.corrected_at is not None and row.correction is not None and row.correction.text == said:
            return Refused(f"Version {version} bears this very correction since {row.corrected_at.date()}.")
        words = event.words(text=said, by=by, at=at)
        Version.objects.filter(pk=row.pk).update(corrected_at=at, correction=words)
        payload = {"version": version, "document": row.document_id, "words": words.commitment}
        event.record(chain=str(analysis), act="correct", by=by, at=at, payload=payload)
        return Done(f"Version {version} bears a correction of {at.date()}.", analysis, version)

    return written(write)


def retire(*, analysis: int, reason: str, by: Person, at: datetime) -> Outcome:
    """End work on an analysis: it takes no new version and nothing of it moves; refused while a version is live."""
    said = cleaned(reason)
    refusal = refuses(by, "retire") or needed(said, "The reason")
    if refusal:
        return refusal

    def write() -> Outcome:
        row = locked_analysis(analysis)
        if isinstance(row, Refused):
            return row
        if row.retired_at is not None:
            return Refused(f"Analysis {analysis} is retired already.")
        live = Version.objects.filter(analysis=row, stage="Live").first()
        if live:
            return Refused(f"Version {live.number} is live. Archive it first, so that nobody relies on it.")
        words = event.words(text=said, by=by, at=at)
        Analysis.objects.filter(pk=analysis).update(retired_at=at, retired_why=words, changed_at=at)
        event.record(chain=str(analysis), act="retire", by=by, at=at, payload={"words": words.commitment})
        return Done(f"Analysis {analysis} is retired.", analysis)

    return written(write)


def resume(*, analysis: int, by: Person, at: datetime) -> Outcome:
    """Take up a retired analysis again."""
    refusal = refuses(by, "retire")
    if refusal:
        return refusal

    def write() -> Outcome:
        row = locked_analysis(analysis)
        if isinstance(row, Refused):
            return row
        if row.retired_at is None:
            return Refused(f"Analysis {analysis} is not retired.")
        Analysis.objects.filter(pk=analysis).update(retired_at=None, retired_why=None, changed_at=at)
        event.record(chain=str(analysis), act="resume", by=by, at=at, payload={})
        return Done(f"Analysis {analysis} is taken up again.", analysis)

    return written(write)
