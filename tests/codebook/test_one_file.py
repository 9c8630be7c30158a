"""A topic is added by one TOML file: it lints, its examples hold, it is shown, and it codes documents given."""

from __future__ import annotations

import io
import json
from pathlib import Path

import pytest

from lexatlas.cli.main import main
from lexatlas.codebook import load

ADDED = Path(__file__).parent / "added" / "crypto-kiosks.toml"
LAW = """Kiosks Act of Veyland.

Section 2
No person shall operate a crypto kiosk in Veyland without a licence.
"""


def lexatlas(*words: str) -> tuple[int, str, str]:
    """Exit code, what was printed, and what was said beside."""
    out, err = io.StringIO(), io.StringIO()
    return main(words, out, err), out.getvalue(), err.getvalue()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The package's codebook with the one file added."""
    for name, content in load().files.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_bytes(content)
    (tmp_path / "topics" / ADDED.name).write_bytes(ADDED.read_bytes())
    return tmp_path


def test_it_lints_with_its_examples(folder: Path) -> None:
    code, out, err = lexatlas("codebook", "lint", "--codebook", str(folder))
    examples = 6 + sum(len(topic.examples) for topic in load().topics.values())
    said = f"The codebook has no fault, and {examples} examples are coded or abstained on as they say.\n"
    assert (code, out, err) == (0, "", said)


def test_a_wrong_code_in_it_is_found(folder: Path) -> None:
    file = folder / "topics" / ADDED.name
    file.write_text(file.read_text("utf-8").replace('code = "undetermined"', 'code = "free"'), "utf-8")
    code, out, err = lexatlas("codebook", "lint", "--codebook", str(folder))
    fault = "the example warned says free and is coded undetermined; mend the rules, the cues or the example."
    assert (code, out, err) == (1, f"topics/crypto-kiosks.toml: {fault}\n", "1 fault.\n")


def test_it_is_shown(folder: Path) -> None:
    code, out, _ = lexatlas("codebook", "show", "crypto-kiosks", "--codebook", str(folder))
    assert (code, out.splitlines()[0]) == (0, "Crypto kiosks (crypto-kiosks)")


def test_it_codes_a_document(folder: Path, tmp_path: Path) -> None:
    docs = tmp_path / "docs"
    docs.mkdir()
    (docs / "kiosks.txt").write_text(LAW, "utf-8")
    row = {"path": "kiosks.txt", "title": "Kiosks Act", "jurisdiction": "XA", "kind": "act", "language": "en"}
    (docs / "manifest.jsonl").write_text(
        json.dumps({**row, "publisher": "Parliament of Veyland"}) + "\n", "utf-8"
    )
    asked = (
        "analyse",
        "XA",
        "crypto-kiosks",
        "--from",
        str(docs),
        "--as-of",
        "2026-06-01",
        "--quiet",
        "--json",
    )
    code, out, err = lexatlas(*asked, "--codebook", str(folder), "--out", str(tmp_path / "bundle"))
    assert (code, json.loads(out)["status"]["code"]) == (0, "licensed"), err
    # The bundle holds the codebook that it was coded from, and is judged again by it.
    code, out, _ = lexatlas("verify", str(tmp_path / "bundle"), "--json")
    assert code == 0, out


def test_without_the_file_the_topic_is_not_known(tmp_path: Path) -> None:
    asked = ("analyse", "XA", "crypto-kiosks", "--from", str(ADDED), "--out", str(tmp_path / "bundle"))
    code, _, err = lexatlas(*asked)
    assert (code, err.startswith("No topic is called “crypto-kiosks”.")) == (2, True)


def test_a_draft_is_answered_without_a_code(tmp_path: Path) -> None:
    (tmp_path / "mining.txt").write_text(
        "Mining Act of Veyland.\n\nSection 2\nNobody may mine bitcoin.\n", "utf-8"
    )
    row = {"path": "mining.txt", "title": "Mining Act", "jurisdiction": "XA", "kind": "act", "language": "en"}
    (tmp_path / "manifest.jsonl").write_text(
        json.dumps({**row, "publisher": "Parliament of Veyland"}), "utf-8"
    )
    asked = ("analyse", "XA", "mining", "--from", str(tmp_path), "--as-of", "2026-06-01", "--quiet", "--json")
    _, out, err = lexatlas(*asked, "--out", str(tmp_path / "bundle"))
    status = json.loads(out)["status"]
    assert status["code"] == "undetermined", err
    codes = load().topic("mining").codes()
    assert [code for code in codes if f'"code": "{code}"' in out] == []
