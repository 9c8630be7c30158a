"""Runs the command line as a person does: in this process where that is enough, else in one of its own."""

import io
import json
import os
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from lexatlas.cli import main as door

ROOT = Path(__file__).resolve().parents[2]
SRC = ROOT / "src"
LIBRARY = ROOT / "demo" / "library"
ACT = LIBRARY / "XA" / "digital-asset-providers-act-2024.html"
CIRCULAR = LIBRARY / "XA" / "central-bank-circular-7-2019.txt"
NEWS = LIBRARY / "XA" / "news-2026-03-11.html"
ASKED = ("analyse", "XA", "vasp-licensing", "--as-of", "2026-06-01")
# Long for a busy machine, short for a test that hangs.
PATIENCE = 120


@dataclass(frozen=True)
class Done:
    """How a command ended: exit code, standard output, standard error."""

    code: int
    out: str
    err: str

    @property
    def told(self):
        """Give both outputs, for asking whether a word was said at all."""
        return self.out + self.err

    def json(self):
        return json.loads(self.out)


def lexatlas(*words) -> Done:
    """Run one command line in this process."""
    out, err = io.StringIO(), io.StringIO()
    code = door.main([str(word) for word in words], out, err)
    return Done(code, out.getvalue(), err.getvalue())


def analyse(out: Path, *given, words=()) -> Done:
    """Ask the question of these tests of the documents given."""
    return lexatlas(*ASKED, "--from", *given, "--out", out, *words)


def environment(home: Path, more: Mapping[str, str] | None = None) -> dict[str, str]:
    """Give what a process of its own needs to find the package, and nothing of this person's settings."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("LEXATLAS_")}
    paths = os.pathsep.join([str(SRC), str(ROOT)])
    return {**kept, "PYTHONPATH": paths, "LEXATLAS_HOME": str(home), **(more or {})}


def in_process(*words, home: Path, cwd: Path | None = None, more: Mapping[str, str] | None = None) -> Done:
    """Run one command line in a process of its own."""
    command = [sys.executable, "-m", "lexatlas.cli.main", *map(str, words)]
    ended = subprocess.run(
        command, env=environment(home, more), cwd=cwd, capture_output=True, text=True, timeout=PATIENCE,
        check=False, encoding="utf-8",
    )  # fmt: skip
    return Done(ended.returncode, ended.stdout, ended.stderr)


def bytes_of(bundle: Path) -> dict[str, bytes]:
    """Give every file of a folder by its name."""
    files = sorted(path for path in bundle.rglob("*") if path.is_file())
    return {path.relative_to(bundle).as_posix(): path.read_bytes() for path in files}
