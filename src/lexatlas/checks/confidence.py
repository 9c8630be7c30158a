"""Would a second competent reader give the same code (codebook rule 13), and what is lacking for more?"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal, Protocol

from lexatlas.checks import currency
from lexatlas.checks.view import supporting
from lexatlas.core.claims import Claim, Verdict
from lexatlas.core.document import EvidenceFactors, Status
from lexatlas.core.evidence import OFFICIAL_TIERS, Source

Level = Literal["High", "Medium", "Low", "None"]
CURRENT = "a text of the law that is shown current on the date asked about"
SECOND = "a second official source that does not depend on the first, or an official text shown current"
OFFICIAL_TEXT = "the official text of a law behind the code, or a second official source"
SETTLED = "an answer to what is open about the claims that carry the code"
APPROVAL = "an approval by a named reviewer"
UNCHALLENGED = "an answer to the open challenge"


class ReviewLike(Protocol):
    """What a review must tell to have an effect: its kind and its date (ISO 8601)."""

    @property
    def kind(self) -> str:
        """Challenge, Approval or Refinement."""

    @property
    def date(self) -> str:
        """The day on which it was given."""


@dataclass(frozen=True)
class Confidence:
    """The level that people see, with its grounds and what it lacks for the next one."""

    level: Level
    reasons: tuple[str, ...] = ()
    lacks: tuple[str, ...] = ()


def factors(
    claims: Sequence[Claim], verdicts: Mapping[str, Verdict], sources: Sequence[Source], status: Status
) -> EvidenceFactors:
    """Return what confidence is computed from, with the level before any review.

    It rests on the claims that the status names as its reasons and that match their sources; `verdicts` is by
    claim id. A special code has none.
    """
    if not status.coded:
        return EvidenceFactors(level="None", reasons=("A special code has no confidence.",))
    named = {claim_id for reason in status.reasons for claim_id in reason.claims}
    carrying = [claim for claim in claims if claim.id in named]
    matched = [c for c in carrying if c.id in verdicts and verdicts[c.id].code == "verified"]
    by_id = {source.id: source for source in sources}
    behind = _instruments(matched, by_id)
    counted = EvidenceFactors(
        tiers=tuple(sorted(source.tier for source in behind)),
        independent_official=sum(source.tier in OFFICIAL_TIERS for source in behind),
        shown_current=any(_current(claim, verdicts[claim.id], by_id) for claim in matched),
        open_uncertainty=len(matched) < len(carrying) or "conflicting" in status.sub_answers.values(),
    )
    reached = shown(counted, (), None)
    given = {"level": reached.level, "reasons": reached.reasons, "lacks": reached.lacks}
    return counted.model_copy(update=given)


def _instruments(claims: Sequence[Claim], sources: Mapping[str, Source]) -> list[Source]:
    """Return the sources behind claims, each instrument once, whatever its files and translations."""
    quoted = [sources[quote.source] for c in claims for quote in supporting(c) if quote.source in sources]
    found = {source.twin_of or source.id: source for source in quoted}
    return [found[key] for key in sorted(found)]


def _current(claim: Claim, verdict: Verdict, sources: Mapping[str, Source]) -> bool:
    """Return whether an official text of a law shows the claim in force, and the check of its date agrees."""
    tiers = {sources[quote.source].tier for quote in supporting(claim) if quote.source in sources}
    agreed = any(answer.check == currency.NAME and answer.answer == "yes" for answer in verdict.answers)
    return claim.force == "in force" and agreed and "T1" in tiers


def shown(
    found: EvidenceFactors, reviews: Iterable[ReviewLike], today: date | None, half_life: int | None = None
) -> Confidence:
    """Return the confidence that people see, given reviews and the day on which they look.

    An approval counts for `half_life` days (the topic's), and for ever without one; a challenge until it is
    taken from the list by whoever answered it. A special code has no confidence, whatever the reviews.
    """
    if found.level == "None" and found.reasons:
        return Confidence("None", found.reasons, found.lacks)
    given = list(reviews)
    approved = any(review.kind == "Approval" and _fresh(review.date, today, half_life) for review in given)
    challenged = any(review.kind == "Challenge" for review in given)
    low = _why_low(found, reviewed=approved)
    if low:
        return Confidence("Low", tuple(reason for reason, _ in low), tuple(lack for _, lack in low))
    wanted = ((SECOND, not _strong(found)), (APPROVAL, not approved), (UNCHALLENGED, challenged))
    lacks = tuple(lack for lack, is_lacking in wanted if is_lacking)
    if lacks:
        return Confidence(
            "Medium", ("Official text shown current, and not everything that High asks for.",), lacks
        )
    return Confidence("High", ("Strong official evidence, approved, with no open challenge.",))


def _why_low(found: EvidenceFactors, *, reviewed: bool) -> list[tuple[str, str]]:
    """Return each ground for Low with what would lift it."""
    weak = found.independent_official < 2 and "T1" not in found.tiers
    unread = found.open_uncertainty and not reviewed
    grounds = (
        (not found.shown_current, "The text is not shown current.", CURRENT),
        (weak, "It rests on one source that is no official text of a law.", OFFICIAL_TEXT),
        (unread, "A claim that carries the code is open, and nobody has read it.", SETTLED),
    )
    return [(reason, lack) for holds, reason, lack in grounds if holds]


def _strong(found: EvidenceFactors) -> bool:
    return found.independent_official >= 2 or ("T1" in found.tiers and found.shown_current)


def _fresh(given: str, today: date | None, half_life: int | None) -> bool:
    if today is None or half_life is None:
        return True
    try:
        return date.fromisoformat(given) + timedelta(days=half_life) >= today
    except ValueError:
        # A review whose date cannot be read attests nothing about a day.
        return False
