import pytest

from lexatlas.analysts.extractive.reach import reach_of
from tests.analysts.veyland import Law, book, brief, source_of

ASKED = [
    # asked about, level, whose law, what it is there
    ("XA", "total", "XA", "own"),
    ("XA", "total", "", "own"),
    ("XA", "total", "XA-FZ", "below"),
    ("XA", "total", "XB", "foreign"),
    ("XA", "total", "a place nobody knows", "foreign"),
    ("XA-FZ", "total", "XA-FZ", "own"),
    ("XA-FZ", "total", "XA", "foreign"),
    ("AT", "total", "EU", "inherited"),
    ("AT", "gov", "EU", "foreign"),
    ("EU", "total", "AT", "foreign"),
]


@pytest.mark.parametrize(("asked", "level", "whose", "reach"), ASKED)
def test_whose_law_a_document_is(asked, level, whose, reach):
    source = source_of(Law("Article 1\nBears are fed.\n", place=whose))
    assert reach_of(source, brief(place=asked, level=level), book()) == reach
