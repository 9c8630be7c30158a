"""Writes down what happened: one event an act, chained by hash, in the act's own transaction."""

from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any

from django.db import connection

from lexatlas.core.canonical import canonical_json, sha256_hex
from lexatlas.store.models import Event, Person, Words

FIRST = "0" * 64
"""What stands before the first event of a chain."""


def record(*, chain: str, act: str, by: Person | None, at: datetime, payload: Mapping[str, Any]) -> Event:
    """Append an event to a chain and return it. Must run inside the transaction of the act that it tells of.

    `payload` is plain JSON without floats and without free text: a text goes into `Words`, its commitment in here.
    """
    if not connection.in_atomic_block:
        raise RuntimeError("An event is written inside the transaction of its act, or not at all.")
    _wait_for(chain)
    last = Event.objects.filter(chain=chain).order_by("-position").first()
    event = Event(
        chain=chain,
        position=last.position + 1 if last else 1,
        at=at.astimezone(UTC),
        actor=by.key if by else "",
        act=act,
        payload=dict(payload),
        previous=last.sha256 if last else FIRST,
    )
    event.sha256 = hash_of(event)
    event.save(force_insert=True)
    return event


def hash_of(event: Event) -> str:
    """Return the hash over all that an event tells and the hash of the one before it."""
    told = [event.chain, event.position, event.at.astimezone(UTC).isoformat(), event.actor, event.act,
            event.payload, event.previous]  # fmt: skip
    return sha256_hex(canonical_json(told))


def words(*, text: str, by: Person | None, at: datetime) -> Words:
    """Keep a free text and return its row; an event carries its commitment."""
    row = Words(text=text, by=by, written_at=at)
    row.commitment = Words.commit(row.salt, text)
    row.save(force_insert=True)
    return row


def _wait_for(chain: str) -> None:
    # SQLite writes one transaction at a time; PostgreSQL would let two read the same last event.
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute(
                "SELECT pg_advisory_xact_lock(hashtextextended(%s, 0))", [f"lexatlas event {chain}"]
            )
