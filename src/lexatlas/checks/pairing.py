"""Pairs the words of a claim with the words of its whole units, in both directions."""

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from lexatlas.checks import glossed, slots
from lexatlas.checks.tokens import plain, words_of
from lexatlas.checks.unittext import UnitText, unit_text
from lexatlas.checks.view import View, spans_of, supporting
from lexatlas.checks.whole import NOTHING, Whole, whole
from lexatlas.core.claims import Claim
from lexatlas.core.templates import POINTERS, render

NOT_RENDERED = "The sentence is not what its template makes of its slots."


@dataclass(frozen=True)
class Pairing:
    """What does not pair off. `equal`: the sentence is the units' own words. `unsure`: why nothing is said.

    `extra` are words of the claim that the units do not have there, `left_out` words of the units that the
    claim does not have. Both empty and no `unsure`: everything pairs off.
    """

    equal: bool = False
    extra: tuple[str, ...] = ()
    left_out: tuple[str, ...] = ()
    unsure: str = ""
    whole: Whole = NOTHING
    unit: UnitText | None = None

    @property
    def complete(self) -> bool:
        """Whether everything pairs off."""
        return not (self.extra or self.left_out or self.unsure)


def pair(claim: Claim, view: View) -> Pairing:
    """Pair a claim with the units that its quotes hold whole."""
    last = view.memo.get("pairing")
    if not last or last[0] is not claim:
        last = (claim, _pair(claim, view))
        view.memo["pairing"] = last
    pairing: Pairing = last[1]
    return pairing


def _pair(claim: Claim, view: View) -> Pairing:
    held, unit = _units(claim, view)
    if unit is None:
        return Pairing(unsure=held.reason or "No whole legal unit stands in the quotes.", whole=held)
    found = _BY_FORM[claim.form](claim, unit, view)
    left = (*found.left_out, *(held.unlisted if held.bound or claim.form == "listed" else ()), *held.cut)
    return replace(found, left_out=left, whole=held, unit=unit)


def _units(claim: Claim, view: View) -> tuple[Whole, UnitText | None]:
    """Return the units of the claim's quotes; the same quotes are looked up once."""
    key = ("units", *((quote.snapshot, *spans_of(quote)) for quote in supporting(claim)))
    if key not in view.memo:
        held = whole(claim, view)
        view.memo[key] = (held, unit_text(held))
    found: tuple[Whole, UnitText | None] = view.memo[key]
    return found


def _words(claim: Claim, unit: UnitText, _view: View) -> Pairing:
    """The sentence is the units' own words, whole; anything else is a difference."""
    if claim.slots and not renders(claim):
        return replace(_difference(claim, unit), unsure=NOT_RENDERED)
    if unit.said_by(plain(claim.sentence)):
        return Pairing(equal=True)
    return _difference(claim, unit)


def _listed(claim: Claim, unit: UnitText, _view: View) -> Pairing:
    """The stem whole, and every item of its list in its words or by its label."""
    as_made = renders(claim) and unit.listed_by(plain(claim.sentence))
    return Pairing(equal=True) if as_made else _difference(claim, unit)


def _free(claim: Claim, unit: UnitText, _view: View) -> Pairing:
    """Word for word with every comma: a bag of the same words may say the opposite, and a comma may too."""
    if unit.said_by(plain(claim.sentence)):
        return Pairing(equal=True)
    return _difference(claim, unit)


def _slotted(claim: Claim, unit: UnitText, view: View) -> Pairing:
    """The sentence is what its template makes of its slots, and each slot pairs with tokens of the quote.

    A pointer alone may leave the unit's words unsaid, so its form and its template go together; so do those of
    a gloss, which says a whole unit: its template would let a bare date pass for a value.
    """
    as_made = renders(claim) and claim.template != "glossed"
    if not as_made or (claim.form == "deals-with") != (claim.template in POINTERS):
        return replace(_difference(claim, unit), unsure=NOT_RENDERED)
    found = slots.pair_slots(claim, unit, view)
    return Pairing(extra=found.extra, left_out=found.left_out, unsure=found.unsure)


def _glossed(claim: Claim, unit: UnitText, _view: View) -> Pairing:
    """The sentence is made of exactly the pieces that the unit's words give by the gloss of its language."""
    found = glossed.pair_pieces(claim, unit)
    unsure = "" if renders(claim) and claim.template == "glossed" else NOT_RENDERED
    return Pairing(extra=found.extra, left_out=found.left_out, unsure=unsure)


def renders(claim: Claim) -> bool:
    """Return whether the sentence is exactly what the claim's template makes of its slots."""
    try:
        return plain(render(claim.template, claim.slots)) == plain(claim.sentence)
    except KeyError:
        return False


def _difference(claim: Claim, unit: UnitText) -> Pairing:
    """Name the words that one side has and the other lacks; where both have the same, those that moved."""
    ours, theirs = words_of(plain(claim.sentence)), words_of(unit.text)
    extra, left = _beyond(ours, theirs), _beyond(theirs, ours)
    if not extra and not left:
        extra = [mine for mine, other in zip(ours, theirs, strict=False) if mine != other] or [claim.sentence]
    return Pairing(extra=tuple(extra), left_out=tuple(left))


def _beyond(first: Sequence[str], second: Sequence[str]) -> list[str]:
    """Return the words that `first` has more often than `second`, in the order of `first`."""
    spare = Counter(second)
    beyond = []
    for word in first:
        if spare[word]:
            spare[word] -= 1
        else:
            beyond.append(word)
    return beyond


_BY_FORM: dict[str, Callable[[Claim, UnitText, View], Pairing]] = {
    "words": _words,
    "listed": _listed,
    "glossed": _glossed,
    "value": _slotted,
    "deals-with": _slotted,
    "free": _free,
}
