"""The words of a claim's whole units as one run of tokens, numbering aside, for pairing with a sentence."""

import re
from dataclasses import dataclass
from functools import cached_property

from lexatlas.checks.critical import Critical, critical
from lexatlas.checks.tokens import Token, plain, tokens
from lexatlas.checks.whole import Whole
from lexatlas.core.evidence import Span
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

    @property
    def pattern(self) -> str:
        """A pattern for the part as a sentence may write it, with or without numbering and closing signs."""
        mark = rf"(?:{re.escape(self.mark)}\s*)?" if self.mark else ""
        closer = rf"(?:\s*{re.escape(self.closer)})?" if self.closer else ""
        return rf"{mark}{re.escape(self.body)}{closer}"


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
    def sentence(self) -> re.Pattern[str]:
        """A pattern that matches the whole units written as a sentence and nothing else."""
        return self._joined([part.pattern for part in self.parts], "")

    @cached_property
    def listed(self) -> re.Pattern[str]:
        """A pattern for the stem whole and each item in its words, or by its label alone."""
        rows = [
            part.pattern if stem or not part.mark else rf"(?:{part.pattern}|{re.escape(part.mark)})"
            for part, stem in zip(self.parts, self.stems, strict=True)
        ]
        named = rf"(?:{self._joined(rows, '[,;]?').pattern})|(?:{self._named()})"
        return re.compile(named, re.DOTALL)

    def _named(self) -> str:
        """Return a pattern for the stem and "points (a), (b) and (c)", every one of them."""
        if not self.points or not self.stems[0]:
            return "(?!)"
        *first, last = [re.escape(point) for point in self.points]
        listing = rf"{', '.join(first)} and {last}" if first else last
        stem = re.escape(self.parts[0].body)
        return rf"{stem}\s*[:—–]?\s+points? {listing}\.?"

    def _joined(self, rows: list[str], between: str) -> re.Pattern[str]:
        blank = r"\s*" if _UNSPACED.search(self.text) else r"\s+"
        return re.compile((between + blank).join(rows) + r"\s*\.?", re.DOTALL)


def unit_text(whole: Whole) -> UnitText | None:
    """Return the units of `whole` as text; None when it holds none."""
    if whole.held is None or not whole.units:
        return None
    own = {whole.held.own(unit) for unit in whole.units}
    parts = tuple(part_at(whole.held.text.text, span) for span in whole.parts)
    return UnitText(parts, whole.held.language, tuple(span not in own for span in whole.parts), whole.points)
