"""Who has an account here, and with which role."""

import unicodedata
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Q

from lexatlas.store.models import Person

STATES = ("open", "closed", "blanked")
"""An account that may sign in; one that was closed; one whose name and address were blanked."""


@dataclass(frozen=True)
class PersonRow:
    """An account. `name` and `email` are "" once blanked; `signed_in_at` is None when nobody ever signed in with it."""

    id: int
    key: str
    name: str
    email: str
    role: str
    state: str
    has_password: bool
    created_at: datetime
    signed_in_at: datetime | None

    @property
    def shown(self) -> str:
        """The name that pages print, the key once the name is blanked."""
        return self.name or self.key


def people(
    *, find: str = "", role: str = "", state: str = "", most: int, after: int = 0
) -> tuple[tuple[PersonRow, ...], int]:
    """Return at most `most` people from row `after` on, by name, and how many there are in all.

    `find` is part of a name or an address, or a whole key; "" filters nothing.
    """
    found = Person.objects.filter(_in_state(state))
    if role:
        found = found.filter(role=role)
    if find:
        found = found.filter(Q(name__icontains=find) | Q(email__icontains=find) | Q(key=find))
    rows = found.order_by("name", "id")[after : after + most]
    return tuple(_row(each) for each in rows), found.count()


def person(number: int) -> PersonRow | None:
    """Return one account by its number, None when there is none."""
    found = Person.objects.filter(pk=number).first()
    return _row(found) if found else None


def person_of(email: str) -> PersonRow | None:
    """Return the account with an address, whatever its letter case; None when there is none."""
    address = unicodedata.normalize("NFKC", " ".join(email.split())).casefold()
    found = Person.objects.filter(email__iexact=address).first()
    return _row(found) if found else None


def open_admins() -> int:
    """Return how many may still open the page of people: a site keeps at least one."""
    return Person.objects.filter(role="admin", is_active=True).count()


def names_of(keys: set[str]) -> dict[str, str]:
    """Return the name to print for each key; one that nobody has is left out."""
    return {row.key: row.shown for row in Person.objects.filter(key__in=keys)}


def _in_state(state: str) -> Q:
    if state == "open":
        return Q(is_active=True)
    if state == "closed":
        return Q(is_active=False, blanked_at__isnull=True)
    return Q(blanked_at__isnull=False) if state == "blanked" else Q()


def _row(row: Person) -> PersonRow:
    state = "blanked" if row.blanked_at else "open" if row.is_active else "closed"
    return PersonRow(
        id=row.pk,
        key=row.key,
        name=row.name,
        email=row.email or "",
        role=row.role,
        state=state,
        has_password=row.has_usable_password(),
        created_at=row.created_at,
        signed_in_at=row.last_login,
    )
