"""Texts that people wrote, found by the commitments that events hold in their place."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from lexatlas.store.models import Event, Words


@dataclass(frozen=True)
class Named:
    """An event that holds the commitment of a text: where it stands, and under which name."""

    chain: str
    position: int
    act: str
    field: str


@dataclass(frozen=True)
class Written:
    """A text: `by` is the name today, the key once blanked, "" for the site; `text` is "" once it is blanked."""

    commitment: str
    text: str
    by: str
    written_at: datetime
    blanked_at: datetime | None
    named: tuple[Named, ...]


def written(commitment: str) -> Written | None:
    """Return the text that was committed to; None when none of this site was."""
    row = Words.objects.filter(commitment=commitment).select_related("by").first()
    if row is None:
        return None
    # An event and its texts are written in one act: they share its moment.
    near = Event.objects.filter(actor=row.by.key if row.by else "", at=row.written_at).order_by("id")
    return Written(
        commitment=commitment,
        text=row.text,
        by=row.by.shown if row.by else "",
        written_at=row.written_at,
        blanked_at=row.blanked_at,
        named=tuple(
            Named(event.chain, event.position, event.act, str(field).replace("_", " "))
            for event in near
            for field, value in sorted(event.payload.items())
            if value == commitment
        ),
    )


def kept_among(values: Iterable[str]) -> frozenset[str]:
    """Return those of the values that are commitments to a text which still stands."""
    asked = sorted({value for value in values if len(value) == 64})
    rows = Words.objects.filter(commitment__in=asked, blanked_at__isnull=True)
    return frozenset(rows.values_list("commitment", flat=True)) if asked else frozenset()
