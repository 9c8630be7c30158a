"""Is the claim the one that its id names: the hash of its content?"""

from lexatlas.checks.answer import no, yes
from lexatlas.checks.view import View
from lexatlas.core.claims import CheckAnswer, Claim, claim_id

NAME = "identity"


def check(claim: Claim, _view: View) -> CheckAnswer:
    """Answer no with the id when it is that of other content; a claim not named yet has none."""
    if claim.id and claim.id != claim_id(claim):
        return no(NAME, [claim.id], "The id is not that of this content.")
    return yes(NAME)
