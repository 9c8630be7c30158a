"""The analysis: one question of one place, whose answers are versions."""

from typing import ClassVar

from django.db import models

from lexatlas.store.models.people import Person, Words

_PLACE = ("jurisdiction_name", "topic_name", "id")
_OF_LATEST = ("code", "confidence", "stage")
_FILTERS: "_Filters" = (
    ("", ()),
    ("jurisdiction", ("topic", *_OF_LATEST)),
    ("topic", _OF_LATEST),
    ("code", ("confidence", "stage")),
    ("confidence", ("stage",)),
    ("stage", ()),
)
_FILTERS_OF_READERS: "_Filters" = (
    ("", ("live",)),
    ("jurisdiction", ("topic", "live_code", "live_confidence", "live")),
    ("topic", ("live_code", "live_confidence", "live")),
    ("live_code", ("live_confidence", "live")),
    ("live_confidence", ("live",)),
)
_Filters = tuple[tuple[str, tuple[str, ...]], ...]


def _lists(
    name: str, order: tuple[str, ...], filters: _Filters, only: models.Q | None = None
) -> list[models.Index]:
    """Return the indexes of a list: in its order behind each filter, and holding what it can be narrowed to further."""
    return [
        models.Index(
            fields=[*([first] if first else []), *order, *beside],
            name=f"analysis_{name}_{first}".rstrip("_")[:30],
            condition=only,
        )
        for first, beside in filters
    ]


class Analysis(models.Model):
    """Jurisdiction × topic × level, once. Its id is the public number ("#699").

    The columns from `code` on are copies from the latest version, and those from `live_code` on from the live one, made
    again by `lexatlas rebuild`: lists of a million rows are sorted and filtered by them without a join.
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
    live_code = models.CharField(max_length=60, blank=True, default="")
    live_confidence = models.CharField(max_length=8, blank=True, default="")

    class Meta:
        db_table = "analysis"
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["jurisdiction", "topic", "level"], name="one_analysis_a_question"
            ),
        ]
        indexes: ClassVar = [
            models.Index(fields=["assigned_to", "due"], name="analysis_due"),
            models.Index(fields=["look_again_by"], name="analysis_look"),
            models.Index(fields=["due", "id"], name="analysis_by_due"),
            *_lists("changed", ("-changed_at", "-id"), _FILTERS),
            *_lists("by_place", _PLACE, _FILTERS),
            *_lists("live", _PLACE, _FILTERS_OF_READERS, models.Q(live__isnull=False)),
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
