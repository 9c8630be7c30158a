"""`lexatlas compare A B`: what changed between two bundles of one question, and why."""

import argparse
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

if TYPE_CHECKING:
    from lexatlas.compare import Side


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the two bundles, the earlier one first."""
    parser.add_argument("before", metavar="BEFORE", type=Path, help="the earlier bundle, a folder or a .zip")
    parser.add_argument("after", metavar="AFTER", type=Path, help="the later bundle")


def run(args: argparse.Namespace, out: TextIO, err: TextIO) -> int:
    """Print the comparison; the same analysis twice, or two questions, is bad use."""
    from lexatlas.compare import compare, render_text

    if not args.quiet:
        print(f"Comparing {args.before} with {args.after} …", file=err)
    result = compare(_side(args.before), _side(args.after))
    print(result.model_dump_json(indent=2) if args.json else render_text(result), file=out)
    return 0


def _side(path: Path) -> "Side":
    from lexatlas.bundle import read
    from lexatlas.compare import Side

    bundle = read(path)
    # Of a text that is enclosed in parts, what is absent cannot be told from what is left out.
    whole = {key: text for key, text in bundle.texts.items() if key not in bundle.excerpts}
    return Side(bundle.document, whole)
