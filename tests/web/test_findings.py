"""What the checks find wrong with a page as a whole stands on it, for everybody who may read the words it names."""

import pytest

from lexatlas.core.facts import LegalDate
from lexatlas.desk import edit
from lexatlas.desk.edit_changes import Changes
from lexatlas.desk.outcome import Done
from lexatlas.store.models import Person, SourceRow, Version
from lexatlas.store.queries.documents import document
from tests.store.rows import AT
from tests.web.asking import told

pytestmark = pytest.mark.django_db
LEAD = "1 finding of the checks on the page as a whole:"


@pytest.fixture
def wrong(world):
    """Return the address of a live version, one of whose laws has a day that no text has."""
    number = world.analyses["live"]
    newest = Version.objects.get(analysis=number, number=2)
    law = document(newest.document_id).instruments[0]
    day = LegalDate(role="repealed", date="2031-07-09", precision="day")
    done = edit.save(
        analysis=number, based_on=2, changes=Changes(laws={law.id: (*law.dates, day)}), note="A day.",
        by=Person.objects.get(pk=world.people["analyst"]), at=AT,
    )  # fmt: skip
    assert isinstance(done, Done), done
    Version.objects.filter(analysis=number, number=2).update(stage="Archived")
    Version.objects.filter(analysis=number, number=3).update(stage="Live", published_at=AT)
    return f"/analyses/{number}/versions/3"


def test_a_finding_stands_on_the_page_for_those_inside_and_for_readers(world, wrong):
    for asker in ("analyst", "reader"):
        page = told(world.client(asker).get(wrong))
        assert LEAD in page
        assert "stands in none of the texts" in page
    assert "of the checks on the page as a whole" not in told(world.client("analyst").get(wrong[:-1] + "2"))


def test_without_every_text_nothing_is_judged(world, wrong):
    row = SourceRow.objects.filter(version__number=3, snapshot__isnull=False).first()
    SourceRow.objects.filter(pk=row.pk).update(removed_at=AT)
    assert "of the checks on the page as a whole" not in told(world.client("analyst").get(wrong))
