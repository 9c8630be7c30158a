"""Rows as lines of JSON and back, the same on every database: how a backup moves from one to another."""

from __future__ import annotations

import base64
import json
from collections.abc import Iterator
from datetime import UTC, date, datetime
from typing import Any

from django.apps import apps
from django.db import connection, models
from django.db.models.functions import Collate

DERIVED = ("findable",)
"""Tables that are made again from others."""
_AT_ONCE = 200


def kept_models() -> dict[str, type[models.Model]]:
    """Return every table that cannot be made from others, by its name, in the order of its making."""
    found = apps.get_app_config("store").get_models()
    return {model._meta.db_table: model for model in found if model._meta.db_table not in DERIVED}


def lines(model: type[models.Model]) -> Iterator[bytes]:
    """Give every row as one line of JSON with sorted keys, in the order of its key."""
    fields = model._meta.concrete_fields
    for row in _ordered(model).iterator(chunk_size=_AT_ONCE):
        told = {field.attname: _plain(field, getattr(row, field.attname)) for field in fields}
        yield json.dumps(told, sort_keys=True, ensure_ascii=False, separators=(",", ":")).encode() + b"\n"


def row_of(model: type[models.Model], line: bytes) -> models.Model:
    """Return the row that a line tells; raises `ValueError` when it is no row of this table."""
    told = json.loads(line)
    fields = {field.attname: field for field in model._meta.concrete_fields}
    if not isinstance(told, dict) or set(told) != set(fields):
        raise ValueError(f"A line of {model._meta.db_table} has other columns than its table.")
    return model(**{name: _value(fields[name], value) for name, value in told.items()})


def _ordered(model: type[models.Model]) -> models.QuerySet[Any]:
    key = model._meta.pk
    rows = model._base_manager.all()
    if isinstance(key, models.CharField) and connection.vendor == "postgresql":
        # Databases sort words in several ways; by their bytes all do it alike.
        return rows.order_by(Collate(key.attname, "C"))
    return rows.order_by("pk")


def _plain(field: models.Field[Any, Any], value: Any) -> Any:
    match value:
        case bytes() | memoryview():
            return base64.b64encode(bytes(value)).decode()
        case datetime():
            return value.astimezone(UTC).isoformat()
        case date():
            return value.isoformat()
        case None | bool() | int() | str():
            return value
        case dict() | list() if isinstance(field, models.JSONField):
            return value
        case _:
            raise TypeError(f"{field} holds a {type(value).__name__}, which a line cannot tell.")


def _value(field: models.Field[Any, Any], told: Any) -> Any:
    if told is None or isinstance(field, models.JSONField):
        return told
    if isinstance(field, models.BinaryField):
        return base64.b64decode(told, validate=True)
    if isinstance(field, models.DateTimeField):
        return datetime.fromisoformat(told)
    if isinstance(field, models.DateField):
        return date.fromisoformat(told)
    return told
