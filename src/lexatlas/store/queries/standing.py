"""Which reviews bear on a version, and what else of its analysis does: the rows behind its standing."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal, NamedTuple, Protocol

from lexatlas.store.models import ClaimRow
from lexatlas.store.queries.among import as_day, rows_among

Carried = Literal["here", "carried", "needs another look", "dropped"]
"""How a review stands to a version: made on it; on an earlier one whose claim is the same, was changed, or is gone."""


class Seen(Protocol):
    """What a review tells of where it was made: its version, and the line and claim that its reviewer saw."""

    @property
    def version_id(self) -> int:
        """The id of the version."""

    @property
    def line_id(self) -> int | None:
        """The id of the line; None for the page and the code."""

    @property
    def claim_seen(self) -> str:
        """The claim by its id, "" for the page and the code."""


@dataclass(frozen=True)
class Bearing:
    """A review that bears on a version: one made on it, or an earlier one that is not settled. `by` is a name."""

    review: int
    number: int
    """The number of the version that it was made on."""
    kind: str
    target: str
    state: str
    carried: Carried
    by: str
    by_id: int
    role: str
    day: date

    @property
    def blocks(self) -> bool:
        """Whether it is a challenge that nobody has answered for this version.

        One that was upheld stands until what it is about was changed: it is an answer to the reviewer, not to readers.
        """
        if self.kind != "Challenge":
            return False
        if self.state == "open":
            return self.carried != "dropped"
        upheld_still = self.carried == "here" or (
            self.target in ("claim", "quote") and self.carried == "carried"
        )
        return self.state == "accepted" and upheld_still


@dataclass(frozen=True)
class Beside:
    """Another version of the same analysis, as far as it can overtake one."""

    number: int
    stage: str
    text_as_of: str


@dataclass(frozen=True)
class Rows:
    """What rows tell of one version; `beside` are all versions of its analysis that are not archived."""

    id: int
    analysis: int
    topic: str
    number: int
    stage: str
    code: str
    text_as_of: str
    author: int | None
    signed_alone: bool
    newest: bool
    looked_at: date | None
    look_again_by: date | None
    beside: tuple[Beside, ...]
    bearing: tuple[Bearing, ...]


def rows_of(versions: Iterable[int]) -> dict[int, Rows]:
    """Return the rows by the id of the version, in four queries however many there are; an unknown id is left out."""
    found = [_Version(*row) for row in rows_among(_VERSIONS, versions)]
    analyses = {version.analysis for version in found}
    beside = _beside(analyses)
    reviews = _reviews(analyses)
    claims = _claims({version.id for version in found}, reviews)
    return {version.id: _rows(version, beside, reviews, claims) for version in found}


class _Version(NamedTuple):
    id: int
    analysis: int
    number: int
    stage: str
    code: str
    text_as_of: str
    author: int | None
    signed_alone: bool
    topic: str
    looked_at: date | str | None
    look_again_by: date | str | None


class _Review(NamedTuple):
    id: int
    analysis: int
    number: int
    version_id: int
    kind: str
    target: str
    state: str
    line_id: int | None
    claim_seen: str
    by_id: int
    name: str
    key: str
    role: str
    at: datetime | str


_VERSIONS = """
    SELECT v.id, v.analysis_id, v.number, v.stage, v.code, v.text_as_of, v.author_id, v.signed_alone, a.topic,
           a.looked_at, a.look_again_by
    FROM version v JOIN analysis a ON a.id = v.analysis_id WHERE v.id IN ({ids})
"""
_BESIDE = """
    SELECT analysis_id, number, stage, text_as_of FROM version
    WHERE analysis_id IN ({ids}) AND stage <> 'Archived' ORDER BY number
"""
_REVIEWS = """
    SELECT r.id, v.analysis_id, v.number, r.version_id, r.kind, r.target, r.state, r.line_id, r.claim_seen, r.by_id,
           p.name, p.key, r.role, r.at
    FROM version v JOIN review r ON r.version_id = v.id JOIN person p ON p.id = r.by_id
    WHERE v.analysis_id IN ({ids}) ORDER BY r.id
"""


def _beside(analyses: set[int]) -> dict[int, list[Beside]]:
    found: dict[int, list[Beside]] = {}
    for analysis, number, stage, text_as_of in rows_among(_BESIDE, analyses):
        found.setdefault(analysis, []).append(Beside(number, stage, text_as_of))
    return found


def _reviews(analyses: set[int]) -> dict[int, list[_Review]]:
    found: dict[int, list[_Review]] = {}
    for row in rows_among(_REVIEWS, analyses):
        review = _Review(*row)
        found.setdefault(review.analysis, []).append(review)
    return found


def _claims(versions: set[int], reviews: Mapping[int, list[_Review]]) -> dict[tuple[int, int], str]:
    """Return the claim that each version has on each line that a review holds, by (version, line)."""
    lines = {review.line_id for rows in reviews.values() for review in rows if review.line_id is not None}
    if not lines:
        return {}
    rows = ClaimRow.objects.filter(version__in=versions, line__in=lines)
    return {
        (version, line): claim
        for version, line, claim in rows.values_list("version_id", "line_id", "claim_id")
    }


def _rows(
    version: _Version,
    beside: Mapping[int, list[Beside]],
    reviews: Mapping[int, list[_Review]],
    claims: Mapping[tuple[int, int], str],
) -> Rows:
    others = tuple(beside.get(version.analysis, ()))
    bearing = (
        Bearing(
            review.id, review.number, review.kind, review.target, review.state,
            carried_to(review, version.id, claims), review.name or review.key, review.by_id, review.role,
            as_day(review.at) or date.min,
        )
        for review in reviews.get(version.analysis, ())
        if review.number <= version.number
    )  # fmt: skip
    return Rows(
        id=version.id,
        analysis=version.analysis,
        topic=version.topic,
        number=version.number,
        stage=version.stage,
        code=version.code,
        text_as_of=version.text_as_of,
        author=version.author,
        signed_alone=bool(version.signed_alone),
        newest=all(other.number <= version.number for other in others),
        looked_at=as_day(version.looked_at),
        look_again_by=as_day(version.look_again_by),
        beside=others,
        bearing=tuple(bearing),
    )


def carried_to(review: Seen, version: int, claims: Mapping[tuple[int, int], str]) -> Carried:
    """Return how a review stands to a version, given by its id; one on the page or the code is carried on and on."""
    if review.version_id == version:
        return "here"
    if review.line_id is None:
        return "carried"
    now = claims.get((version, review.line_id))
    if now is None:
        return "dropped"
    return "carried" if now == review.claim_seen else "needs another look"
