"""Does each law that is listed have the number or reference by which it can be looked up?"""

import re

from lexatlas.checks.answer import cannot_tell, no, yes
from lexatlas.checks.view import View
from lexatlas.core.claims import CheckAnswer, Claim
from lexatlas.core.document import Document

NAME = "references"
_NUMBER = re.compile(r"\d")
_YEAR = re.compile(r"\b(?:1[89]|20)\d\d\b")


def check(claim: Claim, _view: View) -> CheckAnswer:
    """Answer no with the title of an instrument that the claim names without a number; years are none."""
    titles = [slot.value for slot in claim.slots if slot.name in ("title", "instrument")]
    bare = [title for title in titles if not _NUMBER.search(_YEAR.sub("", title))]
    if not titles:
        return cannot_tell(NAME, "The claim names no instrument by its title.")
    return no(NAME, bare, "Named without a number.") if bare else yes(NAME, titles)


def check_document(document: Document, _view: View) -> list[CheckAnswer]:
    """Answer no for each listed law without a reference."""
    laws = [entry for entry in document.instruments if entry.group in ("law", "pending")]
    bare = [entry.title for entry in laws if not _NUMBER.search(entry.reference)]
    return [no(NAME, [title], "A law without a number.") for title in bare] or [yes(NAME)]
