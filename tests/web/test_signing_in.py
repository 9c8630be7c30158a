"""Signing in and out, counted attempts, passwords by mail: nothing tells who has an account."""

import re

import pytest
from django.contrib.auth import get_user
from django.contrib.auth.hashers import MD5PasswordHasher
from django.core import mail
from django.core.mail.backends.base import BaseEmailBackend
from django.test import Client

from lexatlas.store.models import Event, Person
from tests.store.rows import AT

ADDRESS, PASSWORD, OTHER = "mira@example.org", "Harbour-lights-7", "Quarry-and-lantern-9"
pytestmark = pytest.mark.django_db


class Counted(MD5PasswordHasher):
    """Counts how often a password is hashed: it is what takes long on a site."""

    made = 0

    def encode(self, password, salt):
        Counted.made += 1
        return super().encode(password, salt)


class Down(BaseEmailBackend):
    def send_messages(self, messages):
        raise ConnectionRefusedError


@pytest.fixture
def mira():
    person = Person(name="Mira Tol", email=ADDRESS, role="analyst", created_at=AT)
    person.set_password(PASSWORD)
    person.save()
    return person


def sign_in(client, address=ADDRESS, password=PASSWORD, **more):
    return client.post("/sign-in/", {"username": address, "password": password, **more})


def signed_in(client):
    return client.get("/account/").status_code == 200


def words(response):
    return re.sub(
        r'name="csrfmiddlewaretoken" value="\w+"|value="[^"]*@[^"]*"', "", response.content.decode()
    )


def test_a_person_signs_in_whatever_the_letter_case_of_the_address(mira, client):
    answer = sign_in(client, "Mira@Example.ORG", next="/codebook/")
    assert (answer.status_code, answer["Location"]) == (303, "/codebook/")
    assert signed_in(client)


@pytest.mark.parametrize(
    "elsewhere", ["https://elsewhere.example/", "//elsewhere.example", "javascript:alert(1)"]
)
def test_the_way_after_signing_in_stays_on_the_site(mira, client, elsewhere):
    assert sign_in(client, next=elsewhere)["Location"] == "/"


def test_an_unknown_address_and_a_wrong_password_are_answered_alike(mira, client, settings):
    settings.PASSWORD_HASHERS = ["tests.web.test_signing_in.Counted"]
    mira.set_password(PASSWORD)
    mira.save()
    closed = Person(name="Ivo", email="ivo@example.org", role="analyst", created_at=AT, is_active=False)
    closed.set_password(PASSWORD)
    closed.save()
    answers, hashes = [], []
    for address in (ADDRESS, "nobody@example.org", closed.email):
        Counted.made = 0
        answers.append(sign_in(client, address, "a wrong password"))
        hashes.append(Counted.made)
    assert [answer.status_code for answer in answers] == [400, 400, 400]
    assert words(answers[0]) == words(answers[1]) == words(answers[2])
    assert hashes == [1, 1, 1]


def test_the_eighth_failure_shuts_the_door_for_this_address_in_any_letter_case(mira, client):
    answers = [
        sign_in(client, ADDRESS.upper() if turn % 2 else ADDRESS, "wrong").status_code for turn in range(8)
    ]
    assert answers == [400] * 7 + [429]
    answer = sign_in(client)
    assert (answer.status_code, answer["Retry-After"]) == (429, "900")
    assert "Wait 15 minutes" in answer.content.decode()
    assert sign_in(client, "ivo@example.org", "wrong").status_code == 400


def test_signing_out_takes_a_form(mira, client):
    sign_in(client)
    assert client.get("/sign-out/").status_code == 405
    assert signed_in(client)
    assert client.post("/sign-out/").status_code == 303
    assert not signed_in(client)


def test_a_form_from_elsewhere_is_refused_with_a_sentence(mira):
    strict = Client(enforce_csrf_checks=True)
    answer = sign_in(strict)
    assert answer.status_code == 403
    assert "The form has expired" in answer.content.decode()


def test_a_closed_account_is_signed_out_at_once(mira, client):
    sign_in(client)
    Person.objects.filter(pk=mira.pk).update(is_active=False)
    assert not signed_in(client)


def test_signing_out_everywhere_ends_the_other_browser_too(mira, client):
    other = Client()
    sign_in(client)
    sign_in(other)
    assert client.post("/account/sign-out-everywhere/").status_code == 303
    assert not signed_in(client)
    assert not signed_in(other)
    assert [event.act for event in Event.objects.all()] == ["sessions ended"]


def test_a_changed_password_ends_the_other_browser_and_keeps_this_one(mira, client):
    other = Client()
    sign_in(client)
    sign_in(other)
    form = {"old_password": PASSWORD, "new_password1": OTHER, "new_password2": OTHER}
    assert client.post("/account/password/", form).status_code == 303
    assert signed_in(client)
    assert not signed_in(other)


def test_a_weak_password_is_refused_with_a_sentence(mira, client):
    sign_in(client)
    form = {"old_password": PASSWORD, "new_password1": "12345678", "new_password2": "12345678"}
    answer = client.post("/account/password/", form)
    assert answer.status_code == 400
    assert "at least 12 characters" in answer.content.decode()
    mira.refresh_from_db()
    assert mira.check_password(PASSWORD)


def link_in(message):
    return re.search(r"http://testserver(/password/\S+)", message.body)[1]


def set_by(client, link, password=OTHER):
    form_at = client.get(link, follow=True).redirect_chain[-1][0]
    return client.post(form_at, {"new_password1": password, "new_password2": password})


def test_a_link_by_mail_sets_a_password_once(mira, client):
    sign_in(client)
    asked = Client()
    assert asked.post("/password/reset/", {"email": ADDRESS.upper()})["Location"] == "/password/sent/"
    link = link_in(mail.outbox[0])
    assert set_by(asked, link).status_code == 303
    assert not signed_in(client)
    assert sign_in(asked, password=OTHER).status_code == 303
    assert "no longer works" in Client().get(link, follow=True).content.decode()
    assert [event.act for event in Event.objects.all()] == ["password set"]


def test_a_browser_that_keeps_passwords_learns_whose_it_is_from_a_usable_link_only(mira, client):
    whose = f'<input type="text" autocomplete="username" value="{ADDRESS}" readonly hidden>'
    sign_in(client)
    assert whose in client.get("/account/password/").content.decode()
    Client().post("/password/reset/", {"email": ADDRESS})
    asked, link = Client(), link_in(mail.outbox[0])
    assert whose in asked.get(link, follow=True).content.decode()
    set_by(asked, link)
    assert ADDRESS not in Client().get(link, follow=True).content.decode()


def test_asking_for_a_link_does_not_tell_who_has_an_account(mira, client):
    known, unknown = (
        client.post("/password/reset/", {"email": each}) for each in (ADDRESS, "no@example.org")
    )
    assert (known.status_code, known["Location"]) == (unknown.status_code, unknown["Location"])
    assert [message.to for message in mail.outbox] == [[ADDRESS]]


def test_a_mail_server_that_is_down_does_not_tell_either(mira, client, settings):
    settings.EMAIL_BACKEND = "tests.web.test_signing_in.Down"
    assert client.post("/password/reset/", {"email": ADDRESS}).status_code == 303


def test_somebody_who_was_added_without_a_password_may_ask_for_a_link(mira, client):
    mira.set_unusable_password()
    mira.save()
    client.post("/password/reset/", {"email": ADDRESS})
    assert set_by(client, link_in(mail.outbox[0])).status_code == 303
    assert sign_in(client, password=OTHER).status_code == 303


def test_one_s_own_name_is_changed_and_the_event_does_not_hold_it(mira, client):
    sign_in(client)
    answer = client.post("/account/", {"name": "  Mira\x00 Tolvay "}, follow=True)
    assert "Your name was changed." in answer.content.decode()
    assert get_user(client).name == "Mira Tolvay"
    event = Event.objects.get()
    assert (event.act, event.actor, event.payload) == ("name changed", mira.key, {"person": mira.key})


def test_an_empty_name_is_refused(mira, client):
    sign_in(client)
    answer = client.post("/account/", {"name": " "})
    assert answer.status_code == 400
    assert "The name is missing" in answer.content.decode()
