"""Rows that belong to some others, by their ids: plain values, where a list asks for a hundred at once."""

from collections.abc import Iterable, Sequence
from datetime import date, datetime
from typing import Any

from django.db import connection


def rows_among(sql: str, ids: Iterable[int], values: Sequence[Any] = ()) -> list[tuple[Any, ...]]:
    """Return the rows of a question that says `IN ({ids})`, as the database gives them; none where there is no id.

    Ids are whole numbers of ours. To give a hundred of them as values costs more than to find what belongs to them.
    """
    among = ", ".join(str(int(each)) for each in ids)
    if not among:
        return []
    with connection.cursor() as cursor:
        cursor.execute(sql.format(ids=among), values)
        return list(cursor.fetchall())


def as_day(value: date | str | None) -> date | None:
    """Return the day of what a database gives, SQLite in words and in UTC like any other; None for none."""
    if isinstance(value, str):
        return date.fromisoformat(value[:10])
    return value.date() if isinstance(value, datetime) else value
