"""The site as its users meet it: a process of its own on loopback, with a home and a database of its own."""

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

from tests.cli.command_line import environment
from tools.with_postgres import free_port

PATIENCE = 90
SHARED = "LEXATLAS_DATABASE_URL"
OWN = {"DJANGO_SETTINGS_MODULE": "lexatlas.site.settings"}
"""The settings of tests, which this process has, would give the site another home."""


@dataclass(frozen=True)
class Running:
    """A site that answers: its address, what a command of it needs to know, and where it writes what it says."""

    address: str
    settings: Mapping[str, str]
    log: Path

    def command(self, *words: object, said: str = "") -> subprocess.CompletedProcess[str]:
        """Run a command of the site as its administrator does."""
        return command(self.settings, *words, said=said)


def command(settings: Mapping[str, str], *words: object, said: str = "") -> subprocess.CompletedProcess[str]:
    """Run `python -m` with the settings of a site; `said` is what is typed to it."""
    return subprocess.run(
        [sys.executable, "-m", *map(str, words)], env=dict(settings), input=said, capture_output=True,
        text=True, timeout=PATIENCE * 2, check=False, encoding="utf-8",
    )  # fmt: skip


def succeeded(ended: subprocess.CompletedProcess[str]) -> subprocess.CompletedProcess[str]:
    """Return a command that ended well; any other is a fault of the test's ground."""
    assert ended.returncode == 0, f"{ended.args}: {ended.stdout}\n{ended.stderr}"
    return ended


@contextmanager
def database(home: Path) -> Iterator[Mapping[str, str]]:
    """Give the settings of a new site: a file in its home, or a new database where the tests run on a server."""
    shared = os.environ.get(SHARED, "")
    if not shared.startswith("postgres"):
        yield environment(home, OWN)
        return
    import psycopg

    name = f"journey_{os.getpid()}_{time.monotonic_ns()}"
    with psycopg.connect(shared, autocommit=True) as server:
        server.execute(f"CREATE DATABASE {name}")
    try:
        yield environment(home, {**OWN, SHARED: shared.rsplit("/", 1)[0] + f"/{name}"})
    finally:
        with psycopg.connect(shared, autocommit=True) as server:
            server.execute(f"DROP DATABASE {name} WITH (FORCE)")


@contextmanager
def served(settings: Mapping[str, str], log: Path) -> Iterator[Running]:
    """Serve a site until what stands inside is done."""
    port = free_port()
    with log.open("ab") as said:
        process = subprocess.Popen(
            [sys.executable, "-m", "lexatlas.cli.main", "serve", "--port", str(port), "--workers", "1"],
            env=dict(settings), stdout=said, stderr=said, start_new_session=True,
        )  # fmt: skip
        try:
            running = Running(f"http://127.0.0.1:{port}", settings, log)
            _wait_for(running, process)
            yield running
        finally:
            process.send_signal(signal.SIGTERM)
            process.wait(timeout=PATIENCE)


def _wait_for(site: Running, process: subprocess.Popen[bytes]) -> None:
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until and process.poll() is None:
        try:
            with urlopen(f"{site.address}/healthz", timeout=5):
                return
        except (URLError, ConnectionError, TimeoutError):
            time.sleep(0.1)
    raise RuntimeError(
        f"The site did not start:\n{site.log.read_text(encoding='utf-8', errors='replace')[-4000:]}"
    )


def furnished(settings: Mapping[str, str], samples: Path, what: str) -> dict[str, dict[str, int]]:
    """Put people, and with `what` = "world" the whole sample site, onto a site; return the ids by name."""
    ended = succeeded(command(settings, "tests.journeys.site.furnish", samples, what))
    told: dict[str, dict[str, int]] = json.loads(ended.stdout.splitlines()[-1])
    return told
