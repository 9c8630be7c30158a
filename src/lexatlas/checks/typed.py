"""Do the typed figures of a claim stand in its quote in digits, as far as digits alone can tell?

The readers of numbers are shared with whoever made the claim, so this check has none: it looks at digits.
"""

from collections.abc import Iterator
from decimal import Decimal

from lexatlas.checks.answer import cannot_tell, no, yes
from lexatlas.checks.digits import written
from lexatlas.checks.view import View, supporting
from lexatlas.core.claims import CheckAnswer, Claim
from lexatlas.core.evidence import Quote
from lexatlas.core.facts import Count, Fact, LegalDate, Money, Period

NAME = "typed"
_BUDDHIST = 543
"""Years by which Thai law counts ahead of the civil calendar."""


def check(claim: Claim, view: View) -> CheckAnswer:
    """Answer no with the figures that the digits of the quote do not hold; unknown where it has words for them."""
    del view
    figures = [figure for fact in claim.facts for figure in _figures(fact)]
    words = " ".join(_words(quote) for quote in supporting(claim))
    digits = written(words)
    if not figures or not digits:
        return cannot_tell(NAME, "No figure is typed, or the quote has none in digits.")
    absent = [told for told, wanted in figures if not any(wanted & values for values, _ in digits)]
    scaled = [row for row in digits if row[1]]
    if absent and scaled:
        return cannot_tell(
            NAME, "A word stands behind the digits and may make another number of them.", absent
        )
    return no(NAME, absent, "The digits of the quote hold no such figure.") if absent else yes(NAME)


def _words(quote: Quote) -> str:
    """Return the words that the claim rests on, or the whole quote where none are marked."""
    cut = [part.exact[max(0, mark.start - part.start) : max(0, mark.end - part.start)]
           for part in quote.parts for mark in quote.highlight]  # fmt: skip
    return " ".join(piece for piece in cut if piece) or quote.words


def _figures(fact: Fact) -> Iterator[tuple[str, frozenset[Decimal]]]:
    """Yield each figure as it is told, with the numbers of which one must be written."""
    if isinstance(fact, Money):
        for amount in (fact.amount, fact.lower):
            if amount is not None:
                yield format(amount, "f"), frozenset((amount,))
    elif isinstance(fact, Period | Count):
        yield format(fact.n, "f"), frozenset((fact.n,))
    elif isinstance(fact, LegalDate) and fact.date and not fact.computed:
        year, *rest = (Decimal(piece) for piece in fact.date.split("-"))
        yield fact.date, frozenset((year, year + _BUDDHIST))
        if len(rest) > 1:
            yield fact.date, frozenset(rest[1:])
