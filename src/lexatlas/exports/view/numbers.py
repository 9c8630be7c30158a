"""Which claim is printed in full where, and the numbers that claims and records bear on the page."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from lexatlas.core.claims import Claim, Verdict
from lexatlas.core.document import Document, InstrumentEntry
from lexatlas.core.statements import SECTIONS, ClaimStatement, RecordStatement, Statement
from lexatlas.exports.view.tally import verdict_in
from lexatlas.exports.view.values import Ref
from lexatlas.exports.view.words import MARKS, RECORD

OTHER = "Other claims"
"""The last group of the Detailed Explanation: claims that no section names, so that none is left off."""
Told = tuple[str, int]
Words = tuple[str, tuple[tuple[str, int], ...]]


@dataclass
class Numbers:
    """Numbers by claim id and by record, and where each is printed in full: (section, index of statement)."""

    told: dict[str, tuple[Statement, ...]]
    known: dict[str, Claim]
    verdicts: dict[str, Verdict]
    claims: dict[str, int] = field(default_factory=dict)
    records: dict[tuple[str, tuple[str, ...]], int] = field(default_factory=dict)
    homes: dict[str, Told] = field(default_factory=dict)
    order: list[Statement] = field(default_factory=list)
    firsts: dict[Words, str] = field(default_factory=dict)

    @classmethod
    def of(cls, document: Document) -> "Numbers":
        """Arrange the statements of a document and number them in reading order."""
        made = cls(_arranged(document), document.claims_by_id(), document.verdicts_by_claim())
        made._find_homes()
        for name, statements in made.told.items():
            for index, statement in enumerate(statements):
                made._number(statement, (name, index))
        return made

    def _find_homes(self) -> None:
        later: dict[str, Told] = {}
        for name, statements in self.told.items():
            for index, statement in enumerate(statements):
                if isinstance(statement, ClaimStatement) and statement.claim in self.known:
                    homes = later if statement.again else self.homes
                    homes.setdefault(statement.claim, (name, index))
        # A claim that is only ever named again is printed where it is named first.
        self.homes = {**later, **self.homes}

    def _number(self, statement: Statement, place: Told) -> None:
        if isinstance(statement, ClaimStatement) and self.homes.get(statement.claim) == place:
            self.claims[statement.claim] = len(self.claims) + 1
            self.firsts.setdefault(_words(self.known[statement.claim]), statement.claim)
            self.order.append(statement)
        if isinstance(statement, RecordStatement) and record_key(statement) not in self.records:
            self.records[record_key(statement)] = len(self.records) + 1
            self.homes[_record_home(statement)] = place
            self.order.append(statement)

    def at_home(self, statement: Statement, place: Told) -> bool:
        """Whether a claim or record is printed in full at this place; elsewhere its reference stands."""
        if isinstance(statement, ClaimStatement):
            return self.homes.get(statement.claim) == place
        return isinstance(statement, RecordStatement) and self.homes.get(_record_home(statement)) == place

    def ref(self, claim_id: str) -> Ref | None:
        """Return the reference to a claim; None for an id that no claim of the document has."""
        claim = self.known.get(claim_id)
        if claim is None or claim_id not in self.claims:
            return None
        number = self.claims[claim_id]
        return Ref(f"claim {number}", f"claim-{number}", MARKS[self.verdict(claim).code])

    def same_words(self, claim: Claim) -> Ref | None:
        """Return the reference to the claim that says these very words first, None for that one itself."""
        first = self.firsts.get(_words(claim), claim.id)
        return self.ref(first) if first != claim.id else None

    def verdict(self, claim: Claim) -> Verdict:
        """Return the verdict on a claim."""
        return verdict_in(self.verdicts, claim)

    def refs(self, claim_ids: Iterable[str]) -> tuple[Ref, ...]:
        """Return references to claims, each once, unknown ids left out."""
        found = (self.ref(claim_id) for claim_id in dict.fromkeys(claim_ids))
        return tuple(ref for ref in found if ref is not None)

    def record_ref(self, statement: RecordStatement) -> Ref:
        """Return the reference to a record."""
        number = self.records[record_key(statement)]
        return Ref(f"record R{number}", f"claim-R{number}", RECORD)


def record_key(statement: RecordStatement) -> tuple[str, tuple[str, ...]]:
    """Return what makes two records the same one."""
    return statement.sentence, statement.ledger


def _record_home(statement: RecordStatement) -> str:
    return f"record:{statement.sentence}|{'|'.join(statement.ledger)}"


def _words(claim: Claim) -> Words:
    """Return what makes two claims the same sentence on the same places."""
    return claim.sentence, tuple((each.snapshot, part.start) for each in claim.quotes for part in each.parts)


def law_group(entry: InstrumentEntry) -> str:
    """Return the group of the statements that we add to an instrument."""
    return f"law:{entry.id}"


def _arranged(document: Document) -> dict[str, tuple[Statement, ...]]:
    """Return the statements by section in the page's order, with the claims that no section names added."""
    told: dict[str, tuple[Statement, ...]] = dict.fromkeys(SECTIONS, ())
    for section in document.sections:
        if section.name in told:
            told[section.name] += section.statements
    named = {
        each.claim for statements in told.values() for each in statements if isinstance(each, ClaimStatement)
    }
    for entry in document.instruments:
        for claim_id in (entry.line_claim, *entry.date_claims):
            if claim_id and claim_id not in named:
                named.add(claim_id)
                told["Landmark Laws"] += (ClaimStatement(claim=claim_id, group=law_group(entry)),)
    rest = [ClaimStatement(claim=c.id, group=OTHER) for c in document.claims if c.id not in named]
    told["Detailed Explanation"] += tuple(rest)
    return told
