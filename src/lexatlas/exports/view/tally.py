"""The marks of a document counted: claims by verdict, records and labels beside."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from lexatlas.core.claims import VERDICT_NAMES, Claim, Verdict, VerdictCode
from lexatlas.core.document import Document


@dataclass(frozen=True)
class Tally:
    """Counts; `claims` is the denominator of each number in `verdicts`, which names all five verdicts."""

    claims: int
    verdicts: dict[VerdictCode, int]
    plain_quotations: int
    records: int
    labels: int


def tally(document: Document) -> Tally:
    """Count the marks; a record that is named twice counts once."""
    known = document.verdicts_by_claim()
    verdicts = [verdict_in(known, claim) for claim in document.claims]
    counted = Counter(verdict.code for verdict in verdicts)
    statements = [statement for section in document.sections for statement in section.statements]
    records = {(each.sentence, each.ledger) for each in statements if each.kind == "record"}
    return Tally(
        claims=len(verdicts),
        verdicts={code: counted[code] for code in VERDICT_NAMES},
        plain_quotations=sum(v.plain_quotation and v.code == "verified" for v in verdicts),
        records=len(records),
        labels=sum(each.kind == "label" for each in statements),
    )


def verdict_in(known: Mapping[str, Verdict], claim: Claim) -> Verdict:
    """Return the verdict on a claim, by claim id; one that was never judged has no support."""
    return known.get(claim.id) or Verdict(claim=claim.id, code="unverified")
