"""The Markdown says what the page says, and no words of a source act as markup."""

import re

from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from lexatlas.core.claims import VERDICT_NAMES
from lexatlas.core.document import NOTICE
from lexatlas.core.statements import SECTIONS
from lexatlas.exports import EXPORTERS
from lexatlas.exports.markdown import plain
from tests.exports.sample import CLAIMS, LEFT_OUT, OWNS, PROVENANCE, STANDING, coded


def written(document=None):
    return EXPORTERS["md"](document or coded(), PROVENANCE, STANDING).decode()


def test_every_section_stands_in_order():
    names = [re.sub(r" \(\d+\)$", "", name) for name in re.findall(r"^## (.+)$", written(), re.MULTILINE)]
    assert names == [*SECTIONS, "Evidence, statement by statement"]


def test_verdicts_are_told_in_words_and_quotes_with_their_place():
    text = written()
    assert [name for name in VERDICT_NAMES.values() if name not in text] == []
    assert f"Leaves out: “{LEFT_OUT}”" in text
    assert f"> {OWNS}" in text
    assert "section 12(1) (claim 1, Matches source)" in text


def test_the_notice_ends_it():
    assert written().rstrip().splitlines()[-1] == NOTICE


def test_hostile_words_make_no_element():
    hostile = "<script>alert(1)</script> [x](javascript:1) ![y](z) **b** `c` # d | e &lt;"
    claim = CLAIMS["may"].model_copy(update={"sentence": hostile})
    text = written(coded(claims=(claim, *tuple(CLAIMS.values())[1:])))
    html = MarkdownIt("commonmark", {"html": True}).render(text)
    assert ("<script" in html, 'javascript:1"' in html, "<img" in html) == (False, False, False)


@given(st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=40))
def test_words_come_out_as_they_went_in(words):
    tokens = MarkdownIt("commonmark").parse(plain(words))
    inline = [token for token in tokens if token.type == "inline"]
    shown = "".join(child.content for token in inline for child in token.children)
    assert shown == " ".join(words.split())
