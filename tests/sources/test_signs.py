"""Direction marks, printed shapes, stretched words, letters apart from their accents: put right in place."""

import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from lexatlas.core.evidence import CanonicalText, Segment
from lexatlas.sources.readers.signs import plain, put_right
from tests.sources.trees import at, parse, words


def test_direction_marks_never_make_a_quote_read_otherwise():
    made = parse("<p>A dealer may\u202e ton\u202c trade &#x202E;50&#8238;5 tokens\u2066.</p>", "a.html")
    assert made.text == "A dealer may ton trade 50 5 tokens."


def test_structure_is_read_behind_direction_marks():
    law = "قانون الرموز\n\n\u200fالمادة 1\nلا يجوز:\n\n\u200f1- البيع؛\n\n\u200f2- الشراء.\n\n\u200fالمادة 2\nينتهي.\n"
    made = parse(law, "a.txt")
    assert words(made, at(made, "المادة 1", "2")) == "2- الشراء."


def test_vietnamese_with_accents_apart_is_the_same_law():
    law = "Điều 1. Phạm vi\nLuật này áp dụng.\n\nĐiều 2. Cấm\nKhông ai được bán.\n"
    apart = parse(unicodedata.normalize("NFD", law), "a.txt")
    assert apart == parse(law, "a.txt")


def test_arabic_shapes_and_stretched_words_become_letters():
    assert plain("\ufefb\ufea0\ufeee\ufeaf") == "لاجوز"
    assert plain("مـــادة 1ـ هـ") == "مادة 1ـ هـ"
    assert plain("\ufe76\u0628") == "\u064e\u0628"
    assert plain("oﬃce ﬁne") == "office fine"


def test_what_is_no_mere_shape_stays():
    assert plain("m² ½ ① Ⅳ ﹪ ％ １０ −5 ﴾١﴿ ᵃ") == "m² ½ ① Ⅳ ﹪ ％ １０ −5 ﴾١﴿ ᵃ"


def test_what_a_file_states_is_put_right_too():
    made = put_right(CanonicalText("é", (), {"title": "\u202eLaw\u202c"}))
    assert made.stated == {"title": "Law"}


PIECES = st.lists(
    st.tuples(st.text("ab1 \u202e\u200fe\u0301ﻻﬁـم\u2069\n", max_size=8), st.booleans()), max_size=12
)


@given(PIECES)
def test_every_place_moves_along_with_its_words(pieces):
    whole, segments = "", []
    for piece, kept in pieces:
        inner = piece.strip()
        start = len(whole) + len(piece) - len(piece.lstrip())
        whole += f"{piece}\n"
        if kept and inner and not unicodedata.combining(inner[0]):
            segments.append(Segment("block", start, start + len(inner), -1))
    made = put_right(CanonicalText(whole, tuple(segments)))
    for before, after in zip(segments, made.segments, strict=True):
        assert made.text[after.start : after.end] == plain(whole[before.start : before.end]).strip()
