"""What confidence is computed from stands beside a version, so that a list of approved rows reads no documents."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("store", "0009_lists_narrowed_within_their_index"),
    ]

    operations = [
        migrations.AddField(
            model_name="version",
            name="factors",
            field=models.JSONField(null=True),
        ),
    ]
