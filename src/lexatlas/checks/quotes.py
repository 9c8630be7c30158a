"""Does each quote re-derive: exact at its place, cited as it stands, all of one claim from one provision?"""

from lexatlas.checks.answer import cannot_tell, no, yes
from lexatlas.checks.view import View, spans_of, supporting
from lexatlas.core.claims import CheckAnswer, Claim
from lexatlas.core.document import Document
from lexatlas.core.evidence import Quote

NAME = "quotes"


def check(claim: Claim, view: View) -> CheckAnswer:
    """Answer yes when every quote stands in its stored text; no names the words that do not."""
    if not supporting(claim):
        return no(NAME, reason="The claim has no quote.")
    unknown = [quote.snapshot[:12] for quote in claim.quotes if view.held(quote.snapshot) is None]
    if unknown:
        return cannot_tell(NAME, "The text that is quoted was not given.", unknown)
    false = [
        part.exact
        for quote in claim.quotes
        for part in quote.parts
        if not _stands(quote, part.start, part.end, view)
    ]
    if false or any(not quote.parts for quote in claim.quotes):
        return no(NAME, false, "These words do not stand at their place in the stored text.")
    framed = [quote.locator for quote in claim.quotes if not _framed(quote, view)]
    if framed:
        return no(NAME, framed, "What is shown around or within the quote is not what the text has there.")
    astray = [quote.locator for quote in claim.quotes if not _cited(quote, view)]
    if astray:
        return no(
            NAME, astray, "The words stand in the text, and not at the place or in the part that is cited."
        )
    return yes(NAME, [quote.locator for quote in claim.quotes])


def _stands(quote: Quote, start: int, end: int, view: View) -> bool:
    held = view.held(quote.snapshot)
    return held is not None and all(
        held.stand(part.start, part.end, part.exact)
        for part in quote.parts
        if (part.start, part.end) == (start, end)
    )


def _framed(quote: Quote, view: View) -> bool:
    """Return whether neighbours, highlight and language of a quote are those of the text."""
    held = view.held(quote.snapshot)
    parts = spans_of(quote)
    inside = all(any(p.start <= h.start <= h.end <= p.end for p in parts) for h in quote.highlight)
    beside = held is not None and held.beside(parts[0].start, parts[-1].end, quote.prefix, quote.suffix)
    tongue = view.languages.get(quote.snapshot, quote.language)
    return inside and beside and quote.language == tongue


def _cited(quote: Quote, view: View) -> bool:
    """Return whether locator and part of text are the structure's own; yes where no unit is whole."""
    held = view.held(quote.snapshot)
    units = held.rules_within(spans_of(quote)) if held else []
    places = set.union(*(held.locators(unit) for unit in units)) if held and units else {quote.locator}
    return quote.locator in places and all(unit.part == quote.part for unit in units)


def check_document(document: Document, view: View) -> list[CheckAnswer]:
    """Answer no for claims without a quote and for quotes whose source is not named."""
    bare = [claim.sentence for claim in document.claims if not claim.quotes]
    nameless = [
        quote.words for claim in document.claims for quote in claim.quotes if view.source(quote) is None
    ]
    answers = [no(NAME, [sentence], "A claim without a quote.") for sentence in bare]
    answers += [no(NAME, [words], "A quote without a source.") for words in nameless]
    return answers or [yes(NAME, reason="Each claim has a quote, each quote a source.")]
