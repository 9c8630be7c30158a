"""Files made to do harm, sent to the page that takes files in: told in a sentence, nothing kept, nothing followed."""

import io
import stat
import zipfile

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from lexatlas.store.models import Person
from tests.web.asking import told
from tests.web.hostile import MARKUP, RAW
from tests.web.state import changed, kept
from tests.web.world import BACKEND, STARTED

pytestmark = pytest.mark.django_db


def zipped(**files):
    """Return a zip of these names and contents."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as into:
        for name, data in files.items():
            into.writestr(name, data)
    return made.getvalue()


def with_name(name):
    return zipped(**{name: b"x"})


def a_link():
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as into:
        entry = zipfile.ZipInfo("data/page.html")
        entry.external_attr = (stat.S_IFLNK | 0o777) << 16
        into.writestr(entry, "/etc/passwd")
    return made.getvalue()


def a_flipped_byte(whole):
    at = len(whole) // 2
    return whole[:at] + bytes([whole[at] ^ 0xFF]) + whole[at + 1 :]


MADE = {
    "nothing": lambda _: b"",
    "no zip behind its first bytes": lambda _: b"PK\x03\x04" + b"\x00" * 400,
    "a zip of nothing": lambda _: zipped(),
    "a bomb": lambda _: zipped(**{"data/document.json": b"0" * 300_000_000}),
    "names out of the folder": lambda _: with_name("../../../../tmp/stolen"),
    "a name from the root": lambda _: with_name("/etc/cron.d/stolen"),
    "a link": lambda _: a_link(),
    "a name of markup": lambda _: with_name(f"data/{MARKUP}"),
    "a name with a nul": lambda _: with_name("data/a\x00b"),
    "five thousand and one files": lambda _: zipped(**{f"data/raw/{n:064x}": b"" for n in range(5_001)}),
    "the half of a bundle": lambda whole: whole[: len(whole) // 2],
    "a bundle with a byte flipped": a_flipped_byte,
    "a bundle with more behind it": lambda whole: whole + b"more",
    "a program": lambda _: b"\x7fELF" + b"\x00" * 1_000,
    "bytes that are no text": lambda _: bytes(range(256)) * 40,
    "markup as a page": lambda _: MARKUP.encode() * 50,
}


@pytest.fixture
def analyst():
    person = Person.objects.create(email="a@site.example", name="A", role="analyst", created_at=STARTED)
    client = Client(raise_request_exception=False)
    client.force_login(person, backend=BACKEND)
    return client


@pytest.mark.parametrize(
    ("what", "name"),
    [*((what, "bundle.zip") for what in MADE), ("a program", f"{MARKUP}.zip"), ("a link", "../../x\x00.zip")],
)
def test_it_is_refused_with_a_sentence_and_nothing_is_kept(analyst, bundles, what, name):
    before = kept()
    data = MADE[what](bundles["banks"].read_bytes())
    response = analyst.post("/import/", {"file": SimpleUploadedFile(name, data)})
    page = told(response)
    assert (response.status_code, changed(before)) == (400, [])
    assert page.count('class="banner refusal"') == 1
    assert [raw for raw in (*RAW, "Traceback", "/tmp/lexatlas") if raw in page] == []


def test_a_file_twice_sent_is_kept_once(analyst, bundles):
    data = bundles["banks"].read_bytes()
    first = analyst.post("/import/", {"file": SimpleUploadedFile("b.zip", data)})
    before = kept()
    again = analyst.post("/import/", {"file": SimpleUploadedFile("b.zip", data)})
    assert (first.status_code, again.status_code, changed(before)) == (303, 400, [])


@pytest.mark.parametrize("field", ["file", "other"])
def test_a_text_in_the_place_of_a_file_is_no_file(analyst, field):
    assert analyst.post("/import/", {field: "a text"}).status_code == 400
