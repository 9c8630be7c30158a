# ruff: noqa: E501 - sample documents and tables keep their lines whole
"""HTML, Justice Canada, Akoma Ntoso and other XML: exact structure of small documents of our own."""

import pytest

from lexatlas.core.errors import Unreadable
from lexatlas.sources.readers.charset import Given
from lexatlas.sources.readers.registry import choose
from tests.sources.trees import at, lines, parse, words

PAGE = """<!DOCTYPE html><html lang="en"><head><title>Tokens Law</title><style>p{}</style>
<link rel="canonical" href="https://laws.example/t"><meta name="dcterms.modified" content="2031-02-03"></head><body>
<nav><ul><li>Home</li></ul></nav><script>var x = "<p>no</p>";</script>
<h1>Tokens Law</h1>
<h2>Chapter 1 General</h2>
<h3>Article 1. Terms</h3>
<p>Token: a digital<b>value</b>.</p>
<h3>Article 2. Licence</h3>
<p>1. A person needs a licence to:</p>
<ol type="a"><li>trade tokens;</li><li>keep tokens of 10<sup>6</sup> units.</li></ol>
<p>2. Fees:</p>
<table><tr><th>Class</th><th>Fee</th></tr><tr><td>A</td><td>OST<br>100</td></tr></table>
<div class="footnote" id="fn1">[1] As amended.</div>
</body></html>"""


def test_a_page_keeps_headings_lists_tables_and_footnotes_and_drops_the_rest():
    text = parse(PAGE, "t.html")
    assert lines(text, parts=True) == [
        "group operative",
        "  heading heading",
        "group 1 Chapter 1 operative",
        "  heading heading",
        "  article 1 Article 1 operative",
        "    heading heading",
        "  article 2 Article 2 operative",
        "    heading heading",
        "    paragraph 1 operative",
        "      item 1 operative",
        "      item 2 operative",
        "    paragraph 2 operative",
        "      table operative",
        "        row operative",
        "          cell operative",
        "          cell operative",
        "        row operative",
        "          cell operative",
        "          cell operative",
        "      footnote 1 note",
    ]
    assert "Home" not in text.text
    assert "var x" not in text.text
    assert "digital value" in text.text
    assert "10 6 units" in text.text
    assert "A\tOST 100" in text.text
    assert text.stated["title"] == "Tokens Law"
    assert text.stated["url"] == "https://laws.example/t"
    assert text.stated["modified"] == "2031-02-03"


def test_points_set_in_tables_are_points():
    rows = "".join(f"<tr><td>({n})</td><td>point {n};</td></tr>" for n in "abc")
    text = parse(
        f"<html><body><p>Article 1</p><p>1. The bank shall:</p><table>{rows}</table><p>Article 2</p><p>Done.</p></body></html>",
        "e.html",
    )
    assert lines(text)[2:7] == [
        "  paragraph 1",
        "    item a",
        "    item b",
        "    item c",
        "article 2 Article 2",
    ]


STATUTE = """<?xml version="1.0" encoding="utf-8"?><Statute xmlns:lims="http://justice.gc.ca/lims" lims:pit-date="2031-03-26" lims:current-date="2031-04-01" in-force="yes" xml:lang="en">
<Identification><LongTitle>An Act respecting tokens</LongTitle><ShortTitle>Token Act</ShortTitle></Identification>
<Body><Heading level="1"><TitleText>General</TitleText></Heading>
<Section lims:inforce-start-date="2020-06-01"><MarginalNote>Definitions</MarginalNote><Label>2</Label><Text>In this Act,</Text>
<Definition><Text><DefinedTermEn>token</DefinedTermEn> means value. (<DefinedTermFr>jeton</DefinedTermFr>)</Text></Definition></Section>
<Section lims:inforce-start-date="2021-06-01"><MarginalNote>Licence</MarginalNote><Label>5</Label>
<Subsection><Label>(1)</Label><Text>A person shall not</Text>
<Paragraph><Label>(a)</Label><Text>trade under the <XRefExternal>Bank Act</XRefExternal>; or</Text></Paragraph>
<Paragraph in-force="no"><Label>(b)</Label><Text>keep</Text><Subparagraph><Label>(i)</Label><Text>tokens, or</Text></Subparagraph></Paragraph>
<ContinuedSectionSubsection><Text>without a licence.</Text></ContinuedSectionSubsection></Subsection>
<HistoricalNote><HistoricalNoteSubItem>2019, c. 1, s. 5</HistoricalNoteSubItem></HistoricalNote></Section></Body>
<Schedule id="NifProvs"><ScheduleFormHeading><TitleText>AMENDMENTS NOT IN FORCE</TitleText></ScheduleFormHeading><BillPiece>
<RelatedOrNotInForce><Heading level="5"><TitleText>— 2031, c. 4, s. 9</TitleText></Heading>
<Section type="amending"><Label>9</Label><Text>The Act is amended by adding the following:</Text>
<AmendedText><Section><MarginalNote>Enrolment</MarginalNote><Label>5.1</Label><Text>Every person shall enroll.</Text></Section></AmendedText>
</Section></RelatedOrNotInForce></BillPiece></Schedule></Statute>"""


def test_justice_canada_shows_what_is_in_force_and_what_is_not():
    text = parse(STATUTE, "s.xml")
    assert lines(text, parts=True) == [
        "block heading",
        "block heading",
        "group operative",
        "  heading heading",
        "  article 2 s. 2 definition",
        "    heading heading",
        "    definition token definition",
        "  article 5 s. 5 operative",
        "    heading heading",
        "    paragraph 1 operative",
        "      item a operative",
        "      item b operative",
        "        item i operative",
        "    note note",
        "annex schedule",
        "  heading heading",
        "  group 2031, c. 4, s. 9 amendment-not-in-force",
        "    heading heading",
        "    article 9 2031, c. 4, s. 9 amendment-not-in-force",
        "      block amendment-not-in-force",
        "        article 5.1 s. 5.1 amendment-not-in-force",
        "          heading heading",
    ]
    assert words(text, at(text, "s. 5", "1")).endswith("(i) tokens, or\nwithout a licence.")
    assert words(text, at(text, "s. 5", "1", "a")) == "(a) trade under the Bank Act; or"
    assert (at(text, "s. 5").force, at(text, "s. 5").force_from) == ("yes", "2021-06-01")
    assert at(text, "s. 5", "1", "b", "i").force == "no"
    assert at(text, "s. 5.1").force == "no"
    assert text.stated["pit-date"] == "2031-03-26"
    assert text.stated["in-force"] == "yes"


def test_an_act_whose_sections_say_no_is_not_in_force_whatever_its_root_says():
    text = parse(
        STATUTE.replace("<Section lims:inforce-start-date", '<Section in-force="no" lims:x'), "s.xml"
    )
    assert text.stated["in-force"] == "no"
    assert text.stated["in-force-basis"] == "2 of 2 sections are marked not in force"


AKN = """<akomaNtoso xmlns="http://docs.oasis-open.org/legaldocml/ns/akn/3.0"><act><meta><identification source="#x">
<FRBRWork><FRBRdate date="2030-01-02" name="enactment"/><FRBRcountry value="xa"/></FRBRWork>
<FRBRExpression><FRBRlanguage language="eng"/></FRBRExpression></identification></meta>
<preface><p><docTitle>Token Act</docTitle></p></preface>
<preamble><recitals><recital><num>(1)</num><p>Tokens exist.</p></recital></recitals></preamble>
<body><chapter><num>Chapter 1</num><heading>General</heading>
<article><num>Article 1</num><heading>Definitions</heading><paragraph><num>1.</num><content><p>A <def>token</def> is value.</p></content></paragraph></article>
<article><num>Article 2</num><heading>Licence</heading>
<paragraph><num>1.</num><list><intro><p>A person shall hold:</p></intro>
<point><num>(a)</num><content><p>capital;<authorialNote><p>As amended.</p></authorialNote></p></content></point>
<point><num>(b)</num><content><p>a seat.</p></content></point></list></paragraph></article></chapter></body></act></akomaNtoso>"""


def test_akoma_ntoso():
    text = parse(AKN, "a.xml")
    assert lines(text, parts=True) == [
        "block heading",
        "block recital",
        "  recital 1 Recital 1 recital",
        "group 1 Chapter 1 operative",
        "  heading heading",
        "  article 1 Article 1 definition",
        "    heading heading",
        "    paragraph 1 definition",
        "  article 2 Article 2 operative",
        "    heading heading",
        "    paragraph 1 operative",
        "      item a operative",
        "        footnote note",
        "      item b operative",
    ]
    assert words(text, at(text, "Article 1", "1")) == "1. A token is value."
    assert text.stated["title"] == "Token Act"
    assert text.stated["date:enactment"] == "2030-01-02"
    assert text.stated["language"] == "eng"


def test_xml_of_an_unknown_schema_is_read_by_its_blocks():
    raw = "<law><title>Token Law</title><sec><num>Article 1</num><p>Tokens are value.</p></sec><sec><num>Article 2</num><p>It ends.</p></sec></law>"
    text = parse(raw, "x.xml")
    assert text.text == "Token Law\nArticle 1 Tokens are value.\nArticle 2 It ends."


def test_entities_are_not_expanded_and_files_not_opened(tmp_path):
    secret = tmp_path / "secret.txt"
    secret.write_text("hidden words")
    raw = f'<?xml version="1.0"?><!DOCTYPE a [<!ENTITY x SYSTEM "file://{secret}"><!ENTITY y "&x;&x;">]><a><b>open &x; &y; words</b></a>'
    text = parse(raw, "x.xml")
    assert "hidden" not in text.text
    assert text.gaps == ("The file declares entities of its own; they were not expanded.",)


def test_a_bomb_of_entities_stays_small():
    levels = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10}">' for n in range(1, 12))
    raw = f'<?xml version="1.0"?><!DOCTYPE a [<!ENTITY e0 "boom">{levels}]><a><b>words &e11;</b></a>'
    assert parse(raw, "x.xml").text == "words"


def test_damaged_xml_is_read_as_far_as_it_goes_and_says_so():
    text = parse("<law><p>First.</p><p>Second", "d.xml")
    assert text.text == "First.\nSecond"
    assert len(text.gaps) == 1


@pytest.mark.parametrize("raw", ["<html><body></body></html>", "<html><script>x</script></html>"])
def test_a_page_without_words_is_refused(raw):
    with pytest.raises(Unreadable, match="holds no"):
        parse(raw, "e.html")


@pytest.mark.parametrize(
    ("raw", "name", "reader"),
    [
        (b"<!doctype html><p>x", "a", "web-page"),
        (b"<!doctype html><p>Article 1<p>x<p>Article 2<p>y", "a", "html"),
        (b'<?xml version="1.0"?><Statute><Body/></Statute>', "a.xml", "justice-canada"),
        (b"<akomaNtoso></akomaNtoso>", "a.xml", "akoma-ntoso"),
        (b"<law/>", "a.xml", "xml"),
        (b'{"articles": []}', "a.json", "lawjson"),
        (b"# Title\n\ntext", "a.md", "markdown"),
        (b"Article 1\n\ntext", "a.txt", "text"),
        ("\ufeff{}".encode(), "a.json", "lawjson"),
    ],
)
def test_the_form_is_told_by_the_bytes(raw, name, reader):
    assert choose(Given(raw, name)) == reader


def test_a_paragraph_behind_a_list_is_no_part_of_its_last_item():
    text = parse(
        "<html><body><h1>Law</h1><p>A bank may</p><ul><li>trade<p>more</p></li><li>keep</li></ul><p>Next.</p></body></html>",
        "l.html",
    )
    assert lines(text) == ["group", "  heading", "  block", "    item", "    item", "  block"]
    assert words(text, text.segments[3]) == "trade\nmore"


def test_what_a_page_marks_as_deleted_is_left_out_and_said():
    made = parse("<p>A dealer <del>may</del><ins>must</ins> hold <s>one</s> two licences.</p>", "a.html")
    assert made.text == "A dealer must hold two licences."
    assert made.gaps == ("Left out as deleted or struck through: 2 passages.",)
