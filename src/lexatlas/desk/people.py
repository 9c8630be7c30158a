"""Accounts of people: added, given a role, closed, opened again, blanked. `by` is None for the command line itself."""

import unicodedata
from collections.abc import Callable
from datetime import datetime

from django.core.exceptions import ValidationError
from django.core.validators import validate_email

from lexatlas.core.workflow import ROLES
from lexatlas.desk import event
from lexatlas.desk.act import written
from lexatlas.desk.free_text import as_name, needed, on_one_line
from lexatlas.desk.locked import holds
from lexatlas.desk.may import refuses
from lexatlas.desk.outcome import Done, Outcome, Refused
from lexatlas.store.models import Analysis, Person, SavedView
from lexatlas.store.models.events import SITE
from lexatlas.store.models.people import new_salt

NAME_HAS = 120
_LAST = "A site keeps at least one administrator who can sign in. Give somebody else the role first."


def add_person(*, email: str, name: str, role: str, by: Person | None, at: datetime) -> Outcome:
    """Open an account without a password, which the person sets by a link; one address has one account."""
    # What looks like one letter and is another must not make a second account that looks the same.
    address = unicodedata.normalize("NFKC", on_one_line(email)).casefold()
    called = as_name(name)
    refusal = _allowed(by) or needed(called, "The name", NAME_HAS) or _no_role(role) or _no_address(address)
    if refusal:
        return refusal

    def write() -> Outcome:
        if Person.objects.filter(email__iexact=address).exists():
            return Refused(f"{address} has an account already. Open it, or choose another address.")
        person = Person(email=address, name=called, role=role, created_at=at)
        person.set_unusable_password()
        person.save(force_insert=True)
        event.record(
            chain=SITE, act="person added", by=by, at=at, payload={"person": person.key, "role": role}
        )
        return Done(f"{called} was added with the role {role}.")

    return written(write)


def change_role(*, person: int, role: str, by: Person | None, at: datetime) -> Outcome:
    """Give somebody another role; it counts from the next request on."""

    def write(row: Person) -> Outcome:
        if row.role == role:
            return Refused(f"{row.shown} has the role {role} already.")
        if row.role == "admin" and row.is_active and _is_last_admin(row):
            return Refused(_LAST)
        since, row.role = row.role, role
        row.save(update_fields=["role"])
        payload = {"person": row.key, "since": since, "role": role}
        event.record(chain=SITE, act="role changed", by=by, at=at, payload=payload)
        return Done(f"{row.shown} has the role {role}.")

    return _no_role(role) or _on_person(person, by, write)


def deactivate(*, person: int, by: Person | None, at: datetime) -> Outcome:
    """Close an account: nobody signs in with it, every session ends, what was written stays."""

    def write(row: Person) -> Outcome:
        if not row.is_active:
            return Refused(f"The account of {row.shown} is closed already.")
        if row.role == "admin" and _is_last_admin(row):
            return Refused(_LAST)
        row.is_active, row.session_mark = False, new_salt()
        row.save(update_fields=["is_active", "session_mark"])
        event.record(chain=SITE, act="account closed", by=by, at=at, payload={"person": row.key})
        return Done(f"The account of {row.shown} is closed.")

    return _on_person(person, by, write)


def activate(*, person: int, by: Person | None, at: datetime) -> Outcome:
    """Open a closed account again; a blanked one stays closed."""

    def write(row: Person) -> Outcome:
        if row.blanked_at is not None:
            return Refused(f"{row.key} was blanked and stays closed. Add the person anew.")
        if row.is_active:
            return Refused(f"The account of {row.shown} is open already.")
        row.is_active = True
        row.save(update_fields=["is_active"])
        event.record(chain=SITE, act="account opened", by=by, at=at, payload={"person": row.key})
        return Done(f"The account of {row.shown} is open again.")

    return _on_person(person, by, write)


def blank(*, person: int, by: Person | None, at: datetime) -> Outcome:
    """Forget who somebody is: name, address, password, saved views; the key, which events hold, stays.

    It cannot be undone. Texts that the person wrote stay under the key; `retention.blank_text` blanks one of them.
    """

    def write(row: Person) -> Outcome:
        if row.blanked_at is not None:
            return Refused(f"{row.key} was blanked already.")
        if row.role == "admin" and row.is_active and _is_last_admin(row):
            return Refused(_LAST)
        _forget_attempts(row.email or "")
        row.name, row.email, row.is_active, row.blanked_at = "", None, False, at
        row.session_mark, row.last_login = new_salt(), None
        row.set_unusable_password()
        row.save()
        SavedView.objects.filter(person=row).delete()
        Analysis.objects.filter(assigned_to=row).update(assigned_to=None)
        event.record(chain=SITE, act="person blanked", by=by, at=at, payload={"person": row.key})
        return Done(f"{row.key} is blanked: nothing here says any more who it was.")

    return _on_person(person, by, write)


def _on_person(person: int, by: Person | None, write: Callable[[Person], Outcome]) -> Outcome:
    refusal = _allowed(by)
    if refusal:
        return refusal

    def run() -> Outcome:
        # Administrators are locked together, so that two of them cannot close each other's account at once.
        list(Person.objects.select_for_update().filter(role="admin").order_by("id").values_list("id"))
        row = Person.objects.select_for_update().filter(id=person).first() if holds(person) else None
        return write(row) if row else Refused(f"There is no person {person}. Look in the list of people.")

    return written(run)


def _allowed(by: Person | None) -> Refused | None:
    return None if by is None else refuses(by, "people")


def _is_last_admin(row: Person) -> bool:
    return not Person.objects.filter(role="admin", is_active=True).exclude(id=row.pk).exists()


def _no_role(role: str) -> Refused | None:
    return None if role in ROLES else Refused(f"“{role[:40]}” is no role. Choose one of {', '.join(ROLES)}.")


def _no_address(address: str) -> Refused | None:
    try:
        validate_email(address)
    except ValidationError:
        return Refused(f"“{address[:80]}” is no address of electronic mail. Write it as name@example.org.")
    return None if len(address) <= 254 else Refused("The address is longer than 254 characters.")


def _forget_attempts(address: str) -> None:
    """Delete what the guard against guessing keeps of an address."""
    from axes.models import AccessAttempt, AccessFailureLog, AccessLog  # noqa: PLC0415 - needs the apps loaded

    for model in (AccessAttempt, AccessFailureLog, AccessLog):
        if address:
            model.objects.filter(username__iexact=address).delete()
