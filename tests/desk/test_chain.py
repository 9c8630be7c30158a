"""A chain that was tampered with is told, link by link; what derives is made again."""

from datetime import timedelta

import pytest
from django.db import connection

from lexatlas.desk import event
from lexatlas.desk.act import failed, written
from lexatlas.desk.chain import verify
from lexatlas.desk.outcome import Done, Refused
from lexatlas.desk.rebuild import rebuild
from lexatlas.desk.retention import blank_text, legal_hold, removable, remove_old
from lexatlas.desk.site_settings import change
from lexatlas.desk.stages import archive, look_again
from lexatlas.store import guards
from lexatlas.store.archive import archive as place
from lexatlas.store.models import Analysis, ClaimRow, Event, SourceRow, Version, Words
from lexatlas.store.queries import documents
from lexatlas.store.queries.kept_files import kept_files
from tests.desk.files import kept, without_last_claim
from tests.desk.shelf import NOON, person

pytestmark = pytest.mark.django_db
LATER = NOON + timedelta(days=40)


@pytest.fixture
def ana():
    return person("Ana", "analyst")


@pytest.fixture
def version(bundle, ana, tmp_path):
    return kept(bundle, tmp_path / "first.zip", ana)


@pytest.fixture
def admin():
    return person("Ada", "admin")


@pytest.fixture
def told(version, ana):
    """Three acts in one chain, with words."""
    for found in ("Nothing changed.", "Nothing changed again."):
        look_again(analysis=version.analysis_id, version=1, looked_in="Gazette", found=found, by=ana, at=NOON)
    return str(version.analysis_id)


@pytest.fixture
def unguarded():
    guards.remove(connection)
    yield
    guards.install(connection)


def test_chains_that_nobody_touched(told):
    found = verify()
    assert (found.events, found.texts, found.documents, found.faults) == (3, 4, 1, ())
    assert found.heads == {told: Event.objects.get(chain=told, position=3).sha256}


@pytest.mark.parametrize(
    ("harm", "faults"),
    [
        (lambda: Event.objects.filter(position=2).update(act="approve"),
         ["Event 2 of the chain {} is not what it was when it was written."]),
        (lambda: Event.objects.filter(position=2).delete(),
         ["Event 3 of the chain {} stands where event 2 should: some are missing.",
          "Event 3 of the chain {} does not follow from the event before it."]),
        (lambda: Event.objects.filter(position=1).delete(),
         ["Event 2 of the chain {} stands where event 1 should: some are missing.",
          "Event 2 of the chain {} does not follow from the event before it.",
          "No event tells of version 1 of analysis {}."]),
    ],
)  # fmt: skip
def test_a_chain_that_somebody_changed(told, unguarded, harm, faults):
    harm()
    # Whoever deletes the only event of a version leaves two faults behind.
    assert [fault for fault in verify().faults if "No event" not in fault] == [
        fault.format(told) for fault in faults if "No event" not in fault
    ]


def test_a_text_that_somebody_changed(told, unguarded):
    row = Words.objects.order_by("id").last()
    Words.objects.filter(pk=row.pk).update(text="Much changed.")
    assert verify().faults == (f"The text {row.commitment[:12]} is not what was committed to.",)


def test_a_text_put_in_the_place_of_another(told, unguarded):
    row = Words.objects.order_by("id").last()
    Words.objects.filter(pk=row.pk).update(text="Other.", commitment=Words.commit(row.salt, "Other."))
    assert verify().faults == (f"The text that event 3 of the chain {told} names is not kept.",)


def test_a_version_put_on_another_document(bundle, told, version, ana, tmp_path, unguarded):
    second = kept(bundle, tmp_path / "second.zip", ana, without_last_claim)
    Version.objects.filter(pk=version.pk).update(document=second.document)
    assert f"Version 1 of analysis {told} is not the document that event 1 names." in verify().faults


def test_a_text_blanked_leaves_the_chain_unbroken(told, admin):
    row = Words.objects.order_by("id").last()
    assert isinstance(blank_text(commitment=row.commitment, by=admin, at=NOON), Done)
    assert isinstance(blank_text(commitment=row.commitment, by=admin, at=NOON), Refused)
    row.refresh_from_db()
    assert (row.text, row.salt) == ("", "")
    found = verify()
    assert (found.faults, found.texts) == ((), 3)


def test_a_refusal_inside_an_act_writes_nothing(ana):
    def write():
        event.words(text="Said too early.", by=ana, at=NOON)
        return Refused("Not now.")

    assert written(write) == Refused("Not now.")
    assert Words.objects.count() == 0


def test_no_event_outside_of_an_act(ana, transactional_db):
    with pytest.raises(RuntimeError, match="inside the transaction"):
        event.record(chain="site", act="x", by=ana, at=NOON, payload={})


@pytest.mark.parametrize(
    ("error", "told"),
    [
        ("database is locked", "Somebody else was writing for too long."),
        ("attempt to write a readonly database", "it is read-only"),
        ("cannot execute UPDATE in a read-only transaction", "it is read-only"),
        ("database or disk is full", "The disk of the database is full."),
        ("could not extend file: No space left on device", "The disk of the database is full."),
        ("server closed the connection unexpectedly", "The database could not do it."),
    ],
)
def test_a_failure_of_the_database_is_a_sentence(error, told):
    from django.db import OperationalError

    refused = failed(OperationalError(error))
    assert told in refused.sentence
    assert "Nothing was changed" in refused.sentence


def test_derived_rows_are_made_again(version):
    assert rebuild(at=LATER).mended == 0
    assert not Event.objects.filter(act="rebuild").exists()
    row = version.claims.first()
    ClaimRow.objects.filter(pk=row.pk).update(verdict="verified?", sentence="")
    Version.objects.filter(pk=version.pk).update(code="banned")
    Analysis.objects.update(code="banned", latest=None)
    found = rebuild(at=LATER)
    assert (found.mended, found.versions, found.analyses, found.faults) == (3, 1, 1, ())
    assert version.claims.first().sentence == row.sentence
    assert Analysis.objects.get().latest_id == version.pk
    assert Analysis.objects.get().changed_at == NOON
    assert Event.objects.get(act="rebuild").payload == {"mended": 3}


def test_copies_go_when_nobody_uses_them(version, bundle, ana, admin, tmp_path):
    edi = person("Edi", "editor")
    second = kept(bundle, tmp_path / "second.zip", ana, without_last_claim)
    archive(analysis=version.analysis_id, version=1, reason="Old.", by=edi, at=NOON)
    assert removable(days=30, at=LATER).sources == ()
    archive(analysis=version.analysis_id, version=2, reason="Old.", by=edi, at=NOON)
    assert removable(days=0, at=LATER).sources == ()
    assert removable(days=41, at=LATER).sources == ()
    found = removable(days=30, at=LATER)
    assert found.versions == (version.pk, second.pk)
    assert set(found.texts) == set(bundle.texts)


def test_a_legal_hold_keeps_everything(version, admin):
    edi = person("Edi", "editor")
    archive(analysis=version.analysis_id, version=1, reason="Old.", by=edi, at=NOON)
    number = version.analysis_id
    assert legal_hold(analysis=number, on=True, reason="A suit.", by=edi, at=NOON).forbidden
    assert isinstance(legal_hold(analysis=number, on=True, reason="A suit.", by=admin, at=NOON), Done)
    change(name="retention days", value="30", by=admin, at=NOON)
    assert remove_old(by=admin, at=LATER) == Refused("Nothing is to be deleted.")
    legal_hold(analysis=number, on=False, reason="It is settled.", by=admin, at=NOON)
    names = kept_files().all
    assert names
    assert all(place().holds(name) for name in names)
    done = remove_old(by=admin, at=LATER)
    assert done == Done(f"The copies of {len(version.sources.values('snapshot').distinct())} texts behind 1 archived "
                        "versions are deleted.")  # fmt: skip
    assert not any(place().holds(name) for name in names)
    assert (documents.enclosed(version.pk), documents.texts(version.pk), kept_files().all) == (
        {},
        {},
        frozenset(),
    )
    assert documents.document_of(version.pk) is not None
    assert SourceRow.objects.filter(removed_at=LATER).count() == version.sources.count()
    assert verify().faults == ()


def test_what_was_let_go_comes_back_with_an_import(version, bundle, ana, admin, tmp_path):
    archive(analysis=version.analysis_id, version=1, reason="Old.", by=person("Edi", "editor"), at=NOON)
    change(name="retention days", value="1", by=admin, at=NOON)
    remove_old(by=None, at=LATER)
    again = kept(bundle, tmp_path / "second.zip", ana, without_last_claim)
    assert set(documents.texts(again.pk)) == set(bundle.texts)
    assert documents.texts(version.pk) == {}
