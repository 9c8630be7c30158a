"""Questions about the site as a whole: its settings."""

from django.db import connection

PUBLIC_READING = "public reading"
SIGN_ALONE = "sign alone"


def setting(name: str, default: str = "") -> str:
    """Return a setting's value, `default` where nobody has set it."""
    with connection.cursor() as cursor:
        # Every request of somebody who is not signed in asks this: the words are ready, and no row is made of them.
        cursor.execute("SELECT value FROM site_setting WHERE name = %s", [name])
        row = cursor.fetchone()
    return str(row[0]) if row else default


def happened() -> str:
    """Return what changes whenever an act is committed anywhere on the site; "" before the first one.

    PostgreSQL commits two acts in another order than it numbers them, so there every transaction changes it.
    """
    before = "pg_current_snapshot()::text || " if connection.vendor == "postgresql" else ""
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT {before} sha256 FROM event ORDER BY id DESC LIMIT 1")
        row = cursor.fetchone()
    return str(row[0]) if row else ""


def reads_without_signing_in() -> bool:
    """Whether people who are not signed in may read what is live; they may not until somebody says so."""
    return setting(PUBLIC_READING) == "yes"
