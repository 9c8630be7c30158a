"""An administrator holds an analysis and blanks a single text on pages, as the command line does; nobody else."""

import re

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from lexatlas.desk.chain import verify
from lexatlas.store.models import Analysis, Event, Words
from tests.web.asking import told

pytestmark = pytest.mark.django_db


@pytest.fixture
def admin(world):
    return world.client("admin")


def act(client, number, name, version=1, **form):
    return client.post(f"/analyses/{number}/versions/{version}/acts/{name}", form, follow=True)


def test_a_legal_hold_begins_and_ends_on_the_page(world, admin):
    number = world.analyses["draft"]
    page = told(act(admin, number, "hold", reason="A court asked on 2026-06-01."))
    assert "under legal hold" in page
    assert "Nothing behind this analysis is deleted." in page
    assert Analysis.objects.get(pk=number).legal_hold
    again = act(admin, number, "hold", reason="Once more.")
    assert (again.status_code, "under legal hold already" in told(again)) == (400, True)
    page = told(act(admin, number, "release", reason="It is over."))
    assert "no longer under legal hold" in page
    assert "Nothing behind this analysis is deleted." not in page
    assert [each.act for each in Event.objects.filter(chain=str(number)).order_by("-id")[:2]] == [
        "legal hold"
    ] * 2


def test_a_hold_wants_a_reason_and_readers_are_not_told_of_it(world, admin):
    number = world.analyses["live"]
    assert "The reason is missing" in told(act(admin, number, "hold", version=2, reason=" "))
    act(admin, number, "hold", version=2, reason="A court asked.")
    assert "legal hold" not in told(world.client("reader").get(f"/analyses/{number}")).lower()


def test_a_text_is_reached_from_the_record_read_and_blanked(world, admin):
    sign = world.texts["a text that somebody wrote"]
    record = told(admin.get(f"/audit/?chain={world.analyses['draft']}"))
    assert f'href="/audit/texts/{sign}/"' in record
    page = told(admin.get(f"/audit/texts/{sign}/"))
    assert "Known to her." in page
    assert re.search(r"place \d+: assign, words", page)
    wrong = admin.post(f"/audit/texts/{sign}/", {"confirm": "00000000"})
    assert wrong.status_code == 400
    assert Words.objects.get(commitment=sign).text == "Known to her."
    after = told(admin.post(f"/audit/texts/{sign}/", {"confirm": sign[:8]}, follow=True))
    assert "The text is blanked." in after
    assert "Known to her." not in after
    assert Words.objects.get(commitment=sign).text == ""
    assert f'href="/audit/texts/{sign}/"' not in told(admin.get(f"/audit/?chain={world.analyses['draft']}"))
    assert verify().faults == ()
    again = admin.post(f"/audit/texts/{sign}/", {"confirm": sign[:8]})
    assert (again.status_code, "blanked already" in told(again)) == (400, True)


def test_a_text_of_an_analysis_under_legal_hold_stays(world, admin):
    sign = world.texts["a text that somebody wrote"]
    act(admin, world.analyses["draft"], "hold", reason="A court asked.")
    refused = admin.post(f"/audit/texts/{sign}/", {"confirm": sign[:8]})
    assert (refused.status_code, "under legal hold" in told(refused)) == (400, True)
    assert Words.objects.get(commitment=sign).text == "Known to her."
    act(admin, world.analyses["draft"], "release", reason="It is over.")
    assert admin.post(f"/audit/texts/{sign}/", {"confirm": sign[:8]}).status_code == 303


def test_the_record_takes_as_many_queries_for_one_text_as_for_many(world, admin):
    counted = []
    for address in (f"/audit/?chain={world.analyses['draft']}", "/audit/"):
        with CaptureQueriesContext(connection) as found:
            admin.get(address)
        counted.append(len(found))
    assert counted[0] == counted[1]
