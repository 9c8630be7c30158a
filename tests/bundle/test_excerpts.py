"""Excerpts keep offsets: what is cut from a text stands where it stood, and nothing else is there."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from lexatlas.bundle import cut_excerpts
from lexatlas.core.evidence import Span
from lexatlas.core.excerpts import FILLER

TEXTS = st.text(alphabet="ab. é中𝟙\n", max_size=300)


@st.composite
def cuts(draw):
    text = draw(TEXTS)
    places = st.integers(0, len(text))
    pairs = draw(st.lists(st.tuples(places, places), max_size=6))
    return text, [Span(min(pair), max(pair)) for pair in pairs], draw(st.integers(0, 20))


@given(cuts())
def test_what_is_enclosed_stands_in_its_place(case):
    text, spans, around = case
    cut = cut_excerpts(text, spans, around)
    spread = cut.spread()
    assert len(spread) == len(text) == cut.length
    assert [spread[s.start : s.end] for s in spans] == [text[s.start : s.end] for s in spans]
    assert all(cut.covers(span) for span in spans)


@given(cuts())
def test_nothing_else_is_enclosed(case):
    text, spans, around = case
    cut = cut_excerpts(text, spans, around)
    near = {at for span in spans for at in range(span.start - around, span.end + around)}
    assert all(cut.spread()[at] == FILLER for at in range(len(text)) if at not in near)
    assert not cut.covers(Span(0, len(text) + 1))


@given(cuts())
def test_stretches_are_in_order_and_apart(case):
    text, spans, around = case
    ends = [(excerpt.start, excerpt.end) for excerpt in cut_excerpts(text, spans, around).excerpts]
    assert all(first[1] < second[0] for first, second in pairwise(ends))
