"""`lexatlas eval --planted`: what catches each kind of fault that is planted, and what is flagged without one."""

import argparse
import json
from collections.abc import Iterator
from typing import Any, TextIO

from lexatlas.cli.progress import progress_to

SHOWN = 5
"""Misses of one kind that are printed for people; JSON has them all."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare what plants."""
    parser.add_argument(
        "--planted", action="store_true", help="plant faults into sound documents, those of --corpus too"
    )


def plant(args: argparse.Namespace, out: TextIO, err: TextIO) -> int:
    """Print what was caught, by kind; 0 when every kind is caught and nothing sound is flagged, else 1."""
    from lexatlas.codebook import load
    from lexatlas.pipeline.eval.planted import evaluate_planted
    from lexatlas.sources.pool import ReaderPool

    with ReaderPool() as pool:
        found = evaluate_planted(load(), pool, progress_to(err, args.quiet), args.corpus)
    if args.json:
        print(json.dumps(found, ensure_ascii=False, indent=2), file=out)
    else:
        print(*_told(found), sep="\n", file=out)
    return 0 if len(found["kinds_caught"]) == len(found["kinds"]) and not found["false_alarms"] else 1


def _told(found: dict[str, Any]) -> Iterator[str]:
    caught, kinds = len(found["kinds_caught"]), len(found["kinds"])
    yield f"Kinds of fault caught without a miss: {caught} of {kinds}"
    yield f"Planted faults caught: {found['caught']} of {found['planted']}; {_again(found)}"
    yield f"Sound documents flagged: {found['false_alarms']} of {len(found['clean'])}"
    yield from (f"  {row['on']}: {', '.join(row['flags'])}" for row in found["clean"] if row["flags"])
    for kind, name in found["kinds"].items():
        figures = found["by_kind"][kind]
        languages = len(figures["languages"])
        yield (
            f"{kind} {name}: {figures['caught']} of {figures['planted']}, "
            f"{len(figures['variants'])} variants, {languages} languages"
        )
        for variant, each in figures["variants"].items():
            by = ", ".join(f"{way} {count}" for way, count in each["by"].items())
            yield f"    {variant}: {each['caught']} of {each['planted']} ({by or 'by nothing'})"
        missed = [row for row in found["rows"] if row["kind"] == kind and not row["caught"]]
        yield from (f"    MISSED {row['variant']}: {row['on']}" for row in missed[:SHOWN])


def _again(found: dict[str, Any]) -> str:
    return f"{found['only_by_verify']} of them only because the document can be made again"
