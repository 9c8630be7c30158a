"""A document from a file, with everything that can be computed computed here: verdicts, status, force, factors.

What the file says of these is held against the result and has no effect on it.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from lexatlas.analysts.extractive.analyst import ExtractiveAnalyst
from lexatlas.checks import BESIDE, CHECKS_VERSION
from lexatlas.checks.verdict import judge_claims, judge_document, view_of
from lexatlas.codebook import Codebook
from lexatlas.core.document import Abstention, Document, EvidenceFactors, Status
from lexatlas.core.evidence import CanonicalText, Dossier
from lexatlas.core.ports import Draft
from lexatlas.pipeline.compose import codebook_used, judged, text_as_of
from lexatlas.pipeline.imported.page import IMPORTER
from lexatlas.pipeline.imported.status import recoded

_LOST = "the claims on which the rules of this codebook rest; analyse the texts again"


@dataclass(frozen=True)
class Recomputed:
    """The document as computed here. `verdicts` maps ids of claims to (as the file says, as computed) where they
    differ; a file that says nothing of a claim says "". `fields` names what else of the document came out otherwise.
    `flags` counts what the checks find wrong with the document as a whole.
    """

    document: Document
    verdicts: Mapping[str, tuple[str, str]]
    fields: tuple[str, ...]
    flags: int

    @property
    def same(self) -> bool:
        """Whether the file said of itself what is computed here."""
        return not self.verdicts and not self.fields


def recomputed(claimed: Document, texts: Mapping[str, CanonicalText], book: Codebook) -> Recomputed:
    """Return what the programs and the codebook of this release make of a file's claims and texts.

    Raises `InputError` when the codebook has no such topic or place. A text that is enclosed in part is judged by
    what is enclosed of it.
    """
    document = _by_this_codebook(claimed, book)
    document = document.model_copy(update={"status": _nothing_coded(), "factors": EvidenceFactors()})
    document = _coded(document, texts, book)
    verdicts = judge_claims(document, texts, codebook=book)
    whole = judged(document, [verdicts[claim.id] for claim in document.claims])
    if whole.recipe.analyst == IMPORTER:
        again = recoded(whole)
        whole = whole.model_copy(
            update={"status": again.status, "force": again.force, "factors": again.factors}
        )
    return Recomputed(whole, _verdicts(claimed, whole), _fields(claimed, whole), _flags(whole, texts, book))


def status_by_rules(document: Document, texts: Mapping[str, CanonicalText], book: Codebook) -> Status:
    """Return the status that the codebook's rules give the texts, resting on claims that the document has.

    A code none of whose claims the document has is not given: nobody could read what it rests on.
    """
    return _resting(_draft(document, texts, book).status, document)


def _by_this_codebook(document: Document, book: Codebook) -> Document:
    """Name place and topic as our codebook does, and it as what the document is coded from."""
    topic, place = book.topic(document.brief.topic), book.jurisdiction(document.brief.jurisdiction)
    names = {"topic": topic.id, "topic_name": topic.name, "jurisdiction": place.code}
    brief = document.brief.model_copy(update={**names, "jurisdiction_name": place.name})
    recipe = document.recipe.model_copy(update={"checks_version": CHECKS_VERSION})
    return document.model_copy(
        update={"brief": brief, "recipe": recipe, "codebook": codebook_used(book, topic.id)}
    )


def _coded(document: Document, texts: Mapping[str, CanonicalText], book: Codebook) -> Document:
    if document.recipe.analyst == IMPORTER:
        again = recoded(document)
        return document.model_copy(update={"status": again.status, "force": again.force})
    draft = _draft(document, texts, book)
    found: dict[str, object] = {"status": _resting(draft.status, document)}
    if draft.claims == document.claims:
        # The same claims: then everything that the analyst makes of them is made here, too.
        found = {"status": draft.status, "sections": draft.sections, "instruments": draft.instruments,
                 "ledger": draft.ledger}  # fmt: skip
    coded = document.model_copy(update=found)
    snapshots = {snapshot.text: snapshot for snapshot in coded.snapshots}
    return coded.model_copy(update={"text_as_of": text_as_of(coded.status, coded.claims, snapshots)})


def _draft(document: Document, texts: Mapping[str, CanonicalText], book: Codebook) -> Draft:
    snapshots = {snapshot.text: snapshot for snapshot in document.snapshots}
    dossier = Dossier(document.sources, snapshots, {key: texts[key] for key in snapshots}, document.gaps)
    return ExtractiveAnalyst(book).analyse(document.brief, dossier)


def _resting(status: Status, document: Document) -> Status:
    held = {claim.id for claim in document.claims}
    reasons = tuple(
        reason.model_copy(update={"claims": tuple(claim for claim in reason.claims if claim in held)})
        for reason in status.reasons
    )
    if status.coded and not any(reason.claims for reason in reasons):
        return _nothing_coded().model_copy(
            update={"abstention": Abstention(found=(f"{len(held)} claims",), missing=(_LOST,))}
        )
    flags = tuple(
        flag.model_copy(update={"claims": tuple(claim for claim in flag.claims if claim in held)})
        for flag in status.flags
    )
    return status.model_copy(update={"reasons": reasons, "flags": flags})


def _nothing_coded() -> Status:
    return Status(code="undetermined", name="Undetermined", special=True, abstention=Abstention())


def _verdicts(claimed: Document, whole: Document) -> dict[str, tuple[str, str]]:
    said = {verdict.claim: verdict.code for verdict in claimed.verdicts}
    return {
        verdict.claim: (said.get(verdict.claim, ""), verdict.code)
        for verdict in whole.verdicts
        if said.get(verdict.claim, "") != verdict.code
    }


def _fields(claimed: Document, whole: Document) -> tuple[str, ...]:
    return tuple(name for name in Document.model_fields if getattr(claimed, name) != getattr(whole, name))


def _flags(document: Document, texts: Mapping[str, CanonicalText], book: Codebook) -> int:
    if document.recipe.analyst == IMPORTER:
        return 0
    answers = judge_document(document, view_of(document, texts, codebook=book))
    return sum(answer.answer == "no" and answer.check not in BESIDE for answer in answers)
