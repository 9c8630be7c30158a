"""Analyse the sample library by the command line, verify every answer, write an index of the pages."""

import io
import json
import os
import shutil
import sys
import time
from collections import Counter
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader

import lexatlas.exports as exports
from lexatlas.cli.main import main as lexatlas
from lexatlas.core.document import NOTICE

# Run as a script, the folder above is not on the path.
sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
from demo.plan import HERE, LIBRARY, Plan, Question, read_plan

OUT = HERE / "out"
TOKENS = Path(exports.__file__).parent / "assets" / "tokens.css"
AT_ONCE = 2
LAST_LINES = 5


@dataclass(frozen=True)
class Said:
    """How one command line ended: exit code, and what it wrote to either stream."""

    code: int
    out: str
    err: str


@dataclass(frozen=True)
class Answer:
    """What one run left behind; `code` is empty where the run wrote no page. Seconds are of the wall clock."""

    question: Question
    exit_code: int
    seconds: float
    said: str = ""
    code: str = ""
    name: str = ""
    second_line: str = ""
    marks: tuple[tuple[str, int], ...] = ()
    claims: int = 0
    quotes: int = 0
    records: int = 0
    languages: tuple[str, ...] = ()
    gaps: tuple[tuple[str, str], ...] = ()
    verify: int = -1
    verified: tuple[tuple[str, str], ...] = ()

    @property
    def matching(self) -> int:
        """How many claims match their source."""
        return dict(self.marks).get("verified", 0)

    @property
    def as_expected(self) -> bool:
        """Whether the run gave the code of the plan, and its bundle verifies."""
        return self.code == self.question.code and self.verify == 0


def main() -> int:
    """Run every question, write the index, say where it is; 3 when a page is missing, 1 when one is not as planned."""
    started = time.monotonic()
    plan = read_plan()
    shutil.rmtree(OUT, ignore_errors=True)
    OUT.mkdir(parents=True)
    with ProcessPoolExecutor(AT_ONCE) as pool:
        answers = []
        for answer in pool.map(partial(ask, plan=plan), plan.questions):
            answers.append(answer)
            print(told(answer, len(answers), plan), flush=True)
    index = OUT / "index.html"
    index.write_text(page(plan, answers), encoding="utf-8")
    print(f"\nDone in {time.monotonic() - started:.1f} s. Open {os.path.relpath(index)}")
    if not all(answer.code for answer in answers):
        return 3
    return 0 if all(answer.as_expected for answer in answers) else 1


def told(answer: Answer, number: int, plan: Plan) -> str:
    """Give one line for the terminal, and what the run said where it wrote no page."""
    question = answer.question
    where = f"[{number}/{len(plan.questions)}] {plan.place(question.place).name}, {question.topic}"
    if not answer.code:
        return f"{where}: no page, exit code {answer.exit_code}.\n{answer.said}"
    wrong = "" if answer.as_expected else f"; expected {question.code}, and verify gives {answer.verify}"
    gaps = f", {len(answer.gaps)} gap{'s' if len(answer.gaps) > 1 else ''}" if answer.gaps else ""
    claims = f"{answer.matching} of {answer.claims} claims match" if answer.claims else "no claim"
    return f"{where}: {answer.name}. {claims}{gaps}{wrong}"


def ask(question: Question, plan: Plan) -> Answer:
    """Run `lexatlas analyse` and `lexatlas verify` for one question.

    Exit code 1 of the first means that a claim falls short: the page is there and shows which.
    """
    folder = OUT / question.name
    began = time.monotonic()
    given = str(LIBRARY / plan.place(question.place).library)
    options = ["--from", given, "--as-of", plan.as_of, "--out", str(folder)]
    done = command("analyse", question.place, question.topic, *options)
    seconds = time.monotonic() - began
    written = folder / "data" / "document.json"
    if done.code not in (0, 1) or not written.is_file():
        return Answer(question, done.code, seconds, said="\n".join(done.err.splitlines()[-LAST_LINES:]))
    checked = command("verify", str(folder))
    document = json.loads(written.read_text(encoding="utf-8"))
    return answered(question, done.code, seconds, document, checked)


def command(*words: str) -> Said:
    """Run one command line as the shell would, and keep what it says; what is loaded is loaded once."""
    out, err = io.StringIO(), io.StringIO()
    code = lexatlas(words, out, err)
    return Said(code, out.getvalue(), err.getvalue())


def answered(
    question: Question,
    exit_code: int,
    seconds: float,
    document: dict[str, Any],
    checked: Said,
) -> Answer:
    """Take from a document what the index shows of it."""
    status, verdicts = document["status"], document["verdicts"]
    statements = [row for part in document["sections"] for row in part["statements"]]
    return Answer(
        question,
        exit_code,
        seconds,
        code=status["code"],
        name=f"No code: {status['name'].lower()}" if status["abstention"] else status["name"],
        second_line=status["second_line"],
        marks=tuple(sorted(Counter(verdict["code"] for verdict in verdicts).items())),
        claims=len(verdicts),
        quotes=sum(len(claim["quotes"]) for claim in document["claims"]),
        # One record may stand in two sections.
        records=len({(row["sentence"], *row["ledger"]) for row in statements if row["kind"] == "record"}),
        languages=tuple(sorted({source["language"] for source in document["sources"]})),
        gaps=tuple((gap["what"], gap["reason"]) for gap in document["gaps"]),
        verify=checked.code,
        verified=tuple(answers_of(checked.out)),
    )


def answers_of(said: str) -> list[tuple[str, str]]:
    """Take the four answers of `verify`, each cut at its first full stop."""
    found = []
    for line in said.splitlines():
        name, _, rest = line.partition(" ")
        if name in ("Integrity", "Derivation", "Judgement", "Origin"):
            found.append((name, rest.strip().split(". ")[0].rstrip(".")))
    return found


def page(plan: Plan, answers: Sequence[Answer]) -> str:
    """Give the index as one HTML page that loads nothing else, in the colours of the pages it leads to."""
    template = Environment(loader=FileSystemLoader(HERE), autoescape=True).get_template("index.html.jinja")
    forms = sorted({paper.form for paper in plan.papers})
    tokens = TOKENS.read_text(encoding="utf-8")
    return template.render(plan=plan, answers=answers, forms=forms, tokens=tokens, notice=NOTICE)


if __name__ == "__main__":
    sys.exit(main())
