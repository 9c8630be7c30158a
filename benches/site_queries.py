"""How many queries each list page takes with one row and with a hundred.

Run as a program with LEXATLAS_HOME set to an empty folder; prints, as JSON, both numbers by the name of the page.
"""

import io
import json
import zlib
from collections.abc import Iterator
from datetime import UTC, date, datetime
from typing import Any

AT = datetime(2026, 6, 1, 8, 30, tzinfo=UTC)
ROWS = 100
PAGES = {
    "analyses": "/",
    "analyses, for a reader": "/",
    "my work": "/my-work/",
    "sources": "/sources/",
    "search": "/search/?words=ledger&topic=matter",
    "corrections": "/corrections/",
    "people": "/people/",
    "audit": "/audit/",
    "history": "/analyses/{first}/history",
}


def queries() -> dict[str, int]:
    """Return how many queries each page takes now; there must be rows, and everybody may read."""
    from django.db import connection  # noqa: PLC0415 - Django reads the home when it is loaded
    from django.test import Client  # noqa: PLC0415 - as above
    from django.test.utils import CaptureQueriesContext  # noqa: PLC0415 - as above

    from lexatlas.store.models import Analysis, Person  # noqa: PLC0415 - as above

    inside, outside = Client(SERVER_NAME="127.0.0.1"), Client(SERVER_NAME="127.0.0.1")
    inside.force_login(Person.objects.get(email="ada@bench.example"))
    outside.force_login(Person.objects.get(email="rea@bench.example"))
    first = Analysis.objects.order_by("id").values_list("id", flat=True)[0]
    found = {}
    for name, address in PAGES.items():
        asking = outside if name.endswith("reader") else inside
        with CaptureQueriesContext(connection) as made:
            answer = asking.get(address.format(first=first))
        if answer.status_code != 200:
            raise RuntimeError(f"{name} answered {answer.status_code}.")
        found[name] = len(made)
    return found


def add(numbers: range) -> None:
    """Add rows of every kind that a list page shows, each with its own document, review, source and person."""
    from django.db import transaction  # noqa: PLC0415 - as above

    from lexatlas.desk import event  # noqa: PLC0415 - as above
    from lexatlas.store.models import Analysis, Person  # noqa: PLC0415 - as above

    ada, bea = (_person(name, role) for name, role in (("ada", "admin"), ("bea", "reviewer")))
    _person("rea", "reader")
    for number in numbers:
        by = Person.objects.create(
            email=f"p{number}@bench.example", name=f"P{number}", role="analyst", created_at=AT
        )
        analysis = Analysis.objects.create(
            jurisdiction=f"P{number}", jurisdiction_name=f"Place {number}", topic="matter", topic_name="Matter",
            level="total", created_at=AT, changed_at=AT, assigned_to=ada, due=date(2026, 1, 1), stage="In Review",
            look_again_by=date(2026, 1, 2), code="banned", code_name="Banned", live_code="banned",
        )  # fmt: skip
        analysis.live = _version(analysis, 1, "Live", ada)
        analysis.latest = _version(analysis, 2, "In Review", by)
        analysis.save()
        _beside(analysis, bea)
        # The history of the first has as many versions as there are analyses.
        oldest = Analysis.objects.order_by("id")[0]
        _version(oldest, 10 + number, "Archived", by)
        with transaction.atomic():
            for chain in ("site", str(oldest.pk)):
                event.record(chain=chain, act="label", by=by, at=AT, payload={"name": "x", "on": True})


def _person(name: str, role: str) -> Any:
    from lexatlas.store.models import Person  # noqa: PLC0415 - as above

    made = {"name": name.title(), "role": role, "created_at": AT}
    return Person.objects.get_or_create(email=f"{name}@bench.example", defaults=made)[0]


def _version(analysis: Any, number: int, stage: str, by: Any) -> Any:
    from lexatlas.store.models import ClaimRow, DocumentBytes, Line, Version, Words  # noqa: PLC0415 - as above

    name = f"{analysis.pk:032x}{number:032x}"
    document = DocumentBytes.objects.create(sha256=name, body=zlib.compress(b"{}"), size=2)
    told = (
        Words.objects.create(text="It was wrong.", commitment=name, by=by, written_at=AT)
        if stage == "Live"
        else None
    )
    version = Version.objects.create(
        analysis=analysis, number=number, document=document, public_id=f"{analysis.pk}@{number}", provenance={},
        origin="import", created_at=AT, stage=stage, author=by, published_at=AT if stage == "Live" else None,
        code="banned", code_name="Banned", confidence="Low", factors={"level": "Low", "shown_current": False},
        corrected_at=AT if told else None, correction=told,
    )  # fmt: skip
    ClaimRow.objects.create(
        version=version, position=0, claim_id=f"{number:016x}", line=Line.objects.create(analysis=analysis),
        question="holding", verdict="verified", sentence="A ledger is kept.",
    )  # fmt: skip
    return version


def _beside(analysis: Any, bea: Any) -> None:
    """Add what hangs on the versions: a source with its copy, what is searched, a label, reviews."""
    from lexatlas.language.terms import TERMS_VERSION  # noqa: PLC0415 - as above
    from lexatlas.store.models import Findable, Label, Review, SnapshotRow, SourceRow  # noqa: PLC0415 - as above
    from lexatlas.store.search import jurisdiction_token, kind_token, topic_token  # noqa: PLC0415 - as above

    copy = SnapshotRow.objects.create(text=f"{analysis.pk:064x}", language="en", kept_at=AT)
    for version in (analysis.live, analysis.latest):
        SourceRow.objects.create(
            version=version, snapshot=copy, source_id="act", title=f"Act {analysis.pk}", language="en", kind="act",
            jurisdiction=analysis.jurisdiction, tier="T1", rights="open",
        )  # fmt: skip
        scope = (
            f"{kind_token('claim')} {jurisdiction_token(analysis.jurisdiction)} {topic_token(analysis.topic)}"
        )
        Findable.objects.create(
            version=version, analysis=analysis, claim_id=f"{version.number:016x}", language="en", words="A ledger.",
            scope=scope, terms="ledger", terms_version=TERMS_VERSION,
        )  # fmt: skip
    Label.objects.create(analysis=analysis, name="of the bench")
    given = {"kind": "Approval", "target": "page", "role": "reviewer", "at": AT, "state": "given"}
    Review.objects.create(version=analysis.live, by=bea, **given)
    _challenge(analysis.latest, bea)


def _challenge(version: Any, by: Any) -> None:
    from lexatlas.store.models import Review  # noqa: PLC0415 - as above

    claim = version.claims.get()
    Review.objects.create(
        version=version, kind="Challenge", target="claim", line=claim.line, claim_seen=claim.claim_id, by=by,
        role="reviewer", at=AT, state="open",
    )  # fmt: skip


def counted(rows: int = ROWS) -> Iterator[tuple[str, int, int]]:
    """Yield each page with its queries for one row and for `rows`."""
    add(range(1))
    of_one = queries()
    add(range(1, rows))
    of_many = queries()
    yield from ((name, of_one[name], of_many[name]) for name in PAGES)


def main() -> None:
    """Fill the home, and print what each page takes."""
    from lexatlas.cli.site.ground import site  # noqa: PLC0415 - as above
    from lexatlas.cli.site.migrate import migrate  # noqa: PLC0415 - as above
    from lexatlas.site.logs import configure  # noqa: PLC0415 - as above

    # What pages tell of themselves is not what is measured.
    configure(io.StringIO())
    with site(migrated=False):
        migrate()
        print(json.dumps({name: [one, many] for name, one, many in counted()}))


if __name__ == "__main__":
    main()
