"""`lexatlas restore FILE`: a site brought back from a backup, on the same database or the other one."""

import argparse
import json
import os
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

from lexatlas.cli.progress import progress_to
from lexatlas.cli.site.backup import counted, told
from lexatlas.cli.site.ground import now, site
from lexatlas.cli.site.migrate import one_at_a_time
from lexatlas.core.errors import Abort, InputError, LexatlasError, Unreadable
from lexatlas.settings import load

if TYPE_CHECKING:
    from collections.abc import Callable

    from lexatlas.desk.backup_file import Inspected


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the backup, and that something may be put an end to."""
    parser.add_argument("file", metavar="FILE", type=Path, help="a backup that lexatlas backup wrote")
    parser.add_argument("--expect", metavar="SEAL", default="", help="refuse a backup with another seal")
    parser.add_argument(
        "--replace",
        action="store_true",
        help="put it in the place of a site that is not empty; that one is saved first",
    )


def run(args: argparse.Namespace, out: TextIO, err: TextIO) -> int:
    """Read the backup through, bring it in, prove it; 0 when every row and every byte is as it was saved."""
    progress = progress_to(err, args.quiet)
    if not args.file.is_file():
        raise Unreadable(f"{args.file} is no file. Name a backup that lexatlas backup wrote.")
    with site(migrated=False):
        from lexatlas.desk.backup_file import inspect

        progress("Reading the backup through …")
        found = inspect(args.file)
        if args.expect and args.expect != found.seal:
            raise InputError(
                f"The seal of {args.file} is {found.seal}, not the one expected. Nothing was changed."
            )
        data = load(os.environ).data
        data.mkdir(parents=True, exist_ok=True)
        with one_at_a_time(data / "migrate.lock"):
            saved = _saved_first(args, data, progress)
            _bring(args.file, found, saved, progress)
    print(json.dumps(told(found), indent=2) if args.json else _done(args.file, found, saved), file=out)
    return 0


def _saved_first(args: argparse.Namespace, data: Path, progress: "Callable[[str], None]") -> Path | None:
    from lexatlas.cli.site.ground import waiting
    from lexatlas.desk.backup import backup
    from lexatlas.desk.restore import holds_rows

    if not holds_rows():
        return None
    if not args.replace:
        raise InputError(
            "This site is not empty. Restore into an empty home (LEXATLAS_HOME) or database, or say --replace: "
            "then what is here is saved first. Nothing was changed."
        )
    if waiting():
        raise InputError(
            "This site is older than the program. Run lexatlas migrate first, so that it can be saved."
        )
    path = data / f"replaced-{now():%Y%m%dT%H%M%S}.zip"
    progress(f"Saving what is here to {path} …")
    backup(path=path, at=now())
    return path


def _bring(path: Path, found: "Inspected", saved: Path | None, progress: "Callable[[str], None]") -> None:
    from lexatlas.desk.chain import verify
    from lexatlas.desk.rebuild import rebuild
    from lexatlas.desk.restore import restore

    progress("Bringing it in …")
    try:
        restore(path=path, found=found)
    except LexatlasError:
        raise
    except Exception as error:  # whatever stopped it, whoever restores must know what stands where
        kept = f" What stood here before is saved in {saved}." if saved else ""
        raise Abort(
            f"The restore stopped half way ({error}). The site is empty now; restore again.{kept}"
        ) from error
    progress("Indexing for the search …")
    rebuild(at=now())
    faults = verify().faults
    if faults:
        raise Abort(
            f"The backup came in as it was saved, and its chain of events is broken in it: {faults[0]}"
        )


def _done(path: Path, found: "Inspected", saved: Path | None) -> str:
    kept = f"\nWhat stood here before is in {saved}." if saved else ""
    return (
        f"{path}: {counted(found)}. All rows came in as they were saved, all chains of events hold.{kept}\n"
        "Everybody signs in anew."
    )
