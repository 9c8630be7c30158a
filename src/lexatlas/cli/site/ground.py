"""The ground that every site command stands on: Django made ready, and failures of the database told as sentences."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime

from lexatlas.core.errors import Abort, InputError


def now() -> datetime:
    """Return the moment at which a command acts; commands are the outermost door."""
    return datetime.now(UTC)  # noqa: TID251 - as said above


@contextmanager
def site(*, migrated: bool = True) -> Iterator[None]:
    """Make Django ready for what stands inside, and tell a failing database as a sentence.

    With `migrated`, a database that lacks tables of this release is refused before anything is read or written.
    """
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "lexatlas.site.settings")
    import django
    from django.db import DatabaseError

    django.setup()
    try:
        if migrated:
            _refuse_old_tables()
        yield
    except DatabaseError as error:
        raise Abort(sentence_of(error)) from error


def lost_rows() -> str:
    """Return the sentence for an archive that holds files while the database is gone; "" where nothing seems lost."""
    from lexatlas.site.database import missing_file

    name = missing_file()
    if not name:
        return ""
    from lexatlas.store.archive import archive

    if next(iter(archive().names()), None) is None:
        return ""
    return (
        f"A new database begins at {name}, but the archive holds files of an older one. If that was not meant, stop, "
        "and restore a backup."
    )


def waiting() -> list[str]:
    """Name the migrations of this release that the database has not had yet, in order; empty when none waits."""
    from django.db import connection
    from django.db.migrations.executor import MigrationExecutor

    executor = MigrationExecutor(connection)
    plan = executor.migration_plan(executor.loader.graph.leaf_nodes())
    return [f"{migration.app_label}.{migration.name}" for migration, _ in plan]


def _refuse_old_tables() -> None:
    from lexatlas.site.database import missing_file

    # Asking would make an empty file, and what is gone would look like what is new.
    name = missing_file()
    if name:
        raise InputError(
            f"There is no database at {name}. For a new site, run lexatlas migrate first, or lexatlas serve, which "
            "does it too; if there was one, restore a backup."
        )
    left = waiting()
    if left:
        raise InputError(
            f"The database lacks {len(left)} migration{'s' if len(left) > 1 else ''} of this release. "
            "Run lexatlas migrate first, or lexatlas serve, which does it too."
        )


def sentence_of(error: Exception) -> str:
    """Say what a failure of the database means and what to do; the driver's own words come last."""
    said = " ".join(str(error).split())
    for sign, sentence in _MEANINGS:
        if sign in said:
            return f"{sentence} ({said})"
    return f"The database failed; what was committed before is kept. Run lexatlas doctor. ({said})"


_MEANINGS = (
    ("database is locked", "The database is locked: another process has been writing for too long. Try again."),
    ("readonly database", "The database may only be read: its file or folder is write-protected. Mend its rights."),
    ("database or disk is full", "The disk is full. Nothing was half written; make room and try again."),
    ("disk I/O error", "The disk failed or is full. Nothing was half written; make room and try again."),
    ("unable to open database", "The database's file cannot be opened. See that its folder is there, to be written."),
    ("not a database", "The database's file holds something else, or is damaged. Restore a backup."),
    ("malformed", "The database's file is damaged. Restore a backup."),
    ("could not connect", "The database server cannot be reached. Check LEXATLAS_DATABASE_URL."),
    ("connection failed", "The database server cannot be reached. Check LEXATLAS_DATABASE_URL."),
    ("failed to resolve", "The database server cannot be reached. Check LEXATLAS_DATABASE_URL."),
    ("read-only transaction", "The database server may only be read just now. Try again, or ask who runs it."),
)  # fmt: skip
"""What a driver says, and what it means; the first that is found counts."""
