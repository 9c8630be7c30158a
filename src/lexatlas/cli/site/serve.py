"""`lexatlas serve`: one command that prepares the site and serves it until it is stopped."""

import argparse
import os
import socket
from typing import TYPE_CHECKING, Any, TextIO

from lexatlas.cli.progress import progress_to
from lexatlas.cli.site.ground import lost_rows, now, site
from lexatlas.core.errors import InputError
from lexatlas.settings import load
from lexatlas.settings.scratch import Scratch, sweep

if TYPE_CHECKING:
    from collections.abc import Callable

THREADS = 3
"""Of each process. One more answers no more pages, and some of them much later: all take turns at one interpreter."""
MOST_WORKERS = 64


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare where it listens, and with how many processes."""
    parser.add_argument("--host", metavar="ADDRESS", default="127.0.0.1", help="default: 127.0.0.1")
    parser.add_argument("--port", metavar="N", type=int, default=8000, help="default: 8000")
    parser.add_argument(
        "--demo", action="store_true", help="load the sample library, with people and a review"
    )
    parser.add_argument(
        "--workers", metavar="N", type=int, default=0, help="processes; default: by processors"
    )


def run(args: argparse.Namespace, out: TextIO, err: TextIO) -> int:
    """Prepare database and assets, then serve; returns only when the site was stopped."""
    workers = args.workers or min(4, max(2, os.cpu_count() or 2))
    if not 1 <= workers <= MOST_WORKERS:
        raise InputError(f"--workers is a number from 1 to {MOST_WORKERS}.")
    _refuse_taken(args.host, args.port)
    progress = progress_to(err, args.quiet)
    # What a site that was killed has left behind, which nothing else would ever remove.
    for prefix in ("lexatlas-read-", "lexatlas-upload-"):
        sweep(prefix)
    with Scratch("lexatlas-figures-") as figures:
        os.environ["PROMETHEUS_MULTIPROC_DIR"] = str(figures.path)
        with site(migrated=False):
            prepare(progress)
            if args.demo:
                print(*sample(progress), sep="\n", file=out, flush=True)
            return _serve(args, workers, out)


def prepare(progress: "Callable[[str], None]") -> None:
    """Bring the database up to this release and lay out the assets; what is done already is left."""
    from django.core.management import call_command

    from lexatlas.cli.site.migrate import applied, migrate, one_at_a_time

    lost = lost_rows()
    if lost:
        progress(lost)
    done = migrate()
    if done:
        progress(applied(done))
    # Two sites that start at once would write the same files.
    with one_at_a_time(load(os.environ).data / "assets.lock"):
        call_command("collectstatic", interactive=False, verbosity=0)


def sample(progress: "Callable[[str], None]") -> list[str]:
    """Load the sample, unless it is there, and return what to tell of its people."""
    from lexatlas import __version__
    from lexatlas.cli.site.sample import load_sample, passwords

    people = load_sample(load(os.environ).cache / f"sample-{__version__}", now(), progress)
    return ["Sign in as one of these people of the sample. A password is told here once:", *passwords(people)]


def _refuse_taken(host: str, port: int) -> None:
    if not 1 <= port <= 65_535:
        raise InputError("--port is a number from 1 to 65535.")
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with socket.socket(family) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError as error:
            raise InputError(
                f"{host}:{port} cannot be listened on ({(error.strerror or str(error)).lower()}). "
                "Choose another --port, or stop what listens there."
            ) from error


def _serve(args: argparse.Namespace, workers: int, out: TextIO) -> int:
    from django.db import connections

    from lexatlas.site.server import Server

    # A connection must not be shared by two processes.
    connections.close_all()
    host = f"[{args.host}]" if ":" in args.host else args.host
    shown = "127.0.0.1" if args.host in ("0.0.0.0", "::") else host

    def ready(_arbiter: Any) -> None:
        print(f"Lexatlas is at http://{shown}:{args.port}/ (Ctrl-C stops it).", file=out, flush=True)

    Server(f"{host}:{args.port}", workers, THREADS, ready).run()
    return 0
