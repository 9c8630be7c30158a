"""The list of analyses: filters, keys and counts, with the same number of queries for one row and for many."""

import itertools
from datetime import date, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from lexatlas.store.models import Analysis, Person, Review
from lexatlas.store.queries import analyses
from lexatlas.store.queries.analyses import Asked, count, listed
from lexatlas.store.queries.choices import choices
from tests.store.rows import AT, a_version, an_analysis

pytestmark = pytest.mark.django_db


def people():
    return [
        Person.objects.create(email=f"{n}@site.example", name=n, role="reviewer", created_at=AT) for n in "ab"
    ]


def some(number, live=False, first=0):
    for index in range(first, first + number):
        row = an_analysis(
            f"P{index:02d}", jurisdiction_name=f"Place {index % 3}", code="banned", code_name="Banned"
        )
        a_version(row, live=live, code="banned", code_name="Banned")
        Analysis.objects.filter(id=row.id).update(changed_at=AT + timedelta(minutes=index // 2))


def queries(live):
    with CaptureQueriesContext(connection) as made:
        listed(Asked(), live_only=live)
    return len(made)


@pytest.mark.parametrize("live", [False, True])
def test_thirty_rows_take_as_many_queries_as_one(live):
    some(1, live)
    of_one = queries(live)
    some(29, live, first=1)
    assert queries(live) == of_one


@pytest.mark.parametrize("sort", ["changed", "place", "number"])
@pytest.mark.parametrize("down", [False, True])
def test_going_on_by_key_meets_every_row_once_and_comes_back(monkeypatch, sort, down):
    monkeypatch.setattr(analyses, "SHOWN", 4)
    some(11)
    met, after = [], ""
    while True:
        page = listed(Asked(sort=sort, down=down, after=after), live_only=False)
        met += [row.id for row in page.rows]
        if not page.after:
            break
        after = page.after
    assert len(met) == 11
    assert sorted(met) == sorted(Analysis.objects.values_list("id", flat=True))
    back = listed(Asked(sort=sort, down=down, before=page.before), live_only=False)
    assert [row.id for row in back.rows] == met[4:8]
    first = listed(Asked(sort=sort, down=down, before=back.before), live_only=False)
    assert [row.id for row in first.rows] == met[:4]
    assert first.before == ""


def test_a_count_stops_where_nobody_reads_on(monkeypatch):
    monkeypatch.setattr(analyses, "COUNTED", 5)
    some(9)
    assert count(Asked(), live_only=False) == 6
    assert listed(Asked(), live_only=False).more


def test_readers_see_live_versions_as_they_were_published():
    row = an_analysis(code="banned", code_name="Banned")
    a_version(row, live=True, code="gray-zone", code_name="Gray-Zone")
    a_version(row, code="banned", code_name="Banned")
    an_analysis("XB")
    (shown,) = listed(Asked(), live_only=True).rows
    assert (shown.id, shown.code_name, shown.stage, shown.latest) == (row.id, "Gray-Zone", "Live", 0)
    assert listed(Asked(code="banned"), live_only=True).rows == ()
    assert len(listed(Asked(code="gray-zone"), live_only=True).rows) == 1
    assert choices(live_only=True).places == (("XA", "Arvenia (XA)"),)
    assert choices(live_only=True).codes == (("gray-zone", "Gray-Zone"),)
    assert [code for code, _ in choices(live_only=False).places] == ["XA", "XB"]
    assert len(choices(live_only=True).topics) == 1
    assert choices(live_only=False).codes == (("banned", "Banned"),)


def test_what_is_approved_and_not_challenged_is_reconciled_and_no_longer_in_review():
    author, reviewer = people()
    rows = [an_analysis(code) for code in ("XA", "XB", "XC", "XD")]
    made = [a_version(row, stage="In Review", author=author) for row in rows]
    Analysis.objects.update(stage="In Review")
    given = {"target": "page", "role": "reviewer", "at": AT, "kind": "Approval", "state": "given"}
    Review.objects.create(version=made[0], by=reviewer, **given)
    Review.objects.create(version=made[1], by=author, **given)
    Review.objects.create(version=made[2], by=reviewer, **given)
    Review.objects.create(version=made[2], by=reviewer, **{**given, "kind": "Challenge", "state": "open"})

    def of(stage):
        return sorted(row.jurisdiction for row in listed(Asked(stage=stage), live_only=False).rows)

    assert of("Reconciled") == ["XA"]
    assert of("In Review") == ["XB", "XC", "XD"]
    assert [row.jurisdiction for row in listed(Asked(challenged=True), live_only=False).rows] == ["XC"]


def test_work_is_found_by_person_and_day():
    mine, other = people()
    today = date(2026, 5, 1)
    for code, person, due in (
        ("XA", mine, today),
        ("XB", mine, date(2026, 4, 1)),
        ("XC", other, None),
        ("XD", None, None),
    ):
        row = an_analysis(code)
        Analysis.objects.filter(id=row.id).update(assigned_to=person, due=due)

    def of(**asked):
        return sorted(row.jurisdiction for row in listed(Asked(**asked), live_only=False).rows)

    assert of(assigned=mine.pk) == ["XA", "XB"]
    assert of(assigned=0) == ["XD"]
    assert of(late=today) == ["XB"]
    assert [row.jurisdiction for row in listed(Asked(sort="due", down=False), live_only=False).rows] == [
        "XB",
        "XA",
    ]


FILTERS = {"jurisdictions": ("XA",), "topics": ("matter",), "code": "banned", "confidence": "High"}
SORTED = [("changed", False), ("place", False), ("place", True)]


@pytest.mark.skipif(connection.vendor != "sqlite", reason="Only SQLite tells its plan in these words.")
@pytest.mark.parametrize(("sort", "live"), SORTED)
@pytest.mark.parametrize("names", [each for n in range(5) for each in itertools.combinations(FILTERS, n)])
def test_a_list_is_narrowed_and_sorted_within_one_index(sort, live, names):
    asked = Asked(sort=sort, **{name: FILTERS[name] for name in names})
    with CaptureQueriesContext(connection) as made:
        listed(asked, live_only=live)
    # Of the query of the page only what chooses its rows: the last scan of a list names a subquery's own table.
    page = next(each["sql"] for each in made if "LIMIT 101" in each["sql"])
    with connection.cursor() as cursor:
        cursor.execute(f"EXPLAIN QUERY PLAN {page}")
        steps = [row[3] for row in cursor.fetchall()]
    chosen = steps[steps.index(next(step for step in steps if "LIST SUBQUERY" in step)) + 1]
    assert "COVERING INDEX" in chosen, steps
