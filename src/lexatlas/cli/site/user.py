"""`lexatlas user add EMAIL --role ROLE` and `lexatlas user list`: the people of the site."""

import argparse
import getpass
import json
import sys
from typing import TYPE_CHECKING, TextIO

from lexatlas.cli.site.ground import now, site
from lexatlas.core.errors import InputError, unknown

if TYPE_CHECKING:
    from lexatlas.store.models import Person

ROLES = ("reader", "analyst", "reviewer", "editor", "admin")
"""As in `core.workflow`, whose own import would slow down help."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare what can be done with people."""
    acts = parser.add_subparsers(dest="act", metavar="ACT", required=True)
    add = acts.add_parser("add", help="add a person; asks for the password", allow_abbrev=False)
    add.add_argument("email", metavar="EMAIL", help="the address to sign in with")
    add.add_argument("--role", metavar="ROLE", required=True, help=f"one of {', '.join(ROLES)}")
    add.add_argument(
        "--name", metavar="NAME", default="", help="as pages show it; default: the address's first part"
    )
    add.add_argument("--link", action="store_true", help="ask no password; print a link that sets one, once")
    link = acts.add_parser("link", help="print a link that sets a new password, once", allow_abbrev=False)
    link.add_argument("email", metavar="EMAIL", help="the person's address")
    everybody = acts.add_parser("list", help="list everybody", allow_abbrev=False)
    everybody.add_argument("--json", action="store_true", help="print the list as JSON")


def run(args: argparse.Namespace, out: TextIO, err: TextIO) -> int:
    """Do what was asked; 2 when it was refused."""
    with site():
        if args.act == "list":
            return _list(args, out)
        return _add(args, out) if args.act == "add" else _link(args.email, out)


def _list(args: argparse.Namespace, out: TextIO) -> int:
    from lexatlas.store.models import Person

    rows = [
        {"email": person.email or "", "name": person.shown, "role": person.role, "active": person.is_active}
        for person in Person.objects.order_by("id")
    ]
    if args.json:
        print(json.dumps(rows, ensure_ascii=False, indent=2), file=out)
        return 0
    if not rows:
        print("Nobody yet. Add the first person: lexatlas user add EMAIL --role admin", file=out)
    for row in rows:
        state = "" if row["active"] else ", deactivated"
        print(f"{row['email'] or '(blanked)'}  {row['role']}{state}  {row['name']}", file=out)
    return 0


def _add(args: argparse.Namespace, out: TextIO) -> int:
    from lexatlas.desk.account import set_password
    from lexatlas.desk.outcome import Refused
    from lexatlas.desk.people import add_person

    if args.role not in ROLES:
        raise unknown("role", args.role, ROLES)
    password = "" if args.link else _asked(args.email)
    name = args.name or args.email.partition("@")[0]
    done = add_person(email=args.email, name=name, role=args.role, by=None, at=now())
    if isinstance(done, Refused):
        raise InputError(done.sentence)
    person = _person(args.email)
    if password:
        done = set_password(of=person, to=password, at=now())
        if isinstance(done, Refused):
            raise InputError(f"{args.email} was added, without a password. {done.sentence}")
    print(f"Added {args.email} as {args.role}.", file=out)
    return 0 if password else _link(args.email, out)


def _asked(email: str) -> str:
    """Ask for a password twice without showing it; from a pipe, read it as one line."""
    from django.contrib.auth.password_validation import validate_password
    from django.core.exceptions import ValidationError

    from lexatlas.store.models import Person

    if sys.stdin.isatty():
        password = getpass.getpass(f"Password for {email}: ")
        if getpass.getpass("The same again: ") != password:
            raise InputError("The two passwords differ. Nobody was added.")
    else:
        password = sys.stdin.readline().rstrip("\n")
    try:
        validate_password(password, Person(email=email))
    except ValidationError as error:
        raise InputError(f"{' '.join(error.messages)} Nobody was added.") from error
    return password


def _link(email: str, out: TextIO) -> int:
    from django.conf import settings

    from lexatlas.site.links import password_link

    person = _person(email)
    if not person.is_active:
        raise InputError(f"{email} is deactivated. Activate the account first, on the page of people.")
    days = settings.PASSWORD_RESET_TIMEOUT // 86_400
    print(f"Set a password here, once, within {days} days:\n{password_link(person)}", file=out)
    return 0


def _person(email: str) -> "Person":
    from lexatlas.store.models import Person

    person = Person.objects.filter(email__iexact=email).first()
    if person is None:
        raise InputError(f"Nobody here signs in as {email}. See lexatlas user list.")
    return person
