"""The list of analyses: filtered, sorted, counted and paged by key, at a cost that does not grow with the table."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, Literal

from django.db.models import F, Q, QuerySet, Value
from django.db.models.functions import Coalesce

from lexatlas.core.workflow import RECONCILED
from lexatlas.store.models import Analysis, Label, Review
from lexatlas.store.queries.among import rows_among

SHOWN = 100
"""Rows of a page."""
COUNTED = 1_000
"""Rows that are counted at most; above, the count says "or more"."""
Sort = Literal["changed", "place", "due", "number"]
_Values = Mapping[str, Any]


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
    look_again_by: date | None
    retired: bool
    live: int
    version: int | None
    """The id of the version shown, for whoever asks for its standing."""
    document: str
    factors: Mapping[str, Any] | None = None
    """What confidence is computed from; None where only the document tells."""
    latest: int = 0
    assigned_to: str = ""
    due: date | None = None
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
    backwards = bool(asked.before) and not asked.after
    down = asked.down != backwards
    # First which rows, within an index alone; then what they say. Whole rows are not sorted.
    fitting = narrowed(asked, live_only=live_only)
    wanted = _beyond(fitting, asked, down=down).values("id")[: SHOWN + 1]
    rows = Analysis.objects.filter(id__in=wanted).order_by(*_order(asked.sort, down=down))
    # Plain values: a hundred rows of four tables cost more to be made than to be found.
    found: list[_Values] = list(rows.values(*(_OF_READERS if live_only else _OF_WORK)))
    further = len(found) > SHOWN
    found = found[:SHOWN]
    if backwards:
        found.reverse()
    labels = _labels(row["id"] for row in found) if not live_only else {}
    return Listed(
        rows=tuple(_live(row) if live_only else _latest(row, labels.get(row["id"], ())) for row in found),
        before=_key(found[0], asked.sort) if found and (further if backwards else asked.after) else "",
        after=_key(found[-1], asked.sort) if found and (asked.before if backwards else further) else "",
        total=_counted(fitting),
    )


def count(asked: Asked, *, live_only: bool) -> int:
    """Return how many fit, `COUNTED` + 1 for more than that: a million rows are not counted to show a number."""
    return _counted(narrowed(asked, live_only=live_only))


def _counted(rows: QuerySet[Analysis]) -> int:
    return rows[: COUNTED + 1].count()


def narrowed(asked: Asked, *, live_only: bool) -> QuerySet[Analysis]:
    """Return the rows that fit, unordered."""
    rows = Analysis.objects.all()
    if asked.nothing:
        return rows.none()
    if live_only:
        rows = rows.filter(live__isnull=False)
    if asked.numbers:
        rows = rows.filter(id__in=asked.numbers)
    of = "live_" if live_only else ""
    # Those that leave fewest rows come first.
    equal = [
        ("jurisdiction", asked.jurisdictions),
        ("topic", asked.topics),
        (f"{of}code", (asked.code,)),
        (f"{of}confidence", (asked.confidence,)),
    ]
    if not live_only:
        rows = _of_work(rows, asked)
        equal += [("stage", (asked.stage,))] if asked.stage != RECONCILED else []
    few = bool(asked.numbers or asked.assigned or asked.label or asked.challenged)
    return _equal(rows, [(name, values) for name, values in equal if any(values)], few=few)


def _equal(
    rows: QuerySet[Analysis], wanted: list[tuple[str, tuple[str, ...]]], *, few: bool
) -> QuerySet[Analysis]:
    """Narrow by columns, looking up the index of the first alone: what is wanted beside it stands in that index too.

    Without this a database goes by a code that a hundred thousand rows have, and not by a place that forty have. `few`
    is whether the rows are found by something narrower still.
    """
    for name, values in wanted[: 0 if few else 1]:
        rows = rows.filter(**{f"{name}__in": values})
    for name, values in wanted[0 if few else 1 :]:
        rows = rows.alias(**{f"its_{name}": Coalesce(name, Value(""))}).filter(**{f"its_{name}__in": values})
    return rows


def _of_work(rows: QuerySet[Analysis], asked: Asked) -> QuerySet[Analysis]:
    if asked.stage in (RECONCILED, "In Review"):
        # What is approved and not challenged is no longer in review. From the few that are, not from the many.
        reconciled = Q(id__in=_approved()) & ~Q(id__in=_challenged())
        rows = rows.filter(reconciled) if asked.stage == RECONCILED else rows.exclude(reconciled)
    if asked.label:
        rows = rows.filter(id__in=Label.objects.filter(name=asked.label).values("analysis"))
    if asked.assigned is not None:
        rows = rows.filter(assigned_to=asked.assigned or None)
    if asked.late is not None:
        rows = rows.filter(due__lt=asked.late)
    if asked.sort == "due":
        rows = rows.filter(due__isnull=False)
    return rows.filter(id__in=_challenged()) if asked.challenged else rows


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
    rows = rows.order_by(*_order(asked.sort, down=down))
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


def _order(sort: Sort, *, down: bool) -> tuple[str, ...]:
    return tuple(f"-{name}" if down else name for name in _ORDERS[sort])


def _key(row: _Values, sort: Sort) -> str:
    values = [row[name] for name in _ORDERS[sort]]
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


_OF_ALL = (
    "id", "jurisdiction", "jurisdiction_name", "topic", "topic_name", "level", "changed_at", "look_again_by",
    "retired_at", "live__number",
)  # fmt: skip
_OF_READERS = (
    *_OF_ALL, "live_id", "live__document", "live__code", "live__code_name", "live__second_line", "live__confidence",
    "live__as_of", "live__published_at", "live__factors",
)  # fmt: skip
_OF_WORK = (
    *_OF_ALL, "latest_id", "latest__number", "latest__document", "latest__second_line", "code", "code_name", "stage",
    "confidence", "as_of", "due", "assigned_to__name", "assigned_to__key", "latest__factors",
)  # fmt: skip


def _live(row: _Values) -> Row:
    """Return a row of what is live, and of nothing else."""
    return Row(
        **_of_all(row),
        code=row["live__code"],
        code_name=row["live__code_name"],
        second_line=row["live__second_line"],
        stage="Live",
        confidence=row["live__confidence"],
        as_of=row["live__as_of"],
        changed_at=row["live__published_at"] or row["changed_at"],
        live=row["live__number"],
        version=row["live_id"],
        document=row["live__document"],
        factors=row["live__factors"],
    )


def _latest(row: _Values, labels: tuple[str, ...]) -> Row:
    return Row(
        **_of_all(row),
        code=row["code"],
        code_name=row["code_name"],
        second_line=row["latest__second_line"] or "",
        stage=row["stage"],
        confidence=row["confidence"],
        as_of=row["as_of"],
        changed_at=row["changed_at"],
        assigned_to=row["assigned_to__name"] or row["assigned_to__key"] or "",
        due=row["due"],
        latest=row["latest__number"] or 0,
        live=row["live__number"] or 0,
        version=row["latest_id"],
        document=row["latest__document"] or "",
        factors=row["latest__factors"],
        labels=labels,
    )


def _of_all(row: _Values) -> dict[str, Any]:
    names = ("id", "jurisdiction", "jurisdiction_name", "topic", "topic_name", "level", "look_again_by")
    return {name: row[name] for name in names} | {"retired": row["retired_at"] is not None}


def _labels(analyses: Iterable[int]) -> dict[int, tuple[str, ...]]:
    found: dict[int, tuple[str, ...]] = {}
    of = "SELECT analysis_id, name FROM label WHERE analysis_id IN ({ids}) ORDER BY name"
    for analysis, name in rows_among(of, analyses):
        found[analysis] = (*found.get(analysis, ()), name)
    return found
