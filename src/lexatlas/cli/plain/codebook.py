"""`lexatlas codebook lint | show TOPIC | world [PLACE]`: what it lacks, how a topic is coded, whom we know where."""

import argparse
import json
from pathlib import Path
from typing import TextIO

from lexatlas.core.errors import InputError, unknown

ACTS = ("lint", "show", "world")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the three acts, the folder of another codebook than the package's own, and the form of a page."""
    parser.add_argument(
        "act",
        metavar="lint|show|world",
        help="check the codebook, show a topic, or the authorities of the world",
    )
    parser.add_argument(
        "topic",
        metavar="TOPIC",
        nargs="?",
        help="the topic to show, such as vasp-licensing; with world, a place",
    )
    parser.add_argument("--codebook", metavar="FOLDER", help="a codebook other than the package's own")
    parser.add_argument("--markdown", action="store_true", help="show the topic as Markdown")
    parser.add_argument("--html", metavar="FILE", type=Path, help="write the topic as a page")


def run(args: argparse.Namespace, out: TextIO, err: TextIO) -> int:
    """Print the faults (exit 1 when there are any), the topic or the place; an unknown word is bad use."""
    if args.act not in ACTS:
        raise unknown("act", args.act, ACTS)
    if args.act == "world":
        return _world(args, out)
    return _lint(args, out, err) if args.act == "lint" else _show(args, out, err)


def _lint(args: argparse.Namespace, out: TextIO, err: TextIO) -> int:
    from lexatlas.codebook import lint, load
    from lexatlas.pipeline.examples import prove

    book = load(args.codebook)
    # What is not there cannot be coded: examples are tried once the files fit together.
    faults = lint(book) or prove(book)
    examples = sum(len(topic.examples) for topic in book.topics.values())
    if args.json:
        print(json.dumps({"examples": examples, "faults": faults}, ensure_ascii=False, indent=2), file=out)
    else:
        print(*faults, sep="\n", end="\n" if faults else "", file=out)
    if not args.quiet:
        print(_said(faults, examples), file=err)
    return 1 if faults else 0


def _said(faults: list[str], examples: int) -> str:
    if faults:
        return f"{len(faults)} fault{'s' * (len(faults) > 1)}."
    return f"The codebook has no fault, and {examples} examples are coded or abstained on as they say."


def _show(args: argparse.Namespace, out: TextIO, err: TextIO) -> int:
    from lexatlas.codebook import load, show

    book = load(args.codebook)
    if not args.topic:
        raise InputError(f"Say which topic to show: {', '.join(book.topics)}.")
    topic = book.topic(args.topic)
    if args.html:
        args.html.write_text(show(book, topic, "html"), encoding="utf-8")
        if not args.quiet:
            print(f"Wrote {args.html}.", file=err)
    elif args.json:
        print(topic.model_dump_json(indent=2), file=out)
    else:
        print(show(book, topic, "markdown" if args.markdown else "text").rstrip("\n"), file=out)
    return 0


def _world(args: argparse.Namespace, out: TextIO) -> int:
    from lexatlas.codebook import load
    from lexatlas.codebook.authorities_show import place_as_data, show_place, show_world, world_counts

    book = load(args.codebook)
    place = book.jurisdiction(args.topic) if args.topic else None
    if args.json:
        data = (
            place_as_data(book.world, book.places, place) if place else world_counts(book.world, book.places)
        )
        print(json.dumps(data, ensure_ascii=False, indent=2), file=out)
    else:
        text = show_place(book.world, book.places, place) if place else show_world(book.world, book.places)
        print(text.rstrip("\n"), file=out)
    return 0
