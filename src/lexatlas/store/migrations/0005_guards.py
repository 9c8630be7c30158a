"""What the database itself refuses, and the index by which texts are found for the events that name them."""

from typing import Any

from django.db import migrations, models

from lexatlas.store import guards


def install(_apps: Any, schema_editor: Any) -> None:
    guards.install(schema_editor.connection)


def remove(_apps: Any, schema_editor: Any) -> None:
    guards.remove(schema_editor.connection)


class Migration(migrations.Migration):
    dependencies = [("store", "0004_sessions_of_a_person")]

    operations = [
        migrations.AddIndex(
            model_name="words", index=models.Index(fields=["commitment"], name="words_commitment")
        ),
        migrations.RunPython(install, remove, elidable=False),
    ]
