"""A check, an exporter and a topic are added as the house says, to a copy of the package, and just work."""

import json
import os
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.cli.command_line import ACT, ASKED, CIRCULAR, PATIENCE, SRC, Done, environment

FEW = 3
"""Files besides tests that an addition may touch; if it takes more, the house is to be mended."""

CHECK = '''"""Is the sentence short enough to be read at a glance?"""

from lexatlas.checks.answer import cannot_tell, no, yes
from lexatlas.checks.view import View
from lexatlas.core.claims import CheckAnswer, Claim

NAME = "brevity"


def check(claim: Claim, view: View) -> CheckAnswer:
    """Answer no for more than thirty words, and cannot tell for a claim without a quote."""
    if not claim.quotes:
        return cannot_tell(NAME, "There is no quote.")
    words = claim.sentence.split()
    return yes(NAME, words[:1], "It is short.") if len(words) <= 30 else no(NAME, words[30:31], "It is long.")
'''

EXPORTER = '''"""One line a claim, for a spreadsheet."""

from lexatlas.core.document import Document
from lexatlas.core.provenance import Provenance
from lexatlas.core.standing import Standing


def export(document: Document, provenance: Provenance | None, standing: Standing) -> bytes:
    """Return the notice, then id and sentence of each claim."""
    lines = [document.notice, *(f"{claim.id}\\t{claim.sentence}" for claim in document.claims)]
    return "\\n".join(lines).encode()
'''


@dataclass
class House:
    """A copy of the package, and which of its files were written."""

    folder: Path
    touched: set[Path]

    def write(self, name: str, text: str) -> None:
        path = self.folder / "src" / "lexatlas" / name
        assert not path.exists()
        path.write_text(text, encoding="utf-8")
        self.touched.add(path)

    def register(self, name: str, *changes: tuple[str, str]) -> None:
        """Replace each text, which stands in the file exactly once."""
        path = self.folder / "src" / "lexatlas" / name
        text = path.read_text(encoding="utf-8")
        for old, new in changes:
            assert text.count(old) == 1, old
            text = text.replace(old, new)
        path.write_text(text, encoding="utf-8")
        self.touched.add(path)

    def lexatlas(self, *words) -> Done:
        """Run the command line of the copy."""
        env = environment(self.folder / "home", {"PYTHONPATH": str(self.folder / "src")})
        ended = subprocess.run(
            [sys.executable, "-m", "lexatlas.cli.main", *map(str, words)], env=env, cwd=self.folder,
            capture_output=True, text=True, encoding="utf-8", timeout=PATIENCE, check=False,
        )  # fmt: skip
        return Done(ended.returncode, ended.stdout, ended.stderr)


@pytest.fixture
def house(tmp_path):
    shutil.copytree(SRC, tmp_path / "src", ignore=shutil.ignore_patterns("__pycache__"))
    return House(tmp_path, set())


def test_a_check(house):
    house.write("checks/brevity.py", CHECK)
    known, asked = "from lexatlas.checks import (\n", "\nCHECKS = (\n"
    house.register("checks/__init__.py", (known, f"{known}    brevity,\n"), (asked, f"{asked}    brevity,\n"))
    assert len(house.touched) <= FEW
    done = house.lexatlas(*ASKED, "--from", ACT, "--out", "xa", "--quiet")
    assert (done.code, done.err) == (0, "")
    document = json.loads((house.folder / "xa" / "data" / "document.json").read_text(encoding="utf-8"))
    asked = [[each for each in one["answers"] if each["check"] == "brevity"] for one in document["verdicts"]]
    assert [len(answers) for answers in asked] == [1] * len(document["claims"])
    assert {answers[0]["answer"] for answers in asked} == {"yes", "no"}
    checked = house.lexatlas("verify", "xa", "--json", "--quiet")
    assert (checked.code, checked.json()["judgement"]["answer"]) == (0, "agrees")


def test_an_exporter(house):
    house.write("exports/lines.py", EXPORTER)
    line = '    "lines": Exporter("lines", "text/plain", ".lines", _lines),\n'
    above, opening = "from lexatlas.exports.markdown import", "EXPORTERS: dict[str, Exporter] = {\n"
    house.register(
        "exports/__init__.py",
        (above, f"from lexatlas.exports.lines import export as _lines\n{above}"),
        (opening, opening + line),
    )
    assert len(house.touched) <= FEW
    assert house.lexatlas(*ASKED, "--from", CIRCULAR, "--out", "xa").code == 0
    done = house.lexatlas("export", "xa", "--format", "lines")
    document = json.loads((house.folder / "xa" / "data" / "document.json").read_text(encoding="utf-8"))
    assert (done.code, done.out.splitlines()[0]) == (0, document["notice"])
    assert [line.split("\t")[0] for line in done.out.splitlines()[1:]] == [
        one["id"] for one in document["claims"]
    ]
    # The command line offers it by itself: by the name of a file, and to those who ask for a wrong one.
    assert house.lexatlas("export", "xa", "-o", "claims.lines").code == 0
    assert (house.folder / "claims.lines").read_text(encoding="utf-8") == done.out
    assert "lines" in house.lexatlas("export", "xa").err
    assert "lines" in house.lexatlas("export", "xa", "--format", "line").err


def test_a_topic(house):
    like = (SRC / "lexatlas" / "codebook" / "data" / "topics" / "vasp-licensing.toml").read_text(
        encoding="utf-8"
    )
    assert like.count('id = "vasp-licensing"') == 1
    head, examples, _ = like.partition("[[examples]]")
    topic = head.replace('id = "vasp-licensing"', 'id = "vault-licensing"')
    topic = topic.replace('name = "Provider licensing"', 'name = "Licensing of vaults"')
    house.write(
        "codebook/data/topics/vault-licensing.toml", topic.replace('state = "edition"', 'state = "draft"')
    )
    assert examples
    assert len(house.touched) <= FEW
    assert house.lexatlas("codebook", "lint").told.startswith("The codebook has no fault, and ")
    assert "Licensing of vaults" in house.lexatlas("codebook", "show", "vault-licensing").out
    done = house.lexatlas(
        "analyse", "XA", "vault-licensing", "--as-of", "2026-06-01", "--from", ACT, "--out", "xa"
    )
    assert done.code == 0
    assert done.out.startswith("Veyland, Licensing of vaults, as of 2026-06-01\n")
    assert (
        "vault-licensing"
        in house.lexatlas("analyse", "XA", "vault-licencing", "--from", "x", "--out", "y").err
    )
    assert house.lexatlas("verify", "xa").code == 0


def test_the_copy_is_what_runs(house):
    """The tests above would say nothing if another package answered."""
    env = environment(house.folder, {"PYTHONPATH": str(house.folder / "src")})
    code = "import lexatlas; print(lexatlas.__file__)"
    words = [sys.executable, "-c", code]
    told = subprocess.run(words, env=env, capture_output=True, text=True, check=True).stdout
    assert told.strip() == os.fspath(house.folder / "src" / "lexatlas" / "__init__.py")
