"""Assigning and labelling, one or many: all of them or none, and an event in each chain."""

from datetime import date

import pytest

from lexatlas.core.document import Document
from lexatlas.desk.assign import MOST, assign, label
from lexatlas.desk.outcome import Done, Refused
from lexatlas.store.models import Analysis, Event, Label, Words
from tests.desk.shelf import NOON, analysis_for, person

pytestmark = pytest.mark.django_db


@pytest.fixture
def numbers(document: Document) -> list[int]:
    first = analysis_for(document)
    others = [Analysis.objects.create(jurisdiction="XB", topic=name, level="total", created_at=NOON, changed_at=NOON)
              for name in ("vasp-licensing", "bank-access")]  # fmt: skip
    return [first.pk, *(row.pk for row in others)]


def given(numbers, to, by, due=None, reason=""):
    return assign(analyses=numbers, to=to.pk if to else None, due=due, reason=reason, by=by, at=NOON)


def test_many_are_given_at_once(numbers):
    edi, ana = person("Edi", "editor"), person("Ana", "analyst")
    done = given(numbers, ana, edi, date(2026, 7, 1), "She reads it.")
    assert done == Done("3 analyses given to Ana, due 2026-07-01.")
    assert set(Analysis.objects.values_list("assigned_to", "due")) == {(ana.pk, date(2026, 7, 1))}
    events = list(Event.objects.order_by("chain").values_list("chain", "position", "payload__to"))
    assert events == sorted((str(number), 1, ana.key) for number in numbers)
    assert [row.text for row in Words.objects.all()] == ["She reads it."]


def test_one_of_one(numbers):
    edi = person("Edi", "editor")
    assert given(numbers[:1], None, edi) == Done("1 analysis given to nobody.", numbers[0])


@pytest.mark.parametrize("role", ["reader", "analyst", "reviewer"])
def test_only_editors_give(numbers, role):
    assert given(numbers, None, person("X", role)).forbidden


def test_all_or_none(numbers):
    edi, ana, ray = person("Edi", "editor"), person("Ana", "analyst"), person("Ray", "reader")
    gone = person("Gone", "analyst")
    type(gone).objects.filter(pk=gone.pk).update(is_active=False)
    refusals = [
        given([*numbers, 99_999], ana, edi, reason="x"),
        given([*numbers, 10**30, -1], ana, edi, reason="x"),
        given(numbers, ray, edi, reason="x"),
        given(numbers, gone, edi, reason="x"),
        given(numbers, ana, edi, date(2026, 6, 1)),
        given([], ana, edi),
        given(list(range(MOST + 1)), ana, edi),
    ]
    assert all(isinstance(refused, Refused) for refused in refusals)
    assert (Event.objects.count(), Words.objects.count()) == (0, 0)
    assert not Analysis.objects.filter(assigned_to__isnull=False).exists()


def test_labels_go_on_and_off(numbers):
    edi = person("Edi", "editor")

    def put(on: bool, which=numbers):
        return label(analyses=which, name="  fast   track ", on=on, by=edi, at=NOON)

    assert put(True, numbers[:1]).sentence == "“fast track” was put on 1 analysis."
    assert put(True).sentence == "“fast track” was put on 2 analyses."
    assert isinstance(put(True), Refused)
    assert Label.objects.filter(name="fast track").count() == 3
    assert put(False).sentence == "“fast track” was taken off 3 analyses."
    assert (Label.objects.count(), Event.objects.count()) == (0, 6)
    assert "fast" not in str(list(Event.objects.values_list("payload", flat=True)))
