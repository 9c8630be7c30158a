"""`lexatlas rebuild`: make everything again that follows from documents, the search index too."""

import argparse
import json
from dataclasses import asdict
from typing import TextIO

from lexatlas.cli.progress import progress_to
from lexatlas.cli.site.ground import now, site


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare what may be left out."""
    parser.add_argument("--no-search", action="store_true", help="leave the search index as it is")


def run(args: argparse.Namespace, out: TextIO, err: TextIO) -> int:
    """Go through every version; 1 when a document could not be read."""
    progress_to(err, args.quiet)("Going through every version …")
    with site():
        from lexatlas.desk.rebuild import rebuild

        done = rebuild(at=now(), search=not args.no_search)
    if args.json:
        print(json.dumps(asdict(done), ensure_ascii=False, indent=2), file=out)
    else:
        print(
            f"{done.versions} versions of {done.analyses} analyses; {done.mended} rows were mended.", file=out
        )
        print(*done.faults, sep="\n" if done.faults else "", end="\n" if done.faults else "", file=out)
    return 1 if done.faults else 0
