"""Do negations, modals, conditions and exceptions of claim and quote pair off, both ways?"""

from collections import Counter
from functools import lru_cache

from lexatlas.checks.answer import no, yes
from lexatlas.checks.sides import Sides, compare
from lexatlas.checks.tokens import SEEN
from lexatlas.checks.view import View
from lexatlas.core.claims import CheckAnswer, Claim
from lexatlas.language.conditions import clauses, critical_tokens
from lexatlas.language.terms import content_words

NAME = "negation"
_OWN = ("negation", "modal", "condition", "exception", "restriction")


def check(claim: Claim, view: View) -> CheckAnswer:
    """Answer no with the words that turn, bind, free or limit a rule and stand on one side only."""
    return compare(NAME, claim, view, _turned)


def _turned(both: Sides) -> CheckAnswer:
    ours = _marks(both.sentence, both.sentence_language, both.same)
    theirs = _marks(both.words, both.words_language, both.same)
    if ours != theirs:
        odd = [*(ours - theirs), *(theirs - ours)]
        return no(NAME, odd, "Claim and quote do not turn, bind or limit the rule in the same way.")
    dropped = _clause_words_dropped(both) if both.same else []
    return (
        no(NAME, dropped, "Words of a condition or exception are not in the claim.") if dropped else yes(NAME)
    )


@lru_cache(maxsize=SEEN)
def _marks(text: str, language: str, same: bool) -> Counter[str]:
    """Count the marks of a text; across languages by kind and force alone."""
    found = [token for token in critical_tokens(text, language) if token.kind in _OWN]
    return Counter(token.value if same or token.kind == "modal" else token.kind for token in found)


def _clause_words_dropped(both: Sides) -> list[str]:
    ours = set(content_words(both.sentence, both.sentence_language))
    kept = [clause for clause in clauses(both.words, both.words_language) if clause.kind != "reference"]
    words = [
        word
        for clause in kept
        for word in content_words(both.words[slice(*clause.span)], both.words_language)
    ]
    return [word for word in dict.fromkeys(words) if word not in ours]
