"""The verdict on a claim, computed from the answers of the checks; it speaks of words, never of law."""

from collections.abc import Mapping, Sequence
from functools import partial

from lexatlas.checks import CHECKS, DOCUMENT_CHECKS, conflicts
from lexatlas.checks.answer import asked, asked_of_all
from lexatlas.checks.overlap import altered, paraphrase, shared_words
from lexatlas.checks.pairing import Pairing, pair
from lexatlas.checks.sides import sides
from lexatlas.checks.view import View, turns
from lexatlas.codebook.book import Codebook
from lexatlas.core.claims import CheckAnswer, Claim, Verdict, VerdictCode
from lexatlas.core.document import Document
from lexatlas.core.evidence import CanonicalText, Snapshot, Source

WORDS = (
    "identity",
    "quotes",
    "context",
    "wording",
    "numbers",
    "dates",
    "names",
    "negation",
    "actors",
    "placeholders",
)
"""The checks that make a verdict; the others speak of law, rights and completeness, and stand beside it."""
FACTS = ("numbers", "dates", "names", "negation", "actors", "placeholders")
"""The checks that a free sentence must pass to be supported."""

TYPED = ("typed", "values")
"""The checks of typed values against the words: a value that the words contradict is no part of what they say."""


def judge_claim(claim: Claim, view: View) -> Verdict:
    """Return the verdict on one claim. Nothing in the claim's facts is read to learn what the quote says."""
    answers = {check.NAME: asked(check.NAME, partial(check.check, claim, view)) for check in CHECKS}
    code = _code(claim, answers, view)
    found = _pairing(claim, view) if answers["quotes"].answer == "yes" else None
    return Verdict(
        claim=claim.id,
        code=code,
        plain_quotation=bool(found and found.equal and code == "verified"),
        left_out=found.left_out if found and code in ("partial", "contradicted") else (),
        answers=tuple(answers.values()),
    )


def _code(claim: Claim, answers: Mapping[str, CheckAnswer], view: View) -> VerdictCode:
    code = _by_words(claim, answers, view)
    belied = any(answers[name].answer == "no" for name in TYPED)
    return "partial" if belied and code in ("verified", "supported") else code


def _by_words(claim: Claim, answers: Mapping[str, CheckAnswer], view: View) -> VerdictCode:
    if answers["identity"].answer != "yes" or answers["quotes"].answer != "yes":
        return "unverified"
    if answers["conflicts"].answer == "no":
        return "contradicted"
    if all(answers[name].answer == "yes" for name in WORDS):
        return "verified"
    return _by_reader(claim, answers, view) if claim.form == "free" else "partial"


def _by_reader(claim: Claim, answers: Mapping[str, CheckAnswer], view: View) -> VerdictCode:
    """Tell a paraphrase that only a reader can judge from a sentence that says something else."""
    found = _pairing(claim, view)
    both = sides(claim, view) if found else None
    if found is None or both is None or (both.same and not shared_words(both)):
        return "unverified"
    cut = found.unit is None or found.whole.cut or (found.whole.bound and found.whole.unlisted)
    facts = all(answers[name].answer == "yes" for name in FACTS)
    unread = both.same and not (found.whole.held and found.whole.held.readable)
    doubtful = unread or turns(claim.sentence) or altered(both)
    return "supported" if facts and not cut and not doubtful and paraphrase(both) else "partial"


def _pairing(claim: Claim, view: View) -> Pairing | None:
    """Return how the claim pairs with its units; None when that cannot be worked out."""
    try:
        return pair(claim, view)
    except Exception:  # noqa: BLE001 - the checks have told of it already: each that needs it cannot tell
        return None


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
        answers += asked_of_all(check.NAME, partial(check.check_document, document, view))
    return answers
