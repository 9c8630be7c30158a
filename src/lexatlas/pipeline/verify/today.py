"""The programs of this release, as `verify` runs them on a bundle."""

from collections.abc import Callable
from dataclasses import replace

from lexatlas import __version__
from lexatlas.analysts.extractive.analyst import ExtractiveAnalyst
from lexatlas.bundle import Bundle
from lexatlas.checks import CHECKS_VERSION
from lexatlas.checks.verdict import judge_claims
from lexatlas.codebook import Codebook
from lexatlas.core.document import Document
from lexatlas.core.errors import Unavailable
from lexatlas.core.evidence import CanonicalText, Dossier, Gap, ReaderId, Snapshot
from lexatlas.pipeline.compose import compose, judged
from lexatlas.pipeline.edited import recoded_edit
from lexatlas.pipeline.findings import faults
from lexatlas.pipeline.imported.page import IMPORTER, import_again
from lexatlas.pipeline.imported.status import recoded
from lexatlas.pipeline.verify.programs import Programs, Read, Recoded, Texts, Verdicts
from lexatlas.sources.fetch import fetch
from lexatlas.sources.pool import Job, ReaderPool


def programs_of_today(pool: ReaderPool, page: Callable[[Bundle], bytes] | None = None) -> Programs:
    """Return what this release runs; `page` renders a bundle's page, where the door can."""
    return Programs(
        read=reader(pool),
        judge=_judge,
        recode=_recode,
        checks_version=CHECKS_VERSION,
        lexatlas=__version__,
        page=page,
        again=_again,
        flags=_flags,
    )


def reader(pool: ReaderPool) -> Read:
    """Return what reads raw bytes in a child of `pool`, by the reader that the snapshot names."""

    def read(raw: bytes, snapshot: Snapshot) -> tuple[CanonicalText, ReaderId]:
        # The charset that was settled on is stated in the text; no server is asked for it.
        job = Job(raw, media_type=snapshot.media_type, charset=snapshot.stated.get("charset", ""),
                  language=snapshot.language, reader=snapshot.reader.name)  # fmt: skip
        done = pool.read_job(job)
        if isinstance(done, Gap):
            raise Unavailable(done.reason)
        return _settled(done.text, snapshot), done.reader

    return read


def _settled(text: CanonicalText, snapshot: Snapshot) -> CanonicalText:
    """Return the text with how its charset was settled on: to the reader of today it was told."""
    by = snapshot.stated.get("charset-by")
    return replace(text, stated={**text.stated, "charset-by": by}) if by else text


def fetched(address: str) -> bytes:
    """Return the bytes that an address gives today; raises Unavailable when it gives none."""
    return fetch(address).raw


def _judge(document: Document, texts: Texts, codebook: Codebook) -> Verdicts:
    return judge_claims(document, texts, codebook=codebook)


def _flags(document: Document, texts: Texts, codebook: Codebook) -> list[str]:
    return [
        f"The check “{each.check}” finds: {each.reason} {'; '.join(each.words)[:120]}".rstrip()
        for each in faults(document, texts, codebook)
    ]


def _recode(document: Document, texts: Texts, codebook: Codebook, verdicts: Verdicts) -> Recoded:
    if document.edited is not None:
        again, ruled = recoded_edit(document, texts, codebook, verdicts)
        return Recoded(again.status, again.force, again.factors, ruled)
    if document.recipe.analyst == IMPORTER:
        return recoded(document)
    if document.recipe.analyst != ExtractiveAnalyst.name:
        raise Unavailable(f"The status that the analyst '{document.recipe.analyst}' gave cannot be computed.")
    draft = ExtractiveAnalyst(codebook).analyse(document.brief, _dossier(document, texts))
    today = judged(
        document.model_copy(update={"status": draft.status}), [verdicts[c.id] for c in document.claims]
    )
    return Recoded(today.status, today.force, today.factors)


def _again(bundle: Bundle, codebook: Codebook) -> Document | None:
    document = bundle.document
    if document.edited is not None:
        # No program writes what a person wrote; its claims, status and factors are judged one by one.
        return None
    if document.recipe.analyst == IMPORTER:
        raw = bundle.raw.get(document.snapshots[0].raw) if document.snapshots else None
        return None if raw is None else import_again(raw, document, codebook)
    if document.recipe.analyst != ExtractiveAnalyst.name:
        return None
    analyst, dossier = ExtractiveAnalyst(codebook), _dossier(document, bundle.texts)
    return compose(document.brief, codebook, analyst, dossier, analyst.analyse(document.brief, dossier))


def _dossier(document: Document, texts: Texts) -> Dossier:
    snapshots = {snapshot.text: snapshot for snapshot in document.snapshots}
    return Dossier(document.sources, snapshots, {key: texts[key] for key in snapshots}, document.gaps)
