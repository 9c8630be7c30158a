"""Rules told as their words bind: fronted times, offences, definitions applied, exemptions lifted, lengths capped."""

import pytest

from lexatlas.analysts.extractive.facts import extract
from lexatlas.core.evidence import CanonicalText
from lexatlas.core.facts import LegalDate, Norm, Sanction
from lexatlas.language.dates import dates
from lexatlas.language.quantities import periods

TIMED = [
    ("en", "Every three years, the Board shall review the tolls.", "the Board"),
    (
        "en",
        "Every two years beginning on the day on which this Act begins, the Warden, named under section 4, "
        "must inspect the vaults.",
        "the Warden, named under section 4",
    ),
    ("fr", "Tous les deux ans à compter de son début, le Conseil doit réviser les droits.", "le Conseil"),
    ("es", "Cada dos años, la Autoridad deberá revisar las tasas.", "la Autoridad"),
    ("it", "Ogni due anni, la Banca deve rivedere le tariffe.", "la Banca"),
    ("pt", "A cada dois anos, o Banco deve rever as tarifas.", "o Banco"),
    ("ru", "Каждые два года, Банк обязан проверять хранилища.", "Банк"),
]


def _norms(words, language):
    found = extract(CanonicalText(words, ()), language)
    return [one.fact for one in found if isinstance(one.fact, Norm)]


@pytest.mark.parametrize(("language", "words", "actor"), TIMED)
def test_how_often_something_is_done_is_no_part_of_who_does_it(language, words, actor):
    assert [(norm.kind, norm.actor) for norm in _norms(words, language)] == [("requirement", actor)]


def test_every_with_a_noun_stays_the_actor():
    assert [norm.actor for norm in _norms("Every keeper of a vault shall keep books.", "en")] == [
        "Every keeper of a vault"
    ]


@pytest.mark.parametrize(
    "words",
    [
        "Every firm that, under this Act, is required to give records is guilty of an offence if it burns them.",
        "A keeper who is required to keep books commits an offence if the keeper burns them.",
    ],
)
def test_a_modal_in_a_relative_clause_makes_no_duty_of_an_offence(words):
    found = extract(CanonicalText(words, ()), "en")
    assert any(isinstance(one.fact, Sanction) for one in found)
    assert not any(isinstance(one.fact, Norm) for one in found)


def test_only_somebody_may_is_told_with_only():
    permitted, barred = _norms("Despite section 2, only the Board may make a pact under section 9.", "en")
    assert (permitted.kind, permitted.actor) == ("permission", "the Board")
    assert "only the Board" in permitted.conditions
    assert barred.kind == "prohibition"


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("fr", "Les définitions qui suivent s’appliquent à la présente loi."),
        ("en", "The following definitions apply to this Act."),
        ("en", "Paragraph (3)(b) does not apply in respect of a dispute on tolls."),
        ("en", "The exemptions listed in paragraph 2 shall not apply where the keeper advertises."),
    ],
)
def test_what_binds_and_frees_nobody_is_no_rule(language, words):
    assert _norms(words, language) == []


def test_an_authority_that_may_not_ask_a_person_to_act_is_barred():
    (asked,) = _norms("The Authority shall not require an applicant to send a record twice.", "en")
    assert (asked.kind, asked.actor) == ("prohibition", "The Authority")
    (freed,) = _norms("The service shall not require authorisation.", "en")
    assert freed.kind == "permission"


def test_a_registry_that_is_kept_bears_no_duty():
    (norm,) = _norms("The registry shall be organized in any manner and kept in any form.", "en")
    assert norm.actor == ""


LENGTHS = [
    ("en", "A firm, 30 days having elapsed since the day of the award, may sell.", "at_least"),
    ("en", "The keeper may sell once 30 days have passed.", "at_least"),
    ("en", "A permit shall not be issued under section 3 for a period exceeding 60 days.", "at_most"),
    ("en", "A keeper may not admit a trader suspended for a period exceeding 60 days.", "more_than"),
    ("en", "Where it is asked before 30 days have elapsed, the keeper shall answer.", "exactly"),
    ("fr", "Lorsque 30 jours se sont écoulés depuis la décision, il vend.", "at_least"),
    ("de", "Wenn 30 Tage vergangen sind, darf er verkaufen.", "at_least"),
]


@pytest.mark.parametrize(("language", "words", "sign"), LENGTHS)
def test_a_length_is_compared_as_its_verb_bids(language, words, sign):
    assert [one.value.comparator for one in periods(words, language)] == [sign]


def test_the_day_that_a_length_has_gone_by_since_is_its_start():
    (read,) = periods("30 days having elapsed since the day of the award, the firm may sell.", "en")
    assert read.value.start == "since the day of the award"


def test_what_ceases_after_its_own_term_is_not_repealed():
    (read,) = dates("The order ceases to have effect 30 days after the day on which it is made.", "en")
    assert isinstance(read.value, LegalDate)
    assert (read.value.role, read.value.date) == ("ends", None)
