"""The words of a list that a definition leaves its meaning to: a schedule behind the law, or another provision."""

from collections.abc import Iterator

from lexatlas.analysts.extractive.known_families import SCHEDULE
from lexatlas.analysts.extractive.referring import referring
from lexatlas.core.evidence import CanonicalText, Segment, Span
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
    spans = [Span(start=each.start, end=each.end) for each in named]
    calls = [hit for hit in matcher.find(words) if hit.family == SCHEDULE]
    if calls and not any(each.kind == "annex" for each in named):
        spans += _called(matcher, text, words, calls)
    return "\n".join(text.text[each.start : each.end] for each in spans if each.end - each.start <= LONGEST)


def _called(matcher: CueMatcher, text: CanonicalText, words: str, calls: list[CueHit]) -> list[Span]:
    schedules = list(_schedules(matcher, text))
    if len(schedules) == 1:
        return schedules
    asked = {name for hit in calls for name in _names(words, hit)}
    heads = (text.text[each.start : each.start + _HEAD].casefold() for each in schedules)
    return [each for each, head in zip(schedules, heads, strict=True) if any(name in head for name in asked)]


def _schedules(matcher: CueMatcher, text: CanonicalText) -> Iterator[Span]:
    """Yield the schedules: a segment whose first line names one; a bare heading runs on to the next, or to the end."""
    found = [each for each in text.segments if each.kind in _KINDS and _names_one(matcher, text, each)]
    for each, behind in zip(found, [*found[1:], None][: len(found)], strict=True):
        bare = "\n" not in text.text[each.start : each.end].strip() or each.kind == "block"
        end = behind.start if behind else len(text.text)
        yield Span(start=each.start, end=end if bare else each.end)


def _names_one(matcher: CueMatcher, text: CanonicalText, segment: Segment) -> bool:
    head = text.text[segment.start : segment.start + _HEAD].split("\n")[0]
    return len(head) < _HEAD and SCHEDULE in matcher.families_in(head)


def _names(words: str, hit: CueHit) -> Iterator[str]:
    """Yield what a schedule may be called: its word with the one before it, or with the one behind it."""
    before, behind = words[: hit.start].split(), words[hit.end :].split()
    word = words[hit.start : hit.end].casefold()
    if before:
        yield f"{before[-1].casefold().split('-')[-1]} {word}"
    if behind:
        yield f"{word} {behind[0].casefold().strip('.,;:')}"
