"""Do the claim's words pair off with the unit's: the same words whole, or slot by slot, in their order?"""

from lexatlas.checks.answer import no, yes
from lexatlas.checks.pairing import pair
from lexatlas.checks.rows import label_known
from lexatlas.checks.view import View, turns
from lexatlas.core.claims import CheckAnswer, Claim

NAME = "wording"


def check(claim: Claim, view: View) -> CheckAnswer:
    """Answer no with the words of the claim that the unit does not have where the claim has them."""
    found = pair(claim, view)
    if turns(claim.sentence) or any(turns(slot.value) for slot in claim.slots):
        return no(NAME, reason="Signs in the sentence turn the direction of writing.")
    if found.unsure:
        return no(NAME, found.extra, found.unsure)
    if found.extra:
        return no(NAME, found.extra, "These words do not pair with the quote.")
    if claim.label and view.topic and not label_known(claim, claim.label, view):
        return no(NAME, [claim.label], "This label is none of the codebook's for this question.")
    return yes(
        NAME, reason="The unit's own words." if found.equal else "Each slot pairs with words of the quote."
    )
