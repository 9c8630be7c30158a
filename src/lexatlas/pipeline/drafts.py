"""The JSON form of a draft, as a journal keeps it."""

from typing import Any

from lexatlas.core.claims import Claim
from lexatlas.core.document import InstrumentEntry, Status
from lexatlas.core.evidence import LedgerEntry
from lexatlas.core.ports import Draft
from lexatlas.core.statements import Section


def draft_to_json(draft: Draft) -> dict[str, Any]:
    """Return a draft as plain JSON data."""
    return {
        "claims": [claim.model_dump(mode="json") for claim in draft.claims],
        "status": draft.status.model_dump(mode="json"),
        "sections": [section.model_dump(mode="json") for section in draft.sections],
        "instruments": [entry.model_dump(mode="json") for entry in draft.instruments],
        "ledger": [entry.model_dump(mode="json") for entry in draft.ledger],
    }


def draft_from_json(data: dict[str, Any]) -> Draft:
    """Build the draft that `draft_to_json` wrote; raises pydantic's `ValidationError` on anything else."""
    return Draft(
        claims=tuple(Claim.model_validate(row) for row in data["claims"]),
        status=Status.model_validate(data["status"]),
        sections=tuple(Section.model_validate(row) for row in data["sections"]),
        instruments=tuple(InstrumentEntry.model_validate(row) for row in data["instruments"]),
        ledger=tuple(LedgerEntry.model_validate(row) for row in data["ledger"]),
    )
