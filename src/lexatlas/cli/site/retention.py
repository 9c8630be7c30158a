"""`lexatlas retention`: delete the archived copies that the site's setting lets go, or only say which."""

import argparse
import json
from typing import TextIO

from lexatlas.cli.site.ground import now, site
from lexatlas.core.errors import InputError


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare that it is meant."""
    parser.add_argument("--delete", action="store_true", help="delete them; without it nothing is changed")


def run(args: argparse.Namespace, out: TextIO, err: TextIO) -> int:
    """Say what may be deleted, or delete it; 0 also when nothing is to be deleted."""
    with site():
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


def _said(days: int, texts: int, versions: int) -> str:
    if not days:
        return "The setting keeps everything (retention days: 0). An administrator changes it on the page of settings."
    if not texts:
        return f"Nothing is to be deleted: no copy has stood behind archived versions alone for {days} days."
    return (
        f"{texts} copies behind {versions} archived versions may be deleted (older than {days} days). "
        "Nothing was changed; --delete deletes them."
    )
