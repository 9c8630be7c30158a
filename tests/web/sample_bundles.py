"""Bundles of the sample library, made once for all tests of a run by the program itself."""

import time
from pathlib import Path

from tests.cli.command_line import LIBRARY, lexatlas

ASKED = {
    # The act begins in mid 2024: before it, another code.
    "retail-before": ("XA", "retail-trading-status", "2024-02-01"),
    "retail": ("XA", "retail-trading-status", "2026-06-01"),
    "licensing": ("XA", "vasp-licensing", "2026-06-01"),
    "banks": ("XB", "bank-access", "2026-06-01"),
    "no-code": ("XC", "vasp-licensing", "2026-06-01"),
}
"""Place, topic and the date asked about, by the name that tests use."""
PATIENCE = 300


def made(folder: Path) -> dict[str, Path]:
    """Return a bundle, a zip, for each name; made by the first process that asks, and waited for by the others."""
    folder.mkdir(parents=True, exist_ok=True)
    bundles = {name: folder / f"{name}.zip" for name in ASKED}
    try:
        (folder / "begun").touch(exist_ok=False)
    except FileExistsError:
        _wait_for(folder / "done")
        return bundles
    for name, (place, topic, as_of) in ASKED.items():
        words = ("--from", LIBRARY / place, "--as-of", as_of, "--out", bundles[name], "--quiet")
        done = lexatlas("analyse", place, topic, *words)
        if done.code not in (0, 1):
            raise RuntimeError(f"The sample {name} could not be made: {done.told}")
    (folder / "done").touch()
    return bundles


def shared_folder(request, tmp_path_factory) -> Path:
    """Return a folder that all processes of a run share."""
    base = tmp_path_factory.getbasetemp()
    return base.parent if hasattr(request.config, "workerinput") else base


def _wait_for(file: Path) -> None:
    until = time.monotonic() + PATIENCE
    while not file.exists():
        if time.monotonic() > until:
            raise TimeoutError("The process that makes the sample bundles did not finish.")
        time.sleep(0.2)
