"""Mails that anybody may ask for are few: the answer stays the same, and nothing tells whom they would have reached."""

from datetime import timedelta

import pytest
from django.core import mail

from lexatlas.desk import mail_asked
from lexatlas.desk.mail_asked import FROM_ONE, IN_ALL, TO_ONE, may_be_mailed
from lexatlas.store.models import Outbox, Person
from tests.store.rows import AT

ADDRESS = "mira@example.org"
pytestmark = pytest.mark.django_db


def asked(address=ADDRESS, asked_from="203.0.113.7", at=AT):
    return may_be_mailed(address=address, asked_from=asked_from, at=at)


def test_one_address_gets_few_within_an_hour_however_it_is_written_and_whoever_asks():
    given = [ADDRESS, ADDRESS.upper(), f" {ADDRESS}", ADDRESS]
    assert [asked(each, f"203.0.113.{turn}") for turn, each in enumerate(given)] == [True] * TO_ONE + [False]
    assert asked("ivo@example.org")
    assert asked(at=AT + timedelta(hours=1))


def test_one_machine_asks_for_so_many_and_another_is_not_kept_from_it():
    assert [asked(f"a{turn}@example.org") for turn in range(FROM_ONE + 1)] == [True] * FROM_ONE + [False]
    assert asked(asked_from="203.0.113.8")


def test_the_site_sends_so_many_in_all_and_keeps_no_more_rows_than_that(monkeypatch):
    monkeypatch.setattr(mail_asked, "IN_ALL", 5)
    assert IN_ALL > FROM_ONE
    answers = [asked(f"a{turn}@example.org", f"203.0.113.{turn}") for turn in range(9)]
    assert answers == [True] * 5 + [False] * 4
    assert Outbox.objects.count() == 5
    assert asked(at=AT + timedelta(hours=2))
    assert Outbox.objects.count() == 1


def test_neither_address_is_kept():
    asked()
    row = Outbox.objects.get()
    assert [word for word in ("mira", "203.0") if word in str(row.payload)] == []


def test_the_page_answers_the_same_past_the_limit_for_a_known_address_and_an_unknown_one(client):
    person = Person(name="Mira Tol", email=ADDRESS, role="analyst", created_at=AT)
    person.set_password("Harbour-lights-7")
    person.save()
    for address in (ADDRESS, "no@example.org"):
        answers = [client.post("/password/reset/", {"email": address}) for _ in range(TO_ONE + 2)]
        assert {(each.status_code, each["Location"], each.content) for each in answers} == {
            (303, "/password/sent/", b"")
        }
    assert [message.to for message in mail.outbox] == [[ADDRESS]] * TO_ONE
    assert (
        f"At most {TO_ONE} mails an hour go to one address." in client.get("/password/sent/").content.decode()
    )
