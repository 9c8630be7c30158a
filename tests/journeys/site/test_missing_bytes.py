"""Bytes of a source are lost from the archive: each page that needs them says so, the others go on, and none fails."""

import json
import re
from pathlib import Path

import pytest

from tests.journeys.site.running import database, furnished, served
from tests.journeys.site.visits import Browsers
from tests.web.world import World

pytestmark = [pytest.mark.browser, pytest.mark.slow]
LOST = re.compile("is not in the archive")
FORMS = ("html", "json", "md")
PAGES = ("", "/history", "/compare", "/edit", "/versions/2/memo", "/versions/2/reviews", "/versions/2",
         *(f"/versions/2/export/{form}" for form in (*FORMS, "bundle")))  # fmt: skip


@pytest.fixture
def site(samples, tmp_path):
    """Give the settings of the sample site, its ids, and a function that serves it, with nothing at hand yet."""
    with database(tmp_path) as settings:
        world = World(**furnished(settings, samples, "world"))
        yield settings, world, lambda: served(settings, tmp_path / "log")


def test_lost_bytes_are_told_and_found_again(site, browser, tmp_path):
    settings, world, serve = site
    live = f"/analyses/{world.analyses['live']}"
    with serve() as running:
        text = text_of_the_first_claim(Browsers(browser, running.address).page("analyst"), live)
    kept, aside = Path(settings["LEXATLAS_HOME"]) / "data" / "archive" / text[:2] / text, tmp_path / text
    kept.rename(aside)
    with serve() as running:
        page = Browsers(browser, running.address).page("analyst")
        the_pages_say_so(page, live, text)
        found = running.command("lexatlas.cli.main", "doctor", "--json")
        parts = {part["name"]: part for part in json.loads(found.stdout)["parts"]}
        assert (found.returncode, parts["archive"]["state"], text in parts["archive"]["said"]) == (
            1, "failed", True,
        )  # fmt: skip

        aside.rename(kept)
        assert links_into(page, live, text) > 0
        assert page.goto(f"/sources/{text}").status == 200
        assert running.command("lexatlas.cli.main", "doctor").returncode == 0


def the_pages_say_so(page, live, text):
    """The source, the evidence and the bundle say that the copy is lost; all else is as it was."""
    assert page.goto(f"/sources/{text}").status == 409
    page.get_by_text(LOST).first.wait_for()
    assert links_into(page, live, text) == 0
    quote = opened(page).locator(".quote").first.inner_text()
    assert "The archived copy of this text is not in the archive just now" in quote
    asked = {where: page.request.get(f"{live}{where}") for where in PAGES}
    assert {where: answer.status for where, answer in asked.items() if answer.status >= 500} == {}
    assert LOST.search(asked["/versions/2/export/bundle"].text())
    assert [asked[f"/versions/2/export/{form}"].status for form in FORMS] == [200, 200, 200]


def text_of_the_first_claim(page, live):
    """Return the hash of the text that the evidence of the first claim leads to."""
    page.goto(live)
    return re.search(r"/sources/(\w{64})", opened(page).locator(".quote a").first.get_attribute("href"))[1]


def opened(page):
    """Open the evidence of the first claim and return it."""
    page.locator(".statement.claim a.mark").first.click()
    return page.locator(".drawer:target")


def links_into(page, where, text):
    """Return how many links of a page lead into an archived text."""
    page.goto(where)
    return page.locator(f'a[href^="/sources/{text}"]').count()
