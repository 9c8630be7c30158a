"""A database that is locked, read-only or full: reading goes on where it can, an act is refused with a sentence."""

import sqlite3
from contextlib import contextmanager

import pytest
from django.conf import settings
from django.db import connection

from lexatlas.store import guards
from lexatlas.store.models import Event, Person
from tests.web.asking import told
from tests.web.world import BACKEND, STARTED

pytestmark = pytest.mark.django_db(transaction=True)

SQLITE = "sqlite" in settings.DATABASES["default"]["ENGINE"]
NEW_NAME = {"name": "Another Name"}


@pytest.fixture
def editor(client):
    """Sign a person in, whose row and session are committed."""
    person = Person.objects.create(email="e@site.example", name="Edda", role="editor", created_at=STARTED)
    client.raise_request_exception = False
    client.force_login(person, backend=BACKEND)
    yield person
    # What the database guards, it guards from the end of a test too.
    guards.remove(connection)
    Event.objects.all().delete()
    guards.install(connection)


@contextmanager
def said(*statements, afterwards=()):
    """Tell this process's own connection something, and take it back."""
    with connection.cursor() as cursor:
        for statement in statements:
            cursor.execute(statement)
    try:
        yield
    finally:
        with connection.cursor() as cursor:
            for statement in afterwards:
                cursor.execute(statement)


@contextmanager
def locked():
    """Hold the lock that a writer needs, from another connection."""
    if SQLITE:
        other = sqlite3.connect(connection.settings_dict["NAME"], isolation_level=None)
        other.execute("BEGIN IMMEDIATE")
        with said("PRAGMA busy_timeout = 50", afterwards=["PRAGMA busy_timeout = 20000"]):
            yield
        other.rollback()
        other.close()
        return
    import psycopg

    with psycopg.connect(**connection.get_connection_params() | {"cursor_factory": psycopg.Cursor}) as other:
        other.execute("LOCK TABLE person, event IN EXCLUSIVE MODE")
        with said("SET lock_timeout = '50ms'", afterwards=["RESET lock_timeout"]):
            yield
        other.rollback()


def read_only():
    """Let this process's own connection read and no more."""
    if SQLITE:
        return said("PRAGMA query_only = 1", afterwards=["PRAGMA query_only = 0"])
    return said(
        "SET default_transaction_read_only = on", afterwards=["SET default_transaction_read_only = off"]
    )


@contextmanager
def full():
    """Leave the database no page more than it has."""
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA max_page_count")
        most = cursor.fetchone()[0]
        cursor.execute("PRAGMA page_count")
        now = cursor.fetchone()[0]
    with said(f"PRAGMA max_page_count = {now}", afterwards=[f"PRAGMA max_page_count = {most}"]):
        yield


TROUBLES = {"locked": (locked, "writ"), "read-only": (read_only, "read-only")}


@pytest.mark.parametrize("trouble", TROUBLES)
def test_an_act_is_refused_with_a_sentence_and_reading_goes_on(client, editor, trouble):
    held, word = TROUBLES[trouble]
    with held():
        acted = client.post("/account/", NEW_NAME)
        read = client.get("/account/")
    editor.refresh_from_db()
    assert (acted.status_code in (400, 503), "Nothing was changed" in told(acted), word in told(acted)) == (
        True, True, True,
    )  # fmt: skip
    assert (read.status_code, editor.name, Event.objects.count()) == (200, "Edda", 0)


@pytest.mark.skipif(not SQLITE, reason="A server's disk is full for all its databases at once.")
def test_a_full_disk_is_told_and_nothing_is_kept_half(client, editor):
    with full():
        # A name that needs a page of its own: what still fits into the last one is no fault.
        acted = [client.post("/account/", {"name": f"Name {number}"}).status_code for number in range(400)]
    assert set(acted) <= {303, 400, 503}
    assert 400 in acted or 503 in acted
    editor.refresh_from_db()
    assert editor.name == f"Name {max((n for n, code in enumerate(acted) if code == 303), default=-1)}"


def test_signing_in_is_refused_with_a_sentence(client, editor):
    client.logout()
    with read_only():
        response = client.post("/sign-in/", {"username": "e@site.example", "password": "whatever it is"})
    assert (response.status_code, "Nothing was changed" in told(response)) == (503, True)
