"""Confidence is earned by sources, currency and reviews, and says what it lacks."""

from datetime import date

import pytest

from lexatlas.checks import confidence
from lexatlas.checks.confidence import APPROVAL, CURRENT, OFFICIAL_TEXT, SETTLED, UNCHALLENGED, factors, shown
from lexatlas.checks.verdict import judge_claim
from lexatlas.checks.view import View
from lexatlas.core.document import EvidenceFactors, Reason, Status
from lexatlas.core.evidence import ReaderId, Snapshot
from lexatlas.core.recipe import Brief
from lexatlas.core.standing import ReviewClaimed
from lexatlas.language.wording import sentence_of
from tests.checks.statutes import EN, claim, law

TODAY = date(2026, 6, 1)
STRONG = EvidenceFactors(tiers=("T1",), independent_official=1, shown_current=True)


def review(kind, day="2026-05-01"):
    return ReviewClaimed(kind=kind, who="N. Name", role="counsel", date=day, text="")


@pytest.mark.parametrize(
    ("found", "reviews", "level", "lacks"),
    [
        (STRONG, (), "Medium", (APPROVAL,)),
        (STRONG, (review("Approval"),), "High", ()),
        (STRONG, (review("Approval"), review("Challenge")), "Medium", (UNCHALLENGED,)),
        (STRONG, (review("Refinement"),), "Medium", (APPROVAL,)),
        (STRONG, (review("Approval", "2025-01-01"),), "Medium", (APPROVAL,)),
        (STRONG, (review("Approval", "some day"),), "Medium", (APPROVAL,)),
        (STRONG.model_copy(update={"shown_current": False}), (review("Approval"),), "Low", (CURRENT,)),
        (STRONG.model_copy(update={"tiers": ("T2",)}), (review("Approval"),), "Low", (OFFICIAL_TEXT,)),
        (STRONG.model_copy(update={"open_uncertainty": True}), (), "Low", (SETTLED,)),
        (STRONG.model_copy(update={"open_uncertainty": True}), (review("Approval"),), "High", ()),
        (STRONG.model_copy(update={"tiers": ("T2", "T2"), "independent_official": 2}), (review("Approval"),),
         "High", ()),
    ],
)  # fmt: skip
def test_level_and_what_it_lacks(found, reviews, level, lacks):
    seen = shown(found, reviews, TODAY, half_life=120)

    assert (seen.level, seen.lacks) == (level, lacks)


def test_a_force_that_the_text_does_not_show_lifts_nothing():
    place = law(EN, "en")
    unit = place.unit("own funds")
    made = claim(sentence_of(place.words(unit)), [place.quote(unit)], force="in force")
    status = Status(code="full-licence", name="F", reasons=(Reason(rule="r", text="", claims=(made.id,)),))
    found = factors((made,), {made.id: judge_claim(made, place.view)}, (place.source,), status)

    assert (found.level, found.shown_current) == ("Low", False)


def test_a_special_code_has_none():
    status = Status(code="undetermined", name="Undetermined", special=True)
    found = factors((), {}, (), status)

    assert found.level == "None"
    assert shown(found, (review("Approval"),), TODAY).level == "None"


@pytest.mark.parametrize(
    ("text_as_of", "level"), [("2026-06-01", "Medium"), ("2023-06-09", "Low"), (None, "Low")]
)
def test_factors_come_from_the_claims_that_carry_the_code(text_as_of, level):
    place = law(EN, "en")
    unit = place.unit("own funds")
    force = "in force" if level == "Medium" else "not shown"
    made = claim(sentence_of(place.words(unit)), [place.quote(unit)], force=force)
    snapshot = Snapshot(raw="", text=place.sha, structure="", media_type="", size=0, length=0, language="en",
                        reader=ReaderId(name="text", version="1"), text_as_of=text_as_of)  # fmt: skip
    brief = Brief(jurisdiction="XA", jurisdiction_name="A", topic="t", topic_name="T", as_of="2026-06-01")
    view = View({place.sha: place.text}, {place.sha: "en"}, {place.sha: snapshot}, place.view.sources, brief)
    status = Status(code="full-licence", name="F", reasons=(Reason(rule="r", text="", claims=(made.id,)),))
    found = factors((made,), {made.id: judge_claim(made, view)}, (place.source,), status)

    assert (found.level, found.tiers, found.shown_current) == (level, ("T1",), level == "Medium")
    assert confidence.shown(found, (), None).lacks == found.lacks
