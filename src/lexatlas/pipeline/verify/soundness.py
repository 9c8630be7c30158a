"""Whether a document holds together: ids, references and sentences that follow from the rest of it."""

from collections.abc import Iterator

from lexatlas.core.claims import Claim, claim_id
from lexatlas.core.document import NOTICE, Document
from lexatlas.core.statements import SECTIONS, ClaimStatement, LabelStatement, RecordStatement, Section
from lexatlas.core.templates import render


def unsound(document: Document) -> list[str]:
    """Return what in a document does not fit the rest of it, a sentence each; empty when all does."""
    return [
        *_claims(document),
        *_recorded_verdicts(document),
        *_sections(document),
        *_references(document),
    ]


def _claims(document: Document) -> Iterator[str]:
    seen: set[str] = set()
    for claim in document.claims:
        if claim.id in seen:
            yield f"The claim {claim.id} stands twice in the document."
        seen.add(claim.id)
        if claim_id(claim) != claim.id:
            yield f"The content of claim {claim.id} does not have that id."
        yield from _sentence(claim)


def _sentence(claim: Claim) -> Iterator[str]:
    if not claim.template:
        return
    try:
        made = render(claim.template, claim.slots)
    except KeyError as error:
        yield f"Claim {claim.id} cannot be made from its slots: {error.args[0]}"
        return
    if made != claim.sentence.removesuffix(".") and made != claim.sentence:
        yield f"The sentence of claim {claim.id} is not what its template makes of its slots."


def _recorded_verdicts(document: Document) -> Iterator[str]:
    judged = [verdict.claim for verdict in document.verdicts]
    claims = [claim.id for claim in document.claims]
    if sorted(judged) != sorted(claims):
        yield "The recorded verdicts are not one for each claim."


def _sections(document: Document) -> Iterator[str]:
    names = [section.name for section in document.sections]
    if any(name not in SECTIONS for name in names) or len(set(names)) != len(names):
        yield "The document has a section twice, or one that no analysis has."
    if names != sorted(names, key=lambda name: SECTIONS.index(name) if name in SECTIONS else -1):
        yield "The sections of the document are not in their order."
    claims, entries = set(document.claims_by_id()), {entry.id for entry in document.ledger}
    for section in document.sections:
        yield from _statements(section, claims, entries)
    if document.notice != NOTICE:
        yield "The notice at the foot of the document is not the one that every analysis carries."


def _statements(section: Section, claims: set[str], entries: set[str]) -> Iterator[str]:
    for statement in section.statements:
        match statement:
            case ClaimStatement(claim=claim) if claim not in claims:
                yield f"{section.name} names a claim {claim} that does not exist."
            case RecordStatement(ledger=ledger) if not ledger or not set(ledger) <= entries:
                yield f"{section.name} has a record that no entry of the ledger backs."
            case LabelStatement(claims=named) if not set(named) <= claims:
                yield f"{section.name} has a label that names a claim that does not exist."
            case _:
                pass


def _references(document: Document) -> Iterator[str]:
    claims = set(document.claims_by_id())
    named = {claim for reason in document.status.reasons for claim in reason.claims}
    named |= {claim for flag in document.status.flags for claim in flag.claims}
    for entry in document.instruments:
        named |= {*entry.date_claims, *([entry.line_claim] if entry.line_claim else [])}
    if not named <= claims:
        yield "The status or an instrument rests on a claim that does not exist."
    sources = {source.id for source in document.sources}
    if len(sources) != len(document.sources):
        yield "Two sources of the document have one id."
    texts = {snapshot.text for snapshot in document.snapshots}
    if any(source.snapshot and source.snapshot not in texts for source in document.sources):
        yield "A source names a text that the document does not have."
    if any(not set(entry.sources) <= sources for entry in document.instruments):
        yield "An instrument names a source that does not exist."
