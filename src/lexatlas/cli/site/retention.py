"""`lexatlas retention`: archived copies that the setting lets go, legal holds, and single texts to be blanked."""

import argparse
import json
from typing import TextIO

from lexatlas.cli.site.ground import now, site
from lexatlas.core.errors import InputError


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare what is meant; without any of it nothing is changed."""
    one = parser.add_mutually_exclusive_group()
    one.add_argument("--delete", action="store_true", help="delete the copies that may be deleted")
    one.add_argument("--hold", metavar="N", type=int, help="put analysis N under legal hold")
    one.add_argument("--release", metavar="N", type=int, help="end the legal hold on analysis N")
    one.add_argument("--blank", metavar="HASH", help="blank the text that an event names by this commitment")
    parser.add_argument("--reason", metavar="TEXT", default="", help="why, for a hold and its end")


def run(args: argparse.Namespace, out: TextIO, err: TextIO) -> int:
    """Say what may be deleted, or do what is asked; 0 also when nothing is to be deleted, 2 for a refusal."""
    with site():
        if args.blank or args.hold is not None or args.release is not None:
            return _act(args, out)
        from lexatlas.desk.outcome import Refused
        from lexatlas.desk.retention import removable, remove_old
        from lexatlas.desk.site_settings import RETENTION
        from lexatlas.store.queries.site import setting

        days = int(setting(RETENTION, "0"))
        found = removable(days=days, at=now())
        told = {"days": days, "texts": list(found.texts), "versions": list(found.versions), "deleted": False}
        said = _said(days, len(found.texts), len(found.versions))
        if args.delete and found.texts:
            done = remove_old(by=None, at=now())
            if isinstance(done, Refused):
                raise InputError(done.sentence)
            told["deleted"], said = True, done.sentence
    print(json.dumps(told, indent=2) if args.json else said, file=out)
    return 0


def _act(args: argparse.Namespace, out: TextIO) -> int:
    from lexatlas.desk.outcome import Refused
    from lexatlas.desk.retention import blank_text, legal_hold

    if args.blank:
        done = blank_text(commitment=args.blank, by=None, at=now())
    else:
        on = args.hold is not None
        analysis = args.hold if on else args.release
        done = legal_hold(analysis=analysis, on=on, reason=args.reason, by=None, at=now())
    if isinstance(done, Refused):
        raise InputError(done.sentence)
    print(json.dumps({"done": done.sentence}) if args.json else done.sentence, file=out)
    return 0


def _said(days: int, texts: int, versions: int) -> str:
    if not days:
        return "The setting keeps everything (retention days: 0). An administrator changes it on the page of settings."
    if not texts:
        return f"Nothing is to be deleted: no copy has stood behind archived versions alone for {days} days."
    return (
        f"{texts} copies behind {versions} archived versions may be deleted (older than {days} days). "
        "Nothing was changed; --delete deletes them."
    )
