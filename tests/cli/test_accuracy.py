"""The page of accuracy is what the command makes: every miss and error by its id, and no words of a document."""

import json
import shutil
from pathlib import Path

import pytest

from lexatlas.codebook import load
from lexatlas.pipeline.eval.evaluate import evaluate
from lexatlas.pipeline.eval.page import headline
from lexatlas.sources.pool import ReaderPool
from tests.cli.command_line import LIBRARY, ROOT, lexatlas

ACT = "XA/digital-asset-providers-act-2024.html"
RULE = "No person shall provide a digital asset service by way of business in or from Veyland"
FINE = "a fine of up to EUR 500,000"
PLACE = {"doc": ACT, "jurisdiction": "XA", "language": "en", "topic": "vasp-licensing"}
FACTS = [
    {"id": "G-1", **PLACE, "kind": "prohibition", "value": "…", "locator": "Article 6(1)", "exact": RULE},
    {"id": "G-2", **PLACE, "kind": "money", "locator": "Article 17(2)", "exact": FINE,
     "value": {"amount": 600000, "currency": "EUR", "period": "none", "comparator": "up_to"}},
    {"id": "G-3", **PLACE, "kind": "rate", "value": 0.5, "locator": "Article 99", "exact": "half of it all"},
    {"id": "G-4", **PLACE, "kind": "rate", "value": 0.5, "locator": "Article 17(2)", "exact": FINE},
]  # fmt: skip
STATUS = {"jurisdiction": "XA", "topic": "vasp-licensing", "docs": [ACT], "as_of": "2026-06-01"}
STATUSES = [
    {**STATUS, "status": "full-licence", "by_date": [{"until": "2024-12-31", "status": "activity-banned"}]}
]
NONE = [{"id": "N-1", "jurisdiction": "XA", "topic": "vasp-licensing", "doc": ACT, "kinds": ["prohibition"]}]


@pytest.fixture
def page(tmp_path):
    shutil.copytree(LIBRARY, tmp_path / "docs")
    gold = tmp_path / "gold"
    gold.mkdir()
    for name, rows in (("facts", FACTS), ("status", STATUSES), ("no_answer", NONE)):
        (gold / f"{name}.jsonl").write_text("".join(f"{json.dumps(row)}\n" for row in rows), encoding="utf-8")
    target = tmp_path / "accuracy.md"
    words = ("eval", gold, "--corpus", tmp_path, "--topics", "vasp-licensing", "--quiet", "--page", target)
    done = lexatlas(*words)
    assert done.code == 0, done.told
    return target.read_text(encoding="utf-8")


def under(page, title):
    """Return the lines of the part whose title begins so, the title itself included."""
    part = next(part for part in page.split("\n## ") if part.startswith(title))
    return [line for line in part.splitlines() if line]


def test_misses_and_errors_stand_by_id_place_and_value(page):
    assert under(page, "Gold facts that were missed") == [
        "Gold facts that were missed (3)",
        "| Gold | Document | Place | Kind | Value | What became of it |",
        "| --- | --- | --- | --- | --- | --- |",
        f"| G-2 | {ACT} | Article 17(2) | money | 600000 EUR | read with another value |",
        f"| G-3 | {ACT} | Article 99 | rate | 0.5 | the words are not in the text as read |",
        f"| G-4 | {ACT} | Article 17(2) | rate | 0.5 | read as money only |",
    ]
    assert under(page, "Facts of ours that are wrong") == [
        "Facts of ours that are wrong (1)",
        "| Gold | Document | Place | Kind | Gold's value | Ours |",
        "| --- | --- | --- | --- | --- | --- |",
        f"| G-2 | {ACT} | Article 17(2) | money | 600000 EUR | 500000 EUR |",
    ]


def test_statuses_stand_day_by_day_and_answers_to_nothing_are_named(page):
    assert under(page, "Statuses")[3:] == [
        "| XA | vasp-licensing | 2026-06-01 | full-licence | full-licence | right |",
        "| XA | vasp-licensing | 2024-12-31 | activity-banned | undetermined | **wrong** |",
    ]
    (row,) = under(page, "Questions without an answer")[3:]
    assert row.startswith("| N-1 | vasp-licensing | **answered** by ")


def test_it_says_how_it_was_made_and_holds_no_words_of_a_document(page):
    command = "lexatlas eval GOLD --corpus FOLDER --topics vasp-licensing --page accuracy.md"
    assert f"Command: `{command}`" in page.splitlines()
    assert "Gold rows: facts 4, statuses 1, questions without an answer 1;" in page
    assert "- Facts: recall not known (0 of 0), precision not known (0 of 0)." in page.splitlines()
    assert "## Confidence (too few to count: 1 answers, under 200)" in page.splitlines()
    assert under(page, "Left out")[1:] == ["- Nothing."]
    assert "| en (too few to count) | 0.250 (1 of 4) | 0.500 (1 of 2) | – |" in page.splitlines()
    assert [words for words in (RULE, FINE) if words in page] == []


@pytest.mark.slow
def test_the_committed_page_tells_the_figures_of_today(corpus):
    written = (ROOT / "docs" / "accuracy.md").read_text(encoding="utf-8").splitlines()
    command = next(line for line in written if line.startswith("Command: "))
    topics = command.split("--topics ")[1].split()[0].split(",") if "--topics " in command else []
    with ReaderPool() as pool:
        found = evaluate(Path(corpus) / "gold", Path(corpus), load(), pool, lambda _: None, topics)
    assert [line for line in written if line in headline(found)] == headline(found)
