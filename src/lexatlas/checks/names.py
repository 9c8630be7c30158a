"""Does each name of the claim stand in the quote?"""

import unicodedata

from lexatlas.checks.answer import cannot_tell, no, yes
from lexatlas.checks.sides import Sides, compare
from lexatlas.checks.tokens import tokens
from lexatlas.checks.view import View
from lexatlas.core.claims import CheckAnswer, Claim

NAME = "names"


def check(claim: Claim, view: View) -> CheckAnswer:
    """Answer no with the capitalised words of the claim that the quote does not have."""
    return compare(NAME, claim, view, _names)


def _names(both: Sides) -> CheckAnswer:
    known = {token.text.casefold() for token in tokens(both.words)}
    absent = [name for name in names_in(both.sentence) if name.casefold() not in known]
    if absent and not both.same and _script(both.words) != _script(both.sentence):
        return cannot_tell(NAME, "The quote is in another script.", absent)
    return no(NAME, absent, "These names do not stand in the quote.") if absent else yes(NAME)


def names_in(sentence: str) -> list[str]:
    """Return words written large, the first of a sentence only where it is written large throughout."""
    found = []
    begins = True
    for token in tokens(sentence):
        large = token.text[0].isupper()
        if large and (not begins or (len(token.text) > 1 and token.text.isupper())):
            found.append(token.text)
        begins = sentence[token.end : token.end + 2] in (". ", "? ", "! ", ": ")
    return found


def _script(text: str) -> str:
    letters = [unicodedata.name(sign, "?").split()[0] for sign in text if sign.isalpha()]
    return max(set(letters), key=lambda script: (letters.count(script), script)) if letters else ""
