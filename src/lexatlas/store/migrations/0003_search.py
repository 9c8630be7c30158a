"""What the search looks through, and the full-text index of each database over it."""

from typing import Any

import django.db.models.deletion
from django.db import migrations, models

_SQLITE = (
    # Terms come folded and cut: signs of any kind belong to a term, and only spaces part them.
    "CREATE VIRTUAL TABLE findable_fts USING fts5(scope, terms, content='findable', content_rowid='id', "
    "detail=column, tokenize=\"unicode61 remove_diacritics 0 categories 'L* M* N* P* S* Co'\")",
    "CREATE TRIGGER findable_added AFTER INSERT ON findable BEGIN "
    "INSERT INTO findable_fts(rowid, scope, terms) VALUES (new.id, new.scope, new.terms); END",
    "CREATE TRIGGER findable_gone AFTER DELETE ON findable BEGIN "
    "INSERT INTO findable_fts(findable_fts, rowid, scope, terms) VALUES ('delete', old.id, old.scope, old.terms); END",
)
_POSTGRES = (
    "ALTER TABLE findable ADD COLUMN vector tsvector GENERATED ALWAYS AS "
    "(array_to_tsvector(string_to_array(trim(scope || ' ' || terms), ' '))) STORED",
    "CREATE INDEX findable_vector ON findable USING gin (vector)",
)


def make_index(_: Any, schema_editor: Any) -> None:
    for statement in _POSTGRES if schema_editor.connection.vendor == "postgresql" else _SQLITE:
        schema_editor.execute(statement)


def drop_index(_: Any, schema_editor: Any) -> None:
    if schema_editor.connection.vendor != "postgresql":
        schema_editor.execute("DROP TABLE findable_fts")


class Migration(migrations.Migration):
    dependencies = [("store", "0002_excerpts_of_a_version")]

    operations = [
        migrations.CreateModel(
            name="Findable",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("claim_id", models.CharField(blank=True, max_length=16)),
                ("start", models.PositiveIntegerField(default=0)),
                ("end", models.PositiveIntegerField(default=0)),
                ("language", models.CharField(blank=True, max_length=24)),
                ("place", models.CharField(blank=True, max_length=200)),
                ("words", models.TextField()),
                ("scope", models.TextField()),
                ("terms", models.TextField()),
                ("terms_version", models.CharField(max_length=8)),
                (
                    "analysis",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="store.analysis",
                    ),
                ),
                (
                    "snapshot",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="findable",
                        to="store.snapshotrow",
                    ),
                ),
                (
                    "version",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="findable",
                        to="store.version",
                    ),
                ),
            ],
            options={"db_table": "findable"},
        ),
        migrations.RunPython(make_index, drop_index, elidable=False),
    ]
