"""Which claim of one version became which of the next: same id, else same words, same quote, near words."""

from collections.abc import Iterable, Iterator
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
    left = {index: _Read(old[index], numbers) for index in range(len(old)) if index not in kept}
    free = {index: _Read(new[index], numbers) for index in range(len(new)) if index not in found}
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
        # Thousands of claims in pairs: one that answers another question must be nearer than most lengths allow.
        shortest = before.length * NEARER / (2 - NEARER) - 1
        longest = before.length * (2 - NEARER) / NEARER + 1
        for two, after in free.items():
            if before.question != after.question and not shortest < after.length < longest:
                continue
            most = before.at_most(after)
            if most:
                yield one, two, most


def likeness(before: Claim, after: Claim) -> float:
    """Return how surely two claims are versions of one, above 0 to 2; 0 when they are not.

    One quote in common counts one; the share of words that both sentences have in order counts up to one.
    """
    numbers: dict[str, int] = {}
    return _likeness(_Read(before, numbers), _Read(after, numbers))


class _Read:
    """A claim read once for all pairs: `bits` has one bit for each of its `different` words."""

    __slots__ = ("bits", "different", "length", "matcher", "question", "quoted", "quotes", "words")

    def __init__(self, claim: Claim, numbers: dict[str, int]) -> None:
        """Read a claim; `numbers` holds the bit of each word met so far."""
        self.question, self.quotes, self.quoted = claim.question, claim.quotes, frozenset(quoted(claim))
        self.words = folded(f"{claim.label} {claim.sentence}").split()
        self.length, self.bits = len(self.words), 0
        for word in self.words:
            self.bits |= 1 << numbers.setdefault(word, len(numbers))
        self.different = self.bits.bit_count()
        self.matcher: SequenceMatcher[str] | None = None
        """Has read the words as those that others are held against; made when it is first asked for."""

    def at_most(self, other: "_Read") -> float:
        """Return a number that the likeness to another does not exceed; 0 where it is surely 0."""
        same = (self.bits & other.bits).bit_count()
        either = self.different + other.different - same
        words = 0.0
        if either and same >= _COMMON * either:
            repeated = min(self.length - self.different, other.length - other.different)
            words = min(1.0, 2 * (same + repeated) / (self.length + other.length))
        if self.question != other.question:
            return words if words >= NEARER else 0.0
        if words >= NEAR or self.shares_a_quote(other):
            return 1 + words
        return 0.0

    def shares_a_quote(self, other: "_Read") -> bool:
        """Whether both rest on the same words, or on overlapping stretches of one text."""
        if self.quoted & other.quoted:
            return True
        return any(overlap(one, two) for one in self.quotes for two in other.quotes)


def _likeness(before: _Read, after: _Read) -> float:
    same_question = before.question == after.question
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
    if after.matcher is None:
        after.matcher = SequenceMatcher(None, "", after.words, autojunk=False)
    after.matcher.set_seq1(before.words)
    return after.matcher.ratio()
