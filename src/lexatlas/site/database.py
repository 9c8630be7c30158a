"""Whether the file of the database is there: asking it would make an empty one."""

from pathlib import Path

from django.db import connection


def missing_file() -> str:
    """Return the file that the database should be and that is not there; "" for a server, or when it is."""
    name = str(connection.settings_dict["NAME"])
    is_file = connection.vendor == "sqlite" and name != ":memory:" and not name.startswith("file:")
    return name if is_file and not Path(name).exists() else ""
