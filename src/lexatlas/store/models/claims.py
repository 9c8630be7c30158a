"""Claims as rows: a permanent line through versions, and what each version says on it."""

import uuid
from typing import ClassVar

from django.db import models

from lexatlas.store.models.analyses import Analysis
from lexatlas.store.models.versions import Version


def new_line() -> str:
    """Return a permanent id for a line of claims."""
    return uuid.uuid4().hex


class Line(models.Model):
    """What stays the same while a claim is carried from version to version; reviews and links hold it."""

    key = models.CharField(max_length=32, unique=True, default=new_line, editable=False)
    analysis = models.ForeignKey(Analysis, models.PROTECT, related_name="lines")

    class Meta:
        db_table = "line"


class ClaimRow(models.Model):
    """A claim of a version, in the document's order. `line` is given; the columns after it are derived.

    `lexatlas rebuild` makes the derived ones again from the document.
    """

    version = models.ForeignKey(Version, models.CASCADE, related_name="claims")
    position = models.PositiveIntegerField()
    claim_id = models.CharField(max_length=16)
    line = models.ForeignKey(Line, models.PROTECT, related_name="claims")
    question = models.CharField(max_length=80, blank=True)
    verdict = models.CharField(max_length=16, blank=True)
    force = models.CharField(max_length=16, blank=True)
    origin = models.CharField(max_length=120, blank=True)
    sentence = models.TextField(blank=True)

    class Meta:
        db_table = "claim"
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["version", "position"], name="one_claim_a_position"),
            models.UniqueConstraint(fields=["version", "claim_id"], name="one_row_a_claim"),
        ]
        indexes: ClassVar = [models.Index(fields=["line"], name="claim_line")]
