"""Japanese, Korean and Thai statutes give the same units from a text, a web page and a Word file."""

from html import escape

import pytest

from lexatlas.language.units import unit_words, units
from lexatlas.sources.readers.charset import Given
from lexatlas.sources.readers.registry import read
from tests.language.statutes import of_year
from tests.sources.word import docx, p


def _page(lines):
    return f"<html><body>{''.join(f'<p>{escape(line)}</p>' for line in lines)}</body></html>".encode()


def _word(lines):
    return docx(*[p(line) for line in lines])


def _said(data, name, language):
    text, _ = read(Given(data, name, language=language))
    return [
        (unit.locator, unit.part, " ".join(unit_words(text, unit).words.split()))
        for unit in units(text, language)
        if unit.part not in ("heading", "recital", "note")
    ]


@pytest.mark.parametrize("language", ["ja", "ko", "th"])
@pytest.mark.parametrize(("made", "name"), [(_page, "law.html"), (_word, "law.docx")])
def test_units_are_the_same_in_every_format(language, made, name):
    source = of_year(language, 2031)
    lines = [line for line in source.splitlines() if line.strip()]
    assert _said(made(lines), name, language) == _said(source.encode(), "law.txt", language)
