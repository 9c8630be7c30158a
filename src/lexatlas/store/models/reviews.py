"""Reviews of a version: what is challenged, approved or suggested, the thread beneath, and quotes that were opened."""

from typing import ClassVar

from django.db import models

from lexatlas.store.models.claims import Line
from lexatlas.store.models.people import Person, Words
from lexatlas.store.models.versions import Version


class Review(models.Model):
    """A review by a person. It holds (line, claim as seen), so that it can be carried to a later version."""

    KINDS = (("Challenge", "Challenge"), ("Approval", "Approval"), ("Refinement", "Refinement"))
    TARGETS = (("page", "page"), ("code", "code"), ("claim", "claim"), ("quote", "quote"))
    STATES = (
        ("open", "open"), ("accepted", "accepted"), ("rejected", "rejected"), ("withdrawn", "withdrawn"),
        ("given", "given"),
    )  # fmt: skip
    """An approval is *given*; a challenge and a refinement are *open* until somebody resolves them."""

    version = models.ForeignKey(Version, models.PROTECT, related_name="reviews")
    kind = models.CharField(max_length=10, choices=KINDS)
    target = models.CharField(max_length=5, choices=TARGETS)
    line = models.ForeignKey(Line, models.PROTECT, null=True, related_name="reviews")
    claim_seen = models.CharField(max_length=16, blank=True)
    quote_seen = models.PositiveIntegerField(null=True)
    by = models.ForeignKey(Person, models.PROTECT, related_name="reviews")
    role = models.CharField(max_length=12)
    at = models.DateTimeField()
    words = models.ForeignKey(Words, models.PROTECT, null=True, related_name="+")
    evidence = models.CharField(max_length=2000, blank=True)
    """An address or a place that the reviewer rests on."""
    looked_on = models.DateField(null=True)
    looked_in = models.CharField(max_length=200, blank=True)
    opened = models.PositiveIntegerField(default=0)
    to_open = models.PositiveIntegerField(default=0)
    state = models.CharField(max_length=10, choices=STATES)
    resolved_by = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+")
    resolved_at = models.DateTimeField(null=True)
    resolution = models.ForeignKey(Words, models.PROTECT, null=True, related_name="+")

    class Meta:
        db_table = "review"
        indexes: ClassVar = [
            models.Index(fields=["version", "kind", "state"], name="review_open"),
            models.Index(fields=["by", "state"], name="review_by"),
            models.Index(fields=["kind", "state"], name="review_kind"),
        ]


class Turn(models.Model):
    """An answer in the thread of a review."""

    review = models.ForeignKey(Review, models.PROTECT, related_name="turns")
    by = models.ForeignKey(Person, models.PROTECT, related_name="+")
    role = models.CharField(max_length=12)
    at = models.DateTimeField()
    words = models.ForeignKey(Words, models.PROTECT, related_name="+")

    class Meta:
        db_table = "turn"
        ordering: ClassVar = ["id"]


class Opened(models.Model):
    """That a person opened a quote of a version: an approval counts these."""

    person = models.ForeignKey(Person, models.CASCADE, related_name="+")
    version = models.ForeignKey(Version, models.CASCADE, related_name="+")
    claim_id = models.CharField(max_length=16)
    quote = models.PositiveIntegerField()
    at = models.DateTimeField()

    class Meta:
        db_table = "opened"
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["person", "version", "claim_id", "quote"], name="opened_once")
        ]
