"""What people do with a page in a real browser: read, open evidence, print, with and without scripts."""

from functools import cache

import pytest

from lexatlas.core.document import NOTICE
from lexatlas.exports import EXPORTERS
from tests.journeys.sample import HOSTILE_ADDRESS, LEFT_OUT, NO_CODE, PROVENANCE, STANDING, sample

pytestmark = pytest.mark.browser

DESK = {"width": 1366, "height": 768}
SIZES = {"desk": DESK, "tablet": {"width": 900, "height": 1100}, "phone": {"width": 390, "height": 844}}
SCHEMES = ("light", "dark")
WCAG = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]


@cache
def html(name="coded"):
    document = sample() if name == "coded" else sample(NO_CODE)
    return EXPORTERS["html"](document, PROVENANCE, STANDING).decode()


@pytest.fixture
def opened(browser, tmp_path):
    """Give a function that opens the page from a file, as its reader does, and notes what goes wrong."""
    contexts = []

    def open_page(name="coded", viewport=DESK, **settings):
        file = tmp_path / f"{name}.html"
        file.write_text(html(name), encoding="utf-8")
        context = browser.new_context(viewport=viewport, **settings)
        contexts.append(context)
        page = context.new_page()
        page.said, page.asked = [], []
        page.on("console", lambda message: page.said.append(message.text))
        page.on("pageerror", lambda error: page.said.append(str(error)))
        page.on("request", lambda request: page.asked.append(request.url))
        page.goto(file.as_uri())
        return page

    yield open_page
    for context in contexts:
        context.close()


def shown_on_first_screen(page, locator):
    box = locator.bounding_box()
    size = page.viewport_size
    return box is not None and box["y"] >= 0 and box["y"] + box["height"] <= size["height"]


def drawer(page, number=1):
    return page.locator(f"#evidence-{number}")


def first_mark(page):
    return page.locator(".statement.claim a.mark").first


@pytest.mark.parametrize("name", ["coded", "none"])
def test_the_first_screen_of_a_desk_holds_the_answer(opened, name):
    page = opened(name)
    head = [".code-name", ".notice:visible", "#executive-summary h2", ".statement.claim .said"]
    for part in head + [".code-second"] * (name == "coded"):
        assert shown_on_first_screen(page, page.locator(part).first), part


def test_the_page_asks_for_nothing_and_says_nothing(opened):
    page = opened()
    page.wait_for_load_state("networkidle")
    assert (len(page.asked), page.said) == (1, [])


def test_hostile_words_stay_words(opened):
    page = opened()
    assert "owned" not in page.title()
    assert page.locator("img, iframe, object, embed").count() == 0
    assert page.locator(f'a[href="{HOSTILE_ADDRESS}"], a[href^="javascript:"]').count() == 0
    assert page.locator("[style], [onclick], [onerror]").count() == 0


def test_no_link_is_dead(opened):
    page = opened()
    dead = page.evaluate(
        "[...document.querySelectorAll('a[href^=\"#\"]')].map(a => a.getAttribute('href'))"
        ".filter(to => to === '#' || !document.getElementById(decodeURIComponent(to.slice(1))))"
    )
    assert dead == []
    ids = page.evaluate("[...document.querySelectorAll('[id]')].map(each => each.id)")
    assert len(ids) == len(set(ids))


def test_what_falls_short_is_shown_without_a_click(opened):
    page = opened()
    assert page.locator(".statement .shortfall", has_text=LEFT_OUT).first.is_visible()
    assert page.locator(".statement .shortfall", has_text="up to 500 mar").first.is_visible()


@pytest.mark.parametrize("scripts", [True, False])
def test_a_click_opens_the_drawer_with_the_words(opened, scripts):
    page = opened(java_script_enabled=scripts)
    assert not drawer(page).is_visible()
    first_mark(page).click()
    assert drawer(page).is_visible()
    assert drawer(page).locator("blockquote").first.is_visible()
    assert drawer(page).locator("blockquote mark").first.inner_text() == "unless the person holds a licence"
    drawer(page).get_by_role("link", name="Next").click()
    assert (drawer(page).is_visible(), drawer(page, 2).is_visible()) == (False, True)
    drawer(page, 2).get_by_role("link", name="Close").click()
    assert not drawer(page, 2).is_visible()


def test_keys_open_the_drawer_and_bring_the_reader_back(opened):
    page = opened()
    first_mark(page).focus()
    page.keyboard.press("Enter")
    assert drawer(page).is_visible()
    assert page.evaluate("document.getElementById('evidence-1').contains(document.activeElement)")
    page.keyboard.press("Escape")
    assert not drawer(page).is_visible()
    assert page.evaluate("document.activeElement.className") == "mark"


@pytest.mark.parametrize("width", [320, 390, 700, 900, 1366])
@pytest.mark.parametrize("name", ["coded", "none"])
def test_nothing_runs_off_the_side(opened, name, width):
    page = opened(name, viewport={"width": width, "height": 844})
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    first_mark(page).click()
    box = drawer(page).bounding_box()
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= width


def test_on_a_phone_found_missing_and_look_stand_one_below_another(opened):
    parts = opened("none", viewport=SIZES["phone"]).locator(".why-not > div")
    boxes = [parts.nth(at).bounding_box() for at in range(3)]
    assert len({box["x"] for box in boxes}) == 1
    assert all(box["width"] > 300 for box in boxes)


def test_a_quote_is_copied_with_its_citation(opened):
    page = opened()
    first_mark(page).click()
    page.evaluate("navigator.clipboard.writeText = async (text) => { window.copied = text; }")
    drawer(page).get_by_role("button", name="Copy").first.click()
    drawer(page).get_by_role("status").filter(has_text="Copied").wait_for(timeout=5000)
    words, citation = page.evaluate("window.copied").split("\n")
    quote = next(claim for claim in sample().claims if claim.id).quotes[0]
    source = next(source for source in sample().sources if source.id == quote.source)
    assert quote.words in words
    for part in (source.title, quote.locator, source.publisher, quote.snapshot, sample().id):
        assert part in citation


def test_without_scripts_the_citation_can_be_selected(opened):
    page = opened(java_script_enabled=False)
    first_mark(page).click()
    assert drawer(page).locator("button.copy:visible").count() == 0
    drawer(page).get_by_text("Citation", exact=True).first.click()
    assert "sha256 of the archived text" in drawer(page).locator(".citation").first.inner_text()


def test_on_paper_every_drawer_is_an_endnote(opened):
    page = opened()
    page.emulate_media(media="print")
    assert all(page.locator(".drawer").nth(at).is_visible() for at in range(page.locator(".drawer").count()))
    assert all(fold.is_visible() for fold in page.locator("details.fold > *:not(summary)").all())
    assert not page.locator("nav.contents").is_visible()
    assert page.pdf(prefer_css_page_size=True).startswith(b"%PDF")


def test_each_sheet_of_paper_carries_id_date_hash_and_notice():
    document, text = sample(), html()
    footer = text[text.index("@bottom") :].partition("</style>")[0]
    for part in (document.id, document.brief.as_of, document.sha256[:12], NOTICE[:40]):
        assert part in footer.replace("\\40 ", "@").replace("\\", "")


def test_the_foreign_quote_keeps_its_script(opened):
    quote = opened().locator(".drawer", has_text="Every person may own").locator("blockquote").first
    assert (quote.get_attribute("lang"), quote.get_attribute("dir")) == ("ar", "rtl")


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("name", ["coded", "none"])
def test_axe_finds_nothing(opened, name, size, scheme):
    axe = pytest.importorskip("axe_playwright_python.sync_playwright").Axe()
    page = opened(name, viewport=SIZES[size], color_scheme=scheme)
    options = {"runOnly": WCAG}
    closed = axe.run(page, options=options).response["violations"]
    first_mark(page).click()
    open_ = axe.run(page, options=options).response["violations"]
    assert [(found["id"], found["nodes"][0]["html"]) for found in closed + open_] == []


def test_dark_is_dark(opened):
    background = "getComputedStyle(document.body).backgroundColor"
    light, dark = (opened(color_scheme=scheme).evaluate(background) for scheme in SCHEMES)
    assert light != dark
