"""Is the code one that the topic defines, under its own name, and is its rule the reason given (fault D12)?"""

from collections.abc import Iterator

from lexatlas.checks.answer import cannot_tell, no, yes
from lexatlas.checks.view import View
from lexatlas.codebook.topic import Topic
from lexatlas.core.claims import CheckAnswer
from lexatlas.core.document import SPECIAL_CODES, Document, Status

NAME = "codes"


def check_document(document: Document, view: View) -> list[CheckAnswer]:
    """Answer no for a code without a definition, under another name, or whose reasons give another code."""
    if document.imported:
        return [cannot_tell(NAME, "An imported page has no code of ours.")]
    if view.topic is None:
        return [cannot_tell(NAME, "The topic was not given.")]
    faults = list(_faults(document.status, view.topic))
    # A code that a person gave is no rule's, and every page and `verify` say so.
    known = document.status.code in {row.code for row in view.topic.scale}
    if known and document.status.coded and document.override is None:
        faults += _rests_on(document.status, view.topic, {claim.id for claim in document.claims})
    return [no(NAME, [document.status.code], fault) for fault in faults] or [
        yes(NAME, [document.status.code])
    ]


def _faults(status: Status, topic: Topic) -> Iterator[str]:
    scale = {row.code: row.name for row in topic.scale}
    if status.special:
        if status.code not in SPECIAL_CODES:
            yield "It is shown as a special code, and it is none of them."
        return
    if status.code not in scale:
        yield "No definition of the topic's scale has this code."
        return
    if status.name != scale[status.code]:
        yield "The code is shown under a name that is not its own."
    if status.abstention is not None:
        yield "A code is given, and beside it what was missing for one."


def _rests_on(status: Status, topic: Topic, claims: set[str]) -> Iterator[str]:
    """Compare the first reason, the rule, with the codebook: it must give this code, in these words."""
    if not status.reasons:
        yield "The code has no reason."
        return
    rule = status.reasons[0]
    texts = {row.reason for row in topic.rules if row.code == status.code}
    if rule.rule != status.code or rule.text not in texts:
        yield "The reason named is not a rule of the codebook that gives this code."
    if not {claim for reason in status.reasons for claim in reason.claims} & claims:
        yield "No claim is named that the code rests on."
