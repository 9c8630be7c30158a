"""Whole pages that are kept: each act is seen at once, nobody gets another's, forms bear the browser's own secret."""

import gzip
import re

from django.test import Client
from django.utils import timezone

from lexatlas.core.workflow import ROLES
from lexatlas.desk import assign, people, site_settings, views
from lexatlas.store.queries.site import happened
from tests.web.asking import told

PACKED = {"headers": {"accept-encoding": "gzip"}}


def asked(client, address="/"):
    answer = client.get(address, **PACKED)
    assert answer.status_code == 200
    return gzip.decompress(answer.content).decode() if answer.has_header("Content-Encoding") else told(answer)


def test_a_list_shows_each_act_at_once(world):
    client, editor = world.client("editor"), world.person("editor")
    asked(client)
    kept = asked(client)
    assert "put on just now" not in kept
    number = world.analyses["live"]
    assign.label(analyses=[number], name="put on just now", on=True, by=editor, at=timezone.now())
    assert "put on just now" in asked(client)
    views.save_view(name="Of my own", query="topic=x", by=editor, at=timezone.now())
    assert "Of my own" in asked(client)
    assert "Of my own" not in asked(world.client("admin"))


def test_a_role_taken_away_takes_the_kept_list_and_page_along(world):
    client, person = world.client("analyst"), world.person("analyst")
    draft = f"/analyses/{world.analyses['draft']}"
    for _ in range(3):
        asked(client)
        asked(client, draft)
    people.change_role(person=person.pk, role="reader", by=world.person("admin"), at=timezone.now())
    assert client.get(draft, **PACKED).status_code == 404
    assert f'href="{draft}"' not in asked(client)


def test_what_is_kept_for_everybody_is_gone_with_public_reading(world):
    admin = world.person("admin")
    site_settings.change(name="public reading", value="yes", by=admin, at=timezone.now())
    page = f"/analyses/{world.analyses['live']}"
    for address in ("/", page, "/", page):
        asked(Client(), address)
    site_settings.change(name="public reading", value="no", by=admin, at=timezone.now())
    assert [Client().get(address, **PACKED).status_code for address in ("/", page)] == [302, 302]


def test_forms_of_a_kept_list_are_taken(world):
    client = Client(enforce_csrf_checks=True)
    client.force_login(world.person("editor"))
    for _ in range(3):
        page = asked(client)
    token = re.search(r'name="csrfmiddlewaretoken" value="(\w+)"', page)[1]
    form = {"csrfmiddlewaretoken": token, "act": "label", "name": "kept", "analysis": world.analyses["live"]}
    assert client.post("/analyses/bulk", form).status_code == 303
    stranger = Client(enforce_csrf_checks=True)
    stranger.force_login(world.person("editor"))
    assert re.search(r'csrfmiddlewaretoken" value="(\w+)"', asked(stranger))[1] != token
    assert stranger.post("/analyses/bulk", form).status_code == 403


def test_every_act_changes_what_has_happened(world):
    before = happened()
    assert happened() == before or "pg" in before or ":" in before
    people.change_role(
        person=world.person("reader").pk, role=ROLES[1], by=world.person("admin"), at=timezone.now()
    )
    assert happened() != before
