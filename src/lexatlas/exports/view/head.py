"""The head of a page: the code or why there is none, force, confidence, sign-off, and the labelled fields."""

from collections.abc import Iterator

from lexatlas.core.document import Document
from lexatlas.core.evidence import OFFICIAL_TIERS
from lexatlas.core.provenance import Provenance
from lexatlas.core.standing import ReviewClaimed, Standing
from lexatlas.exports.view.values import Head, Row
from lexatlas.exports.view.words import FORCE, WHETHER, counted, time_with_zone

_NEXT = {"None": "Low", "Low": "Medium", "Medium": "High", "High": ""}
_SIGNED = "Approval"
_WHOLE = ("", "full", "none")
"""Regimes that say no more than the code; a part of a regime, or one against money laundering only, does."""


def head_of(document: Document, own_id: str, provenance: Provenance | None, standing: Standing) -> Head:
    """Return the head; what is not known is said to be so in its own place."""
    status = document.status
    abstains = not status.coded
    sign_off, sentence = _sign_off(standing.reviews)
    return Head(
        place=f"{document.brief.jurisdiction_name} ({document.brief.jurisdiction})",
        topic=document.brief.topic_name,
        label=f"Code, edition {document.codebook.edition} of the codebook"
        + (f": {status.name.lower()}" if abstains else ""),
        code="No code" if abstains else status.name,
        regime=_regime(document),
        second=tuple(_second(status.second_line)),
        sentence=_why_none(document) if abstains else "",
        abstention=_abstention(document) if abstains else (),
        note="" if abstains else status.note,
        force=FORCE[document.force.state].replace("Force not", "Not"),
        force_sentence=document.force.sentence,
        confidence=document.factors.level,
        confidence_sentence=_confidence(document),
        sign_off=sign_off,
        sign_off_sentence=sentence,
        fields=tuple(_fields(document, own_id, provenance, standing)),
    )


def _regime(document: Document) -> str:
    """Return what the regime adds to the code, "" where the code says it already."""
    status = document.status
    if not status.coded or status.regime in _WHOLE or status.code.split("-")[0] in status.regime:
        return ""
    return {"aml-only": "AML only"}.get(status.regime, status.regime)


def _second(line: str) -> Iterator[Row]:
    for part in filter(None, line.split(" · ")):
        name, colon, value = part.partition(": ")
        yield Row(name, value) if colon else Row("", part)


def _why_none(document: Document) -> str:
    status = document.status
    if "Status" in document.imported:
        return "No official text stands behind what the page says."
    if status.code == "undetermined" and document.brief.topic in WHETHER:
        return f"No official text given says {WHETHER[document.brief.topic]}."
    if status.note:
        return f"{status.note.rstrip('.')}."
    return "No official text given says enough for one."


def _abstention(document: Document) -> tuple[tuple[str, tuple[str, ...]], ...]:
    told = document.status.abstention
    if told is None:
        return tuple((name, ("nothing recorded",)) for name in ("Found", "Missing", "Look"))
    parts = (("Found", told.found or (_given(document),)), ("Missing", told.missing), ("Look", told.look))
    return tuple((name, tuple(texts) or ("nothing recorded",)) for name, texts in parts)


def _given(document: Document) -> str:
    official = sum(source.tier in OFFICIAL_TIERS for source in document.sources)
    return f"{counted(len(document.sources), 'document')} given, {official or 'none'} of them official"


def _confidence(document: Document) -> str:
    factors = document.factors
    if factors.level == "None" and not document.status.coded:
        return "Without a code no confidence is given"
    higher = _NEXT[factors.level]
    lacks = "; ".join(factors.lacks)
    return f"Lacks for {higher}: {lacks}" if higher and lacks else "; ".join(factors.reasons).rstrip(".")


def _sign_off(reviews: tuple[ReviewClaimed, ...]) -> tuple[str, str]:
    signed = [review for review in reviews if review.kind == _SIGNED]
    if not signed:
        return "Not signed", "Machine-coded"
    last = signed[-1]
    return "Signed", f"{last.who}, {last.role}, {last.date}, as this file says; it shows no proof of it"


def _fields(
    document: Document, own_id: str, provenance: Provenance | None, standing: Standing
) -> Iterator[Row]:
    brief = document.brief
    yield Row("Jurisdiction", f"{brief.jurisdiction_name} ({brief.jurisdiction})")
    yield Row("Topic", brief.topic_name)
    yield Row("Analysis ID", standing.number or own_id)
    yield Row("Version", standing.version)
    yield Row(
        "Created", time_with_zone(provenance.created) if provenance and provenance.created else "not recorded"
    )
    yield Row("Run", (provenance.run if provenance else "") or "not recorded")
    yield Row("History", "this version only")
    yield Row("Workflow Stage", standing.workflow_stage)
    yield Row("As of", brief.as_of)
    yield Row("Text as of", document.text_as_of or "not shown")
    if "Reference ID" in document.imported:
        yield Row("Reference ID", document.imported["Reference ID"])
