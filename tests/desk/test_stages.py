"""Who may move a version from which stage to which, and what a refused move leaves behind: nothing."""

import pytest

from lexatlas.desk.outcome import Done, Refused
from lexatlas.desk.site_settings import change
from lexatlas.desk.stages import archive, correct, look_again, publish, restore, resume, retire, submit
from lexatlas.store.models import Analysis, Event, Review, Version, Words
from tests.desk.shelf import NOON, analysis_for, person, version_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def people():
    return {
        role: person(role.capitalize(), role) for role in ("reader", "analyst", "reviewer", "editor", "admin")
    }


@pytest.fixture
def version(document, people):
    row = analysis_for(document)
    return version_of(row, document, stage="Step 1 Base Research", author=people["analyst"])


def approved(version, by) -> None:
    Review.objects.create(
        version=version, kind="Approval", target="code", by=by, role=by.role, at=NOON, state="given"
    )


def stage_of(version) -> str:
    return Version.objects.get(pk=version.pk).stage


def moved(act, version, by, **said):
    return act(analysis=version.analysis_id, version=version.number, by=by, at=NOON, **said)


def test_the_way_of_a_version(version, people):
    ana, rev, edi = people["analyst"], people["reviewer"], people["editor"]
    assert moved(submit, version, ana).sentence == "Version 1 is in review."
    approved(version, rev)
    assert moved(publish, version, edi) == Done("Version 1 is live.", version.analysis_id, 1)
    analysis = Analysis.objects.get()
    assert (analysis.live_id, analysis.stage) == (version.pk, "Live")
    assert moved(archive, version, edi, reason="Wrong.").sentence == "Version 1 is archived."
    assert (Analysis.objects.get().live_id, stage_of(version)) == (None, "Archived")
    assert moved(restore, version, edi, reason="Right after all.").sentence == "Version 1 is in review again."
    assert Analysis.objects.get().stage == "Reconciled"
    acts = list(Event.objects.order_by("position").values_list("act", "position"))
    assert acts == [("submit", 1), ("publish", 2), ("archive", 3), ("restore", 4)]


def test_a_version_found_wrong_is_not_published_again(version, people):
    editor = people["editor"]
    approved(version, people["reviewer"])
    moved(submit, version, people["analyst"])
    moved(publish, version, editor)
    moved(correct, version, editor, reason="The fee is another.")
    moved(archive, version, editor, reason="Wrong.")
    moved(restore, version, editor, reason="For the record.")
    refused = moved(publish, version, editor)
    assert refused.sentence == (
        "Version 1 was found wrong on 2026-06-02. Edit it, and publish the version that comes of it."
    )
    assert stage_of(version) == "In Review"


def test_publishing_archives_what_was_live(version, document, people):
    second = version_of(version.analysis, document, 2, author=people["analyst"])
    Version.objects.filter(pk=version.pk).update(stage="Live", published_at=NOON)
    approved(second, people["reviewer"])
    moved(publish, second, people["editor"])
    assert [stage_of(version), stage_of(second)] == ["Archived", "Live"]
    assert Event.objects.get().payload["replaces"] == 1


@pytest.mark.parametrize(
    ("act", "since", "role", "told"),
    [
        (submit, "In Review", "analyst", "Only a draft is submitted; version 1 is In Review."),
        (submit, "Live", "analyst", "Only a draft is submitted; version 1 is Live."),
        (publish, "In Review", "editor", "nobody other than its author has approved it."),
        (publish, "Archived", "editor", "Version 1 is Archived"),
        (publish, "Live", "editor", "Version 1 is Live"),
        (archive, "Archived", "editor", "Version 1 is archived already."),
        (restore, "Live", "editor", "Only an archived version is restored; version 1 is Live."),
        (submit, "Step 1 Base Research", "reader", "To submit takes the role analyst; yours is reader."),
        (publish, "In Review", "reviewer", "To publish takes the role editor; yours is reviewer."),
    ],
)  # fmt: skip
def test_a_refused_move_writes_nothing(version, people, act, since, role, told):
    Version.objects.filter(pk=version.pk).update(stage=since)
    said = {"reason": "A reason."} if act in (archive, restore) else {}
    refused = moved(act, version, people[role], **said)
    assert isinstance(refused, Refused)
    assert told in refused.sentence
    assert (stage_of(version), Event.objects.count(), Words.objects.count()) == (since, 0, 0)


def test_an_open_challenge_keeps_from_publishing(version, people):
    Version.objects.filter(pk=version.pk).update(stage="In Review")
    approved(version, people["reviewer"])
    Review.objects.create(version=version, kind="Challenge", target="page", by=people["reviewer"], role="reviewer",
                          at=NOON, state="open")  # fmt: skip
    assert "a challenge is open" in moved(publish, version, people["editor"]).sentence


def test_a_draft_that_was_overtaken_is_not_submitted(version, document, people):
    version_of(version.analysis, document, 2)
    refused = moved(submit, version, people["analyst"])
    assert (refused.stale, Event.objects.count()) == (2, 0)


def test_an_approval_by_the_author_counts_for_nothing(version, document, people):
    own = version_of(version.analysis, document, 2, author=people["editor"])
    approved(own, people["editor"])
    assert isinstance(moved(publish, own, people["editor"]), Refused)


def test_signed_alone_takes_the_setting_and_a_site_of_one(document, people):
    only = people["editor"]
    version = version_of(analysis_for(document), document, author=only)
    change(name="sign alone", value="yes", by=people["admin"], at=NOON)
    assert isinstance(moved(publish, version, only), Refused)
    for role in ("reviewer", "admin"):
        people[role].is_active = False
        people[role].save()
    assert isinstance(moved(publish, version, only), Done)
    assert Version.objects.get(pk=version.pk).signed_alone
    assert Analysis.objects.get().confidence != "High"


def test_looked_at_again_is_an_event_on_the_same_version(version, people):
    done = moved(
        look_again, version, people["analyst"], looked_in="The official journal", found="Nothing changed."
    )
    assert done.sentence == "Kept: looked at on 2026-06-02. Look again by 2026-11-29."
    event, analysis = Event.objects.get(), Analysis.objects.get()
    texts = dict(Words.objects.values_list("commitment", "text"))
    assert texts[event.payload["looked_in"]] == "The official journal"
    assert "journal" not in str(event.payload)
    assert analysis.look_again_by.isoformat() == event.payload["look_again_by"] == "2026-11-29"
    assert Version.objects.count() == 1


def test_only_the_newest_or_the_live_version_is_looked_at(version, document, people):
    version_of(version.analysis, document, 2)
    refused = moved(look_again, version, people["analyst"], looked_in="x", found="y")
    assert refused == Refused("Version 1 is neither the newest nor live. Look at one that is.")


def test_a_correction_takes_a_version_that_was_live(version, people):
    assert isinstance(moved(correct, version, people["editor"], reason="A fee is wrong."), Refused)
    Version.objects.filter(pk=version.pk).update(stage="Archived", published_at=NOON)
    assert isinstance(moved(correct, version, people["editor"], reason="A fee is wrong."), Done)
    assert Version.objects.get(pk=version.pk).correction.text == "A fee is wrong."
    assert isinstance(moved(correct, version, people["editor"], reason=" A fee is wrong.\r\n"), Refused)
    assert isinstance(moved(correct, version, people["editor"], reason="Two fees are wrong."), Done)


def test_nothing_of_a_retired_analysis_moves(version, people):
    edi, number = people["editor"], version.analysis_id
    assert isinstance(retire(analysis=number, reason="No longer asked.", by=edi, at=NOON), Done)
    assert "is retired" in moved(submit, version, people["analyst"]).sentence
    assert isinstance(resume(analysis=number, by=edi, at=NOON), Done)
    assert isinstance(moved(submit, version, people["analyst"]), Done)


def test_a_live_version_keeps_its_analysis_from_being_retired(version, people):
    Version.objects.filter(pk=version.pk).update(stage="Live")
    refused = retire(analysis=version.analysis_id, reason="No longer asked.", by=people["editor"], at=NOON)
    assert refused == Refused("Version 1 is live. Archive it first, so that nobody relies on it.")


def test_what_is_not_there_is_a_sentence(version, people):
    edi = people["editor"]
    assert "has no version 9" in publish(analysis=version.analysis_id, version=9, by=edi, at=NOON).sentence
    assert publish(analysis=99_999, version=1, by=edi, at=NOON).sentence.startswith(
        "There is no analysis 99999."
    )
    assert "There is no analysis 1000" in publish(analysis=10**30, version=10**30, by=edi, at=NOON).sentence
