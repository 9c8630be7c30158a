"""Which claim of one version became which of the next: same id, else same words, same quote, near words."""

from collections.abc import Iterable, Iterator
from difflib import SequenceMatcher

from lexatlas.compare.evidence import folded, overlap, quoted
from lexatlas.core.claims import Claim

NEAR = 0.6
"""Least share of words in common, in order, for two sentences of one question to be versions of one claim."""
NEARER = 0.85
"""The same where the question differs: a claim that moved."""
_COMMON = 0.3

Pair = tuple[Claim | None, Claim | None]


def align(before: Iterable[Claim], after: Iterable[Claim]) -> list[Pair]:
    """Pair claims; a claim without partner stands beside None. Order: as after, then what is gone."""
    old, new = list(before), list(after)
    partners = _partners(old, new)
    pairs: list[Pair] = [
        (old[partners[index]] if index in partners else None, claim) for index, claim in enumerate(new)
    ]
    taken = set(partners.values())
    return pairs + [(claim, None) for index, claim in enumerate(old) if index not in taken]


def _partners(old: list[Claim], new: list[Claim]) -> dict[int, int]:
    """Map indices of `new` to indices of `old`: best likeness first, ties by order, each used once."""
    ids = {claim.id: index for index, claim in enumerate(old)}
    found = {index: ids[claim.id] for index, claim in enumerate(new) if claim.id in ids}
    left = [index for index in range(len(old)) if index not in set(found.values())]
    free = [index for index in range(len(new)) if index not in found]
    scored = sorted((-score, one, two) for one, two, score in _likenesses(old, new, left, free))
    taken: set[int] = set()
    for _, one, two in scored:
        if one not in taken and two not in found:
            found[two] = one
            taken.add(one)
    return found


def _likenesses(
    old: list[Claim], new: list[Claim], left: list[int], free: list[int]
) -> Iterator[tuple[int, int, float]]:
    for one in left:
        for two in free:
            score = likeness(old[one], new[two])
            if score:
                yield one, two, score


def likeness(before: Claim, after: Claim) -> float:
    """Return how surely two claims are versions of one, above 0 to 2; 0 when they are not.

    One quote in common counts one; the share of words that both sentences have in order counts up to one.
    """
    shared = before.question == after.question and _share_a_quote(before, after)
    words = _words_in_common(before, after)
    if shared:
        return 1 + words
    least = NEAR if before.question == after.question else NEARER
    return words if words >= least else 0.0


def _share_a_quote(before: Claim, after: Claim) -> bool:
    if set(quoted(before)) & set(quoted(after)):
        return True
    return any(overlap(one, two) for one in before.quotes for two in after.quotes)


def _words_in_common(before: Claim, after: Claim) -> float:
    one, two = (
        folded(f"{before.label} {before.sentence}").split(),
        folded(f"{after.label} {after.sentence}").split(),
    )
    either = set(one) | set(two)
    # Most pairs have little in common; the costly comparison is for the rest.
    if not either or len(set(one) & set(two)) < _COMMON * len(either):
        return 0.0
    return SequenceMatcher(None, one, two, autojunk=False).ratio()
