"""What is there to do for a person: theirs, what waits for them, what is late, and what is to be looked at again."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.db.models import Q, QuerySet

from lexatlas.store.models import Analysis, Review

MOST = 50
"""Rows of each list; the count tells how many there are."""
SOON = timedelta(days=30)
"""How long before its day an analysis is listed to be looked at again."""


@dataclass(frozen=True)
class Task:
    """An analysis with something to do; `version` is the newest's number, 0 for none, and `late` its day gone by."""

    analysis: int
    version: int
    place: str
    topic: str
    stage: str
    assigned: str
    why: str
    due: date | None
    look_again_by: date | None
    late: bool


@dataclass(frozen=True)
class ReviewTask:
    """An open review that waits for an answer or a resolution, on a version of an analysis."""

    review: int
    analysis: int
    version: int
    place: str
    topic: str
    kind: str
    target: str
    by: str
    at: datetime
    words: str
    answers: int


@dataclass(frozen=True)
class Tasks:
    """The first `MOST` rows of a list, and how many there are in all."""

    rows: tuple[Task, ...]
    total: int


@dataclass(frozen=True)
class ReviewTasks:
    """The same of reviews."""

    rows: tuple[ReviewTask, ...]
    total: int


def mine(person: int, today: date) -> Tasks:
    """Return what is assigned to a person, the earliest due first, what has no day last."""
    return _tasks(_open().filter(assigned_to=person).order_by("due", "id"), today)


def drafts_of(person: int, today: date) -> Tasks:
    """Return drafts whose newest version a person wrote and has not submitted."""
    return _tasks(
        _open().filter(latest__author=person, stage__startswith="Step ").order_by("-changed_at", "-id"), today
    )


def to_review(person: int, today: date) -> Tasks:
    """Return versions in review that are not a person's own, and which they have not approved."""
    rows = _open().filter(stage="In Review").exclude(latest__author=person)
    approved = Review.objects.filter(by=person, kind="Approval", state="given").values("version")
    return _tasks(rows.exclude(latest__in=approved).order_by("due", "changed_at", "id"), today)


def to_publish(today: date) -> Tasks:
    """Return reconciled versions, which an editor publishes."""
    return _tasks(_open().filter(stage="Reconciled").order_by("due", "changed_at", "id"), today)


def late(person: int | None, today: date) -> Tasks:
    """Return what was due before today, a person's own or, for None, everybody's."""
    rows = _open().filter(due__lt=today)
    return _tasks((rows if person is None else rows.filter(assigned_to=person)).order_by("due", "id"), today)


def to_look_again(today: date) -> Tasks:
    """Return analyses whose day to be looked at again is near or gone by, the longest ago first."""
    return _tasks(_open().filter(look_again_by__lte=today + SOON).order_by("look_again_by", "id"), today)


def to_answer(person: int) -> ReviewTasks:
    """Return open reviews by others of what a person wrote or is assigned, the oldest first."""
    rows = Review.objects.filter(state="open").exclude(by=person)
    rows = rows.filter(Q(version__author=person) | Q(version__analysis__assigned_to=person))
    return _reviews(rows)


def to_resolve(person: int) -> ReviewTasks:
    """Return open reviews, by others, of what others wrote: a reviewer may resolve these."""
    return _reviews(Review.objects.filter(state="open").exclude(by=person).exclude(version__author=person))


def own_reviews(person: int) -> ReviewTasks:
    """Return the open reviews that a person wrote."""
    return _reviews(Review.objects.filter(state="open", by=person))


def _open() -> QuerySet[Analysis]:
    return Analysis.objects.filter(retired_at__isnull=True)


def _tasks(rows: QuerySet[Analysis], today: date) -> Tasks:
    found = rows.select_related("latest", "assigned_to", "assigned_why")
    found = found.defer("latest__provenance", "latest__claimed")[:MOST]
    return Tasks(tuple(_task(row, today) for row in found), rows.count())


def _task(row: Analysis, today: date) -> Task:
    return Task(
        analysis=row.pk,
        version=row.latest.number if row.latest else 0,
        place=f"{row.jurisdiction_name} ({row.jurisdiction})",
        topic=row.topic_name,
        stage=row.stage,
        assigned=row.assigned_to.shown if row.assigned_to else "",
        why=row.assigned_why.text if row.assigned_why else "",
        due=row.due,
        look_again_by=row.look_again_by,
        late=bool((row.due and row.due < today) or (row.look_again_by and row.look_again_by < today)),
    )


def _reviews(rows: QuerySet[Review]) -> ReviewTasks:
    found = rows.select_related("version__analysis", "by", "words").prefetch_related("turns").order_by("id")
    found = found.defer("version__provenance", "version__claimed")
    return ReviewTasks(tuple(_review_tasks(found[:MOST])), rows.count())


def _review_tasks(rows: Iterable[Review]) -> Iterable[ReviewTask]:
    for row in rows:
        analysis = row.version.analysis
        yield ReviewTask(
            row.pk, analysis.pk, row.version.number, f"{analysis.jurisdiction_name} ({analysis.jurisdiction})",
            analysis.topic_name, row.kind, row.target, row.by.shown, row.at, row.words.text if row.words else "",
            len(row.turns.all()),
        )  # fmt: skip
