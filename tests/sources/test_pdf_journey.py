"""A law given as PDF, from question to a bundle that proves itself."""

import json

import pytest

from lexatlas.bundle import read
from tests.cli.command_line import ASKED, lexatlas
from tests.sources.pdf_files import Sheet

LAW = (
    (
        "Article 1. In this Act, “digital asset” means a digital record of value that can be traded by electronic "
        "means, and “Office” means the Financial Conduct Office of Arvenia.",
        "Article 2. No person shall provide digital asset services in Arvenia without a licence granted by the "
        "Office.",
    ),
    (
        "Article 3. An applicant shall hold paid-up capital of not less than AVD 250,000 at all times.",
        "Article 4. A person who contravenes Article 2 commits an offence and is liable on conviction to a fine not "
        "exceeding AVD 1,000,000.",
        "Article 5. This Act enters into force on 1 January 2025.",
    ),
)


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    place = tmp_path_factory.mktemp("law")
    sheet = Sheet()
    sheet.words(72, 740, "Digital Asset Services Act 2024", 18)
    for number, articles in enumerate(LAW, start=1):
        sheet.words(72, 810, "Official Gazette of Arvenia")
        sheet.words(290, 30, f"Page {number}")
        y = 700.0
        for article in articles:
            y = sheet.paragraph(72, y, article) - 10
        sheet.new_page()
    (place / "act.pdf").write_bytes(sheet.done())
    row = {
        "path": "act.pdf", "jurisdiction": "XA", "title": "Digital Asset Services Act 2024", "language": "en",
        "kind": "primary", "publisher": "Parliament of Arvenia", "date": "2024-11-20", "rights": "open",
        "rights_ground": "our own",
    }  # fmt: skip
    (place / "manifest.jsonl").write_text(json.dumps(row) + "\n", encoding="utf-8")
    return place


@pytest.fixture(scope="module")
def bundle(folder, tmp_path_factory):
    out = tmp_path_factory.mktemp("bundle") / "xa"
    done = lexatlas(*ASKED, "--from", folder, "--out", out)
    assert done.code == 0, done.told
    return out


def test_the_bundle_proves_itself_down_to_the_bytes_of_the_file(bundle):
    checked = lexatlas("verify", bundle)
    assert checked.code == 0, checked.told
    assert "1 re-derived from the raw bytes, same text" in " ".join(checked.out.split())


def test_every_quote_stands_on_its_page(bundle):
    document = read(bundle).document
    quotes = {quote.locator: quote.words for claim in document.claims for quote in claim.quotes}
    assert quotes["Article 2 (page 1)"] == LAW[0][1].removeprefix("Article 2. ")
    assert quotes["Article 4 (page 2)"] == LAW[1][1].removeprefix("Article 4. ")
    assert all(place.endswith(("(page 1)", "(page 2)")) for place in quotes)
    assert document.status.coded


def test_the_snapshot_says_what_read_it(bundle):
    (snapshot,) = read(bundle).document.snapshots
    assert (snapshot.media_type, snapshot.reader.name) == ("application/pdf", "pdf")
    assert [library.split()[0] for library in snapshot.reader.libraries] == ["pypdfium2"]
    assert snapshot.stated["left-out"] == "4 lines repeated at the top or foot of pages"


def test_the_page_shows_where_the_words_stand(bundle):
    page = (bundle / "data" / "page.html").read_text(encoding="utf-8")
    assert "Article 2 (page 1)" in page
    assert "Official Gazette" not in page
