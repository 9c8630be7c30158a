"""A document from a file, with everything that can be computed computed here: verdicts, status, force, factors.

What the file says of these is held against the result and has no effect on it.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from lexatlas.analysts.extractive.analyst import ExtractiveAnalyst
from lexatlas.checks import CHECKS_VERSION
from lexatlas.checks.verdict import judge_claims
from lexatlas.codebook import Codebook
from lexatlas.core.claims import WRITTEN_BY, new_claim
from lexatlas.core.document import Document, Edited
from lexatlas.core.evidence import CanonicalText, Dossier
from lexatlas.core.ports import Draft
from lexatlas.pipeline.compose import codebook_used, judged, text_as_of
from lexatlas.pipeline.edited import recoded_edit
from lexatlas.pipeline.findings import findings
from lexatlas.pipeline.imported.page import IMPORTER
from lexatlas.pipeline.imported.status import recoded
from lexatlas.pipeline.verify.programs import Verdicts

UNSIGNED = "written elsewhere, by somebody whom only its file names"
"""Origin of a claim that a file says a person wrote: whose key that is here, no file can say."""

Texts = Mapping[str, CanonicalText]


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


def recomputed(claimed: Document, texts: Texts, book: Codebook) -> Recomputed:
    """Return what the programs and the codebook of this release make of a file's claims and texts.

    Raises `InputError` when the codebook has no such topic or place, and `Unavailable` when the analyst that made the
    document is not one of ours. A text that is enclosed in part is judged by what is enclosed of it.
    """
    unsigned, ids = _unsigned(claimed)
    document = _by_this_codebook(unsigned, book)
    verdicts = judge_claims(document, texts, codebook=book)
    whole = _imported_page(document, verdicts) or _coded(document, texts, book, verdicts)
    return Recomputed(
        whole, _verdicts(claimed, whole, ids), _fields(claimed, whole), len(findings(whole, texts, book))
    )


def _unsigned(document: Document) -> tuple[Document, dict[str, str]]:
    """Return the document without the people and the code that its editors put in, and old ids by the new ones."""
    changed = {
        claim.id: new_claim(claim.model_copy(update={"origin": UNSIGNED})).id
        for claim in document.claims
        if claim.origin.startswith(WRITTEN_BY)
    }
    claims = tuple(
        claim.model_copy(update={"origin": UNSIGNED}) if claim.id in changed else claim
        for claim in document.claims
    )
    edited = Edited(of=document.edited.of, by="") if document.edited else None
    bare = document.model_copy(update={"claims": claims, "edited": edited})
    if changed:
        bare = Document.model_validate(_renamed(bare.model_dump(mode="json"), changed))
    return bare, {new: old for old, new in changed.items()}


def _renamed(data: Any, names: Mapping[str, str]) -> Any:
    match data:
        case str():
            return names.get(data, data)
        case dict():
            return {key: _renamed(value, names) for key, value in data.items()}
        case list():
            return [_renamed(value, names) for value in data]
        case _:
            return data


def _by_this_codebook(document: Document, book: Codebook) -> Document:
    """Name place and topic as our codebook does, and it as what the document is coded from."""
    topic, place = book.topic(document.brief.topic), book.jurisdiction(document.brief.jurisdiction)
    names = {"topic": topic.id, "topic_name": topic.name, "jurisdiction": place.code}
    brief = document.brief.model_copy(update={**names, "jurisdiction_name": place.name})
    recipe = document.recipe.model_copy(update={"checks_version": CHECKS_VERSION})
    return document.model_copy(
        update={"brief": brief, "recipe": recipe, "codebook": codebook_used(book, topic.id)}
    )


def _imported_page(document: Document, verdicts: Verdicts) -> Document | None:
    """Return a published page with the status that such a page has; None for any other document."""
    if document.recipe.analyst != IMPORTER:
        return None
    again = recoded(document)
    return document.model_copy(
        update={
            "status": again.status,
            "force": again.force,
            "factors": again.factors,
            "verdicts": tuple(verdicts[claim.id] for claim in document.claims),
        }
    )


def _coded(document: Document, texts: Texts, book: Codebook, verdicts: Verdicts) -> Document:
    draft = _draft(document, texts, book)
    if draft is None or draft.claims != document.claims or document.edited is not None:
        return recoded_edit(document, texts, book, verdicts)[0]
    # The same claims: then everything that the analyst makes of them is made here, too.
    made = {"status": draft.status, "sections": draft.sections, "instruments": draft.instruments,
            "ledger": draft.ledger}  # fmt: skip
    coded = document.model_copy(update=made)
    snapshots = {snapshot.text: snapshot for snapshot in coded.snapshots}
    dated = coded.model_copy(update={"text_as_of": text_as_of(coded.status, coded.claims, snapshots)})
    return judged(dated, [verdicts[claim.id] for claim in dated.claims])


def _draft(document: Document, texts: Texts, book: Codebook) -> Draft | None:
    if document.recipe.analyst != ExtractiveAnalyst.name:
        return None
    snapshots = {snapshot.text: snapshot for snapshot in document.snapshots}
    dossier = Dossier(document.sources, snapshots, {key: texts[key] for key in snapshots}, document.gaps)
    return ExtractiveAnalyst(book).analyse(document.brief, dossier)


def _verdicts(claimed: Document, whole: Document, ids: Mapping[str, str]) -> dict[str, tuple[str, str]]:
    said = {verdict.claim: verdict.code for verdict in claimed.verdicts}
    told = {each.claim: (said.get(ids.get(each.claim, each.claim), ""), each.code) for each in whole.verdicts}
    return {claim: (then, now) for claim, (then, now) in told.items() if then != now}


def _fields(claimed: Document, whole: Document) -> tuple[str, ...]:
    return tuple(name for name in Document.model_fields if getattr(claimed, name) != getattr(whole, name))
