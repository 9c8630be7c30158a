"""What checks may look at: stored texts, their units and structure, and who is said to publish them."""

import re
from bisect import bisect_left
from collections.abc import Callable, Hashable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from lexatlas.codebook.jurisdictions import Places
from lexatlas.codebook.topic import FactQuestion, Topic
from lexatlas.core.claims import CheckAnswer, Claim
from lexatlas.core.evidence import CanonicalText, Quote, Segment, Snapshot, Source, Span, Unit
from lexatlas.core.recipe import Brief
from lexatlas.core.text import Normalised, normalise
from lexatlas.language.calendar import dates_in
from lexatlas.language.detect import language_of
from lexatlas.language.lexicon import LANGUAGES, lexicon
from lexatlas.language.locators import locator
from lexatlas.language.units import units as units_of
from lexatlas.language.units import whole_list

PLAIN = 500
"""Characters of a text whose language, read from its words, is believed against what was declared."""
_BLANKLESS = re.compile("[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff]")
_TURNING = re.compile("[\u202a-\u202e\u2066-\u2069]")


def turns(text: str) -> bool:
    """Return whether a text holds signs that turn the direction of writing: it may look like another."""
    return _TURNING.search(text) is not None


@dataclass
class Held:
    """One stored text with what is worked out from it once, when first asked for."""

    text: CanonicalText
    language: str
    units_of: Callable[[CanonicalText, str], Sequence[Unit]] = units_of

    @cached_property
    def normalised(self) -> Normalised:
        """The whole text, normalised."""
        return normalise(self.text.text)

    @cached_property
    def units(self) -> tuple[Unit, ...]:
        """Every legal unit, by the place of the part that is its own."""
        return tuple(
            sorted(self.units_of(self.text, self.language), key=lambda unit: (self.own(unit), unit.parts))
        )

    @cached_property
    def _starts(self) -> list[int]:
        return [self.own(unit).start for unit in self.units]

    @cached_property
    def printed_dates(self) -> tuple[tuple[Span, str], ...]:
        """Every date that the text prints, with its place, as far as it goes ("2024", "2024-03", "2024-03-17")."""
        return tuple((row.span, str(row.date)) for row in dates_in(self.text.text, self.language))

    @cached_property
    def items(self) -> dict[int, list[Segment]]:
        """The list items by the index of the segment that they hang on, in order."""
        found: dict[int, list[Segment]] = {}
        for segment in self.text.segments:
            if segment.kind == "item":
                found.setdefault(segment.parent, []).append(segment)
        return found

    @property
    def readable(self) -> bool:
        """Whether our lexicon knows this language: without its negations, what is left out is unknown."""
        return bool(lexicon(self.language).words("negations"))

    def own(self, unit: Unit) -> Span:
        """Return the part of a unit that is no stem and no closing words: a sentence, or the item."""
        segment = self.segment(unit)
        inside = (part for part in unit.parts if segment and segment.start <= part.start < segment.end)
        return next(inside, unit.parts[-1])

    def units_within(self, spans: Sequence[Span]) -> list[Unit]:
        """Return the units of which every part lies within one of `spans`."""
        found = []
        for span in spans:
            at = bisect_left(self._starts, span.start)
            while at < len(self.units) and self._starts[at] < span.end:
                if all(_inside(part, spans) for part in self.units[at].parts):
                    found.append(self.units[at])
                at += 1
        return found

    def rules_within(self, spans: Sequence[Span]) -> list[Unit]:
        """Return the units within `spans` without the notes that stand among rules ("[Act 1 of 2021]")."""
        found = self.units_within(spans)
        return [unit for unit in found if unit.part != "note"] or found

    def list_parts(self, unit: Unit) -> tuple[Span, ...]:
        """Return the stem and items of the outermost list that a unit belongs to; its own parts if none."""
        segment = self.segment(unit)
        if segment is None or segment.kind != "item":
            return unit.parts
        return whole_list(self.text, unit, self.language).parts

    def top(self, unit: Unit) -> int:
        """Return the index of the segment that the outermost list of a unit hangs on."""
        at = unit.segment
        while at >= 0 and self.text.segments[at].kind == "item":
            at = self.text.segments[at].parent
        return at

    def locators(self, unit: Unit) -> set[str]:
        """Return how a unit, and each part of the text around it, may be cited."""
        found, at = {unit.locator}, unit.segment
        while at >= 0:
            found.add(locator(self.text.segments, at))
            at = self.text.segments[at].parent
        return found

    def may_go_on(self, unit: Unit) -> bool:
        """Return whether a unit may be cut at an abbreviation: its line goes on small or with a digit."""
        part, segment = self.own(unit), self.segment(unit)
        if segment is None or self.text.text[part.end - 1 : part.end] in (";", ":", ",", "—", "–"):
            return False
        after = self.text.text[part.end : min(segment.end, part.end + 30)]
        head = after.lstrip(" \u00a0")
        # Whoever cut the sentence may have cut it short: between two letters no sentence ends.
        inside = (
            self.text.text[part.end - 1].isalpha() and head[:1].isalpha() and not _BLANKLESS.search(head[:1])
        )
        return bool(head) and (head[0].islower() or head[0].isdigit() or inside)

    def segment(self, unit: Unit) -> Segment | None:
        """Return the innermost segment of a unit; None in a text without structure."""
        return self.text.segments[unit.segment] if 0 <= unit.segment < len(self.text.segments) else None

    def stand(self, part_start: int, part_end: int, exact: str) -> bool:
        """Return whether `exact` stands at that very place, after number-safe normalisation."""
        if not 0 <= part_start < part_end <= len(self.text.text) or not exact.strip():
            return False
        stored = self.text.text[part_start:part_end]
        if turns(exact) and exact != stored:
            return False
        return normalise(stored).text.strip() == normalise(exact).text.strip()

    def beside(self, start: int, end: int, prefix: str, suffix: str) -> bool:
        """Return whether `prefix` stands right before `start` and `suffix` right after `end`."""
        left = self.text.text[max(0, start - 2 * len(prefix) - 8) : start]
        right = self.text.text[end : end + 2 * len(suffix) + 8]
        before, after = normalise(prefix).text.strip(), normalise(suffix).text.strip()
        return normalise(left).text.rstrip().endswith(before) and normalise(right).text.lstrip().startswith(
            after
        )


def spoken(text: CanonicalText, declared: str) -> str:
    """Return the language to read a text in: as declared, unless it is plainly another that we know.

    A wrong language would hide its negations and cut its sentences elsewhere. A few words tell nothing.
    """
    code = declared.split("-")[0]
    found = language_of(text.text) if code not in LANGUAGES or len(text.text) > PLAIN else code
    return found if found in LANGUAGES and found != code else declared


def _inside(part: Span, spans: Sequence[Span]) -> bool:
    return any(span.start <= part.start and part.end <= span.end for span in spans)


@dataclass
class View:
    """Everything that a check may see. Texts, snapshots and languages are keyed by the SHA-256 of the text.

    `settled` holds what the other claims of the same document say against one, by claim id; a claim judged
    alone has none. `memo` holds what checks have worked out and may work out again.
    """

    texts: Mapping[str, CanonicalText]
    languages: Mapping[str, str] = field(default_factory=dict)
    snapshots: Mapping[str, Snapshot] = field(default_factory=dict)
    sources: Mapping[str, Source] = field(default_factory=dict)
    brief: Brief | None = None
    topic: Topic | None = None
    places: Places | None = None
    settled: Mapping[str, CheckAnswer] = field(default_factory=dict)
    units_of: Callable[[CanonicalText, str], Sequence[Unit]] = units_of
    memo: dict[Hashable, Any] = field(default_factory=dict)
    _held: dict[str, Held] = field(default_factory=dict)

    def held(self, sha: str) -> Held | None:
        """Return the stored text; None when it was not given."""
        if sha not in self._held and sha in self.texts:
            text = self.texts[sha]
            self._held[sha] = Held(text, spoken(text, self.languages.get(sha, "")), self.units_of)
        return self._held.get(sha)

    def source(self, quote: Quote) -> Source | None:
        """Return who is said to have published the quoted text; None when nobody is named."""
        source = self.sources.get(quote.source)
        return source if source and source.snapshot == quote.snapshot else None

    def question(self, claim: Claim) -> FactQuestion | None:
        """Return the codebook's question that the claim stands under."""
        rows = self.topic.facts if self.topic else ()
        return next((row for row in rows if row.id == claim.question), None)


def spans_of(quote: Quote) -> list[Span]:
    """Return the places of a quote's parts."""
    return [Span(part.start, part.end) for part in quote.parts]


def supporting(claim: Claim) -> list[Quote]:
    """Return the quotes that the sentence rests on; exceptions and voices against stand beside it."""
    return [quote for quote in claim.quotes if quote.role == "support"]
