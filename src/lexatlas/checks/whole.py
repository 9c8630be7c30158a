"""Which whole legal units a quote holds, and what of the quote or of a list is not whole."""

from collections.abc import Sequence
from dataclasses import dataclass

from lexatlas.checks.tokens import tokens
from lexatlas.checks.view import Held, View, spans_of, supporting
from lexatlas.core.claims import Claim
from lexatlas.core.evidence import Quote, Span, Unit
from lexatlas.core.text import normalise
from lexatlas.language.cues import phrases_regex
from lexatlas.language.lexicon import lexicon
from lexatlas.language.units import belongs_together
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


NOTHING = Whole(None)


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
    units = held.units_within(spans)
    if len({_provision(held, unit) for unit in units}) > 1:
        return Whole(held, reason="The quotes come from different provisions.")
    bound = any(len(unit.parts) > 1 and _bound(held, unit) for unit in units)
    return Whole(held, tuple(units), _cut(held, spans, units), _unlisted(held, spans, units), bound)


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
    inside = sorted({part for unit in units for part in unit.parts})
    left = []
    for span in spans:
        at = span.start
        for part in [part for part in inside if span.start <= part.start and part.end <= span.end]:
            left.append(held.text.text[at : part.start])
            at = max(at, part.end)
        left.append(held.text.text[at : span.end])
    return tuple(token.text for piece in left for token in tokens(without_mark(piece + " ")))


def _unlisted(held: Held, spans: Sequence[Span], units: Sequence[Unit]) -> tuple[str, ...]:
    """Return the words of the list that the quotes leave out."""
    parts = sorted({part for unit in units for part in held.list_parts(unit)})
    missing = [
        part for part in parts if not any(span.start < part.end and part.start < span.end for span in spans)
    ]
    texts = [normalise(held.text.text[slice(*part)]).text for part in missing]
    return tuple(token.text for text in texts for token in tokens(text))


def _bound(held: Held, unit: Unit) -> bool:
    """Return whether the items of a unit's list must be read together; yes when we cannot read the language.

    They must where a stem ends in a condition or exception that they fill, and where they are alternatives
    under a prohibition.
    """
    lex = lexicon(held.language)
    cues = (*lex.words("conditions", "whole_stem"), *lex.words("conditions", "exception"))
    if not cues or belongs_together(held.text, unit, held.language):
        return True
    stems = [
        normalise(held.text.text[slice(*part)]).text
        for part in unit.parts
        if part.end <= held.own(unit).start
    ]
    pattern = phrases_regex(cues, held.language)
    return any(
        _open_at_end(stem, match.start(), match.end(), held.language)
        for stem in stems
        for match in pattern.finditer(stem)
    )


def _open_at_end(stem: str, start: int, end: int, language: str) -> bool:
    """Return whether the clause that begins at `start` still runs where the items begin."""
    rest = stem[end:]
    aside = stem[:start].rstrip().endswith(",") and "," in rest
    modals = tuple(cue for family in ("required", "prohibited", "permitted", "exempt")
                   for cue in lexicon(language).words("modals", family))  # fmt: skip
    return not aside and phrases_regex(modals, language).search(rest) is None


def holds_quote(quote: Quote, view: View) -> bool:
    """Return whether every part of `quote` stands at its place in the stored text."""
    held = view.held(quote.snapshot)
    return held is not None and bool(quote.parts) and all(
        held.stand(part.start, part.end, part.exact) for part in quote.parts
    )  # fmt: skip
