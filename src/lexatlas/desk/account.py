"""What a person does to the own account (name, password, sessions); events tell that it was done, never what."""

from datetime import datetime

from lexatlas.desk import event
from lexatlas.desk.act import written
from lexatlas.desk.free_text import as_name, needed
from lexatlas.desk.outcome import Done, Outcome
from lexatlas.store.models import Person
from lexatlas.store.models.events import SITE
from lexatlas.store.models.people import new_salt

NAME_HAS = 120


def rename(*, name: str, by: Person, at: datetime) -> Outcome:
    """Set one's own name as pages print it; refused when it is empty or too long."""
    clean = as_name(name)
    refused = needed(clean, "The name", NAME_HAS)
    if refused:
        return refused

    def write() -> Outcome:
        Person.objects.filter(pk=by.pk).update(name=clean)
        event.record(chain=SITE, act="name changed", by=by, at=at, payload={"person": by.key})
        return Done("Your name was changed.")

    return written(write)


def set_password(*, of: Person, to: str, at: datetime) -> Outcome:
    """Set a password that has passed the rules of the site; every other session of the person ends.

    `of` is changed in place, so that the session at hand can be kept.
    """
    of.set_password(to)
    of.session_mark = new_salt()

    def write() -> Outcome:
        of.save(update_fields=["password", "session_mark"])
        event.record(chain=SITE, act="password set", by=of, at=at, payload={"person": of.key})
        return Done("The password was set. Other browsers were signed out.")

    return written(write)


def end_sessions(*, of: Person, at: datetime) -> Outcome:
    """End every session of a person, on every machine."""

    def write() -> Outcome:
        Person.objects.filter(pk=of.pk).update(session_mark=new_salt())
        event.record(chain=SITE, act="sessions ended", by=of, at=at, payload={"person": of.key})
        return Done("You are signed out everywhere.")

    return written(write)
