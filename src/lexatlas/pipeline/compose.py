"""Puts a finished analysis together: draft, verdicts, force, confidence and all that they rest on."""

from collections.abc import Iterable, Mapping, Sequence

from lexatlas import __version__
from lexatlas.checks import CHECKS_VERSION
from lexatlas.checks.confidence import factors
from lexatlas.checks.verdict import judge_claims
from lexatlas.codebook import Codebook
from lexatlas.codebook.edition import edition_hash, file_hashes
from lexatlas.core.claims import Claim, ForceState, Verdict
from lexatlas.core.document import CodebookUsed, Document, EvidenceFactors, ForceShown, Status
from lexatlas.core.evidence import Dossier, Snapshot
from lexatlas.core.ports import Analyst, Draft
from lexatlas.core.recipe import Brief, Recipe
from lexatlas.language.terms import TERMS_VERSION

_WORST_LAST: tuple[ForceState, ...] = ("in force", "not shown", "not yet", "superseded", "repealed")

_UNKNOWN = "Whether it held on {} is not shown by the texts read."
_OUT: dict[ForceState, str] = {
    "not yet": "It had not begun on {}.",
    "superseded": "A later rule had taken its place on {}.",
    "repealed": "It no longer held on {}.",
}


def compose(brief: Brief, book: Codebook, analyst: Analyst, dossier: Dossier, draft: Draft) -> Document:
    """Judge a draft and return the document; the same input gives the same bytes."""
    snapshots = tuple(dossier.snapshots[sha] for sha in sorted(dossier.snapshots))
    document = Document(
        brief=brief,
        recipe=_recipe(analyst),
        codebook=codebook_used(book, brief.topic),
        status=draft.status,
        force=ForceShown(state="not shown"),
        factors=EvidenceFactors(),
        text_as_of=text_as_of(draft.status, draft.claims, dossier.snapshots),
        sources=dossier.sources,
        snapshots=snapshots,
        instruments=draft.instruments,
        claims=draft.claims,
        sections=draft.sections,
        ledger=draft.ledger,
        gaps=dossier.gaps,
    )
    verdicts = judge_claims(document, dossier.texts, dossier.snapshots, codebook=book)
    return judged(document, [verdicts[claim.id] for claim in draft.claims])


def judged(document: Document, verdicts: Sequence[Verdict]) -> Document:
    """Return the document with these verdicts, and with the force and the factors that follow from them."""
    whole = document.model_copy(update={"verdicts": tuple(verdicts), "force": force_shown(document)})
    by_claim = {verdict.claim: verdict for verdict in verdicts}
    found = factors(whole.claims, by_claim, whole.sources, whole.status)
    return whole.model_copy(update={"factors": found})


def force_shown(document: Document) -> ForceShown:
    """Return what the head says on force: the weakest state of the claims that carry the code."""
    carrying = _carrying(document)
    asked = document.brief.as_of
    if not carrying:
        return ForceShown(state="not shown", sentence="No rule carries a code.")
    state = max((claim.force for claim in carrying), key=_WORST_LAST.index)
    if state == "in force":
        return ForceShown(state=state, sentence=f"On {asked}.")
    if state == "not shown" and document.text_as_of and document.text_as_of < asked:
        return ForceShown(
            state=state, sentence=f"Text as of {document.text_as_of}; later amendments not looked for."
        )
    return ForceShown(state=state, sentence=_OUT.get(state, _UNKNOWN).format(asked))


def _carrying(document: Document) -> list[Claim]:
    named = {claim for reason in document.status.reasons for claim in reason.claims}
    return [claim for claim in document.claims if claim.id in named]


def text_as_of(status: Status, claims: Iterable[Claim], snapshots: Mapping[str, Snapshot]) -> str | None:
    """Return the oldest date of the texts that carry the code, or of all that were read where none is given.

    None when one of them shows no date: what is not shown for a part is not shown for the whole.
    """
    named = {claim for reason in status.reasons for claim in reason.claims}
    carrying = {quote.snapshot for claim in claims if claim.id in named for quote in claim.quotes}
    chosen = [snapshots[sha] for sha in sorted(carrying or snapshots) if sha in snapshots]
    dates = [snapshot.text_as_of for snapshot in chosen]
    return min((date for date in dates if date), default=None) if all(dates) else None


def codebook_used(book: Codebook, topic: str) -> CodebookUsed:
    """Name what this topic used of the codebook: the files by their hashes, and the hash over them all."""
    files = book.files_for(topic)
    return CodebookUsed(edition=book.edition, sha256=edition_hash(files), files=file_hashes(files))


def _recipe(analyst: Analyst) -> Recipe:
    return Recipe(
        analyst=analyst.name,
        analyst_version=analyst.version,
        terms_version=TERMS_VERSION,
        checks_version=CHECKS_VERSION,
        lexatlas=__version__,
    )
