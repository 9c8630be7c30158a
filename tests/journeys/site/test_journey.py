"""From a bundle to the public in headless Chromium, on the database that the tests run on."""

import os
from pathlib import Path

import pytest

from tests.cli.command_line import lexatlas
from tests.journeys.site.hands import Keyboard, Mouse
from tests.journeys.site.running import database, furnished, served
from tests.journeys.site.story import Story
from tests.web.sample_bundles import made

pytestmark = [pytest.mark.browser, pytest.mark.slow]


@pytest.fixture(scope="module")
def address(samples, tmp_path_factory):
    """Serve a site with people and nothing else."""
    home = tmp_path_factory.mktemp("home")
    with database(home) as settings:
        furnished(settings, samples, "people")
        with served(settings, home / "log") as running:
            yield running.address


@pytest.fixture(scope="module", params=["sample", "corpus"])
def bundle(request, samples, tmp_path_factory):
    """Give a bundle of the sample library, and one of real law where it is at hand."""
    if request.param == "sample":
        return made(samples)["licensing"]
    corpus = os.environ.get("LEXATLAS_CORPUS")
    if not corpus:
        pytest.skip("The corpus (LEXATLAS_CORPUS) is not set.")
    path = tmp_path_factory.mktemp("corpus") / "bundle.zip"
    given = Path(corpus).resolve() / "docs" / "SG"
    done = lexatlas("analyse", "SG", "retail-trading-status", "--from", given, "--as-of", "2026-06-01",
                    "--out", path, "--quiet")  # fmt: skip
    assert done.code in (0, 1), done.told
    return path


@pytest.fixture
def story(browser, address, request):
    """Give four people with the hands that the test names."""
    told = Story(browser, address, request.param)
    yield told
    told.close()


@pytest.mark.parametrize("story", [Mouse], indirect=True)
def test_from_a_bundle_to_the_public(story, bundle):
    tell(story, bundle)


@pytest.mark.parametrize("story", [Keyboard], indirect=True)
def test_with_the_keyboard_alone(story, samples):
    tell(story, made(samples)["retail"])


def tell(story, bundle):
    story.imports(bundle)
    story.edits()
    story.is_not_read()
    story.submits(2)
    story.challenges(2, "The rule names firms only.")
    story.answers(2, "Article 2 names everybody who provides the service.")
    story.is_refused_to_approve(2)
    story.sees_and_withdraws(2, "Article 2 names everybody who provides the service.")
    story.opens_every_quote(2)
    story.approves(2)
    story.publishes(2)
    story.is_read()
    story.compares()
    story.looks_again(2)
