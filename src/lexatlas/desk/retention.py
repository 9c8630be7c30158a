"""What may be forgotten: copies behind versions archived long ago, and single texts; never under legal hold.

`by` is None for the command line itself.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db.models import Q

from lexatlas.desk import event
from lexatlas.desk.act import written
from lexatlas.desk.free_text import cleaned, needed
from lexatlas.desk.locked import locked_analysis
from lexatlas.desk.may import refuses
from lexatlas.desk.outcome import Done, Outcome, Refused
from lexatlas.desk.site_settings import RETENTION
from lexatlas.store.archive import archive
from lexatlas.store.models import Analysis, Findable, Person, SnapshotRow, SourceRow, Words
from lexatlas.store.models.events import SITE
from lexatlas.store.queries.kept_files import kept_files
from lexatlas.store.queries.site import setting
from lexatlas.store.queries.words import written as written_text


@dataclass(frozen=True)
class Removable:
    """Copies that may be deleted: the sources that they stand behind, the versions, and the texts by hash."""

    sources: tuple[int, ...]
    versions: tuple[int, ...]
    texts: tuple[str, ...]


def removable(*, days: int, at: datetime) -> Removable:
    """Return what may be deleted after `days` days; nothing for 0.

    A text is kept while any version uses it that is not archived for so long, or whose analysis is under legal hold.
    """
    if days < 1:
        return Removable((), (), ())
    kept = SourceRow.objects.filter(snapshot__isnull=False, removed_at__isnull=True)
    old = Q(version__stage="Archived", version__archived_at__lt=at - timedelta(days=days))
    due = old & Q(version__analysis__legal_hold=False)
    used = kept.exclude(due).values("snapshot_id")
    rows = kept.filter(due).exclude(snapshot_id__in=used).order_by("id")
    found = list(rows.values_list("id", "version_id", "snapshot_id"))
    return Removable(
        tuple(source for source, _, _ in found),
        tuple(sorted({version for _, version, _ in found})),
        tuple(sorted({str(text) for _, _, text in found})),
    )


def remove_old(*, by: Person | None, at: datetime) -> Outcome:
    """Delete the copies that the site's setting lets go: rows first, then files that no row names any more.

    Documents stay, and with them every quote in its exact words. `by` is None for the command line itself.
    """
    refusal = _allowed(by)
    if refusal:
        return refusal
    days = int(setting(RETENTION, "0"))
    gone: set[str] = set()

    def write() -> Outcome:
        found = removable(days=days, at=at)
        if not found.sources:
            return Refused("Nothing is to be deleted." if days else "The setting keeps everything (0 days).")
        gone.update(_names(found.sources))
        SourceRow.objects.filter(id__in=found.sources).update(removed_at=at, has_raw=False)
        SnapshotRow.objects.filter(text__in=found.texts).update(whole=False, has_raw=False)
        Findable.objects.filter(snapshot__in=found.texts).delete()
        payload = {"versions": list(found.versions), "texts": list(found.texts), "days": days}
        event.record(chain=SITE, act="copies deleted", by=by, at=at, payload=payload)
        return Done(
            f"The copies of {len(found.texts)} texts behind {len(found.versions)} archived versions are deleted."
        )

    done = written(write)
    if isinstance(done, Done):
        _delete(gone)
    return done


def _allowed(by: Person | None) -> Refused | None:
    return None if by is None else refuses(by, "retention")


def _names(sources: Iterable[int]) -> set[str]:
    rows = SourceRow.objects.filter(id__in=list(sources))
    listed = rows.values_list("snapshot_id", "structure", "excerpts", "raw")
    return {str(name) for row in listed for name in row if name}


def _delete(names: set[str]) -> None:
    # Asked again now that the rows are gone: an import may have brought one of them anew.
    for name in sorted(names - kept_files().all):
        archive().remove(name)


def legal_hold(*, analysis: int, on: bool, reason: str, by: Person | None, at: datetime) -> Outcome:
    """Keep everything behind an analysis from being deleted, or let go of it."""
    said = cleaned(reason)
    refusal = _allowed(by) or needed(said, "The reason")
    if refusal:
        return refusal

    def write() -> Outcome:
        row = locked_analysis(analysis)
        if isinstance(row, Refused):
            return row
        if row.legal_hold == on:
            return Refused(f"Analysis {analysis} is {'' if on else 'not '}under legal hold already.")
        Analysis.objects.filter(pk=analysis).update(legal_hold=on)
        payload = {"on": on, "words": event.words(text=said, by=by, at=at).commitment}
        event.record(chain=str(analysis), act="legal hold", by=by, at=at, payload=payload)
        return Done(f"Analysis {analysis} is {'under' if on else 'no longer under'} legal hold.", analysis)

    return written(write)


def blank_text(*, commitment: str, by: Person | None, at: datetime) -> Outcome:
    """Blank a text that somebody wrote, found by the commitment that an event carries; the chain still holds.

    Refused while an analysis in whose chain it is named is under legal hold.
    """
    refusal = _allowed(by)
    if refusal:
        return refusal

    def write() -> Outcome:
        row = Words.objects.select_for_update().filter(commitment=commitment).first()
        if row is None:
            return Refused("No text has this commitment. Copy it whole from the audit log.")
        if row.blanked_at is not None:
            return Refused("This text was blanked already.")
        held = _held(commitment)
        if held:
            return Refused(
                f"Analysis {held} is under legal hold, and this text belongs to it. End the hold first."
            )
        row.text, row.salt, row.blanked_at = "", "", at
        row.save(update_fields=["text", "salt", "blanked_at"])
        event.record(chain=SITE, act="text blanked", by=by, at=at, payload={"words": commitment})
        return Done("The text is blanked. Its commitment stays in the chain and proves nothing any more.")

    return written(write)


def _held(commitment: str) -> int:
    """Return an analysis under legal hold whose chain names the text, 0 when there is none."""
    found = written_text(commitment)
    numbers = sorted({int(each.chain) for each in found.named if each.chain != SITE}) if found else []
    held = Analysis.objects.select_for_update().filter(pk__in=numbers, legal_hold=True).order_by("id").first()
    return held.pk if held else 0
