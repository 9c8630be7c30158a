"""Why two analyses differ: one of five causes, told from texts, dates, facts, codebook and program."""

from typing import Literal

from lexatlas.compare.evidence import Side, folded, overlap, quoted
from lexatlas.core.canonical import Value
from lexatlas.core.claims import VERDICT_NAMES, Claim, VerdictCode
from lexatlas.core.document import Document
from lexatlas.core.evidence import Quote, Snapshot, Source

Cause = Literal["law changed", "we were wrong", "we had not looked", "read differently", "unchanged"]
CAUSES: tuple[Cause, ...] = (
    "law changed",
    "we were wrong",
    "we had not looked",
    "read differently",
    "unchanged",
)
_WITHOUT_SUPPORT: tuple[VerdictCode, ...] = ("contradicted", "unverified")


class Because(Value):
    """A cause, and the sentence that says what in the data shows it."""

    cause: Cause
    reason: str


def why_new(claim: Claim, before: Side, after: Side) -> Because:
    """Say why a claim stands in the later analysis and had no partner in the earlier one."""
    return _why_one_side(claim, here=after, there=before, earlier=True)


def why_gone(claim: Claim, before: Side, after: Side) -> Because:
    """Say why a claim of the earlier analysis has no partner in the later one."""
    verdict = before.document.verdicts_by_claim().get(claim.id)
    if not claim.quotes or (verdict and verdict.code in _WITHOUT_SUPPORT):
        name = VERDICT_NAMES[verdict.code] if verdict and claim.quotes else VERDICT_NAMES["unverified"]
        return Because(cause="we were wrong", reason=f"The earlier claim was marked “{name}”.")
    return _why_one_side(claim, here=before, there=after, earlier=False)


def _why_one_side(claim: Claim, here: Side, there: Side, *, earlier: bool) -> Because:
    """Say why `there` lacks a claim of `here`; `earlier` says that `there` is the earlier analysis."""
    when = "earlier" if earlier else "later"
    if not claim.quotes:
        return _by_the_program(here.document, there.document, "No text stands behind it")
    quote = claim.quotes[0]
    if quote.snapshot in there.snapshots:
        return _by_the_program(here.document, there.document, "Both analyses read the same copy")
    source = here.sources.get(quote.source)
    other = there.same_source(source) if source else None
    if source is None or other is None or not other.snapshot:
        return _unread(source, quote, here, there, when, earlier=earlier)
    if there.holds_words(other.snapshot, quote.words):
        words = f"Its words stand in the {when} copy of {_title(source)} too"
        return _by_the_program(here.document, there.document, words)
    return _other_copy(source, quote.snapshot, other.snapshot, here, there, earlier=earlier)


def _unread(
    source: Source | None, quote: Quote, here: Side, there: Side, when: str, *, earlier: bool
) -> Because:
    """The other analysis did not read this source: it is younger than that analysis, or was not looked at."""
    dated = _dated(
        source, here.snapshots[quote.snapshot].text_as_of if quote.snapshot in here.snapshots else None
    )
    if earlier and dated and dated > there.document.brief.as_of[: len(dated)]:
        reason = f"{_title(source)} is dated {dated}, after the date that the earlier analysis asked about."
        return Because(cause="law changed", reason=reason)
    return Because(
        cause="we had not looked", reason=f"{_title(source)} is not among the texts of the {when} analysis."
    )


def _dated(source: Source | None, text_as_of: str | None) -> str | None:
    return (source.date if source else None) or text_as_of


def _title(source: Source | None) -> str:
    return f"“{source.title}”" if source else "The source"


def why_changed(old: Claim, new: Claim, before: Side, after: Side) -> Because:
    """Say why a claim and its later version differ; "unchanged" when only case, white space or place does."""
    same_words = folded(old.sentence) == folded(new.sentence) and quoted(old) == quoted(new)
    if same_words and old.force == new.force:
        exact = old.sentence == new.sentence
        reason = "The same words." if exact else "Only letter case or white space differs."
        return Because(cause="unchanged", reason=reason)
    if same_words:
        return _force_changed(old, new, before, after)
    if not old.quotes or not new.quotes:
        return _quotes_came_or_went(old, new, before, after)
    return _words_changed(old, new, before, after)


def _force_changed(old: Claim, new: Claim, before: Side, after: Side) -> Because:
    asked, then = before.document.brief.as_of, after.document.brief.as_of
    states = f"“{old.force}” became “{new.force}”"
    if asked != then and _same_copies(old, new):
        reason = f"Force on {asked}: {old.force}; on {then}: {new.force}, by the words' own dates."
        return Because(cause="law changed", reason=reason)
    if not _same_copies(old, new):
        return Because(cause="law changed", reason=f"{states}; the copies read are of different dates.")
    return _by_the_program(before.document, after.document, f"{states} on the same copy and date")


def _same_copies(old: Claim, new: Claim) -> bool:
    return {quote.snapshot for quote in old.quotes} == {quote.snapshot for quote in new.quotes}


def _quotes_came_or_went(old: Claim, new: Claim, before: Side, after: Side) -> Because:
    if new.quotes:
        return Because(cause="we were wrong", reason="The earlier words had no quote; the later ones have.")
    if old.quotes:
        return why_gone(old, before, after)
    return _by_the_program(before.document, after.document, "Neither version has a quote")


def _words_changed(old: Claim, new: Claim, before: Side, after: Side) -> Because:
    quote, earlier = new.quotes[0], old.quotes[0]
    if quote.snapshot in before.snapshots:
        return _same_copy_other_words(old, new, before, after)
    source, was = after.sources.get(quote.source), before.sources.get(earlier.source)
    other = before.same_source(source) if source else None
    if other is None or was is None:
        return _why_one_side(new, here=after, there=before, earlier=True)
    if before.holds_words(other.snapshot, quote.words):
        return _same_copy_other_words(old, new, before, after)
    assert source is not None  # `other` was found by it
    return _other_copy(source, quote.snapshot, other.snapshot, after, before, earlier=True)


def _same_copy_other_words(old: Claim, new: Claim, before: Side, after: Side) -> Because:
    """The same words of the law were at hand twice: one reading was amiss, or the choice differs."""
    verdict = before.document.verdicts_by_claim().get(old.id)
    if verdict and verdict.code in _WITHOUT_SUPPORT:
        return Because(
            cause="we were wrong", reason=f"The earlier claim was marked “{VERDICT_NAMES[verdict.code]}”."
        )
    same_unit = quoted(old) == quoted(new) or any(overlap(a, b) for a in old.quotes for b in new.quotes)
    if same_unit and old.facts and new.facts and set(old.facts) != set(new.facts):
        return Because(cause="we were wrong", reason="The same words of the source were read as other facts.")
    return _by_the_program(before.document, after.document, "The same words of the source were at hand")


def _other_copy(source: Source, copy: str, other: str, here: Side, there: Side, *, earlier: bool) -> Because:
    """Two copies of one source: the words of the one are not in the other, or the other is not at hand."""
    mine, theirs = here.snapshots.get(copy), there.snapshots.get(other)
    old, new = (theirs, mine) if earlier else (mine, theirs)
    if old and new and old.raw == new.raw:
        readers = f"{old.reader.name} {old.reader.version}, then {new.reader.name} {new.reader.version}"
        reason = f"The same file of {_title(source)} was read by another reader ({readers})."
        return Because(cause="read differently", reason=reason)
    dates = f"as of {_as_of(old)} and as of {_as_of(new)}"
    if other in there.texts:
        found = "the words are not in the earlier one" if earlier else "the words are not in the later one"
    else:
        found = "the words of the other one are not at hand"
    return Because(cause="law changed", reason=f"Two copies of {_title(source)}, {dates}: {found}.")


def _as_of(snapshot: Snapshot | None) -> str:
    return (snapshot.text_as_of if snapshot else None) or "a date not shown"


def _by_the_program(one: Document, two: Document, opening: str) -> Because:
    """The texts are not the cause: what we ask, the program, the date asked, a person, or what else was read."""
    differences, by_hand = differing(one, two), one.edited != two.edited
    if differences:
        rest = ", and a person edited one of the two" if by_hand else ""
        return Because(cause="read differently", reason=f"{opening}; {', '.join(differences)} changed{rest}.")
    if by_hand:
        return Because(cause="read differently", reason=f"{opening}; a person edited one of the two.")
    return Because(cause="read differently", reason=f"{opening}; other texts changed what was chosen.")


def differing(one: Document, two: Document) -> list[str]:
    """Name what shaped two answers and is not the same in both: codebook, program, date asked."""
    found = ["the codebook"] if one.codebook.sha256 != two.codebook.sha256 else []
    for name, label in (
        ("analyst", "the analyst"),
        ("analyst_version", "the analyst's version"),
        ("terms_version", "the word rules"),
        ("checks_version", "the checks"),
        ("lexatlas", "the program"),
    ):
        if getattr(one.recipe, name) != getattr(two.recipe, name):
            found.append(label)
    return found + (["the date asked about"] if one.brief.as_of != two.brief.as_of else [])
