"""Lists are narrowed within the index that sorts them; those of readers by copies of what is live."""

from typing import Any

from django.db import migrations, models


def copy_what_is_live(apps: Any, _schema_editor: Any) -> None:
    analyses, versions = apps.get_model("store", "Analysis"), apps.get_model("store", "Version")
    live = versions.objects.filter(id=models.OuterRef("live_id"))
    analyses.objects.filter(live__isnull=False).update(
        live_code=models.Subquery(live.values("code")[:1]),
        live_confidence=models.Subquery(live.values("confidence")[:1]),
    )


class Migration(migrations.Migration):
    dependencies = [
        ("store", "0008_lists_of_two_filters"),
    ]

    operations = [
        migrations.RemoveIndex(
            model_name="analysis",
            name="analysis_place",
        ),
        migrations.RemoveIndex(
            model_name="analysis",
            name="analysis_topic",
        ),
        migrations.RemoveIndex(
            model_name="analysis",
            name="analysis_code",
        ),
        migrations.RemoveIndex(
            model_name="analysis",
            name="analysis_topic_code",
        ),
        migrations.RemoveIndex(
            model_name="analysis",
            name="analysis_topic_by_place",
        ),
        migrations.RemoveIndex(
            model_name="analysis",
            name="analysis_code_by_place",
        ),
        migrations.RemoveIndex(
            model_name="analysis",
            name="analysis_confidence",
        ),
        migrations.RemoveIndex(
            model_name="analysis",
            name="analysis_live",
        ),
        migrations.RemoveIndex(
            model_name="analysis",
            name="analysis_live_topic",
        ),
        migrations.RemoveIndex(
            model_name="analysis",
            name="analysis_stage_code",
        ),
        migrations.RemoveIndex(
            model_name="analysis",
            name="analysis_topic_stage",
        ),
        migrations.RemoveIndex(
            model_name="analysis",
            name="analysis_code_conf",
        ),
        migrations.RenameIndex(
            model_name="analysis",
            new_name="analysis_changed_stage",
            old_name="analysis_stage",
        ),
        migrations.RenameIndex(
            model_name="analysis",
            new_name="analysis_by_place_stage",
            old_name="analysis_stage_by_place",
        ),
        migrations.AddField(
            model_name="analysis",
            name="live_code",
            field=models.CharField(blank=True, default="", max_length=60),
        ),
        migrations.AddField(
            model_name="analysis",
            name="live_confidence",
            field=models.CharField(blank=True, default="", max_length=8),
        ),
        migrations.RunPython(copy_what_is_live, migrations.RunPython.noop, elidable=False),
        migrations.AddIndex(
            model_name="analysis",
            index=models.Index(
                fields=["jurisdiction", "-changed_at", "-id", "topic", "code", "confidence", "stage"],
                name="analysis_changed_jurisdiction",
            ),
        ),
        migrations.AddIndex(
            model_name="analysis",
            index=models.Index(
                fields=["topic", "-changed_at", "-id", "code", "confidence", "stage"],
                name="analysis_changed_topic",
            ),
        ),
        migrations.AddIndex(
            model_name="analysis",
            index=models.Index(
                fields=["code", "-changed_at", "-id", "confidence", "stage"], name="analysis_changed_code"
            ),
        ),
        migrations.AddIndex(
            model_name="analysis",
            index=models.Index(
                fields=["confidence", "-changed_at", "-id", "stage"], name="analysis_changed_confidence"
            ),
        ),
        migrations.AddIndex(
            model_name="analysis",
            index=models.Index(
                fields=[
                    "jurisdiction",
                    "jurisdiction_name",
                    "topic_name",
                    "id",
                    "topic",
                    "code",
                    "confidence",
                    "stage",
                ],
                name="analysis_by_place_jurisdiction",
            ),
        ),
        migrations.AddIndex(
            model_name="analysis",
            index=models.Index(
                fields=["topic", "jurisdiction_name", "topic_name", "id", "code", "confidence", "stage"],
                name="analysis_by_place_topic",
            ),
        ),
        migrations.AddIndex(
            model_name="analysis",
            index=models.Index(
                fields=["code", "jurisdiction_name", "topic_name", "id", "confidence", "stage"],
                name="analysis_by_place_code",
            ),
        ),
        migrations.AddIndex(
            model_name="analysis",
            index=models.Index(
                fields=["confidence", "jurisdiction_name", "topic_name", "id", "stage"],
                name="analysis_by_place_confidence",
            ),
        ),
        migrations.AddIndex(
            model_name="analysis",
            index=models.Index(
                condition=models.Q(("live__isnull", False)),
                fields=["jurisdiction_name", "topic_name", "id", "live"],
                name="analysis_live",
            ),
        ),
        migrations.AddIndex(
            model_name="analysis",
            index=models.Index(
                condition=models.Q(("live__isnull", False)),
                fields=[
                    "jurisdiction",
                    "jurisdiction_name",
                    "topic_name",
                    "id",
                    "topic",
                    "live_code",
                    "live_confidence",
                    "live",
                ],
                name="analysis_live_jurisdiction",
            ),
        ),
        migrations.AddIndex(
            model_name="analysis",
            index=models.Index(
                condition=models.Q(("live__isnull", False)),
                fields=[
                    "topic",
                    "jurisdiction_name",
                    "topic_name",
                    "id",
                    "live_code",
                    "live_confidence",
                    "live",
                ],
                name="analysis_live_topic",
            ),
        ),
        migrations.AddIndex(
            model_name="analysis",
            index=models.Index(
                condition=models.Q(("live__isnull", False)),
                fields=["live_code", "jurisdiction_name", "topic_name", "id", "live_confidence", "live"],
                name="analysis_live_live_code",
            ),
        ),
        migrations.AddIndex(
            model_name="analysis",
            index=models.Index(
                condition=models.Q(("live__isnull", False)),
                fields=["live_confidence", "jurisdiction_name", "topic_name", "id", "live"],
                name="analysis_live_live_confidence",
            ),
        ),
    ]
