"""The tables, one file a subject; whoever reads rows imports them from here."""

from lexatlas.store.models.analyses import Analysis, Label
from lexatlas.store.models.claims import ClaimRow, Line
from lexatlas.store.models.events import Event, Outbox
from lexatlas.store.models.findable import Findable
from lexatlas.store.models.people import Person, SavedView, SiteSetting, Words
from lexatlas.store.models.reviews import Opened, Review, Turn
from lexatlas.store.models.sources import SnapshotRow, SourceRow
from lexatlas.store.models.versions import DocumentBytes, Version

__all__ = [
    "Analysis",
    "ClaimRow",
    "DocumentBytes",
    "Event",
    "Findable",
    "Label",
    "Line",
    "Opened",
    "Outbox",
    "Person",
    "Review",
    "SavedView",
    "SiteSetting",
    "SnapshotRow",
    "SourceRow",
    "Turn",
    "Version",
    "Words",
]
