"""Does each authority and law named belong to this jurisdiction, or stand in the quote (fault D9)?"""

from itertools import pairwise

from lexatlas.checks.answer import cannot_tell, no, yes
from lexatlas.checks.names import names_in
from lexatlas.checks.tokens import plain
from lexatlas.checks.view import View, supporting
from lexatlas.codebook.jurisdictions import Places
from lexatlas.core.claims import CheckAnswer, Claim
from lexatlas.core.document import Document

NAME = "authority"


def check(claim: Claim, view: View) -> CheckAnswer:
    """Answer no with a source or a place that belongs to another jurisdiction."""
    if view.brief is None or view.places is None:
        return cannot_tell(NAME, "The jurisdiction asked about was not given.")
    own = related(view.brief.jurisdiction, view.places)
    foreign = _foreign_places(claim, own, view.places)
    if foreign:
        return no(NAME, foreign, "Names another place, which the quote does not.")
    given = [source for quote in claim.quotes if (source := view.source(quote))]
    astray = [f"{source.title} ({source.jurisdiction})" for source in given if source.jurisdiction and
              source.jurisdiction.upper() not in own]  # fmt: skip
    if astray:
        return no(NAME, astray, "This source belongs to another jurisdiction.")
    if not given or any(not source.jurisdiction for source in given):
        return cannot_tell(NAME, "Whose law this is, is not shown.")
    return yes(NAME, sorted({source.jurisdiction for source in given}))


def related(code: str, places: Places) -> frozenset[str]:
    """Return the codes whose law a resident may face: the place, its parents, its unions and its zones."""
    rows = (*places.parents(code), *places.unions(code), *places.children(code))
    return frozenset({code.upper(), *(place.code.upper() for place in rows)})


def _foreign_places(claim: Claim, own: frozenset[str], places: Places) -> list[str]:
    """Return names of countries of one word or two that are not ours and not in the quotes."""
    quoted = plain(" ".join(quote.words for quote in supporting(claim)))
    names = names_in(plain(claim.sentence))
    pairs = [f"{first} {second}" for first, second in pairwise(names)]
    found = []
    for name in dict.fromkeys((*pairs, *names)):
        place = places.find(name) if len(name) > 3 and name in plain(claim.sentence) else None
        if place and place.kind == "country" and place.code.upper() not in own and name not in quoted:
            found.append(name)
    return found


def check_document(document: Document, view: View) -> list[CheckAnswer]:
    """Answer no for a claim behind the code, and a law listed as the place's own, whose source is another's."""
    if document.imported or view.places is None:
        return [cannot_tell(NAME, "Whose law this is, is not shown.")]
    own = related(document.brief.jurisdiction, view.places)
    foreign = {source.id: source for source in document.sources
               if source.jurisdiction and source.jurisdiction.upper() not in own}  # fmt: skip
    carrying = {id_ for reason in document.status.reasons for id_ in reason.claims}
    used = {quote.source for claim in document.claims for quote in supporting(claim)
            if claim.id in carrying or not carrying}  # fmt: skip
    used |= {id_ for entry in document.instruments if entry.group == "law" for id_ in entry.sources}
    names = [f"{foreign[id_].title} ({foreign[id_].jurisdiction})" for id_ in sorted(used & set(foreign))]
    return [no(NAME, [name], "Told as the place's own, and its source is another's.") for name in names] or [
        yes(NAME)
    ]
