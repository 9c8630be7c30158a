"""PDF files made to break a reader: each is read within limits, or is a gap with what to do."""

import random
import time

import pytest
from reportlab.lib.pdfencrypt import StandardEncryption

from lexatlas.core.evidence import CanonicalText, Gap
from lexatlas.sources.pool import ReaderPool
from lexatlas.sources.readers.pdf_document import PAGE_LIMIT
from tests.sources.pdf_files import FILLER, Sheet, by_hand, page

LINES = (FILLER[:72], FILLER[73:138], FILLER[139:])


def article(number: int) -> bytes:
    return page(f"Article {number}. Of dealers.", *LINES)


def small(**told) -> bytes:
    sheet = Sheet(**told)
    sheet.paragraph(72, 700, f"Article 1. {FILLER}")
    return sheet.done()


def read(raw: bytes) -> CanonicalText | Gap:
    """Read in a child, as everything that is given is; no answer may take longer than the limit."""
    with ReaderPool(size=1) as pool:
        started = time.monotonic()
        done = pool.read(raw, "law.pdf")
        assert time.monotonic() - started < 40
    return done


def reason(raw: bytes) -> str:
    done = read(raw)
    assert isinstance(done, Gap), done
    assert done.what == "law.pdf"
    return done.reason


def text(raw: bytes) -> CanonicalText:
    done = read(raw)
    assert isinstance(done, CanonicalText), done
    return done


def test_a_password_is_asked_for():
    raw = small(encrypt=StandardEncryption("secret", strength=128))
    assert reason(raw) == (
        "The PDF opens only with a password; it was not read. Save a copy without one, and give that."
    )


@pytest.mark.parametrize("share", [0.01, 0.3, 0.6, 0.9, 0.99])
def test_a_file_that_breaks_off_is_told_whatever_is_left_of_it(share):
    raw = by_hand([article(number) for number in range(1, 9)])
    cut = raw[: int(len(raw) * share)]
    done = read(cut)
    told = (done.reason,) if isinstance(done, Gap) else done.gaps
    assert "breaks off before its end" in told[0]
    assert told[0].endswith("Fetch it again.")


def test_a_damaged_index_is_made_anew_and_said():
    raw = by_hand([article(1)]).replace(b"startxref\n", b"startxref\n9")
    made = text(raw)
    assert made.text.startswith("Article 1. Of dealers.")
    assert made.gaps == (
        "The file's index of its parts is damaged and was made anew; pages and words may be missing. "
        "Fetch it again.",
    )


def test_pages_that_are_not_there_are_named():
    raw = by_hand([article(number) for number in range(1, 5)])
    # The third page's object becomes something that is no page.
    made = text(raw.replace(b"8 0 obj\n<</Type/Page/", b"8 0 obj\n<</Type/Pump/"))
    lost = {"1", "2", "3", "4"} - {part.label for part in made.segments if part.kind == "page"}
    assert lost <= {"3"}
    assert bool(lost) == any("Page 3 " in gap for gap in made.gaps)


@pytest.mark.parametrize(
    "raw",
    [
        b"%PDF-1.7\n%broken",
        b"%PDF-1.7\n" + random.Random(1).randbytes(200_000),
        b"%PDF-1.7\n" + random.Random(2).randbytes(20_000) + b"\n%%EOF",
        b"%PDF-1.7\n" + b"1 0 obj\n<</A 1 0 R>>\nendobj\n" * 20_000 + b"trailer<</Root 1 0 R>>\n%%EOF",
        by_hand([b"", b""]),
        by_hand([]),
    ],
    ids=["broken", "noise", "noise with an end", "a circle", "empty pages", "no pages"],
)
def test_what_is_no_document_is_a_gap_with_what_to_do(raw):
    assert reason(raw).split(". ")[-1].startswith(("Fetch it again", "Look whether", "Give it"))


@pytest.mark.slow
def test_a_million_objects():
    raw = by_hand([article(1)], more=600_000)
    made = text(raw)
    assert made.text.startswith("Article 1. Of dealers.")


@pytest.mark.slow
def test_ten_thousand_pages_are_read_up_to_the_limit_and_the_others_named():
    made = text(by_hand([page(f"Article {number}", *LINES) for number in range(1, 10_001)]))
    assert made.stated["pages"] == "10000"
    assert made.gaps == (
        f"Pages {PAGE_LIMIT + 1} to 10000 were not read: the file is longer than what is read of one. "
        "Give it in parts.",
    )
    assert [part.label for part in made.segments if part.kind == "page"][-1] == str(PAGE_LIMIT)


@pytest.mark.parametrize("box", ["0 0 1e12 1e12", "-1e9 -1e9 1e9 1e9", "0 0 0 0", "100 100 0 0", "a b c d"])
def test_boxes_that_no_page_has(box):
    assert text(by_hand([article(1), article(2)], box=box)).text.startswith("Article 1. Of dealers.")


@pytest.mark.slow
@pytest.mark.parametrize(
    "content",
    [
        b"BT /F1 9 Tf 60 700 Td "
        + b"(A dealer keeps a record of every order.) Tj 0 -9 Td " * 400_000
        + b"ET",
        b"BT /F1 9 Tf 60 700 Td " + b"(A dealer keeps a record of every order.) Tj " * 400_000 + b"ET",
        b"BT /F1 9 Tf " + b"1 0 0 1 60 700 Tm (a) Tj " * 300_000 + b"ET",
        b"0 0 m 10 10 l S " * 1_000_000,
        b"q " * 3_000_000 + article(1),
        b"[" * 3_000_000 + article(1),
    ],
    ids=["endless lines", "endless line", "one place", "shapes", "states", "lists"],
)
def test_endless_content_is_read_or_stopped(content):
    done = read(by_hand([content]))
    if isinstance(done, Gap):
        assert done.reason.endswith(".")
    else:
        assert len(done.text) < 40_000_000


def test_a_bad_file_does_not_lose_the_next():
    with ReaderPool(size=1) as pool:
        done = [pool.read(raw, "law.pdf") for raw in (b"%PDF-1.7\n%broken", by_hand([article(1)]))]
    assert [type(one) for one in done] == [Gap, CanonicalText]
