"""Is it the same actor who must, may or must not, or have actor and object changed places?"""

from functools import lru_cache

from lexatlas.checks.answer import cannot_tell, no, yes
from lexatlas.checks.sides import Sides, compare
from lexatlas.checks.tokens import SEEN
from lexatlas.checks.view import View
from lexatlas.core.claims import CheckAnswer, Claim
from lexatlas.language.modality import read_norm
from lexatlas.language.terms import content_words

NAME = "actors"


def check(claim: Claim, view: View) -> CheckAnswer:
    """Answer no when the subject of the claim's rule is not the subject of the quote's rule."""
    return compare(NAME, claim, view, _actors)


def _actors(both: Sides) -> CheckAnswer:
    if not both.same:
        return cannot_tell(NAME, "Claim and quote are in different languages.")
    ours, theirs = _actor(both.sentence, both.sentence_language), _actor(both.words, both.words_language)
    if ours == theirs:
        return yes(NAME)
    return no(NAME, sorted(ours ^ theirs), "Claim and quote bind different actors.")


@lru_cache(maxsize=SEEN)
def _actor(text: str, language: str) -> frozenset[str]:
    norm = read_norm(text, language)
    return frozenset(content_words(text[slice(*norm.actor)], language)) if norm else frozenset()
