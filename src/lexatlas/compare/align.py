"""Which claim of one version became which of the next: same id, else same words, same quote, near words."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from heapq import heapify, heappop, heappush

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
    kept = set(found.values())
    numbers: dict[str, int] = {}
    left = {index: _Read.of(old[index], numbers) for index in range(len(old)) if index not in kept}
    free = {index: _Read.of(new[index], numbers) for index in range(len(new)) if index not in found}
    # What two can have in common at most is quickly said. The costly comparison is made when a pair's turn comes, and
    # never for one whose claims have found nearer partners by then.
    waiting = [(-most, False, one, two) for one, two, most in _at_most(left, free)]
    heapify(waiting)
    taken: set[int] = set()
    while waiting:
        _, is_exact, one, two = heappop(waiting)
        if one in taken or two in found:
            continue
        if is_exact:
            found[two] = one
            taken.add(one)
        elif score := _likeness(left[one], free[two]):
            heappush(waiting, (-score, True, one, two))
    return found


def _at_most(left: "dict[int, _Read]", free: "dict[int, _Read]") -> Iterator[tuple[int, int, float]]:
    for one, before in left.items():
        for two, after in free.items():
            most = before.at_most(after)
            if most:
                yield one, two, most


def likeness(before: Claim, after: Claim) -> float:
    """Return how surely two claims are versions of one, above 0 to 2; 0 when they are not.

    One quote in common counts one; the share of words that both sentences have in order counts up to one.
    """
    numbers: dict[str, int] = {}
    return _likeness(_Read.of(before, numbers), _Read.of(after, numbers))


@dataclass(frozen=True)
class _Read:
    """A claim read once for all pairs: `bits` has one bit for each of its `different` words."""

    claim: Claim
    words: list[str]
    bits: int
    different: int
    quoted: frozenset[str]
    matcher: SequenceMatcher[str]
    """Has read the words as those that others are held against."""

    @classmethod
    def of(cls, claim: Claim, numbers: dict[str, int]) -> "_Read":
        """Read a claim; `numbers` holds the bit of each word met so far."""
        words = folded(f"{claim.label} {claim.sentence}").split()
        bits = 0
        for word in words:
            bits |= 1 << numbers.setdefault(word, len(numbers))
        matcher = SequenceMatcher(None, "", words, autojunk=False)
        return cls(claim, words, bits, bits.bit_count(), frozenset(quoted(claim)), matcher)

    def at_most(self, other: "_Read") -> float:
        """Return a number that the likeness to another does not exceed; 0 where it is surely 0."""
        same = (self.bits & other.bits).bit_count()
        either = self.different + other.different - same
        words = 0.0
        if either and same >= _COMMON * either:
            repeated = min(len(self.words) - self.different, len(other.words) - other.different)
            words = min(1.0, 2 * (same + repeated) / (len(self.words) + len(other.words)))
        if self.claim.question != other.claim.question:
            return words if words >= NEARER else 0.0
        if words >= NEAR or self.shares_a_quote(other):
            return 1 + words
        return 0.0

    def shares_a_quote(self, other: "_Read") -> bool:
        """Whether both rest on the same words, or on overlapping stretches of one text."""
        if self.quoted & other.quoted:
            return True
        return any(overlap(one, two) for one in self.claim.quotes for two in other.claim.quotes)


def _likeness(before: _Read, after: _Read) -> float:
    same_question = before.claim.question == after.claim.question
    words = _words_in_common(before, after)
    if same_question and before.shares_a_quote(after):
        return 1 + words
    return words if words >= (NEAR if same_question else NEARER) else 0.0


def _words_in_common(before: _Read, after: _Read) -> float:
    same = (before.bits & after.bits).bit_count()
    either = before.different + after.different - same
    # Most pairs have little in common; the costly comparison is for the rest.
    if not either or same < _COMMON * either:
        return 0.0
    after.matcher.set_seq1(before.words)
    return after.matcher.ratio()
