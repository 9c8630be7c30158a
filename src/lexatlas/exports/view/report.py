"""What is derived from quotes: the report by instrument in article order, and the evidence by source."""

from collections.abc import Iterator

from lexatlas.core.claims import Claim
from lexatlas.core.document import Document
from lexatlas.core.evidence import Quote, Source
from lexatlas.exports.view.addresses import web_address
from lexatlas.exports.view.evidence import Drawers
from lexatlas.exports.view.lines import in_order
from lexatlas.exports.view.numbers import Numbers
from lexatlas.exports.view.quotes import Quotes
from lexatlas.exports.view.rights import Place, place_of, rights_sentence
from lexatlas.exports.view.values import Foreign, Provision, Reported, SourceList, SourceRow
from lexatlas.exports.view.words import KINDS, direction, language_name, language_tag, listed

SHOWN = 8
"""Provisions of one instrument that stand open; the rest is folded."""


def report(document: Document, numbers: Numbers, quotes: Quotes) -> tuple[Reported, ...]:
    """Return each instrument with the units quoted from it, in the order in which its text has them."""
    found = []
    for source in document.sources:
        provisions = _provisions(document, source, numbers, quotes)
        if provisions:
            about = _about(document, source)
            found.append(Reported(title_of(source), about, provisions[:SHOWN], provisions[SHOWN:]))
    return tuple(found)


def _about(document: Document, source: Source) -> str:
    """Return in one line what the words below stand in: kind, publisher, number of the source, date of the text."""
    number = 1 + [each.id for each in document.sources].index(source.id)
    dates = {each.text: each.text_as_of for each in document.snapshots}
    dated = f"text as of {dates.get(source.snapshot) or 'not shown'}"
    return listed((KINDS[source.kind], source.publisher, source.tier, f"source {number}", dated))


def title_of(source: Source) -> Foreign:
    """Return a source's title in its own language where its script is not ours."""
    foreign = not source.title.isascii()
    return Foreign(
        source.title,
        language_tag(source.language) if foreign else "",
        direction(source.language) if foreign else "ltr",
    )


def _provisions(
    document: Document, source: Source, numbers: Numbers, quotes: Quotes
) -> tuple[Provision, ...]:
    claims: dict[Place, list[str]] = {}
    units: dict[Place, Quote] = {}
    exceptions: dict[Place, list[Quote]] = {}
    for claim, quote in _quoted(document, source.id):
        place = place_of(quote)
        units.setdefault(place, quote)
        claims.setdefault(place, []).append(claim.id)
        if quote.role == "support":
            exceptions.setdefault(place, []).extend(_exceptions_of(claim, source.id))
    # An exception stands below its rule, and on its own only where no rule brings it along.
    carried = {
        place_of(each) for place, found in exceptions.items() for each in found if place_of(each) != place
    }
    return tuple(
        Provision(
            place=units[place].locator,
            quotes=(
                quotes.show(units[place], marked=False),
                *(
                    quotes.show(quote, f"Exception, {quote.locator}", marked=False)
                    for quote in _once(exceptions.get(place, []), place)
                ),
            ),
            refs=in_order(numbers.refs(claims[place])),
        )
        for place in sorted(units, key=lambda place: (place[0], place[1], place[2]))
        if place not in carried
    )


def _quoted(document: Document, source: str) -> Iterator[tuple[Claim, Quote]]:
    for claim in document.claims:
        for quote in claim.quotes:
            if quote.source == source and quote.parts:
                yield claim, quote


def _exceptions_of(claim: Claim, source: str) -> list[Quote]:
    return [quote for quote in claim.quotes if quote.role == "exception" and quote.source == source]


def _once(exceptions: list[Quote], own: Place) -> list[Quote]:
    found = {place_of(quote): quote for quote in exceptions if place_of(quote) != own}
    return [found[place] for place in sorted(found)]


def _unread(source: Source) -> str:
    # The reason of the tier may say so already.
    return "" if "not read" in source.tier_reason.lower() else "not read"


def source_lists(
    document: Document, numbers: Numbers, quotes: Quotes, drawers: Drawers
) -> tuple[SourceList, ...]:
    """Return the sources that are quoted, primary and secondary apart."""
    rows = [row for row in source_rows(document, numbers, quotes, drawers) if row.quotes]
    parts = (
        ("Primary (T1, T2)", ("T1", "T2"), "primary"),
        ("Secondary (T3–T6)", ("T3", "T4", "T5", "T6"), "secondary"),
    )
    return tuple(
        SourceList(
            name, tuple(r for r in rows if r.tier in tiers), f"No {word} source is quoted on this page."
        )
        for name, tiers, word in parts
    )


def source_rows(document: Document, numbers: Numbers, quotes: Quotes, drawers: Drawers) -> list[SourceRow]:
    """Return a row for each source, numbered in the order of the document."""
    snapshots = {snapshot.text: snapshot for snapshot in document.snapshots}
    rows = []
    for number, source in enumerate(document.sources, 1):
        snapshot = snapshots.get(source.snapshot)
        provisions = _provisions(document, source, numbers, quotes)
        language = source.language or (snapshot.language if snapshot else "")
        rows.append(
            SourceRow(
                number=number,
                anchor=f"source-{number}",
                title=title_of(source),
                address=web_address(source.address),
                publisher=source.publisher or "not shown",
                tier=source.tier,
                language=language_name(language),
                state=drawers.text_state(source.snapshot),
                dated=source.date or "not shown",
                as_of=(snapshot.text_as_of if snapshot else None) or "not shown",
                retrieved=drawers.retrieved(source.id),
                rights=rights_sentence(source, quoted=bool(provisions)),
                sha256=source.snapshot,
                quotes=provisions,
                note=listed(
                    (source.tier_reason.rstrip("."), source.path, _unread(source) if snapshot is None else "")
                ),
            )
        )
    return rows
