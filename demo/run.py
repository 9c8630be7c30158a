"""Analyse the sample library with the installed command line and write an index of the pages."""

import json
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from jinja2 import Environment, FileSystemLoader

from lexatlas.core.document import NOTICE

HERE = Path(__file__).resolve().parent
LIBRARY = HERE / "library"
OUT = HERE / "out"
# The library speaks of a fixed time; a demo that asked about today would say something else each year.
AS_OF = "2026-06-01"


@dataclass(frozen=True)
class Question:
    """One cell of the demo: a place, a topic, and how people call them."""

    jurisdiction: str
    topic: str
    place: str
    title: str

    @property
    def name(self) -> str:
        """The folder of its bundle."""
        return f"{self.jurisdiction}.{self.topic}".lower()


QUESTIONS = tuple(
    Question(jurisdiction, topic, place, title)
    for jurisdiction, place in (("XA", "Veyland"), ("XA-FZ", "Port Sorrel Free Zone"))
    for topic, title in (
        ("retail-trading-status", "May a private person trade?"),
        ("vasp-licensing", "What must a provider hold?"),
    )
)


@dataclass(frozen=True)
class Answer:
    """What one run left behind; `code` is empty where the run wrote no page."""

    question: Question
    exit_code: int
    seconds: float
    code: str = ""
    second_line: str = ""
    claims: int = 0
    matching: int = 0


def main() -> int:
    """Run every question, write the index, and say where it is and how long it took."""
    started = time.monotonic()
    shutil.rmtree(OUT, ignore_errors=True)
    OUT.mkdir(parents=True)
    answers = []
    for number, question in enumerate(QUESTIONS, start=1):
        print(f"[{number}/{len(QUESTIONS)}] {question.place}: {question.title}", flush=True)
        answers.append(ask(question))
    index = OUT / "index.html"
    index.write_text(page(answers), encoding="utf-8")
    print(f"\nDone in {time.monotonic() - started:.1f} s. Open {os.path.relpath(index)}")
    failed = [answer.question.name for answer in answers if not answer.code]
    if failed:
        print(f"No page was written for {', '.join(failed)}; the reason stands above.", file=sys.stderr)
    return 3 if failed else 0


def ask(question: Question) -> Answer:
    """Run `lexatlas analyse`; its progress goes straight through to the terminal.

    Exit code 1 means that a claim falls short: the page is there and shows which.
    """
    folder = OUT / question.name
    began = time.monotonic()
    command = [sys.executable, "-m", "lexatlas.cli.main", "analyse", question.jurisdiction, question.topic]
    options = ["--from", str(LIBRARY / "XA"), "--as-of", AS_OF, "--out", str(folder)]
    # Its results are the page itself; the terminal keeps to the progress.
    done = subprocess.run([*command, *options], stdout=subprocess.DEVNULL, check=False)
    seconds = time.monotonic() - began
    written = folder / "data" / "document.json"
    if done.returncode not in (0, 1) or not written.is_file():
        return Answer(question, done.returncode, seconds)
    document = json.loads(written.read_text(encoding="utf-8"))
    status, verdicts = document["status"], document["verdicts"]
    return Answer(
        question,
        done.returncode,
        seconds,
        code="No code" if status["abstention"] else status["name"],
        second_line=status["second_line"],
        claims=len(verdicts),
        matching=sum(verdict["code"] == "verified" for verdict in verdicts),
    )


def page(answers: Sequence[Answer]) -> str:
    """Give the index as one HTML page that loads nothing else."""
    rows = (LIBRARY / "manifest.jsonl").read_text(encoding="utf-8").splitlines()
    template = Environment(loader=FileSystemLoader(HERE), autoescape=True).get_template("index.html.jinja")
    return template.render(
        answers=answers, documents=[json.loads(row) for row in rows], as_of=AS_OF, notice=NOTICE
    )


if __name__ == "__main__":
    sys.exit(main())
