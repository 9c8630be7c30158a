"""From when until when each provision of a text holds, as far as its own words show."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from lexatlas.analysts.extractive.awaiting import Awaiting
from lexatlas.analysts.extractive.facts import ExtractedFact
from lexatlas.analysts.extractive.headed import headed_starts
from lexatlas.analysts.extractive.relative import later, period_of, promulgated
from lexatlas.core.claims import ForceState, Holds
from lexatlas.core.evidence import CanonicalText, Segment, Snapshot
from lexatlas.core.facts import LegalDate
from lexatlas.core.force import TextTime, force_on, reached
from lexatlas.language.cues import phrases_regex
from lexatlas.language.lexicon import lexicon
from lexatlas.language.scopes import Places, references

_STARTS = ("applies_from", "in_force")
_ENDS = ("repealed",)
_MADE = ("adopted", "signed", "published")
_NOT_IN_FORCE = ("amendment-not-in-force", "quoted-old-text")
_LINE = 60
"""Signs of a line of the head that says when the law was given, and no more."""
_WHOLE = -1
"""What stands for the whole text among segments."""
_Dated = tuple[ExtractedFact, LegalDate]


@dataclass(frozen=True)
class Timing:
    """The dates of one text on one day asked about; questions are put by segment index.

    `starts` and `ends` map segments to (ISO date, basis); key -1 speaks of the whole text. A segment without a
    row takes that of its nearest ancestor. `waits` is set where the whole begins on a day still to be fixed;
    `unmade` where nothing shows that the instrument itself had been made by the day asked about; `unsure` are
    segments that begin later than the rest, on a day that the text does not show.
    """

    as_of: str
    text_as_of: str | None
    segments: tuple[Segment, ...]
    starts: dict[int, tuple[str, str]]
    ends: dict[int, tuple[str, str]]
    waits: bool = False
    repealed: str | None = None
    unsure: frozenset[int] = frozenset()
    unmade: bool = False

    def holds(self, segment: int) -> Holds:
        """Return when the provision holds; an end is the day on which it no longer does, told as such."""
        since, basis = ("", "") if self._is_unsure(segment) else self._nearest(self.starts, segment)
        until, end_basis = self._nearest(self.ends, segment)
        return Holds(
            since=since or None, until=until or None, basis="; ".join(filter(None, (basis, end_basis)))
        )

    def force(self, segment: int) -> ForceState:
        """Return the state of the provision on the day asked about."""
        return force_on(self.as_of, self._text_time(segment), self._bare(segment)).state

    def out_of_time(self, segment: int) -> bool:
        """Whether the text does not show that a rule had begun, which is later than the rest or than the day asked."""
        if self._is_unsure(segment):
            return True
        if not self.text_as_of or self.text_as_of <= self.as_of:
            return False
        since = self._nearest(self.starts, segment)[0] or self._marked(segment)[1]
        return reached(since, self.as_of) is not True

    def _is_unsure(self, segment: int) -> bool:
        if not self.unsure or self._marked_begun(segment):
            return False
        return not self.unsure.isdisjoint([_WHOLE, *self._upwards(segment)])

    def _marked_begun(self, segment: int) -> bool:
        """Whether the publisher marks the provision as in force: what it waited for has then come."""
        force, since = self._marked(segment)
        return force == "yes" and reached(since or self.text_as_of, self.as_of) is True

    def _bare(self, segment: int) -> Holds:
        since = "" if self._is_unsure(segment) else self._nearest(self.starts, segment)[0]
        return Holds(since=since or None)

    def _text_time(self, segment: int) -> TextTime:
        force, since = self._marked(segment)
        ended = self._nearest(self.ends, segment)[0]
        return TextTime(
            as_of=None if self._is_unsure(segment) else self.text_as_of,
            segment="no" if self.waits or self._part_waits(segment) else force,
            segment_from="" if self.waits else since,
            repealed=self.repealed or ended or None,
        )

    def _part_waits(self, segment: int) -> bool:
        return any(self.segments[index].part in _NOT_IN_FORCE for index in self._upwards(segment))

    def _marked(self, segment: int) -> tuple[str, str]:
        for index in self._upwards(segment):
            if self.segments[index].force:
                return self.segments[index].force, self.segments[index].force_from
        return "", ""

    def _nearest(self, table: dict[int, tuple[str, str]], segment: int) -> tuple[str, str]:
        for index in self._upwards(segment):
            if index in table:
                return table[index]
        return table.get(-1, ("", ""))

    def _upwards(self, segment: int) -> list[int]:
        chain = []
        while segment >= 0:
            chain.append(segment)
            segment = self.segments[segment].parent
        return chain


def read_timing(
    snapshot: Snapshot,
    text: CanonicalText,
    facts: Sequence[ExtractedFact],
    as_of: str,
    repealed: str | None = None,
    awaited: Sequence[Awaiting] = (),
) -> Timing:
    """Collect the dates that a text gives for itself and its parts; `repealed` is told by another text."""
    language, own = snapshot.language, _of_itself(snapshot, text, facts)
    places = Places(text.segments)
    starts = _days(own, _STARTS, places, language)
    if -1 not in starts:
        # No provision tells when the whole begins: a line of its head may.
        own = [*own, *headed_starts(text, language)]
        starts = _days(own, _STARTS, places, language)
    unsure = _counted(text, facts, language, as_of, starts)
    late = _late(awaited, [*own, *_given(facts)], snapshot, as_of)
    whole = _whole_late(late, own, starts, language)
    waits = not starts and (
        any(_waits(fact, language) for _, fact in own) or any(_open(one) for one in whole)
    )
    unsure |= _late_parts(late, places, language) - starts.keys() | (
        {_WHOLE} if whole and not waits else set()
    )
    return Timing(
        as_of,
        snapshot.text_as_of,
        text.segments,
        starts,
        _days(own, _ENDS, places, language),
        waits,
        repealed,
        frozenset(unsure),
        _unmade(own, as_of),
    )


def _of_itself(snapshot: Snapshot, text: CanonicalText, facts: Sequence[ExtractedFact]) -> list[_Dated]:
    return [
        (found, found.fact)
        for found in facts
        if isinstance(found.fact, LegalDate) and speaks_of_itself(found, text, snapshot.language)
    ]


def _days(
    own: Sequence[_Dated], roles: Sequence[str], places: Places, language: str
) -> dict[int, tuple[str, str]]:
    """Map segments to (day, basis) for the days of these roles; -1 is the whole text."""
    days: dict[int, tuple[str, str]] = {}
    for found, fact in own:
        if fact.role in roles and fact.date is not None:
            for index in _reach(fact, places, language):
                _note(days, index, fact, found)
    return days


def _waits(fact: LegalDate, language: str) -> bool:
    """Whether the whole begins on a day that is still to be fixed."""
    return fact.role in _STARTS and fact.date is None and not fact.scope and _to_be_fixed(fact, language)


def _unmade(own: Sequence[_Dated], as_of: str) -> bool:
    days = [fact.date for _, fact in own if fact.role in _MADE and not fact.scope]
    first = min([day for day in days if day], default=None)
    return reached(first, as_of) is False


def _counted(
    text: CanonicalText,
    facts: Sequence[ExtractedFact],
    language: str,
    as_of: str,
    starts: dict[int, tuple[str, str]],
) -> set[int]:
    """Enter the provisions that begin a time after promulgation into `starts`; return those whose day is not shown.

    The law itself begins no sooner than it is promulgated: what begins a year after has begun a year after that.
    """
    places, unsure = Places(text.segments), set[int]()
    for found in facts:
        fact = found.fact
        if not isinstance(fact, LegalDate) or fact.role not in _STARTS or fact.date or not fact.scope:
            continue
        period, base = period_of(fact.rule, language), promulgated(text, facts, found, language)
        fixed, whole = _to_be_fixed(fact, language), starts.get(-1, ("", ""))[0]
        # At most a year after promulgation, on a day that a decree names: by then it has begun.
        latest = base or (whole if len(whole) == len(as_of) else "")
        begun = period is not None and bool(latest) and later(latest, period) <= as_of
        for index in _reach(fact, places, language):
            if period and base and not fixed:
                starts.setdefault(index, (later(base, period), fact.rule))
            elif (period or fixed) and not begun:
                unsure.add(index)
    return unsure - starts.keys()


def _late(
    awaited: Sequence[Awaiting], own: Sequence[_Dated], snapshot: Snapshot, as_of: str
) -> list[Awaiting]:
    """Return the sentences that put off a beginning which is not shown to have come by the day asked about."""
    told = [
        fact
        for _, fact in own
        if fact.role in _MADE and not fact.scope and len(fact.date or "") == len(as_of)
    ]
    published = max((fact.date for fact in told if fact.role == "published" and fact.date), default=None)
    known = max((fact.date for fact in told if fact.date), default=snapshot.text_as_of)
    return [one for one in awaited if not one.begun(published, known, as_of)]


def _given(facts: Sequence[ExtractedFact]) -> Iterator[_Dated]:
    """Yield the days that short lines of the head print as those on which the law was given, and nothing else."""
    for found in facts:
        fact = found.fact
        if not isinstance(fact, LegalDate) or fact.role not in _MADE or fact.role == "published":
            continue
        if not found.unit.locator and found.unit.parts[-1].end - found.unit.parts[0].start <= _LINE:
            yield found, fact


def _whole_late(
    late: Sequence[Awaiting],
    own: Sequence[_Dated],
    starts: dict[int, tuple[str, str]],
    language: str,
) -> list[Awaiting]:
    """Return what puts off the whole, unless other words tell when that begins; a misread start goes from `starts`.

    A day that stands in a sentence which counts a time is where the time is counted from.
    """
    for one in late:
        if not one.scoped and one.period and one.days and starts.get(_WHOLE, ("", ""))[0] in one.days:
            del starts[_WHOLE]
    at_once = any(_at_once(fact, language) for _, fact in own)
    return [] if _WHOLE in starts or at_once else list(late)


def _at_once(fact: LegalDate, language: str) -> bool:
    """Whether the whole begins with its publication, or on the day after."""
    runs = fact.role in _STARTS and not fact.scope and fact.date is None and bool(fact.rule)
    return runs and period_of(fact.rule, language) is None and not _to_be_fixed(fact, language)


def _late_parts(late: Sequence[Awaiting], places: Places, language: str) -> set[int]:
    named = (each for one in late if one.scoped for each in references(one.words, language))
    return {index for reference in named for index in places.resolve(reference)}


def _open(one: Awaiting) -> bool:
    """Whether a sentence leaves the beginning of the whole to an act that is still to come."""
    return not one.scoped and one.period is None and not one.days


def speaks_of_itself(found: ExtractedFact, text: CanonicalText, language: str) -> bool:
    """Return whether a date is of this very law or a named part of it, and not of another law or of a duty.

    A date without a scope is only where its words say "this Act" or the like; a language whose lexicon has no
    such words is taken at its word.
    """
    whole = lexicon(language).words("scopes", "whole")
    if not whole or not isinstance(found.fact, LegalDate) or found.fact.scope:
        return True
    words = " ".join(text.text[part.start : part.end] for part in found.unit.parts)
    again = phrases_regex(lexicon(language).words("scopes", "again"), language)
    around = found.unit.article if found.unit.article >= 0 else found.unit.segment
    if again.match(words) and around >= 0:
        # "It shall apply from …": what "it" is stands in the sentence or in the paragraph before.
        words = text.text[text.segments[around].start : found.unit.parts[-1].end]
    return phrases_regex(whole, language).search(words) is not None


def _to_be_fixed(fact: LegalDate, language: str) -> bool:
    # A rule such as "the twentieth day after publication" runs by itself; a day "to be fixed" waits for an act.
    words = lexicon(language).words("dates", "to_be_fixed")
    return phrases_regex(words, language).search(fact.rule) is not None


def _note(table: dict[int, tuple[str, str]], index: int, fact: LegalDate, found: ExtractedFact) -> None:
    """Keep the date that a law applies from before the date on which it enters into force."""
    known = table.get(index)
    if known is None or (fact.role == "applies_from" and not known[1].startswith("applies_from")):
        table[index] = (fact.date or "", f"{fact.role} {fact.date}, {found.unit.locator}")


def _reach(fact: LegalDate, places: Places, language: str) -> list[int]:
    """Return the segments that a date is about: those of its scope, or -1 for the whole text."""
    if not fact.scope:
        return [-1]
    return [index for reference in references(fact.scope, language) for index in places.resolve(reference)]
