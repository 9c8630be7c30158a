"""Every page for every role and every method, against the table of what it must answer."""

import pytest
from django.contrib.auth.hashers import make_password
from django.db import transaction
from django.test import Client

from lexatlas.store.models import Person
from lexatlas.web.urls import PAGES
from tests.web.answers_expected import EVERYBODY, ROWS
from tests.web.asking import BY_NAME, METHODS, address, parts, told
from tests.web.samples import about, sent
from tests.web.state import changed, kept
from tests.web.world import ASKERS, PASSWORD, SIGNED_OUT, STARTED, read_publicly

STAGES = ("live", "in review", "draft", "archived")


def ids(row):
    return f"{row.page}:{row.about}" if row.about else row.page


def expected(row, method, asker):
    """Return the answer that the table states, 405 where it states none for the method."""
    numbers = {"GET": row.get, "HEAD": row.get, "POST": row.post}.get(method, "")
    return int(numbers.split()[ASKERS.index(asker)]) if numbers else 405


def test_every_page_has_its_rows():
    assert sorted({row.page for row in ROWS} ^ {page.name for page in PAGES}) == []
    asked = {(row.page, row.about.partition("/")[0]) for row in ROWS}
    of_analyses = [page.name for page in PAGES if "analysis" in parts(page)]
    assert [(name, stage) for name in of_analyses for stage in STAGES if (name, stage) not in asked] == []


def test_every_row_states_what_its_page_allows():
    for row in ROWS:
        stated = {method for method, numbers in (("GET", row.get), ("POST", row.post)) if numbers}
        assert (ids(row), stated) == (ids(row), set(BY_NAME[row.page].methods))
        assert all(len(numbers.split()) == len(ASKERS) for numbers in (row.get, row.post) if numbers), ids(
            row
        )


@pytest.mark.parametrize("asker", ASKERS)
def test_every_page_answers_every_method_as_the_table_says(world, asker):
    wrong = []
    for row in ROWS:
        where = address(BY_NAME[row.page], about(world, row))
        for method in METHODS:
            response = send(world, asker, method, where, sent(world, row))
            wanted = expected(row, method, asker)
            if response.status_code != wanted:
                wrong.append((ids(row), method, wanted, response.status_code))
            if (
                asker == SIGNED_OUT
                and response.status_code == 302
                and not response["Location"].startswith("/sign-in/")
            ):
                wrong.append((ids(row), method, response["Location"]))
            if method == "HEAD" and told(response):
                wrong.append((ids(row), "HEAD has a body"))
    assert wrong == []


def send(world, asker, method, where, form=None):
    """Send one request in a browser of its own; what it changes is taken back before the next."""
    with transaction.atomic():
        client = world.client(asker)
        response = client.post(where, form or {}) if method == "POST" else client.generic(method, where)
        transaction.set_rollback(True)
    return response


def addresses(world, *, reading=True):
    """Yield each row that is read (or, for forms, sent) with its address."""
    for row in ROWS:
        if row.get if reading else row.post:
            yield row, address(BY_NAME[row.page], about(world, row))


def test_public_reading_opens_what_is_live_and_nothing_else(world):
    read_publicly(world.person("admin"), STARTED, on=True)
    wrong = []
    for row, where in addresses(world):
        got = send(world, SIGNED_OUT, "GET", where).status_code
        wrong += [(ids(row), row.open, got)] if got != row.open else []
    read_publicly(world.person("admin"), STARTED, on=False)
    for row, where in addresses(world):
        got = send(world, SIGNED_OUT, "GET", where).status_code
        wrong += [(ids(row), "closed again", got)] if got != expected(row, "GET", SIGNED_OUT) else []
    assert wrong == []


def test_nobody_who_is_not_signed_in_sends_a_form_though_reading_is_public(world):
    read_publicly(world.person("admin"), STARTED, on=True)
    for row, where in addresses(world, reading=False):
        got = send(world, SIGNED_OUT, "POST", where, sent(world, row)).status_code
        assert (ids(row), got) == (ids(row), expected(row, "POST", SIGNED_OUT))


@pytest.mark.parametrize("asker", ["admin", "analyst"])
def test_a_right_withdrawn_beats_a_copy_that_is_still_fresh(world, asker):
    """Somebody holds a page with its ETag, and loses the right to it: no 304 tells that nothing changed."""
    held = [(row, where, *validators(world, asker, where)) for row, where in addresses(world)]
    world.person(asker)
    Person.objects.filter(pk=world.people[asker]).update(role="reader")
    wrong = []
    for row, where, status, headers in held:
        wanted = expected(row, "GET", "reader")
        got = world.client(asker).get(where, headers=headers).status_code
        if status == 200 and wanted != 200 and got != wanted:
            wrong.append((ids(row), wanted, got))
    assert wrong == []


def test_somebody_deactivated_is_signed_out_at_once(world):
    clients = {where: (row, *validators(world, "admin", where)) for row, where in addresses(world)}
    client = world.client("admin")
    Person.objects.filter(pk=world.people["admin"]).update(is_active=False)
    wrong = []
    for where, (row, _, headers) in clients.items():
        got = client.get(where, headers=headers).status_code
        wrong += (
            [(ids(row), got)]
            if got not in (expected(row, "GET", SIGNED_OUT), 304 * (row.get == EVERYBODY))
            else []
        )
    assert wrong == []


def validators(world, asker, where):
    """Return the status of a page and the headers by which a browser asks whether it has changed."""
    response = world.client(asker).get(where)
    headers = {"If-None-Match": response.get("ETag"), "If-Modified-Since": response.get("Last-Modified")}
    return response.status_code, {name: value for name, value in headers.items() if value}


def test_no_form_is_taken_without_the_mark_of_this_site(world):
    wrong = []
    for row, where in addresses(world, reading=False):
        for asker in ("admin", SIGNED_OUT):
            client = world.client(asker, enforce_csrf_checks=True)
            before = kept()
            got = client.post(where, sent(world, row)).status_code
            if got != 403 or changed(before):
                wrong.append((ids(row), asker, got))
    assert wrong == []


FORGED = {
    "int": (0, -1, 10**12, 2**63, 10**30, "1e3", "٣", "1\0"),
    "str": (
        "none",
        "0",
        "..",
        "%2e%2e",
        "a\0b",
        "x" * 3000,
        "<script>",
        "\ud800".encode("utf-8", "surrogatepass"),
    ),
}


def test_forged_parts_of_an_address_find_nothing(world):
    """No number that is not there, and no word that is none, brings a page or a fault."""
    wrong = []
    for row in {row.page: row for row in ROWS}.values():
        page, right = BY_NAME[row.page], about(world, row)
        for name, converter in parts(page).items():
            for forged in FORGED.get(converter, FORGED["str"]):
                where = address(page, {**right, name: forged})
                for asker in ("admin", "reader"):
                    for method in page.methods:
                        got = send(world, asker, method, where, sent(world, row)).status_code
                        if got not in (403, 404, 400 * (method == "POST"), row.forged):
                            wrong.append((ids(row), name, str(forged)[:20], asker, method, got))
    assert wrong == []


@pytest.mark.parametrize(
    "elsewhere", ["https://elsewhere.example/", "//elsewhere.example/x", "javascript:alert(1)", "/\\elsewhere.example",
                  "https:elsewhere.example", "\t//elsewhere.example"]
)  # fmt: skip
def test_signing_in_leads_to_no_other_site(world, elsewhere):
    Person.objects.filter(pk=world.people["reader"]).update(password=make_password(PASSWORD))
    sent = {"username": "reader@site.example", "password": PASSWORD, "next": elsewhere}
    response = Client().post("/sign-in/", sent)
    assert (response.status_code, response["Location"]) == (303, "/")
    assert elsewhere not in told(Client().get("/sign-in/", {"next": elsewhere})).replace("&#39;", "'")
