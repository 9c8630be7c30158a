"""Two analyses of one question side by side: each claim, the code, and what only looks like news."""

from typing import Literal

from lexatlas.compare.align import Pair, align
from lexatlas.compare.causes import CAUSES, Because, Cause, differing, why_changed, why_gone, why_new
from lexatlas.compare.evidence import Side, folded
from lexatlas.core.canonical import Value
from lexatlas.core.claims import VERDICT_NAMES, Claim, VerdictCode
from lexatlas.core.document import Document
from lexatlas.core.errors import InputError

RowKind = Literal["same", "changed", "new", "gone"]
KINDS: tuple[RowKind, ...] = ("same", "changed", "new", "gone")


class Named(Value):
    """Which analysis one side is; `claimed` is the status that an imported page claims, empty for others."""

    id: str
    sha256: str
    as_of: str
    text_as_of: str | None
    claimed: str = ""


class ClaimRow(Value):
    """One claim on both sides; a side without it has an empty id and sentence, and no verdict."""

    kind: RowKind
    question: str
    before: str = ""
    after: str = ""
    before_sentence: str = ""
    after_sentence: str = ""
    before_verdict: VerdictCode | None = None
    after_verdict: VerdictCode | None = None
    because: Because


class CodeChange(Value):
    """The code on both sides, with second lines; `because` is one "unchanged" when it is the same code.

    `claims` are those of the later analysis that are not as they were and that either code rests on.
    """

    changed: bool
    before: str
    after: str
    before_name: str
    after_name: str
    before_line: str = ""
    after_line: str = ""
    because: tuple[Because, ...]
    claims: tuple[str, ...] = ()


class Caution(Value):
    """Something that looks like a change, or like a fresh look, and is none; `fault` is its number."""

    fault: Literal["P1", "P2"]
    sentence: str


class Comparison(Value):
    """What changed from one analysis to another: counts by kind and cause, the code, every claim."""

    before: Named
    after: Named
    code: CodeChange
    counts: dict[RowKind, int]
    causes: dict[Cause, int]
    cautions: tuple[Caution, ...]
    rows: tuple[ClaimRow, ...]


def compare(before: Side, after: Side) -> Comparison:
    """Compare two analyses of one question.

    Raises `InputError` when both are the same analysis (one hash) or answer different questions. Texts at
    hand on a side tell a changed law from another choice of words; without them the copies' hashes decide.
    """
    _refuse(before, after)
    rows = tuple(_row(pair, before, after) for pair in align(before.document.claims, after.document.claims))
    return Comparison(
        before=_named(before),
        after=_named(after),
        code=_code(before, after, rows),
        counts={kind: sum(row.kind == kind for row in rows) for kind in KINDS},
        causes={cause: sum(row.because.cause == cause for row in rows) for cause in CAUSES},
        cautions=(*_case_only(before.document, after.document, rows), *_new_dates(before, after, rows)),
        rows=rows,
    )


def _refuse(before: Side, after: Side) -> None:
    if before.sha256 == after.sha256:
        raise InputError(f"Both are the same analysis ({before.id}); a version is not compared with itself.")
    briefs = [each.document.brief for each in (before, after)]
    asked = [(brief.jurisdiction, brief.topic, brief.level) for brief in briefs]
    if asked[0] != asked[1]:
        one, two = (" ".join(question) for question in asked)
        raise InputError(f"These answer different questions: {one}, and {two}. Compare two answers to one.")


def _named(side: Side) -> Named:
    document = side.document
    return Named(
        id=side.id,
        sha256=side.sha256,
        as_of=document.brief.as_of,
        text_as_of=document.text_as_of,
        claimed=document.imported.get("Status", ""),
    )


def _row(pair: Pair, before: Side, after: Side) -> ClaimRow:
    old, new = pair
    claim = new or old
    assert claim is not None  # a pair has at least one side
    kind, because = _judged(old, new, before, after)
    return ClaimRow(
        kind=kind,
        question=claim.question,
        before=old.id if old else "",
        after=new.id if new else "",
        before_sentence=_told(old),
        after_sentence=_told(new),
        before_verdict=_verdict(old, before),
        after_verdict=_verdict(new, after),
        because=because,
    )


def _judged(old: Claim | None, new: Claim | None, before: Side, after: Side) -> tuple[RowKind, Because]:
    if old is None:
        assert new is not None  # a pair has at least one side
        return "new", why_new(new, before, after)
    if new is None:
        return "gone", why_gone(old, before, after)
    if old.id == new.id:
        return _same_claim(_verdict(old, before), _verdict(new, after))
    because = why_changed(old, new, before, after)
    return ("same" if because.cause == "unchanged" else "changed"), because


def _same_claim(old: VerdictCode | None, new: VerdictCode | None) -> tuple[RowKind, Because]:
    if old == new:
        return "same", Because(cause="unchanged", reason="The same claim with the same quotes.")
    marks = [f"“{VERDICT_NAMES[verdict]}”" if verdict else "nothing" for verdict in (old, new)]
    reason = f"The same claim was marked {marks[0]}, and is now marked {marks[1]}."
    return "changed", Because(cause="read differently", reason=reason)


def _told(claim: Claim | None) -> str:
    if claim is None:
        return ""
    return f"{claim.label}: {claim.sentence}" if claim.label else claim.sentence


def _verdict(claim: Claim | None, side: Side) -> VerdictCode | None:
    verdict = side.verdicts.get(claim.id) if claim else None
    return verdict.code if verdict else None


def _code(before: Side, after: Side, rows: tuple[ClaimRow, ...]) -> CodeChange:
    one, two = before.document.status, after.document.status
    changed = _as_code(one.code) != _as_code(two.code)
    moved = _moved(before, after, rows) if changed else ()
    return CodeChange(
        changed=changed,
        before=one.code,
        after=two.code,
        before_name=one.name,
        after_name=two.name,
        before_line=one.second_line,
        after_line=two.second_line,
        because=_why_code(before, after, moved) if changed else (_same_code(one.code == two.code),),
        claims=tuple(row.after for row in moved if row.after),
    )


def _as_code(code: str) -> str:
    """Fold what never makes another code: letter case, and spaces or underscores for hyphens."""
    return folded(code.replace("_", " ").replace("-", " "))


def _same_code(exactly: bool) -> Because:
    reason = "The same code." if exactly else "The same code in other letters."
    return Because(cause="unchanged", reason=reason)


def _moved(before: Side, after: Side, rows: tuple[ClaimRow, ...]) -> tuple[ClaimRow, ...]:
    """Return the rows that either code rests on and that are not as they were."""
    carrying = {
        claim
        for side in (before, after)
        for reason in side.document.status.reasons
        for claim in reason.claims
    }
    return tuple(
        row for row in rows if carrying & {row.before, row.after} and row.because.cause != "unchanged"
    )


def _why_code(before: Side, after: Side, moved: tuple[ClaimRow, ...]) -> tuple[Because, ...]:
    """Return why the code is another: the date alone, or the causes of its claims, or what else differs."""
    differences = differing(before.document, after.document)
    asked = [side.document.brief.as_of for side in (before, after)]
    if differences == ["the date asked about"] and set(before.snapshots) == set(after.snapshots):
        # The same program over the same texts: what made another code of them is what they say of dates.
        reason = (
            f"The same copies were read by the same rules; by the texts' own dates the code of {asked[0]} is "
            f"not that of {asked[1]}."
        )
        return (Because(cause="law changed", reason=reason),)
    if moved:
        found = {row.because for row in moved}
        return tuple(sorted(found, key=lambda because: (CAUSES.index(because.cause), because.reason)))
    changed = ", ".join(differences) or "what else was read"
    reason = f"The claims behind the code are the same; {changed} changed."
    return (Because(cause="read differently", reason=reason),)


def _case_only(before: Document, after: Document, rows: tuple[ClaimRow, ...]) -> tuple[Caution, ...]:
    """Name what differs in letter case or white space alone (fault P1)."""
    pairs = (
        (before.status.code, after.status.code),
        (before.imported.get("Status", ""), after.imported.get("Status", "")),
    )
    found = [
        f"“{one}” and “{two}” are one code in other letters."
        for one, two in pairs
        if one != two and _as_code(one) == _as_code(two)
    ]
    count = sum(row.kind == "same" and row.before_sentence != row.after_sentence for row in rows)
    if count:
        found.append(
            f"Claims that differ in letter case or white space only: {count}. They count as the same."
        )
    return tuple(Caution(fault="P1", sentence=sentence) for sentence in found)


def _new_dates(before: Side, after: Side, rows: tuple[ClaimRow, ...]) -> tuple[Caution, ...]:
    """Name texts that carry a new date and no new words, and a later as-of with nothing newly read (P2)."""
    found = [_redated(source.id, before, after) for source in after.document.sources]
    one, two = before.document.brief.as_of, after.document.brief.as_of
    if two > one and set(before.snapshots) == set(after.snapshots):
        found.append(
            f"The as-of date moved from {one} to {two}, and the same copies were read; none is newer."
        )
    elif two > one and all(row.kind == "same" for row in rows):
        found.append(f"The as-of date moved from {one} to {two}, and every claim is the same.")
    return tuple(Caution(fault="P2", sentence=sentence) for sentence in found if sentence)


def _redated(source_id: str, before: Side, after: Side) -> str:
    source = after.sources[source_id]
    other = before.same_source(source)
    if other is None or not source.snapshot or source.snapshot != other.snapshot:
        return ""
    old, new = before.snapshots.get(other.snapshot), after.snapshots.get(source.snapshot)
    dates = (old.text_as_of or other.date, new.text_as_of or source.date) if old and new else (None, None)
    if dates[0] == dates[1]:
        return ""
    shown = [date or "not shown" for date in dates]
    dated = f"({shown[0]}, now {shown[1]})"
    return f"“{source.title}” has the same words with another date {dated}: copied, not changed."
