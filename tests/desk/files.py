"""Bundles as files, sound or altered by somebody, and the people who bring them."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from lexatlas.bundle import Bundle, write
from lexatlas.core.claims import Verdict
from lexatlas.core.document import Document
from lexatlas.desk.imports import import_bundle
from lexatlas.desk.outcome import Done
from lexatlas.store.models import Person, Version
from tests.desk.shelf import NOON


def file_of(
    bundle: Bundle, path: Path, alter: Callable[[Document], Document] = lambda it: it, **other: object
) -> Path:
    """Write a bundle whose maker altered its document, sealed as if nothing had happened."""
    write(replace(bundle, document=alter(bundle.document), **other), path)
    return path


def kept(
    bundle: Bundle, path: Path, by: Person, alter: Callable[[Document], Document] = lambda it: it
) -> Version:
    """Import a bundle and return its version."""
    done = import_bundle(path=file_of(bundle, path, alter), by=by, at=NOON)
    assert isinstance(done, Done), done
    return Version.objects.get(analysis=done.analysis, number=done.version)


def without_last_claim(document: Document) -> Document:
    """Leave out the last claim, with what names it: what a run on fewer texts may give."""
    gone = document.claims[-1].id
    sections = tuple(
        section.model_copy(
            update={"statements": tuple(row for row in section.statements if not _names(row, gone))}
        )
        for section in document.sections
    )
    instruments = tuple(
        row.model_copy(
            update={
                "line_claim": "" if row.line_claim == gone else row.line_claim,
                "date_claims": tuple(claim for claim in row.date_claims if claim != gone),
            }
        )
        for row in document.instruments
    )
    reasons = tuple(
        row.model_copy(update={"claims": tuple(claim for claim in row.claims if claim != gone)})
        for row in document.status.reasons
    )
    return document.model_copy(
        update={
            "claims": document.claims[:-1],
            "verdicts": tuple(row for row in document.verdicts if row.claim != gone),
            "sections": sections,
            "instruments": instruments,
            "status": document.status.model_copy(update={"reasons": reasons}),
        }
    )


def _names(row: object, claim: str) -> bool:
    return getattr(row, "claim", "") == claim or claim in getattr(row, "claims", ())


def all_in_conflict(document: Document) -> Document:
    """Say of every claim that it conflicts, with no answer of a check."""
    verdicts = tuple(Verdict(claim=claim.id, code="contradicted") for claim in document.claims)
    return document.model_copy(update={"verdicts": verdicts})
