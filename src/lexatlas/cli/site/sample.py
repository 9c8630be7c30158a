"""The sample of `serve --demo`: the library of invented places, a few people, a review in progress, a live version.

Each step looks first whether it was taken; so a sample that was cut short is completed, and a whole one left alone.
"""

import secrets
import subprocess
import sys
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

import tomli

from lexatlas.core.errors import Abort, InputError

if TYPE_CHECKING:
    from lexatlas.desk.outcome import Outcome
    from lexatlas.store.models import Analysis, Person, Version

Tell = Callable[[str], None]
AT_ONCE = 2
LIVE = ("XA", "retail-trading-status")
IN_REVIEW = ("XB", "vasp-licensing")
WAITING = ("XC", "bank-access")


class Sample(NamedTuple):
    """Somebody of the sample."""

    email: str
    name: str
    role: str


PEOPLE = (
    Sample("ada@example.org", "Ada Brandt", "analyst"),
    Sample("noor@example.org", "Noor Haddad", "reviewer"),
    Sample("emil@example.org", "Emil Lund", "admin"),
)


def load_sample(folder: Path, at: datetime, tell: Tell) -> list[tuple[Sample, str]]:
    """Bring the sample in and return its people with the password of each, "" for one who was here before.

    Bundles are made below `folder` unless they lie there already, one folder a question.
    """
    from lexatlas.desk.imports import import_bundle

    bundles = made(folder, tell)
    people = list(_people(at))
    ada, noor, emil = (person for person, _ in people)
    for number, bundle in enumerate(bundles, start=1):
        if not _is_there(bundle):
            outcome = import_bundle(path=bundle, by=ada, at=at)
            tell(f"[{number}/{len(bundles)}] {bundle.name}: {outcome.sentence}")
    _live(ada, noor, emil, at)
    _in_review(ada, noor, at)
    _waiting(ada, emil, at)
    return [(sample, password) for sample, (_, password) in zip(PEOPLE, people, strict=True)]


def made(folder: Path, tell: Tell) -> list[Path]:
    """Return the bundles of the sample; what is not there is analysed from the library."""
    from lexatlas.bundle import is_bundle

    library = _library()
    plan = tomli.loads((library / "plan.toml").read_text(encoding="utf-8"))
    places = {place["code"]: place["library"] for place in plan["places"]}
    questions = [(row["place"], row["topic"]) for row in plan["questions"]]
    wanted = {folder / f"{place}.{topic}".lower(): (place, topic) for place, topic in questions}
    left = [(path, *asked) for path, asked in wanted.items() if not is_bundle(path)]
    if left:
        tell(f"Analysing {len(left)} questions of the sample library …")
    with ThreadPoolExecutor(AT_ONCE) as pool:
        jobs = [pool.submit(_analyse, path, place, topic, library / "library" / places[place], plan["as_of"])
                for path, place, topic in left]  # fmt: skip
        for job in jobs:
            job.result()
    return list(wanted)


def _library() -> Path:
    # Beside the program when it was installed as a package, in the project's own folder when it was not.
    package = Path(__file__).parents[2]
    for place in (package / "sample", package.parents[1] / "demo"):
        if (place / "plan.toml").is_file():
            return place
    raise InputError("The sample library is not here. Run --demo from a copy of the project.")


def _analyse(out: Path, place: str, topic: str, library: Path, as_of: str) -> None:
    words = [sys.executable, "-m", "lexatlas.cli.main", "analyse", place, topic, "--from", str(library),
             "--as-of", as_of, "--out", str(out), "--quiet"]  # fmt: skip
    done = subprocess.run(words, capture_output=True, text=True, check=False)
    if done.returncode not in (0, 1):
        raise Abort(f"The sample could not be made: {done.stderr.strip()}")


def _people(at: datetime) -> Iterator[tuple["Person", str]]:
    from lexatlas.desk.account import set_password
    from lexatlas.desk.people import add_person
    from lexatlas.store.models import Person

    for sample in PEOPLE:
        found = Person.objects.filter(email__iexact=sample.email).first()
        password = ""
        if found is None or not found.password or not found.has_usable_password():
            if found is None:
                _done(add_person(email=sample.email, name=sample.name, role=sample.role, by=None, at=at))
            found = Person.objects.get(email=sample.email)
            password = secrets.token_urlsafe(12)
            _done(set_password(of=found, to=password, at=at))
        yield found, password


def _is_there(bundle: Path) -> bool:
    """Whether the question of a bundle has an analysis already, whatever has become of it."""
    place, _, topic = bundle.name.partition(".")
    return _analysis((place.upper(), topic)) is not None


def _analysis(question: tuple[str, str]) -> "Analysis | None":
    from lexatlas.store.models import Analysis

    place, topic = question
    return (
        Analysis.objects.filter(jurisdiction=place, topic=topic, latest__isnull=False).order_by("id").first()
    )


def _first(question: tuple[str, str]) -> "Version | None":
    """Return the first version of a question while it is a draft that nobody has handed over; else None."""
    from lexatlas.core.workflow import DRAFT
    from lexatlas.store.models import Version

    found = _analysis(question)
    rows = Version.objects.filter(analysis=found, number=1, stage__in=DRAFT, submitted_by=None)
    return rows.first() if found else None


def _live(ada: "Person", noor: "Person", emil: "Person", at: datetime) -> None:
    from lexatlas.desk import review, stages
    from lexatlas.desk.review_quotes import to_open
    from lexatlas.store.models import Version
    from lexatlas.store.queries.documents import document

    analysis = _analysis(LIVE)
    version = Version.objects.filter(analysis=analysis, number=1, published_at=None, archived_at=None).first()
    if analysis is None or version is None or analysis.live_id:
        return
    which: dict[str, Any] = {"analysis": analysis.pk, "version": 1, "at": at}
    if _first(LIVE):
        _done(stages.submit(**which, by=ada))
    for claim, quote in to_open(document(version.document_id)):
        _done(review.opened(**which, claim=claim, quote=quote, by=noor))
    if not version.reviews.filter(kind="Approval", by=noor).exists():
        place = "the sample library"
        _done(review.approve(**which, looked_on=at.date(), looked_in=place, by=noor))
    _done(stages.publish(**which, by=emil))


def _in_review(ada: "Person", noor: "Person", at: datetime) -> None:
    from lexatlas.desk import review, stages
    from lexatlas.store.models import ClaimRow, Review

    analysis = _analysis(IN_REVIEW)
    if analysis is None:
        return
    which: dict[str, Any] = {"analysis": analysis.pk, "version": 1, "at": at}
    if _first(IN_REVIEW):
        _done(stages.submit(**which, by=ada))
    rows = Review.objects.filter(version__analysis=analysis)
    if not rows.exists():
        claim = (
            ClaimRow.objects.filter(version__analysis=analysis, version__number=1)
            .order_by("position")
            .first()
        )
        if claim is None:
            return
        reason = "The decision of 2026 is a scan that was not read. Does it change what this article says?"
        _done(review.challenge(**which, target="claim", line=claim.line.key, claim=claim.claim_id, reason=reason,
                               evidence="Decision 3 of 2026", by=noor))  # fmt: skip
    found = rows.filter(kind="Challenge", state="open").order_by("id").first()
    if found is not None and not found.turns.exists():
        text = "By its title it raises the fine of Article 6 only. I have asked for a copy that can be read."
        _done(_answer(found, text, ada, at))


def _answer(found: object, text: str, by: "Person", at: datetime) -> "Outcome":
    from lexatlas.desk import review_thread

    return review_thread.answer(review=found.pk, text=text, by=by, at=at)  # type: ignore[attr-defined]  # a row


def _waiting(ada: "Person", emil: "Person", at: datetime) -> None:
    from lexatlas.desk import stages

    analysis = _analysis(WAITING)
    if analysis is not None and _first(WAITING):
        _done(stages.submit(analysis=analysis.pk, version=1, by=ada, at=at))


def _done(outcome: "Outcome") -> None:
    from lexatlas.desk.outcome import Refused

    if isinstance(outcome, Refused):
        raise Abort(f"The sample could not be loaded: {outcome.sentence}")


def passwords(people: Iterable[tuple[Sample, str]]) -> Iterator[str]:
    """Say how each person of the sample signs in; a password is told once and kept nowhere."""
    for sample, password in people:
        told = password or f"(as told before; lexatlas user link {sample.email} sets another)"
        yield f"  {sample.role:<9} {sample.email:<18} {told}"
