"""Lists that a person keeps under a name; nobody else sees them, and events do not tell their names."""

from datetime import datetime

from lexatlas.desk import event
from lexatlas.desk.act import written
from lexatlas.desk.free_text import needed, on_one_line, too_long
from lexatlas.desk.outcome import Done, Outcome, Refused
from lexatlas.store.models import Person, SavedView
from lexatlas.store.models.events import SITE

NAME_HAS, QUERY_HAS, MOST = 80, 2_000, 100


def save_view(*, name: str, query: str, by: Person, at: datetime) -> Outcome:
    """Keep a list of analyses under a name: `query` is the query string behind it. The same name replaces it."""
    called, asked = on_one_line(name), on_one_line(query).removeprefix("?")
    refusal = needed(called, "The name", NAME_HAS) or too_long(asked, "The query", QUERY_HAS)
    if refusal:
        return refusal

    def write() -> Outcome:
        mine = SavedView.objects.filter(person=by)
        if not mine.filter(name=called).exists() and mine.count() >= MOST:
            return Refused(f"You keep {MOST} views, the most there can be. Remove one first.")
        row, _ = SavedView.objects.update_or_create(person=by, name=called, defaults={"query": asked})
        event.record(chain=SITE, act="view saved", by=by, at=at, payload={"view": row.pk})
        return Done(f"The view “{called}” is kept.")

    return written(write)


def remove_view(*, view: int, by: Person, at: datetime) -> Outcome:
    """Remove one of one's own views."""

    def write() -> Outcome:
        gone, _ = SavedView.objects.filter(person=by, id=view).delete()
        if not gone:
            return Refused("You keep no such view; it may be removed already.")
        event.record(chain=SITE, act="view removed", by=by, at=at, payload={"view": view})
        return Done("The view is removed.")

    return written(write)
