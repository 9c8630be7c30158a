"""Each page of the running site in a real browser, as each role sees it: axe, edges, what is asked of whom."""

import os
from urllib.parse import urlsplit

import pytest

from tests.journeys.site.visits import DESK, PHONE, visits
from tests.journeys.test_page import WCAG
from tests.web.world import SIGNED_OUT

pytestmark = [
    pytest.mark.browser,
    pytest.mark.slow,
    # What a page looks like does not hang on where its rows lie.
    pytest.mark.skipif(
        os.environ.get("LEXATLAS_DATABASE_URL", "").startswith("postgres"),
        reason="Seen on the file database.",
    ),
]
LONG = pytest.mark.skipif(
    os.environ.get("EVERY_PAGE") != "yes", reason="Long, and not clean yet: say EVERY_PAGE=yes to run it."
)
LOOKS = {
    "desk, light": {"viewport": DESK, "color_scheme": "light"},
    "desk, dark": {"viewport": DESK, "color_scheme": "dark"},
    "phone, light": {"viewport": PHONE, "color_scheme": "light"},
}
SMALL = {"width": 320, "height": 700}
FOCUS = """() => { const seen = document.activeElement, shape = getComputedStyle(seen);
  return seen === document.body || shape.outlineStyle !== 'none' && parseFloat(shape.outlineWidth) >= 1
    || shape.boxShadow !== 'none'; }"""


@pytest.fixture(scope="module")
def seen(world_site, browsers):
    """Give every visit of the sample site, worked out once, by those who see least and by whoever sees all."""
    return tuple(visits(world_site, browsers, (SIGNED_OUT, "reader", "admin")))


def wrong_on(seen, browsers, find, **settings):
    """Return what is wrong, by page and role; one browser page a role."""
    found, pages = {}, {}
    for visit in seen:
        page = pages.setdefault(visit.role, None) or browsers.page(visit.role, **settings)
        pages[visit.role] = page
        page.goto(visit.path)
        wrong = find(page)
        if wrong:
            found[f"{visit.name}, {visit.role}"] = wrong
    for page in pages.values():
        page.context.close()
    return found


def test_there_are_pages(seen):
    assert len({visit.name for visit in seen}) > 20


def once_each(seen):
    """Return one visit of each page, by whoever sees most of it: roles change what is there, not its colours."""
    return tuple({visit.name: visit for visit in seen}.values())


@pytest.mark.parametrize("look", LOOKS)
def test_axe_finds_nothing(seen, browsers, look):
    axe = pytest.importorskip("axe_playwright_python.sync_playwright").Axe()

    def wrong(page):
        violations = axe.run(page, options={"runOnly": WCAG}).response["violations"]
        return [(each["id"], each["nodes"][0]["html"][:200], len(each["nodes"])) for each in violations]

    assert wrong_on(once_each(seen), browsers, wrong, **LOOKS[look]) == {}


def test_nothing_runs_off_the_side(seen, browsers):
    def wrong(page):
        needed = page.evaluate("document.documentElement.scrollWidth")
        return needed if needed > SMALL["width"] else 0

    assert wrong_on(seen, browsers, wrong, viewport=SMALL) == {}


@LONG
def test_nothing_is_asked_of_another_host_and_nothing_is_refused(seen, browsers, world_address):
    """No request leaves the site, the console stays silent (so no rule of the CSP was broken), nothing is inline."""
    here = urlsplit(world_address).netloc
    said = []

    def wrong(page):
        if page not in listening:
            listening.add(page)
            page.on("console", lambda message: said.append((page.url, message.text)))
            page.on("pageerror", lambda error: said.append((page.url, str(error))))
            page.on("request", lambda request: asked.append(request.url))
            page.reload()
        page.wait_for_load_state("networkidle")
        inline = page.locator("[style], [onclick], [onload], [onerror], style, script:not([src])").count()
        return f"{inline} inline" if inline else ""

    listening, asked = set(), []
    assert wrong_on(once_each(seen), browsers, wrong) == {}
    assert said == []
    assert {urlsplit(url).netloc for url in asked if not url.startswith("data:")} == {here}


@LONG
def test_whatever_takes_the_focus_shows_it(seen, browsers):
    """Forty steps with Tab through each page: there is always something to see where one is."""

    def wrong(page):
        for _ in range(40):
            page.keyboard.press("Tab")
            if not page.evaluate(FOCUS):
                return page.evaluate("document.activeElement.outerHTML").strip()[:160]
        return ""

    assert wrong_on(once_each(seen), browsers, wrong) == {}
