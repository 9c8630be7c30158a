"""Measures the coder on laws of invented places whose writer had not seen the program, and adds up all folders.

`python -m benches.unseen` reads the folders of `benches/unseen_laws`; folders of the same form may be named instead.
A code counts as wrong where one was given and another, or none, was due.
"""

import argparse
import json
import subprocess
import sys
from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from typing import Any

LAWS = Path(__file__).parent / "unseen_laws"
COUNTED = ("found", "rows", "right", "overlapping")


def measured(folder: Path) -> dict[str, Any]:
    """Return what `lexatlas eval --json` says of one folder with docs/, gold/ and a manifest.

    Ends the program with what `eval` said where it could not be measured.
    """
    command = [
        sys.executable,
        "-m",
        "lexatlas.cli.main",
        "eval",
        str(folder / "gold"),
        "--corpus",
        str(folder),
    ]
    done = subprocess.run([*command, "--json", "--quiet"], capture_output=True, text=True, check=False)
    if done.returncode not in (0, 1) or not done.stdout.startswith("{"):
        sys.exit(f"{folder} could not be measured: {done.stderr.strip()}")
    found: dict[str, Any] = json.loads(done.stdout)
    return found


def facts(found: Iterable[dict[str, Any]]) -> Counter[str]:
    """Return gold rows, those found, facts that overlap them and those of these that are right, over all folders."""
    total: Counter[str] = Counter()
    for one in found:
        total.update({name: one["facts"][name] for name in COUNTED})
    return total


def codes(found: Iterable[dict[str, Any]]) -> Counter[str]:
    """Return rows of statuses, right ones, codes given, and wrong codes among these, over all folders."""
    total: Counter[str] = Counter()
    for one in found:
        for row in one["status"]["answers"]:
            total["rows"] += 1
            total["right"] += row["right"]
            total["given"] += not row["abstained"]
            total["wrong"] += not row["abstained"] and not row["right"]
    return total


def main() -> int:
    """Print a line a folder and their sum."""
    parser = argparse.ArgumentParser(prog="python -m benches.unseen", description=__doc__.splitlines()[0])
    parser.add_argument("folders", nargs="*", type=Path, help="default: those of benches/unseen_laws")
    folders = parser.parse_args().folders or sorted(path for path in LAWS.iterdir() if path.is_dir())
    every = []
    for folder in folders:
        every.append(measured(folder))
        print(told(folder.name, every[-1:]), flush=True)
    print(told("all", every))
    return 0


def told(name: str, found: list[dict[str, Any]]) -> str:
    """Return one line of figures."""
    read, coded = facts(found), codes(found)
    return (
        f"{name}: facts {read['found']} of {read['rows']} found, {read['right']} of {read['overlapping']} right; "
        f"statuses {coded['right']} of {coded['rows']} right, "
        f"{coded['given']} codes given, {coded['wrong']} wrong"
    )


if __name__ == "__main__":
    sys.exit(main())
