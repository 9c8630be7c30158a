"""The verdict on a claim, computed from the answers of the checks; it speaks of words, never of law."""

from collections.abc import Mapping, Sequence

from lexatlas.checks import CHECKS, DOCUMENT_CHECKS, conflicts
from lexatlas.checks.answer import Ask
from lexatlas.checks.overlap import paraphrase, shared_words
from lexatlas.checks.pairing import pair
from lexatlas.checks.sides import sides
from lexatlas.checks.view import View
from lexatlas.codebook.book import Codebook
from lexatlas.core.claims import CheckAnswer, Claim, Verdict, VerdictCode
from lexatlas.core.document import Document
from lexatlas.core.evidence import CanonicalText, Snapshot, Source

WORDS = ("quotes", "context", "wording", "numbers", "dates", "names", "negation", "actors", "placeholders")
"""The checks that make a verdict; the others speak of law, rights and completeness, and stand beside it."""
FACTS = ("context", "numbers", "dates", "names", "negation", "actors", "placeholders")
"""The checks that a free sentence must pass to be supported."""


def judge_claim(claim: Claim, view: View) -> Verdict:
    """Return the verdict on one claim. Nothing in the claim's facts is read to learn what the quote says."""
    answers: dict[str, CheckAnswer] = {}
    for check in CHECKS:
        answers[check.NAME] = Ask(check.NAME).of(lambda check=check: check.check(claim, view))  # type: ignore[misc]
    code = _code(claim, answers, view)
    derived = answers["quotes"].answer == "yes"
    found = pair(claim, view) if derived else None
    return Verdict(
        claim=claim.id,
        code=code,
        plain_quotation=bool(found and found.equal and code == "verified"),
        left_out=found.left_out if found and code in ("partial", "contradicted") else (),
        answers=tuple(answers.values()),
    )


def _code(claim: Claim, answers: Mapping[str, CheckAnswer], view: View) -> VerdictCode:
    if answers["quotes"].answer != "yes":
        return "unverified"
    if answers["conflicts"].answer == "no":
        return "contradicted"
    if all(answers[name].answer == "yes" for name in WORDS):
        return "verified"
    both = sides(claim, view)
    if both is None or (claim.form == "free" and both.same and not shared_words(both)):
        return "unverified"
    facts = all(answers[name].answer == "yes" for name in FACTS if name != "context")
    return (
        "supported"
        if claim.form == "free" and facts and _whole(claim, view) and paraphrase(both)
        else "partial"
    )


def _whole(claim: Claim, view: View) -> bool:
    """Return whether the quote is whole; how the claim words it otherwise is for a reader to judge."""
    found = pair(claim, view)
    return found.unit is not None and not found.whole.cut and not (found.whole.bound and found.whole.unlisted)


def judge_claims(
    document: Document | Sequence[Claim],
    texts: Mapping[str, CanonicalText],
    snapshots: Mapping[str, Snapshot] | Sequence[Snapshot] = (),
    languages: Mapping[str, str] | None = None,
    codebook: Codebook | None = None,
) -> dict[str, Verdict]:
    """Return a verdict for each claim, by claim id.

    `texts` and `languages` are keyed by the SHA-256 of the text; a language not given is the snapshot's.
    Conflicts are sought among the claims that match their sources, and those of a document alone.
    """
    view = view_of(document, texts, snapshots, languages, codebook)
    claims = document.claims if isinstance(document, Document) else tuple(document)
    verdicts = {claim.id: judge_claim(claim, view) for claim in claims}
    matched = [claim for claim in claims if verdicts[claim.id].code == "verified"]
    view.settled = conflicts.settle(matched, view)
    verdicts.update({claim.id: judge_claim(claim, view) for claim in matched if claim.id in view.settled})
    return verdicts


def view_of(
    document: Document | Sequence[Claim],
    texts: Mapping[str, CanonicalText],
    snapshots: Mapping[str, Snapshot] | Sequence[Snapshot] = (),
    languages: Mapping[str, str] | None = None,
    codebook: Codebook | None = None,
) -> View:
    """Build what checks may see; a document brings its sources, brief and snapshots along."""
    rows = list(snapshots.values()) if isinstance(snapshots, Mapping) else list(snapshots)
    sources: tuple[Source, ...] = ()
    if isinstance(document, Document):
        rows, sources = rows or list(document.snapshots), document.sources
    by_text = {row.text: row for row in rows}
    known = {sha: row.language for sha, row in by_text.items()} | dict(languages or {})
    brief = document.brief if isinstance(document, Document) else None
    topic = codebook.topics.get(brief.topic) if codebook and brief else None
    return View(
        texts, known, by_text, {source.id: source for source in sources}, brief, topic,
        codebook.places if codebook else None,
    )  # fmt: skip


def judge_document(document: Document, view: View) -> list[CheckAnswer]:
    """Return what the checks answer about the analysis as a whole, in the order of the registry."""
    answers: list[CheckAnswer] = []
    for check in DOCUMENT_CHECKS:
        answers += Ask(check.NAME).all_of(lambda check=check: check.check_document(document, view))  # type: ignore[misc]
    return answers
