"""What every test gets: no network, and things that a machine may lack, missing loudly where CI=true."""

import os
import shutil
import socket
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NoReturn

import pytest
from hypothesis import settings

# No test depends on speed: a busy machine must not fail one.
settings.register_profile("lexatlas", deadline=None)
settings.load_profile("lexatlas")

CHROMIUM_NAMES = ("chromium", "chromium-browser", "google-chrome")
LOOPBACK = {"127.0.0.1", "::1", "localhost"}


def missing(what: str) -> NoReturn:
    """Skip a test that needs something this machine lacks; on CI, where it must be there, fail."""
    if os.environ.get("CI") == "true":
        pytest.fail(f"{what} is missing, and CI must run this test.")
    pytest.skip(f"{what} is missing.")


@pytest.fixture(autouse=True)
def no_network(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Refuse every connection; a test marked `network` may speak to this machine's own loopback."""
    loopback_allowed = request.node.get_closest_marker("network") or request.node.get_closest_marker(
        "browser"
    )
    connect = socket.socket.connect

    def guarded(self: socket.socket, address: Any) -> None:
        if self.family == socket.AF_UNIX or (loopback_allowed and address[0] in LOOPBACK):
            return connect(self, address)
        raise RuntimeError(f"A test tried to reach {address}; tests run without a network.")

    monkeypatch.setattr(socket.socket, "connect", guarded)


@pytest.fixture(scope="session", autouse=True)
def flushed_despite_guards() -> None:
    """Let the database be emptied between tests on SQLite, where that is a DELETE, which the guards refuse."""
    from django.db import connection

    from lexatlas.store import guards

    if connection.vendor != "sqlite":
        return
    operations = type(connection.ops)
    flush = operations.execute_sql_flush

    def unguarded(self: Any, sql_list: Any) -> None:
        guards.remove(self.connection)
        flush(self, sql_list)
        guards.install(self.connection)

    operations.execute_sql_flush = unguarded


@pytest.fixture
def corpus() -> Path:
    """Give the folder of real documents that LEXATLAS_CORPUS names."""
    return _named_by("LEXATLAS_CORPUS", "The corpus (LEXATLAS_CORPUS)")


@pytest.fixture
def reference_page() -> Path:
    """Give the page of the earlier system that LEXATLAS_REFERENCE names."""
    return _named_by("LEXATLAS_REFERENCE", "The reference page (LEXATLAS_REFERENCE)")


def _named_by(variable: str, what: str) -> Path:
    # Neither is part of the project: a clone without them is whole, on CI too.
    path = os.environ.get(variable)
    if not path:
        pytest.skip(f"{what} is not set.")
    if not Path(path).exists():
        pytest.fail(f"{what} names {path}, which does not exist.")
    return Path(path).resolve()


@pytest.fixture(scope="session")
def browser() -> Iterator[Any]:
    """Give a running Chromium; it is the system's own, nothing is downloaded."""
    executable = next(filter(None, map(shutil.which, CHROMIUM_NAMES)), None)
    if executable is None:
        missing("Chromium")
    playwright = pytest.importorskip("playwright.sync_api")
    from django.db import connections

    with playwright.sync_playwright() as driver:
        # The sandbox needs a user other than root, which CI has not.
        chromium = driver.chromium.launch(executable_path=executable, args=["--no-sandbox"])
        yield chromium
        chromium.close()
        # Beside the browser's loop Django gives this thread connections of their own, which nobody else would close.
        connections.close_all()
