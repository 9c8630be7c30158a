"""May the quotes be shown whole, or are they over what may be quoted of a source that is not open?"""

from collections import defaultdict

from lexatlas.checks.answer import cannot_tell, no, yes
from lexatlas.checks.view import View
from lexatlas.core.claims import CheckAnswer, Claim
from lexatlas.core.document import Document
from lexatlas.core.evidence import Quote

NAME = "rights"
WORDS_A_QUOTE = 60
WORDS_A_SOURCE = 300
SHARE_OF_SOURCE = 20
"""At most one word in twenty (5 %), or 300 words, the lesser."""


def check(claim: Claim, view: View) -> CheckAnswer:
    """Answer no with the place of each quote that is checked whole and must be shown cut."""
    if any(view.source(quote) is None for quote in claim.quotes):
        return cannot_tell(NAME, "Rights are not shown where no source is named.")
    long = [
        quote.locator or quote.source
        for quote in claim.quotes
        if _closed(quote, view) and _length(quote) > WORDS_A_QUOTE
    ]
    return no(NAME, long, f"Over {WORDS_A_QUOTE} words of a source that is not open.") if long else yes(NAME)


def _closed(quote: Quote, view: View) -> bool:
    source = view.source(quote)
    return source is not None and source.rights != "open"


def _length(quote: Quote) -> int:
    return len(quote.words.split())


def check_document(document: Document, view: View) -> list[CheckAnswer]:
    """Answer no for each source of which more is quoted than may be shown."""
    spans: dict[str, set[tuple[int, int, int]]] = defaultdict(set)
    for quote in (quote for claim in document.claims for quote in claim.quotes if _closed(quote, view)):
        spans[quote.source].update((part.start, part.end, len(part.exact.split())) for part in quote.parts)
    answers = []
    for source, parts in sorted(spans.items()):
        held = view.held(view.sources[source].snapshot)
        words = len(held.text.text.split()) if held else 0
        cap = min(WORDS_A_SOURCE, words // SHARE_OF_SOURCE) if words else WORDS_A_SOURCE
        if sum(length for _, _, length in parts) > cap:
            answers.append(
                no(NAME, [source], f"More than {cap} words of this source are quoted; the rest is shown cut.")
            )
    return answers or [yes(NAME)]
