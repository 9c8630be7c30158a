"""`lexatlas doctor`: whether the site has all that it needs, part by part, each with a sentence on what to do."""

import argparse
import json
from collections.abc import Callable
from typing import TYPE_CHECKING, TextIO

from lexatlas.cli.site.ground import site

if TYPE_CHECKING:
    from lexatlas.site.health import Part

WORDS = {"well": "well", "failed": "FAILED", "absent": "none", "not looked at": "not looked at"}


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare how much of the archive is read again."""
    parser.add_argument(
        "--no-chains", action="store_true", help="leave out the chains of events, on a large site"
    )
    parser.add_argument(
        "--sample",
        metavar="N",
        type=int,
        default=50,
        help="archived files to hash again; 0 for all; default: 50",
    )


def run(args: argparse.Namespace, out: TextIO, err: TextIO) -> int:
    """Look at every part, also when one before it fails; 1 when a part that the site needs fails."""
    with site(migrated=False):
        from lexatlas.site.health import PARTS, look

        looks: list[tuple[str, Callable[[int], Part]]] = [
            row for row in PARTS.items() if row[0] != "chains" or not args.no_chains
        ]
        parts = look(looks, max(0, args.sample))
    if args.json:
        print(
            json.dumps({"well": _well(parts), "parts": [part._asdict() for part in parts]}, indent=2),
            file=out,
        )
    else:
        print(*(f"{part.name:<11} {WORDS[part.state]:<8} {part.said}" for part in parts), sep="\n", file=out)
    return 0 if _well(parts) else 1


def _well(parts: "list[Part]") -> bool:
    return all(part.state in ("well", "absent") for part in parts)
