"""The parts that a site needs, each looked at by itself: a part that fails does not hide the others."""

import importlib
import itertools
import secrets
import shutil
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Literal, NamedTuple

from django.conf import settings
from django.db import DatabaseError, connection
from django.db.migrations.executor import MigrationExecutor

from lexatlas.core.errors import LexatlasError
from lexatlas.desk.chain import verify
from lexatlas.language.terms import TERMS_VERSION
from lexatlas.site.database import missing_file
from lexatlas.sources.readers import READERS
from lexatlas.store.archive import archive
from lexatlas.store.models import ClaimRow, Findable
from lexatlas.store.queries.kept_files import kept_files

LEAST_ROOM = 200_000_000
"""Bytes free where the site writes; with fewer the next import may fail."""


class Part(NamedTuple):
    """One part: its state, and a sentence. *Absent* is a part that this site has no need of."""

    name: str
    state: Literal["well", "failed", "absent", "not looked at"]
    said: str


def look(looks: Sequence[tuple[str, Callable[[int], Part]]], sample: int) -> list[Part]:
    """Look at each part; whatever one of them raises is what is told of it."""
    found: list[Part] = []
    for name, one in looks:
        if name in NEED_ROWS and found and found[0].state == "failed":
            found.append(Part(name, "not looked at", "The database does not answer."))
            continue
        try:
            found.append(one(sample))
        except (LexatlasError, DatabaseError, OSError, ImportError) as error:
            found.append(Part(name, "failed", " ".join(str(error).split())))
    return found


def database(_sample: int) -> Part:
    """Whether rows can be read and, within a transaction that is taken back, written."""
    missing = missing_file()
    if missing:
        return Part("database", "failed", f"There is no file {missing}. Restore a backup; for a new site, run lexatlas "
                    "migrate.")  # fmt: skip
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1")
        kind = f"{connection.display_name} {'.'.join(map(str, connection.get_database_version()))}"
        if connection.vendor == "sqlite":
            return _file(cursor, kind)
        cursor.execute("SHOW transaction_read_only")
        row = cursor.fetchone()
        if row and row[0] == "on":
            return Part("database", "failed", f"{kind}, which may only be read.")
    return Part("database", "well", f"{kind}, on its server.")


def _file(cursor: object, kind: str) -> Part:
    run = cursor.execute  # type: ignore[attr-defined]  # a cursor of Django, which the stubs hide
    # A write lock is asked for and given back: nothing else shows whether the file takes changes.
    run("BEGIN IMMEDIATE")
    run("ROLLBACK")
    wrong = run("PRAGMA quick_check(1)").fetchone()[0]
    if wrong != "ok":
        return Part("database", "failed", f"{kind}: its file is damaged ({wrong}). Restore a backup.")
    mode = run("PRAGMA journal_mode").fetchone()[0]
    return Part("database", "well", f"{kind}, journal {mode}, {connection.settings_dict['NAME']}.")


def migrations(_sample: int) -> Part:
    """Whether the tables are those of this release."""
    executor = MigrationExecutor(connection)
    waits = executor.migration_plan(executor.loader.graph.leaf_nodes())
    if waits:
        return Part("migrations", "failed", f"{len(waits)} wait. Run lexatlas migrate.")
    newer = sorted(set(executor.loader.applied_migrations) - set(executor.loader.graph.nodes))
    if newer:
        return Part(
            "migrations", "failed", f"The tables are newer than this program ({newer[-1][1]}). Update it."
        )
    return Part("migrations", "well", "All of this release are applied.")


def kept(sample: int) -> Part:
    """Whether the archive takes and gives bytes, and a sample of its files is what their names say."""
    place = archive()
    probe = secrets.token_bytes(32)
    name = place.put(probe)
    back = place.get(name)
    place.remove(name)
    if back != probe:
        return Part("archive", "failed", "What was written did not come back.")
    names = list(place.names())
    missing = _named() - set(names)
    if missing:
        return Part("archive", "failed", f"{len(missing)} files that versions rest on are not there, such as "
                    f"{min(missing)}. Restore them from a backup.")  # fmt: skip
    chosen = names if not sample or sample >= len(names) else secrets.SystemRandom().sample(names, sample)
    bad = [each for each in chosen if not _same(each)]
    if bad:
        return Part("archive", "failed", f"{len(bad)} of {len(chosen)} files hashed again differ, such as {bad[0]}. "
                    "Restore them from a backup.")  # fmt: skip
    return Part(
        "archive", "well", f"Writable; {len(chosen)} of {len(names)} files hashed again, all as named."
    )


def _named() -> frozenset[str]:
    if missing_file():
        return frozenset()
    try:
        return kept_files().all
    except DatabaseError:
        # That the tables cannot be asked is told by the part before.
        return frozenset()


def _same(name: str) -> bool:
    try:
        archive().get(name)
    except LexatlasError:
        return False
    return True


def search(_sample: int) -> Part:
    """Whether what the search looks through was made by the terms of this release."""
    old = Findable.objects.exclude(terms_version=TERMS_VERSION).count()
    indexed = Findable.objects.filter(version__isnull=False).values("version")
    without = ClaimRow.objects.exclude(version__in=indexed).values("version").distinct().count()
    if old or without:
        return Part("search", "failed", f"{old} rows are of an older release, {without} versions lack theirs. "
                    "Run lexatlas rebuild.")  # fmt: skip
    return Part("search", "well", f"{Findable.objects.count()} rows, terms of version {TERMS_VERSION}.")


def chains(_sample: int) -> Part:
    """Whether every chain of events is unbroken, and every text and document what its event says."""
    found = verify()
    said = f"{found.events} events in {len(found.heads)} chains, {found.texts} texts, {found.documents} documents"
    if found.faults:
        return Part("chains", "failed", f"{said}; {len(found.faults)} faults. {found.faults[0]}")
    return Part("chains", "well", f"{said}: all as they were written.")


def room(_sample: int) -> Part:
    """Whether the disk of the home has room left."""
    folder = next(
        path for path in itertools.chain([settings.DATA], Path(settings.DATA).parents) if path.exists()
    )
    free = shutil.disk_usage(folder).free
    said = f"{free // 1_000_000} MB are free at {folder}."
    return Part("room", "well" if free >= LEAST_ROOM else "failed", said)


def readers(_sample: int) -> Part:
    """Whether every reader of documents can be loaded."""
    for module in READERS.values():
        importlib.import_module(module)
    return Part("readers", "well", f"{len(READERS)} can be loaded: {', '.join(READERS)}.")


def models(_sample: int) -> Part:
    """No part of this release speaks to a model."""
    return Part("models", "absent", "No language model is set up, and none is needed.")


PARTS: dict[str, Callable[[int], Part]] = {
    "database": database,
    "migrations": migrations,
    "archive": kept,
    "room": room,
    "readers": readers,
    "search": search,
    "chains": chains,
    "models": models,
}
"""Every part by its name, the database first: those of `NEED_ROWS` are looked at only when it answers."""
NEED_ROWS = ("migrations", "search", "chains")
