"""Words that page layout tore are told from whole ones."""

import pytest

from lexatlas.core.evidence import CanonicalText, Segment, Span, Unit
from lexatlas.language.torn import torn


def _torn(words, language="en", behind=""):
    text = CanonicalText(words + behind, ())
    return torn(text, Unit((Span(0, len(words)),), -1, -1, "operative", ""), language)


WHOLE = [
    ("A keeper shall keep books.", "en"),
    ("have sound arrangements; and", "en"),
    ("A keeper shall hold:\n\n(a)\n\na licence; or\n\n(b)\n\na permit.", "en"),
    ("the adequacy of the books", "en"),
    ("A keeper shall obey this section", "en"),
    ("Kustodju għandu jżomm il-kotba; u", "mt"),
    ("자본금이 3억원 이상일 것", "ko"),
    ("保管机构应当保存账簿", "zh"),
]


@pytest.mark.parametrize(("words", "language"), WHOLE)
def test_whole_words_are_not_torn(words, language):
    assert not _torn(words, language)


TORN = [
    ("A keeper shall:\n\nhave\n\nsound\n\narrangements\n\nin place;", "en", ""),
    ("Who may keep\ntokens must be\nin the register\nof keepers.\nAmended:\nXI.2031.7.", "en", ""),
    ("A keeper shall keep the books in the", "en", "\n\n[ CH. 7.\n\n"),
    ("A keeper shall keep its books and", "en", "\n"),
    ("A keeper shall keep its books on 30 June,", "en", "\n\n[ CH. 7.\n"),
    ("A keeper shall pay each penalty imposed under article", "en", "\n"),
    ("Kustodju għandu jżomm il-kotba tal-", "mt", "\n"),
    ("A keeper shall answer each question asked", "en", "\n\n[ CH. 7.\n\nby a client within one day."),
]


@pytest.mark.parametrize(("words", "language", "behind"), TORN)
def test_scattered_words_margin_notes_and_cut_ends_are_torn(words, language, behind):
    assert _torn(words, language, behind)


def test_a_sentence_that_begins_in_a_small_letter_on_a_line_of_its_own_is_torn():
    text = CanonicalText("[ CH. 7.\n\nby the Board shall be void.", ())
    assert torn(text, Unit((Span(10, len(text.text)),), -1, -1, "operative", ""), "en")


@pytest.mark.parametrize("item", ["(h)", "and any other register;"])
def test_an_item_of_its_number_alone_or_behind_and_is_torn(item):
    words = f"A keeper shall keep:\n{item}\nthe last list."
    begin = words.index(item)
    segment = Segment("item", begin, begin + len(item), -1)
    text = CanonicalText(words, (segment,))
    unit = Unit((Span(0, 20), Span(begin, begin + len(item))), 0, -1, "operative", "")
    assert torn(text, unit, "en")
