"""The thread of a review: it is answered, then resolved by somebody else, or withdrawn by whoever wrote it."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime

from lexatlas.core.workflow import Act
from lexatlas.desk import copies, event
from lexatlas.desk.act import written
from lexatlas.desk.free_text import cleaned, needed
from lexatlas.desk.keep import make_findable
from lexatlas.desk.may import refuses
from lexatlas.desk.outcome import Done, Outcome, Refused
from lexatlas.desk.refined import accepted
from lexatlas.store.models import Person, Review, Turn

_STATES = {"accepted": "accepted", "rejected": "rejected", "withdrawn": "withdrawn", "given": "an approval"}


def answer(*, review: int, text: str, by: Person, at: datetime) -> Outcome:
    """Answer a review that is open; its stage and its effect stay until it is resolved or withdrawn."""
    said = cleaned(text)

    def write(row: Review) -> Outcome:
        words = event.words(text=said, by=by, at=at)
        Turn.objects.create(review=row, by=by, role=by.role, at=at, words=words)
        return _told(row, "answer", by, at, {"words": words.commitment}, "Your answer is kept.")

    return _on_open(review, "answer", by, said, "The answer", write)


def resolve(*, review: int, accept: bool, text: str, by: Person, at: datetime) -> Outcome:
    """Settle a challenge or refinement of somebody else's on somebody else's work, with the reason.

    A refinement of a claim that is accepted makes a new version in the same transaction.
    """
    said = cleaned(text)
    made = _made(review, by, at) if accept else None
    if isinstance(made, Refused):
        return made

    def write(row: Review) -> Outcome:
        own = _own(row, by)
        if own:
            return own
        done = _settled(row, "accepted" if accept else "rejected", "resolve", said, by, at)
        kept = made() if made is not None else None
        if isinstance(kept, Refused) or kept is None:
            return kept or done
        return replace(done, sentence=f"{done.sentence} {kept.sentence}", version=kept.version)

    done = _on_open(review, "resolve", by, said, "The reason of the resolution", write)
    if made is not None and isinstance(done, Done):
        make_findable(done.analysis, done.version)
    return done


def withdraw(*, review: int, text: str = "", by: Person, at: datetime) -> Outcome:
    """Take back one's own challenge or refinement while it is open; the thread stays."""
    said = cleaned(text)

    def write(row: Review) -> Outcome:
        if row.by_id != by.id:
            return Refused(
                "Only whoever wrote a review withdraws it. Answer it, or resolve it.", forbidden=True
            )
        return _settled(row, "withdrawn", "withdraw", said, by, at)

    return _on_open(review, "review", by, said or "-", "The reason", write)


def effect(kind: str, state: str, target: str) -> str:
    """Return what a review does to stage and confidence now, as a sentence."""
    if kind == "Approval":
        return (
            "It signs the code of this version, and counts for confidence until the topic asks to look again."
        )
    if (kind, state, target) == ("Refinement", "accepted", "claim"):
        return "Accepted: a new version has these words."
    return _EFFECTS[kind, state].format(it="the claim" if target in ("claim", "quote") else f"the {target}")


_EFFECTS = {
    ("Challenge", "open"): "The page is challenged: it cannot be published, and its confidence counts that.",
    (
        "Challenge",
        "accepted",
    ): "Upheld: this version stays challenged. Edit {it}, and review the new version.",
    ("Challenge", "rejected"): "Rejected: it has no effect on stage or confidence any more.",
    ("Challenge", "withdrawn"): "Withdrawn: it has no effect on stage or confidence any more.",
    ("Refinement", "open"): "It changes nothing until somebody else accepts it.",
    (
        "Refinement",
        "accepted",
    ): "Accepted: whoever edits {it} next works it in.",
    ("Refinement", "rejected"): "Rejected: nothing was changed.",
    ("Refinement", "withdrawn"): "Withdrawn: nothing was changed.",
}


_GONE = Refused("There is no such review. Open the version again.")


def _made(review: int, by: Person, at: datetime) -> Callable[[], Outcome] | Refused | None:
    """Return what keeps the version that an accepted refinement makes; what may not be settled makes none."""
    rows = Review.objects.select_related("version", "words", "by").filter(id=review, state="open")
    row = rows.defer("version__provenance", "version__claimed").first()
    if row is None or refuses(by, "resolve") or _own(row, by):
        return None
    return accepted(row, by=by, at=at)


def _on_open(
    review: int, act: Act, by: Person, said: str, what: str, write: Callable[[Review], Outcome]
) -> Outcome:
    """Run `write` on an open review in one transaction, after right and text were looked at."""
    refusal = refuses(by, act) or needed(said, what)
    if refusal:
        return refusal

    def one() -> Outcome:
        row = (
            Review.objects.select_for_update(of=("self",)).select_related("version").filter(id=review).first()
        )
        if row is None:
            return _GONE
        if row.state != "open":
            return Refused(
                f"This review is {_STATES.get(row.state, row.state)} already; its thread is closed."
            )
        return write(row)

    return written(one)


def _own(row: Review, by: Person) -> Refused | None:
    if row.by_id == by.id:
        return Refused(
            "This review is your own. Somebody else resolves it; you can withdraw it.", forbidden=True
        )
    if row.version.author_id == by.id:
        return Refused(
            f"Version {row.version.number} is your own work. Somebody else resolves what is said of it; "
            "you can answer.",
            forbidden=True,
        )
    return None


def _settled(row: Review, state: str, act: str, said: str, by: Person, at: datetime) -> Done:
    words = event.words(text=said, by=by, at=at) if said else None
    row.state, row.resolved_by, row.resolved_at, row.resolution = state, by, at, words
    row.save(update_fields=["state", "resolved_by", "resolved_at", "resolution"])
    copies.refresh(row.version.analysis_id, at=at)
    payload = {"state": state, "words": words.commitment if words else ""}
    return _told(
        row, act, by, at, payload, f"The {row.kind.lower()} is {state}. {effect(row.kind, state, row.target)}"
    )


def _told(row: Review, act: str, by: Person, at: datetime, payload: dict[str, str], sentence: str) -> Done:
    told = {"version": row.version.number, "review": row.id, **payload}
    event.record(chain=str(row.version.analysis_id), act=act, by=by, at=at, payload=told)
    return Done(sentence, row.version.analysis_id, row.version.number)
