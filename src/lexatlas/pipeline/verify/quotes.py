"""Whether each quote stands, word for word, where it says that it stands."""

from collections.abc import Iterator, Mapping

from lexatlas.bundle import Excerpts
from lexatlas.core.claims import Claim
from lexatlas.core.document import Document
from lexatlas.core.evidence import CanonicalText, Quote, Span
from lexatlas.core.text import Normalised, normalise, occurrences

_NEAR = 400
_PLACES = 200
"""Places of a repeated quote that are looked at: in a file from a stranger one letter may be a quote."""


def quotes_of(document: Document, text: str) -> list[tuple[Claim, Quote]]:
    """Return the quotes cut from the text with this hash, with their claims, in document order."""
    return [(claim, quote) for claim in document.claims for quote in claim.quotes if quote.snapshot == text]


def misplaced(claim: Claim, quote: Quote, text: CanonicalText, cut: Excerpts | None) -> list[str]:
    """Return what of a quote does not stand in `text` as it says, a sentence each.

    `cut` says what is enclosed of a text that is not enclosed whole.
    """
    faults = list(_parts(quote, text, cut))
    spans = [Span(part.start, part.end) for part in quote.parts]
    if any(
        not any(span.start <= mark.start <= mark.end <= span.end for span in spans)
        for mark in quote.highlight
    ):
        faults.append("marks words outside of itself")
    if not faults and quote.parts:
        faults += _neighbours(quote, text.text, cut)
    return [f"A quote of claim {claim.id} ({quote.locator}) {fault}." for fault in faults]


def _parts(quote: Quote, text: CanonicalText, cut: Excerpts | None) -> Iterator[str]:
    if not quote.parts:
        yield "has no words"
    done = 0
    for part in quote.parts:
        if not done <= part.start < part.end <= len(text.text):
            yield "points outside of its text or back in it"
            return
        if text.text[part.start : part.end] != part.exact:
            yield f"is not what its text holds at {part.start} to {part.end}"
        elif cut is not None and not cut.covers(Span(part.start, part.end)):
            yield "lies outside of the enclosed excerpt"
        done = part.end


def _neighbours(quote: Quote, text: str, cut: Excerpts | None) -> list[str]:
    start, end = quote.parts[0].start, quote.parts[-1].end
    low, high = _enclosed(start, end, len(text), cut)
    before = normalise(text[max(low, start - _NEAR) : start]).text.strip()
    after = normalise(text[end : min(high, end + _NEAR)]).text.strip()
    prefix, suffix = normalise(quote.prefix).text.strip(), normalise(quote.suffix).text.strip()
    # Of neighbours that reach out of an excerpt, what is enclosed is compared.
    left = before.endswith(prefix) or (cut is not None and prefix.endswith(before))
    right = after.startswith(suffix) or (cut is not None and suffix.startswith(after))
    return [] if left and right else ["names other neighbours than it has"]


def _enclosed(start: int, end: int, length: int, cut: Excerpts | None) -> Span:
    """Return how far the text around a quote is enclosed."""
    if cut is None:
        return Span(0, length)
    low = max((excerpt.start for excerpt in cut.excerpts if excerpt.start <= start), default=start)
    return Span(low, min((excerpt.end for excerpt in cut.excerpts if excerpt.end >= end), default=end))


def citation(text: CanonicalText, span: Span) -> tuple[str, ...]:
    """Return the printed numbers of the segments around `span`, outermost first, as a citation has them."""
    around = [segment for segment in text.segments if segment.start <= span.start and span.end <= segment.end]
    return tuple(segment.mark or segment.label for segment in around if segment.mark or segment.label)


def stands_in(quote: Quote, old: CanonicalText, new: CanonicalText, normalised: Normalised) -> bool:
    """Whether every part of `quote` stands exact in `new`, in order, under the citation that it has in `old`.

    `normalised` is the text of `new` after normalisation.
    """
    done = 0
    for part in quote.parts:
        wanted = citation(old, Span(part.start, part.end))
        places = [place for place in occurrences(part.exact, normalised) if place.start >= done]
        here = next((place for place in places[:_PLACES] if citation(new, place) == wanted), None)
        if here is None:
            return False
        done = here.end
    return bool(quote.parts)


def orphans(document: Document, texts: Mapping[str, CanonicalText]) -> list[str]:
    """Return the quotes whose text or source the document does not have, a sentence each."""
    sources = {source.id: source for source in document.sources}
    faults = []
    for claim in document.claims:
        for quote in claim.quotes:
            if quote.snapshot not in texts:
                faults.append(f"A quote of claim {claim.id} is cut from a text that is not enclosed.")
            elif quote.source not in sources or sources[quote.source].snapshot != quote.snapshot:
                faults.append(
                    f"A quote of claim {claim.id} names a source that is not the source of its text."
                )
    return faults
