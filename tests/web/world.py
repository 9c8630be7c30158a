"""A small site for tests: a person of each role, analyses at each stage, a challenge, all made by the desk itself."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import cache
from pathlib import Path

from django.test import Client
from django.test.client import ClientHandler

from lexatlas.core.workflow import ROLES
from lexatlas.desk import assign, imports, people, review, site_settings, stages, views
from lexatlas.desk.outcome import Done
from lexatlas.store.models import Person, Review, SavedView, SourceRow, Version, Words
from lexatlas.store.queries.documents import document

STARTED = datetime(2026, 6, 2, 9, tzinfo=UTC)
PASSWORD = "Harbour-lights-over-Veyland-7"
BACKEND = "django.contrib.auth.backends.ModelBackend"
SIGNED_OUT = "signed out"
ASKERS = (SIGNED_OUT, *ROLES)
"""Everybody who may ask, in the order in which the table of answers lists them."""


@cache
def _handler(enforce_csrf_checks: bool) -> ClientHandler:
    # What stands before every view is made ready once: for a few thousand requests that is most of their time.
    return ClientHandler(enforce_csrf_checks)


@dataclass(frozen=True)
class World:
    """Ids of what the site holds: people by role, analyses by what they show, rows of theirs, texts of sources."""

    people: Mapping[str, int]
    analyses: Mapping[str, int]
    rows: Mapping[str, int]
    texts: Mapping[str, str]

    def person(self, role: str) -> Person:
        """Return the person of a role as the database has it now."""
        return Person.objects.get(pk=self.people[role])

    def client(self, asker: str, **settings) -> Client:
        """Return a browser with this person signed in, or with nobody; a fault is answered by 500 as on a site."""
        client = Client(raise_request_exception=False, **settings)
        client.handler = _handler(client.handler.enforce_csrf_checks)
        if asker != SIGNED_OUT:
            client.force_login(self.person(asker), backend=BACKEND)
        return client


class Clock:
    """Gives each act a moment of its own, the same in every run."""

    def __init__(self) -> None:
        self.at = STARTED

    def __call__(self) -> datetime:
        self.at += timedelta(minutes=1)
        return self.at


def done(outcome) -> Done:
    """Return what was done; an act that is refused while a site is built is a fault of the test."""
    assert isinstance(outcome, Done), outcome
    return outcome


def built(bundles: Mapping[str, Path]) -> World:
    """Build the site. The first administrator is made as `lexatlas user add` makes one: by nobody."""
    at = Clock()
    by = people_made(at)
    retail = imported(bundles["retail-before"], by["analyst"], at).analysis
    imported(bundles["retail"], by["analyst"], at)
    published(retail, 2, by, at)
    licensing = imported(bundles["licensing"], by["analyst"], at).analysis
    done(stages.submit(analysis=licensing, version=1, by=by["analyst"], at=at()))
    challenged(licensing, by["reviewer"], at)
    draft = imported(bundles["banks"], by["analyst"], at).analysis
    archived = imported(bundles["no-code"], by["analyst"], at).analysis
    done(
        stages.archive(
            analysis=archived, version=1, reason="Asked again with more texts.", by=by["editor"], at=at()
        )
    )
    done(
        assign.assign(
            analyses=[draft], to=by["analyst"].pk, due=None, reason="Known to her.", by=by["editor"], at=at()
        )
    )
    done(views.save_view(name="Mine in review", query="stage=In+Review", by=by["analyst"], at=at()))
    return World(
        people={role: person.pk for role, person in by.items()},
        analyses={"live": retail, "in review": licensing, "draft": draft, "archived": archived},
        rows={"challenge": Review.objects.get(kind="Challenge").pk, "view": SavedView.objects.get().pk},
        texts=_texts(retail, draft, archived),
    )


def _texts(live: int, draft: int, private: int) -> dict[str, str]:
    def text(analysis: int, rights: str) -> str:
        rows = SourceRow.objects.filter(version__analysis=analysis, rights=rights, snapshot__isnull=False)
        return str(rows.order_by("-version__number", "id").values_list("snapshot_id", flat=True)[0])

    return {
        "an open source": text(live, "open"),
        "a quote-only source": text(draft, "quote-only"),
        "a source of a draft": text(draft, "open"),
        "a private source": text(private, "private"),
        "a text that somebody wrote": Words.objects.get(text="Known to her.").commitment,
    }


def people_made(at: Clock) -> dict[str, Person]:
    """Make a person of each role; the first is an administrator, whom nobody adds."""
    made = {}
    for role in reversed(ROLES):
        done(people.add_person(email=f"{role}@site.example", name=f"{role.title()} One", role=role,
                               by=made.get("admin"), at=at()))  # fmt: skip
        made[role] = Person.objects.get(email=f"{role}@site.example")
    return made


def imported(path: Path, by: Person, at: Clock) -> Done:
    """Import a bundle of the sample library."""
    return done(imports.import_bundle(path=path, by=by, at=at()))


def open_quotes(analysis: int, version: int, by: Person, at: Clock) -> None:
    """Open every quote of a version for a person, as reading them on the page does."""
    row = Version.objects.get(analysis=analysis, number=version)
    for claim in document(row.document_id).claims:
        for number in range(len(claim.quotes)):
            done(
                review.opened(
                    analysis=analysis, version=version, claim=claim.id, quote=number, by=by, at=at()
                )
            )


def published(analysis: int, version: int, by: Mapping[str, Person], at: Clock) -> None:
    """Take a draft the whole way: submitted by its author, approved by a reviewer, published by an editor."""
    done(stages.submit(analysis=analysis, version=version, by=by["analyst"], at=at()))
    open_quotes(analysis, version, by["reviewer"], at)
    moment = at()
    done(review.approve(analysis=analysis, version=version, looked_on=moment.date(), looked_in="Gazette of Veyland",
                        by=by["reviewer"], at=moment))  # fmt: skip
    done(stages.publish(analysis=analysis, version=version, by=by["editor"], at=at()))


def challenged(analysis: int, by: Person, at: Clock) -> None:
    """Challenge the first claim of an analysis's first version."""
    claim = Version.objects.get(analysis=analysis, number=1).claims.order_by("position").first()
    done(review.challenge(analysis=analysis, version=1, target="claim", line=claim.line.key, claim=claim.claim_id,
                          quote=None, reason="The rule names firms only.", evidence="https://law.example/6",
                          by=by, at=at()))  # fmt: skip


def read_publicly(by: Person, at: datetime, *, on: bool) -> None:
    """Open or close the site to people who are not signed in."""
    done(site_settings.change(name="public reading", value="yes" if on else "no", by=by, at=at))
