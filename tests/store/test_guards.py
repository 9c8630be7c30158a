"""The database itself refuses to change or delete what must stay, and lets names and texts be blanked."""

import pytest
from django.db import DatabaseError, connection, transaction

from lexatlas.desk import event
from lexatlas.store import guards
from lexatlas.store.models import DocumentBytes, Event, Line, Person, Version, Words
from tests.desk.shelf import NOON, analysis_for, person, version_of
from tests.pipeline.analysed import analysed

pytestmark = pytest.mark.django_db


@pytest.fixture(scope="module")
def document():
    from lexatlas.sources.pool import ReaderPool

    with ReaderPool() as pool:
        return analysed(pool).document


@pytest.fixture
def version(document):
    ana = person("Ana", "analyst")
    row = version_of(analysis_for(document), document, author=ana)
    with transaction.atomic():
        event.words(text="Said.", by=ana, at=NOON)
        event.record(chain="site", act="x", by=ana, at=NOON, payload={})
    return row


def test_every_guard_stands_after_all_migrations():
    assert guards.missing(connection) == []


@pytest.mark.parametrize(
    ("rows", "change", "told"),
    [
        (Event, {"act": "approve"}, "Events are never changed."),
        (Event, {"payload": {"x": 1}}, "Events are never changed."),
        (Event, None, "Events are never deleted."),
        (DocumentBytes, {"body": b"x"}, "Documents are never changed."),
        (DocumentBytes, None, "Documents are never deleted."),
        *((Version, {name: value}, "What a version is never changes.") for name, value in
          (("number", 9), ("public_id", "x"), ("provenance", {"x": 1}), ("run", "x"), ("origin", "run"),
           ("created_at", NOON.replace(year=2020)), ("author", None))),
        (Version, None, "Versions are never deleted."),
        (Words, {"text": "Otherwise."}, "A text can be blanked and not changed."),
        (Words, {"commitment": "0" * 64}, "A text can be blanked and not changed."),
        (Person, {"key": "p-other"}, "The key of a person never changes."),
        (Line, {"key": "other"}, "The key of a line never changes."),
    ],
)  # fmt: skip
def test_what_must_stay_stays(version, rows, change, told):
    found = rows._base_manager.all()
    with pytest.raises(DatabaseError, match=told), transaction.atomic():
        # Straight to the table: Django itself would look for rows that hang on these first.
        found._raw_delete(found.db) if change is None else found.update(**change)


def test_what_may_change_changes(version):
    Version.objects.update(stage="Live", published_at=NOON, claimed={})
    Words.objects.update(text="", salt="", blanked_at=NOON)
    Person.objects.update(name="", email=None, blanked_at=NOON)
    assert (Version.objects.get().stage, Words.objects.get().text) == ("Live", "")
