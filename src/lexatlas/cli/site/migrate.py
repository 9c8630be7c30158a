"""`lexatlas migrate`: bring the site's database up to this release."""

import argparse
import json
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TextIO

from lexatlas.cli.site.ground import lost_rows, site, waiting
from lexatlas.core.errors import Abort
from lexatlas.settings import load

_LOCK_NUMBER = 6_994_172_131
"""Any number will do, as long as nobody else takes an advisory lock of this name in the same database."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare nothing: there is one database, and one state that this release wants."""


def run(args: argparse.Namespace, out: TextIO, err: TextIO) -> int:
    """Apply what waits and name it; 0 also when nothing did."""
    with site(migrated=False):
        lost = lost_rows()
        done = migrate()
    if lost:
        print(lost, file=err)
    if args.json:
        print(json.dumps({"applied": done}), file=out)
    elif done:
        print(applied(done), file=out)
    else:
        print("The database is up to date; nothing was changed.", file=out)
    return 0


def applied(names: list[str]) -> str:
    """Say how many migrations were applied, and which was the last."""
    return f"Applied {len(names)} migration{'s' if len(names) > 1 else ''}, the last {names[-1]}."


def migrate() -> list[str]:
    """Apply the migrations that wait and return their names; of two processes at once, one waits for the other."""
    from django.core.management import call_command

    data = load(os.environ).data
    try:
        data.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise Abort(
            f"The folder {data} cannot be made ({error.strerror}). Set LEXATLAS_HOME to another."
        ) from error
    with one_at_a_time(data / "migrate.lock"):
        names = waiting()
        if names:
            call_command("migrate", interactive=False, verbosity=0)
    return names


@contextmanager
def one_at_a_time(path: Path) -> Iterator[None]:
    """Hold a lock on this machine (and on PostgreSQL for every machine) until what stands inside is done."""
    import fcntl

    try:
        file = path.open("a")
    except OSError as error:
        raise Abort(f"{path} cannot be written ({error.strerror}). Mend the rights of its folder.") from error
    with file:
        fcntl.flock(file, fcntl.LOCK_EX)
        with _one_on_the_server():
            yield


@contextmanager
def _one_on_the_server() -> Iterator[None]:
    from django.db import connection

    if connection.vendor != "postgresql":
        yield
        return
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_lock(%s)", [_LOCK_NUMBER])
        try:
            yield
        finally:
            cursor.execute("SELECT pg_advisory_unlock(%s)", [_LOCK_NUMBER])
