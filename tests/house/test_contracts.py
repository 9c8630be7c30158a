"""A well-mannered house keeps each import contract, and each sabotage breaks the one meant for it."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.house.trees import PROJECT, house, write

HOUSE = "Imports go down only"
NETWORK = "Only sources opens the network"
PLANTED = "Whoever plants faults does not know how they are looked for"
SECOND = "The second reading shares no reader with the first"
MEASURED = "A run does not know how it is measured"
STORE = "store imports core, settings and language only"
SITE = "The site is imported by the commands that run it, and by nobody else"
ROWS = "Pages get values: no view and no template knows a row"
PLAIN = "Plain commands need no Django, no engine and no store"
PLAIN_STORE = "Plain commands do not reach the first floor"
MODELS = "Only llm speaks to models"

SABOTAGE = [
    # file that is added, what it imports, the contracts that break
    ("core/rogue.py", "import lexatlas.codebook", {HOUSE}),
    ("core/rogue.py", "import lxml", {"core imports pydantic and the standard library only"}),
    ("settings/rogue.py", "import lexatlas.codebook", {HOUSE}),
    ("codebook/rogue.py", "import lexatlas.settings", {HOUSE}),
    ("language/rogue.py", "import lexatlas.retrieval", {HOUSE}),
    ("language/rogue.py", "import lexatlas.settings", {"language imports core and codebook only"}),
    ("retrieval/rogue.py", "import lexatlas.bundle", {HOUSE}),
    ("retrieval/rogue.py", "import lexatlas.codebook", {"retrieval imports core and language only"}),
    ("bundle/rogue.py", "import lexatlas.language", {"bundle imports core only"}),
    ("sources/rogue.py", "import lexatlas.pipeline", {HOUSE}),
    ("checks/rogue.py", "import lexatlas.analysts", {HOUSE, "The four workrooms do not know each other"}),
    ("checks/second/rogue.py", "import lexatlas.language", {SECOND}),
    ("checks/second/rogue.py", "import lexatlas.codebook", {SECOND}),
    ("compare/rogue.py", "import lexatlas.checks", {HOUSE, "The four workrooms do not know each other"}),
    ("exports/rogue.py", "import lexatlas.sources", {"exports import core, codebook and compare only"}),
    ("exports/rogue.py", "import lexatlas.pipeline", {HOUSE}),
    ("pipeline/planted/rogue.py", "import lexatlas.checks", {PLANTED}),
    ("pipeline/planted/rogue.py", "import lexatlas.analysts", {PLANTED}),
    ("pipeline/planted/rogue.py", "import lexatlas.language", {PLANTED}),
    ("pipeline/verify/rogue.py", "import lexatlas.pipeline.eval", {MEASURED}),
    ("pipeline/run.py", "import lexatlas.pipeline.eval", {MEASURED}),
    ("pipeline/rogue.py", "import lexatlas.exports", {HOUSE}),
    ("pipeline/rogue.py", "import lexatlas.cli", {HOUSE}),
    ("pipeline/rogue.py", "import django", {"No Django on the ground floor"}),
    ("checks/rogue.py", "import httpx", {NETWORK}),
    ("cli/rogue.py", "import httpx", {NETWORK}),
    ("analysts/rogue.py", "import pydantic_ai", {MODELS}),
    ("cli/plain/rogue.py", "import dbos", {PLAIN}),
    ("store/rogue.py", "import lexatlas.checks", {STORE}),
    ("store/rogue.py", "import lexatlas.codebook", {STORE}),
    ("desk/rogue.py", "import lexatlas.web", {HOUSE, PLAIN_STORE}),
    ("web/rogue.py", "import lexatlas.store.models", {ROWS}),
    ("web/rogue.py", "import lexatlas.site", {HOUSE, SITE, PLAIN_STORE}),
    ("cli/plain/rogue.py", "import lexatlas.store", {PLAIN_STORE}),
    ("attic/__init__.py", "", {HOUSE}),
]


def broken_contracts(tree: Path) -> set[str]:
    """Run the project's own contracts on a tree; the names of those it breaks."""
    done = subprocess.run(
        [
            str(Path(sys.executable).parent / "lint-imports"),
            "--no-cache",
            "--no-logo",
            "--config",
            str(PROJECT / ".importlinter"),
        ],
        cwd=tree,
        env={**os.environ, "PYTHONPATH": str(tree / "src"), "NO_COLOR": "1", "COLUMNS": "200"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert "Contracts:" in done.stdout, done.stdout + done.stderr
    return set(re.findall(r"^(.+) BROKEN", done.stdout, re.MULTILINE))


def test_well_mannered_house_keeps_every_contract(tmp_path):
    tree = house(tmp_path)
    write(tree, "src/lexatlas/sources/fetch.py", '"""Fetch."""\nimport httpx\nimport lexatlas.bundle\n')
    write(tree, "src/lexatlas/pipeline/run.py", '"""Run."""\nimport lexatlas.sources.fetch\n')
    write(tree, "src/lexatlas/cli/plain/analyse.py", '"""Analyse."""\nimport lexatlas.pipeline.run\n')
    write(tree, "src/lexatlas/exports/page.py", '"""Page."""\nimport lexatlas.compare\n')
    write(tree, "src/lexatlas/compare/versions.py", '"""Versions."""\nimport lexatlas.language\n')

    assert broken_contracts(tree) == set()


@pytest.mark.parametrize(("path", "line", "expected"), SABOTAGE, ids=[f"{p}-{i}" for p, i, _ in SABOTAGE])
def test_sabotage_breaks_the_contract_meant(tmp_path, path, line, expected):
    tree = house(tmp_path)
    write(tree, f"src/lexatlas/{path}", f'"""Rogue."""\n{line}\n')

    assert broken_contracts(tree) == expected
