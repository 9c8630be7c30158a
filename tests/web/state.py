"""All that a site keeps, as one value: what is refused must leave it as it was."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from hashlib import sha256

from django.apps import apps
from django.db import connection

from lexatlas.desk.event import FIRST, hash_of
from lexatlas.store.models import Event

PASSING = ("last_login",)
"""What signing in writes down: no act of anybody's."""
READING = ("SELECT", "SAVEPOINT", "RELEASE SAVEPOINT", "ROLLBACK TO SAVEPOINT", "SET ", "PRAGMA")
"""How statements begin that leave rows as they are; one that begins otherwise may change some."""


def kept() -> dict[str, str]:
    """Return a hash of the rows of each table of ours."""
    return {model._meta.db_table: _hash(model) for model in apps.get_app_config("store").get_models()}


def _hash(model) -> str:
    names = [field.attname for field in model._meta.concrete_fields if field.name not in PASSING]
    rows = model._default_manager.order_by(model._meta.pk.name).values_list(*names)
    plain = [[bytes(value) if isinstance(value, memoryview) else value for value in row] for row in rows]
    # Two values of JSON are the same whatever the order of their names.
    return sha256(json.dumps(plain, sort_keys=True, default=repr).encode()).hexdigest()


@contextmanager
def writes_seen() -> Iterator[list[str]]:
    """Give the list of statements that may change a row, filled as they are sent.

    Where it stays empty, comparing all rows would find nothing: thousands of refusals are told this way in a moment.
    """
    seen: list[str] = []

    def noting(execute, sql, params, many, context):
        if not sql.lstrip().upper().startswith(READING):
            seen.append(sql)
        return execute(sql, params, many, context)

    with connection.execute_wrapper(noting):
        yield seen


def changed(before: dict[str, str]) -> list[str]:
    """Name the tables that are not as they were."""
    now = kept()
    return sorted(name for name in now if now[name] != before[name])


def broken_chains() -> list[tuple[str, int]]:
    """Return each event that does not follow the one before it, or tells another hash than its own."""
    last, wrong = {}, []
    for event in Event.objects.order_by("chain", "position"):
        position, previous = last.get(event.chain, (0, FIRST))
        if (event.position, event.previous, event.sha256) != (position + 1, previous, hash_of(event)):
            wrong.append((event.chain, event.position))
        last[event.chain] = (event.position, event.sha256)
    return wrong
