"""What the database itself refuses: to change or delete events, documents, and what a version is.

Names and texts can be blanked, and nothing else of `words` and `person` keys can be changed. A migration that makes
one of these tables anew on SQLite drops its triggers: it must call `install` again, which a test sees to.
"""

from dataclasses import dataclass
from typing import Any

IDENTITY = (
    "analysis_id", "number", "document_sha256", "public_id", "provenance", "parent_id", "author_id", "run",
    "origin", "created_at",
)  # fmt: skip
"""Columns of a version that say what it is and where it comes from."""


@dataclass(frozen=True)
class Guard:
    """One thing refused: on which table, by which statements, when (SQL over `old` and `new`), with which words."""

    name: str
    table: str
    on: str
    words: str
    changed: tuple[str, ...] = ()
    """Columns whose change is refused; none for every change."""
    filled: tuple[str, ...] = ()
    """Columns that may become empty and nothing else."""


GUARDS = (
    Guard("event_is_kept", "event", "UPDATE", "Events are never changed."),
    Guard("event_stays", "event", "DELETE", "Events are never deleted."),
    Guard("document_is_kept", "document", "UPDATE", "Documents are never changed."),
    Guard("document_stays", "document", "DELETE", "Documents are never deleted."),
    Guard("version_is_kept", "version", "UPDATE", "What a version is never changes.", changed=IDENTITY),
    Guard("version_stays", "version", "DELETE", "Versions are never deleted."),
    Guard("words_are_kept", "words", "UPDATE", "A text can be blanked and not changed.",
          changed=("commitment", "by_id", "written_at"), filled=("text", "salt")),
    Guard("words_stay", "words", "DELETE", "A text can be blanked and not deleted."),
    Guard("key_is_kept", "person", "UPDATE", "The key of a person never changes.", changed=("key",)),
    Guard("line_is_kept", "line", "UPDATE", "The key of a line never changes.", changed=("key", "analysis_id")),
)  # fmt: skip
_FUNCTION = (
    "CREATE OR REPLACE FUNCTION lexatlas_refuse() RETURNS trigger LANGUAGE plpgsql AS "
    "$$ BEGIN RAISE EXCEPTION '%', TG_ARGV[0] USING ERRCODE = 'integrity_constraint_violation'; END $$"
)


def install(connection: Any) -> None:
    """Put every guard in place, in the place of an older one of its name."""
    postgres = connection.vendor == "postgresql"
    with connection.cursor() as cursor:
        if postgres:
            cursor.execute(_FUNCTION)
        for guard in GUARDS:
            cursor.execute(_drop(guard, postgres=postgres))
            cursor.execute(_postgres(guard) if postgres else _sqlite(guard))


def remove(connection: Any) -> None:
    """Take every guard away; for a migration that is undone."""
    with connection.cursor() as cursor:
        for guard in GUARDS:
            cursor.execute(_drop(guard, postgres=connection.vendor == "postgresql"))


def missing(connection: Any) -> list[str]:
    """Return the names of the guards that the database does not have, sorted; none on a site that is whole."""
    listed = (
        "SELECT tgname FROM pg_trigger WHERE NOT tgisinternal"
        if connection.vendor == "postgresql"
        else "SELECT name FROM sqlite_master WHERE type = 'trigger'"
    )
    with connection.cursor() as cursor:
        cursor.execute(listed)
        there = {str(name) for (name,) in cursor.fetchall()}
    return sorted({guard.name for guard in GUARDS} - there)


def _drop(guard: Guard, *, postgres: bool) -> str:
    return f"DROP TRIGGER IF EXISTS {guard.name}" + (f" ON {guard.table}" if postgres else "")


def _sqlite(guard: Guard) -> str:
    when = _when(guard, "IS NOT")
    return (
        f"CREATE TRIGGER {guard.name} BEFORE {guard.on} ON {guard.table} FOR EACH ROW{when} "
        f"BEGIN SELECT RAISE(ABORT, '{guard.words}'); END"
    )


def _postgres(guard: Guard) -> str:
    when = _when(guard, "IS DISTINCT FROM")
    return (
        f"CREATE TRIGGER {guard.name} BEFORE {guard.on} ON {guard.table} FOR EACH ROW{when} "
        f"EXECUTE FUNCTION lexatlas_refuse('{guard.words}')"
    )


def _when(guard: Guard, differs: str) -> str:
    parts = [f'old."{name}" {differs} new."{name}"' for name in guard.changed]
    parts += [f'(old."{name}" {differs} new."{name}" AND new."{name}" <> \'\')' for name in guard.filled]
    return f" WHEN ({' OR '.join(parts)})" if parts else ""
