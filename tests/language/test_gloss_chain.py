"""A rule that cannot be told as a sentence is shown word for word, with its gaps, or not at all."""

import pytest

from lexatlas.language.gloss_chain import GAP, MOST_MISSED, chain

CAPITAL = "Nhà đầu tư qwe nước ngoài không được vượt quá 30% vốn điều lệ của ngân hàng"


def said(words, language="vi"):
    return [link.english for link in chain(words, language)]


def test_pieces_stand_in_the_order_of_the_law_with_what_is_missed_shown():
    told = said("Nhà đầu tư zxcv phải nộp hồ sơ cho Ngân hàng Nhà nước trong thời hạn 30 ngày")
    assert told[:2] == ["investors", GAP]
    assert told[2] == "must"
    assert any("30 days" in one for one in told)


def test_each_link_names_the_words_that_it_rests_on():
    text = "Nhà đầu tư zxcv phải nộp hồ sơ cho Ngân hàng Nhà nước trong thời hạn 30 ngày"
    links = chain(text, "vi")
    assert all(link.words in text for link in links)
    gaps = [link for link in links if link.english == GAP]
    assert [(gap.words, gap.row) for gap in gaps] == [("zxcv", "vi/not covered")]


def test_a_negation_shows_in_the_chain():
    told = " ".join(said("Nhà đầu tư zxcv không được mở tài khoản tại ngân hàng"))
    assert "not" in told.split()


@pytest.mark.parametrize(
    ("words", "language"),
    [
        ("zxcv qwe asdf phải nộp jkl mnbv hồ sơ", "vi"),
        ("Nhà đầu tư", "vi"),
        ("Investors must open an account with a bank", "en"),
        ("", "vi"),
    ],
)
def test_too_little_or_too_much_missed_makes_no_chain(words, language):
    assert chain(words, language) == ()


def test_a_word_that_turns_the_sense_is_never_in_a_gap():
    """French "sauf" in a word that no row covers, "sauf-conduit", is a cue and a gap: nothing is shown."""
    from lexatlas.language.critical import critical
    from lexatlas.language.gloss import gloss

    for words in ("L'émetteur doit tenir un registre des clients sauf zxcv", CAPITAL):
        language = "fr" if words.startswith("L'") else "vi"
        hidden = [
            hit.cue
            for gap in gloss(words, language).uncovered
            for hit in critical(words, language)
            if hit.start < gap.end and gap.start < hit.end
        ]
        assert bool(chain(words, language)) <= (not hidden)


def test_a_share_of_gaps_is_bounded():
    text = "Nhà đầu tư zxcv phải nộp qwe hồ sơ asdf cho ngân hàng"
    links = chain(text, "vi")
    assert not links or sum(link.english == GAP for link in links) <= MOST_MISSED * len(links)
