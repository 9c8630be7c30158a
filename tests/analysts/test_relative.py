"""A provision that begins later than the rest: on a day, a time after promulgation, or on a day not shown."""

import pytest

from tests.analysts.veyland import Law, draft, reading

KO = """항만증표에 관한 법률
{head}
제1조(정의) “항만증표”란 전자적 증표로서 그 가치를 하나의 통화의 가치에 고정하는 것을 말한다.
제2조(발행) 은행이 아닌 자는 항만증표를 발행하여서는 아니 된다.
부칙{mark}
제1조(시행일) 이 법은 2031년 1월 1일부터 시행한다. 다만, 제2조는 공포 후 1년이 경과한 날부터 시행한다.
"""
PRINTED = KO.format(head="[법률 제5호, 2030. 7. 1., 제정]\n", mark=" <법률 제5호, 2030. 7. 1.>")
BARE = KO.format(head="", mark="")
EN = """Harbour Note Act of Veyland

Article 1
“Harbour note” means a digital representation of value that is meant to keep its value equal to one currency.

Article 2
No person other than a bank shall issue harbour notes.

Article 3
This Act comes into force on 1 January 2031, except Article 2, which comes into force on 1 July 2031.
"""
DE = """Hafennotengesetz

§ 1 Begriffsbestimmungen
„Hafennote“ bezeichnet eine digitale Darstellung eines Wertes, die einen stabilen Wert gegenüber einer Währung hält.

§ 2 Ausgabe
Niemand darf Hafennoten ausgeben.

§ 3 Inkrafttreten
(1) Dieses Gesetz tritt vorbehaltlich des Absatzes 2 am 1. Januar 2031 in Kraft.
(2) § 2 tritt am 1. Juli 2031 in Kraft.
"""


def code_on(words: str, language: str, as_of: str) -> str:
    law = Law(words, title="Harbour Notes", language=language, dated="2030-07-01")
    return draft(law, topic="stablecoin-issuance", as_of=as_of).status.code


@pytest.mark.parametrize(
    ("words", "language", "later"),
    [(PRINTED, "ko", "banks-only"), (EN, "en", "banks-only"), (DE, "de", "banned")],
)
def test_the_day_of_an_exception_is_that_of_its_article_alone(words, language, later):
    assert code_on(words, language, "2031-05-01") == "in-preparation"
    assert code_on(words, language, "2031-09-01") == later


def test_a_provision_whose_day_is_not_shown_is_never_in_force_until_it_must_have_begun():
    assert code_on(BARE, "ko", "2031-05-01") == "undetermined"
    assert code_on(BARE, "ko", "2032-02-01") == "banks-only"
    text = reading(
        Law(BARE, title="Harbour Notes", language="ko", dated="2031-05-01"),
        topic="stablecoin-issuance",
        as_of="2031-05-01",
    ).texts[0]
    rule = next(unit for unit in text.units if unit.unit.locator == "제2조" and unit.carries)
    assert (rule.force, rule.out_of_time, rule.holds.since) == ("not shown", True, None)


def test_the_day_is_worked_out_from_the_promulgation_that_the_law_prints():
    text = reading(Law(PRINTED, language="ko"), topic="stablecoin-issuance").texts[0]
    rule = next(unit for unit in text.units if unit.unit.locator == "제2조" and unit.carries)
    assert rule.holds.since == "2031-07-01"
    assert rule.holds.basis == "공포 후 1년이 경과한 날부터"
