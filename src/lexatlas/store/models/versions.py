"""Versions of an analysis: a document that never changes, and what has become of it."""

from typing import ClassVar

from django.db import models

from lexatlas.store.models.analyses import Analysis
from lexatlas.store.models.people import Person, Words


class DocumentBytes(models.Model):
    """A document in canonical JSON, by its hash; two versions with one document share it."""

    sha256 = models.CharField(max_length=64, primary_key=True)
    body = models.BinaryField()
    """zlib over the canonical bytes: the hash is that of the bytes unpacked."""
    size = models.PositiveIntegerField()

    class Meta:
        db_table = "document"


class Version(models.Model):
    """One answer. Identity (from `analysis` to `created_at`) is kept from change by a trigger of the database."""

    ORIGINS = (("import", "import"), ("edit", "edit"), ("run", "run"))

    analysis = models.ForeignKey(Analysis, models.PROTECT, related_name="versions")
    number = models.PositiveIntegerField()
    document = models.ForeignKey(DocumentBytes, models.PROTECT, related_name="+", db_column="document_sha256")
    public_id = models.CharField(max_length=140)
    provenance = models.JSONField()
    claimed = models.JSONField(default=dict)
    """What an imported file claims of reviews, people, stage and verdicts: shown as claimed, without effect."""
    parent = models.ForeignKey("self", models.PROTECT, null=True, related_name="+")
    author = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+")
    run = models.CharField(max_length=60, blank=True)
    origin = models.CharField(max_length=8, choices=ORIGINS)
    created_at = models.DateTimeField()
    note = models.ForeignKey(Words, models.SET_NULL, null=True, related_name="+")
    stage = models.CharField(max_length=32)
    submitted_by = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+")
    published_at = models.DateTimeField(null=True)
    archived_at = models.DateTimeField(null=True)
    signed_alone = models.BooleanField(default=False)
    corrected_at = models.DateTimeField(null=True)
    correction = models.ForeignKey(Words, models.SET_NULL, null=True, related_name="+")
    code = models.CharField(max_length=60, blank=True)
    code_name = models.CharField(max_length=120, blank=True)
    second_line = models.CharField(max_length=300, blank=True)
    as_of = models.CharField(max_length=10, blank=True)
    text_as_of = models.CharField(max_length=10, blank=True)
    confidence = models.CharField(max_length=8, blank=True)
    factors = models.JSONField(null=True)
    """What confidence is computed from, for lists that count reviews in; None until `lexatlas rebuild` fills it."""

    class Meta:
        db_table = "version"
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["analysis", "number"], name="one_version_a_number"),
            models.UniqueConstraint(
                fields=["analysis"], condition=models.Q(stage="Live"), name="one_live_version"
            ),
        ]
        indexes: ClassVar = [models.Index(fields=["analysis", "-number"], name="version_newest")]
