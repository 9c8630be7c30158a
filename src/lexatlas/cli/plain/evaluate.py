"""`lexatlas eval GOLD --corpus FOLDER`: measure facts, codes and abstentions against gold."""

import argparse
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any, TextIO

from lexatlas.cli.plain import eval_planted, eval_sample
from lexatlas.cli.progress import progress_to
from lexatlas.core.errors import InputError


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the gold, the corpus and the topics."""
    parser.add_argument(
        "gold", metavar="GOLD", type=Path, nargs="?", help="folder with facts, status and no_answer .jsonl"
    )
    parser.add_argument(
        "--corpus", metavar="FOLDER", type=Path, help="folder with docs/; default: above GOLD"
    )
    parser.add_argument("--topics", metavar="A,B", default="", help="only these topics; default: all")
    parser.add_argument(
        "--page", metavar="FILE", type=Path, help="also write a page with every miss and error named"
    )
    parser.add_argument("--html", metavar="FILE", type=Path, help="also write a page of HTML with plots")
    parser.add_argument("--baseline", metavar="FILE", type=Path, help="say what moved since a former --json")
    eval_planted.add_arguments(parser)
    eval_sample.add_arguments(parser)


def run(args: argparse.Namespace, out: TextIO, err: TextIO) -> int:
    """Measure against gold, plant faults, draw facts for a reader, or count a reader's labels; 0 when done."""
    if args.planted:
        return eval_planted.plant(args, out, err)
    if args.sample is not None:
        return eval_sample.draw(args, out, err)
    if args.labels is not None:
        return eval_sample.count(args, out, err)
    if args.gold is None:
        raise InputError(
            "Name a folder of gold, or say --planted, --sample or --labels. See lexatlas eval --help."
        )
    return _measured(args, out, err)


def _measured(args: argparse.Namespace, out: TextIO, err: TextIO) -> int:
    """Print the figures, each with its denominator."""
    from lexatlas.codebook import load
    from lexatlas.pipeline.eval.baseline import moved, read_baseline
    from lexatlas.pipeline.eval.evaluate import evaluate
    from lexatlas.pipeline.eval.html import report
    from lexatlas.pipeline.eval.page import accuracy_page
    from lexatlas.sources.pool import ReaderPool

    before = read_baseline(args.baseline) if args.baseline else None
    topics = [topic.strip() for topic in args.topics.split(",") if topic.strip()]
    corpus = args.corpus or args.gold.resolve().parent
    with ReaderPool() as pool:
        progress = progress_to(err, args.quiet)
        found = evaluate(args.gold, corpus, load(), pool, progress, topics)
    if args.page:
        args.page.write_text(accuracy_page(found, _command(args)), encoding="utf-8")
    change = moved(before, found) if before else None
    if args.html:
        args.html.write_text(report(found, _command(args), change), encoding="utf-8")
    if change:
        found = {**found, "moved": change}
    if args.json:
        print(json.dumps(found, ensure_ascii=False, indent=2), file=out)
    else:
        print(*_told(found), sep="\n", file=out)
    return 0


def _command(args: argparse.Namespace) -> str:
    """Return the command without the folders of this machine."""
    topics = f" --topics {args.topics}" if args.topics else ""
    files = "".join(f" --{name} {path.name}" for name in ("page", "html") if (path := getattr(args, name)))
    return f"lexatlas eval GOLD --corpus FOLDER{topics}{files}"


def _told(found: dict[str, Any]) -> Iterator[str]:
    facts, status, none = found["facts"], found["status"], found["no_answer"]
    yield f"Facts: {_rates(facts)}"
    for language, figures in facts["by"]["language"].items():
        yield f"  {language}: {_rates(figures)}" + ("" if figures["gated"] else ", too few to count above")
    yield f"Status: {status['right']} of {status['rows']} right, coverage {_rate(status['coverage'])}"
    on_scale = status["on_scale"]
    yield f"  On the scale: {on_scale['coded']} of {on_scale['rows']} coded, {on_scale['wrong']} wrong"
    for row in status["answers"]:
        asked = f"{row['jurisdiction']} {row['topic']} {row['date']}"
        mark = "right" if row["right"] else "WRONG"
        yield f"  {asked}: {row['code']} (gold {row['gold']}) {mark}"
        yield from (
            f"    {b['date']}: {b['code']} (gold {b['gold']})" for b in row["borders"] if not b["right"]
        )
    yield from _sure(found)
    yield f"Questions without an answer: {none['answered']} of {none['rows']} answered"
    yield from (
        f"  {row['id']}: {', '.join(row['answered_by'])}" for row in none["answers"] if row["answered_by"]
    )


def _sure(found: dict[str, Any]) -> Iterator[str]:
    """Say how sure the codes were, whether their claims match, what was left out and what moved."""
    held, quotes, left = found["status"]["reliability"], found["quotes"], found["left_out"]
    levels = ", ".join(f"{row['level']} {row['right']} of {row['n']}" for row in held["levels"])
    few = "" if held["enough"] else " (too few to count)"
    yield f"Right by confidence: {levels}{few}; Brier score {_rate(held['brier'])}"
    yield f"Claims that match their source: {quotes['verified']} of {quotes['claims']}"
    for line in (*left["lines"], *(f"There is no document {name}." for name in left["absent"])):
        yield f"Left out: {line}"
    for why in dict.fromkeys(row["reason"] for row in left["not_asked"]):
        yield f"Not asked: {sum(row['reason'] == why for row in left['not_asked'])} rows. {why}"
    if "moved" in found:
        yield from _moved(found["moved"])


def _moved(moved: dict[str, Any]) -> Iterator[str]:
    yield "Since the baseline" + ("" if moved["same_gold"] else ", on other gold") + ":"
    for name in ("won", "lost", "fallen", "risen", "answered", "no_longer_answered"):
        yield f"  {name.replace('_', ' ')}: {', '.join(moved[name]) or 'none'}"
    yield from (f"  {row['figure']}: {row['before']} then, {row['today']} today" for row in moved["figures"])
    yield from (f"  {row['asked']}: {row['before']} then, {row['today']} today" for row in moved["statuses"])


def _rates(figures: dict[str, Any]) -> str:
    """Say recall and precision, each with what it is a share of."""
    recall = f"recall {_rate(figures['recall'])} ({figures['found']} of {figures['rows']})"
    precision = f"precision {_rate(figures['precision'])} ({figures['right']} of {figures['overlapping']})"
    return f"{recall}, {precision}"


def _rate(share: float | None) -> str:
    return "not known" if share is None else f"{share:.3f}"
