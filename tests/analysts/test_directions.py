"""Whom a rule turns to, and which way it points: notices, closures, conditions, entries in a register, freedom."""

import pytest

from tests.analysts.veyland import BARRED, PROVIDERS, RETAIL, Law, articles, draft

BANK = "bank-access"


def code(words: str, language: str, topic: str) -> str:
    return draft(Law(words, title="Rules of Veyland", language=language), topic=topic).status.code


CLOSED = [
    (
        "en",
        "Article 1\nBanks must close the accounts of dealers in virtual assets and notify the holder beforehand.\n",
    ),
    ("de", "§ 1 Konten\nKreditinstitute haben die Konten von Händlern virtueller Währungen zu schließen.\n"),
    ("ko", "제1조(계좌) 은행은 가상자산 거래업자의 계좌를 폐쇄하고 미리 예금주에게 통지하여야 한다.\n"),
    ("th", "ข้อ ๑ ธนาคารพาณิชย์ต้องปิดบัญชีของผู้ค้าสินทรัพย์ดิจิทัล และแจ้งให้เจ้าของบัญชีทราบล่วงหน้า\n"),
]
CONDITIONS = [
    ("en", "Article 1\nA bank may open an account for a dealer in virtual assets only if it has seen the register.\n"),
    ("ko", "제1조(계좌) 은행은 본인 확인을 마친 경우에 한정하여 가상자산사업자에게 계좌를 개설할 수 있다.\n"),
    ("de", "§ 1 Konten\n(1) Ein Kreditinstitut darf Händlern virtueller Währungen Konten eröffnen.\n"
     "(2) Das Kreditinstitut hat auf solche Konten verstärkte Sorgfaltspflichten anzuwenden.\n"),
    ("en", "Article 1\n(1) A bank may open an account for a dealer in virtual assets.\n"
     "(2) A bank must apply enhanced due diligence to such accounts.\n"),
]  # fmt: skip
LISTED = "ข้อ ๑ ห้ามมิให้ธนาคารพาณิชย์กระทำการดังต่อไปนี้\n(๑) เปิดบัญชีให้แก่ผู้ค้าสินทรัพย์ดิจิทัล\n(๒) ให้สินเชื่อเพื่อซื้อสินทรัพย์ดิจิทัล\n"
FREE = [
    (
        "de",
        "§ 1 Freiheit\nErwerb und Veräußerung von Kryptowerten für eigene Rechnung bleiben erlaubnisfrei.\n",
    ),
    (
        "en",
        "Article 1\nThe purchase and sale of virtual assets for one's own account remain free of licence.\n",
    ),
]


@pytest.mark.parametrize(("language", "words"), CLOSED)
def test_a_duty_to_close_accounts_is_a_bar_and_notice_to_the_holder_no_approval(language, words):
    assert code(words, language, BANK) == "prohibited"


@pytest.mark.parametrize(("language", "words"), CONDITIONS)
def test_conditions_and_checks_upon_such_accounts_are_extra_checks(language, words):
    assert code(words, language, BANK) == "extra-checks"


def test_bars_in_a_list_bind_whom_its_stem_names():
    assert code(LISTED, "th", BANK) == "prohibited"


@pytest.mark.parametrize(("language", "words"), FREE)
def test_dealing_for_oneself_that_needs_no_licence_is_lawful(language, words):
    assert code(words, language, RETAIL) == "allowed-unregulated"


def test_a_business_that_may_begin_once_entered_in_a_register_is_registered():
    words = articles(
        "This Act serves to prevent money laundering with virtual assets.",
        "Dealers in virtual assets must be entered in the register of the Authority before they begin business.",
    )
    assert code(words, "en", PROVIDERS) == "aml-registration"


def test_what_a_zone_lays_down_is_no_change_to_come_of_its_parent():
    zone = articles(BARRED, "This Order comes into force on 1 July 2027.")
    own = Law(articles("A shop may sell digital assets."), id="own")
    made = draft(own, Law(zone, id="zone", title="Zone Order", place="XA-FZ"))
    assert [flag for flag in made.status.flags if flag.name == "pending-change"] == []


def test_an_abstention_lists_nothing_that_binds_others_alone():
    words = articles(
        "Dealers in virtual assets shall keep records.",
        "An insurer must hold capital of 100,000 dollars and a licence of the Authority.",
        title="Payments Act",
    )
    made = draft(Law(words, title="Payments Act"), topic=PROVIDERS)
    assert made.status.code == "undetermined"
    assert all("capital" not in line for line in made.status.abstention.found)
