"""`lexatlas import BUNDLE [--as PERSON]`: a bundle, or a published page's text, kept on the site as a new version."""

import argparse
import json
import os
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

from lexatlas.cli.site.ground import now, site
from lexatlas.core.errors import InputError, Unreadable
from lexatlas.settings import load

if TYPE_CHECKING:
    from lexatlas.store.models import Person


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the bundles and the person who takes them in."""
    parser.add_argument("bundle", metavar="BUNDLE", type=Path, nargs="+", help="a bundle, a folder or a .zip")
    parser.add_argument(
        "--as",
        dest="person",
        metavar="EMAIL",
        default="",
        help="who takes it in; default: the only one who may",
    )


def run(args: argparse.Namespace, out: TextIO, err: TextIO) -> int:
    """Take in each bundle; 3 when one was refused, and the others are kept."""
    for path in args.bundle:
        if not path.exists():
            raise Unreadable(
                f"{path} does not exist. Name a bundle that lexatlas analyse or import-page wrote."
            )
    with site():
        from lexatlas.desk.imports import import_bundle
        from lexatlas.desk.outcome import Done

        by = importer(args.person)
        told, refused = [], 0
        for path in args.bundle:
            outcome = import_bundle(path=path, by=by, at=now())
            done = isinstance(outcome, Done)
            refused += not done
            told.append({"bundle": str(path), "kept": done, "said": outcome.sentence,
                         "analysis": outcome.analysis if isinstance(outcome, Done) else 0,
                         "version": outcome.version if isinstance(outcome, Done) else 0})  # fmt: skip
            if not args.json:
                print(f"{path}: {outcome.sentence}", file=out if done else err)
    if args.json:
        print(json.dumps(told, ensure_ascii=False, indent=2), file=out)
    return 3 if refused else 0


def importer(email: str) -> "Person":
    """Return the person named, or the one whom the settings name, or the only one who may; raises `InputError`."""
    from lexatlas.core.workflow import ROLES, may
    from lexatlas.store.models import Person

    named = email or load(os.environ).person
    if named:
        person = Person.objects.filter(email__iexact=named).first()
        if person is not None:
            return person
        if email:
            raise InputError(f"Nobody here signs in as {email}. See lexatlas user list.")
    roles = [role for role in ROLES if may(role, "import")]
    able = list(Person.objects.filter(is_active=True, role__in=roles).order_by("id")[:2])
    if not able:
        raise InputError(
            "Nobody here may take in a bundle. Add somebody: lexatlas user add EMAIL --role analyst"
        )
    if len(able) > 1:
        raise InputError("Several people here may take in a bundle. Say who does: --as EMAIL")
    return able[0]
