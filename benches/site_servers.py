"""Servers of a measure: started, waited for until they answer, and ended with what they started."""

import contextlib
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
STARTS_WITHIN = 60.0


def free_port() -> int:
    """Return a port of this machine that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def ours(home: Path, port: int) -> tuple[list[str], dict[str, str]]:
    """Return command and environment of the site as everybody starts it."""
    command = [sys.executable, "-m", "lexatlas.cli.main", "serve", "--port", str(port), "--quiet"]
    return command, {**os.environ, "LEXATLAS_HOME": str(home)}


@contextlib.contextmanager
def server(
    command: Sequence[str], port: int, log: Path, env: Mapping[str, str] | None = None
) -> Iterator[int]:
    """Serve while the block runs and hand on the port; raises `RuntimeError` when nothing listens in time."""
    with log.open("wb") as told:
        process = subprocess.Popen(
            command, env=env, cwd=ROOT, stdout=told, stderr=subprocess.STDOUT, start_new_session=True
        )
        try:
            _wait(process, port, log)
            yield port
        finally:
            # The group is the server's own: it was started as a session of itself.
            with contextlib.suppress(ProcessLookupError):
                os.killpg(process.pid, signal.SIGTERM)
            try:
                process.wait(20)
            except subprocess.TimeoutExpired:
                os.killpg(process.pid, signal.SIGKILL)
                process.wait()


def _wait(process: "subprocess.Popen[bytes]", port: int, log: Path) -> None:
    until = time.monotonic() + STARTS_WITHIN
    while time.monotonic() < until and process.poll() is None:
        with contextlib.suppress(OSError), socket.create_connection(("127.0.0.1", port), 1):
            return
        time.sleep(0.1)
    raise RuntimeError(f"A server did not start; its words are in {log.name}, in the folder of the bench.")
