"""What lists can be narrowed to, and how long the lists are that one looks at most."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.db import connection

from lexatlas.core.workflow import RECONCILED
from lexatlas.store.models import Label, SavedView
from lexatlas.store.queries.analyses import Asked, count
from lexatlas.store.queries.site import happened

Named = tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Choices:
    """The jurisdictions, topics and codes that analyses have, as (key, name) by name."""

    places: Named
    topics: Named
    codes: Named


_FOUND: dict[bool, tuple[str, Choices]] = {}
"""What was found last, with what had happened by then: until another act nothing can have changed."""


def choices(*, live_only: bool) -> Choices:
    """Return what there is to choose from; of live versions alone where only those may be seen."""
    now = happened()
    known = _FOUND.get(live_only)
    if known is not None and now and known[0] == now:
        return known[1]
    only = "AND a.live_id IS NOT NULL" if live_only else ""
    code, called = ("live_code", "v.code_name") if live_only else ("code", "a.code_name")
    found = Choices(
        places=_by_name(
            (key, f"{name} ({key})") for key, name in _each("jurisdiction", "a.jurisdiction_name", only)
        ),
        topics=_by_name(_each("topic", "a.topic_name", only)),
        codes=_by_name(_each(code, called, only)),
    )
    _FOUND[live_only] = (now, found)
    return found


def _by_name(found: Iterable[tuple[str, str]]) -> Named:
    return tuple(sorted(found, key=lambda row: row[1].casefold()))


def _each(column: str, name: str, only: str) -> list[tuple[str, str]]:
    """Return each value of an indexed column once, by leaping from one to the next instead of reading every row."""
    sql = f"""
        WITH RECURSIVE each_value(value) AS (
          SELECT (SELECT a.{column} FROM analysis a WHERE a.{column} > '' {only} ORDER BY a.{column} LIMIT 1)
          UNION ALL
          SELECT (SELECT a.{column} FROM analysis a WHERE a.{column} > each_value.value {only}
                  ORDER BY a.{column} LIMIT 1)
          FROM each_value WHERE each_value.value IS NOT NULL)
        SELECT value, (SELECT {name} FROM analysis a LEFT JOIN version v ON v.id = a.live_id
                       WHERE a.{column} = value {only} LIMIT 1)
        FROM each_value WHERE value IS NOT NULL
    """
    with connection.cursor() as cursor:
        cursor.execute(sql)
        return [(str(value), str(shown)) for value, shown in cursor.fetchall()]


def label_names() -> tuple[str, ...]:
    """Return the labels in use, by name; a hundred at most."""
    return tuple(Label.objects.order_by("name").values_list("name", flat=True).distinct()[:100])


def stage_counts(person: int, today: date) -> tuple[tuple[str, str, int], ...]:
    """Return (words, query, count) of the lists that one looks at most, each counted to `COUNTED` at most."""
    asked = (
        ("Mine", "assigned=me", Asked(assigned=person)),
        ("Late", "late=yes", Asked(late=today)),
        ("In Review", "stage=In+Review", Asked(stage="In Review")),
        (RECONCILED, f"stage={RECONCILED}", Asked(stage=RECONCILED)),
        ("Live", "stage=Live", Asked(stage="Live")),
        ("Challenged", "challenged=yes", Asked(challenged=True)),
    )
    return tuple((words, query, count(each, live_only=False)) for words, query, each in asked)


def saved_views(person: int) -> tuple[tuple[int, str, str], ...]:
    """Return the lists that somebody keeps, as (id, name, query), by name."""
    return tuple(SavedView.objects.filter(person=person).order_by("name").values_list("id", "name", "query"))
