"""The words of a claim's whole units as one run of tokens, numbering aside, for pairing with a sentence."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from lexatlas.checks.tokens import Token, plain, tokens
from lexatlas.checks.whole import Whole
from lexatlas.core.evidence import Span
from lexatlas.language.critical import Critical, critical
from lexatlas.language.lists import joined_by
from lexatlas.language.wording import without_mark

_CLOSER = re.compile(r"\s*[;,:.—–]*(?:(?<=[;,])\s*(?:and|or|et|ou))?\s*$", re.IGNORECASE)
_BEFORE = re.compile(r"(?:\(\s*[^\W_]{1,6}\s*\)|(?<![\w.])\d{1,4}[A-Z]?[.)]|(?<!\w)[a-z]\)|[—–•-])\s*$")
_UNSPACED = re.compile(r"[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef]")


@dataclass(frozen=True)
class Part:
    """A part of a unit: the numbering before it, its words, and the sign or "; or" that closes it."""

    mark: str
    body: str
    closer: str

    def ends(self, sentence: str, at: int, *, by_label: bool) -> set[int]:
        """Return where this part may end in `sentence` when it begins at `at`; empty when it does not stand.

        Numbering and closing signs may be left away; with `by_label` the numbering alone may be the words.
        """
        starts = {at}
        found = set()
        if self.mark and sentence.startswith(self.mark, at):
            begin = at + len(self.mark)
            starts.add(begin + len(sentence[begin:]) - len(sentence[begin:].lstrip()))
            found |= {begin} if by_label else set()
        ends = {start + len(self.body) for start in starts if sentence.startswith(self.body, start)}
        return found | ends | {self._closed(sentence, end) for end in ends}

    def _closed(self, sentence: str, end: int) -> int:
        after = end + len(sentence[end:]) - len(sentence[end:].lstrip())
        return after + len(self.closer) if self.closer and sentence.startswith(self.closer, after) else end


def part_at(text: str, span: Span) -> Part:
    """Take the part of a unit at `span` apart; its numbering may stand inside or right before it."""
    words = plain(text[span.start : span.end])
    bare = without_mark(words)
    mark = words[: len(words) - len(bare)].strip() if words.endswith(bare) else ""
    # Numbering that holds a negation is none: "(no) person" is a rule.
    if any(hit.kind == "negation" for hit in critical(mark, "en")):
        mark, bare = "", words
    before = _BEFORE.search(text[max(0, span.start - 12) : span.start])
    if not mark and before:
        mark = plain(before.group())
    closer = _CLOSER.search(bare)
    cut = closer.start() if closer else len(bare)
    return Part(mark, bare[:cut], bare[cut:].strip())


@dataclass(frozen=True)
class UnitText:
    """Whole units as text: `parts` in order, the source's `language`, and which parts are `stems`.

    `points` are the labels of the items right under the outermost stem, as "(a)".
    """

    parts: tuple[Part, ...]
    language: str
    stems: tuple[bool, ...]
    points: tuple[str, ...] = ()

    @cached_property
    def text(self) -> str:
        """The words, numbering aside; "; or" inside a list stays, for it is a word of the rule."""
        return " ".join(part.body + part.closer for part in self.parts)

    @cached_property
    def tokens(self) -> tuple[Token, ...]:
        """The tokens of `text`."""
        return tokens(self.text)

    @cached_property
    def words(self) -> tuple[str, ...]:
        """The texts of the tokens."""
        return tuple(token.text for token in self.tokens)

    @cached_property
    def critical(self) -> tuple[Critical, ...]:
        """The critical words of `text`."""
        return critical(self.text, self.language)

    @cached_property
    def _spaced(self) -> bool:
        return not _UNSPACED.search(self.text)

    def said_by(self, sentence: str) -> bool:
        """Return whether a normalised sentence is the whole units and nothing else."""
        return self._spoken(sentence, by_label=False)

    def listed_by(self, sentence: str) -> bool:
        """Return whether a sentence is the stem whole and each item, in its words or by its label alone."""
        return self._spoken(sentence, by_label=True) or sentence.rstrip(".") in self._named

    def _spoken(self, sentence: str, *, by_label: bool) -> bool:
        places = {0}
        for index, (part, stem) in enumerate(zip(self.parts, self.stems, strict=True)):
            starts = {self._next(sentence, at, by_label=by_label) for at in places} if index else places
            places = {
                end for at in starts - {-1} for end in part.ends(sentence, at, by_label=by_label and not stem)
            }
        return any(sentence[at:].strip() in ("", ".") for at in places)

    def _next(self, sentence: str, at: int, *, by_label: bool) -> int:
        """Return where the next part may begin: after a blank, which scripts without blanks need not have."""
        begin = at + (by_label and sentence[at : at + 1] in (",", ";"))
        after = begin + len(sentence[begin:]) - len(sentence[begin:].lstrip())
        return after if after > begin or not self._spaced else -1

    def _ends_of_points(self) -> Iterator[str]:
        """Yield what closes each point but the last; the end of a point is that of its last inner item."""
        wanted = iter(self.points[1:])
        point = next(wanted, None)
        for before, part in pairwise(self.parts):
            if point is not None and "".join(part.mark.split()) == point:
                yield before.closer
                point = next(wanted, None)

    @cached_property
    def _named(self) -> frozenset[str]:
        """The stem with "points (a), (b) and (c)", every one of them, after any sign that opens a list.

        Items that the law joins by "or" are named with "or": the two words are two rules.
        """
        if not self.points or not self.stems[0]:
            return frozenset()
        *first, last = self.points
        word = joined_by(self._ends_of_points())
        listing = f"points {', '.join(first)} {word} {last}" if first else f"point {last}"
        return frozenset(
            f"{self.parts[0].body}{sign} {listing}" for sign in ("", ":", " —", " –", "—", "–", " :")
        )


def unit_text(whole: Whole) -> UnitText | None:
    """Return the units of `whole` as text; None when it holds none."""
    if whole.held is None or not whole.units:
        return None
    own = {whole.held.own(unit) for unit in whole.units}
    parts = tuple(part_at(whole.held.text.text, span) for span in whole.parts)
    return UnitText(parts, whole.held.language, tuple(span not in own for span in whole.parts), whole.points)
