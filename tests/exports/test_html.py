"""The page is one file that runs nothing but its own script, whatever a document says."""

import base64
import hashlib
import re

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from lxml import html as reader

from lexatlas.core.document import NOTICE
from lexatlas.core.statements import SECTIONS
from lexatlas.exports import EXPORTERS
from lexatlas.exports.html import css_string
from tests.exports.sample import CLAIMS, PROVENANCE, SAMPLES, SOURCES, STANDING, coded

HOSTILE = (
    "</title></style></script><script>alert(1)</script><img src=x onerror=alert(1)>\"'{{ 7*7 }}\x00\u202e"
)


def text_of(document=None):
    return EXPORTERS["html"](document or coded(), PROVENANCE, STANDING).decode()


def page_of(document=None):
    return reader.document_fromstring(text_of(document).encode(), parser=reader.HTMLParser(encoding="utf-8"))


def by_class(page, name, tag="*"):
    return page.xpath(f"//{tag}[contains(concat(' ', normalize-space(@class), ' '), ' {name} ')]")


def hostile():
    """Return a page whose every free text tries to break out of its place."""
    claim = CLAIMS["may"].model_copy(update={"sentence": HOSTILE, "origin": HOSTILE, "label": HOSTILE})
    sources = tuple(
        source.model_copy(update={"title": HOSTILE, "publisher": HOSTILE, "address": address})
        for source, address in zip(
            SOURCES,
            [
                "javascript:alert(1)",
                "data:text/html,x",
                "//evil.example",
                'https://a.example/"><script>',
                "HTTP://[bad",
                "https://u:p@e.example/",
            ],
            strict=True,
        )
    )
    brief = coded().brief.model_copy(update={"jurisdiction_name": HOSTILE, "jurisdiction": HOSTILE})
    claims = (claim, *tuple(CLAIMS.values())[1:])
    return coded(
        brief=brief, sources=sources, claims=claims, imported={"Reference ID": HOSTILE, HOSTILE: HOSTILE}
    )


@pytest.mark.parametrize("make", SAMPLES.values(), ids=SAMPLES)
def test_it_holds_all_sections_in_order_and_the_notice(make):
    page = page_of(make())
    assert [each.get("id") for each in by_class(page, "section", "section")] == [
        name.lower().replace(" ", "-") for name in SECTIONS
    ]
    assert [" ".join(each.text_content().split()) for each in by_class(page, "notice")] == [NOTICE] * 2


@pytest.mark.parametrize("make", [*SAMPLES.values(), hostile], ids=[*SAMPLES, "hostile"])
def test_each_link_within_the_page_has_its_target(make):
    page = page_of(make())
    ids = page.xpath("//@id")
    assert len(ids) == len(set(ids))
    targets = {link[1:] for link in page.xpath("//@href") if link.startswith("#")}
    assert targets - set(ids) == set()


@pytest.mark.parametrize("make", [*SAMPLES.values(), hostile], ids=[*SAMPLES, "hostile"])
def test_nothing_loads_and_only_its_own_blocks_act(make):
    text, page = text_of(make()), page_of(make())
    policy = page.xpath("//meta[@http-equiv]")[0].get("content")
    blocks = re.findall(r"<(?:style|script)>(.*?)</(?:style|script)>", text, re.DOTALL)
    hashes = [base64.b64encode(hashlib.sha256(each.encode()).digest()).decode() for each in blocks]
    assert re.findall(r"sha256-([^']+)'", policy) == hashes
    assert "unsafe" not in policy
    assert page.xpath("//@style | //@src | //link | //iframe | //img | //object | //base | //form") == []
    assert [name for each in page.iter() for name in each.attrib if name.startswith("on")] == []
    assert len(page.xpath("//script")) == 1


def test_hostile_words_are_shown_as_words():
    page = page_of(hostile())
    assert "<script>alert(1)</script>" in page.xpath("//h1")[0].text_content()
    assert "{{ 7*7 }}" in page.xpath("//title")[0].text
    outward = {link for link in page.xpath("//a/@href") if not link.startswith("#")}
    assert all(re.match(r"https?://", link, re.IGNORECASE) for link in outward)
    assert not any("u:p@" in link or "<" in link for link in outward)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=60))
def test_any_title_leaves_the_page_whole(title):
    source = SOURCES[0].model_copy(update={"title": title})
    page = page_of(coded(sources=(source, *SOURCES[1:])))
    assert (len(page.xpath("//script")), len(by_class(page, "section", "section"))) == (1, len(SECTIONS))


@given(st.text())
def test_a_css_string_never_ends_early(text):
    assert re.search(r'["\n<]', css_string(text)) is None


def test_what_falls_short_is_printed_beside_the_claim():
    told = [" ".join(each.text_content().split()) for each in by_class(page_of(), "shortfall")]
    assert told == [
        "Leaves out: unless the client has shown proof of income",
        "rule 31(2) says otherwise: (2) A firm may accept a first order of up to 500 mar before it has "
        "verified the identity of the client.",
    ]


def test_each_claim_is_printed_in_full_once_outside_its_drawer():
    said = " ".join(" ".join(each.text_content().split()) for each in by_class(page_of(), "said"))
    assert {name: said.count(claim.sentence) for name, claim in CLAIMS.items()} == dict.fromkeys(CLAIMS, 1)


def test_a_quote_keeps_its_script_and_direction():
    quotes = {(q.get("lang"), q.get("dir")) for q in page_of().xpath("//blockquote")}
    assert quotes == {("en", "ltr"), ("ar", "rtl"), ("zh-Hans", "ltr")}


def test_the_script_is_short():
    script = re.search(r"<script>(.*?)</script>", text_of(), re.DOTALL)[1]
    assert len(script.splitlines()) < 60
