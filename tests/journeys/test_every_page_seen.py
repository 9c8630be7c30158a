"""Each page of the demo and of the corpus in a real browser: first screen, edges, and what axe finds."""

import pytest

from tests.journeys.test_page import DESK, SIZES, WCAG

pytestmark = [pytest.mark.browser, pytest.mark.slow]

FIRST = (".code-name", ".standing", ".fields", ".notice", "#executive-summary h2")
IN_VIEW = """names => names.filter(name => {
  const boxes = [...document.querySelectorAll(name)].map(each => each.getBoundingClientRect());
  return !boxes.some(box => box.height > 0 && box.top >= 0 && box.bottom <= innerHeight);
})"""
LAST_OF_SUMMARY = "Math.max(...[...document.querySelectorAll('#executive-summary .statement')]" + (
    ".map(each => each.getBoundingClientRect().bottom))"
)


@pytest.fixture
def seen(browser):
    """Give a function that opens a page in a window of its own and looks at it."""

    def look(paths, find, **settings):
        found = {}
        for path in paths:
            context = browser.new_context(**settings)
            page = context.new_page()
            page.goto(path.with_suffix(".html").as_uri())
            wrong = find(page)
            context.close()
            if wrong:
                found[path.stem] = wrong
        return found

    return look


def test_the_first_screen_holds_code_second_line_summary_and_notice(real_pages, seen):
    def wrong(page):
        second = [".code-second"] if page.locator(".code-second").count() else []
        missing = page.evaluate(IN_VIEW, [*FIRST, *second])
        last = page.evaluate(LAST_OF_SUMMARY)
        return missing + ([f"the summary ends at {last}"] if last > DESK["height"] else [])

    assert seen(real_pages, wrong, viewport=DESK) == {}


@pytest.mark.parametrize("width", [320, 768])
def test_nothing_runs_off_the_side(real_pages, seen, width):
    def wrong(page):
        page.evaluate("document.querySelectorAll('details').forEach(each => { each.open = true; })")
        needed = page.evaluate("document.documentElement.scrollWidth")
        return needed if needed > width else 0

    assert seen(real_pages, wrong, viewport={"width": width, "height": 844}) == {}


@pytest.mark.parametrize(("size", "scheme"), [("desk", "light"), ("phone", "dark")])
def test_axe_finds_nothing(real_pages, seen, size, scheme):
    axe = pytest.importorskip("axe_playwright_python.sync_playwright").Axe()

    def wrong(page):
        mark = page.locator(".statement a.mark").first
        if mark.count():
            mark.click()
        violations = axe.run(page, options={"runOnly": WCAG}).response["violations"]
        return [(each["id"], each["nodes"][0]["html"][:200]) for each in violations]

    assert seen(real_pages, wrong, viewport=SIZES[size], color_scheme=scheme) == {}
