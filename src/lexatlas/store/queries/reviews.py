"""Questions about reviews: those of a version with their threads, and which quotes somebody has opened."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from lexatlas.store.models import ClaimRow, Opened, Review, Turn, Version, Words
from lexatlas.store.queries.standing import Carried, carried_to


@dataclass(frozen=True)
class Said:
    """A turn of a thread: who, in which role, when, and the words ("" once they were blanked)."""

    by: str
    role: str
    at: datetime
    words: str
    blanked: bool


@dataclass(frozen=True)
class Thread:
    """A review with its thread. `line` is "" on the page and the code; `resolved_by` is "" while it is not."""

    id: int
    kind: str
    target: str
    state: str
    carried: Carried
    number: int
    line: str
    claim_seen: str
    claim_now: str
    quote: int | None
    by_id: int
    opening: Said
    evidence: str
    turns: tuple[Said, ...]
    looked_on: date | None
    looked_in: str
    opened: int
    to_open: int
    resolved_by: str
    resolved_at: datetime | None
    resolution: str


def reviews_of(version: int) -> tuple[Thread, ...]:
    """Return the reviews that bear on a version by its id, those on its earlier versions among them, oldest first."""
    seen = Version.objects.only("id", "analysis_id", "number").get(id=version)
    rows = list(
        Review.objects.filter(version__analysis=seen.analysis_id, version__number__lte=seen.number)
        .select_related("by", "words", "resolution", "resolved_by", "line", "version")
        .defer("version__provenance", "version__claimed")
        .order_by("id")
    )
    turns = _turns(review.id for review in rows)
    now = ClaimRow.objects.filter(version=seen.id, line__in={row.line_id for row in rows if row.line_id})
    claims = {(seen.id, line): claim for line, claim in now.values_list("line_id", "claim_id")}
    return tuple(_thread(review, seen, claims, turns.get(review.id, ())) for review in rows)


def opened_by(person: int, version: int) -> frozenset[tuple[str, int]]:
    """Return the quotes of a version that a person has opened, as (claim, place of the quote)."""
    rows = Opened.objects.filter(person=person, version=version)
    return frozenset(rows.values_list("claim_id", "quote"))


def lines_of(version: int) -> dict[str, str]:
    """Return the permanent line of each claim of a version, by the claim's id."""
    return dict(ClaimRow.objects.filter(version=version).values_list("claim_id", "line__key"))


def _turns(reviews: Iterable[int]) -> dict[int, tuple[Said, ...]]:
    found: dict[int, tuple[Said, ...]] = {}
    for turn in Turn.objects.filter(review__in=list(reviews)).select_related("by", "words").order_by("id"):
        said = _said(turn.by.shown, turn.role, turn.at, turn.words)
        found[turn.review_id] = (*found.get(turn.review_id, ()), said)
    return found


def _said(by: str, role: str, at: datetime, words: Words | None) -> Said:
    return Said(by, role, at, words.text if words else "", bool(words and words.blanked_at))


def _thread(
    review: Review, version: Version, claims: dict[tuple[int, int], str], turns: tuple[Said, ...]
) -> Thread:
    return Thread(
        id=review.id,
        kind=review.kind,
        target=review.target,
        state=review.state,
        carried=carried_to(review, version.id, claims),
        number=review.version.number,
        line=review.line.key if review.line else "",
        claim_seen=review.claim_seen,
        claim_now=claims.get((version.id, review.line_id or 0), ""),
        quote=review.quote_seen,
        by_id=review.by_id,
        opening=_said(review.by.shown, review.role, review.at, review.words),
        evidence=review.evidence,
        turns=turns,
        looked_on=review.looked_on,
        looked_in=review.looked_in,
        opened=review.opened,
        to_open=review.to_open,
        resolved_by=review.resolved_by.shown if review.resolved_by else "",
        resolved_at=review.resolved_at,
        resolution=review.resolution.text if review.resolution else "",
    )
