"""Published versions that were found wrong: listed with day and reason, linked to those who may read them."""

import re

import pytest
from django.test import Client

from lexatlas.desk import event
from lexatlas.store.models import Person, Version
from tests.store.rows import AT, a_version, an_analysis

pytestmark = pytest.mark.django_db


def corrected(analysis, reason, **changed):
    version = a_version(analysis, **changed)
    Version.objects.filter(pk=version.pk).update(
        corrected_at=AT, correction=event.words(text=reason, by=None, at=AT)
    )
    return version


def rows(role):
    client = Client()
    person = Person.objects.create(name=role, email=f"{role}@example.org", role=role, created_at=AT)
    client.force_login(person, backend="django.contrib.auth.backends.ModelBackend")
    page = client.get("/corrections/").content.decode()
    return re.findall(r'What was wrong"><bdi>([^<]*)<', page), re.findall(r'href="(/analyses/\d[^"]*)"', page)


def test_a_reader_is_led_to_what_is_live_alone():
    one, two = an_analysis("XA"), an_analysis("XB")
    corrected(one, "The cap is monthly.", live=True)
    corrected(two, "The act was repealed.", stage="Archived", published_at=AT)
    corrected(two, "Never published.", stage="In Review")
    at_one, at_two = f"/analyses/{one.pk}/versions/1", f"/analyses/{two.pk}/versions/1"
    assert rows("reader") == (["The act was repealed.", "The cap is monthly."], [at_one])
    assert rows("analyst") == (["The act was repealed.", "The cap is monthly."], [at_two, at_one])


def test_nothing_was_found_wrong():
    assert rows("reader") == ([], [])
