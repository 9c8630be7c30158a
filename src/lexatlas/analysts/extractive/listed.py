"""The words of a list that a definition leaves its meaning to: a schedule behind the law, or another provision."""

from collections.abc import Iterator

from lexatlas.analysts.extractive.known_families import SCHEDULE
from lexatlas.analysts.extractive.referring import referring
from lexatlas.core.evidence import CanonicalText, Segment
from lexatlas.language.cues import CueHit, CueMatcher

LONGEST = 4000
"""A schedule of more signs than this is more than a list of services."""
_HEAD = 60
"""Signs at the beginning of a schedule that name it."""
_KINDS = ("annex", "block", "group", "part")


def lists_named(matcher: CueMatcher, text: CanonicalText, words: str, segment: int, language: str) -> str:
    """Return the words of the lists that a definition in `segment` refers to, long ones left out; maybe "".

    `matcher` knows the words for schedules. Where `words` name one that no reference leads to ("the First
    Schedule"), it is the only schedule of the text, or the one whose head says the same.
    """
    named = [text.segments[index] for index in referring(text, language).by_words(words, segment)]
    calls = [hit for hit in matcher.find(words) if hit.family == SCHEDULE]
    if calls and not any(each.kind == "annex" for each in named):
        named += _called(matcher, text, words, calls)
    return "\n".join(text.text[each.start : each.end] for each in named if each.end - each.start <= LONGEST)


def _called(matcher: CueMatcher, text: CanonicalText, words: str, calls: list[CueHit]) -> list[Segment]:
    schedules = list(_schedules(matcher, text))
    if len(schedules) == 1:
        return schedules
    asked = {name for hit in calls for name in _names(words, hit)}
    return [each for each in schedules if any(name in _head(text, each) for name in asked)]


def _schedules(matcher: CueMatcher, text: CanonicalText) -> Iterator[Segment]:
    """Yield the segments whose first line names a schedule and nothing before it."""
    for each in text.segments:
        head = _head(text, each).split("\n")[0]
        if each.kind in _KINDS and len(head) < _HEAD and SCHEDULE in matcher.families_in(head):
            yield each


def _head(text: CanonicalText, segment: Segment) -> str:
    return text.text[segment.start : segment.start + _HEAD].casefold()


def _names(words: str, hit: CueHit) -> Iterator[str]:
    """Yield what a schedule may be called: its word with the one before it, or with the one behind it."""
    before, behind = words[: hit.start].split(), words[hit.end :].split()
    word = words[hit.start : hit.end].casefold()
    if before:
        yield f"{before[-1].casefold().split('-')[-1]} {word}"
    if behind:
        yield f"{word} {behind[0].casefold().strip('.,;:')}"
