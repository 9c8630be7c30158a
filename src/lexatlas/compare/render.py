"""A comparison in words for a terminal: the code first, then counts, then each claim that is not the same."""

from collections.abc import Iterator

from lexatlas.compare.causes import Because
from lexatlas.compare.versions import ClaimRow, CodeChange, Comparison, RowKind
from lexatlas.core.claims import VERDICT_NAMES, VerdictCode

_MARKS: dict[RowKind, str] = {"changed": "Changed", "new": "New", "gone": "Gone"}


def render_text(result: Comparison) -> str:
    """Return the comparison as lines of text without a line end at the end."""
    return "\n".join([*_head(result), "", *_counts(result), *_rows(result)])


def _head(result: Comparison) -> Iterator[str]:
    yield f"Before: {result.before.id} (as of {result.before.as_of})"
    yield f"After:  {result.after.id} (as of {result.after.as_of})"
    yield _code(result.code)
    if result.before.claimed or result.after.claimed:
        claimed = [side.claimed or "nothing" for side in (result.before, result.after)]
        yield f"Claimed by the page: {claimed[0]} before, {claimed[1]} after."
    if result.code.changed:
        yield from (f"  {because.cause}: {because.reason}" for because in result.code.because)
    yield from (f"Note ({caution.fault}): {caution.sentence}" for caution in result.cautions)


def _code(code: CodeChange) -> str:
    if not code.changed:
        return f"Code: {code.after_name}, unchanged."
    return f"Code: {code.before_name} became {code.after_name}."


def _counts(result: Comparison) -> Iterator[str]:
    kinds = " · ".join(f"{count} {kind}" for kind, count in result.counts.items())
    yield f"Claims: {kinds}, of {len(result.rows)}."
    causes = [f"{cause} {count}" for cause, count in result.causes.items() if count and cause != "unchanged"]
    if causes:
        yield f"Causes: {' · '.join(causes)}."


def _rows(result: Comparison) -> Iterator[str]:
    """Yield the rows that are not the same, those of one kind and reason under one heading."""
    groups: dict[tuple[RowKind, Because], list[ClaimRow]] = {}
    for row in result.rows:
        if row.kind != "same":
            groups.setdefault((row.kind, row.because), []).append(row)
    for (kind, because), rows in groups.items():
        yield ""
        yield f"{_MARKS[kind]} ({because.cause}, {len(rows)}): {because.reason}"
        for row in rows:
            yield from _row(row)


def _row(row: ClaimRow) -> Iterator[str]:
    before = f"{row.before_sentence}{_mark(row.before_verdict)}"
    after = f"{row.after_sentence}{_mark(row.after_verdict)}"
    if row.before and row.after and before == after:
        yield f"  = {after}"
        return
    if row.before:
        yield f"  - {before}"
    if row.after:
        yield f"  + {after}"


def _mark(verdict: VerdictCode | None) -> str:
    return f" [{VERDICT_NAMES[verdict]}]" if verdict else ""
