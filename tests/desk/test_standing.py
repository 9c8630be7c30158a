"""Stage shown, challenged, overtaken and confidence follow from rows, and are the same cost for one and thirty."""

from datetime import date, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from lexatlas.core.document import EvidenceFactors
from lexatlas.desk.standing import confidence_shown, half_life_of, standing_of
from lexatlas.store.models import Line, Review
from tests.desk.shelf import NOON, TODAY, analysis_for, line_of, person, version_of

pytestmark = pytest.mark.django_db

STRONG = EvidenceFactors(tiers=("T1",), independent_official=2, shown_current=True, level="Medium")


@pytest.fixture
def people():
    return {name: person(name) for name in ("Ann", "Bea", "Cem")}


@pytest.fixture
def first(document, people):
    return version_of(analysis_for(document), document, author=people["Ann"])


def review(version, by, kind="Approval", state="given", **given):
    return Review.objects.create(
        version=version, kind=kind, by=by, role=by.role, at=NOON, state=state, **{"target": "code", **given}
    )


def shown(version, today=TODAY):
    return standing_of([version.id], today=today)[version.id]


def test_a_version_in_review_without_reviews_is_in_review(first):
    assert shown(first).stage == "In Review"
    assert (shown(first).approved, shown(first).challenged, shown(first).overtaken) == (False, False, ())


def test_an_approval_by_somebody_else_reconciles(first, people):
    review(first, people["Bea"])
    assert shown(first).stage == "Reconciled"
    assert [each.name for each in shown(first).approvals] == ["Bea"]


def test_the_authors_own_approval_counts_for_nothing(first, people):
    review(first, people["Ann"])
    assert shown(first).stage == "In Review"
    assert shown(first).approvals == ()


def test_an_open_challenge_keeps_an_approved_version_in_review(first, people):
    review(first, people["Bea"])
    review(first, people["Cem"], "Challenge", "open")
    assert (shown(first).stage, shown(first).challenged) == ("In Review", True)


@pytest.mark.parametrize(
    ("state", "challenged"), [("open", True), ("accepted", True), ("rejected", False), ("withdrawn", False)]
)
def test_an_upheld_challenge_stands_and_a_rejected_one_does_not(first, people, state, challenged):
    review(first, people["Cem"], "Challenge", state)
    assert shown(first).challenged is challenged


def test_approvals_are_not_carried_to_a_later_version_and_open_challenges_are(first, document, people):
    review(first, people["Bea"])
    review(first, people["Cem"], "Challenge", "open")
    second = version_of(first.analysis, document, 2, author=people["Ann"])
    assert (shown(second).approved, shown(second).challenged) == (False, True)
    assert [(each.number, each.carried) for each in shown(second).challenges] == [(1, "carried")]


def about_claim(first, document, people, state="open"):
    claim = document.claims[0].id
    line = Line.objects.get(key=line_of(first, claim))
    review(first, people["Cem"], "Challenge", state, target="claim", line=line, claim_seen=claim)
    return line


def test_a_challenge_to_a_claim_needs_another_look_once_the_claim_is_changed(first, document, people):
    line = about_claim(first, document, people)
    second = version_of(first.analysis, document, 2)
    second.claims.filter(line=line).update(claim_id="0" * 16)
    assert [each.carried for each in shown(second).challenges] == ["needs another look"]


def test_a_challenge_to_a_claim_is_dropped_with_the_claim(first, document, people):
    line = about_claim(first, document, people)
    second = version_of(first.analysis, document, 2)
    second.claims.filter(line=line).delete()
    assert shown(second).challenged is False
    assert shown(first).challenged is True


def test_an_upheld_challenge_to_a_claim_stands_until_the_claim_is_changed(first, document, people):
    line = about_claim(first, document, people, "accepted")
    second = version_of(first.analysis, document, 2)
    assert shown(second).challenged is True
    second.claims.filter(line=line).update(claim_id="0" * 16)
    assert shown(second).challenged is False


def test_a_newer_text_a_publication_and_a_day_gone_by_overtake(first, document):
    version_of(first.analysis, document, 2, text_as_of="2026-05-01", stage="Live")
    first.analysis.look_again_by = TODAY - timedelta(days=1)
    first.analysis.save()
    type(first).objects.filter(id=first.id).update(text_as_of="2026-01-01")
    assert shown(first).overtaken == (
        "Version 2 has been published since.",
        "Version 2 rests on a text as of 2026-05-01, this one on a text as of 2026-01-01.",
    )
    second = first.analysis.versions.get(number=2)
    assert shown(second).overtaken == ("It was to be looked at again by 2026-06-01.",)
    assert shown(second, date(2026, 6, 1)).overtaken == ()


def test_an_archived_version_overtakes_nothing(first, document):
    version_of(first.analysis, document, 2, text_as_of="2099-05-01", stage="Archived")
    assert shown(first).overtaken == ()


def test_contested_speaks_of_the_code(first):
    type(first).objects.filter(id=first.id).update(code="contested")
    assert shown(first).contested is True


def level(version, today=TODAY):
    return confidence_shown(STRONG, shown(version), topic="vasp-licensing", today=today).level


def test_confidence_is_high_with_an_approval_until_the_half_life_of_the_topic(first, people):
    assert level(first) == "Medium"
    review(first, people["Bea"])
    assert level(first) == "High"
    days = half_life_of("vasp-licensing")
    assert level(first, TODAY + timedelta(days=days)) == "High"
    assert level(first, TODAY + timedelta(days=days + 1)) == "Medium"
    review(first, people["Cem"], "Challenge", "open")
    assert level(first) == "Medium"


def test_what_its_author_alone_signed_is_never_high(first, people):
    type(first).objects.filter(id=first.id).update(signed_alone=True)
    review(first, people["Ann"])
    assert (shown(first).alone, level(first)) == (True, "Medium")
    review(first, people["Bea"])
    assert (shown(first).alone, level(first)) == (False, "High")


def test_a_topic_that_is_not_ours_has_no_half_life():
    assert half_life_of("no-such-topic") is None


def test_thirty_versions_cost_as_many_queries_as_one(document, people):
    analysis = analysis_for(document)
    made = [version_of(analysis, document, number, author=people["Ann"]) for number in range(1, 31)]
    for each in made:
        review(each, people["Bea"])
        about_claim(each, document, people, "rejected")
    asked = []
    for wanted in (made[:1], made):
        with CaptureQueriesContext(connection) as told:
            standing_of([each.id for each in wanted], today=TODAY)
        asked.append(len(told))
    assert asked == [4, 4]
