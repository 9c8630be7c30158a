"""The analysis: one question of one place, whose answers are versions."""

from typing import ClassVar

from django.db import models

from lexatlas.store.models.people import Person, Words


class Analysis(models.Model):
    """Jurisdiction × topic × level, once. Its id is the public number ("#699").

    The columns from `code` on are copies from the latest version, made again by `lexatlas rebuild`: lists of a
    million rows are sorted and filtered by them without a join.
    """

    jurisdiction = models.CharField(max_length=16)
    topic = models.CharField(max_length=60)
    level = models.CharField(max_length=24)
    jurisdiction_name = models.CharField(max_length=120)
    topic_name = models.CharField(max_length=120)
    reference_id = models.CharField(max_length=120, blank=True)
    created_at = models.DateTimeField()
    assigned_to = models.ForeignKey(Person, models.SET_NULL, null=True, related_name="assigned")
    assigned_why = models.ForeignKey(Words, models.SET_NULL, null=True, related_name="+")
    due = models.DateField(null=True)
    looked_at = models.DateField(null=True)
    look_again_by = models.DateField(null=True)
    retired_at = models.DateTimeField(null=True)
    retired_why = models.ForeignKey(Words, models.SET_NULL, null=True, related_name="+")
    legal_hold = models.BooleanField(default=False)
    latest = models.ForeignKey("store.Version", models.SET_NULL, null=True, related_name="+")
    live = models.ForeignKey("store.Version", models.SET_NULL, null=True, related_name="+")
    code = models.CharField(max_length=60, blank=True)
    code_name = models.CharField(max_length=120, blank=True)
    stage = models.CharField(max_length=32, blank=True)
    confidence = models.CharField(max_length=8, blank=True)
    as_of = models.CharField(max_length=10, blank=True)
    changed_at = models.DateTimeField()

    class Meta:
        db_table = "analysis"
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["jurisdiction", "topic", "level"], name="one_analysis_a_question"
            ),
        ]
        indexes: ClassVar = [
            models.Index(fields=["-changed_at", "-id"], name="analysis_changed"),
            models.Index(fields=["jurisdiction", "-changed_at", "-id"], name="analysis_place"),
            models.Index(fields=["topic", "-changed_at", "-id"], name="analysis_topic"),
            models.Index(fields=["code", "-changed_at", "-id"], name="analysis_code"),
            models.Index(fields=["stage", "-changed_at", "-id"], name="analysis_stage"),
            models.Index(fields=["topic", "code", "-changed_at", "-id"], name="analysis_topic_code"),
            models.Index(fields=["assigned_to", "due"], name="analysis_due"),
            models.Index(fields=["look_again_by"], name="analysis_look"),
            models.Index(fields=["jurisdiction_name", "topic_name", "id"], name="analysis_by_place"),
            models.Index(
                fields=["topic", "jurisdiction_name", "topic_name", "id"], name="analysis_topic_by_place"
            ),
            models.Index(
                fields=["code", "jurisdiction_name", "topic_name", "id"], name="analysis_code_by_place"
            ),
            models.Index(
                fields=["stage", "jurisdiction_name", "topic_name", "id"], name="analysis_stage_by_place"
            ),
            models.Index(fields=["confidence", "-changed_at", "-id"], name="analysis_confidence"),
            models.Index(fields=["due", "id"], name="analysis_by_due"),
            models.Index(fields=["stage", "code", "-changed_at", "-id"], name="analysis_stage_code"),
            models.Index(fields=["topic", "stage", "-changed_at", "-id"], name="analysis_topic_stage"),
            models.Index(fields=["code", "confidence", "-changed_at", "-id"], name="analysis_code_conf"),
            models.Index(
                fields=["jurisdiction_name", "topic_name", "id"],
                name="analysis_live",
                condition=models.Q(live__isnull=False),
            ),
            models.Index(
                fields=["topic", "jurisdiction_name", "topic_name", "id"],
                name="analysis_live_topic",
                condition=models.Q(live__isnull=False),
            ),
        ]


class Label(models.Model):
    """A word that editors put on analyses to find them again."""

    analysis = models.ForeignKey(Analysis, models.CASCADE, related_name="labels")
    name = models.CharField(max_length=60)

    class Meta:
        db_table = "label"
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["analysis", "name"], name="one_label_a_name")
        ]
        indexes: ClassVar = [models.Index(fields=["name", "analysis"], name="label_name")]
