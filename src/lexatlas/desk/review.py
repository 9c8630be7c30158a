"""Reviews by people: to challenge, to suggest other words, to approve, and to have opened a quote."""

from dataclasses import dataclass
from datetime import date, datetime
from urllib.parse import urlsplit

from lexatlas.core.claims import WRITTEN_BY
from lexatlas.core.document import Document
from lexatlas.desk import copies, event
from lexatlas.desk.act import written
from lexatlas.desk.free_text import LONGEST_LINE, cleaned, needed, on_one_line, too_long
from lexatlas.desk.locked import locked_version
from lexatlas.desk.may import refuses
from lexatlas.desk.outcome import Done, Outcome, Refused
from lexatlas.desk.review_quotes import not_opened, to_open
from lexatlas.desk.review_thread import answer, resolve, withdraw
from lexatlas.store.models import ClaimRow, Opened, Person, Review, Version
from lexatlas.store.queries.documents import document
from lexatlas.store.queries.reviews import opened_by

__all__ = ["TARGETS", "answer", "approve", "attested", "challenge", "opened", "refine", "resolve", "withdraw"]

TARGETS = ("page", "code", "claim", "quote")
_PLACES = 200


@dataclass(frozen=True)
class _Seen:
    """What a review is about, found in the rows of its version."""

    version: Version
    line: int | None = None
    claim: str = ""
    quote: int | None = None


def challenge(
    *, analysis: int, version: int, target: str, line: str = "", claim: str = "", quote: int | None = None,
    reason: str, evidence: str = "", by: Person, at: datetime,
) -> Outcome:  # fmt: skip
    """Disagree with a page, its code, a claim or a quote; the page is shown as challenged until it is answered.

    `line` and `claim` are the claim as the reviewer saw it, `quote` its place in the claim from 0.
    """
    return _reviewed(
        "Challenge", "challenge", analysis, version, (target, line, claim, quote), reason, evidence, by, at
    )


def refine(
    *, analysis: int, version: int, target: str, line: str = "", claim: str = "", quote: int | None = None,
    new_text: str, evidence: str = "", by: Person, at: datetime,
) -> Outcome:  # fmt: skip
    """Suggest other words; on a claim, `new_text` is the sentence that stands in a new version once accepted."""
    return _reviewed(
        "Refinement", "refine", analysis, version, (target, line, claim, quote), new_text, evidence, by, at
    )


def approve(
    *, analysis: int, version: int, looked_on: date, looked_in: str, by: Person, at: datetime
) -> Outcome:
    """Attest the fixed sentence of `attested`; refused below n of n quotes opened, and on one's own work."""
    refusal = refuses(by, "review")
    row = _version(analysis, version)
    if refusal or row is None:
        return refusal or _no_version(version)
    told = document(row.document_id)
    place = on_one_line(looked_in)
    refused = _unfit(row, told, by, looked_on, place, at)
    if refused:
        return refused
    wanted = to_open(told)

    def write() -> Outcome:
        now = locked_version(analysis, version)
        if isinstance(now, Refused):
            return now
        if now.stage not in ("In Review", "Live"):
            return _not_now(row.number, now.stage)
        if _approved_today(row, by, at):
            return Refused(f"You approved version {row.number} already today.")
        kept = Review.objects.create(
            version=row, kind="Approval", target="code", by=by, role=by.role, at=at, looked_on=looked_on,
            looked_in=place, opened=len(wanted), to_open=len(wanted), state="given",
        )  # fmt: skip
        payload = {"version": row.number, "review": kept.id, "document": row.document_id, "opened": len(wanted),
                   "to_open": len(wanted), "looked_on": looked_on.isoformat(),
                   "looked_in": event.words(text=place, by=by, at=at).commitment}  # fmt: skip
        copies.refresh(row.analysis_id, at=at)
        event.record(chain=str(row.analysis_id), act="approve", by=by, at=at, payload=payload)
        return Done(f"Version {row.number} is approved: {attested(told, kept)}", row.analysis_id, row.number)

    return written(write)


def attested(told: Document, given: Review) -> str:
    """Return the one sentence that an approval attests, with its numbers, day and place."""
    return (
        f"I opened the quotes behind the status and pillars ({given.opened} of {given.to_open}), looked for later "
        f"texts on {given.looked_on} in {given.looked_in}, and agree with the code under edition "
        f"{told.codebook.edition}."
    )


def opened(*, analysis: int, version: int, claim: str, quote: int, by: Person, at: datetime) -> Outcome:
    """Keep that a reviewer has opened a quote; said once, however often it is opened."""
    refusal = refuses(by, "review")
    row = _version(analysis, version)
    if refusal or row is None:
        return refusal or _no_version(version)
    found = document(row.document_id).claims_by_id().get(claim)
    if found is None or not 0 <= quote < len(found.quotes):
        return _no_claim(row.number)

    def write() -> Outcome:
        _, new = Opened.objects.get_or_create(
            person=by, version=row, claim_id=claim, quote=quote, defaults={"at": at}
        )
        if new:
            payload = {"version": row.number, "claim": claim, "quote": quote}
            event.record(chain=str(row.analysis_id), act="opened", by=by, at=at, payload=payload)
        return Done("You have opened this quote.", row.analysis_id, row.number)

    return written(write)


def _reviewed(
    kind: str, act: str, analysis: int, version: int, about: tuple[str, str, str, int | None], text: str,
    evidence: str, by: Person, at: datetime,
) -> Outcome:  # fmt: skip
    said, rests_on = cleaned(text), on_one_line(evidence)
    what = "The reason" if kind == "Challenge" else "The new text"
    refusal = (
        refuses(by, "review")
        or needed(said, what)
        or too_long(rests_on, "The evidence", LONGEST_LINE)
        or _no_link(rests_on)
    )
    seen = refusal or _seen(analysis, version, *about)
    if isinstance(seen, Refused):
        return seen

    def write() -> Outcome:
        row = locked_version(analysis, version)
        if isinstance(row, Refused):
            return row
        if row.stage == "Archived":
            return Refused(f"Version {row.number} is archived; it takes no reviews. Restore it first.")
        words = event.words(text=said, by=by, at=at)
        kept = Review.objects.create(
            version=row, kind=kind, target=about[0], line_id=seen.line, claim_seen=seen.claim,
            quote_seen=seen.quote, by=by, role=by.role, at=at, words=words, evidence=rests_on, state="open",
        )  # fmt: skip
        payload = {"version": row.number, "review": kept.id, "target": about[0], "claim": seen.claim,
                   "quote": seen.quote, "words": words.commitment,
                   "evidence": event.words(text=rests_on, by=by, at=at).commitment if rests_on else ""}  # fmt: skip
        copies.refresh(row.analysis_id, at=at)
        event.record(chain=str(row.analysis_id), act=act, by=by, at=at, payload=payload)
        return Done(_EFFECTS[kind].format(version=row.number), row.analysis_id, row.number)

    return written(write)


_EFFECTS = {
    "Challenge": "Your challenge is kept. Version {version} is shown as challenged until it is answered.",
    "Refinement": "Your refinement is kept. It changes nothing until somebody else accepts it.",
}


def _no_link(evidence: str) -> Refused | None:
    """Refuse an address that is no place to look; plain words ("Gazette 12, page 4") are evidence too."""
    scheme = urlsplit(evidence).scheme if ":" in evidence.partition(" ")[0] else ""
    if scheme in ("javascript", "data", "vbscript", "file", "blob"):
        return Refused(
            "The evidence is an address that leads to no text. Give one that begins with https://, or say where."
        )
    return None


def _seen(
    analysis: int, version: int, target: str, line: str, claim: str, quote: int | None
) -> _Seen | Refused:
    row = _version(analysis, version)
    if row is None:
        return _no_version(version)
    if target not in TARGETS:
        return Refused("Say what the review is about: the page, the code, a claim or a quote.")
    if target in ("page", "code"):
        return _Seen(row)
    held = ClaimRow.objects.filter(version=row, line__key=line[:32], claim_id=claim[:16]).first()
    if held is None:
        return _no_claim(row.number)
    if target == "claim":
        return _Seen(row, held.line_id, held.claim_id)
    quotes = document(row.document_id).claims_by_id()[held.claim_id].quotes
    if quote is None or not 0 <= quote < len(quotes):
        return _no_claim(row.number)
    return _Seen(row, held.line_id, held.claim_id, quote)


def _unfit(
    row: Version, told: Document, by: Person, looked_on: date, place: str, at: datetime
) -> Refused | None:
    """Return why a person cannot approve a version, the gravest first."""
    if row.stage not in ("In Review", "Live"):
        return _not_now(row.number, row.stage)
    own = _own_work(row, told, by)
    if own:
        return Refused(own, forbidden=True)
    if looked_on > at.date():
        return Refused(
            f"You looked on {looked_on}, which is still to come. Give the day on which you looked."
        )
    missing = needed(place, "Where you looked for later texts", _PLACES)
    if missing:
        return missing
    wanted, left = to_open(told), not_opened(told, opened_by(by.id, row.id))
    if left:
        return Refused(
            f"{len(wanted) - len(left)} of {len(wanted)} quotes opened. Open the other {len(left)} behind the "
            "status and pillars first: an approval says that you did."
        )
    return None


def _own_work(row: Version, told: Document, by: Person) -> str:
    """Return why this is a person's own work, "" when it is not: its version, or words in it that they wrote."""
    if row.author_id == by.id:
        return f"Version {row.number} is your own work. Nobody approves their own edit; ask another reviewer."
    if any(claim.origin == f"{WRITTEN_BY}{by.key}" for claim in told.claims):
        return f"Version {row.number} has claims that you wrote. Nobody approves their own edit; ask another reviewer."
    return ""


def _approved_today(row: Version, by: Person, at: datetime) -> bool:
    last = Review.objects.filter(version=row, kind="Approval", by=by, state="given").order_by("-id").first()
    return last is not None and last.at.date() == at.date()


def _version(analysis: int, number: int) -> Version | None:
    return Version.objects.filter(analysis=analysis, number=number).first()


def _no_version(number: int) -> Refused:
    return Refused(f"There is no version {number} of this analysis. Open it again from the list of analyses.")


def _no_claim(number: int) -> Refused:
    return Refused(
        f"Version {number} has no such claim or quote. Open the version again and choose one from it."
    )


def _not_now(number: int, stage: str) -> Refused:
    return Refused(
        f"Version {number} is {stage}; only a version in review, or a live one, is approved. Submit it first."
    )
