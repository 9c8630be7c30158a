"""Brings a site back from a backup, on either database, and proves that every row and every byte is as it was saved."""

import hashlib
import itertools
import zipfile
from collections.abc import Iterator
from pathlib import Path

from django.apps.registry import Apps
from django.contrib.contenttypes.models import ContentType
from django.core.management import call_command
from django.core.management.color import no_style
from django.db import connection, transaction
from django.db.migrations.executor import MigrationExecutor
from django.db.models import Model

from lexatlas.core.errors import Abort, InputError
from lexatlas.desk.backup_file import Inspected, entry_bytes, entry_lines
from lexatlas.store.archive import archive
from lexatlas.store.lines import kept_models, lines, row_of

_AT_ONCE = 100


def holds_rows() -> bool:
    """Whether the site holds anything that a restore would put an end to; False also for an empty database."""
    there = set(connection.introspection.table_names())
    return any(model._base_manager.exists() for name, model in kept_models().items() if name in there)


def restore(*, path: Path, found: Inspected) -> None:
    """Put the site of an inspected backup in the place of what is here: its archived files, then its tables.

    All rows come in one transaction, and are told again and held against the manifest before it ends. Raises
    `InputError` for a backup of a newer release, and `Abort` when what came in is not what was saved.
    """
    executor = MigrationExecutor(connection)
    state = ("store", found.manifest.migration)
    if state not in executor.loader.graph.nodes:
        raise InputError(
            f"{path} was made by release {found.manifest.release}, whose tables this release does not know. "
            "Restore it with that release or a newer one."
        )
    with zipfile.ZipFile(path) as file:
        for name, size in found.manifest.archive.items():
            archive().put(entry_bytes(file, name, size))
        _clear()
        executor = MigrationExecutor(connection)
        executor.migrate([state])
        # The tables as they were then, whatever has become of them since.
        _load(file, found, executor.loader.project_state([state]).apps)
    call_command("migrate", interactive=False, verbosity=0)


def _clear() -> None:
    """Remove every table: rows of the chain cannot be deleted one by one."""
    ContentType.objects.clear_cache()
    if connection.vendor == "postgresql":
        ours = {*connection.introspection.django_table_names(only_existing=True), "django_migrations"}
        with transaction.atomic(), connection.cursor() as cursor:
            for name in sorted(ours & set(connection.introspection.table_names())):
                cursor.execute(f"DROP TABLE {connection.ops.quote_name(name)} CASCADE")
        return
    with connection.constraint_checks_disabled(), transaction.atomic(), connection.cursor() as cursor:
        # A virtual table takes the tables that serve it along.
        cursor.execute(
            "SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY sql NOT LIKE 'CREATE VIRTUAL%'"
        )
        for (name,) in cursor.fetchall():
            if not name.startswith("sqlite_"):
                cursor.execute(f"DROP TABLE IF EXISTS {connection.ops.quote_name(name)}")


def _load(file: zipfile.ZipFile, found: Inspected, then: Apps) -> None:
    models = {model._meta.db_table: model for model in then.get_app_config("store").get_models()}
    strange = sorted(set(found.manifest.tables) - set(models))
    if strange:
        raise InputError(
            f"The backup holds a table {strange[0]} that its own release does not have. Use another copy."
        )
    with transaction.atomic():
        for name in found.manifest.tables:
            _fill(models[name], entry_lines(file, f"rows/{name}.jsonl"))
        for name, table in found.manifest.tables.items():
            if _told(models[name]) != table.sha256:
                raise Abort(
                    f"The rows of {name} did not come in as they were saved. Nothing of them was kept."
                )
        with connection.cursor() as cursor:
            for sentence in connection.ops.sequence_reset_sql(no_style(), list(models.values())):
                cursor.execute(sentence)


def _fill(model: type[Model], told: Iterator[bytes]) -> None:
    while batch := list(itertools.islice(told, _AT_ONCE)):
        model._base_manager.bulk_create([row_of(model, line) for line in batch])


def _told(model: type[Model]) -> str:
    digest = hashlib.sha256()
    for line in lines(model):
        digest.update(line)
    return digest.hexdigest()
