"""A refinement of a claim that is accepted makes a new version with its words; whoever wrote them approves it not."""

import pytest

from lexatlas.desk import review, stages
from lexatlas.desk.outcome import Done, Refused
from lexatlas.desk.review_quotes import to_open
from lexatlas.store.models import Event, Review, Version
from lexatlas.store.queries.documents import document_of
from tests.desk.shelf import NOON, TODAY, kept, line_of, person

pytestmark = pytest.mark.django_db
TOLD = "The Authority decides on a complete application within 90 days."


@pytest.fixture
def people():
    roles = {"Ann": "analyst", "Bea": "reviewer", "Eve": "editor"}
    return {name: person(name, role) for name, role in roles.items()}


@pytest.fixture
def version(bundle, people):
    return kept(bundle, people["Ann"], "In Review")


def refined(version, by, target="claim"):
    claim = next(c for c in document_of(version.id).claims if c.question == "time-limit")
    about = {"line": line_of(version, claim.id), "claim": claim.id} if target == "claim" else {}
    done = review.refine(
        analysis=version.analysis_id,
        version=version.number,
        target=target,
        **about,
        new_text=TOLD,
        by=by,
        at=NOON,
    )
    assert isinstance(done, Done), done
    return Review.objects.latest("id").id


def accept(number, by):
    return review.resolve(review=number, accept=True, text="Plainer.", by=by, at=NOON)


def test_accepted_it_makes_a_version_in_the_words_of_whoever_suggested_them(version, people):
    number = refined(version, people["Bea"])
    done = accept(number, people["Eve"])
    assert isinstance(done, Done), done
    assert done.sentence.endswith("Version 2 is kept, made from version 1.")
    newest = Version.objects.latest("number")
    claim = next(c for c in document_of(newest.id).claims if c.sentence == TOLD)
    assert (newest.author, claim.origin) == (people["Eve"], f"written by {people['Bea'].key}")
    assert line_of(newest, claim.id) == Review.objects.get(id=number).line.key
    assert list(Event.objects.order_by("position").values_list("act", flat=True)) == [
        "refine",
        "resolve",
        "edit",
    ]


def test_whoever_suggested_the_words_does_not_approve_them(version, people):
    accept(refined(version, people["Bea"]), people["Eve"])
    newest = Version.objects.latest("number")
    stages.submit(analysis=newest.analysis_id, version=2, by=people["Ann"], at=NOON)
    for claim, quote in to_open(document_of(newest.id)):
        review.opened(
            analysis=newest.analysis_id, version=2, claim=claim, quote=quote, by=people["Bea"], at=NOON
        )
    refused = review.approve(
        analysis=newest.analysis_id,
        version=2,
        looked_on=TODAY,
        looked_in="the gazette",
        by=people["Bea"],
        at=NOON,
    )
    assert refused.sentence.startswith("Version 2 has claims that you wrote.")


def test_one_on_the_code_is_accepted_without_a_version(version, people):
    done = accept(refined(version, people["Bea"], "code"), people["Eve"])
    assert isinstance(done, Done)
    assert Version.objects.count() == 1


def test_nobody_accepts_their_own_and_nothing_is_made(version, people):
    refused = accept(refined(version, people["Bea"]), people["Bea"])
    assert isinstance(refused, Refused)
    assert refused.forbidden is True
    assert Version.objects.count() == 1


def test_a_claim_that_is_gone_is_not_refined(version, people):
    number = refined(version, people["Bea"])
    Review.objects.get(id=number).line.claims.filter(version=version).delete()
    assert "no longer has this claim" in accept(number, people["Eve"]).sentence
    assert Review.objects.get(id=number).state == "open"
