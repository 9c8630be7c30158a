# ruff: noqa: E501 - sample documents and tables keep their lines whole
"""Laws in JSON and Markdown: exact structure, and what a file states of itself."""

import json

import pytest

from lexatlas.core.errors import Unreadable
from tests.sources.trees import at, lines, parse, words

UNION = {
    "id": "OTR", "full_name": "Ostravia Token Regulation", "celex_id": "O1", "effective_date": "2031-12-30",
    "recitals": [{"recital_number": 1, "text": "Tokens are traded."}],
    "articles": [
        {"number": "1", "title": "Definitions", "text": "1.   The following apply:\n\n(1)\n\n‘token’ means value;\n\n(2)\n\n‘bank’ means a bank."},
        {"number": "2", "title": "Licence", "text": "1.   A person shall not trade unless:\n\n(a)\n\nlicensed; or\n\n(b)\n\na bank.\n\n2.   Fees apply.\n\nDone at Karsk, 1 May 2030.\n\n(1)\n\nOJ O 1.\n\nANNEX I\n\nFEES\n\n1.\n\nOST 5."},
    ],
    "definitions": [{"term": "token", "definition": "value;"}, {"term": "key", "definition": "a secret"}, {"term": "wallet", "definition": "a keeper of keys"}],
}  # fmt: skip


def test_a_union_act_in_json():
    text = parse(json.dumps(UNION), "u.json")
    assert lines(text, parts=True) == [
        "block heading",
        "recital 1 Recital 1 recital",
        "article Definitions list definition",
        "  heading heading",
        "  definition key definition",
        "  definition wallet definition",
        "article 1 Article 1 definition",
        "  heading heading",
        "  paragraph 1 definition",
        "    item 1 definition",
        "    item 2 definition",
        "article 2 Article 2 operative",
        "  heading heading",
        "  paragraph 1 operative",
        "    item a operative",
        "    item b operative",
        "  paragraph 2 operative",
        "block note",
        "footnote 1 note",
        "annex I Annex I schedule",
        "  heading heading",
        "  item 1 schedule",
    ]
    assert text.stated["celex_id"] == "O1"
    assert text.stated["effective_date"] == "2031-12-30"
    assert text.stated["title"] == "Ostravia Token Regulation"
    assert "wallet: a keeper of keys" in text.text
    assert "token: value" not in text.text


def test_provisions_with_run_in_marks():
    law = {
        "title": "Tokens Act", "status": "in_force", "provisions": [
            {"section": "1", "chapter": "PART 1 - START", "title": "Title", "content": "1. This is the Tokens Act. Section 2 applies; section 1 does not."},
            {"section": "2", "chapter": "PART 1 - START", "title": "Licence", "content": "2. —(1) A person must hold — ( a ) a seat; and ( b ) capital of — (i) $1; or (ii) $2. (2) It lapses. Subdivision (2) &#x2014; Others"},
        ],
    }  # fmt: skip
    text = parse(json.dumps(law), "p.json")
    assert lines(text)[1:] == [
        "group 1 PART 1",
        "  heading",
        "  article 1 s. 1",
        "    heading",
        "  article 2 s. 2",
        "    heading",
        "    paragraph 1",
        "      item a",
        "      item b",
        "        item i",
        "        item ii",
        "    paragraph 2",
    ]
    assert words(text, at(text, "s. 2", "1", "b", "ii")) == "(ii) $2."
    assert text.text.endswith("Subdivision (2) — Others")


@pytest.mark.parametrize("raw", ["{", "[1, 2]", "{}", '{"articles": 4}', "[" * 100_000])
def test_json_that_is_no_law_is_refused_with_a_sentence(raw):
    with pytest.raises(Unreadable, match=r"\.$"):
        parse(raw, "x.json")


def test_json_of_an_unknown_shape_is_read_by_its_texts():
    text = parse(json.dumps({"data": [{"title": "Notice", "body": "Tokens are\nvalue."}]}), "x.json")
    assert text.text == "Notice\nTokens are\nvalue."


RESOLUTION = """Introductory note of the portal.

**NGHỊ QUYẾT**

*Căn cứ Luật số 1;*

**Chương I**

**QUY ĐỊNH CHUNG**

**Điều 1. ****Phạm vi**

1. Điều kiện:

a) Vốn 10 tỷ;

b) Trụ sở.

2. Mức phí.

## Điều 2. Điều khoản thi hành

- Có hiệu lực;
- Bãi bỏ.

| Loại | Phí |
|---|---|
| A | 5 |
"""


def test_markdown_with_bold_headings_lists_and_tables():
    text = parse(RESOLUTION, "r.md")
    assert lines(text, parts=True) == [
        "block recital",
        "group operative",
        "  heading heading",
        "  block recital",
        "group I Chương I operative",
        "  heading heading",
        "  article 1 Điều 1 operative",
        "    heading heading",
        "    paragraph 1 operative",
        "      item a operative",
        "      item b operative",
        "    paragraph 2 operative",
        "  article 2 Điều 2 transitional",
        "    heading heading",
        "    item transitional",
        "    item transitional",
        "    table transitional",
        "      row transitional",
        "        cell transitional",
        "        cell transitional",
        "      row transitional",
        "        cell transitional",
        "        cell transitional",
    ]
    heading = next(s for s in text.segments if words(text, s).startswith("Điều 1"))
    assert words(text, heading).startswith("Điều 1. Phạm vi")
    assert "Loại\tPhí\nA\t5" in text.text


def test_markdown_drops_emphasis_links_and_tags_but_no_words():
    text = parse(
        "# Law <a id='x'></a>\n\nA [**token**](https://x.example) is *worth*<b>ten</b> OST.\n", "m.md"
    )
    assert text.text == "Law\nA token is worth ten OST."


def test_items_keep_their_paragraphs_and_end_with_their_list():
    text = parse("# Law\n\nA bank may:\n\n- trade\n\n  on its own account\n\n- keep\n\nNext words.\n", "m.md")
    assert lines(text) == ["group", "  heading", "  block", "    item", "    item", "  block"]
    assert words(text, text.segments[3]) == "trade\non its own account"
