"""The list of analyses: filtered, sorted, counted and paged by key, at a cost that does not grow with the table."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, Literal

from django.db import connection
from django.db.models import F, Q, QuerySet

from lexatlas.core.workflow import RECONCILED
from lexatlas.store.models import Analysis, Event, Label, Review, SavedView

SHOWN = 100
"""Rows of a page."""
COUNTED = 1_000
"""Rows that are counted at most; above, the count says "or more"."""
Sort = Literal["changed", "place", "due", "number"]


@dataclass(frozen=True)
class Asked:
    """What the list is narrowed to and sorted by; "" and None filter nothing.

    `assigned` is the id of a person, 0 for nobody. `after` is the key of the last row of the page before, `before` that
    of the first row of the page after; both "" for the beginning.
    """

    jurisdictions: tuple[str, ...] = ()
    topics: tuple[str, ...] = ()
    numbers: tuple[int, ...] = ()
    code: str = ""
    stage: str = ""
    label: str = ""
    assigned: int | None = None
    confidence: str = ""
    challenged: bool = False
    late: date | None = None
    nothing: bool = False
    """Whether words were asked for that nothing is called by."""
    sort: Sort = "changed"
    down: bool = True
    after: str = ""
    before: str = ""


@dataclass(frozen=True)
class Row:
    """An analysis as the list shows it: of its latest version for those who work here, of the live one for readers."""

    id: int
    jurisdiction: str
    jurisdiction_name: str
    topic: str
    topic_name: str
    level: str
    code: str
    code_name: str
    second_line: str
    stage: str
    confidence: str
    as_of: str
    changed_at: datetime
    assigned_to: str
    due: date | None
    look_again_by: date | None
    retired: bool
    latest: int
    live: int
    version: int | None
    """The id of the version shown, for whoever asks for its standing."""
    document: str
    labels: tuple[str, ...] = ()


@dataclass(frozen=True)
class Listed:
    """A page of rows, the keys to go on by ("" where there is nothing), and how many fit, counted to `COUNTED`."""

    rows: tuple[Row, ...]
    before: str
    after: str
    total: int

    @property
    def more(self) -> bool:
        """Whether there are more than were counted."""
        return self.total > COUNTED


_ORDERS: dict[Sort, tuple[str, ...]] = {
    "changed": ("changed_at", "id"),
    "place": ("jurisdiction_name", "topic_name", "id"),
    "due": ("due", "id"),
    "number": ("id",),
}


def listed(asked: Asked, *, live_only: bool) -> Listed:
    """Return a page; the number of queries is the same for one row and for a hundred."""
    rows = narrowed(asked, live_only=live_only)
    backwards = bool(asked.before) and not asked.after
    down = asked.down != backwards
    page = _beyond(rows, asked, down=down)
    found = list(page.select_related("assigned_to", "latest", "live").only(*_COLUMNS)[: SHOWN + 1])
    further = len(found) > SHOWN
    found = found[:SHOWN]
    if backwards:
        found.reverse()
    labels = _labels(row.id for row in found) if not live_only else {}
    shown = tuple(_row(row, labels.get(row.id, ()), live_only=live_only) for row in found)
    return Listed(
        rows=shown,
        before=_key(found[0], asked.sort) if found and (further if backwards else asked.after) else "",
        after=_key(found[-1], asked.sort) if found and (asked.before if backwards else further) else "",
        total=count(asked, live_only=live_only),
    )


def count(asked: Asked, *, live_only: bool) -> int:
    """Return how many fit, `COUNTED` + 1 for more than that: a million rows are not counted to show a number."""
    return narrowed(asked, live_only=live_only).order_by()[: COUNTED + 1].count()


def narrowed(asked: Asked, *, live_only: bool) -> QuerySet[Analysis]:
    """Return the rows that fit, unordered."""
    rows = Analysis.objects.all()
    if asked.nothing:
        return rows.none()
    if live_only:
        rows = rows.filter(live__isnull=False)
    for name, values in (
        ("jurisdiction", asked.jurisdictions),
        ("topic", asked.topics),
        ("id", asked.numbers),
    ):
        if values:
            rows = rows.filter(**{name: values[0]} if len(values) == 1 else {f"{name}__in": values})
    if asked.code:
        rows = rows.filter(**{"live__code" if live_only else "code": asked.code})
    if asked.confidence:
        rows = rows.filter(**{"live__confidence" if live_only else "confidence": asked.confidence})
    return rows if live_only else _of_work(rows, asked)


def _of_work(rows: QuerySet[Analysis], asked: Asked) -> QuerySet[Analysis]:
    if asked.stage:
        rows = _of_stage(rows, asked.stage)
    if asked.label:
        rows = rows.filter(id__in=Label.objects.filter(name=asked.label).values("analysis"))
    if asked.assigned is not None:
        rows = rows.filter(assigned_to=asked.assigned or None)
    if asked.late is not None:
        rows = rows.filter(due__lt=asked.late)
    if asked.sort == "due":
        rows = rows.filter(due__isnull=False)
    return rows.filter(id__in=_challenged()) if asked.challenged else rows


def _of_stage(rows: QuerySet[Analysis], stage: str) -> QuerySet[Analysis]:
    """Return the rows of a stage as people read it: what is approved and not challenged is no longer in review."""
    if stage not in (RECONCILED, "In Review"):
        return rows.filter(stage=stage)
    reconciled = Q(id__in=_approved()) & ~Q(id__in=_challenged())
    # From the few that are approved, not from the many in review.
    return rows.filter(reconciled) if stage == RECONCILED else rows.filter(stage=stage).exclude(reconciled)


def _approved() -> QuerySet[Review, Any]:
    """Return the analyses whose latest version is in review and approved by somebody other than its author."""
    rows = Review.objects.filter(kind="Approval", state="given", version__stage="In Review")
    rows = rows.filter(version=F("version__analysis__latest")).exclude(by=F("version__author"))
    return rows.values("version__analysis")


def _challenged() -> QuerySet[Review, Any]:
    return Review.objects.filter(kind="Challenge", state="open").values("version__analysis")


def _beyond(rows: QuerySet[Analysis], asked: Asked, *, down: bool) -> QuerySet[Analysis]:
    columns = _ORDERS[asked.sort]
    key = _parsed(asked.after or asked.before, asked.sort)
    rows = rows.order_by(*(f"-{name}" if down else name for name in columns))
    if key is None:
        return rows
    # (a, b) > (x, y), written so that an index on a, b serves it: a >= x and (a > x or (a = x and b > y)).
    way = "lt" if down else "gt"
    rows = rows.filter(**{f"{columns[0]}__{way}e": key[0]})
    past = Q()
    for index, name in enumerate(columns):
        same = {columns[each]: key[each] for each in range(index)}
        past |= Q(**same, **{f"{name}__{way}": key[index]})
    return rows.filter(past)


def _key(row: Analysis, sort: Sort) -> str:
    values = [getattr(row, name) for name in _ORDERS[sort]]
    return "~".join(each.isoformat() if isinstance(each, date | datetime) else str(each) for each in values)


def _parsed(key: str, sort: Sort) -> list[Any] | None:
    """Return the values of a key, None for one that no page of ours gave."""
    parts = key.split("~") if key else []
    try:
        last = int(parts[-1]) if parts else 0
        match sort, len(parts):
            case "changed", 2:
                return [datetime.fromisoformat(parts[0]), last]
            case "due", 2:
                return [date.fromisoformat(parts[0]), last]
            case "place", 3:
                return [parts[0], parts[1], last]
            case "number", 1:
                return [last]
    except ValueError:
        return None
    return None


_COLUMNS = (
    "id", "jurisdiction", "jurisdiction_name", "topic", "topic_name", "level", "code", "code_name", "stage",
    "confidence", "as_of", "changed_at", "due", "look_again_by", "retired_at", "assigned_to__name",
    "assigned_to__key", "latest__number", "latest__document", "latest__second_line", "live__number",
    "live__document", "live__second_line", "live__code", "live__code_name", "live__confidence", "live__as_of",
    "live__published_at",
)  # fmt: skip


def _row(row: Analysis, labels: tuple[str, ...], *, live_only: bool) -> Row:
    live = row.live if live_only else None
    version = live if live_only else row.latest
    return Row(
        id=row.id,
        jurisdiction=row.jurisdiction,
        jurisdiction_name=row.jurisdiction_name,
        topic=row.topic,
        topic_name=row.topic_name,
        level=row.level,
        code=live.code if live else row.code,
        code_name=live.code_name if live else row.code_name,
        second_line=version.second_line if version else "",
        stage="Live" if live else row.stage,
        confidence=live.confidence if live else row.confidence,
        as_of=live.as_of if live else row.as_of,
        changed_at=(live.published_at if live else None) or row.changed_at,
        assigned_to=row.assigned_to.shown if row.assigned_to and not live_only else "",
        due=None if live_only else row.due,
        look_again_by=row.look_again_by,
        retired=row.retired_at is not None,
        latest=0 if live_only else row.latest.number if row.latest else 0,
        live=row.live.number if row.live else 0,
        version=version.pk if version else None,
        document=version.document_id if version else "",
        labels=labels,
    )


def _labels(analyses: Iterable[int]) -> dict[int, tuple[str, ...]]:
    found: dict[int, tuple[str, ...]] = {}
    rows = (
        Label.objects.filter(analysis__in=list(analyses)).order_by("name").values_list("analysis_id", "name")
    )
    for analysis, name in rows:
        found[analysis] = (*found.get(analysis, ()), name)
    return found


def places(*, live_only: bool) -> tuple[tuple[str, str], ...]:
    """Return the jurisdictions that have an analysis, as (code, name) by name."""
    found = _each("jurisdiction", "jurisdiction_name", live_only=live_only)
    return tuple(
        sorted(((code, f"{name} ({code})") for code, name in found), key=lambda row: row[1].casefold())
    )


def topics(*, live_only: bool) -> tuple[tuple[str, str], ...]:
    """Return the topics that have an analysis, as (topic, name) by name."""
    return tuple(sorted(_each("topic", "topic_name", live_only=live_only), key=lambda row: row[1].casefold()))


def codes(*, live_only: bool) -> tuple[tuple[str, str], ...]:
    """Return the codes that analyses have, as (code, name) by name."""
    return tuple(sorted(_each("code", "code_name", live_only=live_only), key=lambda row: row[1].casefold()))


def label_names() -> tuple[str, ...]:
    """Return the labels in use, by name; a hundred at most."""
    return tuple(Label.objects.order_by("name").values_list("name", flat=True).distinct()[:100])


_SEEN: dict[tuple[str, bool], tuple[str, list[tuple[str, str]]]] = {}
"""What `_each` found last, with the hash of the last event by then: until another act nothing can have changed."""


def _each(column: str, name: str, *, live_only: bool) -> list[tuple[str, str]]:
    """Return each value of an indexed column once, with its name; looked for again once anything has happened."""
    last = Event.objects.order_by("-id").values_list("sha256", flat=True).first() or ""
    known = _SEEN.get((column, live_only))
    if known is not None and last and known[0] == last:
        return known[1]
    found = _leaping(column, name, live_only=live_only)
    _SEEN[column, live_only] = (last, found)
    return found


def _leaping(column: str, name: str, *, live_only: bool) -> list[tuple[str, str]]:
    """Return each value of an indexed column once, by leaping from one to the next instead of reading every row."""
    only = "AND a.live_id IS NOT NULL" if live_only else ""
    sql = f"""
        WITH RECURSIVE each_value(value) AS (
          SELECT (SELECT a.{column} FROM analysis a WHERE a.{column} > '' {only} ORDER BY a.{column} LIMIT 1)
          UNION ALL
          SELECT (SELECT a.{column} FROM analysis a WHERE a.{column} > each_value.value {only}
                  ORDER BY a.{column} LIMIT 1)
          FROM each_value WHERE each_value.value IS NOT NULL)
        SELECT value, (SELECT a.{name} FROM analysis a WHERE a.{column} = value {only} LIMIT 1)
        FROM each_value WHERE value IS NOT NULL
    """
    with connection.cursor() as cursor:
        cursor.execute(sql)
        return [(str(value), str(shown)) for value, shown in cursor.fetchall()]


def stage_counts(person: int, today: date) -> tuple[tuple[str, str, int], ...]:
    """Return (words, query, count) of the lists that one looks at most, each counted to `COUNTED` at most."""
    asked = (
        ("Mine", "assigned=me", Asked(assigned=person)),
        ("Late", "late=yes", Asked(late=today)),
        ("In Review", "stage=In+Review", Asked(stage="In Review")),
        (RECONCILED, f"stage={RECONCILED}", Asked(stage=RECONCILED)),
        ("Live", "stage=Live", Asked(stage="Live")),
        ("Challenged", "challenged=yes", Asked(challenged=True)),
    )
    return tuple((words, query, count(each, live_only=False)) for words, query, each in asked)


def saved_views(person: int) -> tuple[tuple[int, str, str], ...]:
    """Return the lists that somebody keeps, as (id, name, query), by name."""
    return tuple(SavedView.objects.filter(person=person).order_by("name").values_list("id", "name", "query"))
