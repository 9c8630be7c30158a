"""`lexatlas codebook lint | show TOPIC`: what the codebook lacks, and how a topic is coded."""

import argparse
import json
from typing import TextIO

from lexatlas.core.errors import InputError, unknown

ACTS = ("lint", "show")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the two acts, and the folder of another codebook than the package's own."""
    parser.add_argument("act", metavar="lint|show", help="check the codebook, or show a topic")
    parser.add_argument("topic", metavar="TOPIC", nargs="?", help="the topic to show, such as vasp-licensing")
    parser.add_argument("--codebook", metavar="FOLDER", help="a codebook other than the package's own")


def run(args: argparse.Namespace, out: TextIO, err: TextIO) -> int:
    """Print the faults (exit 1 when there are any) or the topic; an unknown topic is bad use."""
    if args.act not in ACTS:
        raise unknown("act", args.act, ACTS)
    return _lint(args, out, err) if args.act == "lint" else _show(args, out)


def _lint(args: argparse.Namespace, out: TextIO, err: TextIO) -> int:
    from lexatlas.codebook import lint, load

    faults = lint(load(args.codebook))
    if args.json:
        print(json.dumps({"faults": faults}, ensure_ascii=False, indent=2), file=out)
    else:
        print(*faults, sep="\n", end="\n" if faults else "", file=out)
    if not args.quiet:
        print(f"{len(faults)} faults." if faults else "The codebook has no fault.", file=err)
    return 1 if faults else 0


def _show(args: argparse.Namespace, out: TextIO) -> int:
    from lexatlas.codebook import load, show

    book = load(args.codebook)
    if not args.topic:
        raise InputError(f"Say which topic to show: {', '.join(book.topics)}.")
    if args.json:
        print(book.topic(args.topic).model_dump_json(indent=2), file=out)
    else:
        print(show(book.topic(args.topic)).rstrip("\n"), file=out)
    return 0
