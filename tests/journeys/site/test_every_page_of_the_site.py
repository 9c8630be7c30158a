"""Each page of the running site in a real browser, by who sees most and least: axe, edges, focus, hosts."""

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
LOOKS = {
    "desk, light": (DESK, "light", WCAG),
    # The dark page has the same markup: only its colours can be wrong.
    "desk, dark": (DESK, "dark", {"type": "rule", "values": ["color-contrast"]}),
    "phone, light": (PHONE, "light", WCAG),
}
SMALL = {"width": 320, "height": 700}
INLINE = "[style], [onclick], [onload], [onerror], [onsubmit], style, script:not([src])"
VIOLATIONS = """async (rules) => {
  const found = await axe.run(document, {runOnly: rules, resultTypes: ['violations']});
  return found.violations.map((each) => [each.id, each.nodes[0].html.slice(0, 200), each.nodes.length]);
}"""
WITHOUT_FOCUS = """() => [...document.querySelectorAll('a[href], button, input, select, textarea, summary, [tabindex]')]
  .filter((each) => {
    each.focus({preventScroll: true});
    if (document.activeElement !== each || each.tabIndex < 0) return false;
    const shape = getComputedStyle(each);
    return !(shape.outlineStyle !== 'none' && parseFloat(shape.outlineWidth) >= 1) && shape.boxShadow === 'none';
  }).map((each) => each.outerHTML.trim().slice(0, 160))"""


@pytest.fixture(scope="module")
def axe():
    """Give the script of axe."""
    return pytest.importorskip("axe_playwright_python.sync_playwright").Axe().axe_script


def test_every_page_is_open_to_everybody_keeps_to_its_edges_and_asks_nobody_else(
    world_site, world_address, browsers, axe
):
    wrong, names, pages = {}, set(), {}
    for visit in visits(world_site, browsers, (SIGNED_OUT, "reader", "admin")):
        page = pages.get(visit.role) or listened_to(browsers.page(visit.role))
        pages[visit.role] = page
        found = {name: what for name, what in looked_at(page, visit.path, world_address, axe) if what}
        names.add(visit.name)
        if found:
            wrong[f"{visit.name}, {visit.role}"] = found
    for page in pages.values():
        page.context.close()
    assert wrong == {}
    assert len(names) > 20


def listened_to(page):
    """Note whatever a page says in the console and whomever it asks."""
    page.said, page.asked = [], []
    page.on("console", lambda message: page.said.append(message.text))
    page.on("pageerror", lambda error: page.said.append(str(error)))
    page.on("request", lambda request: page.asked.append(request.url))
    return page


def looked_at(page, path, address, axe):
    """Open a page and yield what is wrong with it, by the look that shows it."""
    page.said.clear()
    page.asked.clear()
    page.goto(path)
    page.evaluate(axe)
    yield "inline", page.locator(INLINE).count()
    for look, (size, scheme, rules) in LOOKS.items():
        page.set_viewport_size(size)
        page.emulate_media(color_scheme=scheme)
        yield look, page.evaluate(VIOLATIONS, rules)
    yield "focus not to be seen", without_focus(page)
    page.set_viewport_size(SMALL)
    needed = page.evaluate("document.documentElement.scrollWidth")
    yield "runs off the side", needed if needed > SMALL["width"] else 0
    page.set_viewport_size(DESK)
    here = urlsplit(address).netloc
    yield "asked", [url for url in page.asked if not url.startswith("data:") and urlsplit(url).netloc != here]
    # A rule of the CSP that is broken is told here too.
    yield "said", list(page.said)


def without_focus(page):
    """Return everything that can take the focus and does not show it; a key first, so that it is shown at all."""
    page.keyboard.press("Tab")
    return page.evaluate(WITHOUT_FOCUS)
