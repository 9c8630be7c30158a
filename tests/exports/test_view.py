"""What a page says before any format: numbers, cuts, links, times, and sections with nothing in them."""

import pytest

from lexatlas.core.facts import LegalDate
from lexatlas.core.standing import ReviewClaimed, Standing
from lexatlas.exports.view.addresses import to_the_words, web_address
from lexatlas.exports.view.laws import date_cells
from lexatlas.exports.view.numbers import Numbers
from lexatlas.exports.view.page import page_of
from lexatlas.exports.view.quotes import Quotes, word_count
from lexatlas.exports.view.words import counted, direction, time_with_zone
from tests.exports.sample import CLAIMS, LEFT_OUT, PROVENANCE, SAMPLES, SOURCES, STANDING, coded, imported


def page(document=None, standing=STANDING):
    return page_of(document or coded(), PROVENANCE, standing)


def section(name, document=None):
    return next(each for each in page(document).sections if each.name == name)


@pytest.mark.parametrize("make", SAMPLES.values(), ids=SAMPLES)
def test_every_claim_has_a_number_a_drawer_and_one_place(make):
    document = make()
    numbers = Numbers.of(document)
    assert sorted(numbers.claims.values()) == list(range(1, len(document.claims) + 1))
    drawers = [drawer.name for drawer in page(document).evidence]
    assert [name for name in drawers if name.startswith("claim")] == [
        f"claim {number}" for number in range(1, len(document.claims) + 1)
    ]


def test_a_claim_that_no_section_names_is_on_the_page():
    document = coded(sections=(), instruments=())
    detail = section("Detailed Explanation", document)
    assert [group.fold for group in detail.groups] == ["Other claims (11)"]


def test_a_section_with_nothing_says_one_sentence():
    # What is derived stands even when no statement was made.
    empty = coded(sections=(), instruments=(), claims=(), verdicts=(), sources=(), imported={})
    told = {each.name: each.empty for each in page(empty).sections}
    assert {name for name, sentence in told.items() if not sentence.endswith(".")} == {"Notes", "Web Sources"}


def test_a_closed_source_is_cut_and_says_so():
    quote = CLAIMS["fees"].quotes[0]
    shown = Quotes(coded()).show(quote)
    assert (word_count(quote.words), word_count(shown.text.replace("[…]", ""))) == (108, 60)
    assert shown.cut.startswith("Cut to 60 of 108 words")


def test_all_quotes_of_a_closed_source_stay_below_its_share():
    snapshots = tuple(each.model_copy(update={"length": 600}) for each in coded().snapshots)
    shown = Quotes(coded(snapshots=snapshots)).show(CLAIMS["fees"].quotes[0])
    assert shown.cut.startswith("Cut to 5 of 108 words")


def test_an_open_source_is_shown_whole():
    open_sources = tuple(source.model_copy(update={"rights": "open"}) for source in SOURCES)
    assert Quotes(coded(sources=open_sources)).show(CLAIMS["fees"].quotes[0]).cut == ""


def test_what_a_claim_rests_on_and_what_it_leaves_out_are_told_apart():
    pieces = Quotes(coded()).show(CLAIMS["cap"].quotes[0], left_out=(LEFT_OUT,)).paragraphs[0]
    assert [(piece.text, piece.kind) for piece in pieces if piece.kind != "words"] == [
        ("orders that exceed 2,000 mar", "mark"),
        (LEFT_OUT, "left-out"),
    ]


def test_a_mark_over_everything_is_left_away():
    quote = CLAIMS["may"].quotes[0]
    whole = quote.model_copy(update={"highlight": ((quote.parts[0].start, quote.parts[0].end),)})
    assert {piece.kind for piece in Quotes(coded()).show(whole).paragraphs[0]} == {"words"}


@pytest.mark.parametrize(
    ("address", "link"),
    [
        ("https://a.example/x?a=1&b=2", "https://a.example/x?a=1&b=2"),
        ('https://a.example/"><b>', "https://a.example/%22%3E%3Cb%3E"),
        ("javascript:alert(1)", ""),
        ("data:text/html,x", ""),
        ("//a.example", ""),
        ("ftp://a.example", ""),
        ("https://", ""),
        ("https://user@a.example", ""),
        ("https://a.example/\nx", ""),
        ("http://[bad", ""),
        (None, ""),
    ],
)
def test_only_plain_web_addresses_become_links(address, link):
    assert web_address(address) == link


def test_a_link_leads_to_the_words():
    quote = CLAIMS["must"].quotes[0]
    link = to_the_words("https://a.example/x", quote, "text/html")
    start, end = (
        "%281%29%20No%20person%20shall%20offer%20exchange",
        "public%20unless%20entered%20in%20the%20Register.",
    )
    assert link == f"https://a.example/x#:~:text={start},{end}"
    assert to_the_words("https://a.example/x.pdf", quote, "application/pdf") == "https://a.example/x.pdf"


@pytest.mark.parametrize(
    ("moment", "shown"),
    [
        ("2026-04-01T11:24:09+03:00", "2026-04-01 11:24 (UTC+03)"),
        ("2026-04-01T11:24:09.123456+05:30", "2026-04-01 11:24 (UTC+05:30)"),
        ("2026-04-01T11:24Z", "2026-04-01 11:24 (UTC)"),
        ("2026-04-01T11:24:09+00:00", "2026-04-01 11:24 (UTC)"),
        ("2026-04-01T11:24:09", "2026-04-01 11:24 (zone not shown)"),
        ("some time ago", "some time ago"),
    ],
)
def test_a_time_bears_its_zone(moment, shown):
    assert time_with_zone(moment) == shown


def test_dates_stand_in_six_places_and_say_what_is_known():
    dates = (
        LegalDate(role="adopted", date="2025", precision="year"),
        LegalDate(role="applies_from", date="2026-01-01", precision="day", computed=True),
        LegalDate(role="unknown", date="2023-04-01", precision="day"),
    )
    assert [(cell.name, cell.value, cell.how) for cell in date_cells(dates)] == [
        ("Adopted", "2025", "year only"),
        ("Signed", "not found", ""),
        ("Published", "not found", ""),
        ("In force", "not found", ""),
        ("Applies from", "2026-01-01", "computed"),
        ("Repealed", "not found", ""),
        ("Kind of date not shown", "2023-04-01", ""),
    ]


def test_an_imported_page_keeps_its_fields_and_is_not_for_passing_on():
    made = page(imported())
    assert made.banner.startswith("Not for passing on")
    assert ("Reference ID", "#12") in [(row.name, row.value) for row in made.head.fields]
    rows = [(row.name, row.value) for row in section("Notes", imported()).rows]
    assert ("The page says: Confidence", "High Confidence") in rows


def test_web_sources_are_counted_at_none_too():
    web = section("Web Sources")
    assert (web.count, web.sources[0].empty) == (
        "0",
        "The web was not searched: answered from 6 documents given.",
    )


def test_reviews_in_a_file_are_only_claimed():
    review = ReviewClaimed(
        kind="Approval", who="I. Tavor", role="reviewer", date="2026-04-03", text="Opened 4 of 4."
    )
    head = page(standing=Standing(reviews=(review,))).head
    assert (
        head.sign_off_sentence == "I. Tavor, reviewer, 2026-04-03, as this file says; it shows no proof of it"
    )


@pytest.mark.parametrize(("number", "shown"), [(0, "0 claims"), (1, "1 claim"), (1200, "1,200 claims")])
def test_a_count_has_its_noun(number, shown):
    assert counted(number, "claim") == shown


def test_directions():
    assert [direction(code) for code in ("ar", "he-IL", "zh-Hans", "", "<x>")] == [
        "rtl",
        "rtl",
        "ltr",
        "auto",
        "auto",
    ]
