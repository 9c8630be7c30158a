"""A page's text becomes a document: every field kept, nothing supported, strange pages read or refused."""

import json
import re
from time import process_time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lexatlas.codebook import load
from lexatlas.core.errors import InputError, LexatlasError, Unreadable
from lexatlas.core.statements import SECTIONS
from lexatlas.core.textform import text_sha256
from lexatlas.pipeline.imported.asked import Asked
from lexatlas.pipeline.imported.claims import sentences
from lexatlas.pipeline.imported.page import PAGE_SOURCE, import_again, import_page
from lexatlas.pipeline.imported.status import recoded
from lexatlas.pipeline.verify.soundness import unsound

PIECES = (
    *SECTIONS,
    "",
    "Licence Fees",
    "Web Sources (2)",
    "Search queries used (1)",
    "Analysis ID",
    "#7",
    "Allowed High Confidence",
    "Token Act (No. 3) - Enacted: 2024-01-01",
    "- Source",
    "* Tax: Gains are taxed. See s. 4.",
    "I. Status",
    "“Quoted words.”",
    "2024-05-06",
    "example.org",
    "https://example.org/a",
    "Edit",
    "Submit Review",
)
NOW = "2026-11-22T13:00:00+00:00"


def imported(raw, asked=None):
    return import_page(raw, "page.txt", load(), NOW, asked)


def edited(raw, old, new):
    """Change the text of a page; the words to change must be there."""
    text = raw.decode()
    assert old in text
    return text.replace(old, new).encode()


def words(text):
    return re.findall(r"[^\W_]+", text)


def lost(raw):
    """Words of each line of a page that its document does not hold, the snapshot of the page left out."""
    return lost_from(raw, imported(raw).document)


def lost_from(raw, document):
    kept = set(words(json.dumps(document.model_dump(mode="json"), ensure_ascii=False)))
    # The one label that is kept under another name.
    kept |= {"Analysis", "ID"}
    return {line: left for line in raw.decode().splitlines() if (left := set(words(line)) - kept)}


def test_no_word_of_the_sample_page_is_lost(sample_page):
    assert lost(sample_page) == {}


def test_no_word_of_the_reference_page_is_lost(reference_page):
    assert lost(reference_page) == {}


def test_the_head_is_kept_as_claimed(sample_page):
    assert imported(sample_page).document.imported == {
        "Jurisdiction": "Veyland",
        "Topic": "Retail_Trading_Status",
        "Status": "Gray-Zone",
        "Confidence": "Medium Confidence",
        "Reference ID": "#41",
        "Version": "2",
        "Created": "2026-03-05 16:20",
        "Workflow Stage": "In Review",
        "Reviews": "Challenge by A. Reader, 2026-03-06: the fee was raised.",
        "Web Sources": "3",
        "Search queries used": "2",
    }


def test_the_head_of_the_reference_is_kept_as_claimed(reference_page):
    document = imported(reference_page).document
    assert document.imported == {
        "Jurisdiction": "Kazakhstan",
        "Topic": "Retail_Trading_Status",
        "Status": "Allowed-Regulated",
        "Confidence": "High Confidence",
        "Reference ID": "#699",
        "Version": "Latest",
        "Created": "2025-12-12 04:41",
        "Workflow Stage": "Step 1",
        "Reviews": "No reviews yet",
        "Web Sources": "8",
        "Search queries used": "5",
        "Navigation": "Back to Analyses · Edit",
    }
    brief = document.brief
    assert (brief.jurisdiction, brief.topic, brief.as_of) == ("KZ", "retail-trading-status", "2025-12-12")


def test_the_sections_of_the_reference_are_all_there(reference_page):
    document = imported(reference_page).document
    assert tuple(section.name for section in document.sections) == SECTIONS
    assert (len(document.queries), len(document.sources)) == (5, 1 + 8)


def test_no_code_is_given_and_no_claim_has_a_quote(sample_page):
    document = imported(sample_page).document
    assert (document.status.code, document.status.special) == ("unresearched", True)
    assert document.status.note == "As claimed on the page: Gray-Zone."
    assert {claim.quotes for claim in document.claims} == {()}
    assert {claim.form for claim in document.claims} == {"free"}
    assert {claim.origin for claim in document.claims} == {"imported from page #41"}


def test_the_checks_find_no_support_for_any_claim(sample_page):
    document = imported(sample_page).document
    assert [verdict.claim for verdict in document.verdicts] == [claim.id for claim in document.claims]
    assert {verdict.code for verdict in document.verdicts} == {"unverified"}


def test_the_checks_find_no_support_for_any_claim_of_the_reference(reference_page):
    assert {verdict.code for verdict in imported(reference_page).document.verdicts} == {"unverified"}


def test_the_page_is_archived_private_and_supports_nothing(sample_page):
    page = imported(sample_page)
    [snapshot] = page.document.snapshots
    source = page.document.sources[0]
    assert (source.id, source.tier, source.rights, source.snapshot) == (
        PAGE_SOURCE,
        "T6",
        "private",
        snapshot.text,
    )
    assert page.raw == {snapshot.raw: sample_page}
    assert [text_sha256(text) for text in page.texts.values()] == [snapshot.text]


def test_instruments_keep_number_and_dates_by_the_kind_printed(sample_page):
    rows = [
        (row.title, row.reference, row.kind, [(date.role, date.date, date.rule) for date in row.dates])
        for row in imported(sample_page).document.instruments
    ]
    assert rows == [
        (
            "Harbour Tokens Act",
            "No. 7 of 2024",
            "act",
            [("adopted", "2024-02-29", ""), ("in_force", "2024-07", "")],
        ),
        ("Draft Token Sales Order", "", "draft", [("published", None, "spring 2026")]),
    ]


def test_enacted_is_no_kind_of_date(sample_page):
    page = edited(sample_page, "Adopted: 2024-02-29", "Enacted: 2024-02-29")
    assert imported(page).document.instruments[0].dates[0].role == "unknown"


def test_listed_addresses_are_sources_that_were_not_read(sample_page):
    document = imported(sample_page).document
    assert [(row.address, row.snapshot) for row in document.sources[1:]] == [
        ("https://gazette.example/2024/7", ""),
        ("https://post.example/tokens?page=1", ""),
    ]
    assert [gap.reason for gap in document.gaps] == [
        "Listed on the page, not read: nothing rests on it.",
        "Listed on the page, not read: nothing rests on it.",
        "The page says 3 web sources; the number of addresses in its text is 2.",
    ]
    assert document.queries == ("harbour tokens act licence", "island token register")


def test_sections_come_in_the_order_of_every_analysis(sample_page):
    assert [section.name for section in imported(sample_page).document.sections] == [
        "Executive Summary",
        "Landmark Laws",
        "Considerations",
        "Notes",
        "Source Evidence",
        "Web Sources",
        "Reviews",
    ]


def test_an_unknown_section_is_kept_under_its_own_name_among_the_notes(sample_page):
    document = imported(sample_page).document
    notes = next(section for section in document.sections if section.name == "Notes")
    told = document.claims_by_id()
    assert [(row.group, row.label, told[row.claim].sentence) for row in notes.statements] == [
        ("Licence Fees Observed", "", "The register lists a fee of 300 marks."),
        ("Licence Fees Observed", "Foreign firms", "They pay twice."),
    ]


def test_a_document_is_sound(sample_page):
    assert unsound(imported(sample_page).document) == []


def test_a_section_that_comes_twice_is_one(sample_page):
    page = sample_page + b"\nExecutive Summary\n\nTokens are not money.\n"
    document = imported(page).document
    assert [section.name for section in document.sections].count("Executive Summary") == 1
    assert lost(page) == {}


def test_the_import_can_be_made_again_from_the_bundle(sample_page):
    document = imported(sample_page).document
    assert import_again(sample_page, document, load()) == document
    asked = imported(sample_page, Asked(topic="vasp-licensing", as_of="2024-01-01")).document
    assert import_again(sample_page, asked, load()) == asked


def test_the_status_follows_from_the_document(sample_page):
    document = imported(sample_page).document
    again = recoded(document)
    assert (again.status, again.force, again.factors) == (document.status, document.force, document.factors)


def test_quotes_are_claims_and_a_date_between_them_is_given_to_none(sample_page):
    document = imported(sample_page).document
    section = next(section for section in document.sections if section.name == "Source Evidence")
    assert [(row.kind, row.label if row.kind == "claim" else row.text) for row in section.statements] == [
        ("label", "Date printed here; what it dates is not shown"),
        ("claim", "Quote, source named and not read"),
        ("label", "As printed on the page"),
        ("label", "As printed on the page"),
    ]


def test_a_sentence_printed_twice_is_one_claim(sample_page):
    twice = edited(
        sample_page, "Licence Fees Observed\n", "Licence Fees Observed\n\nIslanders may hold tokens.\n"
    )
    document = imported(twice).document
    rows = [
        row.again
        for section in document.sections
        for row in section.statements
        if row.kind == "claim" and document.claims_by_id()[row.claim].sentence == "Islanders may hold tokens."
    ]
    assert rows == [False, True]


def test_line_ends_and_a_byte_order_mark_change_no_claim(sample_page):
    windows = b"\xef\xbb\xbf" + sample_page.replace(b"\n", b"\r\n")
    assert imported(windows).document.claims == imported(sample_page).document.claims
    wide = sample_page.decode().encode("utf-16")
    assert imported(wide).document.sections == imported(sample_page).document.sections


@pytest.mark.parametrize("bullet", ["• ", "* ", "- ", "– ", "1. ", "‣ "])
def test_any_bullet_will_do(sample_page, bullet):
    page = edited(sample_page, "· Ferry Rule", f"{bullet}Ferry Rule")
    assert imported(page).document.claims == imported(sample_page).document.claims


def test_same_page_same_hash(sample_page):
    assert imported(sample_page).document.sha256 == imported(sample_page).document.sha256


def test_an_unknown_place_is_refused_with_near_matches_unless_one_is_given(sample_page):
    page = edited(sample_page, "Veyland", "Vayland")
    with pytest.raises(InputError, match=r"“Vayland”.*XA.*--jurisdiction"):
        imported(page)
    document = imported(page, Asked(jurisdiction="XA")).document
    assert (document.brief.jurisdiction, document.imported["Jurisdiction"]) == ("XA", "Vayland")


def test_an_unknown_topic_is_refused_with_near_matches_unless_one_is_given(sample_page):
    page = edited(sample_page, "Retail_Trading_Status", "Retail_Traiding_Status")
    with pytest.raises(InputError, match=r"retail-trading-status.*--topic"):
        imported(page)
    assert imported(page, Asked(topic="vasp-licensing")).document.brief.topic == "vasp-licensing"


def test_without_dates_the_day_of_import_is_asked_about(sample_page):
    page = edited(sample_page, "Created: 2026-03-05 16:20", "")
    assert imported(page).document.brief.as_of == "2026-11-22"
    assert imported(page, Asked(as_of="2026-01-31")).document.brief.as_of == "2026-01-31"


@pytest.mark.parametrize(
    ("raw", "sentence"),
    [
        (b"", "not in the form of a published page"),
        (b"Hello.\n", "not in the form of a published page"),
        (b"\x89PNG\r\n\xff\xfe", "is a binary file"),
        (b"Executive Summary\n\0", "is a binary file"),
        (b"a" * 1_000_001, "is over 1000000 bytes"),
    ],
)
def test_what_is_no_page_is_refused(raw, sentence):
    with pytest.raises(Unreadable, match=sentence):
        imported(raw)


def test_a_page_without_a_head_needs_both_flags():
    page = b"Executive Summary\n\nTokens may be held.\n"
    with pytest.raises(InputError, match="names no jurisdiction"):
        imported(page)
    document = imported(page, Asked("XA", "retail-trading-status")).document
    assert [claim.sentence for claim in document.claims] == ["Tokens may be held."]
    assert {claim.origin for claim in document.claims} == {"imported from page page.txt"}


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("One. Two! Three?", ["One.", "Two!", "Three?"]),
        ("See Act No. 7 and s. 9. Then go.", ["See Act No. 7 and s. 9.", "Then go."]),
        (
            "Dr. A. Marlow asked, e.g. Paris. “Why?” He said.",
            ["Dr. A. Marlow asked, e.g. Paris.", "“Why?”", "He said."],
        ),
        ("It costs 1.50 marks. 2 firms pay.", ["It costs 1.50 marks.", "2 firms pay."]),
        ("", []),
    ],
)
def test_sentences(text, parts):
    assert sentences(text) == parts


@pytest.mark.parametrize(
    "filler", ["a", "a.", "(1", "A. ", " - A: ", "“", "* ", "1.1 ", ": A", "\n", "a\n\n"]
)
def test_a_long_page_is_read_in_time(filler):
    """Patterns that look back again and again would take minutes; other programs of a busy machine do not count."""
    page = "XA\nretail-trading-status\n\n"
    for name in ("Executive Summary", "Landmark Laws", "Summary Points", "Source Evidence", "Web Sources"):
        page += f"{name}\n\n{filler * (30_000 // len(filler.encode()))}\n\n"
    start = process_time()
    imported(page.encode())
    assert process_time() - start < 20


@settings(max_examples=60, deadline=None)
@given(st.lists(st.sampled_from(PIECES), max_size=40))
def test_any_pieces_of_pages_make_a_document_or_a_sentence(pieces):
    raw = "\n".join(pieces).encode()
    try:
        document = imported(raw, Asked("XA", "retail-trading-status")).document
    except LexatlasError:
        return
    assert lost_from(raw, document) == {}
    assert {claim.quotes for claim in document.claims} <= {()}
