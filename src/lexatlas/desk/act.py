"""Runs the writing part of an act: one transaction, nothing kept of a refusal, a sentence when the database fails."""

from collections.abc import Callable

from django.db import DatabaseError, transaction

from lexatlas.desk.outcome import Outcome, Refused

_REASONS = (
    (("locked", "lock timeout", "deadlock", "could not serialize"),
     "Somebody else was writing for too long. Nothing was changed. Try again in a moment."),
    (("readonly", "read-only"),
     "The database takes no changes just now: it is read-only. Nothing was changed. Tell an administrator."),
    (("full", "no space left"),
     "The disk of the database is full. Nothing was changed. Tell an administrator, who must make room first."),
)  # fmt: skip
_OTHER = (
    "The database could not do it. Nothing was changed. Try again; if it fails again, tell an administrator."
)


def written(write: Callable[[], Outcome]) -> Outcome:
    """Return what `write` returns, run in one transaction; a refusal, or a failure of the database, keeps nothing."""
    try:
        with transaction.atomic():
            done = write()
            if isinstance(done, Refused):
                transaction.set_rollback(True)
            return done
    except DatabaseError as error:
        return failed(error)


def failed(error: DatabaseError) -> Refused:
    """Return the refusal for a failure of the database, as a sentence that says what to do."""
    told = str(error).casefold()
    return Refused(next((say for words, say in _REASONS if any(word in told for word in words)), _OTHER))
