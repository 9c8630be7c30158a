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
        (
            "it",
            "autorizzazione",
            "prima dell’autorizzazione, AUTORIZZAZIONE",
            ["autorizzazione", "AUTORIZZAZIONE"],
        ),
        ("tr", "ihraç*", "İhraçtan önce ve İHRAÇ", ["İhraçtan", "İHRAÇ"]),
        ("tr", "kripto varlı*", "KRİPTO VARLIKLAR, kripto varlığın", ["KRİPTO VARLIKLAR", "kripto varlığın"]),
        ("tr", "yetkili ihraç*", "Yetkili İhraççı", ["Yetkili İhraççı"]),
        ("ru", "учётн* регистрац*", "учетная регистрация", ["учетная регистрация"]),
        ("ru", "счет*", "открыть счёт", ["счёт"]),
        ("de", "gewerbsmäßig*", "gewerbsmässige", ["gewerbsmässige"]),
        ("de", "nicht gewerbsmäßig*", "nicht gewerbsmässig", ["nicht gewerbsmässig"]),
        ("zh", "虚拟货币", "通过虚拟货币交易", ["虚拟货币"]),
        ("ja", "暗号資産交換業者", "この暗号資産交換業者は", ["暗号資産交換業者"]),
        ("ja", "コイン", "ビットコインとコイン発行", ["コイン"]),
        ("ja", "*コイン", "ビットコイン", ["コイン"]),
        ("ja", "銀行 * 預金", "銀行への預金", ["銀行への預金"]),
        ("th", "กา", "แกา กาะ กา", ["กา"]),
        ("th", "สินทรัพย์ดิจิทัล", "ธุรกิจสินทรัพย์ดิจิทัลต้อง", ["สินทรัพย์ดิจิทัล"]),
        ("ko", "가상자산", "가상자산은 비가상자산 가상자산사업자가", ["가상자산", "가상자산"]),
        ("ko", "가상자산 거래", "가상자산의 거래와 가상자산거래업", ["가상자산의 거래", "가상자산거래"]),
        ("ko", "가상자산 거래", "가상자산에 관한 거래", []),
        ("ko", "돈", "돈을 받고 돈가스", ["돈"]),
        ("ko", "*하여야 한다", "보고하여야 한다. 신고하여야한다.", ["하여야 한다", "하여야한다"]),
        ("ko", "은행 * 계좌", "은행이 발급한 실명 계좌를", ["은행이 발급한 실명 계좌"]),
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
    ("language", "cues", "text", "found"),
    [
        ("ja", ["銀行", "!中央銀行", "!銀行法"], "中央銀行は、銀行法により銀行を監督する。", ["銀行"]),
        ("th", ["ธนาคาร", "!ธนาคารกลาง"], "ธนาคารกลางกำกับธนาคาร", ["ธนาคาร"]),
        ("ko", ["거래", "!거래소"], "거래소에서 거래하는 자", ["거래"]),
        ("en", ["bank*", "!bank holiday*"], "Bank holidays of the bank", ["bank"]),
        ("zh", ["银行", "!中央银行"], "中央银行", []),
    ],
)
def test_a_guard_keeps_a_family_from_what_it_does_not_mean(language, cues, text, found):
    matcher = CueMatcher({"bank": cues, "other": ["xyz"]}, language)
    assert [text[hit.start : hit.end] for hit in matcher.find(text)] == found
    assert matcher.families_in(text) == ({"bank"} if found else set())


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


@pytest.mark.parametrize(
    ("language", "phrase", "text"),
    [
        ("ar", "أصول افتراضية", "مادةٌ أولى. " * 90 + "تُعد الأُصول الافتراضيّةُ مالاً، وأصول افتراضية."),
        ("ar", "أصول", "أصولي " + "أصولية " * 80 + "الأصول"),
        ("ar", "لا يجوز * شراء", "لا يجوز لأي شخص أو جهة أو شركة شراء"),
        ("zh", "未经 * 批准", "未经中央银行和金融管理局批准，不得发行。批准后未经同意"),
        ("th", "ธนาคาร", "ธนาคารและธนาคารพาณิชย์ " * 40),
    ],
)
def test_a_phrase_sought_around_its_longest_word_is_found_as_in_the_whole_text(language, phrase, text):
    whole = re.finditer(phrase_pattern(phrase, language), text, re.IGNORECASE)
    hits = CueMatcher({"f": [phrase]}, language).find(text)
    assert [(hit.start, hit.end) for hit in hits] == [match.span() for match in whole]
    assert hits
