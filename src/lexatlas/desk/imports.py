"""Takes in a bundle or a published page: looked over, computed anew, kept as a version whose author is the importer."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from lexatlas.bundle import Bundle, Limits, inspect
from lexatlas.codebook import load
from lexatlas.core.document import Document
from lexatlas.core.errors import LexatlasError
from lexatlas.core.evidence import CanonicalText
from lexatlas.core.excerpts import Excerpts
from lexatlas.core.provenance import Provenance
from lexatlas.core.workflow import DRAFT
from lexatlas.desk import claimed, event
from lexatlas.desk.act import written
from lexatlas.desk.carried import carried
from lexatlas.desk.keep import (
    Base,
    Given,
    Material,
    Overtaken,
    analysis_for,
    archived,
    keep,
    make_findable,
    newest,
    prepared,
)
from lexatlas.desk.may import refuses
from lexatlas.desk.outcome import Done, Outcome, Refused
from lexatlas.desk.proof import Proof, prove
from lexatlas.pipeline.imported.asked import Asked
from lexatlas.pipeline.imported.page import import_page as read_page
from lexatlas.store.models import Analysis, Person

LIMITS = Limits(files=5_000, file_bytes=64 * 1024 * 1024, total_bytes=256 * 1024 * 1024)
"""What a site takes from a stranger; less than a bundle on somebody's own disk may hold."""
TRIES = 3
"""How often a version is made ready again because another came in between."""


@dataclass(frozen=True)
class Taken:
    """What an import brings: a document computed here, what belongs to it, and what its file claims."""

    document: Document
    provenance: Provenance
    texts: Mapping[str, CanonicalText]
    raw: Mapping[str, bytes]
    excerpts: Mapping[str, Excerpts] = field(default_factory=dict)
    claimed: Mapping[str, Any] = field(default_factory=dict)
    reference: str = ""
    told: Mapping[str, Any] = field(default_factory=dict)
    """What the event tells of it: plain JSON without text that somebody wrote."""
    sentences: tuple[str, ...] = ()


def import_bundle(*, path: Path, by: Person, at: datetime) -> Outcome:
    """Keep the bundle at `path` (a folder or .zip) as the newest version of its question.

    Refused, with nothing kept, when it is not as sealed, does not hold together, or is the newest version already.
    What it says of verdicts, reviews, people and stage is kept as claimed, without effect.
    """
    refused = refuses(by, "import")
    if refused is not None:
        return refused
    try:
        found = inspect(path, LIMITS, any_zip=True)
        if found.bundle is None or found.faults:
            return Refused(_not_as_sealed(found.faults))
        proof = prove(found.bundle)
        if proof.faults:
            return Refused(
                f"The bundle does not hold together. {' '.join(proof.faults[:3])} Nothing was kept."
            )
        return _kept(_taken(found.bundle, found.seal, proof), by, at)
    except LexatlasError as error:
        # The place of an upload on the server is nobody's business.
        return Refused(str(error).replace(str(path), path.name))


def import_page(
    *, text: bytes, name: str, jurisdiction: str, topic: str, by: Person, at: datetime
) -> Outcome:
    """Keep the text of a published page as the newest version of its question; no claim of it is supported by it.

    `name` is the file's name; `jurisdiction` and `topic` are "" where the page says them itself.
    """
    refused = refuses(by, "import")
    if refused is not None:
        return refused
    created = at.astimezone(UTC).isoformat(timespec="seconds")
    try:
        page = read_page(text, name, load(), created, Asked(jurisdiction, topic))
        document = page.document
        taken = Taken(
            document, page.provenance, page.texts, page.raw, claimed=claimed.by_page(document),
            reference=document.imported.get("Reference ID", ""), told={"page": True},
            sentences=(_support(document),),
        )  # fmt: skip
        return _kept(taken, by, at)
    except LexatlasError as error:
        return Refused(str(error).replace("Add --jurisdiction CODE", "Choose the jurisdiction").replace(
            "Add --topic TOPIC", "Choose the topic").replace("add --jurisdiction CODE", "choose the jurisdiction")
            .replace("add --topic TOPIC", "choose the topic"))  # fmt: skip


def _not_as_sealed(faults: tuple[str, ...]) -> str:
    rest = f" And {len(faults) - 3} more." if len(faults) > 3 else ""
    return f"The bundle is not as it was sealed. {' '.join(faults[:3])}{rest} Use a whole copy. Nothing was kept."


def _taken(bundle: Bundle, seal: str, proof: Proof) -> Taken:
    document = proof.document
    return Taken(
        document,
        bundle.provenance,
        bundle.texts,
        bundle.raw,
        bundle.excerpts,
        claimed=claimed.by_bundle(bundle, seal, proof.verdicts),
        reference=claimed.reference(bundle),
        told={
            "seal": seal,
            "file_document": bundle.document.sha256,
            "verdicts_that_differ": len(proof.verdicts),
            "fields_that_differ": list(proof.fields),
            "derivation": proof.derivation,
            "flags": proof.flags,
        },
        sentences=(_support(document), *proof.sentences),
    )


def _support(document: Document) -> str:
    matching = sum(verdict.code == "verified" for verdict in document.verdicts)
    return f"{matching} of {len(document.claims)} claims match their source."


def _kept(taken: Taken, by: Person, at: datetime) -> Outcome:
    """Write bytes, then rows; made ready again when another version came in between."""
    enclosed = archived(taken.document, taken.texts, taken.raw, taken.excerpts)
    for _ in range(TRIES):
        base = _base(taken.document)
        if base is not None and base.document.sha256 == taken.document.sha256:
            return Refused(f"Version {base.number}, the newest, is this very document. Nothing was kept.")
        material = prepared(
            document=taken.document, provenance=taken.provenance, enclosed=enclosed, base=base
        )
        try:
            done = written(lambda ready=material: _rows(taken, ready, by, at))  # type: ignore[misc]  # bound now, on purpose
        except Overtaken:
            continue
        if isinstance(done, Done):
            # Put again: retention may have let go of a file that this version names just before its rows stood.
            archived(taken.document, taken.texts, taken.raw, taken.excerpts)
            make_findable(done.analysis, done.version)
        return done
    return Refused("Others kept versions of this question at the same moment. Nothing was kept. Try again.")


def _base(document: Document) -> Base | None:
    brief = document.brief
    row = Analysis.objects.filter(
        jurisdiction=brief.jurisdiction, topic=brief.topic, level=brief.level
    ).first()
    return newest(row.pk) if row else None


def _rows(taken: Taken, material: Material, by: Person, at: datetime) -> Outcome:
    analysis = analysis_for(material.document.brief, reference=taken.reference, at=at)
    if analysis.retired_at is not None:
        return Refused(
            f"Analysis {analysis.pk} is retired and takes no new version. An editor can resume it."
        )
    given = Given("import", DRAFT[0], author=by, run=taken.provenance.run[:60], claimed=taken.claimed)
    version = keep(material=material, analysis=analysis, given=given, at=at)
    reviews = carried(version.pk)
    event.record(
        chain=str(analysis.pk),
        act="import",
        by=by,
        at=at,
        payload={
            "version": version.number,
            "document": version.document_id,
            "public_id": version.public_id,
            **taken.told,
            **reviews.payload,
        },
    )
    head = f"Imported as version {version.number} of analysis {analysis.pk}."
    told = [head, *taken.sentences, reviews.sentence]
    return Done(" ".join(sentence for sentence in told if sentence), analysis.pk, version.number)
