"""Is each question of the topic answered by claims, or by a record of a search that the ledger backs?"""

import re
from collections.abc import Sequence

from lexatlas.checks.answer import cannot_tell, no, yes
from lexatlas.checks.patterns import in_any_language
from lexatlas.checks.view import View
from lexatlas.core.claims import CheckAnswer, Claim
from lexatlas.core.document import Document
from lexatlas.core.evidence import OFFICIAL_TIERS
from lexatlas.core.statements import ClaimStatement, LabelStatement, RecordStatement, Statement

NAME = "coverage"
_RECORD = re.compile(r"^(?:Looked for .+ in \d+ texts?; |No text was given in which to look for )", re.DOTALL)
"""How a record of our own search begins: what was looked for, and in how many texts."""


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
    statements = [row for section in document.sections for row in section.statements]
    records = [row for row in statements if isinstance(row, RecordStatement)]
    ledger = {entry.id: entry for entry in document.ledger}
    answers = [
        no(NAME, [words], "A record never says that a law does not exist.")
        for words in _absent(statements, document)
    ]
    loose = [s.sentence for s in records if not s.ledger or any(id_ not in ledger for id_ in s.ledger)]
    answers += [no(NAME, [sentence], "A record without an entry in the ledger.") for sentence in loose]
    other = [s.sentence for s in records if not document.imported and not _RECORD.match(s.sentence)]
    answers += [
        no(NAME, [sentence], "A record tells what was looked for, and in how many texts.")
        for sentence in other
    ]
    answers += [
        no(NAME, [id_], "Neither a claim nor a record answers this question.")
        for id_ in _open(document, view)
    ]
    return [*answers, *_searched(document)] or [yes(NAME)]


def _absent(statements: Sequence[Statement], document: Document) -> list[str]:
    """Return what says, outside of claims, that there is no law; the reasons of the codebook's rules are its own."""
    own = {reason.text for reason in document.status.reasons} | {document.status.note}
    texts = [row.sentence for row in statements if isinstance(row, RecordStatement)]
    if not document.imported:
        texts += [row.text for row in statements if isinstance(row, LabelStatement) and row.text not in own]
    return [words for words in texts if in_any_language("absence").search(words)]


def _open(document: Document, view: View) -> list[str]:
    """Return the questions that neither a claim nor a record answers; a claim may be told under several."""
    rows = view.topic.facts if view.topic else ()
    statements = [row for section in document.sections for row in section.statements]
    groups = {row.group for row in statements if isinstance(row, ClaimStatement)}
    labels = {row.text for row in statements if isinstance(row, LabelStatement) and row.claims}
    ledger = {entry.id: entry.question for entry in document.ledger}
    told = {claim.question for claim in document.claims}
    told |= {
        ledger[i] for row in statements if isinstance(row, RecordStatement) for i in row.ledger if i in ledger
    }
    return [
        row.id
        for row in rows
        if row.id not in told and row.question not in groups and row.label not in labels
    ]


def _searched(document: Document) -> list[CheckAnswer]:
    """Answer no for a search in texts that are not there, and for "no evidence" where nothing official was read."""
    if document.imported:
        return []
    held = {row.text for row in document.snapshots}
    astray = [entry.question for entry in document.ledger if not set(entry.texts) <= held]
    answers = [no(NAME, [id_], "The ledger names texts that the document does not have.") for id_ in astray]
    if document.status.code == "no-evidence":
        official = [row for row in document.sources if row.tier in OFFICIAL_TIERS and row.snapshot in held]
        read = {name for row in document.sources for name in (row.path, row.address, row.title)}
        missed = [gap.what for gap in document.gaps if gap.what not in read]
        answers += [
            no(NAME, [name], "No evidence is found only where all that was given was read.")
            for name in missed
        ]
        if not official:
            answers.append(no(NAME, reason="No evidence is found only where an official text was read."))
    return answers
