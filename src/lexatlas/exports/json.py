"""The data file: the document as it is hashed, with its id, the counts of its marks, and the notice."""

from typing import Any

from pydantic import Field

from lexatlas.core.canonical import Value, canonical_json
from lexatlas.core.claims import VERDICT_NAMES
from lexatlas.core.document import NOTICE, Document
from lexatlas.core.provenance import Provenance
from lexatlas.core.standing import Standing
from lexatlas.exports.view.rights import rights_sentence
from lexatlas.exports.view.tally import Tally, tally


class StatusShown(Value):
    """The code as people see it; the notice stands beside it wherever it goes."""

    code: str = Field(description="A code of the topic's scale, or a special code such as `undetermined`.")
    name: str = Field(description="The name that the codebook gives the code.")
    coded: bool = Field(
        description="Whether the code is one of the scale; false is an abstention or a special code."
    )
    second_line: str = Field(description="The sub-answers in words, empty for a topic without any.")
    confidence: str = Field(
        description="High, Medium, Low or None, from the evidence alone, before any review."
    )
    force: str = Field(
        description="Whether what carries the code was in force on the as-of date; may be “not shown”."
    )
    notice: str = Field(description="What a reader must know before using the code.")


class MarkCounts(Value):
    """The marks by verdict, of all claims; records and labels are counted beside and are in no rate."""

    claims: int = Field(description="The denominator of every count below.")
    verdicts: dict[str, int] = Field(description="Number of claims by verdict code.")
    plain_quotations: int = Field(description="How many of the verified claims are plain quotations.")
    records: int
    labels: int
    notice: str


class SourceRights(Value):
    """What may be done with a source, and what of it travels with this file."""

    source: str = Field(description="The id of the source in `document.sources`.")
    rights: str = Field(description="`open`, `quote-only` or `private`.")
    sentence: str = Field(description="The same for people; a file that shows quotes keeps to it.")


class Export(Value):
    """An analysis as a data file. `document` is hashed; nothing else in this file is part of that hash."""

    id: str = Field(description="`<jurisdiction>.<topic>.<level>@<first 12 digits of the hash>`.")
    sha256: str = Field(description="SHA-256 of the canonical JSON of `document`.")
    notice: str
    not_for_passing_on: bool = Field(description="Whether the document quotes a file that is its user's own.")
    rights: tuple[SourceRights, ...] = Field(description="The rights of each source, in order.")
    status: StatusShown
    marks: MarkCounts
    verdict_names: dict[str, str] = Field(description="How each verdict code is shown to people.")
    document: Document
    provenance: Provenance | None = Field(default=None, description="Clock and people; null when not told.")
    standing: Standing = Field(description="Version, workflow stage and reviews, as claimed by the file.")


def export(document: Document, provenance: Provenance | None, standing: Standing) -> bytes:
    """Return canonical JSON (sorted keys, no floats) with a line end."""
    return canonical_json(exported(document, provenance, standing)) + b"\n"


def exported(document: Document, provenance: Provenance | None, standing: Standing) -> Export:
    """Return the export as a value, in the form that the published schema describes."""
    quoted = {quote.source for claim in document.claims for quote in claim.quotes}
    return Export(
        id=document.id,
        sha256=document.sha256,
        notice=NOTICE,
        not_for_passing_on=any(source.rights == "private" for source in document.sources),
        rights=tuple(
            SourceRights(
                source=source.id,
                rights=source.rights,
                sentence=rights_sentence(source, quoted=source.id in quoted),
            )
            for source in document.sources
        ),
        status=_status(document),
        marks=_marks(tally(document)),
        verdict_names={str(code): name for code, name in VERDICT_NAMES.items()},
        document=document,
        provenance=provenance,
        standing=standing,
    )


def schema() -> dict[str, Any]:
    """Return the JSON Schema (2020-12) of the export."""
    made = Export.model_json_schema(mode="serialization")
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **made}


def _status(document: Document) -> StatusShown:
    status = document.status
    return StatusShown(
        code=status.code,
        name=status.name,
        coded=status.coded,
        second_line=status.second_line,
        confidence=document.factors.level,
        force=document.force.state,
        notice=NOTICE,
    )


def _marks(counts: Tally) -> MarkCounts:
    return MarkCounts(
        claims=counts.claims,
        verdicts={str(code): number for code, number in counts.verdicts.items()},
        plain_quotations=counts.plain_quotations,
        records=counts.records,
        labels=counts.labels,
        notice=NOTICE,
    )
