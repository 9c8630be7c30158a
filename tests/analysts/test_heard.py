"""Families that several questions share are looked for once, and give what looking anew would give."""

from hypothesis import given
from hypothesis import strategies as st

from lexatlas.analysts.extractive.heard import Heard
from lexatlas.core.evidence import CanonicalText
from lexatlas.language.cues import CueMatcher

_FAMILIES = {
    "asset": ("digital asset*", "token*"),
    "bank": ("bank*", "!central bank*"),
    "licence": ("licence", "licensed"),
    "sale": ("sale of", "sell*"),
}
_OTHER = {"bank": ("credit institution*",), "asset": ("digital asset*", "token*")}
_WORDS = st.lists(
    st.sampled_from(
        [
            "central",
            "bank",
            "banks",
            "digital",
            "assets",
            "token",
            "licence",
            "sale",
            "of",
            "credit",
            "institutions",
        ]
    )
)


@given(
    said=_WORDS,
    order=st.lists(st.sets(st.sampled_from(sorted(_FAMILIES)), min_size=1), min_size=1, max_size=4),
)
def test_what_is_heard_in_turns_is_what_each_question_would_hear_alone(said, order):
    text, held = CanonicalText(" ".join(said), ()), Heard("en")
    for names in [*order, {"other"}]:
        asked = _OTHER if names == {"other"} else {name: _FAMILIES[name] for name in sorted(names)}
        numbers, alone = held.numbers(asked), CueMatcher(asked, "en")
        assert held.hits(text, numbers) == tuple(alone.find(text.text))
        assert held.families_in(text.text, numbers) == alone.families_in(text.text)


def test_no_words_meet_nothing():
    held = Heard("en")
    assert held.families_in("", held.numbers(_FAMILIES)) == frozenset()
