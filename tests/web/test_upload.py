"""Files from a browser: a bundle, a page's text, and what is none of either; nothing half kept, nothing believed."""

import html
import io
import json
import re
import zipfile
from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from lexatlas.store.models import Version
from lexatlas.web.pages import upload
from tests.cli.command_line import LIBRARY, lexatlas
from tests.web.state import kept

PAGE = "tests/pipeline/sample_page.txt"


def send(world, name, data, asker="analyst", **more):
    """Send a file as a person; the answer, and what it says in the page's banner."""
    form = {"file": SimpleUploadedFile(name, data), **more}
    return world.client(asker).post("/import/", form)


def sentence(response):
    """Return the sentence that refused."""
    found = re.search(r"<b>Not done.</b> (.*?)</p>", response.content.decode())
    return html.unescape(found.group(1)) if found else ""


@pytest.fixture
def bundle(tmp_path, world):
    """A bundle whose question the site does not know yet, as bytes."""
    out = tmp_path / "given.zip"
    done = lexatlas("analyse", "XC", "retail-trading-status", "--from", LIBRARY / "XC", "--as-of", "2026-06-01",
                    "--out", out, "--quiet")  # fmt: skip
    assert done.code == 0, done.told
    return out.read_bytes()


def test_a_bundle_becomes_a_version_whose_author_is_who_sent_it(world, bundle):
    response = send(world, "x.zip", bundle)
    version = Version.objects.order_by("-id").first()
    assert (response.status_code, response["Location"]) == (303, f"/analyses/{version.analysis_id}")
    assert (version.author_id, version.origin, version.stage) == (
        world.people["analyst"], "import", "Step 1 Base Research"
    )  # fmt: skip


def test_its_folder_zipped_by_another_program_is_the_same_bundle(world, bundle):
    packed = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(bundle)) as of,
        zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as into,
    ):
        for name in of.namelist():
            into.writestr(f"given/{name}", of.read(name))
    assert send(world, "x.zip", packed.getvalue()).status_code == 303
    assert "is this very document" in sentence(send(world, "y.zip", bundle))


def test_the_same_bundle_again_is_refused_and_changes_nothing(world, bundle):
    send(world, "x.zip", bundle)
    before = kept()
    response = send(world, "again.zip", bundle)
    assert (response.status_code, sentence(response)) == (
        400, "Version 1, the newest, is this very document. Nothing was kept."
    )  # fmt: skip
    assert kept() == before


def test_a_pages_text_becomes_a_version_without_support(world):
    response = send(world, "page.txt", Path(PAGE).read_bytes())
    version = Version.objects.order_by("-id").first()
    assert (response.status_code, version.origin) == (303, "import")
    assert set(version.claims.values_list("verdict", flat=True)) == {"unverified"}


def swollen():
    """A zip file of ours in nothing but its first bytes: 200 MB of one sign in 200 kB."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as file:
        file.writestr("bag-info.txt", b"0" * 200_000_000)
    return made.getvalue()


def climbing():
    """A zip file with a way out of its folder."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_STORED) as file:
        file.writestr("../../escaped.txt", b"out")
    return made.getvalue()


HOSTILE = {
    "swollen": swollen,
    "climbing": climbing,
    "cut": lambda: b"PK\3\4" + b"\0" * 40,
    "two bytes": lambda: b"PK",
    "a picture": lambda: b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 20,
    "zeroes": lambda: b"\0" * 5_000,
    "a script": lambda: b"<script>alert(1)</script>",
    "nothing": lambda: b"",
    "json": lambda: json.dumps({"a": [[]] * 100}).encode(),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_what_is_neither_is_refused_with_a_sentence_and_nothing_is_kept(world, name):
    before = kept()
    response = send(world, "../../etc/passwd\r\nX: y<script>.zip", HOSTILE[name]())
    assert response.status_code == 400
    assert (len(sentence(response)) > 20, sentence(response)[-1]) == (True, ".")
    assert b"<script>alert" not in response.content
    assert b"lexatlas-upload" not in response.content
    assert kept() == before


def test_a_file_over_the_size_is_not_read(world, monkeypatch):
    monkeypatch.setattr(upload, "MOST_OF_A_PAGE", upload.MIB)
    response = send(world, "page.txt", b"x" * (2 * upload.MIB))
    assert sentence(response) == "The file has 2 MiB; 1 MiB are taken at most. Nothing was kept."


def test_no_file_at_all(world):
    response = world.client("analyst").post("/import/", {"file": "words"})
    assert (response.status_code, sentence(response)) == (
        400, "Choose a file first: a bundle (.zip), or the text of a published page (.txt)."
    )  # fmt: skip
