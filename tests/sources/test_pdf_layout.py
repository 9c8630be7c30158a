"""Where words stand on a page decides in which order they are read, and what of them is no text."""

import pytest

from tests.sources.pdf_files import FILLER, Sheet, broken, lines_of, text_of

LEFT = (
    "Article 1. A dealer shall keep its clients' assets apart from its own assets, and shall hold for each "
    "client a record that shows at any time what the client owns and where it is held."
)
RIGHT = (
    "Article 2. The Office may withdraw a licence where the dealer no longer meets the conditions on which it "
    "was granted, or where the dealer has asked for it in writing before the end of the year."
)


def two_columns(sheet: Sheet, y: float, left: str, right: str, *, by_rows: bool = False) -> None:
    columns = [broken(sheet.canvas, words, 210) for words in (left, right)]
    places = [
        (x, y - 13 * row, line)
        for x, lines in zip((72, 312), columns, strict=True)
        for row, line in enumerate(lines)
    ]
    for x, height, line in sorted(places, key=lambda place: -place[1]) if by_rows else places:
        sheet.words(x, height, line)


@pytest.mark.parametrize("by_rows", [False, True], ids=["column by column", "row by row"])
def test_columns_are_read_one_behind_the_other_in_whatever_order_they_were_drawn(by_rows):
    sheet = Sheet()
    two_columns(sheet, 700, LEFT, RIGHT, by_rows=by_rows)
    assert lines_of(sheet.done()) == [LEFT, RIGHT]


def test_a_heading_across_the_page_ends_the_columns_above_it():
    sheet = Sheet()
    two_columns(sheet, 760, LEFT, RIGHT)
    sheet.words(200, 620, "Chapter II Supervision of dealers in Arvenia and abroad", 11)
    two_columns(sheet, 590, LEFT.replace("Article 1", "Article 3"), RIGHT.replace("Article 2", "Article 4"))
    assert [line[:12].strip() for line in lines_of(sheet.done())] == [
        "Article 1. A", "Article 2. T", "Chapter II S", "Article 3. A", "Article 4. T",
    ]  # fmt: skip


def test_a_table_is_read_by_its_rows_and_its_numbers_never_meet():
    sheet = Sheet()
    rows = [("Class", "Fee", "Capital"), ("Class 1", "100", "50 000"), ("Class 2", "200", "150 000")]
    for row, cells in enumerate(rows):
        for x, cell in zip((72, 200, 300), cells, strict=True):
            sheet.words(x, 600 - 20 * row, cell)
    made = text_of(sheet.done())
    assert made.text.split("\n") == ["Class\tFee\tCapital", "Class 1\t100\t50 000", "Class 2\t200\t150 000"]
    assert [part.kind for part in made.segments].count("cell") == 9


def test_running_titles_and_page_numbers_are_left_out_and_said():
    sheet = Sheet()
    for number in range(1, 5):
        sheet.words(72, 810, "Official Gazette of Arvenia")
        sheet.words(480, 810, f"No. 7, page {number}")
        sheet.words(290, 30, f"- {number} -")
        sheet.paragraph(72, 700, f"Article {number}. {FILLER}")
        sheet.new_page()
    made = text_of(sheet.done())
    assert made.text.split("\n") == [f"Article {number}. {FILLER}" for number in range(1, 5)]
    assert made.stated["left-out"] == "8 lines repeated at the top or foot of pages"


def test_articles_that_begin_each_page_are_no_running_titles():
    sheet = Sheet()
    for number in range(1, 5):
        sheet.words(72, 780, f"Article {number}")
        sheet.paragraph(72, 760, f"{FILLER} It does so for the {number * 7}th time.")
        sheet.new_page()
    assert [line for line in lines_of(sheet.done()) if line.startswith("Article")] == [
        f"Article {number}" for number in range(1, 5)
    ]


def test_the_same_words_on_every_page_are_kept_where_there_are_no_others():
    sheet = Sheet()
    for _ in range(3):
        sheet.paragraph(72, 700, "This page is left blank for the entries of the Office and of the dealer.")
        sheet.new_page()
    assert len(lines_of(sheet.done())) == 3


def test_paragraphs_are_told_by_indent_by_gap_by_a_short_line_and_by_marks():
    sheet = Sheet()
    y = sheet.paragraph(72, 780, FILLER)
    lines = broken(sheet.canvas, FILLER, 440)
    sheet.words(90, y, lines[0][:60] + ".")
    y = sheet.paragraph(72, y - 13, f"So {FILLER}")
    y = sheet.paragraph(72, y, f"(a) {FILLER}")
    sheet.paragraph(72, y - 12, f"No mark, but space above. {FILLER}")
    assert [line[:12] for line in lines_of(sheet.done())] == [
        "The Office k", lines[0][:12], "So The Offic", "(a) The Offi", "No mark, but",
    ]  # fmt: skip


def test_a_reference_at_the_beginning_of_a_line_begins_no_point():
    sheet = Sheet()
    sheet.lines(72, 700, [
        "The conditions on which a licence is granted are those that are listed in subsection",
        "(2) of this section, and the Office may add to them by a rule that it makes known.",
    ])  # fmt: skip
    assert len(lines_of(sheet.done())) == 1


def test_headings_are_told_by_their_size_where_they_have_no_mark():
    sheet = Sheet()
    sheet.words(72, 780, "Dealers in digital assets", 20)
    sheet.words(72, 740, "What a dealer must do", 15)
    sheet.paragraph(72, 710, FILLER)
    made = text_of(sheet.done())
    headings = [made.text[part.start : part.end] for part in made.segments if part.kind == "heading"]
    assert headings == ["Dealers in digital assets", "What a dealer must do"]
    assert made.stated["title"] == "Dealers in digital assets"


def test_a_sentence_goes_on_from_page_to_page_and_from_column_to_column():
    words = f"Article 1. {FILLER} {FILLER}"
    sheet = Sheet()
    lines = broken(sheet.canvas, words, 440)
    sheet.paragraph(72, 780, f"Preamble. {FILLER}")
    sheet.lines(72, 90, lines[:3])
    sheet.new_page()
    y = sheet.lines(72, 780, lines[3:])
    sheet.paragraph(72, y - 20, f"Article 2. {FILLER}")
    assert lines_of(sheet.done()) == [f"Preamble. {FILLER}", words, f"Article 2. {FILLER}"]


def test_a_turned_page_is_read_as_it_is_shown():
    sheet = Sheet()
    sheet.canvas.setPageRotation(90)
    sheet.canvas.rotate(90)
    sheet.canvas.translate(0, -590)
    two_columns(sheet, 500, LEFT, RIGHT)
    assert lines_of(sheet.done()) == [LEFT, RIGHT]


def test_words_set_along_the_edge_are_no_part_of_the_text():
    sheet = Sheet()
    sheet.paragraph(72, 700, FILLER)
    sheet.canvas.rotate(90)
    sheet.words(200, -560, "Copy for the archive of the Office")
    assert lines_of(sheet.done()) == [FILLER]


def test_a_line_stretched_to_a_width_is_no_table():
    sheet = Sheet()
    for row, line in enumerate(broken(sheet.canvas, f"{FILLER} {FILLER}", 230)[:-1]):
        text = sheet.canvas.beginText(72, 700 - 13 * row)
        text.setFont("Times-Roman", 11)
        text.setWordSpace((250 - sheet.canvas.stringWidth(line, "Times-Roman", 11)) / max(1, line.count(" ")))
        text.textLine(line)
        sheet.canvas.drawText(text)
    assert "\t" not in text_of(sheet.done()).text


def test_the_title_of_a_short_chapter_is_known_by_its_place_and_its_page():
    sheet = Sheet()
    titles = ["Chapter 1: Dealers"] * 4 + ["Chapter 2: Issuers", "Chapter 3: Fees"]
    for number, title in enumerate(titles, start=5):
        sheet.words(72, 800, title)
        sheet.words(510, 800, str(number))
        sheet.paragraph(72, 740, f"Article {number}. {'Once more: ' * number}{FILLER}")
        sheet.new_page()
    assert [line[:9] for line in lines_of(sheet.done())] == [
        f"Article {number}"[:9] for number in range(5, 11)
    ]


def test_a_ragged_line_before_a_small_letter_ends_no_paragraph():
    sheet = Sheet()
    sheet.lines(72, 700, [
        "A dealer that is established in Arvenia keeps for each of its clients a record of all orders",
        "that it takes, in which stand the price, the number of units,",
        "the day and the name of the client, and shows it to the Office on demand within ten days.",
    ])  # fmt: skip
    assert len(lines_of(sheet.done())) == 1
