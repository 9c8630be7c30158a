"""Exports: a version in a format of the registry, or as a bundle; rights of sources are kept to in each."""

import io
import zipfile

from django.http import Http404, HttpRequest, HttpResponse

from lexatlas.bundle import to_payload
from lexatlas.bundle.archive import pack
from lexatlas.bundle.seal import sealed
from lexatlas.codebook import load
from lexatlas.core.canonical import sha256_hex
from lexatlas.core.document import Document
from lexatlas.core.errors import LexatlasError
from lexatlas.core.provenance import Provenance
from lexatlas.core.standing import ReviewClaimed, Standing
from lexatlas.desk.standing import standing_of
from lexatlas.exports import EXPORTERS
from lexatlas.pipeline.enclose import enclose
from lexatlas.store.queries import documents
from lexatlas.store.queries.analysis import AnalysisFacts, VersionFacts
from lexatlas.web.asking import Asking, asking
from lexatlas.web.failures import failure
from lexatlas.web.files import to_be_saved
from lexatlas.web.leaving import BUNDLE, leaves, quotes_private
from lexatlas.web.pages.analysis import seen

MOST = 100
_PRIVATE = (
    "This analysis rests on private files, whose words never leave the site. Export the page or the text instead: "
    "both keep those words back."
)


def one(request: HttpRequest, analysis: int, version: int, form: str) -> HttpResponse:
    """Give a version as a file to be saved; an unknown format is 404."""
    if form != BUNDLE and form not in EXPORTERS:
        raise Http404
    who = asking(request)
    facts, row = seen(who, analysis, version)
    document = documents.document(row.document)
    if not leaves(document, form):
        return failure(request, 403, "Not for passing on", _PRIVATE)
    try:
        data, media_type, ending = _made(document, facts, row, form, who)
    except LexatlasError as error:
        return failure(request, 409, "Not exported", str(error))
    return to_be_saved(data, f"{row.public_id}{ending}", media_type)


def many(request: HttpRequest) -> HttpResponse:
    """Give the latest versions of chosen analyses in one zip of pages; editors choose them in the list."""
    who = asking(request)
    chosen = [
        int(each)
        for each in request.POST.getlist("analysis")[: MOST + 1]
        if each.isascii() and each.isdigit() and len(each) < 12
    ]
    if not chosen or len(chosen) > MOST:
        sentence = f"Choose between one and {MOST} analyses in the list, then export them."
        return failure(request, 400, "Not exported", sentence)
    kept = io.BytesIO()
    with zipfile.ZipFile(kept, "w", zipfile.ZIP_DEFLATED) as packed:
        for number in dict.fromkeys(chosen):
            facts, row = seen(who, number, None)
            data, _, ending = _made(documents.document(row.document), facts, row, "html", who)
            packed.writestr(
                zipfile.ZipInfo(f"{row.public_id.replace('/', '-')}{ending}", (1980, 1, 1, 0, 0, 0)), data
            )
    return to_be_saved(kept.getvalue(), f"lexatlas-{len(chosen)}-analyses.zip", "application/zip")


def _made(
    document: Document, facts: AnalysisFacts, row: VersionFacts, form: str, who: Asking
) -> tuple[bytes, str, str]:
    """Return bytes, media type and file ending."""
    provenance = Provenance.model_validate(row.provenance)
    standing = _standing(facts, row, who)
    if form == BUNDLE:
        return _bundle(document, provenance, standing, row), "application/zip", ".zip"
    exporter = EXPORTERS[form]
    write = exporter.withholding if quotes_private(document) and exporter.withholding else exporter.export
    return write(document, provenance, standing), exporter.media_type, exporter.ending


def _bundle(document: Document, provenance: Provenance, standing: Standing, row: VersionFacts) -> bytes:
    raw, texts = documents.raw_and_texts(row.id)
    files = load().files_for(document.brief.topic)
    if any(sha256_hex(data) != document.codebook.files.get(name) for name, data in files.items()):
        raise LexatlasError(
            "This analysis was coded from another edition of the codebook than this site has, and a bundle needs the "
            "files of its own. Export the page or the data instead."
        )
    page = EXPORTERS["html"]
    made = enclose(document, provenance, texts, raw, files, page, standing)
    return b"".join(pack(sealed(to_payload(made))))


def _standing(facts: AnalysisFacts, row: VersionFacts, who: Asking) -> Standing:
    """Return what has become of the version, as a file tells it: number, version, stage, approvals and challenges."""
    found = standing_of([row.id], today=who.today)[row.id]
    named = [
        word for word, number in (("Latest", facts.latest), ("Live", facts.live)) if number == row.number
    ]
    given = [
        ReviewClaimed(kind="Approval", who=each.name, role=each.role, date=each.day.isoformat(), text="")
        for each in found.approvals
    ]
    given += [
        ReviewClaimed(kind="Challenge", who=each.by, role=each.role, date=each.day.isoformat(), text="")
        for each in found.challenges
        if who.inside
    ]
    return Standing(
        number=f"#{facts.id}",
        version=" · ".join([f"{row.number} of {facts.versions}", *named]),
        workflow_stage=found.stage,
        reviews=tuple(given),
    )
