"""A refinement of a claim that is accepted: the new version that it makes, ready to be kept with the decision."""

from collections.abc import Callable
from datetime import datetime

from lexatlas.desk.edit import preview, ready
from lexatlas.desk.edit_changes import Changes, ClaimAsked, OverrideAsked
from lexatlas.desk.outcome import Outcome, Refused
from lexatlas.store.models import ClaimRow, Person, Review, Version
from lexatlas.store.queries.documents import document


def accepted(row: Review, *, by: Person, at: datetime) -> Callable[[], Outcome] | Refused | None:
    """Return what keeps the new version: the suggested sentence on the claim's line in the newest version.

    The words are those of whoever suggested them. None for a refinement of the page, the code or a quote: that one
    is worked in by an edit. Refused when the claim is no longer there.
    """
    if row.kind != "Refinement" or row.target != "claim" or row.words is None:
        return None
    newest = Version.objects.filter(analysis=row.version.analysis_id).latest("number")
    held = ClaimRow.objects.filter(version=newest, line=row.line_id).first()
    if held is None:
        return Refused(
            f"Version {newest.number} no longer has this claim. Reject the refinement, and say so."
        )
    told = document(newest.document_id)
    claim = told.claims_by_id()[held.claim_id]
    if claim.sentence == row.words.text:
        return None
    override = told.override
    asked = Changes(
        claims=(ClaimAsked(claim.id, row.words.text, claim.question),),
        override=OverrideAsked(override.code, override.reason, override.claims) if override else None,
    )
    where = {"analysis": row.version.analysis_id, "based_on": newest.number}
    found = preview(**where, changes=asked, by=by, writer=row.by)
    if isinstance(found, Refused):
        return found
    return ready(found, **where, note=f"Refinement {row.pk} accepted.", by=by, at=at)
