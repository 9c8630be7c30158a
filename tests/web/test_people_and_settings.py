"""Pages of an administrator: people, settings, the record of events."""

import re

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from lexatlas.desk import event
from lexatlas.desk.one_chain import state
from lexatlas.store.models import Event, Person, SiteSetting
from tests.store.rows import AT

pytestmark = pytest.mark.django_db
BACKEND = "django.contrib.auth.backends.ModelBackend"


def person(name, role="reader"):
    return Person.objects.create(name=name, email=f"{name.lower()}@example.org", role=role, created_at=AT)


@pytest.fixture
def admin():
    return person("Odra", "admin")


@pytest.fixture
def client(admin):
    client = Client()
    client.force_login(admin, backend=BACKEND)
    return client


def text(response):
    return response.content.decode()


def names(response):
    return re.findall(r'<th scope="row"><a href="/people/\d+/"><bdi>([^<]+)<', text(response))


def test_a_person_is_added_and_sets_a_password_by_the_link_shown_once(client):
    sent = {"email": "Mira@Example.org", "name": "Mira Tol", "role": "analyst"}
    shown = client.post("/people/add/", sent)
    link = re.search(r"<code>http://testserver([^<]+)</code>", text(shown))[1]
    assert "Mira Tol was added with the role analyst." in text(shown)
    mira = Person.objects.get(email="mira@example.org")
    assert link not in text(client.get(f"/people/{mira.pk}/"))
    theirs = Client()
    form_at = theirs.get(link, follow=True).redirect_chain[-1][0]
    theirs.post(form_at, {"new_password1": "Harbour-lights-7", "new_password2": "Harbour-lights-7"})
    theirs.post("/sign-in/", {"username": "mira@example.org", "password": "Harbour-lights-7"})
    assert "Mira Tol</bdi>, analyst" in text(theirs.get("/account/"))


@pytest.mark.parametrize(
    ("sent", "said"),
    [
        ({"email": "nothing", "name": "M", "role": "reader"}, "is no address of electronic mail"),
        ({"email": "m@example.org", "name": " ", "role": "reader"}, "The name is missing"),
        ({"email": "m@example.org", "name": "M", "role": "king"}, "is no role"),
        ({"email": "odra@example.org", "name": "M", "role": "reader"}, "has an account already"),
        ({}, "The name is missing"),
    ],
)
def test_what_is_wrong_with_a_new_person_is_said_on_the_same_page(client, sent, said):
    answer = client.post("/people/add/", sent)
    assert answer.status_code == 400
    assert said in text(answer)
    assert Person.objects.count() == 1


def test_people_are_narrowed_by_name_role_and_state(client):
    for name, role in (("Ana", "analyst"), ("Bor", "reviewer"), ("Cis", "analyst")):
        person(name, role)
    Person.objects.filter(name="Cis").update(is_active=False)
    asked = {query: names(client.get(f"/people/{query}")) for query in
             ("", "?find=bor", "?role=analyst", "?role=analyst&state=open", "?state=blanked")}  # fmt: skip
    assert asked == {
        "": ["Ana", "Bor", "Cis", "Odra"],
        "?find=bor": ["Bor"],
        "?role=analyst": ["Ana", "Cis"],
        "?role=analyst&state=open": ["Ana"],
        "?state=blanked": [],
    }


def test_a_role_is_changed_and_an_account_closed_and_opened(client):
    mira = person("Mira")
    there = f"/people/{mira.pk}/"
    assert "has the role editor" in text(client.post(f"{there}role/", {"role": "editor"}, follow=True))
    assert "is closed" in text(client.post(f"{there}account/", {"act": "deactivate"}, follow=True))
    assert client.post(f"{there}link/").status_code == 400
    assert "is open again" in text(client.post(f"{there}account/", {"act": "activate"}, follow=True))
    mira.refresh_from_db()
    assert (mira.role, mira.is_active) == ("editor", True)
    assert client.post(f"{there}account/", {"act": "forget"}).status_code == 400


def test_the_last_administrator_stays_one(client, admin):
    answer = client.post(f"/people/{admin.pk}/role/", {"role": "reader"})
    assert answer.status_code == 400
    assert "at least one administrator" in text(answer)


def test_blanking_asks_for_the_key(client):
    mira = person("Mira")
    there = f"/people/{mira.pk}/blank/"
    assert client.post(there, {"key": "Mira"}).status_code == 400
    assert client.post(there, {"key": mira.key}).status_code == 303
    mira.refresh_from_db()
    assert (mira.name, mira.email, mira.is_active) == ("", None, False)
    assert "Mira" not in text(client.get("/people/")) + text(client.get("/audit/"))
    assert state("site").broken_at == 0


def test_a_person_that_is_none_is_not_found(client):
    assert [client.get("/people/999/").status_code, client.post("/people/999/role/").status_code] == [
        404,
        404,
    ]


def test_a_setting_is_changed_and_a_value_that_is_none_is_refused(client):
    assert client.post("/settings/", {"name": "public reading", "value": "yes"}).status_code == 303
    assert SiteSetting.objects.get().value == "yes"
    refused = client.post("/settings/", {"name": "retention days", "value": "-3"})
    assert refused.status_code == 400
    assert 'value="-3"' in text(refused)
    assert "is no value of" in text(refused)
    assert client.post("/settings/", {"name": "<b>", "value": "1"}).status_code == 400


def happened(number, by=None, chain="site"):
    for turn in range(number):
        event.record(chain=chain, act="setting changed", by=by, at=AT, payload={"setting": f"s{turn}"})


def acts(response):
    return re.findall(r'<th scope="row">([^<]+)</th>', text(response))


def test_the_record_is_narrowed_by_chain_person_act_and_day(client, admin):
    happened(2, admin)
    event.record(chain="7", act="published", by=person("Mira"), at=AT.replace(day=2), payload={"version": 2})
    asked = {query: acts(client.get(f"/audit/{query}")) for query in
             ("", "?chain=%237", f"?actor={admin.key}", "?act=published", "?until=2026-04-01", "?since=2026-04-02",
              "?since=2026-04-03")}  # fmt: skip
    assert asked == {
        "": ["published", "setting changed", "setting changed"],
        "?chain=%237": ["published"],
        f"?actor={admin.key}": ["setting changed", "setting changed"],
        "?act=published": ["published"],
        "?until=2026-04-01": ["setting changed", "setting changed"],
        "?since=2026-04-02": ["published"],
        "?since=2026-04-03": [],
    }


def test_a_day_that_is_none_is_refused(client):
    answer = client.get("/audit/?since=yesterday")
    assert answer.status_code == 400
    assert "“yesterday” is no day" in text(answer)


def test_the_record_is_read_a_hundred_at_a_time(client):
    happened(120)
    first = client.get("/audit/")
    older = re.search(r'rel="next" href="(\?[^"]+)"', text(first))[1]
    assert [len(acts(first)), len(acts(client.get(f"/audit/{older}")))] == [100, 20]


def test_a_chain_is_checked_when_asked_for(client):
    happened(3)
    assert "Chain site is intact." in text(client.get("/audit/?chain=site&check=yes"))


def test_an_event_that_was_changed_breaks_its_chain():
    happened(3, chain="9")
    kept = list(Event.objects.filter(chain="9").order_by("position"))
    assert state("9").broken_at == 0
    # The database refuses to change an event, so that one is written that was never right.
    wrong = Event(chain="9", position=4, at=AT, actor="", act="published", payload={}, previous=kept[-1].sha256,
                  sha256="0" * 64)  # fmt: skip
    wrong.save(force_insert=True)
    broken = state("9")
    assert (broken.broken_at, broken.sentence) == (4, "This event is not what it was when it was written.")


@pytest.mark.parametrize("path", ["/people/", "/audit/", "/settings/", "/corrections/", "/codebook/"])
def test_a_list_asks_as_often_for_thirty_rows_as_for_one(client, path):
    def queries():
        with CaptureQueriesContext(
            connection,
        ) as asked:
            assert client.get(path).status_code == 200
        return len(asked)

    happened(1, person("Mira"))
    one = queries()
    for turn in range(29):
        happened(1, person(f"Person{turn}"))
    assert queries() == one


def test_what_is_written_by_hand_is_never_run(client):
    hostile = "<script>alert(1)</script>\"'><img src=x onerror=alert(1)>"
    person_named = Person.objects.create(
        name=hostile[:100], email="h@example.org", role="reader", created_at=AT
    )
    for path in (f"/people/?find={hostile}", f"/people/{person_named.pk}/", f"/audit/?chain={hostile}", "/people/",
                 f"/people/{person_named.pk}/blank/"):  # fmt: skip
        page = text(client.get(path))
        assert "<script>alert" not in page
        assert "<img src" not in page
