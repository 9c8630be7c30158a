"""Is the quote a whole legal unit, are its conditions in the claim, may this part of a text carry a fact?"""

from lexatlas.checks.answer import cannot_tell, no, yes
from lexatlas.checks.pairing import pair
from lexatlas.checks.view import View
from lexatlas.core.claims import CheckAnswer, Claim
from lexatlas.core.evidence import CARRYING_PARTS

NAME = "context"
NO_RULE = ("heading", "note", "quoted-old-text")
"""Parts that say nothing of the law themselves: a heading names, a note explains, old text has gone."""


def check(claim: Claim, view: View) -> CheckAnswer:
    """Answer no with the words of the unit that the claim leaves out."""
    found = pair(claim, view)
    if found.unit is None or found.whole.held is None:
        return no(NAME, reason=found.unsure)
    parts = {unit.part for unit in found.whole.units}
    if parts & set(NO_RULE) or (claim.facts and not parts <= set(CARRYING_PARTS)):
        return no(NAME, sorted(parts), "This part of a text carries no fact.")
    if any(found.whole.held.may_go_on(unit) for unit in found.whole.units):
        return cannot_tell(NAME, "The sentence may go on after these words.")
    if found.left_out:
        return no(NAME, found.left_out, "The unit says more than the claim.")
    if not found.equal and not found.whole.held.readable:
        return cannot_tell(NAME, "No lexicon for the language of the quote: what is left out cannot be told.")
    return yes(NAME)
