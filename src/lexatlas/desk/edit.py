"""Edits a version: a preview that judges again, and a save that makes a new version of it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime

from lexatlas import __version__
from lexatlas.analysts.extractive.shown_again import when_it_holds
from lexatlas.checks import BESIDE, CHECKS_VERSION
from lexatlas.checks.verdict import judge_claims
from lexatlas.codebook import Codebook, load
from lexatlas.core.claims import VERDICT_NAMES, Claim, ForceState, Holds, Verdict
from lexatlas.core.document import Document, Edited, Override, Status
from lexatlas.core.errors import Abort, InputError, Unavailable
from lexatlas.core.evidence import CanonicalText, Dossier, Quote, Span
from lexatlas.core.provenance import Provenance
from lexatlas.core.workflow import Stage
from lexatlas.desk import event
from lexatlas.desk.act import written
from lexatlas.desk.carried import carried
from lexatlas.desk.edit_changes import Changes, OverrideAsked
from lexatlas.desk.edit_document import Made, made
from lexatlas.desk.free_text import LONGEST_LINE, cleaned, needed, on_one_line
from lexatlas.desk.keep import Given, Overtaken, keep, make_findable, newest, prepared
from lexatlas.desk.locked import locked_analysis
from lexatlas.desk.may import refuses
from lexatlas.desk.outcome import Done, Outcome, Refused
from lexatlas.pipeline.compose import codebook_used
from lexatlas.pipeline.edited import recoded_edit
from lexatlas.pipeline.edited_sections import relabelled
from lexatlas.pipeline.findings import findings
from lexatlas.pipeline.imported.page import IMPORTER
from lexatlas.store.models import Person, Version
from lexatlas.store.queries.documents import document, enclosed, excerpts, provenance_of, texts

_STAGE: Stage = "Step 3 Blended Synthesis"


@dataclass(frozen=True)
class Rechecked:
    """A claim as it would stand, judged again. `was` is the code of its verdict before, "" for an added one.

    `reasons` are what the checks find against it, a sentence each.
    """

    claim: str
    before: str
    sentence: str
    verdict: str
    was: str
    left_out: tuple[str, ...]
    reasons: tuple[str, ...]

    @property
    def name(self) -> str:
        """The verdict as it is shown."""
        return VERDICT_NAMES[self.verdict]  # type: ignore[index]  # a code of verdicts


@dataclass(frozen=True)
class Preview:
    """What a save would keep. `by_rules` is what the rules give, `status` what the page would show.

    `flags` are what the checks find wrong with the page as a whole.
    """

    document: Document
    same: Mapping[str, str]
    rechecked: tuple[Rechecked, ...]
    before: Status
    by_rules: Status
    flags: tuple[str, ...]

    @property
    def status(self) -> Status:
        """The status that the page would show."""
        return self.document.status


def preview(
    *, analysis: int, based_on: int, changes: Changes, by: Person, writer: Person | None = None
) -> Preview | Refused:
    """Return what the changes would make of a version, judged over the archived texts; nothing is kept.

    `writer` is whose words they are where that is not who edits: an accepted refinement's author.
    """
    refusal = refuses(by, "edit")
    row = Version.objects.filter(analysis=analysis, number=based_on).first()
    if refusal or row is None:
        return refusal or Refused(
            f"There is no version {based_on} of this analysis. Open it again from the list."
        )
    try:
        return _judged(row, changes, by, writer or by)
    except (Unavailable, InputError, Abort) as error:
        return Refused(f"{error} Nothing was changed.")


def save(
    *, analysis: int, based_on: int, changes: Changes, note: str, by: Person, at: datetime,
    writer: Person | None = None,
) -> Outcome:  # fmt: skip
    """Keep the changes as a new version; refused, `stale` with the newer number, when another came in between."""
    said = cleaned(note)
    refusal = refuses(by, "edit") or needed(said, "What you changed, and why", LONGEST_LINE)
    if refusal:
        return refusal
    stale = _stale(analysis, based_on)
    if stale:
        return stale
    found = preview(analysis=analysis, based_on=based_on, changes=changes, by=by, writer=writer)
    if isinstance(found, Refused):
        return found
    write = ready(found, analysis=analysis, based_on=based_on, note=said, by=by, at=at)
    if isinstance(write, Refused):
        return write
    done = written(write)
    if isinstance(done, Done):
        make_findable(done.analysis, done.version)
    return done


def _stale(analysis: int, based_on: int) -> Refused | None:
    latest = (
        Version.objects.filter(analysis=analysis).order_by("-number").values_list("number", flat=True).first()
    )
    return None if latest is None or latest == based_on else _overtaken(based_on, latest)


def _overtaken(based_on: int, latest: int) -> Refused:
    return Refused(
        f"Version {latest} came in while you edited version {based_on}. Nothing of yours is lost: both stand below.",
        stale=latest,
    )


def _judged(row: Version, changes: Changes, by: Person, writer: Person) -> Preview | Refused:
    base, held, book = document(row.document_id), texts(row.pk), load()
    topic = book.topic(base.brief.topic)
    done = made(base, held, topic, changes, writer.key, lambda quote: _timed(base, held, book, quote))
    if isinstance(done, Refused):
        return done
    outside = _outside(row, done.document)
    override = _override(base, changes.override, done)
    if outside or isinstance(override, Refused):
        return outside or override  # type: ignore[return-value]  # one of the two is a refusal
    if _unchanged(base, done.document, override):
        return Refused("Nothing was changed. Change a claim, a law, the order or the code first.")
    edited = Edited(of=row.document_id, by=by.key, override=override)
    recipe = base.recipe.model_copy(update={"checks_version": CHECKS_VERSION, "lexatlas": __version__})
    ready = done.document.model_copy(
        update={"edited": edited, "recipe": recipe, "codebook": codebook_used(book, topic.id)}
    )
    verdicts = judge_claims(ready, held, codebook=book)
    coded, by_rules = recoded_edit(ready, held, book, verdicts)
    whole = relabelled(coded, base.status, topic)
    return Preview(
        document=whole,
        same=done.same,
        rechecked=tuple(_rechecked(done, base, verdicts)),
        before=base.status,
        by_rules=by_rules,
        flags=findings(whole, held, book),
    )


def _timed(
    base: Document, held: Mapping[str, CanonicalText], book: Codebook, quote: Quote
) -> tuple[Holds, ForceState]:
    """Return from when a quoted rule holds: as a claim that quotes it says, else as the analyst reads it."""
    for claim in base.claims:
        if any(each.snapshot == quote.snapshot and each.parts == quote.parts for each in claim.quotes[:1]):
            return claim.holds, claim.force
    if base.recipe.analyst == IMPORTER:
        return Holds(), "not shown"
    snapshots = {each.text: each for each in base.snapshots}
    dossier = Dossier(base.sources, snapshots, {key: held[key] for key in snapshots}, base.gaps)
    return when_it_holds(base.brief, book, dossier, quote)


def _outside(row: Version, edited: Document) -> Refused | None:
    """Refuse a quote of a text that came along in part, where the quoted words are not among what came."""
    cut = {name: excerpts(kept) for name, kept in enclosed(row.pk).items() if kept.excerpts}
    for claim in edited.claims:
        for quote in claim.quotes:
            held = cut.get(quote.snapshot)
            if held and not all(held.covers(Span(part.start, part.end)) for part in quote.parts):
                return Refused(
                    "Only excerpts of this text are kept here, and the words chosen are none of them."
                )
    return None


def _override(base: Document, asked: OverrideAsked | None, done: Made) -> Override | Refused | None:
    if asked is None:
        return None
    reason = on_one_line(asked.reason)
    missing = needed(reason, "The reason for another code than the rules give", LONGEST_LINE)
    if missing:
        return missing
    new = {old: new for new, old in done.same.items()}
    held = {claim.id for claim in done.document.claims}
    rests = tuple(dict.fromkeys(new.get(claim, claim) for claim in asked.claims))
    return Override(
        code=asked.code[:60], reason=reason, claims=tuple(c for c in rests if c in held), ruled=base.status
    )


def _unchanged(base: Document, edited: Document, override: Override | None) -> bool:
    before = base.override
    same_code = (before is None and override is None) or (
        before is not None
        and override is not None
        and (before.code, before.reason, before.claims) == (override.code, override.reason, override.claims)
    )
    return same_code and edited == base


def _rechecked(done: Made, base: Document, verdicts: Mapping[str, Verdict]) -> list[Rechecked]:
    old = base.verdicts_by_claim()
    shown = {claim.id: claim for claim in done.document.claims}
    touched = [name for name in shown if name in done.added or done.same.get(name, name) != name]
    return [_one(shown[name], done.same.get(name, ""), verdicts[name], old) for name in touched]


def _one(claim: Claim, before: str, verdict: Verdict, old: Mapping[str, Verdict]) -> Rechecked:
    against = (f"{answer.reason} {'; '.join(answer.words)[:200]}".strip() for answer in verdict.answers
               if answer.answer == "no" and answer.check not in BESIDE)  # fmt: skip
    was = old[before].code if before in old else ""
    return Rechecked(
        claim.id, before, claim.sentence, verdict.code, was, verdict.left_out, tuple(filter(None, against))
    )


def ready(
    found: Preview, *, analysis: int, based_on: int, note: str, by: Person, at: datetime
) -> Callable[[], Outcome] | Refused:
    """Make a version ready outside of any transaction; what is returned keeps it, within the one of its act."""
    base = newest(analysis)
    row = Version.objects.filter(analysis=analysis, number=based_on).first()
    if base is None or row is None or base.number != based_on:
        return _overtaken(based_on, base.number if base else 0)
    parts = prepared(
        document=found.document,
        provenance=_provenance(row, at),
        enclosed=enclosed(row.pk),
        base=base,
        same=found.same,
    )

    def write() -> Outcome:
        locked = locked_analysis(analysis)
        if isinstance(locked, Refused):
            return locked
        if locked.retired_at is not None:
            return Refused(f"Analysis {analysis} is retired. An editor resumes it before it is edited.")
        words = event.words(text=note, by=by, at=at)
        given = Given(origin="edit", stage=_STAGE, author=by, parent=row.pk, note=words)
        try:
            version = keep(material=parts, analysis=locked, given=given, at=at)
        except Overtaken as other:
            return _overtaken(based_on, other.number)
        override = found.document.override
        payload = {"version": version.number, "parent": based_on, "document": parts.sha256, "words": words.commitment,
                   "code": found.status.code, "by_rules": found.by_rules.code, "overridden": override is not None,
                   "claims": len(found.rechecked)}  # fmt: skip
        reviews = carried(version.pk)
        event.record(chain=str(analysis), act="edit", by=by, at=at, payload={**payload, **reviews.payload})
        told = f"Version {version.number} is kept, made from version {based_on}. {reviews.sentence}"
        return Done(told.strip(), analysis, version.number)

    return write


def _provenance(row: Version, at: datetime) -> Provenance:
    before = provenance_of(row.pk)
    created = at.astimezone(UTC).isoformat(timespec="seconds")
    tool = f"lexatlas {__version__}"
    if before is None:
        return Provenance(created=created, run="", tool=tool)
    return before.model_copy(update={"created": created, "tool": tool, "person": ""})
