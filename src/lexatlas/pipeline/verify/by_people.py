"""What people changed in a bundle's document: told, and a code that they gave told apart from one by the rules."""

from collections.abc import Iterator

from lexatlas.core.claims import WRITTEN_BY
from lexatlas.core.document import Document
from lexatlas.pipeline.verify.answers import JudgementWord
from lexatlas.pipeline.verify.programs import Recoded


def edited_by_people(document: Document, today: Recoded) -> Iterator[tuple[JudgementWord, str]]:
    """Yield what was edited; a status that the document wrongly says the rules give fails."""
    edited = document.edited
    if edited is None:
        return
    own = sum(claim.origin.startswith(WRITTEN_BY) for claim in document.claims)
    total = len(document.claims)
    yield (
        "agrees",
        f"It was edited by people: {own} of its {total} claims are in their words. What they left out of the texts "
        "is not shown; verdicts and status were judged again today.",
    )
    if edited.override is None:
        return
    recorded, now = edited.override.ruled, today.ruled
    if now is not None and recorded != now:
        differ = recorded.told != now.told
        given = f"they give {now.told}" if differ else "they give it on other grounds"
        yield "fails", f"The document says that the rules give {recorded.told}; {given}."
    yield (
        "agrees, with a code given by a person",
        f"The code {document.status.name} was given by a person; the rules give {recorded.told}. "
        f"Reason: {edited.override.reason[:300]}",
    )
