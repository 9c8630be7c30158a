"""Edits make a new version that is judged again; what does not fit, or comes too late, is refused with a sentence."""

import pytest

from lexatlas.codebook import load
from lexatlas.core.facts import LegalDate, Period
from lexatlas.desk import edit
from lexatlas.desk.edit import Preview
from lexatlas.desk.edit_changes import Changes, Chosen, ChosenWords, ClaimAsked, KeptQuote, OverrideAsked
from lexatlas.desk.outcome import Done, Refused
from lexatlas.pipeline.enclose import enclose
from lexatlas.pipeline.verify.judgement import judgement
from lexatlas.pipeline.verify.today import programs_of_today
from lexatlas.sources.pool import ReaderPool
from lexatlas.store.models import Analysis, ClaimRow, Event, Version
from lexatlas.store.queries.documents import document_of, provenance_of, raw_and_texts
from tests.desk.shelf import NOON, kept, person
from tests.pipeline.analysed import page, page_of

pytestmark = pytest.mark.django_db
BOOK = load()


@pytest.fixture
def ann():
    return person("Ann", "analyst")


@pytest.fixture
def base(bundle, ann):
    return kept(bundle, ann)


def document_at(version):
    return document_of(version.id)


def previewed(base, ann, **changes) -> Preview:
    return edit.preview(analysis=base.analysis_id, based_on=base.number, changes=Changes(**changes), by=ann)


def saved(base, ann, note="Corrected.", **changes):
    return edit.save(
        analysis=base.analysis_id,
        based_on=base.number,
        changes=Changes(**changes),
        note=note,
        by=ann,
        at=NOON,
    )


def newest(base) -> Version:
    return Version.objects.filter(analysis=base.analysis_id).latest("number")


def in_words(base):
    """Return a claim in the words of one rule of one sentence, which does not carry the code."""
    return next(c for c in document_at(base).claims if c.question == "time-limit")


def asked(claim, **given) -> ClaimAsked:
    return ClaimAsked(**{"claim": claim.id, "sentence": claim.sentence, "question": claim.question, **given})


def test_a_claim_that_says_more_than_its_quote_is_judged_so_and_kept_as_a_new_version(base, ann):
    claim = in_words(base)
    told = f"{claim.sentence.rstrip('.')} within 93 days"
    found = previewed(base, ann, claims=(asked(claim, sentence=told),))
    assert [(each.before, each.was, each.verdict) for each in found.rechecked] == [
        (claim.id, "verified", "partial")
    ]
    assert any("93" in reason for reason in found.rechecked[0].reasons)
    done = saved(base, ann, claims=(asked(claim, sentence=told),))
    assert done.sentence == "Version 2 is kept, made from version 1."
    version = newest(base)
    assert (version.parent_id, version.origin, version.stage, version.author_id) == (
        base.id, "edit", "Step 3 Blended Synthesis", ann.id,
    )  # fmt: skip
    new = next(c for c in document_at(version).claims if c.sentence == told)
    assert (new.origin, new.form, ann.name in new.origin) == (f"written by {ann.key}", "free", False)
    assert document_at(version).edited.of == base.document_id


def test_the_line_of_an_edited_claim_stays(base, ann):
    claim = in_words(base)
    line = ClaimRow.objects.get(version=base, claim_id=claim.id).line_id
    saved(base, ann, claims=(asked(claim, sentence="Something altogether different is said here."),))
    row = ClaimRow.objects.get(version=newest(base), line_id=line)
    assert row.claim_id != claim.id
    assert row.sentence == "Something altogether different is said here."


def test_a_quote_chosen_in_the_text_is_the_whole_rule_with_the_choice_lit(base, ann):
    document, claim = document_at(base), in_words(base)
    quote = claim.quotes[0]
    part = quote.parts[-1]
    chosen = Chosen(quote.snapshot, part.start + 3, part.start + 12)
    question = next(row.id for row in BOOK.topic(document.brief.topic).facts if row.id != claim.question)
    added = ClaimAsked("", claim.sentence, question, (chosen,), None, "Considerations")
    found = previewed(base, ann, claims=(added,))
    new = next(c for c in found.document.claims if c.id == found.rechecked[0].claim)
    assert new.quotes[0].parts == quote.parts
    assert new.quotes[0].highlight == ((part.start + 3, part.start + 12),)
    assert (new.force, new.holds) == (claim.force, claim.holds)
    assert found.rechecked[0].verdict == "verified"
    considered = next(s for s in found.document.sections if s.name == "Considerations")
    assert considered.statements[-1].claim == new.id


def test_first_and_last_words_choose_the_same_rule(base, ann):
    claim = in_words(base)
    quote = claim.quotes[0]
    words = quote.parts[-1].exact.split()
    chosen = ChosenWords(quote.snapshot, " ".join(words[:9]), " ".join(words[-3:]))
    found = previewed(base, ann, claims=(asked(claim, quotes=(chosen,)),))
    assert [each.parts for each in found.document.claims_by_id()[found.rechecked[0].claim].quotes] == [
        quote.parts
    ]


@pytest.mark.parametrize(("start", "end"), [(-1, 5), (5, 5), (9, 3), (10**9, 10**9 + 5), (0, 10**9)])
def test_a_quote_outside_the_text_is_refused(base, ann, start, end):
    claim = in_words(base)
    chosen = Chosen(claim.quotes[0].snapshot, start, end)
    assert (
        "lie outside the text of" in previewed(base, ann, claims=(asked(claim, quotes=(chosen,)),)).sentence
    )


@pytest.mark.parametrize(
    ("quote", "sentence"),
    [
        (Chosen("0" * 64, 0, 5), "none of this version's"),
        (KeptQuote(7), "none of its claim's"),
    ],
)
def test_a_forged_quote_is_refused(base, ann, quote, sentence):
    assert sentence in previewed(base, ann, claims=(asked(in_words(base), quotes=(quote,)),)).sentence


def test_words_that_are_not_there_or_stand_often_are_refused(base, ann):
    claim = in_words(base)
    for first, sentence in (("no such words at all", "are not in the text"), ("the", "times in the text")):
        chosen = ChosenWords(claim.quotes[0].snapshot, first)
        assert sentence in previewed(base, ann, claims=(asked(claim, quotes=(chosen,)),)).sentence


def test_a_quote_taken_away_leaves_no_support(base, ann):
    found = previewed(base, ann, claims=(asked(in_words(base), quotes=()),))
    assert (found.rechecked[0].verdict, found.rechecked[0].name) == ("unverified", "No support")


@pytest.mark.parametrize(
    ("given", "sentence"),
    [
        ({"claims": (ClaimAsked("f" * 16, "x", "licence"),)}, "none of this version's"),
        ({"removed": ("'; DROP TABLE",)}, "none of this version's"),
        ({"claims": (ClaimAsked("", "x", "no-such-question"),)}, "no question of the topic"),
        ({"claims": (ClaimAsked("", "\x00 ", "no-such-question"),)}, "The sentence of a claim is missing."),
        ({"laws": {"nowhere": ()}}, "A law of the form is none of this version's."),
        ({"order": {"Key Pillars": (0, 0)}}, "does not hold each statement once"),
        ({"override": OverrideAsked("no-such", "Because.")}, "has no code 'no-such'"),
        ({"override": OverrideAsked("undetermined", " \x07 ")}, "The reason for another code"),
        ({}, "Nothing was changed."),
    ],
)
def test_what_does_not_fit_is_refused_and_nothing_is_kept(base, ann, given, sentence):
    refused = saved(base, ann, **given)
    assert isinstance(refused, Refused)
    assert sentence in refused.sentence
    assert (newest(base).number, Event.objects.filter(act="edit").count()) == (1, 0)


def test_a_claim_named_twice_is_refused(base, ann):
    claim = in_words(base)
    refused = previewed(base, ann, claims=(asked(claim, sentence="a"), asked(claim, sentence="b")))
    assert "a claim twice" in refused.sentence


def test_a_very_long_sentence_is_refused_and_script_tags_are_words(base, ann):
    claim = in_words(base)
    assert (
        "has 100,000 characters"
        in previewed(base, ann, claims=(asked(claim, sentence="x" * 100_000),)).sentence
    )
    tagged = "<script>alert('法')</script>"
    found = previewed(base, ann, claims=(asked(claim, sentence=tagged),))
    assert found.rechecked[0].sentence == tagged


def test_an_edit_made_on_an_older_version_is_refused_with_the_newer_number(base, ann):
    claim = in_words(base)
    saved(base, ann, claims=(asked(claim, sentence="First."),))
    refused = saved(base, ann, claims=(asked(claim, sentence="Second."),))
    assert (refused.stale, newest(base).number) == (2, 2)
    assert refused.sentence.startswith("Version 2 came in while you edited version 1.")


def test_a_reader_does_not_edit(base):
    reader = person("Rob", "reader")
    assert saved(base, reader, removed=(in_words(base).id,)).forbidden is True


def test_a_note_is_needed(base, ann):
    refused = saved(base, ann, note=" ", removed=(in_words(base).id,))
    assert refused.sentence.startswith("What you changed, and why is missing.")


def test_statements_are_put_in_another_order(base, ann):
    section = next(s for s in document_at(base).sections if len(s.statements) > 2 and s.name == "Key Pillars")
    turned = tuple(reversed(range(len(section.statements))))
    saved(base, ann, order={"Key Pillars": turned})
    after = next(s for s in document_at(newest(base)).sections if s.name == "Key Pillars")
    assert after.statements == tuple(reversed(section.statements))


def test_dates_of_a_law_are_kept_by_kind_and_a_day_that_no_text_has_is_flagged(base, ann):
    law = document_at(base).instruments[0]
    day = LegalDate(role="repealed", date="2031-07-09", precision="day")
    found = previewed(base, ann, laws={law.id: (*law.dates, day)})
    assert found.document.instruments[0].dates == (*law.dates, day)
    assert any("stands in none of the texts" in flag for flag in found.flags)


def test_facts_are_judged_against_the_words(base, ann):
    claim = in_words(base)
    found = previewed(base, ann, claims=(asked(claim, facts=(Period(n=93, unit="day"),)),))
    assert found.rechecked[0].verdict == "partial"


def test_without_the_claims_that_carry_it_the_code_is_given_up(base, ann):
    document = document_at(base)
    carrying = tuple({claim for reason in document.status.reasons for claim in reason.claims})
    found = previewed(base, ann, removed=carrying)
    assert found.by_rules.code != document.status.code
    assert found.status == found.by_rules


def other(document):
    return next(r for r in BOOK.topic(document.brief.topic).scale if r.code != document.status.code)


def test_an_override_shows_both_codes_and_is_lifted_by_the_next_edit_without_it(base, ann):
    document = document_at(base)
    given = OverrideAsked(other(document).code, "The circular of May.", (in_words(base).id,))
    saved(base, ann, override=given)
    version = newest(base)
    made = document_at(version)
    assert (made.status.code, made.override.ruled.code) == (given.code, document.status.code)
    assert made.status.reasons[0].claims == given.claims
    assert Event.objects.get(act="edit").payload["by_rules"] == document.status.code
    saved(version, ann)
    assert document_at(newest(base)).status.code == document.status.code


def exported(version):
    raw, texts = raw_and_texts(version.id)
    document = document_at(version)
    codebook = BOOK.files_for(document.brief.topic)
    return enclose(document, provenance_of(version.id), texts, raw, codebook, page)


@pytest.mark.parametrize("kind", ["removed", "override", "added", "changed"])
def test_an_edited_version_exported_verifies(base, ann, kind):
    document, claim = document_at(base), in_words(base)
    part = claim.quotes[0].parts[-1]
    chosen = Chosen(claim.quotes[0].snapshot, part.start, part.end)
    question = next(row.id for row in BOOK.topic(document.brief.topic).facts if row.id != claim.question)
    changes = {
        "removed": {"removed": (claim.id,)},
        "override": {"override": OverrideAsked(other(document).code, "The circular.")},
        "added": {"claims": (ClaimAsked("", claim.sentence, question, (chosen,)),)},
        "changed": {"claims": (asked(claim, sentence=claim.sentence.rstrip('.')),)},
    }[kind]  # fmt: skip
    done = saved(base, ann, **changes)
    assert isinstance(done, Done), done.sentence
    with ReaderPool() as pool:
        answer, verdicts = judgement(exported(newest(base)), programs_of_today(pool, page_of))
    expected = "agrees, with a code given by a person" if kind == "override" else "agrees"
    assert answer.answer == expected, answer.reason
    assert {verdict.code for verdict in verdicts.values()} <= {"verified", "supported"}


def test_an_edit_of_a_retired_analysis_is_refused(base, ann):
    Analysis.objects.filter(id=base.analysis_id).update(retired_at=NOON)
    assert "is retired" in saved(base, ann, removed=(in_words(base).id,)).sentence
