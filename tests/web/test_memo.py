"""The sign-off memo of any version prints on two A4 pages at most."""

import re
from dataclasses import replace
from pathlib import Path

import pypdfium2
import pytest
from django.contrib.staticfiles import finders
from django.template.loader import render_to_string
from django.test import RequestFactory
from django.utils import timezone

from lexatlas.desk.stages import correct
from lexatlas.store.models import Analysis
from lexatlas.web.asking import Asking
from lexatlas.web.pages import memo as memos
from lexatlas.web.pages.analysis import seen
from lexatlas.web.pages.analysis_head import Banner
from tests.web.asking import told
from tests.web.world import SIGNED_OUT


def made(world, name):
    who = Asking(world.people["analyst"], "A", "analyst", True, timezone.now().date())
    return memos.memo(who, *seen(who, world.analyses[name], None))


def longest(memo, marks):
    """Fill every list of a memo to what it may hold, with the longest that each part may be."""
    line = ("Anordnungen " * 40)[: memos.LINE]
    point = memos.Point(
        123,
        " ".join(["Genehmigungsverfahren"] * memos.WORDS)[: memos.SIGNS],
        "de",
        "ltr",
        "verified",
        line,
        "Somebody One, reviewer",
    )
    return replace(
        memo,
        marks=(Banner("Code given by a person.", ("belegt " * 60)[: memos.MARK]),) * marks,
        reasons=(line,) * 4,
        points=(point,) * memos.room_for_points(marks),
        instruments=((line, "union act", "in force"),) * memos.INSTRUMENTS,
        open=(line,) * memos.OPEN,
        approvals=(line,) * 4,
        head=replace(
            memo.head,
            confidence_sentence=("belegt " * 60)[: memos.SIGNS],
            sign_off_sentence=("Somebody One, reviewer; " * 60)[: memos.SIGNS],
        ),
        challenges=(line,) * memos.OPEN,
        overtaken=(line,) * 3,
    )


@pytest.mark.browser
@pytest.mark.parametrize("name", ["live", "draft", "the longest", "the longest with 4 marks"])
def test_it_prints_on_two_pages_at_most(world, browser, name):
    memo = (
        made(world, name) if name in world.analyses else longest(made(world, "live"), 4 * ("marks" in name))
    )
    request = RequestFactory().get("/")
    request.user = world.person("analyst")
    request._messages = ()
    page = render_to_string("memo.html", {"memo": memo}, request)
    # The styles stand in the page: nothing is served here.

    def style(found):
        path = Path(str(finders.find(found[1].rpartition("/")[2])))
        return f"<style>{path.read_text(encoding='utf-8')}</style>"

    page = re.sub(r'<link rel="stylesheet" href="([^"]+)"[^>]*>', style, page)
    tab = browser.new_page()
    tab.set_content(page)
    data = tab.pdf(prefer_css_page_size=True, print_background=True)
    tab.close()

    document = pypdfium2.PdfDocument(data)
    pages = len(document)
    document.close()
    assert pages <= 2


def test_the_memo_names_the_version_and_its_document(world):
    version = Analysis.objects.get(id=world.analyses["live"]).live
    client = world.client("reader")
    page = client.get(f"/analyses/{world.analyses['live']}/versions/2/memo").content.decode()
    assert version.document_id in page
    assert "Signed" in page
    assert (
        world.client(SIGNED_OUT).get(f"/analyses/{world.analyses['live']}/versions/2/memo").status_code == 302
    )


def test_it_says_first_that_the_version_was_found_wrong(world):
    number, reader = world.analyses["live"], world.client("reader")
    address = f"/analyses/{number}/versions/2/memo"
    assert "Found wrong" not in told(reader.get(address))
    why = "The fee is another, " + "as the gazette of that year says, " * 20
    correct(analysis=number, version=2, reason=why, by=world.person("editor"), at=timezone.now())
    page = told(reader.get(address))
    assert page.index("<b>Found wrong</b>") < page.index("Claims behind the code")
    assert "The fee is another" in page
    assert why.strip() not in page
