"""Records of our own search on an edited page: one for each question that no claim answers, none beside a claim."""

from collections.abc import Iterator, Mapping, Sequence

from lexatlas.analysts.extractive.questions import Answer
from lexatlas.analysts.extractive.sections import record
from lexatlas.codebook.topic import FactQuestion, Topic
from lexatlas.core.document import Document
from lexatlas.core.evidence import LedgerEntry
from lexatlas.core.statements import (
    ClaimStatement,
    LabelStatement,
    RecordStatement,
    Section,
    Statement,
)

_DETAIL, _OPEN = "Detailed Explanation", "Remaining Uncertainties"


def recorded(document: Document, topic: Topic) -> Document:
    """Return the document with the records that its claims leave over; the ledger stays what it was."""
    ledger = {entry.id: entry for entry in document.ledger}
    told = {claim.question for claim in document.claims}
    questions = {row.id: row for row in topic.facts}
    kept = [_kept(section, ledger, told, questions) for section in document.sections]
    entries = {entry.question: entry for entry in document.ledger}
    for row in _unanswered(kept, ledger, told, topic):
        if row.id in entries and (made := _record([row.id], entries, questions)) is not None:
            kept = [_with(section, row, made, topic) for section in kept]
    return document.model_copy(update={"sections": tuple(kept)})


def _kept(
    section: Section, ledger: Mapping[str, LedgerEntry], told: set[str], questions: Mapping[str, FactQuestion]
) -> Section:
    statements = (row for each in section.statements for row in _still(each, ledger, told, questions))
    return section.model_copy(update={"statements": tuple(statements)})


def _still(
    each: Statement, ledger: Mapping[str, LedgerEntry], told: set[str], questions: Mapping[str, FactQuestion]
) -> Iterator[Statement]:
    """Yield a record as far as its questions are still open, any other statement as it is."""
    if not isinstance(each, RecordStatement):
        yield each
        return
    asked = [ledger[name].question for name in each.ledger if name in ledger]
    left = [name for name in asked if name not in told]
    if len(left) == len(asked):
        yield each
    elif left and all(name in questions for name in left):
        made = _record(left, {entry.question: entry for entry in ledger.values()}, questions)
        if made is not None:
            yield made.model_copy(update={"group": each.group, "label": each.label})


def _unanswered(
    sections: Sequence[Section], ledger: Mapping[str, LedgerEntry], told: set[str], topic: Topic
) -> list[FactQuestion]:
    """Return the questions that nothing on the page answers: no claim, no record, no group or point of that name."""
    rows = [row for section in sections for row in section.statements]
    groups = {row.group for row in rows if isinstance(row, ClaimStatement)}
    labels = {row.text for row in rows if isinstance(row, LabelStatement) and row.claims}
    searched = {
        ledger[name].question
        for row in rows
        if isinstance(row, RecordStatement)
        for name in row.ledger
        if name in ledger
    }
    return [
        row
        for row in topic.facts
        if row.id not in told | searched and row.question not in groups and row.label not in labels
    ]


def _record(
    asked: Sequence[str], entries: Mapping[str, LedgerEntry], questions: Mapping[str, FactQuestion]
) -> RecordStatement | None:
    return record([Answer(questions[name], (), entries[name]) for name in asked])


def _with(section: Section, row: FactQuestion, made: RecordStatement, topic: Topic) -> Section:
    told = list(section.statements)
    if section.name == _OPEN:
        told.append(made)
    elif section.name == _DETAIL:
        order = {each.question: place for place, each in enumerate(topic.facts)}
        later = [place for place, each in enumerate(told) if order.get(each.group, -1) > order[row.question]]
        at = later[0] if later else len(told)
        told.insert(at, made.model_copy(update={"group": row.question, "label": row.label}))
    return section.model_copy(update={"statements": tuple(told)})
