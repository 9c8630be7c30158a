"""A page in parts is the page: the same markup, with what a site knows in its place."""

from dataclasses import replace

from lexatlas.core.standing import Standing
from lexatlas.exports import EXPORTERS
from lexatlas.exports.parts import parts, ruling
from lexatlas.exports.view.reading import AS_A_FILE, Reading
from lexatlas.exports.view.values import Row
from tests.exports.sample import PROVENANCE, coded


def test_each_part_stands_in_the_exported_page_word_for_word():
    document = coded()
    page = EXPORTERS["html"].export(document, PROVENANCE, Standing()).decode()
    made = parts(document, PROVENANCE, AS_A_FILE)
    for part in (made.tally, made.article, made.foot, made.key, made.drawers, ruling(made.head)):
        assert part in page
    assert made.sheet_foot in page
    assert 'id="reviews"' not in made.article


def test_a_site_says_who_read_a_claim_and_where_its_words_stand():
    document = coded()
    claim = document.claims[0]
    reading = Reading(read_by={claim.id: "I. Tavor, reviewer"}, viewer="/sources/{text}?at={start}-{end}")
    made = parts(document, PROVENANCE, reading)
    quote = claim.quotes[0]
    assert "Read by I. Tavor, reviewer" in made.article
    address = f"/sources/{quote.snapshot}?at={quote.parts[0].start}-{quote.parts[-1].end}"
    assert f'href="{address}"' in made.drawers


def test_words_of_private_sources_are_withheld_where_they_may_not_be_read():
    document = coded()
    private = tuple(source.model_copy(update={"rights": "private"}) for source in document.sources)
    document = document.model_copy(update={"sources": private})
    inside = parts(document, PROVENANCE, AS_A_FILE)
    outside = parts(document, PROVENANCE, Reading(withholds=True, viewer="/sources/{text}?at={start}-{end}"))
    for quote in (quote for claim in document.claims for quote in claim.quotes):
        words = " ".join(quote.parts[0].exact.split()[:5])
        assert words not in outside.article + outside.drawers, words
    assert "No word of it is shown here" in outside.drawers
    assert "/sources/" not in outside.drawers
    assert "No word of it is shown here" not in inside.drawers


def test_a_field_of_the_head_may_lead_somewhere():
    head = parts(coded(), PROVENANCE, AS_A_FILE).head
    made = ruling(replace(head, fields=(Row("History", "3 versions", "/analyses/7/history"),)))
    assert '<dt>History</dt><dd><a href="/analyses/7/history">3 versions</a></dd>' in made
