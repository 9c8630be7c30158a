"""What follows from a page that people have edited: the status that it still shows, and a code given by a person."""

from collections.abc import Mapping

from lexatlas.analysts.extractive.analyst import ExtractiveAnalyst
from lexatlas.analysts.extractive.shown_again import status_shown_by
from lexatlas.codebook import Codebook
from lexatlas.core.claims import Verdict
from lexatlas.core.document import Abstention, Document, Override, Reason, Status
from lexatlas.core.errors import Unavailable
from lexatlas.core.evidence import CanonicalText, Dossier
from lexatlas.pipeline.compose import judged, text_as_of
from lexatlas.pipeline.imported.page import IMPORTER
from lexatlas.pipeline.imported.status import recoded

CARRYING = ("verified", "supported")
"""Verdicts of a claim on which a code may still rest once somebody has edited the page."""
GIVEN_SPECIAL = ("undetermined", "contested")
"""Special codes that a person may give in the place of a code of the scale."""
BY_A_PERSON = "given by a person"
"""The rule that stands as the ground of such a code."""

Verdicts = Mapping[str, Verdict]
Texts = Mapping[str, CanonicalText]


def ruled(document: Document, texts: Texts, book: Codebook, verdicts: Verdicts) -> Status:
    """Return the status by the rules, resting on claims of this document that still carry it.

    Raises `Unavailable` for a document whose analyst cannot be run again.
    """
    if document.recipe.analyst == IMPORTER:
        return recoded(document).status
    if document.recipe.analyst != ExtractiveAnalyst.name:
        raise Unavailable(f"The status that the analyst '{document.recipe.analyst}' gave cannot be computed.")
    snapshots = {snapshot.text: snapshot for snapshot in document.snapshots}
    dossier = Dossier(document.sources, snapshots, {key: texts[key] for key in snapshots}, document.gaps)
    carrying = [claim.id for claim in document.claims if verdicts[claim.id].code in CARRYING]
    return status_shown_by(document.brief, book, dossier, document.claims, carrying)


def overridden(by_rules: Status, given: Override, book: Codebook, topic: str) -> Status:
    """Return the status with the code that a person gave; the rest of what the rules found stays beside it.

    Raises `Unavailable` when the codebook has no such code.
    """
    special = given.code in GIVEN_SPECIAL
    if not special and given.code not in {row.code for row in book.topic(topic).scale}:
        raise Unavailable(f"The codebook has no code '{given.code}' for this topic.")
    reason = Reason(rule=BY_A_PERSON, text=given.reason, claims=given.claims)
    return by_rules.model_copy(
        update={
            "code": given.code,
            "name": given.code.capitalize() if special else book.topic(topic).code_name(given.code),
            "special": special,
            "regime": "",
            "abstention": _instead(by_rules, given) if special else None,
            "reasons": (reason,),
            "note": f"Given by a person; the rules give: {by_rules.told}. Reason: {given.reason}",
        }
    )


def _instead(by_rules: Status, given: Override) -> Abstention:
    return Abstention(found=(f"the rules give: {by_rules.told}",), missing=(given.reason,))


def recoded_edit(
    document: Document, texts: Texts, book: Codebook, verdicts: Verdicts
) -> tuple[Document, Status]:
    """Return an edited document with status, force and factors worked out anew, and the status by the rules alone."""
    by_rules = ruled(document, texts, book, verdicts)
    edited = document.edited
    status = by_rules
    if edited is not None and edited.override is not None:
        fresh = edited.override.model_copy(update={"ruled": by_rules})
        edited = edited.model_copy(update={"override": fresh})
        status = overridden(by_rules, fresh, book, document.brief.topic)
    return _whole(document.model_copy(update={"status": status, "edited": edited}), verdicts), by_rules


def _whole(document: Document, verdicts: Verdicts) -> Document:
    rows = [verdicts[claim.id] for claim in document.claims]
    if document.recipe.analyst == IMPORTER and document.override is None:
        again = recoded(document)
        return document.model_copy(
            update={"verdicts": tuple(rows), "force": again.force, "factors": again.factors}
        )
    snapshots = {snapshot.text: snapshot for snapshot in document.snapshots}
    dated = text_as_of(document.status, document.claims, snapshots)
    return judged(document.model_copy(update={"text_as_of": dated}), rows)
