"""Saves the whole site in one file while it runs: one moment of all rows, and every archived file that they name."""

import hashlib
import os
import secrets
import zipfile
from collections.abc import Iterable
from datetime import datetime
from pathlib import Path

from django.db.migrations.recorder import MigrationRecorder
from django.db.models import Model

from lexatlas import __version__
from lexatlas.core.canonical import canonical_json
from lexatlas.core.errors import Abort, Unavailable
from lexatlas.desk.backup_file import FORMAT, MANIFEST, Inspected, Manifest, Table, entry, inspect
from lexatlas.store.archive import archive
from lexatlas.store.lines import kept_models, lines
from lexatlas.store.moment import one_moment
from lexatlas.store.queries.kept_files import kept_files


def backup(*, path: Path, at: datetime) -> Inspected:
    """Write a backup to `path`, read it through again, and return what it holds.

    A file at `path` is replaced only once the new one is whole; raises `Abort` when the disk does not take it.
    """
    beside = path.with_name(f".{path.name}.new-{secrets.token_hex(6)}")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        # It holds everything that the site keeps from readers.
        handle = os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(handle, "wb") as raw:
            with zipfile.ZipFile(raw, "w", compresslevel=6) as file:
                _write(file, at)
            raw.flush()
            os.fsync(raw.fileno())
        found = inspect(beside)
        beside.replace(path)
    except OSError as error:
        raise Abort(
            f"The backup could not be written to {path} ({error.strerror or error}). What stood there is as it was. "
            "Make room or choose another place."
        ) from error
    finally:
        beside.unlink(missing_ok=True)
    return found


def _write(file: zipfile.ZipFile, at: datetime) -> None:
    with one_moment():
        tables = {name: _rows(file, name, model) for name, model in kept_models().items()}
        names = sorted(kept_files().all)
        migration = _migration()
    # Archived files are written before the rows that name them and never changed: they need no moment.
    sizes, lost = _bytes(file, names)
    manifest = Manifest(
        format=FORMAT, release=__version__, made_at=at.isoformat(timespec="seconds"), migration=migration,
        tables=tables, archive=sizes, lost=lost,
    )  # fmt: skip
    with entry(file, MANIFEST) as out:
        out.write(canonical_json(manifest))


def _rows(file: zipfile.ZipFile, name: str, model: type[Model]) -> Table:
    digest, count = hashlib.sha256(), 0
    with entry(file, f"rows/{name}.jsonl") as out:
        for line in lines(model):
            digest.update(line)
            out.write(line)
            count += 1
    return Table(rows=count, sha256=digest.hexdigest())


def _migration() -> str:
    applied = MigrationRecorder.Migration.objects.filter(app="store").order_by("name")
    return str(applied.values_list("name", flat=True).last() or "")


def _bytes(file: zipfile.ZipFile, names: Iterable[str]) -> tuple[dict[str, int], tuple[str, ...]]:
    place = archive()
    sizes: dict[str, int] = {}
    lost: list[str] = []
    for name in names:
        try:
            data = place.get(name)
        except Unavailable:
            # Saving the rest is better than saving nothing; whoever saves is told.
            lost.append(name)
            continue
        with entry(file, f"archive/{name}") as out:
            out.write(data)
        sizes[name] = len(data)
    return sizes, tuple(lost)
