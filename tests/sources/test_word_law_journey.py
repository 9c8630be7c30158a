# ruff: noqa: E501 - sample documents keep their lines whole
"""A law of an invented place as a Word file, from the command line to a verified bundle; and a broken text beside it."""

import json

import pytest

from lexatlas.bundle import read
from tests.cli.command_line import analyse, lexatlas
from tests.sources.word import HEADINGS, abstract, docx, level, note, num, p, row, t, table

NUMBERS = abstract(
    0, level(0, "decimal", "Article %1"), level(1, "decimal", "(%2)"), level(2, "lowerLetter", "(%3)")
) + num(1, 0)
FORMULA = "<m:oMath><m:r><m:t>12</m:t></m:r></m:oMath>"
OLD = "A person may provide a digital asset service without a licence."
ROW = {
    "path": "act.docx", "title": "Digital Asset Licensing Act 2031", "publisher": "Official Gazette of Veyland",
    "jurisdiction": "XA", "language": "en", "kind": "act", "date": "2025-02-01", "rights": "open",
    "rights_ground": "Written for these tests",
}  # fmt: skip


def law() -> bytes:
    return docx(
        p("Digital Asset Licensing Act 2025", style="T"),
        p("Act No. 3 of 2025. Published in the Official Gazette on 1 February 2025."),
        p("Definitions", style="H1", num=(1, 0)), p("In this Act:", num=(1, 1)),
        p("“Authority” means the Financial Markets Authority of Veyland;", num=(1, 2)),
        p("“digital asset service” means the exchange or the custody of digital assets for another person.", num=(1, 2)),
        p("Licence", style="H1", num=(1, 0)),
        p("No person shall provide a digital asset service in Veyland ", '<w:ins w:id="1">' + t("without a licence") + "</w:ins>",
          '<w:del w:id="2"><w:r><w:delText>unless registered</w:delText></w:r></w:del>', '<w:r><w:footnoteReference w:id="2"/></w:r>', " granted by the Authority.", num=(1, 1)),
        p(t(OLD, "<w:vanish/>"), num=(1, 1), more="<w:rPr><w:vanish/></w:rPr>"),
        p(t(OLD, "<w:strike/>")),
        p("A provider shall hold own funds of at least EUR 150,000.", num=(1, 1)),
        p("The fee for an application is EUR ", FORMULA, " for each service.", num=(1, 1)),
        p("Supervision", style="H1", num=(1, 0)), p("The Authority supervises providers and may suspend a licence.", num=(1, 1)),
        p("Commencement", style="H1", num=(1, 0)), p("This Act enters into force on 1 March 2025.", num=(1, 1)),
        table(row("Service", "Own funds"), row("Exchange", "EUR 150,000")),
        styles=HEADINGS + '<w:style w:type="paragraph" w:styleId="T"><w:name w:val="Title"/></w:style>',
        numbering=NUMBERS, footnotes=note("footnote", 2, OLD),
    )  # fmt: skip


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    folder = tmp_path_factory.mktemp("word")
    (folder / "law").mkdir()
    (folder / "law" / "act.docx").write_bytes(law())
    (folder / "law" / "manifest.jsonl").write_text(json.dumps(ROW))
    done = analyse(folder / "xa", folder / "law")
    assert done.code == 0, done.err
    return folder / "xa"


def test_the_law_is_coded_and_quoted_with_the_numbers_that_word_shows(made):
    document = read(made).document
    quoted = {(quote.locator, quote.words) for claim in document.claims for quote in claim.quotes}
    rule = "No person shall provide a digital asset service in Veyland without a licence granted by the Authority."
    assert any(locator.startswith("Article 2") and rule in words for locator, words in quoted), quoted
    assert document.snapshots[0].reader.name == "docx"
    assert {verdict.code for verdict in document.verdicts} <= {"verified", "supported", "partial"}


def test_the_bundle_verifies(made):
    done = lexatlas("verify", made)
    assert done.code == 0, done.told


def test_nothing_hidden_struck_or_noted_is_told_and_the_changes_are_said(made):
    bundle = read(made)
    told = [
        words
        for claim in bundle.document.claims
        for words in (claim.sentence, *(quote.words for quote in claim.quotes))
    ]
    assert told
    assert not any(OLD in words for words in told)
    assert "unless registered" not in "".join(text.text for text in bundle.texts.values())
    assert [gap.reason for gap in bundle.document.gaps] == [
        "The document holds tracked changes (1 insertion, 1 deletion). It was read as if all were accepted: what is deleted was left out.",
        f"Left out as hidden: {len(OLD)} characters.",
        f"Left out as struck through: {len(OLD)} characters.",
        "Not read as text, and shown as \ufffc: 1 formula.",
        "1 passage with signs that could not be read is not quoted; nothing rests on them.",
    ]


def test_no_quote_holds_a_sign_that_could_not_be_read(made):
    document = read(made).document
    words = " ".join(quote.words for claim in document.claims for quote in claim.quotes)
    assert "\ufffc" not in words
    assert "\ufffd" not in words


def test_the_page_tells_of_the_changes(made):
    done = lexatlas("export", made, "--format", "md")
    assert "tracked changes" in done.out
