"""Pages of a PDF: which are read, which are gaps and why, how they are cited, what the file says of itself."""

import io
import random

import pytest
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.lib.utils import ImageReader

from lexatlas.core.errors import Unreadable
from lexatlas.core.textform import from_json, to_json
from lexatlas.language.units import units
from lexatlas.sources.readers.charset import Given
from lexatlas.sources.readers.pdf_pages import with_pages
from lexatlas.sources.readers.registry import choose, read, reader_id
from tests.sources.pdf_files import FILLER, Sheet, by_hand, page, text_of


def picture(sheet: Sheet, width: float = 560, height: float = 800) -> None:
    """Draw grey noise as a scanner would."""
    signs = random.Random(1).randbytes(40 * 40)
    pgm = io.BytesIO(b"P5 40 40 255\n" + signs)
    sheet.canvas.drawImage(ImageReader(pgm), 10, 10, width, height)


def article(sheet: Sheet, number: int) -> None:
    sheet.paragraph(72, 700, written(number))


def written(number: int) -> str:
    return f"Article {number}. {FILLER} This is done {'again and ' * number}again."


def test_a_scanned_file_is_refused_with_what_to_do():
    sheet = Sheet()
    for number in range(1, 4):
        picture(sheet)
        sheet.words(72, 800, f"Case 12 of the Court, page {number} of 3")
        sheet.new_page()
    with pytest.raises(Unreadable) as told:
        text_of(sheet.done())
    assert str(told.value).startswith(
        "No page of the PDF could be read. Pages 1 to 3 are pictures without text"
    )


def test_good_pages_of_a_mixed_file_are_kept_and_the_others_named():
    sheet = Sheet()
    for number in range(1, 7):
        picture(sheet) if number in (2, 4, 5) else article(sheet, number)
        sheet.new_page()
    made = text_of(sheet.done())
    assert [line[:10] for line in made.text.split("\n")] == ["Article 1.", "Article 3.", "Article 6."]
    assert [gap.partition(" are ")[0] for gap in made.gaps] == ["Pages 2, 4 and 5"]
    assert made.stated["pages"] == "7"
    assert [unit.locator for unit in units(made, "en") if unit.part != "heading"] == [
        f"Article {number} (page {number})" for number in (1, 1, 1, 3, 3, 3, 6, 6, 6)
    ]


def test_a_short_page_without_a_picture_is_read_and_an_empty_one_is_no_gap():
    sheet = Sheet()
    article(sheet, 1)
    sheet.new_page()
    sheet.new_page()
    sheet.words(72, 700, "Done at Rimgate on 3 May 2024.")
    made = text_of(sheet.done())
    assert made.text.split("\n")[1] == "Done at Rimgate on 3 May 2024."
    assert made.gaps == ()


def test_a_small_picture_makes_no_scan():
    sheet = Sheet()
    picture(sheet, 60, 60)
    sheet.words(72, 700, "Schedule of fees: none.")
    assert text_of(sheet.done()).text == "Schedule of fees: none."


def test_words_recognised_in_a_picture_are_read_and_said_to_be_so():
    sheet = Sheet()
    picture(sheet)
    text = sheet.canvas.beginText(72, 700)
    text.setTextRenderMode(3)
    text.setFont("Times-Roman", 11)
    for line in (FILLER[:80], FILLER[80:]):
        text.textLine(line)
    sheet.canvas.drawText(text)
    made = text_of(sheet.done())
    assert made.text.startswith("The Office keeps a register")
    assert made.gaps[0].startswith("The words of page 1 were recognised in a picture by another program")


def unmapped(shift: int) -> bytes:
    """A file whose font calls its letters by other letters' names, as fonts without a map do."""
    names = " ".join(f"{code} /{chr(97 + (code - 97 + shift) % 26)}" for code in range(97, 123))
    font = f"<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding<</Type/Encoding/Differences[{names}]>>>>"
    lines = [FILLER.lower()[start : start + 90] for start in range(0, len(FILLER), 94)]
    return by_hand([page(*lines), page(*lines, "and one more line")], font=font)


def test_a_font_that_does_not_tell_its_letters_makes_a_gap_and_no_text():
    assert text_of(unmapped(0)).text.startswith("the office keeps a register")
    with pytest.raises(Unreadable, match="Pages 1 and 2 have a font that does not tell its letters"):
        text_of(unmapped(3))


def test_pages_stand_in_the_structure_without_parting_a_sentence():
    sheet = Sheet()
    sheet.lines(72, 60, ["Article 1. The Office keeps a register of all dealers in digital assets that have"])
    sheet.new_page()
    sheet.lines(72, 780, ["been granted a licence in Arvenia.", "", f"Article 2. {FILLER[:72]}"])
    made = text_of(sheet.done())
    starts = [part.start for part in made.segments]
    assert starts == sorted(starts)
    assert from_json(to_json(made)) == made
    pages = [
        (part.label, made.text[part.start :].split()[0]) for part in made.segments if part.kind == "page"
    ]
    assert pages == [("1", "Article"), ("2", "been")]
    found = [
        (unit.locator, made.text[unit.parts[0].start : unit.parts[0].end][:40])
        for unit in units(made, "en")
        if unit.part != "heading"
    ]
    assert found[0] == ("Article 1 (page 1)", "The Office keeps a register of all deale")
    assert found[1][0] == "Article 2 (page 2)"


def test_where_nothing_is_numbered_the_page_alone_is_cited():
    sheet = Sheet()
    for _ in range(2):
        sheet.paragraph(72, 700, f"{FILLER} {_ + 1} times.")
        sheet.new_page()
    made = text_of(sheet.done())
    assert {unit.locator for unit in units(made, "en")} == {"page 1", "page 2"}


def test_a_text_without_pages_keeps_its_citations():
    made, _ = read(Given(b"Article 1\n\nA dealer pays.\n\nArticle 2\n\nAn issuer pays.", "a.txt"))
    assert {unit.locator for unit in units(made, "en")} == {"Article 1", "Article 2"}
    assert with_pages(made.segments, []) == made.segments


def test_what_a_file_claims_of_itself_is_kept_but_a_file_name_is_no_title():
    sheet = Sheet()
    sheet.canvas.setTitle("Act on dealers in digital assets")
    sheet.canvas.setAuthor("Parliament of Arvenia")
    article(sheet, 1)
    stated = text_of(sheet.done()).stated
    assert (stated["title"], stated["author"]) == (
        "Act on dealers in digital assets",
        "Parliament of Arvenia",
    )
    assert "date" not in stated
    other = Sheet()
    other.canvas.setTitle("Microsoft Word - act_final(2).docx")
    other.words(72, 760, "Act on issuers", 18)
    article(other, 1)
    assert text_of(other.done()).stated["title"] == "Act on issuers"


def test_a_file_is_known_by_its_bytes_and_not_by_its_name():
    sheet = Sheet()
    article(sheet, 1)
    raw = sheet.done()
    assert [choose(Given(raw, name)) for name in ("a.html", "a", "a.txt")] == ["pdf", "pdf", "pdf"]
    assert choose(Given(b"X-Header: 1\r\n\r\n" + raw, "a.pdf")) == "pdf"
    assert text_of(b"X-Header: 1\r\n\r\n" + raw).text == text_of(raw).text
    assert choose(Given(b"<html><body><p>Article 1</p></body></html>", "a.pdf")) == "web-page"
    assert choose(Given(b"A text on files that begin with %PDF-1.7 and what they hold.", "a.txt")) == "text"


@pytest.mark.parametrize("strength", [40, 128])
def test_a_file_that_is_only_protected_against_changes_is_read(strength):
    told = StandardEncryption("", ownerPassword="owner", canModify=0, strength=strength)
    sheet = Sheet(encrypt=told)
    article(sheet, 1)
    assert text_of(sheet.done()).text == written(1)


def test_the_same_bytes_give_the_same_text_and_name_what_read_them():
    sheet = Sheet()
    article(sheet, 1)
    raw = sheet.done()
    assert text_of(raw) == text_of(raw)
    told = reader_id("pdf")
    assert (told.name, told.version) == ("pdf", "3")
    assert [library.split()[0] for library in told.libraries] == ["pypdfium2"]


def test_the_scans_of_the_corpus_are_gaps_and_its_one_text_is_read(corpus):
    folder = corpus / "docs" / "US"
    for name in ("hermes-v-rothschild-order-2022.pdf", "us-v-chastain-indictment-2022.pdf"):
        with pytest.raises(Unreadable, match="are pictures without text"):
            text_of((folder / name).read_bytes())
    made = text_of((folder / "us-v-nguyen-complaint-2022.pdf").read_bytes())
    assert (made.stated["pages"], made.gaps) == ("22", ())
    assert len(made.text) > 35_000
