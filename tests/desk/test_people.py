"""Accounts: opened, changed, closed, blanked; a site keeps an administrator, a chain keeps its hashes."""

import pytest

from lexatlas.desk.chain import verify
from lexatlas.desk.outcome import Done, Refused
from lexatlas.desk.people import activate, add_person, blank, change_role, deactivate
from lexatlas.desk.site_settings import KNOWN, change
from lexatlas.desk.views import remove_view, save_view
from lexatlas.store.models import Event, Person, SavedView, SiteSetting
from tests.desk.shelf import NOON, person

pytestmark = pytest.mark.django_db


@pytest.fixture
def admin():
    return person("Ada", "admin")


def added(email="bo@example.org", name="Bo", role="analyst", by=None):
    return add_person(email=email, name=name, role=role, by=by, at=NOON)


def test_the_first_person_comes_from_the_command_line():
    assert added(role="admin") == Done("Bo was added with the role admin.")
    row = Person.objects.get()
    assert (row.email, row.role, row.has_usable_password()) == ("bo@example.org", "admin", False)
    assert Event.objects.get().actor == ""
    assert "bo" not in str(Event.objects.get().payload).replace("role", "")


@pytest.mark.parametrize(
    "given",
    [
        {"email": "BO@Example.org"}, {"email": "ｂｏ@example.org"}, {"email": "no address"}, {"email": ""},
        {"email": "a@" + "b" * 300 + ".org"}, {"email": "x@example.org", "name": " \x00 "},
        {"email": "x@example.org", "role": "king"}, {"email": "x@example.org", "name": "n" * 121},
    ],
)  # fmt: skip
def test_who_is_not_added(given, admin):
    added()
    assert isinstance(added(**given, by=admin), Refused)
    assert Person.objects.count() == 2
    assert Event.objects.count() == 1


@pytest.mark.parametrize(
    ("given", "kept"),
    [("\u202eorB", "orB"), ("\ufeffBo\u2066 B\u200b", "Bo B"), ("می\u200cخواهم", "می\u200cخواهم")],
)
def test_a_name_turns_and_hides_nothing_beside_it(given, kept):
    assert isinstance(added(name=given), Done)
    assert Person.objects.get().name == kept


@pytest.mark.parametrize("act", [deactivate, activate, blank])
def test_only_administrators_see_to_people(act, admin):
    editor = person("Edi", "editor")
    assert act(person=admin.pk, by=editor, at=NOON).forbidden
    assert change_role(person=admin.pk, role="reader", by=editor, at=NOON).forbidden


def test_the_last_administrator_stays(admin):
    for act in (deactivate, blank):
        assert isinstance(act(person=admin.pk, by=admin, at=NOON), Refused)
    assert isinstance(change_role(person=admin.pk, role="editor", by=admin, at=NOON), Refused)
    assert Event.objects.count() == 0
    second = person("Bea", "admin")
    assert isinstance(change_role(person=admin.pk, role="editor", by=second, at=NOON), Done)


def test_a_closed_account_ends_its_sessions_and_can_be_opened(admin):
    ana = person("Ana", "analyst")
    mark = ana.session_mark
    assert isinstance(deactivate(person=ana.pk, by=admin, at=NOON), Done)
    row = Person.objects.get(pk=ana.pk)
    assert (row.is_active, row.session_mark == mark) == (False, False)
    assert isinstance(deactivate(person=ana.pk, by=admin, at=NOON), Refused)
    assert isinstance(activate(person=ana.pk, by=admin, at=NOON), Done)


def test_a_person_blanked_leaves_the_chains_unbroken(admin):
    ana = person("Ana", "analyst")
    save_view(name="Mine", query="code=banned", by=ana, at=NOON)
    head = verify().heads["site"]
    assert isinstance(blank(person=ana.pk, by=admin, at=NOON), Done)
    row = Person.objects.get(pk=ana.pk)
    assert (row.name, row.email, row.is_active, row.shown) == ("", None, False, ana.key)
    assert SavedView.objects.count() == 0
    assert isinstance(activate(person=ana.pk, by=admin, at=NOON), Refused)
    found = verify()
    assert found.faults == ()
    assert Event.objects.get(chain="site", position=2).previous == head
    assert "Ana" not in str(list(Event.objects.values()))


def test_two_people_can_be_blanked(admin):
    for name in ("Ana", "Bo"):
        assert isinstance(blank(person=person(name).pk, by=admin, at=NOON), Done)


def test_settings_that_are_known(admin):
    assert [row.default for row in KNOWN] == ["no", "no", "0"]
    assert (
        change(name="public reading", value="yes", by=admin, at=NOON).sentence
        == "“public reading” is yes from now on."
    )
    refused = [
        change(name="public reading", value="yes", by=admin, at=NOON),
        change(name="public reading", value="perhaps", by=admin, at=NOON),
        change(name="retention days", value="-1", by=admin, at=NOON),
        change(name="DEBUG", value="yes", by=admin, at=NOON),
        change(name="sign alone", value="yes", by=person("Edi", "editor"), at=NOON),
    ]
    assert all(isinstance(each, Refused) for each in refused)
    assert list(SiteSetting.objects.values_list("name", "value")) == [("public reading", "yes")]
    assert Event.objects.count() == 1


def test_views_are_ones_own():
    ana, bo = person("Ana", "reader"), person("Bo", "reader")
    save_view(name="Late", query="?due=late", by=ana, at=NOON)
    save_view(name="Late", query="due=late&topic=x", by=ana, at=NOON)
    view = SavedView.objects.get()
    assert view.query == "due=late&topic=x"
    assert isinstance(remove_view(view=view.pk, by=bo, at=NOON), Refused)
    assert isinstance(remove_view(view=view.pk, by=ana, at=NOON), Done)
    assert SavedView.objects.count() == 0
