"""My work: the right lists for the right people, at the same cost for one row and for thirty."""

from datetime import timedelta
from html import unescape

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from lexatlas.core.recipe import Brief
from lexatlas.store.models import Analysis, Review, Words
from tests.desk.conftest import bundle, document  # noqa: F401 - fixtures
from tests.desk.shelf import analysis_for, person, version_of

pytestmark = pytest.mark.django_db
BACKEND = "django.contrib.auth.backends.ModelBackend"


@pytest.fixture
def people():
    return {
        name: person(name, role)
        for name, role in (("Ann", "analyst"), ("Bea", "reviewer"), ("Eve", "editor"))
    }


def placed(document, number, author, **given):  # noqa: F811 - a document
    brief: Brief = document.brief.model_copy(
        update={"jurisdiction": f"X{number}", "jurisdiction_name": f"Land {number}"}
    )
    analysis = analysis_for(document.model_copy(update={"brief": brief}))
    version = version_of(analysis, document, author=author)
    Analysis.objects.filter(id=analysis.id).update(latest=version, **{"stage": "In Review", **given})
    return version


def page(client, who):
    client.force_login(who, backend=BACKEND)
    return unescape(client.get("/my-work/").content.decode())


def test_what_is_mine_late_and_to_look_at_again_is_listed(client, document, people):  # noqa: F811
    today = timezone.now().date()
    placed(document, 1, people["Bea"], assigned_to=people["Ann"], due=today - timedelta(days=1))
    placed(document, 2, people["Bea"], look_again_by=today + timedelta(days=3))
    told = page(client, people["Ann"])
    assert "1 assigned to me, 0 waiting for me, 1 late, 1 to look at again" in told
    assert "Land 1 (X1)" in told
    assert "Land 2 (X2)" in told


def test_a_reviewer_waits_for_what_others_wrote(client, document, people):  # noqa: F811
    placed(document, 1, people["Ann"])
    placed(document, 2, people["Bea"])
    told = page(client, people["Bea"])
    assert "0 assigned to me, 1 waiting for me" in told
    assert "Land 2" not in told


def test_an_editor_publishes_what_is_reconciled_and_sees_what_is_late_for_everybody(client, document, people):  # noqa: F811
    day = timezone.now().date() - timedelta(days=2)
    placed(document, 1, people["Ann"], stage="Reconciled", due=day)
    assert "0 assigned to me, 1 waiting for me, 1 late" in page(client, people["Eve"])


def challenged(version, by, number):
    words = Words.objects.create(
        text=f"Reason {number}", by=by, written_at=timezone.now(), commitment="0" * 64
    )
    Review.objects.create(version=version, kind="Challenge", target="code", by=by, role=by.role, at=timezone.now(),
                          words=words, state="open")  # fmt: skip


def test_an_author_answers_and_another_reviewer_resolves(client, document, people):  # noqa: F811
    challenged(placed(document, 1, people["Ann"]), people["Bea"], 1)
    assert "Waiting for my answer" in page(client, people["Ann"])
    assert "Reviews to resolve" in page(client, people["Eve"])
    assert "My open reviews" in page(client, people["Bea"])


def test_thirty_rows_cost_as_many_queries_as_one(client, document, people):  # noqa: F811
    counts = []
    for numbers in (range(1), range(1, 30)):
        for number in numbers:
            version = placed(document, number, people["Ann"], assigned_to=people["Eve"],
                             due=timezone.now().date(), look_again_by=timezone.now().date())  # fmt: skip
            challenged(version, people["Bea"], number)
        page(client, people["Eve"])
        with CaptureQueriesContext(connection) as told:
            client.get("/my-work/")
        counts.append(len(told))
    assert counts[0] == counts[1]


def test_readers_have_no_work_here(client):
    reader = person("Rob", "reader")
    client.force_login(reader, backend=BACKEND)
    assert client.get("/my-work/").status_code == 403
