"""What happened, append-only: one hash chain for each analysis and one for the site; and what is still to be sent."""

from typing import ClassVar

from django.db import models

SITE = "site"
"""The chain of acts that concern no analysis."""


class Event(models.Model):
    """One act. Who did it is a pseudonymous key; free text is a commitment (`Words`), so both can be blanked."""

    chain = models.CharField(max_length=24)
    """`SITE`, or the number of an analysis."""
    position = models.PositiveIntegerField()
    at = models.DateTimeField()
    actor = models.CharField(max_length=16)
    """A person's key, or "" for the system itself (a migration, a scheduled command)."""
    act = models.CharField(max_length=32)
    payload = models.JSONField()
    previous = models.CharField(max_length=64)
    sha256 = models.CharField(max_length=64)

    class Meta:
        db_table = "event"
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["chain", "position"], name="one_event_a_position")
        ]
        indexes: ClassVar = [
            models.Index(fields=["-at", "-id"], name="event_newest"),
            models.Index(fields=["actor", "-at"], name="event_actor"),
        ]


class Outbox(models.Model):
    """Work that a committed act asks for (runs, notices): swept by a worker, never done within the act."""

    kind = models.CharField(max_length=40)
    payload = models.JSONField()
    asked_at = models.DateTimeField()
    done_at = models.DateTimeField(null=True)

    class Meta:
        db_table = "outbox"
        indexes: ClassVar = [models.Index(fields=["done_at", "id"], name="outbox_open")]
