"""Which reviews bear on a version, and what else of its analysis does: the rows behind its standing."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, Literal

from lexatlas.store.models import ClaimRow, Review, Version

Carried = Literal["here", "carried", "needs another look", "dropped"]
"""How a review stands to a version: made on it; on an earlier one whose claim is the same, was changed, or is gone."""


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
    found = list(Version.objects.filter(id__in=list(versions)).values(*_COLUMNS))
    analyses = {version["analysis_id"] for version in found}
    beside = _beside(analyses)
    reviews = _reviews(analyses)
    claims = _claims({version["id"] for version in found}, reviews)
    return {version["id"]: _rows(version, beside, reviews, claims) for version in found}


_COLUMNS = (
    "id", "analysis_id", "number", "stage", "code", "text_as_of", "author_id", "signed_alone", "analysis__topic",
    "analysis__looked_at", "analysis__look_again_by",
)  # fmt: skip


def _beside(analyses: set[int]) -> dict[int, list[Beside]]:
    rows = Version.objects.filter(analysis__in=analyses).exclude(stage="Archived").order_by("number")
    found: dict[int, list[Beside]] = {}
    for analysis, number, stage, text_as_of in rows.values_list(
        "analysis_id", "number", "stage", "text_as_of"
    ):
        found.setdefault(analysis, []).append(Beside(number, stage, text_as_of))
    return found


def _reviews(analyses: set[int]) -> dict[int, list[Review]]:
    rows = (
        Review.objects.filter(version__analysis__in=analyses).select_related("version", "by").order_by("id")
    )
    found: dict[int, list[Review]] = {}
    for review in rows.defer("version__provenance", "version__claimed"):
        found.setdefault(review.version.analysis_id, []).append(review)
    return found


def _claims(versions: set[int], reviews: Mapping[int, list[Review]]) -> dict[tuple[int, int], str]:
    """Return the claim that each version has on each line that a review holds, by (version, line)."""
    lines = {review.line_id for rows in reviews.values() for review in rows if review.line_id is not None}
    rows = ClaimRow.objects.filter(version__in=versions, line__in=lines)
    return {
        (version, line): claim
        for version, line, claim in rows.values_list("version_id", "line_id", "claim_id")
    }


def _rows(
    version: Mapping[str, Any],
    beside: Mapping[int, list[Beside]],
    reviews: Mapping[int, list[Review]],
    claims: Mapping[tuple[int, int], str],
) -> Rows:
    number, analysis = version["number"], version["analysis_id"]
    others = tuple(beside.get(analysis, ()))
    bearing = (
        Bearing(
            review.id, review.version.number, review.kind, review.target, review.state,
            carried_to(review, version["id"], claims), review.by.shown, review.by_id, review.role, review.at.date(),
        )
        for review in reviews.get(analysis, ())
        if review.version.number <= number
    )  # fmt: skip
    return Rows(
        id=version["id"],
        analysis=analysis,
        topic=version["analysis__topic"],
        number=number,
        stage=version["stage"],
        code=version["code"],
        text_as_of=version["text_as_of"],
        author=version["author_id"],
        signed_alone=version["signed_alone"],
        newest=all(other.number <= number for other in others),
        looked_at=version["analysis__looked_at"],
        look_again_by=version["analysis__look_again_by"],
        beside=others,
        bearing=tuple(bearing),
    )


def carried_to(review: Review, version: int, claims: Mapping[tuple[int, int], str]) -> Carried:
    """Return how a review stands to a version, given by its id; one on the page or the code is carried on and on."""
    if review.version_id == version:
        return "here"
    if review.line_id is None:
        return "carried"
    now = claims.get((version, review.line_id))
    if now is None:
        return "dropped"
    return "carried" if now == review.claim_seen else "needs another look"
