"""What the search looks through: claims and passages of archived copies, with their terms, derived from documents."""

from django.db import models

from lexatlas.store.models.analyses import Analysis
from lexatlas.store.models.sources import SnapshotRow
from lexatlas.store.models.versions import Version


class Findable(models.Model):
    """A claim of a version, or a unit of an archived copy (`version` and `claim_id` are empty then).

    `scope` holds a token a jurisdiction and topic, `terms` folded stems parted by spaces; each database keeps its own
    full-text index over the two (a migration says how).
    """

    version = models.ForeignKey(Version, models.CASCADE, null=True, related_name="findable")
    analysis = models.ForeignKey(Analysis, models.CASCADE, null=True, related_name="+")
    claim_id = models.CharField(max_length=16, blank=True)
    snapshot = models.ForeignKey(SnapshotRow, models.CASCADE, null=True, related_name="findable")
    start = models.PositiveIntegerField(default=0)
    end = models.PositiveIntegerField(default=0)
    language = models.CharField(max_length=24, blank=True)
    place = models.CharField(max_length=200, blank=True)
    words = models.TextField()
    scope = models.TextField()
    terms = models.TextField()
    terms_version = models.CharField(max_length=8)

    class Meta:
        db_table = "findable"
