"""Marks of items within a quote are numbering, and no words that a claim has left out."""

import pytest

from lexatlas.checks.view import Held
from lexatlas.checks.whole import _cut
from lexatlas.core.evidence import CanonicalText, Span, Unit

PARTS = ("금전 보관 업무", "자산 보관 업무")


@pytest.mark.parametrize(
    ("language", "marks"),
    [("ko", ("가.", "나.")), ("ko", ("1의2.", "1의3.")), ("th", ("๑.", "๒.")), ("en", ("(a)", "(b)"))],
)
def test_the_marks_of_a_list_are_no_words_that_were_cut(language, marks):
    text = "\n".join(f"{mark} {part}" for mark, part in zip(marks, PARTS, strict=True))
    places = [Span(text.index(part), text.index(part) + len(part)) for part in PARTS]
    units = [Unit((place,), -1, -1, "operative", "1") for place in places]
    held = Held(CanonicalText(text, ()), language, lambda _text, _language: units)

    assert _cut(held, [Span(0, len(text))], units) == ()
    # What is no numbering is told still.
    held = Held(CanonicalText(text, ()), language, lambda _text, _language: units[1:])
    assert set(PARTS[0].split()) <= set(_cut(held, [Span(0, len(text))], units[1:]))
