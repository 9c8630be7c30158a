"""Archived copies and the sources that versions rest on; the bytes themselves lie in the archive."""

from typing import ClassVar

from django.db import models

from lexatlas.store.models.versions import Version


class SnapshotRow(models.Model):
    """An archived copy by the SHA-256 of its canonical text; `raw` and `text` name files of the archive.

    `whole` is False where only excerpts came along: then the archive holds the excerpts instead.
    """

    text = models.CharField(max_length=64, primary_key=True)
    raw = models.CharField(max_length=64, blank=True)
    structure = models.CharField(max_length=64, blank=True)
    media_type = models.CharField(max_length=120, blank=True)
    language = models.CharField(max_length=24, blank=True)
    size = models.PositiveBigIntegerField(default=0)
    length = models.PositiveBigIntegerField(default=0)
    has_raw = models.BooleanField(default=False)
    whole = models.BooleanField(default=True)
    kept_at = models.DateTimeField()

    class Meta:
        db_table = "snapshot"


class SourceRow(models.Model):
    """A source as one version names it, with the rights that every page and export honours."""

    version = models.ForeignKey(Version, models.CASCADE, related_name="sources")
    snapshot = models.ForeignKey(SnapshotRow, models.PROTECT, null=True, related_name="sources")
    source_id = models.CharField(max_length=300)
    title = models.CharField(max_length=500)
    publisher = models.CharField(max_length=300, blank=True)
    jurisdiction = models.CharField(max_length=16, blank=True)
    language = models.CharField(max_length=24, blank=True)
    kind = models.CharField(max_length=24, blank=True)
    tier = models.CharField(max_length=2)
    rights = models.CharField(max_length=12)
    address = models.CharField(max_length=2000, blank=True)
    dated = models.CharField(max_length=10, blank=True)
    quotes = models.PositiveIntegerField(default=0)
    excerpts = models.CharField(max_length=64, blank=True)
    """The archived excerpts that came with this version, "" when its text came whole."""
    has_raw = models.BooleanField(default=False)
    """Whether the raw bytes came with this version; it shows no bytes that others brought."""
    raw = models.CharField(max_length=64, blank=True)
    structure = models.CharField(max_length=64, blank=True)
    """As this version's document names them: one text may have been read from other bytes, or by another reader."""
    removed_at = models.DateTimeField(null=True)
    """When the copies behind it were deleted under retention; None while they are kept."""

    class Meta:
        db_table = "source"
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["version", "source_id"], name="one_row_a_source")
        ]
        indexes: ClassVar = [models.Index(fields=["jurisdiction", "title"], name="source_place")]
