"""Each page of the demo and of the corpus keeps to the table of sections: bounds, order, and nothing twice."""

import re
from collections import Counter
from functools import cache

import pytest
from lxml import html as reader

from lexatlas.core.document import NOTICE, Document
from lexatlas.core.standing import Standing
from lexatlas.core.statements import SECTIONS
from lexatlas.exports.view.page import page_of
from lexatlas.exports.view.sections import POINTS

pytestmark = pytest.mark.slow

STATEMENTS, SUMMARY_WORDS, PILLARS, CONSIDERATIONS, ANSWERS, OUR_WORDS = 5, 120, 7, 8, 3, 35
THEIR_WORDS = ("words", "listed", "glossed")
"""Forms that tell a rule in its own words, which may need more than a sentence of ours has."""
FIELDS = [
    "Jurisdiction",
    "Topic",
    "Analysis ID",
    "Version",
    "Created",
    "Run",
    "History",
    "Workflow Stage",
    "As of",
    "Text as of",
]
CODES = re.compile(
    r"\b(union-act|as-enacted|not-shown|not-addressed|pending-change|enacted-not-in-force|in_force|applies_from"
    r"|consolidated-(?:un)?official|translation-[a-z-]+|deals-with|aml-only|cannot-tell)\b"
)


@cache
def read(path):
    document = Document.model_validate_json(path.read_bytes())
    return document, page_of(document, None, Standing())


def faults(paths, find):
    """Return what is wrong, by page; a page without a fault is left out."""
    found = {path.stem: list(find(*read(path))) for path in paths}
    return {name: wrong for name, wrong in found.items() if wrong}


def section(page, name):
    return next(each for each in page.sections if each.name == name)


def lines_of(part):
    """Return every line of a section, folded ones too, that prints a statement in full."""
    grouped = [line for group in part.groups for line in (*group.lines, *group.folded)]
    laws = [law for each in part.laws for law in each.laws]
    return [*grouped, *(line for law in laws for line in (*law.lines, *law.folded))]


def named_in(part):
    refs = [ref.name for group in part.groups for ref in group.refs]
    return [*(line.number for line in lines_of(part) if line.kind != "label"), *refs]


def words(text):
    return len(text.split())


def test_the_head_shows_four_things_and_its_fields(real_pages):
    def wrong(document, page):
        head = page.head
        if not all((head.code, head.force, head.confidence, head.sign_off)):
            yield "one of the four is empty"
        if [row.name for row in head.fields][:10] != FIELDS or not all(row.value for row in head.fields):
            yield [row.name for row in head.fields]
        if bool(document.status.abstention) != (head.code == "No code"):
            yield head.code
        if head.is_abstention and [name for name, texts in head.abstention if texts] != [
            "Found",
            "Missing",
            "Look",
        ]:
            yield head.abstention
        if document.status.coded and document.status.second_line and not head.second:
            yield "no second line"

    assert faults(real_pages, wrong) == {}


def test_the_sections_stand_in_order_and_an_empty_one_says_so(real_pages):
    def wrong(document, page):
        if tuple(each.name for each in page.sections) != SECTIONS:
            yield "order"
        for each in page.sections:
            full = each.groups or each.laws or each.report or each.sources or each.rows or each.items
            if not full and not each.empty.endswith("."):
                yield each.name
            if each.empty and each.empty.count(". "):
                yield each.empty

    assert faults(real_pages, wrong) == {}


def test_the_summary_has_five_statements_and_120_words(real_pages):
    def wrong(document, page):
        lines = lines_of(section(page, "Executive Summary"))
        said = sum(words(f"{line.lead} {line.value} {line.sentence}") for line in lines)
        if not 1 <= len(lines) <= STATEMENTS or said > SUMMARY_WORDS:
            yield len(lines), said

    assert faults(real_pages, wrong) == {}


def test_pillars_considerations_and_answers_keep_their_numbers(real_pages):
    def wrong(document, page):
        for name, most in (("Key Pillars", PILLARS), ("Considerations", CONSIDERATIONS)):
            if len(named_in(section(page, name))) > most:
                yield name, named_in(section(page, name))
        for group in section(page, "Detailed Explanation").groups:
            if len(group.lines) > ANSWERS:
                yield group.heading, len(group.lines)

    assert faults(real_pages, wrong) == {}


def test_no_sentence_of_ours_is_longer_than_35_words(real_pages):
    def wrong(document, page):
        theirs = {
            claim.sentence
            for claim in document.claims
            if claim.form in THEIR_WORDS or claim.template.endswith("-chain")
        }
        for part in page.sections:
            for line in lines_of(part):
                if line.sentence not in theirs and words(line.sentence) > OUR_WORDS:
                    yield line.sentence
                yield from (text for text in (line.lead,) if words(text) > OUR_WORDS)
            yield from (text for text in (part.intro, part.note, part.empty) if words(text) > OUR_WORDS)

    assert faults(real_pages, wrong) == {}


def test_no_statement_is_printed_in_full_twice_outside_the_report(real_pages):
    def wrong(document, page):
        printed = Counter(
            line.sentence for part in page.sections for line in lines_of(part) if line.kind == "claim"
        )
        again = {"The same words as"}
        yield from (s for s, n in printed.items() if n > 1 and not any(s.startswith(each) for each in again))
        numbers = Counter(line.number for part in page.sections for line in lines_of(part) if line.number)
        yield from (number for number, times in numbers.items() if times > 1)
        claims = {number for number in numbers if not number.startswith("R")}
        if len(claims) != len(document.claims):
            yield "claims on the page", len(claims), len(document.claims)

    assert faults(real_pages, wrong) == {}


def test_summary_points_are_labels_and_values_under_six_headings(real_pages):
    def wrong(document, page):
        groups, titles = section(page, "Summary Points").groups, [each.title for each in document.sources]
        if tuple(group.heading for group in groups) != POINTS:
            yield [group.heading for group in groups]
        for line in (line for group in groups for line in group.lines):
            if line.kind != "label" or not line.lead or not (line.value or line.refs):
                yield line
            if re.search(r"[a-z]\. [A-Z]", line.value) and not any(t in line.value for t in titles):
                yield line.value

    assert faults(real_pages, wrong) == {}


def test_the_report_goes_by_instrument_in_article_order_with_whole_quotes(real_pages):
    def wrong(document, page):
        starts = {}
        for quote in (quote for claim in document.claims for quote in claim.quotes if quote.parts):
            text = "\n".join(part.exact for part in quote.parts)
            starts.setdefault((quote.locator, text.split("\n")[0][:40]), quote.parts[0].start)
        cut = {s.id for s in document.sources if s.rights == "quote-only"}
        for each in section(page, "Full Analysis Report").report:
            rows = (*each.provisions, *each.folded)
            places = [
                starts.get((row.place, "".join(p.text for p in row.quotes[0].paragraphs[0])[:40]))
                for row in rows
            ]
            known = [place for place in places if place is not None]
            if known != sorted(known):
                yield each.title.text, known
            if not cut and any(quote.cut for row in rows for quote in row.quotes):
                yield each.title.text

    assert faults(real_pages, wrong) == {}


def test_sources_are_parted_and_counted_truly_at_none_too(real_pages):
    def wrong(document, page):
        lists = section(page, "Source Evidence").sources
        if lists and [each.heading for each in lists] != ["Primary (T1, T2)", "Secondary (T3–T6)"]:
            yield [each.heading for each in lists]
        for each, tiers in zip(lists, (("T1", "T2"), ("T3", "T4", "T5", "T6")), strict=False):
            yield from (row.title.text for row in each.rows if row.tier not in tiers or not row.quotes)
            if not each.rows and not each.empty:
                yield each.heading
        web = section(page, "Web Sources")
        given = len(document.sources) - int(web.count)
        if web.sources[1].heading != f"Documents given ({given})":
            yield web.sources[1].heading
        if web.count == "0" and not web.sources[0].empty.endswith(f"document{'s' * (given != 1)} given."):
            yield web.sources[0].empty
        if web.groups[0].heading != f"Search queries used ({len(document.queries)})":
            yield web.groups[0].heading

    assert faults(real_pages, wrong) == {}


def test_reviews_offer_three_choices_that_say_what_they_do(real_pages):
    def wrong(document, page):
        part = section(page, "Reviews")
        if part.empty != "No reviews yet." or [row.name.split(":")[0] for row in part.rows] != [
            "Challenge",
            "Approval",
            "Refinement",
        ]:
            yield part

    assert faults(real_pages, wrong) == {}


def test_no_code_of_ours_is_left_in_what_people_read(real_pages):
    def wrong(path):
        page = reader.document_fromstring(path.with_suffix(".html").read_bytes())
        for element in page.xpath("//blockquote | //style | //script | //head"):
            element.drop_tree()
        yield from sorted(set(CODES.findall(page.text_content())))

    found = {path.stem: list(wrong(path)) for path in real_pages}
    assert {name: codes for name, codes in found.items() if codes} == {}


def test_every_page_bears_the_notice_and_loads_nothing(real_pages):
    for path in real_pages:
        text = path.with_suffix(".html").read_text(encoding="utf-8")
        page = reader.document_fromstring(text.encode(), parser=reader.HTMLParser(encoding="utf-8"))
        assert [" ".join(n.text_content().split()) for n in page.xpath("//p[@class='notice']")] == [
            NOTICE
        ] * 2
        assert page.xpath("//@src | //link | //iframe | //img | //object | //form") == [], path.stem
