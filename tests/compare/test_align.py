"""Alignment uses each claim once, whatever the claims are, and sees the same pairs from both sides."""

from hypothesis import given, settings
from hypothesis import strategies as st

from lexatlas.compare import compare
from lexatlas.compare.align import align, likeness
from tests.compare.analyses import OLD_TEXT, claim, side, snapshot, source

SENTENCES = ("The fee is 100 marks.", "The fee is 300 marks.", "A licence is needed.", "Tokens may be held.")
WORDS = (None, "The fee is 100 marks.", "A firm must hold a licence.")
CLAIMS = st.lists(
    st.builds(
        lambda sentence, words, question: claim(sentence, words, question=question),
        st.sampled_from(SENTENCES),
        st.sampled_from(WORDS),
        st.sampled_from(("fees", "licence")),
    ),
    max_size=6,
    unique_by=lambda each: each.id,
)


@settings(max_examples=80, deadline=None)
@given(CLAIMS, CLAIMS)
def test_each_claim_is_used_once_and_none_is_lost(before, after):
    pairs = align(before, after)
    assert sorted(old.id for old, _ in pairs if old) == sorted(each.id for each in before)
    assert [new.id for _, new in pairs if new] == [each.id for each in after]


@settings(max_examples=80, deadline=None)
@given(CLAIMS, CLAIMS)
def test_equal_claims_are_partners_and_partners_are_alike(before, after):
    known = {each.id for each in before}
    for old, new in align(before, after):
        if new and new.id in known:
            assert old == new
        if old and new:
            assert old == new or likeness(old, new) > 0


@settings(max_examples=60, deadline=None)
@given(CLAIMS, CLAIMS)
def test_every_difference_has_a_cause_and_a_reason(before, after):
    one, two = (
        side(tuple(claims), (source(),), (snapshot(OLD_TEXT),), queries=(name,))
        for claims, name in ((before, "one"), (after, "two"))
    )
    result = compare(one, two)
    assert all((row.because.cause == "unchanged") == (row.kind == "same") for row in result.rows)
    assert all(row.because.reason.endswith(".") for row in result.rows)
    assert result.counts["new"] - result.counts["gone"] == len(after) - len(before)


def test_nothing_aligns_with_nothing():
    assert align((), ()) == []
