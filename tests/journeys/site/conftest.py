"""Running sites for journeys, and browsers that speak to them."""

import pytest

from tests.journeys.site.running import database, furnished, served
from tests.journeys.site.visits import Browsers
from tests.web.sample_bundles import made, shared_folder
from tests.web.world import World


@pytest.fixture(scope="session")
def samples(request, tmp_path_factory):
    """Give the folder of the sample bundles, which is shared by all tests of a run."""
    folder = shared_folder(request, tmp_path_factory) / "sample-bundles"
    made(folder)
    return folder


@pytest.fixture(scope="module")
def furnished_site(samples, tmp_path_factory):
    """Serve the sample site to the tests of a module."""
    home = tmp_path_factory.mktemp("home")
    with database(home) as settings:
        ids = furnished(settings, samples, "world")
        with served(settings, home / "log") as running:
            yield running, World(**ids)


@pytest.fixture(scope="module")
def world_site(furnished_site):
    """Give the ids of what the sample site holds."""
    return furnished_site[1]


@pytest.fixture(scope="module")
def world_address(furnished_site):
    """Give the address of the sample site."""
    return furnished_site[0].address


@pytest.fixture(scope="module")
def browsers(browser, world_address):
    """Give browsers in which each role is signed in to the sample site."""
    return Browsers(browser, world_address)
