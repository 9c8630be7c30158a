"""Several processes at work on one analysis at the same moment: nothing is done twice, no chain has a hole."""

import json
import os
import subprocess
import sys
from contextlib import ExitStack
from pathlib import Path

import pytest
from django.conf import settings
from django.db import connection

from lexatlas.desk.chain import verify
from lexatlas.store.models import Event, Review, Version
from tests.desk.shelf import NOON, analysis_for, person, version_of

# The sockets are those of the database, on this machine.
pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.network]
ROOT = Path(__file__).parents[2]


def at_once(*each: list[tuple[str, dict[str, object]]]) -> list[tuple[bool, str]]:
    """Do each list of acts in a process of its own, all begun together; return what came of every act."""
    env = {**os.environ, "LEXATLAS_HOME": str(Path(settings.STATIC_ROOT).parents[1])}
    name = str(connection.settings_dict["NAME"])
    told: list[str] = []
    with ExitStack() as stack:
        running = [
            stack.enter_context(
                subprocess.Popen([sys.executable, "-m", "tests.desk.one_act", name, json.dumps(acts)], cwd=ROOT,
                                 env=env, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
            )
            for acts in each
        ]  # fmt: skip
        assert [process.stdout.readline() for process in running] == ["ready\n"] * len(running)
        for process in running:
            process.stdin.write("go\n")
            process.stdin.flush()
        for process in running:
            told += process.communicate(timeout=120)[0].splitlines()
    return [tuple(json.loads(line)) for line in told]


@pytest.fixture
def version(document):
    ana, rev = person("Ana", "analyst"), person("Rev", "reviewer")
    row = version_of(analysis_for(document), document, author=ana)
    Review.objects.create(
        version=row, kind="Approval", target="code", by=rev, role=rev.role, at=NOON, state="given"
    )
    return row


def published(version: Version, by: int) -> tuple[str, dict[str, object]]:
    return "publish", {"analysis": version.analysis_id, "version": version.number, "by": by}


def test_two_processes_publish_one_version(version):
    one, two = person("Edi", "editor"), person("Eve", "editor")
    told = at_once([published(version, one.pk)], [published(version, two.pk)])
    assert sorted(done for done, _ in told) == [False, True]
    assert {sentence for _, sentence in told} == {
        "Version 1 is live.",
        "Only a reconciled version is published: approved, with no open challenge. Version 1 is Live.",
    }
    assert Version.objects.filter(stage="Live").count() == 1
    assert Event.objects.filter(act="publish").count() == 1


def test_two_processes_publish_two_versions(version, document):
    edi = person("Edi", "editor")
    second = version_of(version.analysis, document, 2, author=version.author)
    rev = Review.objects.get().by
    Review.objects.create(
        version=second, kind="Approval", target="code", by=rev, role=rev.role, at=NOON, state="given"
    )
    told = at_once([published(version, edi.pk)], [published(second, edi.pk)])
    assert [done for done, _ in told] == [True, True]
    # They took turns: whichever came second archived what the first had made live.
    assert sorted(Version.objects.values_list("stage", flat=True)) == ["Archived", "Live"]
    assert [row.payload["replaces"] > 0 for row in Event.objects.order_by("position")] == [False, True]


def test_a_form_sent_twice_is_done_once(version):
    Version.objects.filter(pk=version.pk).update(stage="Step 1 Base Research")
    ana = version.author
    twice = ("submit", {"analysis": version.analysis_id, "version": 1, "by": ana.pk})
    told = at_once([twice, twice], [twice])
    assert sorted(done for done, _ in told) == [False, False, True]
    assert Event.objects.filter(act="submit").count() == 1


def test_twenty_acts_at_once_leave_no_hole(version):
    ana, acts = version.author, 5
    look = ("look_again", {"analysis": version.analysis_id, "version": 1, "looked_in": "Gazette", "found": "Nothing.",
                           "by": ana.pk})  # fmt: skip
    told = at_once(*[[look] * acts for _ in range(4)])
    assert [done for done, _ in told] == [True] * 20, told
    positions = Event.objects.filter(chain=str(version.analysis_id)).order_by("position")
    assert list(positions.values_list("position", flat=True)) == list(range(1, 21))
    # The rows of this test were put there without acts; the chain itself has no fault.
    assert [fault for fault in verify().faults if "No event tells" not in fault] == []
