import re

import pytest

from lexatlas.language.cues import CueHit, CueMatcher, phrase_pattern


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


@pytest.mark.parametrize(
    "text",
    [
        "Custody of assets, CUSTODY  OF Assets and custody-of assets.",
        "of the client’s money; of the client's money; of The Clients",
        "to any other person, to a person, to",
        "crypto-asset service, crypto asset services, crypto\u2010asset service",
    ],
)
def test_the_quick_search_finds_what_each_phrase_finds_alone(text):
    cues = (
        "custod* of",
        "of the client's",
        "to * person",
        "to",
        "crypto-asset service*",
        "crypto-*",
        "of",
        "s.",
    )
    alone = {
        CueHit("family", match.start(), match.end(), cue)
        for cue in cues
        for match in re.finditer(phrase_pattern(cue, "en"), text, re.IGNORECASE)
    }
    apart = {hit for cue in cues for hit in CueMatcher({"family": [cue]}, "en").find(text)}
    each = {
        hit._replace(family="family") for hit in CueMatcher({cue: [cue] for cue in cues}, "en").find(text)
    }
    assert apart == each == alone
