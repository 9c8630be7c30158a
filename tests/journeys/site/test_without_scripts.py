"""With scripts switched off people still read, open the proof of a claim, search, compare and review."""

import re

import pytest

pytestmark = [pytest.mark.browser, pytest.mark.slow]


@pytest.fixture
def page_of(browsers):
    opened = []

    def page(role):
        made = browsers.page(role, java_script_enabled=False)
        opened.append(made)
        return made

    yield page
    for each in opened:
        each.context.close()


def test_a_claim_is_read_with_its_proof_and_its_source(page_of, world_site):
    page = page_of("reader")
    page.goto("/")
    page.get_by_role("link", name=re.compile("Retail trading status")).first.click()
    assert page.url.endswith(f"/analyses/{world_site.analyses['live']}")
    page.locator(".statement.claim a.mark").first.click()
    drawer = page.locator(".drawer:target")
    assert drawer.count() == 1
    assert drawer.locator("blockquote").first.is_visible()
    drawer.get_by_role("link", name="Open in source").first.click()
    assert "/sources/" in page.url
    assert page.locator("mark").first.is_visible()


def test_words_are_searched_and_versions_compared(page_of, world_site):
    page = page_of("analyst")
    page.goto("/search/")
    page.get_by_label("Words, in any language").fill("provider")
    page.get_by_label("Jurisdiction").select_option(index=1)
    page.get_by_role("main").get_by_role("button", name="Search").click()
    assert page.get_by_role("heading", name="Claims").count() == 1
    page.goto(f"/analyses/{world_site.analyses['live']}/compare")
    assert page.get_by_text("Cause:").first.is_visible()


def test_a_review_is_submitted_by_the_form_alone(page_of, world_site):
    page = page_of("reviewer")
    page.goto(f"/analyses/{world_site.analyses['in review']}")
    page.get_by_role("link", name="Submit Review").first.click()
    page.get_by_role("radio", name=re.compile("^Refinement")).check()
    page.get_by_label("Reason, or the new text").fill("Say for whom.")
    page.get_by_role("main").get_by_role("button", name="Submit Review").click()
    assert page.get_by_text("Say for whom.").first.is_visible()
