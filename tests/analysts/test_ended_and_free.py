"""Laws that end by name, bodies that a power is handed to, what stays free, and definitions verb first."""

import pytest

from lexatlas.analysts.extractive.facts import extract
from lexatlas.core.evidence import CanonicalText
from lexatlas.core.facts import Authority, Instrument
from tests.language.texts import structured


def _facts(words, language):
    return [one.fact for one in extract(CanonicalText(words, ()), language)]


ENDED = [
    (
        "de",
        "Gleichzeitig tritt das Maklergesetz vom 7. Juni 2009 außer Kraft.",
        "das Maklergesetz vom 7. Juni 2009",
    ),
    ("ko", "종전의 「잡화중개법」은 폐지한다.", "「잡화중개법」"),
    ("ko", "잡화 중개업 임시관리법은 이를 폐지한다.", "잡화 중개업 임시관리법"),
    ("th", "ให้ยกเลิกพระราชบัญญัติการค้าของเก่า พ.ศ. ๒๕๔๐", "พระราชบัญญัติการค้าของเก่า พ.ศ. ๒๕๔๐"),
    ("ja", "古物仲立法（平成十二年法律第三号）は、廃止する。", "古物仲立法（平成十二年法律第三号）"),
    ("en", "The Brokers Act 2009 is repealed.", "Brokers Act 2009"),
    ("it", "È abrogata la legge 7 giugno 2009, n. 12.", "la legge 7 giugno 2009, n. 12"),
]


@pytest.mark.parametrize(("language", "words", "title"), ENDED)
def test_a_law_that_ends_by_name_is_told(language, words, title):
    told = [one for one in _facts(words, language) if isinstance(one, Instrument)]
    assert [(one.title, one.reference) for one in told] == [(title, "repealed")]


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("de", "§ 5 des Maklergesetzes wird aufgehoben."),
        ("de", "Dieses Gesetz tritt am 31. Dezember 2034 außer Kraft."),
        ("en", "Section 5 of the Brokers Act 2009 is repealed."),
        ("en", "The licence of 7 June 2009 is revoked."),
    ],
)
def test_a_part_of_a_law_its_own_end_and_a_licence_are_no_ended_laws(language, words):
    assert not [one for one in _facts(words, language) if isinstance(one, Instrument)]


FREE = [
    ("de", "Kauf und Tausch von Münzen bleiben erlaubnis- und anzeigefrei."),
    ("de", "Der Erwerb von Münzen für eigene Rechnung bleibt erlaubnisfrei."),
    ("en", "The purchase of tokens for one's own account does not require a licence."),
    ("fr", "L'achat de jetons pour compte propre n'est pas soumis à agrément."),
    ("ru", "Покупка жетонов за собственный счет не требует лицензии."),
]


@pytest.mark.parametrize(("language", "words"), FREE)
def test_what_needs_no_licence_is_permitted_and_never_required(language, words):
    assert [one.kind for one in _facts(words, language)] == ["permission"]


HANDED = [
    ("ja", "大臣は、この法律による権限を海事庁長官に委任する。", "海事庁長官"),
    ("ko", "장관은 이 법에 따른 권한을 해양청장에게 위임한다.", "해양청장"),
    ("en", "Powers under this Part are delegated to the Harbour Authority.", "Harbour Authority"),
]


@pytest.mark.parametrize(("language", "words", "name"), HANDED)
def test_whom_a_power_is_handed_to_is_an_authority(language, words, name):
    assert name in [one.name for one in _facts(words, language) if isinstance(one, Authority)]


def test_a_day_to_apply_by_is_not_told_as_the_end_of_what_holds():
    words = (
        "Makler dürfen weiter tätig sein, sofern der Antrag bis zum Ablauf des 31. Juli 2031 gestellt wird."
    )
    assert [one for one in _facts(words, "de") if one.kind == "date"] == []


def test_definitions_that_begin_with_the_verb_of_their_stem():
    text = structured("""
<article 2|§ 2>
  <heading> § 2 Begriffe
  Im Sinne dieses Gesetzes
  <item 1> 1. ist eine Sammelmünze eine Darstellung eines Wertes, die Sammler tauschen;
  <item 2> 2. ist Makler, wer Sammelmünzen gewerbsmäßig vermittelt;
<article 3|§ 3>
  <heading> § 3 Pflichten
  Das Register führt auf,
  <item 1> 1. ist ein Makler eine Gesellschaft, deren Gesellschafter.
""")
    found = [one.fact for one in extract(text, "de") if one.kind == "definition"]
    assert [one.term for one in found] == ["Sammelmünze", "Makler"]
