"""Every form of every page, sent what no person would send: refused with a sentence, or taken whole; never a fault."""

from urllib.parse import urlencode

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import transaction

from tests.web.answers_expected import ROWS
from tests.web.asking import BY_NAME, address, told
from tests.web.forms import TEXTUAL, forms_of
from tests.web.hostile import BROKEN_BYTES, MARKUP, RAW, TEXTS
from tests.web.samples import about
from tests.web.state import broken_chains, changed, kept, writes_seen
from tests.web.world import SIGNED_OUT

ASKING = (SIGNED_OUT, "analyst", "reviewer", "editor", "admin")
FORGED = ("markup", "nul", "a huge number", "below nothing")
"""What is put into fields, too, that no person fills in: choices, numbers of rows, what a form carries along."""
TAKEN = (302, 303)
REFUSED = (200, 400, 403, 404, 409, 413, 422, 429)


@pytest.fixture(scope="module")
def forms(world_built):
    """Give each form that anybody is offered, once, with who is offered it."""
    found = {}
    for asker in ASKING:
        client = world_built.client(asker)
        for row in ROWS:
            if not row.get:
                continue
            where = address(BY_NAME[row.page], about(world_built, row))
            response = client.get(where)
            if response.status_code == 200 and "html" in response["Content-Type"]:
                for form in forms_of(response.content, where):
                    found.setdefault(form.like, (asker, form))
    return tuple(found.values())


def sent(client, form, given):
    """Send a form, a list of values for each field; files go along as files."""
    if form.method == "get":
        return client.get(f"{form.action.partition('?')[0]}?{urlencode(given, doseq=True)}")
    if form.multipart:
        files = {field.name: SimpleUploadedFile(f"{MARKUP}.zip", b"PK\x03\x04 not a zip") for field in form.fields
                 if field.kind == "file"}  # fmt: skip
        return client.post(form.action, {**given, **files})
    return client.post(
        form.action, urlencode(given, doseq=True), content_type="application/x-www-form-urlencoded"
    )


def faults_of(world, before, asker, form, given, what):
    """Return what is wrong with the answer to a form; what it changed is taken back."""
    with transaction.atomic():
        client = world.client(asker)
        with writes_seen() as writes:
            response = sent(client, form, given)
        name = (form.action, form.label, what)
        if response.status_code not in (*TAKEN, *REFUSED):
            yield name, f"answered {response.status_code}"
        elif response.status_code not in TAKEN and writes and changed(before):
            yield name, f"refused ({response.status_code}), but changed {changed(before)}"
        elif response.status_code in TAKEN:
            if form.method == "post" and not response["Location"].startswith("/"):
                yield name, f"leads to {response['Location']}"
            response = client.get(response["Location"])
        if any(raw in told(response) for raw in RAW):
            yield name, "shows what was sent as markup"
        if response.has_header("Set-Cookie") or "stolen" in response.cookies:
            yield name, "took a header from a field"
        if writes and broken_chains():
            yield name, f"broke {broken_chains()}"
        transaction.set_rollback(True)


def given_to(form, value, *, every=False):
    """Return what is sent with a value in each field that a person fills in; with `every`, in all of them."""
    return {
        field.name: [value] if every or field.kind in TEXTUAL else form.filled().get(field.name, [""])
        for field in form.fields
        if field.kind != "file"
    }


def test_there_are_forms(forms):
    assert {"post", "get"} >= {form.method for _, form in forms}
    assert len(forms) > 10


@pytest.mark.parametrize("what", TEXTS)
def test_what_people_write_may_be_anything(world, forms, what):
    wrong, before = [], kept()
    for asker, form in forms:
        wrong += faults_of(world, before, asker, form, given_to(form, TEXTS[what]), what)
        if what in FORGED:
            given = given_to(form, TEXTS[what], every=True)
            wrong += faults_of(world, before, asker, form, given, f"{what}, every field")
    assert wrong == []


def test_a_form_without_its_fields_is_refused(world, forms):
    wrong, before = [], kept()
    for asker, form in forms:
        wrong += faults_of(world, before, asker, form, {}, "nothing")
        for field in form.fields:
            left = {name: values for name, values in given_to(form, "Said.").items() if name != field.name}
            wrong += faults_of(world, before, asker, form, left, f"without {field.name}")
    assert wrong == []


def test_a_field_may_come_several_times(world, forms):
    wrong, before = [], kept()
    for asker, form in forms:
        twice = {name: [*values, "again", *values] for name, values in given_to(form, "Said.").items()}
        wrong += faults_of(world, before, asker, form, twice, "each field three times")
    assert wrong == []


def test_bytes_that_are_no_text_are_refused_or_read_as_such(world, forms):
    wrong = []
    for asker, form in forms:
        with transaction.atomic():
            client = world.client(asker)
            body = b"&".join(field.name.encode() + b"=" + BROKEN_BYTES for field in form.fields)
            response = (
                client.post(form.action, body, content_type="application/x-www-form-urlencoded")
                if form.method == "post"
                else client.get(form.action.partition("?")[0], QUERY_STRING=body.decode())
            )
            if response.status_code not in (*TAKEN, *REFUSED):
                wrong.append((form.action, form.label, response.status_code))
            transaction.set_rollback(True)
    assert wrong == []
