"""The tables of the first release stand on whichever database the tests run on."""

import pytest
from django.core.management import call_command
from django.db import connection

from lexatlas.store import models

pytestmark = pytest.mark.django_db


def test_every_table_is_made_by_the_migrations():
    tables = set(connection.introspection.table_names())
    wanted = {getattr(models, name)._meta.db_table for name in models.__all__}
    assert wanted - tables == set()


def test_no_change_of_the_models_lacks_its_migration():
    call_command("makemigrations", "--check", "--dry-run", verbosity=0)
