"""Whether the database answers at all."""

from django.db import DatabaseError, connection


def database_answers() -> bool:
    """Whether a question that needs no table is answered just now."""
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1")
            return bool(cursor.fetchone() == (1,))
    except DatabaseError:
        # A connection that broke is given up, so that the next request opens another.
        connection.close()
        return False
