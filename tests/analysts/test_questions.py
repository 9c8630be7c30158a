from lexatlas.analysts.extractive.exceptions import paragraph_label
from lexatlas.analysts.extractive.questions import MOST_CLAIMS
from lexatlas.analysts.extractive.ranking import wanted_by
from lexatlas.codebook.own_questions import OWN_QUESTIONS
from lexatlas.core.evidence import LedgerEntry
from tests.analysts.veyland import (
    ACT,
    APART,
    BARRED,
    RETAIL,
    Law,
    articles,
    book,
    draft,
    reading,
    said,
    source_of,
)  # fmt: skip

REGISTER = "The Authority shall keep a public register of providers."


def ledger(made, question):
    return next(entry for entry in made.ledger if entry.question == question)


def test_each_question_has_one_entry_in_the_order_of_the_codebook():
    made = draft(Law(ACT))
    assert [(entry.id, entry.question) for entry in made.ledger] == [
        (f"L-{n}", row.id) for n, row in enumerate(book().topic(RETAIL).facts, start=1)
    ]


def test_an_entry_tells_what_was_looked_for_where_and_how_often_it_was_met():
    law = Law(ACT)
    assert ledger(draft(law), "tax") == LedgerEntry(
        id=next(entry.id for entry in draft(law).ledger if entry.question == "tax"),
        question="tax", looked_for="a tax rule on the asset", texts=(source_of(law).snapshot,), hits=0,
    )  # fmt: skip
    assert ledger(draft(law), "register").hits == 1


def test_only_texts_that_may_answer_count_as_searched():
    act = Law(ACT)
    others = [
        Law(articles(BARRED, title="B"), id="b", place="XB"),
        Law(articles(BARRED, title="C"), id="c", place="XA-FZ"),
        Law(articles(BARRED, title="D"), id="d", kind="news", tier="T5"),
        Law(articles(BARRED, title="E"), id="e", kind="bill", tier="T2"),
    ]
    made = draft(act, *others)
    here, bill = source_of(act).snapshot, source_of(others[3]).snapshot
    sections = {row.id: row.section for row in book().topic(RETAIL).facts}
    wanted = {name: (here, bill) if part == "recent" else (here,) for name, part in sections.items()}
    assert {entry.question: entry.texts for entry in made.ledger} == wanted
    assert BARRED not in said(made)


def test_a_sentence_that_answers_twice_is_made_once():
    made = draft(Law(ACT))
    told = [claim.sentence for claim in made.claims if claim.question != "instrument-dates"]
    assert len(told) == len(set(told))


def test_no_question_has_more_claims_than_its_share():
    rules = [
        f"A provider shall tell each client the {n}th risk of digital assets honestly." for n in range(1, 10)
    ]
    made = draft(Law(articles(*rules)))
    counts = {question: said(made, question) for question in {claim.question for claim in made.claims}}
    assert max(map(len, counts.values())) == MOST_CLAIMS
    assert ledger(made, "protection").hits == len(rules)


def test_what_is_in_force_is_told_before_what_is_to_come():
    later = "A provider shall tell each client of digital assets the price honestly."
    made = draft(Law(articles(later, APART, "Article 1 comes into force on 1 July 2027.")))
    ids = [s.claim for part in made.sections for s in part.statements if s.kind == "claim"]
    by_id = {claim.id: claim for claim in made.claims}
    under = [
        (by_id[s.claim].sentence, by_id[s.claim].force)
        for part in made.sections
        for s in part.statements
        if s.kind == "claim" and s.label == "Protection of clients"
    ]
    assert under == [(APART, "in force"), (later, "not yet")]
    assert set(ids) <= set(by_id)


def test_a_question_looks_for_its_families_and_their_words_but_not_for_the_asset_itself():
    topic = book().topic(RETAIL)
    asked = next(row for row in topic.facts if row.id == "protection")
    wanted = wanted_by(asked, topic, reading(Law(ACT)))
    assert wanted.families == {*asked.all, *asked.any} - {"asset"}
    assert set(wanted.terms) == {"en"}
    assert wanted.terms["en"]
    assert wanted_by(asked, topic, reading()).terms == {}


def test_the_label_of_the_paragraph_around_a_unit():
    first = "Article 1\n(1) A provider shall:\n(a) keep digital assets;\n(b) sleep.\n"
    words = f"Act\n\n{first}\nArticle 2\nBears eat.\n"
    units = reading(Law(words)).texts[0].units
    labels = {unit.words: paragraph_label(unit) for unit in units if unit.unit.article >= 0}
    assert [labels[words] for words in labels if "keep" in words or "Bears" in words] == ["1", ""]


def test_a_law_that_never_speaks_of_the_matter_answers_none_of_its_questions():
    words = "An issuer of stablecoins shall hold reserve assets equal to what it has issued."
    heard = draft(Law(ACT.replace(APART, words)), topic="stablecoin-issuance")
    silent = draft(Law(ACT), topic="stablecoin-issuance")
    assert silent.status.code == "no-evidence"
    assert {claim.question for claim in silent.claims} <= set(OWN_QUESTIONS)
    assert words in {claim.sentence for claim in heard.claims}
