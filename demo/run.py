"""Analyse the sample library with the installed command line and write an index of the pages."""

import json
import os
import shutil
import subprocess
import sys
import time
from dataclasses import dataclass
from html import escape
from pathlib import Path
from typing import Any

HERE = Path(__file__).resolve().parent
LIBRARY = HERE / "library" / "XA"
OUT = HERE / "out"
# The library speaks of a fixed time; a demo that asked about today would say something else each year.
AS_OF = "2026-06-01"
NOTICE = (
    "Research aid, not legal advice. Marks compare sentences with archived copies; they do not say that a law is "
    "current, complete or applies to you. Read the official text and ask counsel before you act. Machine-coded "
    "unless signed."
)


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
    """What one run left behind; `document` is empty where the run failed."""

    question: Question
    exit_code: int
    seconds: float
    document: dict[str, Any]


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
    failed = [answer.question.name for answer in answers if not answer.document]
    if failed:
        print(f"No page was written for {', '.join(failed)}; the reason stands above.", file=sys.stderr)
    return 3 if failed else 0


def ask(question: Question) -> Answer:
    """Run `lexatlas analyse`; its progress goes straight through to the terminal."""
    folder = OUT / question.name
    began = time.monotonic()
    command = [sys.executable, "-m", "lexatlas.cli.main", "analyse", question.jurisdiction, question.topic]
    options = ["--from", str(LIBRARY), "--as-of", AS_OF, "--out", str(folder)]
    done = subprocess.run([*command, *options], check=False)
    document = folder / "data" / "document.json"
    # Exit code 1 means that a claim falls short: the page is there and shows it.
    found = json.loads(document.read_text(encoding="utf-8")) if document.is_file() else {}
    return Answer(question, done.returncode, time.monotonic() - began, found)


def page(answers: list[Answer]) -> str:
    """The index as one HTML page that loads nothing else."""
    cards = "\n".join(card(answer) for answer in answers)
    sources = "\n".join(source_row(json.loads(line)) for line in manifest_lines())
    return f"""<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Lexatlas: sample library</title>
<style>{STYLE}</style>
</head>
<body>
<header><p class="wordmark">Lexatlas</p></header>
<main>
<h1>Sample library</h1>
<p>Veyland and its Port Sorrel Free Zone do not exist. We wrote their laws to show what an analysis looks like: an act,
rules under it, a circular that no longer has effect, the zone’s own law, a bill, and a newspaper that got it wrong.
All answers are as of <time datetime="{AS_OF}">{AS_OF}</time>.</p>
<h2>Four questions</h2>
<ul class="cards">
{cards}
</ul>
<h2>Documents read (6)</h2>
<div class="scroll"><table>
<thead><tr><th scope="col">Document</th><th scope="col">Kind</th><th scope="col">Published by</th>
<th scope="col">Law of</th><th scope="col">Date</th></tr></thead>
<tbody>
{sources}
</tbody>
</table></div>
</main>
<footer><p>{NOTICE}</p></footer>
</body>
</html>
"""


def manifest_lines() -> list[str]:
    """The rows of the library's manifest."""
    text = (HERE / "library" / "manifest.jsonl").read_text(encoding="utf-8")
    return [line for line in text.splitlines() if line.strip()]


def card(answer: Answer) -> str:
    """One question with its code, linked to its page; or a sentence where the run failed."""
    question = answer.question
    head = f"<h3>{escape(question.title)}</h3><p>{escape(question.place)} · {question.jurisdiction}</p>"
    if not answer.document:
        reason = f"The run ended with exit code {answer.exit_code}."
        return f'<li class="card">{head}<p class="code">No page</p><p>{reason}</p></li>'
    link = f"{question.name}/data/page.html"
    return (
        f'<li class="card">{head}<p class="code">{escape(code_of(answer.document))}</p>'
        f'<p>{escape(marks_of(answer.document))}</p><p><a href="{link}">Open the analysis of '
        f"{escape(question.place)}: {question.topic}</a> · {answer.seconds:.1f} s</p></li>"
    )


def code_of(document: dict[str, Any]) -> str:
    """The code as the document has it, in words; an abstention reads as one."""
    status = document.get("status") or {}
    code = status.get("code") if isinstance(status, dict) else status
    return str(code).replace("-", " ").capitalize() if code else "No code"


def marks_of(document: dict[str, Any]) -> str:
    """How many of the claims match their source, with the denominator."""
    claims = document.get("claims") or []
    rows = claims.values() if isinstance(claims, dict) else claims
    matching = sum(1 for claim in rows if claim.get("verdict") == "verified")
    return f"{matching} of {len(claims)} claims match their source"


def source_row(row: dict[str, str]) -> str:
    """One document of the library as a row of the table."""
    name = escape(row["path"].removeprefix("XA/"))
    cells = (row["kind"], row["publisher"], row["jurisdiction"])
    return (
        f'<tr><th scope="row"><a href="../library/XA/{name}">{escape(row["title"])}</a></th>'
        + "".join(f"<td>{escape(cell)}</td>" for cell in cells)
        + f'<td><time datetime="{row["date"]}">{row["date"]}</time></td></tr>'
    )


STYLE = """
:root { color-scheme: light dark; --page: #faf9f6; --paper: #fff; --ink: #17212b; --quiet: #454f59;
  --link: #0f4a86; --rule: #dad6cc; --edge: #7b7f84; --bar: #14283b; }
@media (prefers-color-scheme: dark) { :root { --page: #12171c; --paper: #1a2027; --ink: #e8e6e1; --quiet: #b9c0c7;
  --link: #9cc7f2; --rule: #39424b; --edge: #8d959d; --bar: #0b1722; } }
* { box-sizing: border-box; }
body { margin: 0; background: var(--page); color: var(--ink); font: 0.96875rem/1.5 -apple-system, "Segoe UI", Roboto,
  "Noto Sans", "Liberation Sans", Arial, sans-serif; }
header { background: var(--bar); color: #fff; padding: 0.75rem 1.5rem; }
.wordmark { margin: 0; font: 600 1.1rem/1.2 Charter, Cambria, "Noto Serif", "Liberation Serif", serif; }
main, footer { max-width: 64rem; margin: 0 auto; padding: 1.5rem; }
main > p { max-width: 40rem; }
h1 { font-size: 1.5rem; margin: 0.5rem 0; } h2 { font-size: 1.1875rem; margin: 2rem 0 0.75rem; }
h3 { font-size: 0.96875rem; margin: 0; }
a { color: var(--link); } a:focus-visible { outline: 3px solid var(--ink); outline-offset: 2px; }
.cards { list-style: none; margin: 0; padding: 0; display: grid; gap: 1rem;
  grid-template-columns: repeat(auto-fill, minmax(17rem, 1fr)); }
.card { background: var(--paper); border: 1px solid var(--rule); padding: 1rem 1.25rem; }
.card p { margin: 0.25rem 0; color: var(--quiet); }
.card .code { font-size: 1.5625rem; line-height: 1.2; color: var(--ink); margin: 0.75rem 0; }
.scroll { overflow-x: auto; }
table { border-collapse: collapse; width: 100%; font-size: 0.84375rem; }
th, td { text-align: left; vertical-align: top; padding: 0.5rem 1rem 0.5rem 0; border-bottom: 1px solid var(--rule); }
th[scope=row] { font-weight: 400; } time { white-space: nowrap; font-variant-numeric: tabular-nums; }
footer { color: var(--quiet); font-size: 0.84375rem; border-top: 1px solid var(--rule); }
"""

if __name__ == "__main__":
    sys.exit(main())
