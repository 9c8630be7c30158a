"""Measures codes and abstentions against gold: statuses by date, and questions without an answer."""

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from typing import Any

from lexatlas.core.document import ABSTENTIONS, Document
from lexatlas.core.statements import ClaimStatement

Analyse = Callable[[str, str, tuple[str, ...], str], Document]
"""Jurisdiction, topic, gold document names and an ISO date to an analysis, judged."""
NO_CODE = ("no-evidence", *ABSTENTIONS)
"""Answers that gold `no-evidence` accepts."""

Row = Mapping[str, Any]


def measure_status(rows: Iterable[Row], analyse: Analyse) -> dict[str, Any]:
    """Return accuracy over rows, coverage (rows not abstained on), and each row with its answers.

    A row is asked at the later of `as_of` and `status_holds_from`, which decides whether it is right, and at
    the borders of `by_date` whose status is given; `dates` counts over all days asked.
    """
    judged = [_judge(row, analyse) for row in rows]
    answers = [answer["right"] for row in judged for answer in (row, *row["borders"])]
    coded = [row for row in judged if row["gold"] not in NO_CODE]
    return {
        "rows": len(judged),
        "right": sum(row["right"] for row in judged),
        "accuracy": _share(sum(row["right"] for row in judged), len(judged)),
        "dates": {"asked": len(answers), "right": sum(answers)},
        "coverage": _share(sum(not row["abstained"] for row in judged), len(judged)),
        "on_scale": {
            "rows": len(coded),
            "coded": sum(row["code"] not in NO_CODE for row in coded),
            "wrong": sum(not row["right"] and row["code"] not in NO_CODE for row in coded),
        },
        "answers": judged,
    }


def _judge(row: Row, analyse: Analyse) -> dict[str, Any]:
    day = _later(row["as_of"], row.get("status_holds_from"))
    found = _analysed(row, day, analyse)
    code = found.status.code
    borders = []
    for border, wanted in _borders(row):
        other = _analysed(row, border, analyse)
        given = other.status.code
        borders.append({"date": border, "gold": wanted, "code": given, "right": _accepts(wanted, given, row),
                        "level": other.factors.level})  # fmt: skip
    return {
        "jurisdiction": row["jurisdiction"],
        "topic": row["topic"],
        "date": day,
        "gold": row["status"],
        "code": code,
        "right": _accepts(row["status"], code, row),
        "abstained": code in ABSTENTIONS,
        "level": found.factors.level,
        "force": found.force.state,
        "verdicts": _verdicts(found),
        "borders": borders,
    }


def _analysed(row: Row, day: str, analyse: Analyse) -> Document:
    return analyse(row["jurisdiction"], row["topic"], tuple(row["docs"]), day)


def _verdicts(found: Document) -> dict[str, int]:
    """Count the claims by verdict; codes that none has are left out."""
    counted: dict[str, int] = {}
    for verdict in found.verdicts:
        counted[verdict.code] = counted.get(verdict.code, 0) + 1
    return counted


def _later(first: str, second: str | None) -> str:
    return max(first, second) if second else first


def _borders(row: Row) -> list[tuple[str, str]]:
    """Return (date, status) for the first and last day of each stretch whose status gold names."""
    found = []
    for stretch in row.get("by_date", ()):
        if "status" in stretch:
            found += [
                (day, stretch["status"]) for name in ("from", "until") if (day := _day(stretch.get(name)))
            ]
    return found


def _day(text: str | None) -> str:
    try:
        return date.fromisoformat(text or "").isoformat()
    except ValueError:
        return ""


def _accepts(gold: str, code: str, row: Row) -> bool:
    if code == gold or (gold == "no-evidence" and code in NO_CODE):
        return True
    return gold == row["status"] and code in row.get("acceptable_alternatives", ())


def _share(part: int, whole: int) -> float | None:
    """Return a share as a fraction of one, None where there is nothing to share."""
    return round(part / whole, 4) if whole else None


def measure_no_answer(
    rows: Iterable[Row], analyse: Analyse, asks: Callable[[Row], frozenset[str]], as_of: str
) -> dict[str, Any]:
    """Return how many questions without an answer were answered all the same (each an error).

    `asks` gives the ids of the topic's questions that ask the same as a row. A row is answered when, in an
    analysis from its document alone, a claim with a fact of one of its kinds stands under such a question.
    """
    judged = []
    for row in rows:
        draft = analyse(row["jurisdiction"], row["topic"], (row["doc"],), row.get("as_of") or as_of)
        judged.append(
            {"id": row["id"], "topic": row["topic"], "answered_by": _answering(row, draft, asks(row))}
        )
    wrong = [row for row in judged if row["answered_by"]]
    return {"rows": len(judged), "answered": len(wrong), "answers": judged}


def _answering(row: Row, draft: Document, questions: frozenset[str]) -> list[str]:
    """Return the claims that answer: those of such a question, or named under it, with a fact of the kind."""
    kinds = set(row["kinds"])
    detail = [
        s for section in draft.sections if section.name == "Detailed Explanation" for s in section.statements
    ]
    under = {s.claim for s in detail if isinstance(s, ClaimStatement) and s.group in questions}
    return [
        claim.id
        for claim in draft.claims
        if claim.id in under and kinds & {fact.kind for fact in claim.facts}
    ]
