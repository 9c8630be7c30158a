"""Reviews by people: who may, what is refused and how, threads, and their effect on the stage that is shown."""

from datetime import timedelta

import pytest

from lexatlas.desk import review
from lexatlas.desk.event import FIRST, hash_of
from lexatlas.desk.outcome import Done, Refused
from lexatlas.desk.review_quotes import not_opened, to_open
from lexatlas.desk.standing import standing_of
from lexatlas.store.models import Event, Opened, Review, Turn
from lexatlas.store.queries.reviews import opened_by, reviews_of
from tests.desk.shelf import NOON, TODAY, analysis_for, line_of, person, version_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def ann():
    return person("Ann", "analyst")


@pytest.fixture
def bea():
    return person("Bea")


@pytest.fixture
def eve():
    return person("Eve", "editor")


@pytest.fixture
def version(document, ann):
    return version_of(analysis_for(document), document, author=ann)


def on(version, **given):
    return {"analysis": version.analysis_id, "version": version.number, "at": NOON, **given}


def challenge(row, by, **given):
    given = {"target": "code", "reason": "The circular of May narrows it.", **given}
    return review.challenge(**{**on(row, by=by), **given})


def approve(row, by, **given):
    asked = {"looked_on": TODAY, "looked_in": "the official gazette", **given}
    return review.approve(**{**on(row, by=by), **asked})


def open_all(version, document, by):
    for claim, quote in to_open(document):
        assert isinstance(review.opened(**on(version, claim=claim, quote=quote, by=by)), Done)


def stage(version):
    return standing_of([version.id], today=TODAY)[version.id].stage


# ---------------------------------------------------------------- approval


def test_an_approval_is_refused_below_n_of_n_quotes(version, document, bea):
    wanted = to_open(document)
    first = wanted[0]
    review.opened(**on(version, claim=first[0], quote=first[1], by=bea))
    refused = approve(version, bea)
    assert isinstance(refused, Refused)
    assert refused.sentence.startswith(f"1 of {len(wanted)} quotes opened.")
    assert not_opened(document, opened_by(bea.id, version.id)) == wanted[1:]


def test_an_approval_attests_the_fixed_sentence_and_reconciles(version, document, bea):
    open_all(version, document, bea)
    done = approve(version, bea)
    count = len(to_open(document))
    assert isinstance(done, Done)
    assert done.sentence == (
        f"Version 1 is approved: I opened the quotes behind the status and pillars ({count} of {count}), looked for "
        f"later texts on 2026-06-02 in the official gazette, and agree with the code under edition "
        f"{document.codebook.edition}."
    )
    assert stage(version) == "Reconciled"
    version.analysis.refresh_from_db()
    assert version.analysis.stage in ("Reconciled", "")


def test_quotes_that_somebody_else_opened_do_not_count(version, document, bea, eve):
    open_all(version, document, eve)
    assert isinstance(approve(version, bea), Refused)


def test_nobody_approves_their_own_version(document, bea):
    own = version_of(analysis_for(document), document, author=bea)
    open_all(own, document, bea)
    refused = approve(own, bea)
    assert (refused.forbidden, Review.objects.count()) == (True, 0)
    assert refused.sentence.startswith("Version 1 is your own work.")


def test_nobody_approves_words_that_they_wrote_in_an_earlier_version(document, ann, bea):
    claims = (document.claims[0].model_copy(update={"origin": f"written by {bea.key}"}), *document.claims[1:])
    written = document.model_copy(update={"claims": claims})
    later = version_of(analysis_for(document), written, author=ann)
    open_all(later, written, bea)
    assert approve(later, bea).sentence.startswith("Version 1 has claims that you wrote.")


@pytest.mark.parametrize("state", ["Step 1 Base Research", "Archived"])
def test_only_what_is_in_review_or_live_is_approved(document, ann, bea, state):
    draft = version_of(analysis_for(document), document, author=ann, stage=state)
    assert f"Version 1 is {state};" in approve(draft, bea).sentence


@pytest.mark.parametrize(
    ("given", "sentence"),
    [
        ({"looked_on": TODAY + timedelta(days=1)}, "which is still to come"),
        ({"looked_in": " \x00\n "}, "Where you looked for later texts is missing."),
        ({"looked_in": "x" * 201}, "has 201 characters; at most 200 are kept."),
        ({"version": 7}, "There is no version 7"),
        ({"analysis": 10**9}, "There is no version 1"),
    ],
)
def test_an_approval_that_does_not_fit_is_refused_with_a_sentence(version, document, bea, given, sentence):
    open_all(version, document, bea)
    assert sentence in approve(version, bea, **given).sentence
    assert Review.objects.count() == 0


def test_sent_twice_it_is_kept_once(version, document, bea):
    open_all(version, document, bea)
    approve(version, bea)
    assert approve(version, bea).sentence == "You approved version 1 already today."
    assert Review.objects.count() == 1


# ---------------------------------------------------------------- opened quotes


def test_a_quote_opened_twice_is_one_row_and_one_event(version, document, bea):
    claim, quote = to_open(document)[0]
    for _ in range(2):
        review.opened(**on(version, claim=claim, quote=quote, by=bea))
    assert (Opened.objects.count(), Event.objects.filter(act="opened").count()) == (1, 1)


@pytest.mark.parametrize("quote", [-1, 99])
def test_a_quote_that_is_not_there_is_not_opened(version, document, bea, quote):
    claim = to_open(document)[0][0]
    assert "no such claim or quote" in review.opened(**on(version, claim=claim, quote=quote, by=bea)).sentence
    assert "no such claim or quote" in review.opened(**on(version, claim="'; --", quote=0, by=bea)).sentence


# ---------------------------------------------------------------- challenge and refinement


def about(version, claim, **given):
    return {"target": "claim", "line": line_of(version, claim), "claim": claim, **given}


def test_a_challenge_to_page_code_claim_and_quote_is_kept(version, document, bea):
    claim = document.claims[0].id
    for target in ("page", "code"):
        assert isinstance(challenge(version, bea, target=target), Done)
    assert isinstance(challenge(version, bea, **about(version, claim)), Done)
    assert isinstance(challenge(version, bea, **about(version, claim, target="quote", quote=0)), Done)
    kept = reviews_of(version.id)
    assert [(each.target, each.claim_seen, each.quote) for each in kept] == [
        ("page", "", None), ("code", "", None), ("claim", claim, None), ("quote", claim, 0),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("given", "sentence"),
    [
        ({"reason": "\x07 "}, "The reason is missing."),
        ({"reason": "x" * 100_000}, "The reason has 100,000 characters; at most 8,000 are kept."),
        ({"evidence": "javascript:alert(1)"}, "leads to no text"),
        ({"target": "everything"}, "Say what the review is about"),
        ({"target": "claim", "line": "f" * 32, "claim": "0" * 16}, "no such claim or quote"),
        ({"target": "claim", "line": "' OR 1=1 --", "claim": ""}, "no such claim or quote"),
        ({"target": "quote", "line": "", "claim": ""}, "no such claim or quote"),
        ({"version": 2}, "There is no version 2"),
    ],
)
def test_a_challenge_that_does_not_fit_is_refused_with_a_sentence(version, bea, given, sentence):
    assert sentence in challenge(version, bea, **given).sentence
    assert (Review.objects.count(), Event.objects.count()) == (0, 0)


def test_a_line_of_another_analysis_is_refused(version, document, bea):
    claim = document.claims[0].id
    other = analysis_for(
        document.model_copy(update={"brief": document.brief.model_copy(update={"jurisdiction": "XB"})})
    )
    strange = line_of(version_of(other, document), claim)
    assert "no such claim" in challenge(version, bea, target="claim", line=strange, claim=claim).sentence


def test_text_is_kept_as_it_is_written_without_control_characters(version, bea):
    text = "<script>alert(1)</script> Զ 法律 القانون\x00\x1b[31m"
    challenge(version, bea, reason=text)
    assert reviews_of(version.id)[0].opening.words == "<script>alert(1)</script> Զ 法律 القانون[31m"


def test_an_analyst_does_not_review(version, ann):
    refused = challenge(version, ann)
    assert (refused.forbidden, refused.sentence) == (
        True, "To review takes the role reviewer; yours is analyst.",
    )  # fmt: skip


def test_an_archived_version_takes_no_reviews(document, ann, bea):
    gone = version_of(analysis_for(document), document, author=ann, stage="Archived")
    assert "archived; it takes no reviews" in challenge(gone, bea).sentence


def test_events_hold_commitments_and_no_words(version, bea):
    challenge(version, bea, reason="A secret reason", evidence="https://example.org/gazette")
    payload = Event.objects.get(act="challenge").payload
    assert "secret" not in str(payload)
    assert "example.org" not in str(payload)
    assert len(payload["words"]) == 64


# ---------------------------------------------------------------- threads


def raised(version, by):
    challenge(version, by)
    return Review.objects.latest("id").id


def test_a_challenge_is_answered_and_resolved_by_somebody_else(version, ann, bea, eve):
    number = raised(version, bea)
    assert stage(version) == "In Review"
    review.answer(review=number, text="The circular was withdrawn.", by=ann, at=NOON)
    done = review.resolve(review=number, accept=False, text="It was.", by=eve, at=NOON)
    assert done.sentence == (
        "The challenge is rejected. Rejected: it has no effect on stage or confidence any more."
    )
    thread = reviews_of(version.id)[0]
    assert [turn.words for turn in thread.turns] == ["The circular was withdrawn."]
    assert (thread.state, thread.resolved_by, thread.resolution) == ("rejected", "Eve", "It was.")
    assert standing_of([version.id], today=TODAY)[version.id].challenged is False


def test_nobody_resolves_their_own_review_or_what_is_said_of_their_own_work(version, document, bea, eve):
    own = raised(version, bea)
    refused = review.resolve(review=own, accept=False, text="No.", by=bea, at=NOON)
    assert (refused.forbidden, refused.sentence.startswith("This review is your own.")) == (True, True)
    hers = version_of(version.analysis, document, 2, author=eve)
    number = raised(hers, bea)
    refused = review.resolve(review=number, accept=False, text="No.", by=eve, at=NOON)
    assert (refused.forbidden, "is your own work" in refused.sentence) == (True, True)


def test_only_whoever_wrote_it_withdraws(version, bea, eve):
    number = raised(version, bea)
    assert review.withdraw(review=number, by=eve, at=NOON).forbidden is True
    assert isinstance(review.withdraw(review=number, by=bea, at=NOON), Done)
    assert Review.objects.get(id=number).state == "withdrawn"


def test_a_closed_thread_takes_nothing_more(version, ann, bea):
    number = raised(version, bea)
    review.withdraw(review=number, by=bea, at=NOON)
    sentence = "This review is withdrawn already; its thread is closed."
    assert review.answer(review=number, text="But", by=ann, at=NOON).sentence == sentence
    assert review.withdraw(review=number, by=bea, at=NOON).sentence == sentence
    assert Turn.objects.count() == 0


def test_an_approval_is_not_resolved_away(version, document, bea, eve):
    open_all(version, document, bea)
    approve(version, bea)
    number = Review.objects.get().id
    assert (
        "an approval already"
        in review.resolve(review=number, accept=False, text="x", by=eve, at=NOON).sentence
    )


def test_what_is_not_there_is_not_answered(ann):
    assert review.answer(review=10**9, text="x", by=ann, at=NOON).sentence.startswith(
        "There is no such review."
    )


def test_the_chain_of_the_analysis_holds(version, document, ann, bea, eve):
    number = raised(version, bea)
    review.answer(review=number, text="x", by=ann, at=NOON)
    review.resolve(review=number, accept=True, text="y", by=eve, at=NOON)
    open_all(version, document, bea)
    approve(version, bea)
    events = list(Event.objects.filter(chain=str(version.analysis_id)).order_by("position"))
    assert [event.previous for event in events] == [FIRST, *(event.sha256 for event in events[:-1])]
    assert [event.sha256 for event in events] == [hash_of(event) for event in events]
    assert {event.act for event in events} == {"challenge", "answer", "resolve", "opened", "approve"}
