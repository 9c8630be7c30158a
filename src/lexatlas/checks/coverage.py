"""Is each question of the topic answered by claims, or by a record of a search that the ledger backs?"""

import re

from lexatlas.checks.answer import cannot_tell, no, yes
from lexatlas.checks.view import View
from lexatlas.core.claims import CheckAnswer, Claim
from lexatlas.core.document import Document
from lexatlas.core.statements import RecordStatement

NAME = "coverage"
_ABSENCE = re.compile(
    r"\bthere (?:is|are|was|were|exists?) (?:no|not|none)\b"
    r"|\bno (?:such )?(?:law|rule|act|regulation)s? exists?\b"
    r"|\bdoes not (?:exist|regulate)\b|\bhas no (?:law|rule|regulation)s?\b",
    re.IGNORECASE,
)


def check(claim: Claim, view: View) -> CheckAnswer:
    """Answer yes when the claim stands under a question of the topic."""
    if view.topic is None:
        return cannot_tell(NAME, "The topic was not given.")
    known = {row.id for row in view.topic.facts} | {row.id for row in view.topic.sub_answers}
    return (
        yes(NAME, [claim.question])
        if claim.question in known
        else no(NAME, [claim.question], "No question of this topic.")
    )


def check_document(document: Document, view: View) -> list[CheckAnswer]:
    """Answer no for a question left open, a record that the ledger does not back, and "there is no"."""
    records = [
        s for section in document.sections for s in section.statements if isinstance(s, RecordStatement)
    ]
    ledger = {entry.id: entry for entry in document.ledger}
    absent = [s.sentence for s in records if _ABSENCE.search(s.sentence)]
    answers = [no(NAME, [sentence], "A record never says that a law does not exist.") for sentence in absent]
    loose = [s.sentence for s in records if not s.ledger or any(id_ not in ledger for id_ in s.ledger)]
    answers += [no(NAME, [sentence], "A record without an entry in the ledger.") for sentence in loose]
    asked = [row.id for row in view.topic.facts] if view.topic else []
    told = {claim.question for claim in document.claims}
    told |= {ledger[id_].question for s in records for id_ in s.ledger if id_ in ledger}
    answers += [
        no(NAME, [id_], "Neither a claim nor a record answers this question.")
        for id_ in asked
        if id_ not in told
    ]
    return answers or [yes(NAME)]
