"""`lexatlas eval --sample` and `--labels`: facts drawn at random for a reader, and what the reader's labels say."""

import argparse
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any, TextIO

from lexatlas.cli.progress import progress_to
from lexatlas.core.errors import InputError


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare what draws a list and what reads its labels."""
    parser.add_argument(
        "--sample", metavar="N", type=int, help="draw N facts at random from --corpus into --list"
    )
    parser.add_argument("--seed", metavar="N", type=int, default=1, help="another seed draws other facts")
    parser.add_argument("--over-all", action="store_true", help="draw over all facts, not by language alike")
    parser.add_argument("--with-text", action="store_true", help="add each whole article to the list")
    parser.add_argument("--list", metavar="FILE", type=Path, help="the list that was drawn, as .jsonl")
    parser.add_argument("--labels", metavar="FILE", type=Path, help="say what these labels make of --list")


def draw(args: argparse.Namespace, out: TextIO, err: TextIO) -> int:
    """Write the list; 0 when done."""
    from lexatlas.pipeline.eval.sample import drawn, with_text

    if args.list is None or args.corpus is None or args.sample < 1:
        raise InputError("To draw facts, name --corpus FOLDER, --list FILE and a number from 1 on.")
    facts = _facts(args, err)
    rows = drawn(facts, args.sample, args.seed, equal=not args.over_all)
    written = with_text(rows, facts) if args.with_text else rows
    lines = "".join(f"{json.dumps(row, ensure_ascii=False)}\n" for row in written)
    args.list.write_text(lines, encoding="utf-8")
    told = f"{len(rows)} facts of {len(facts)} drawn with seed {args.seed} into {args.list.name}."
    print(json.dumps({"drawn": len(rows), "of": len(facts)}) if args.json else told, file=out)
    return 0


def count(args: argparse.Namespace, out: TextIO, err: TextIO) -> int:
    """Print precision with its interval; with --corpus also which labelled facts are read otherwise today."""
    from lexatlas.pipeline.eval.gold import read_rows
    from lexatlas.pipeline.eval.labels import precision

    if args.list is None:
        raise InputError("Labels are read with the list that they are about: name it with --list FILE.")
    rows = read_rows(args.list, ("id", "doc", "language", "kind"))
    labels = read_rows(args.labels, ("id", "label"))
    today = frozenset(one.id for one in _facts(args, err)) if args.corpus else None
    found = precision(rows, labels, today)
    if args.json:
        print(json.dumps(found, ensure_ascii=False, indent=2), file=out)
    else:
        print(*_told(found), sep="\n", file=out)
    return 0


def _facts(args: argparse.Namespace, err: TextIO) -> list[Any]:
    from lexatlas.codebook import load
    from lexatlas.pipeline.eval.corpus import Corpus
    from lexatlas.pipeline.eval.sample import listed
    from lexatlas.sources.pool import ReaderPool

    book = load()
    with ReaderPool() as pool:
        return list(listed(Corpus(args.corpus, book, pool, progress_to(err, args.quiet)), book))


def _told(found: dict[str, Any]) -> Iterator[str]:
    yield f"Facts drawn at random: precision {_share(found)}; {found['unlabelled']} not labelled"
    yield f"  Within the budget of facts: {_share(found['counted'])}"
    if found["weighted"] is not None:
        yield f"  Each language at the share that it has of all facts: {found['weighted']:.3f}"
    for name in ("language", "kind"):
        for key, figures in found["by"][name].items():
            yield f"  {key}: {_share(figures)}"
    if found["wrong_ids"]:
        yield f"Wrong: {', '.join(found['wrong_ids'])}"
    if found["changed"] is not None:
        yield f"Labelled and read otherwise today: {', '.join(found['changed']) or 'none'}"


def _share(figures: dict[str, Any]) -> str:
    if figures["precision"] is None:
        return f"not known (0 of 0), {figures['cannot-tell']} cannot be told"
    told, (low, high) = figures["right"] + figures["wrong"], figures["interval"]
    share = f"{figures['precision']:.3f} ({figures['right']} of {told}; 95 %: {low:.3f} to {high:.3f})"
    return f"{share}, {figures['cannot-tell']} cannot be told"
