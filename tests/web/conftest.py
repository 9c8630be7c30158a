"""The site that tests of pages ask: built once a module, and left as it was by every test."""

import pytest
from django.db import transaction

from tests.web.sample_bundles import made, shared_folder


@pytest.fixture(scope="session")
def bundles(request, tmp_path_factory):
    """Give the sample bundles by name."""
    return made(shared_folder(request, tmp_path_factory) / "sample-bundles")


@pytest.fixture(scope="module")
def world_built(bundles, django_db_setup, django_db_blocker):
    """Build the site inside a transaction that is taken back after the module's last test."""
    from tests.web.world import built

    with django_db_blocker.unblock(), transaction.atomic():
        yield built(bundles)
        transaction.set_rollback(True)


@pytest.fixture
def world(world_built, db):
    """Give the site; what a test changes is taken back."""
    return world_built
