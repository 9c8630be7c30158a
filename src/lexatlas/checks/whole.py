"""Which whole legal units a quote holds, and what of the quote or of a list is not whole."""

from collections.abc import Sequence
from dataclasses import dataclass

from lexatlas.checks.tokens import plain, tokens
from lexatlas.checks.view import Held, View, spans_of, supporting
from lexatlas.core.claims import Claim
from lexatlas.core.evidence import Span, Unit
from lexatlas.language.lists import bound
from lexatlas.language.wording import without_mark


@dataclass(frozen=True)
class Whole:
    """The units that a claim's supporting quotes hold whole, in reading order, each part once.

    `cut` are words of the quotes that belong to no unit held whole; `unlisted` the words of the list's other
    items; `bound` tells that they condition the stem or are alternatives, so that one item alone would say
    something else. `reason` says why there is nothing to compare, when there is nothing.
    """

    held: Held | None
    units: tuple[Unit, ...] = ()
    cut: tuple[str, ...] = ()
    unlisted: tuple[str, ...] = ()
    bound: bool = False
    reason: str = ""

    @property
    def parts(self) -> tuple[Span, ...]:
        """The parts of all units in the order of the text, a shared stem once."""
        return tuple(sorted({part for unit in self.units for part in unit.parts}))

    @property
    def points(self) -> tuple[str, ...]:
        """The labels of the items right under the outermost stem of the units' one list, as "(a)"."""
        tops = {self.held.top(unit) for unit in self.units if len(unit.parts) > 1} if self.held else set()
        if self.held is None or len(tops) != 1:
            return ()
        labels = [item.label.strip("().").strip() for item in self.held.items.get(tops.pop(), ())]
        return tuple(f"({label})" for label in labels) if all(labels) else ()


NOTHING = Whole(None)
_NO_WORD = "·"


def whole(claim: Claim, view: View) -> Whole:
    """Return the whole units of a claim's supporting quotes; the quotes must have re-derived before."""
    quotes = supporting(claim)
    if not quotes:
        return Whole(None, reason="No quote.")
    held = view.held(quotes[0].snapshot)
    if held is None:
        return Whole(None, reason="The text of the quote was not given.")
    if any(quote.snapshot != quotes[0].snapshot for quote in quotes):
        return Whole(held, reason="The quotes come from different texts.")
    spans = [span for quote in quotes for span in spans_of(quote)]
    units = held.rules_within(spans)
    if len({_provision(held, unit) for unit in units}) > 1:
        return Whole(held, reason="The quotes come from different provisions.")
    together = any(bound(held.text, unit, held.language) for unit in units)
    return Whole(held, tuple(units), _cut(held, spans, units), _unlisted(held, spans, units), together)


def _provision(held: Held, unit: Unit) -> int:
    if unit.article >= 0:
        return unit.article
    at = unit.segment
    while (
        at >= 0
        and held.text.segments[at].parent >= 0
        and held.text.segments[at].kind in ("item", "paragraph")
    ):
        at = held.text.segments[at].parent
    return -2 - at


def _cut(held: Held, spans: Sequence[Span], units: Sequence[Unit]) -> tuple[str, ...]:
    """Return the words of the quotes that lie outside the units, numbering aside."""
    beside = held.units_within(spans) if units else []
    inside = sorted({part for unit in (*units, *beside) for part in unit.parts})
    left = []
    for span in spans:
        at = span.start
        for part in [part for part in inside if span.start <= part.start and part.end <= span.end]:
            left.append(held.text.text[at : part.start])
            at = max(at, part.end)
        left.append(held.text.text[at : span.end])
    # A mark is one by the blank behind it, which the end of a piece is not: a sign that is no word stands there.
    return tuple(token.text for piece in left for token in tokens(without_mark(f"{piece} {_NO_WORD}")))


def _unlisted(held: Held, spans: Sequence[Span], units: Sequence[Unit]) -> tuple[str, ...]:
    """Return the words of the list that the quotes leave out."""
    parts = sorted({part for unit in units for part in held.list_parts(unit)})
    missing = [
        part for part in parts if not any(span.start < part.end and part.start < span.end for span in spans)
    ]
    texts = [plain(held.text.text[slice(*part)]) for part in missing]
    return tuple(token.text for text in texts for token in tokens(text))
