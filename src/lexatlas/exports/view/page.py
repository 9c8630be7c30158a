"""A document as a page: head, tally, sections, drawers and notice, as values that each format writes down."""

from lexatlas.core.document import NOTICE, Document
from lexatlas.core.provenance import Provenance
from lexatlas.core.standing import Standing
from lexatlas.exports.view.evidence import Drawers
from lexatlas.exports.view.head import head_of
from lexatlas.exports.view.numbers import Numbers
from lexatlas.exports.view.quotes import Quotes
from lexatlas.exports.view.reading import AS_A_FILE, Reading
from lexatlas.exports.view.rights import PRIVATE
from lexatlas.exports.view.sections import Sections
from lexatlas.exports.view.tally import tally
from lexatlas.exports.view.values import Count, Page, Row
from lexatlas.exports.view.words import IN_A_TALLY, MARKS, MEANINGS, RECORD, RECORD_MEANING, counted


def page_of(
    document: Document, provenance: Provenance | None, standing: Standing, reading: Reading = AS_A_FILE
) -> Page:
    """Return the page. The same values give the same page; nothing here reads a clock or a file."""
    # The id bears the hash of the whole document: worked out once.
    own_id, sha256 = document.id, document.sha256
    numbers, quotes = Numbers.of(document), Quotes(document, own_id, reading)
    drawers = Drawers(document, provenance, numbers, quotes)
    head = head_of(document, own_id, provenance, standing)
    counts = tally(document)
    private = any(source.rights == "private" for source in document.sources)
    return Page(
        title=f"{head.place} {head.topic}: {head.code}",
        id=own_id,
        sha256=sha256,
        as_of=document.brief.as_of,
        banner=PRIVATE if private else "",
        head=head,
        claims=counts.claims,
        counts=tuple(
            Count(MARKS[code], number, IN_A_TALLY[code], MEANINGS[code])
            for code, number in counts.verdicts.items()
        ),
        record_mark=RECORD,
        record_meaning=RECORD_MEANING,
        beside=f"{counted(counts.records, 'record')}, {counted(counts.labels, 'label')}",
        plain_quotations=counts.plain_quotations,
        sections=Sections(document, standing, numbers, quotes, drawers).all(),
        evidence=drawers.all(),
        # The notice is ours, whatever a file says in its place.
        notice=NOTICE,
        made_by=tuple(_made_by(document, sha256, provenance)),
    )


def _made_by(document: Document, sha256: str, provenance: Provenance | None) -> list[Row]:
    recipe = document.recipe
    return [
        Row("Analyst", f"{recipe.analyst} {recipe.analyst_version}"),
        Row("Checks", recipe.checks_version),
        Row("Codebook", f"edition {document.codebook.edition}, {document.codebook.sha256[:12]}"),
        Row("Made with", (provenance.tool if provenance else "") or f"lexatlas {recipe.lexatlas}"),
        Row("Document hash", sha256),
    ]
