"""Run a command against a PostgreSQL that lives as long as the command: python -m tools.with_postgres COMMAND..."""

import os
import shutil
import socket
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path

USER = "postgres"
"""The server refuses to run as root; as root, its own system user runs it."""
SETTINGS = ("fsync=off", "full_page_writes=off", "synchronous_commit=off", "listen_addresses=127.0.0.1",
            "max_connections=60")  # fmt: skip
"""Nothing in such a cluster outlives a crash, so nothing waits for the disk."""


def main(command: Sequence[str]) -> int:
    """Return the command's exit code; without a server's programs 0, or 1 where CI=true, and a sentence."""
    if not command:
        print("Name the command to run.", file=sys.stderr)
        return 2
    programs = programs_of_server()
    if programs is None:
        print("PostgreSQL is missing: what needs it was not run.", file=sys.stderr)
        return 1 if os.environ.get("CI") == "true" else 0
    with cluster(programs) as address:
        done = subprocess.run(command, env={**os.environ, "LEXATLAS_DATABASE_URL": address}, check=False)
        return done.returncode


def programs_of_server() -> Path | None:
    """Return the folder of `initdb` and `postgres`, the newest where there are several; None without one."""
    # Debian keeps these programs off the path, a version a folder.
    folders = sorted(Path("/usr/lib/postgresql").glob("*/bin"), key=lambda folder: int(folder.parent.name))
    found = shutil.which("initdb")
    for folder in (*reversed(folders), *([Path(found).parent] if found else [])):
        if (folder / "initdb").exists() and (folder / "postgres").exists():
            return folder
    return None


@contextmanager
def cluster(programs: Path) -> Iterator[str]:
    """Give the address of a new, empty cluster on loopback; it is stopped and removed afterwards."""
    folder = Path(tempfile.mkdtemp(prefix="lexatlas-postgres-"))
    try:
        if os.geteuid() == 0:
            shutil.chown(folder, USER)
        port, data = free_port(), folder / "data"
        as_user([programs / "initdb", "-D", data, "-U", "lexatlas", "-A", "trust", "-E", "UTF8",
                 "--locale=C.UTF-8", "--no-sync"], folder)  # fmt: skip
        server = subprocess.Popen(
            command_as_user([programs / "postgres", "-D", data, "-p", port, "-k", folder,
                             *(word for each in SETTINGS for word in ("-c", each))]),
            cwd=folder, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env=_plain_environment(),
        )  # fmt: skip
        try:
            as_user([programs / "pg_isready", "-h", "127.0.0.1", "-p", port, "-t", "30"], folder, tries=60)
            as_user(
                [programs / "createdb", "-h", "127.0.0.1", "-p", port, "-U", "lexatlas", "lexatlas"], folder
            )
            yield f"postgres://lexatlas@127.0.0.1:{port}/lexatlas"
        finally:
            server.terminate()
            server.wait(timeout=30)
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def free_port() -> int:
    """Return a port of loopback that nobody listens on just now."""
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        port: int = taken.getsockname()[1]
        return port


def command_as_user(words: Sequence[object]) -> list[str]:
    """Return the command as the server's own user runs it, where the one who asks is root."""
    command = [str(word) for word in words]
    return ["runuser", "-u", USER, "--", *command] if os.geteuid() == 0 else command


def as_user(words: Sequence[object], folder: Path, tries: int = 1) -> None:
    """Run to the end, again while it fails and tries are left; raises `CalledProcessError` at the last failure."""
    for left in reversed(range(tries)):
        done = subprocess.run(command_as_user(words), cwd=folder, capture_output=True, check=False,
                              env=_plain_environment())  # fmt: skip
        if done.returncode == 0:
            return
        if not left:
            sys.stderr.write(done.stderr.decode(errors="replace"))
            raise subprocess.CalledProcessError(done.returncode, done.args)
        # `pg_isready` itself waits only for an answer, not for a server that has not opened its port.
        subprocess.run(["sleep", "0.25"], check=True)


def _plain_environment() -> Mapping[str, str]:
    return {name: value for name, value in os.environ.items() if not name.startswith(("PG", "LC_", "LANG"))}


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
