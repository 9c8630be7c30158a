"""Checks of an analysis as a whole: each passes a sound one, flags a fault in it, and says when it cannot tell."""

import pytest

from lexatlas.checks import authority, claimed, codes, coverage, currency, kinds, labels, listed_dates, tiers
from lexatlas.checks.verdict import judge_claim, view_of
from lexatlas.codebook import load
from lexatlas.core.claims import Claim, new_claim
from lexatlas.core.document import ForceShown
from lexatlas.core.evidence import Gap
from lexatlas.core.facts import LegalDate
from lexatlas.core.statements import LabelStatement, RecordStatement, Section
from lexatlas.pipeline.eval.planted import all_tried
from lexatlas.sources.pool import ReaderPool
from tests.checks.examples import LAW, quoted
from tests.checks.imported_pages import page
from tests.checks.statutes import claim

CHECKS = (authority, claimed, codes, coverage, currency, kinds, labels, listed_dates, tiers)
FEE = "The fee for an application is EUR 4 500."


@pytest.fixture(scope="module")
def sound():
    """The invented law in English, analysed: it has a code, a listed law with a date, and a record."""
    with ReaderPool(size=1) as pool:
        found = next(
            one.sound for one in all_tried(load(), pool, lambda _: None, None) if one.sound.language == "en"
        )
    assert found.document.status.coded
    assert [date.date for entry in found.document.instruments for date in entry.dates] == ["2025-03-17"]
    return found


def asked(check, sound, **update):
    document = sound.document.model_copy(update=update)
    answers = check.check_document(document, view_of(document, sound.texts, codebook=load()))
    return [answer.reason for answer in answers if answer.answer == "no"]


def listed(sound, **update):
    (entry,) = sound.document.instruments
    return (entry.model_copy(update=update),)


def dated(role, date):
    return (LegalDate(role=role, date=date, precision="day"),)


def told(sound, statement, name="Notes"):
    return tuple(
        Section(name=one.name, statements=(*one.statements, statement)) if one.name == name else one
        for one in sound.document.sections
    )


@pytest.mark.parametrize("check", CHECKS, ids=[check.NAME for check in CHECKS])
def test_a_sound_analysis_passes(check, sound):
    assert asked(check, sound) == []


@pytest.mark.parametrize("check", [authority, codes, currency, listed_dates], ids=lambda check: check.NAME)
def test_of_an_imported_page_it_cannot_tell(check):
    document = page("Landmark Laws\n\nToken Act (No. 1) - Adopted: 2025")
    answers = check.check_document(document, view_of(document, {}, codebook=load()))
    assert [answer.answer for answer in answers] == ["cannot-tell"]


def test_a_listed_date_must_stand_in_the_law_and_be_of_that_kind(sound):
    absent, other = (
        "This day stands in none of the texts of the law.",
        "The texts of the law give this date another kind.",
    )
    assert asked(listed_dates, sound, instruments=listed(sound, dates=dated("in_force", "2025-03-01"))) == [
        absent
    ]
    assert asked(listed_dates, sound, instruments=listed(sound, dates=dated("repealed", "2025-03-17"))) == [
        other
    ]
    rule = (
        LegalDate(role="in_force", date="2025-03-18", precision="day", rule="the day after", computed=True),
    )
    assert asked(listed_dates, sound, instruments=listed(sound, dates=rule)) == []


def test_a_day_from_which_a_claim_holds_must_be_told_somewhere(sound):
    first, *rest = sound.document.claims
    held = first.model_copy(update={"holds": first.holds.model_copy(update={"since": "2024-05-06"})})
    assert asked(listed_dates, sound, claims=(held, *rest)) == ["Nothing that was read gives this day."]


@pytest.mark.parametrize(
    ("title", "flagged"),
    [
        ("Token Bill 2026", True), ("Entwurf eines Tokengesetzes", True), ("代币法（征求意见稿）", True),
        ("ร่างพระราชบัญญัติโทเคน", True), ("토큰법안", True), ("Dự thảo Luật Thẻ số", True),
        ("Законопроект о жетонах", True),
        ("Bills of Exchange Act 1882", False), ("Gesetz über Token", False), ("代币法", False), ("토큰법", False),
        ("White Papers Rules 2025", False),
    ],
)  # fmt: skip
def test_a_title_that_says_draft_is_no_law(sound, title, flagged):
    wanted = ["Listed as law, and its title calls it a draft or a paper."] if flagged else []
    assert asked(kinds, sound, instruments=listed(sound, title=title)) == wanted


def test_a_code_rests_on_an_official_text_that_is_law(sound):
    (source,) = sound.document.sources
    bill = (source.model_copy(update={"kind": "bill", "tier": "T2"}),)
    assert asked(tiers, sound, sources=bill) == [
        "No claim from an official text's rules is named as its reason."
    ]


@pytest.mark.parametrize(
    ("update", "reason"),
    [
        ({"code": "mostly-legal"}, "No definition of the topic's scale has this code."),
        ({"name": "Free"}, "The code is shown under a name that is not its own."),
        ({"code": "partial-licence", "name": "Partial licence"},
         "The reason named is not a rule of the codebook that gives this code."),
        ({"reasons": ()}, "The code has no reason."),
        ({"special": True}, "It is shown as a special code, and it is none of them."),
    ],
)  # fmt: skip
def test_a_code_has_a_definition_a_name_and_a_rule(sound, update, reason):
    # A licence, own funds and a bar on lending clients' assets: two kinds of duty, capital and custody.
    assert sound.document.status.code == "full-licence"
    status = sound.document.status.model_copy(update=update)
    assert asked(codes, sound, status=status) == [reason]


def test_a_confidence_is_the_one_that_was_earned(sound):
    factors = sound.document.factors
    high, grounds = (
        factors.model_copy(update=update) for update in ({"level": "High"}, {"tiers": ("T1", "T1")})
    )
    assert asked(claimed, sound, factors=high) == ["The confidence shown is not the one that was earned."]
    assert len(asked(claimed, sound, factors=grounds)) == 1


def test_in_force_needs_a_text_of_the_day(sound):
    assert asked(currency, sound, force=ForceShown(state="in force")) == [
        "The head says more than the claims that carry the code."
    ]
    assert asked(currency, sound, instruments=listed(sound, force="in force")) == [
        "Listed as in force, and no text of it is of the day asked about."
    ]


def test_a_law_of_another_place_carries_nothing(sound):
    (source,) = sound.document.sources
    foreign = (source.model_copy(update={"jurisdiction": "KZ"}),)
    assert asked(authority, sound, sources=foreign) == [
        "Told as the place's own, and its source is another's."
    ]


@pytest.mark.parametrize(
    ("text", "value", "flagged"),
    [
        ("Limit", "EUR 125,000 per month", True), ("Supervisor", "Bank of Elsewhere", True),
        ("Enacted", "2025-03-17", True),
        ("Confidence", "High", True), ("Article 5", "", True), ("As of", "2026-06-01", False),
        ("Languages read", "en", False), ("Amounts", "Article 3", False),
    ],
)  # fmt: skip
def test_a_label_says_nothing_of_the_law_by_itself(sound, text, value, flagged):
    sections = told(sound, LabelStatement(text=text, value=value))
    assert bool(asked(labels, sound, sections=sections)) == flagged


@pytest.mark.parametrize(
    "words",
    ["There is no law on coins.", "Es gibt kein Gesetz.", "没有关于代币的法律。", "Закона не существует.", "ไม่มีกฎหมาย",
     "Coins are unregulated.", "It was found that all is well."],
)  # fmt: skip
def test_a_record_tells_of_a_search_and_never_of_absence(sound, words):
    entry = sound.document.ledger[0].id
    sections = told(sound, RecordStatement(sentence=words, ledger=(entry,)))
    assert asked(coverage, sound, sections=sections)


def test_no_evidence_needs_all_that_was_given_to_be_read(sound):
    status = sound.document.status.model_copy(update={"code": "no-evidence", "special": True})
    gap = Gap(what="decree-3.pdf", reason="It is a picture.")
    assert asked(coverage, sound, status=status) == []
    reason = "No evidence is found only where all that was given was read."
    assert asked(coverage, sound, status=status, gaps=(gap,)) == [reason]
    press = tuple(source.model_copy(update={"tier": "T5"}) for source in sound.document.sources)
    assert asked(coverage, sound, status=status, sources=press) == [
        "No evidence is found only where an official text was read."
    ]


@pytest.mark.parametrize(
    "sentence",
    [
        "The fee for an application is EUR 4 501.",
        "The fee for an аpplication is EUR 4 500.",
        "The fee for an application is at least EUR 4 500.",
        "The fee for an application is not EUR 4 500.",
        "The fee for an application EUR is 4 500.",
        "The fee for an application is EUR 4 500 per year.",
    ],
)
def test_a_sentence_that_copies_but_for_a_word_is_no_paraphrase(sentence):
    made = new_claim(
        Claim(question="fee", form="free", sentence=sentence, quotes=tuple(quoted("The fee for")))
    )
    assert judge_claim(made, LAW.view).code == "partial"
    assert judge_claim(claim(FEE, quoted("The fee for"), "free"), LAW.view).code == "verified"
