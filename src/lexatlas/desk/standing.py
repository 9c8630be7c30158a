"""What has become of a version, worked out from rows whenever somebody asks: stage shown, sign-off, confidence."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from lexatlas.checks.confidence import Confidence, shown
from lexatlas.codebook import load
from lexatlas.core.document import EvidenceFactors
from lexatlas.core.workflow import stage_shown
from lexatlas.store.queries.standing import Bearing, Rows, rows_of


@dataclass(frozen=True)
class Signature:
    """An approval by a person: name and role as they were shown, and the day."""

    name: str
    role: str
    day: date


@dataclass(frozen=True)
class Standing:
    """What a page says of a version beside its document.

    `challenged`: a challenge is open, or upheld and not met. `contested`: coders or sources differ on the code.
    `overtaken`: a newer text, a later publication, or a day to look again has gone by; each reason is a sentence.
    `approvals` are those of people other than the author.
    """

    version: int
    number: int
    stage: str
    approvals: tuple[Signature, ...] = ()
    challenges: tuple[Bearing, ...] = ()
    refinements: tuple[Bearing, ...] = ()
    contested: bool = False
    overtaken: tuple[str, ...] = ()
    signed_alone: bool = False

    @property
    def approved(self) -> bool:
        """Whether somebody other than the author has approved it."""
        return bool(self.approvals)

    @property
    def challenged(self) -> bool:
        """Whether a challenge is open, or was upheld and what it is about still stands."""
        return bool(self.challenges)

    @property
    def alone(self) -> bool:
        """Whether it bears its author's signature and nobody else's."""
        return self.signed_alone and not self.approved


def standing_of(versions: Iterable[int], *, today: date) -> dict[int, Standing]:
    """Return the standing by the id of the version; the number of queries does not grow with the versions."""
    return {key: _standing(rows, today) for key, rows in rows_of(versions).items()}


def confidence_shown(found: EvidenceFactors, standing: Standing, *, topic: str, today: date) -> Confidence:
    """Return the confidence that people see today: of the document's factors, and of reviews by people.

    A signature of the author alone is no review, so it never lifts anything to High.
    """
    given = [_Given("Approval", each.day.isoformat()) for each in standing.approvals]
    given += [_Given("Challenge", each.day.isoformat()) for each in standing.challenges]
    return shown(found, given, today, half_life_of(topic))


def half_life_of(topic: str) -> int | None:
    """Return after how many days an approval of this topic no longer counts; None for a topic that is not ours."""
    row = load().topics.get(topic)
    return row.half_life_days if row else None


@dataclass(frozen=True)
class _Given:
    kind: str
    date: str


def _standing(rows: Rows, today: date) -> Standing:
    approvals = tuple(_approvals(rows))
    challenges = tuple(each for each in rows.bearing if each.blocks)
    return Standing(
        version=rows.id,
        number=rows.number,
        stage=stage_shown(rows.stage, approved=bool(approvals), challenged=bool(challenges)),  # type: ignore[arg-type]  # a row holds plain text
        approvals=approvals,
        challenges=challenges,
        refinements=tuple(
            each
            for each in rows.bearing
            if each.kind == "Refinement" and each.state == "open" and each.carried != "dropped"
        ),
        contested=rows.code == "contested",
        overtaken=tuple(_overtaken(rows, today)),
        signed_alone=rows.signed_alone,
    )


def _approvals(rows: Rows) -> Iterator[Signature]:
    """Yield the approvals of this very version; one of an earlier version says nothing of a later text."""
    for each in rows.bearing:
        given = each.kind == "Approval" and each.state == "given" and each.carried == "here"
        if given and each.by_id != rows.author:
            yield Signature(each.by, each.role, each.day)


def _overtaken(rows: Rows, today: date) -> Iterator[str]:
    later = [other for other in rows.beside if other.number > rows.number]
    for other in later:
        if other.stage == "Live":
            yield f"Version {other.number} has been published since."
    newer = [other for other in later if rows.text_as_of and other.text_as_of > rows.text_as_of]
    if newer:
        yield (
            f"Version {newer[-1].number} rests on a text as of {newer[-1].text_as_of}, "
            f"this one on a text as of {rows.text_as_of}."
        )
    asked = rows.look_again_by
    if asked and asked < today and (rows.newest or rows.stage == "Live"):
        yield f"It was to be looked at again by {asked.isoformat()}."
