import pytest

from lexatlas.language.detect import language_of
from lexatlas.language.lexicon import LANGUAGES, lexicon
from lexatlas.language.terms import content_words, fold, stems, tokens


def test_tokens_keep_numbers_whole():
    assert tokens("Pay 1,500.50 at 3% now") == ["Pay", "1,500.50", "at", "3%", "now"]


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "The issuers' licences", ["the", "issuer", "licenc"]),
        ("fr", "l'émetteur", ["emetteur"]),
        ("zh", "虚拟货币", ["虚拟", "拟货", "货币"]),
        ("vi", "Đồng", ["dong"]),
        ("xx", "Words", ["words"]),
    ],
)
def test_stems(language, text, expected):
    assert stems(text, language) == expected


def test_content_words_leave_stop_words_out():
    assert content_words("the licence of a bank in 2031", "en") == ["licenc", "bank", "2031"]


def test_fold_makes_look_alikes_one():
    assert fold("Été Ё ħ") == "ete е h"


@pytest.mark.parametrize(
    ("text", "declared", "expected"),
    [
        ("anything", "fr-CA", "fr"),
        ("The bank of the town is in the hands of the state and of the mayor.", "", "en"),
        ("La banque de la ville est dans les mains de la mairie et du roi.", "", "fr"),
        ("任何人不得喂熊", "", "zh"),
        ("يجب على البنك", "", "ar"),
        ("12345", "", ""),
    ],
)
def test_language_of(text, declared, expected):
    assert language_of(text, declared) == expected


def test_every_lexicon_loads_and_an_unknown_one_is_empty():
    for code in LANGUAGES:
        assert lexicon(code).language == code
    assert lexicon("xx").data == {}
    assert lexicon("xx").words("modals", "required") == ()


@pytest.mark.parametrize(
    ("language", "bare", "in_words"),
    [
        ("ko", "가상자산", "가상자산은"),
        ("ko", "거래소", "거래소에서"),
        ("th", "ใบอนุญาต", "ขอรับใบอนุญาตจากสำนักงาน"),
        ("ja", "暗号資産", "暗号資産交換業者は"),
    ],
)
def test_a_term_meets_itself_with_particles_and_between_other_words(language, bare, in_words):
    wanted = stems(bare, language)
    assert wanted
    assert set(wanted) <= set(stems(in_words, language))


def test_a_thai_vowel_or_tone_is_no_term_by_itself():
    assert stems("ต้อง", "th") == ["ต้อ", "อง"]
    assert stems("บาท ๕", "th") == ["บาท", "๕"]
