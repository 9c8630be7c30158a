import pytest

from lexatlas.language.cues import CueHit, CueMatcher


@pytest.mark.parametrize(
    ("language", "cue", "text", "found"),
    [
        ("en", "licen* of", "A LICENCE\n of the bank", ["LICENCE\n of"]),
        ("en", "bank", "banking on a bank", ["bank"]),
        ("en", "may * only", "it may in a lake only swim", ["may in a lake only"]),
        ("en", "crypto-asset*", "crypto\u2011assets", ["crypto\u2011assets"]),
        ("fr", "l'émetteur", "L’émetteur paie", ["L’émetteur"]),
        ("zh", "虚拟货币", "通过虚拟货币交易", ["虚拟货币"]),
        ("ar", "الأصول الافتراضية", "تداول الاصول الافتراضيه", ["الاصول الافتراضيه"]),
        ("ar", "أصل الافتراضي", "وللأصل الافتراضي قيمة", ["وللأصل الافتراضي"]),
    ],
)
def test_cues_in_any_script(language, cue, text, found):
    hits = CueMatcher({"f": [cue]}, language).find(text)
    assert [text[hit.start : hit.end] for hit in hits] == found


def test_the_longest_cue_of_a_family_wins_and_families_are_apart():
    matcher = CueMatcher({"a": ["not", "shall not"], "b": ["shall"]}, "en")
    assert matcher.find("It shall not.") == [CueHit("b", 3, 8, "shall"), CueHit("a", 3, 12, "shall not")]
    assert matcher.families_in("It shall.") == {"b"}
    assert CueMatcher({}, "en").find("nothing") == []
