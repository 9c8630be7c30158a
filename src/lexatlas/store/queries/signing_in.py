"""Rows of people where signing in and the desk's acts want a row and not a value: nobody else asks for one."""

from collections.abc import Iterable

from lexatlas.store.models import Person


def signed_in(user: object) -> Person:
    """Return whoever a request is signed in as; the door has let nobody else through to who asks this."""
    if not isinstance(user, Person):
        raise TypeError("This page is reached by people who are signed in, and nobody is.")
    return user


def open_accounts(email: str) -> Iterable[Person]:
    """Return the accounts that may get a link to set a password: open, whether or not one was ever set."""
    return Person.objects.filter(email__iexact=email, is_active=True)


def nobody(email: str) -> Person:
    """Return a row that is kept nowhere, for work that must take as long for an address that nobody has."""
    return Person(email=email)


def account(number: int) -> Person:
    """Return the row of an account; raises `Person.DoesNotExist`."""
    return Person.objects.get(pk=number)
